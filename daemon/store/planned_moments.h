// SPDX-License-Identifier: Apache-2.0
// When the first of all that is planned is to be done, of whatever kind it is.
#pragma once

#include <optional>

#include "store/database.h"

namespace dondoc::store {

class PlannedMoments {
  public:
    explicit PlannedMoments(Database& database);

    std::optional<sys_seconds> first();  // nullopt: nothing is planned

  private:
    Statement first_;
};

}  // namespace dondoc::store
