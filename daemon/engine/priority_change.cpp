// SPDX-License-Identifier: Apache-2.0
#include "engine/priority_change.h"

#include "domain/limits.h"
#include "engine/life_record.h"
#include "engine/planning.h"
#include "engine/task_lookup.h"
#include "engine/task_notice.h"

namespace dondoc::engine {
int change_priority(Work& work, TaskId task, Priority priority, const std::string& reason,
                    const std::string& by) {
    const auto known = find_task(work, task);
    if (reason.empty()) throw UserError("task.no_reason", {}, "reason");
    require_length(reason, max_note_bytes, "reason");
    if (known.priority == priority)
        throw UserError("task.same_priority",
                        {std::to_string(task.value), "@priority." + std::string{name_of(priority)}},
                        "priority");
    work.store.plans.set_priority(task, priority);
    work.tasks_changed = true;
    const auto brief = work.store.plans.brief(task);
    v1::Change change;
    change.set_action(std::string{name_of(ChangeKind::PrioritySet)});
    change.set_priority(std::string{name_of(priority)});
    change.set_note(reason);
    change.set_by(by);
    v1::ChangeDetail detail;
    detail.set_note(reason);
    auto& field = *detail.add_changed();
    field.set_field("priority");
    field.set_old(std::string{name_of(known.priority)});
    field.set_new_(std::string{name_of(priority)});
    int told = 0;
    for (auto assignment : work.store.assignments.of_task(task)) {
        if (!is_open(assignment.state)) continue;
        write_change(work, assignment, ChangeKind::PrioritySet, by, detail);
        plan_alarm(work, assignment, traits_of(brief));
        tell_change(work, brief, assignment, change);
        ++told;
    }
    return told;
}

}  // namespace dondoc::engine
