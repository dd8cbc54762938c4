#include "engine/priority_change.h"

#include "domain/limits.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

v1::Event event_of(const store::Assignment& assignment, const store::Plans::Brief& brief,
                   const std::string& reason, const std::string& by) {
    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    auto& change = *event.mutable_change();
    change.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    change.set_task(static_cast<std::uint64_t>(assignment.task.value));
    change.set_document(brief.document);
    change.set_task_number(brief.number);
    change.set_title(brief.title);
    change.set_action("priority");
    change.set_state(std::string{name_of(assignment.state)});
    change.set_priority(std::string{name_of(brief.priority)});
    change.set_note(reason);
    change.set_by(by);
    return event;
}

}  // namespace

int change_priority(Work& work, TaskId task, Priority priority, const std::string& reason,
                    const std::string& by) {
    const auto known = work.store.plans.task(task);
    if (!known) throw UserError("task.unknown", {std::to_string(task.value)}, "task");
    if (reason.empty()) throw UserError("task.no_reason", {}, "reason");
    require_length(reason, max_note_bytes, "reason");
    if (known->priority == priority)
        throw UserError("task.same_priority",
                        {std::to_string(task.value), "@priority." + std::string{name_of(priority)}},
                        "priority");
    work.store.plans.set_priority(task, priority);
    work.tasks_changed = true;
    const auto brief = work.store.plans.brief(task);
    int told = 0;
    for (const auto& assignment : work.store.assignments.of_task(task)) {
        if (!is_open(assignment.state)) continue;
        plan_alarm(work, assignment, traits_of(brief));
        const auto event =
            work.publish(work.store.agencies.get(assignment.agency), event_of(assignment, brief, reason, by));
        work.store.notices.add(task, event);
        ++told;
    }
    return told;
}

}  // namespace dondoc::engine
