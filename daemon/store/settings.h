// SPDX-License-Identifier: Apache-2.0
// Small facts that the daemon keeps: the simulated time, the fingerprint of the policy that the alarms were
// planned by.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace dondoc::store {

class Settings {
  public:
    explicit Settings(Database& database);
    std::optional<std::string> get(const std::string& name);
    void set(const std::string& name, const std::string& value);

  private:
    Statement select_;
    Statement upsert_;
};

}  // namespace dondoc::store
