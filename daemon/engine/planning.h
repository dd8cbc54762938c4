// Which step every open assignment waits for.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Sets the alarm of one assignment to the first step of its policy that was not carried out yet, or removes
// it when none is called for.
void plan_alarm(Work& work, const store::Assignment& assignment, const std::string& level);

// Plans the next `limit` open assignments after `after` anew; returns the last one, or nullopt when that was
// all.
std::optional<AssignmentId> replan_some(Work& work, AssignmentId after, int limit);

}  // namespace dondoc::engine
