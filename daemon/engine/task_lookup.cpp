// SPDX-License-Identifier: Apache-2.0
#include "engine/task_lookup.h"

#include <string>
#include <utility>

namespace dondoc::engine {

store::Task find_task(Work& work, TaskId id, const char* place) {
    auto task = work.store.plans.task(id);
    if (!task) throw UserError("task.unknown", {std::to_string(id.value)}, place);
    return std::move(*task);
}

store::Task find_task_in_force(Work& work, TaskId id) {
    auto task = find_task(work, id);
    if (task.dropped_at) throw UserError("term.dropped", {std::to_string(id.value)}, "task");
    return task;
}

}  // namespace dondoc::engine
