// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords and one-time codes of persons.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "web/session/database.h"

namespace dondoc::web {

class Credentials {
  public:
    // The database must outlive it.
    Credentials(Database& database, std::function<sys_seconds()> now);

    bool has_anybody();  // a password
    // In place of the one before; a second factor stays.
    void set_password(std::uint64_t person, const std::string& password);
    // False also for who has none; takes as long.
    bool is_password(std::uint64_t person, const std::string& password);
    void forget(std::uint64_t person);

    // The second factor (TOTP, RFC 6238: SHA-1, six digits, 30 s). A secret counts from the first code that
    // fits.
    static std::string new_totp_secret();  // base 32
    bool has_totp(std::uint64_t person);
    bool begin_totp(std::uint64_t person, const std::string& secret, const std::string& code);
    void end_totp(std::uint64_t person);
    // A code is good once, and half a minute to both sides.
    bool is_totp(std::uint64_t person, const std::string& code);

    // The link for the first user, while there is none: a new one, which ends the one before.
    std::string new_first_link(sys_seconds ends);
    bool is_first_link(const std::string& token);
    // There is a user now.
    void end_first_link();

  private:
    std::string totp_secret(std::uint64_t person);

    Database& database_;
    std::function<sys_seconds()> now_;
};

}  // namespace dondoc::web
