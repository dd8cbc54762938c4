// SPDX-License-Identifier: Apache-2.0
// How a report calls agencies, and in which order: that of the register, the upper levels first. The one
// place where reports name them.
#pragma once

#include <cstddef>
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
        std::size_t place;  // in the order
    };
    Name of(AgencyId id) const;

  private:
    store::Agencies& agencies_;
    std::unordered_map<std::string, Name> by_present_code_;
};

}  // namespace dondoc::engine
