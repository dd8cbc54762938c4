// SPDX-License-Identifier: Apache-2.0
// Results that were reported, have a term, and wait to be confirmed: few beside all that is tracked.
#pragma once

#include <optional>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct WaitingResult {
    AgencyId agency;
    DocumentId document;
    local_days due;
    std::optional<local_days> completed_on;  // day of the result's document
    sys_seconds reported_at;
};

class UnconfirmedResults {
  public:
    explicit UnconfirmedResults(Database& database);

    std::vector<WaitingResult> all(std::optional<AgencyId> agency);

  private:
    Statement all_;
};

}  // namespace dondoc::store
