// SPDX-License-Identifier: Apache-2.0
#include "engine/assignment_changes.h"

#include <utility>
#include <vector>

#include "domain/limits.h"
#include "engine/children.h"
#include "engine/extension.h"
#include "engine/life_record.h"
#include "engine/planning.h"
#include "engine/task_terms.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

constexpr int max_evidence = 64;  // references of one result

void check_texts(const AssignmentChange& change) {
    require_length(change.note, max_note_bytes, "note");
    require_length(change.said.result().number(), max_name_bytes, "result_number");
    require_length(change.said.result().issuer(), max_name_bytes, "result_issuer");
    require_length(change.said.next().text(), max_note_bytes, "next.text");
    require_length(change.said.extension().document(), max_name_bytes, "decision");
    if (change.said.evidence_size() > max_evidence)
        throw UserError("value.too_many",
                        {std::to_string(change.said.evidence_size()), std::to_string(max_evidence)},
                        "evidence");
    std::size_t evidence = 0;
    for (const auto& reference : change.said.evidence()) {
        if (language::normalize(reference).empty())
            throw UserError("assignment.blank_evidence", {}, "evidence");
        evidence += reference.size();
    }
    if (evidence > max_note_bytes)
        throw UserError("value.too_long", {std::to_string(evidence), std::to_string(max_note_bytes)},
                        "evidence");
}

// Nothing can have been done after today, nor before it was assigned; else a date would turn late work into
// work on time.
void check_result_day(local_days day, local_days issued, local_days today) {
    if (day > today) throw UserError("assignment.future", {spoken_day(day), spoken_day(today)}, "date");
    if (day < issued)
        throw UserError("assignment.before_issue", {spoken_day(day), spoken_day(issued)}, "date");
}

void check_progress(const AssignmentChange& change, local_days today) {
    if (change.percent && (*change.percent < 0 || *change.percent > 100))
        throw UserError("assignment.percent", {std::to_string(*change.percent)}, "percent");
    if (!change.percent && change.note.empty() && !change.said.has_next())
        throw UserError("assignment.nothing_said");
    if (!change.said.has_next()) return;
    const auto next = parse_iso_day(change.said.next().day());
    if (next && *next < today)
        throw UserError("assignment.next_day_passed", {spoken_day(*next), spoken_day(today)}, "next_day");
}

std::string action_words(const std::vector<Action>& actions) {
    std::string text;
    for (const auto action : actions)
        text += (text.empty() ? "@action." : ", @action.") + std::string{name_of(action)};
    return text.empty() ? "@action.none" : text;
}

std::string who_may(Action action) {
    std::string text;
    for (int i = 0; i < actor_count; ++i)
        if (const auto actor = static_cast<Actor>(i); may_ever(action, actor))
            text += (text.empty() ? "@" : ", @") + ("actor." + std::string{name_of(actor)});
    return text;
}

bool is_extension(Action action) {
    return action == Action::RequestExtension || action == Action::GrantExtension ||
           action == Action::RefuseExtension || action == Action::Extend;
}

// The day of the result and what goes with the new state.
void set_state(store::Assignment& assignment, Workflow state, const AssignmentChange& change,
               local_days today) {
    const bool has_result = state == Workflow::Reported || state == Workflow::Completed;
    const auto reported = assignment.state == Workflow::Reported ? assignment.completed_on : std::nullopt;
    if (!has_result)
        assignment.completed_on = std::nullopt;
    else if (assignment.state != state)
        assignment.completed_on = change.date ? *change.date : reported.value_or(today);
    if (!awaits_agency(state)) assignment.asked_due = std::nullopt;  // nobody needs it any more
    if (change.action == Action::Rework) ++assignment.reworks;
    if (change.percent) assignment.progress = change.percent;
    const bool says_how_it_stands = state != assignment.state || change.action == Action::Progress;
    if (says_how_it_stands && !change.note.empty()) assignment.note = change.note;
    assignment.state = state;
}

// What was decided on the term, or changed in the document, while the work was closed holds for it again.
void take_term_in_force(Work& work, store::Assignment& assignment, local_days issued,
                        v1::ChangeDetail& said) {
    if (assignment.occurrence) return;
    const auto due = due_in_force(work.store, *work.store.plans.task(assignment.task), issued);
    if (due == assignment.original_due) return;
    const auto text = [](const std::optional<local_days>& day) {
        return day ? iso_day(*day) : std::string{};
    };
    auto& field = *said.add_changed();
    field.set_field("due");
    field.set_old(text(assignment.due));
    field.set_new_(text(due));
    assignment.due = assignment.original_due = due;
}

}  // namespace

Workflow next_state(const store::Assignment& assignment, Action action, Actor actor) {
    if (!may_ever(action, actor))
        throw UserError("access.other_actor", {"@action." + std::string{name_of(action)}, who_may(action)});
    const auto state = after(assignment.state, action, actor);
    if (!state)
        throw UserError(
            "assignment.state",
            {std::to_string(assignment.id.value), "@state." + std::string{name_of(assignment.state)},
             "@action." + std::string{name_of(action)}, action_words(possible(assignment.state, actor))});
    return *state;
}

void require_revision(Work& work, const store::Assignment& assignment, std::int64_t revision) {
    if (revision == assignment.revision) return;
    const auto id = std::to_string(assignment.id.value);
    const auto now = std::to_string(assignment.revision);
    const auto changes = work.store.history.of(assignment.id);
    if (revision < 1 || revision > assignment.revision || changes.empty())
        throw UserError("assignment.other_revision", {id, std::to_string(revision), now}, "revision");
    const auto& newest = changes.back();
    throw UserError("assignment.changed_meanwhile",
                    {id, std::to_string(revision), now, "@action." + std::string{name_of(newest.kind)},
                     newest.by, spoken_instant(newest.at), "@state." + std::string{name_of(newest.state)}},
                    "revision");
}

store::Assignment change_assignment(Work& work, store::Assignment assignment,
                                    const AssignmentChange& change) {
    const auto state = next_state(assignment, change.action, change.actor);
    const auto planned_by = std::pair{assignment.state, assignment.due};
    check_texts(change);
    if (change.action == Action::Reopen && work.store.plans.task(assignment.task)->dropped_at)
        throw UserError("assignment.dropped", {std::to_string(assignment.id.value)});
    const auto brief = work.store.plans.brief(assignment.task);
    require_own_decision(work, assignment, change.action, brief.deadline_kind);
    if (change.date) check_result_day(*change.date, brief.issued, work.today());
    if (change.action == Action::Progress) check_progress(change, work.today());

    auto said = change.said;
    said.set_note(change.note);
    if (change.action == Action::Reopen) take_term_in_force(work, assignment, brief.issued, said);
    if (is_extension(change.action)) extend(assignment, change, work.today(), said);
    set_state(assignment, state, change, work.today());
    if (said.has_result() || change.action == Action::Report || change.action == Action::Complete)
        said.mutable_result()->set_issued(iso_day(*assignment.completed_on));

    write_change(work, assignment, kind_of(change.action), change.by, said);
    // What is revoked is followed by what has an opening; its moment is planned with the alarm.
    if (change.action == Action::Cancel && change.only_this)
        work.store.openings.set(assignment.id, work.now);
    else if (change.action == Action::Cancel)
        work.store.openings.remove(assignment.id);
    // What only says something, as a comment does, leaves what is planned as it is.
    if (planned_by != std::pair{assignment.state, assignment.due})
        plan_alarm(work, assignment, traits_of(brief));
    tell(work, assignment, brief, kind_of(change.action), change.by, said);
    return assignment;
}

}  // namespace dondoc::engine
