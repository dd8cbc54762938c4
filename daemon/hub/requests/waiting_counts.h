// SPDX-License-Identifier: Apache-2.0
// Counts by timeliness, with the results that wait to be confirmed as a class of its own.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "hub/requests/requests.h"
#include "store/waiting_results.h"

namespace dondoc::hub {

// Takes the results out of the classes of open work; where the daemon counts them as open, says only how many
// they are.
class WaitingCounts {
  public:
    WaitingCounts(Call& call, std::optional<AgencyId> agency);

    using Choice = std::function<bool(const store::WaitingResult&)>;
    void set_apart(v1::Counts& counts, const Choice& counted) const;

  private:
    void set_apart(v1::Counts& counts, const store::WaitingResult& result) const;

    std::vector<store::WaitingResult> results_;
    local_days today_;
    int due_soon_days_;
    bool own_class_;
};

}  // namespace dondoc::hub
