// SPDX-License-Identifier: Apache-2.0
#include "engine/transfer.h"

#include <optional>

#include "domain/limits.h"
#include "engine/announcement.h"
#include "engine/assignment_changes.h"
#include "engine/life_record.h"
#include "engine/planning.h"

namespace dondoc::engine {
namespace {

bool is_over(Workflow state) {
    return state == Workflow::Returned || state == Workflow::Transferred || state == Workflow::Revoked;
}

// The other agency's assignment, not written yet but for being there.
store::Assignment receiver(Work& work, const store::Assignment& from, const store::Agencies::Ref& agency) {
    const auto known = work.store.assignments.counterpart(from, agency.id);
    if (known && !is_over(known->state))
        throw UserError(
            "assignment.has_it",
            {agency.code, std::to_string(known->id.value), "@state." + std::string{name_of(known->state)}},
            "to");
    auto to = known ? *known
                    : work.store.assignments.add(from.task, agency.id, from.due, work.now, from.occurrence);
    to.state = Workflow::Assigned;
    to.due = from.due;
    to.original_due = from.original_due;
    to.asked_due = to.completed_on = std::nullopt;
    to.progress = std::nullopt;
    to.note.clear();
    to.transferred_from = from.id;
    return to;
}

}  // namespace

Transferred transfer(Work& work, store::Assignment assignment, Actor actor, const Transfer& wanted) {
    const auto state = next_state(assignment, Action::Transfer, actor);
    require_length(wanted.reason, max_note_bytes, "note");
    const auto task = work.store.plans.task(assignment.task).value();
    if (task.dropped_at) throw UserError("assignment.dropped", {std::to_string(assignment.id.value)});
    const auto agency = work.store.agencies.find(wanted.to);
    if (!agency) throw UserError("agency.unknown", {wanted.to}, "to");
    if (agency->id == assignment.agency) throw UserError("assignment.same_agency", {wanted.to}, "to");

    auto to = receiver(work, assignment, *agency);
    const auto brief = work.store.plans.brief(assignment.task);
    write_change(work, to, ChangeKind::TakeOver, wanted.by, handed_over(work, assignment, wanted.reason));

    assignment.state = state;
    assignment.asked_due = std::nullopt;
    assignment.note = wanted.reason;
    const auto detail = handed_over(work, to, wanted.reason);
    write_change(work, assignment, ChangeKind::Transfer, wanted.by, detail);
    plan_alarm(work, assignment, traits_of(brief));
    plan_alarm(work, to, traits_of(brief));
    tell(work, assignment, brief, ChangeKind::Transfer, wanted.by, detail);
    const auto document = work.store.plans.get(task.document);
    Announcement announcement{work, document};
    announcement.add(to.agency, task, to.id, to.due);
    announcement.publish();
    return {assignment, to};
}

}  // namespace dondoc::engine
