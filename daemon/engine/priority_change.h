// SPDX-License-Identifier: Apache-2.0
// A task becomes urgent, or no longer is.
#pragma once

#include <string>

#include "engine/work.h"

namespace dondoc::engine {

// Plans the alarms of its open assignments anew and tells their agencies; returns how many. Throws UserError
// "task.unknown", "task.same_priority", "task.no_reason", "value.too_long". `by`: name of the key that asks.
int change_priority(Work& work, TaskId task, Priority priority, const std::string& reason,
                    const std::string& by);

}  // namespace dondoc::engine
