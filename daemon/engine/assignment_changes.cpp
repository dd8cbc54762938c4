#include "engine/assignment_changes.h"

#include "domain/limits.h"
#include "engine/life_record.h"
#include "engine/planning.h"

namespace dondoc::engine {

store::Assignment change_assignment(Work& work, store::Assignment assignment,
                                    const AssignmentChange& change) {
    const auto state = after(assignment.state, change.action);
    if (!state) {
        throw UserError("assignment.state", {std::to_string(assignment.id.value),
                                             "@state." + std::string{name_of(assignment.state)},
                                             "@action." + std::string{name_of(change.action)}});
    }
    if (change.action == Action::Reopen && work.store.plans.task(assignment.task)->dropped_at)
        throw UserError("assignment.dropped", {std::to_string(assignment.id.value)});
    if (change.date && *change.date > work.today())
        throw UserError("assignment.future", {spoken_day(*change.date), spoken_day(work.today())}, "date");

    require_length(change.note, max_note_bytes, "note");
    const auto brief = work.store.plans.brief(assignment.task);
    // Nothing can have been done before it was assigned; else a date would turn late work into work on time.
    if (change.date && *change.date < brief.issued)
        throw UserError("assignment.before_issue", {spoken_day(*change.date), spoken_day(brief.issued)},
                        "date");

    assignment.state = *state;
    assignment.completed_on = std::nullopt;
    if (*state == Workflow::Completed) assignment.completed_on = change.date.value_or(work.today());
    if (!change.note.empty()) assignment.note = change.note;
    v1::ChangeDetail detail;
    detail.set_note(change.note);
    write_change(work, assignment, name_of(change.action), change.by, detail);

    plan_alarm(work, assignment, traits_of(brief));

    v1::Event event;
    event.set_kind(v1::EventKind::changed);
    auto& body = *event.mutable_change();
    body.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
    body.set_task(static_cast<std::uint64_t>(assignment.task.value));
    body.set_document(brief.document);
    body.set_task_number(brief.number);
    body.set_title(brief.title);
    body.set_action(std::string{name_of(change.action)});
    body.set_state(std::string{name_of(assignment.state)});
    if (assignment.completed_on) body.set_completed_on(iso_day(*assignment.completed_on));
    body.set_note(change.note);
    body.set_by(change.by);
    const auto told = work.publish(work.store.agencies.get(assignment.agency), std::move(event));
    work.store.notices.add(assignment.task, told);
    return assignment;
}

}  // namespace dondoc::engine
