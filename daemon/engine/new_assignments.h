// SPDX-License-Identifier: Apache-2.0
// Planning what was just given: nothing has been told of it, no alarm is set, no mute holds it. Many agencies
// that have one policy have one step, and it is written for all of them at once.
#pragma once

#include <optional>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

// Assignments of one task that were given together.
struct NewAssignments {
    store::AssignmentSpan ids;
    const std::vector<AgencyId>& agencies;  // in the order of the ids
    std::optional<local_days> due;          // of a recurring term also its occurrence
};

// What plan_alarm() (planning.h) sets for each of them.
void plan_new(Work& work, const store::Document& document, const store::Task& task,
              const NewAssignments& given);

}  // namespace dondoc::engine
