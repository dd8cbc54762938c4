// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody has tried to log in and failed: who guesses has to wait.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "web/session/database.h"

namespace dondoc::web {

class Tries {
  public:
    static constexpr std::chrono::minutes span{15};  // failures are forgotten after it
    static constexpr int most_of_account = 5;        // at one account from one address
    static constexpr int most_at_account = 30;       // at one account from anywhere
    static constexpr int most_of_address = 30;       // from one address at any account

    // The database must outlive it.
    Tries(Database& database, std::function<sys_seconds()> now);

    // False: too much has failed. True: it is counted as one that fails, so that many at once are no way
    // round. Accounts that do not exist are counted like others.
    bool begin(const std::string& account, const std::string& address);
    // It did not fail, and what failed before at the account from there does not count any more.
    void succeeded(const std::string& account, const std::string& address);

    int count_all();  // failures within the span

  private:
    int count(const std::string& whose);

    Database& database_;
    std::function<sys_seconds()> now_;
};

}  // namespace dondoc::web
