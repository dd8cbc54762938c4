// SPDX-License-Identifier: Apache-2.0
// A mute: for a while nobody is told of some work. What would have been told is withheld; when the mute ends,
// what is still true is told then, and no overdue notice is lost.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/alert_policy.h"
#include "domain/ids.h"

namespace dondoc {

using MuteTarget = std::variant<AssignmentId, TaskId, DocumentId, AgencyId>;

struct Mute {
    MuteId id;
    MuteTarget target;
    local_days until;  // the last day on which it holds
    std::string reason;
    std::string by;  // name of the key
    sys_seconds at;
    struct End {  // before its day
        sys_seconds at;
        std::string by;
        std::string reason;
    };
    std::optional<End> ended;

    bool holds(local_days today) const { return !ended && today <= until; }
};

// When what was withheld is looked at again: on the day after the mute, as the policy tells.
sys_seconds release_moment(const Mute& mute, const AlertPolicy& policy, const Calendar& calendar);

}  // namespace dondoc
