// SPDX-License-Identifier: Apache-2.0
// How a report calls agencies. The one place where reports name them.
#pragma once

#include <string>
#include <unordered_map>

#include "store/agencies.h"

namespace dondoc::engine {

class ReportNames {
  public:
    // By their names of that day. The store is read once.
    ReportNames(store::Agencies& agencies, local_days day);

    struct Name {
        std::string code;
        std::string name;
    };
    Name of(AgencyId id) const;

  private:
    store::Agencies& agencies_;
    std::unordered_map<std::string, Name> by_present_code_;  // of those that were called otherwise
};

}  // namespace dondoc::engine
