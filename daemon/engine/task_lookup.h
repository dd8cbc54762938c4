// SPDX-License-Identifier: Apache-2.0
// The task that a request names by its id.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Throws UserError "task.unknown"; `place`: where in the request the id stands.
store::Task find_task(Work& work, TaskId id, const char* place = "task");

// One that no amendment has taken out of its plan. Throws UserError "task.unknown", "term.dropped".
store::Task find_task_in_force(Work& work, TaskId id);

}  // namespace dondoc::engine
