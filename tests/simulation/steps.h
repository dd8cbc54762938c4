// SPDX-License-Identifier: Apache-2.0
// What a policy calls for, worked out from its words alone.
#pragma once

#include <vector>

#include "domain/alert_policy.h"

namespace dondoc::simulation {

// All steps of one due day up to `until`, in the order in which they are told.
std::vector<PlannedStep> steps_of(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                                  sys_seconds until);

}  // namespace dondoc::simulation
