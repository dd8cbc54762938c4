// SPDX-License-Identifier: Apache-2.0
#include "engine/task_terms.h"

#include <set>
#include <variant>

#include "domain/decided_term.h"
#include "domain/document_number.h"
#include "domain/limits.h"
#include "engine/children.h"
#include "engine/life_record.h"
#include "engine/planning.h"
#include "engine/task_lookup.h"
#include "engine/task_notice.h"
#include "language/readers.h"
#include "language/words/normalize.h"

namespace dondoc::engine {
namespace {

std::string kind_word(const Term& term) {
    return "@cli.deadline." + std::string{name_of(kind_of(term))};
}

std::string event_day_text(const std::optional<local_days>& day) {
    return day ? iso_day(*day) : std::string{};
}

void require_no_children(Work& work, const store::Task& task) {
    if (followed_by(work.store, task.id, kind_of(task.deadline.term)))
        throw UserError("term.follows_children", {std::to_string(task.id.value)}, "task");
}

void require_reason(const std::string& reason) {
    if (language::normalize(reason).empty()) throw UserError("term.no_reason", {}, "reason");
    require_length(reason, max_note_bytes, "reason");
}

void require_document(const std::string& document) {
    if (document.empty()) throw UserError("term.no_document", {}, "document");
    require_length(document, max_name_bytes, "document");
}

// A day that a person typed is looked at as one that was decided on import.
void check_due(local_days due, local_days issued) {
    try {
        term_of({DeadlineKind::Date, {due}, std::nullopt}, issued);
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, "due");
    }
}

// Who is bound by the term: what is open, and what the office still has to deal with.
bool is_bound(Workflow state) {
    return is_open(state) || state == Workflow::Returned;
}

std::string note_of(const store::TermEntry& entry) {
    if (entry.document.empty() || entry.reason.empty()) return entry.document + entry.reason;
    return entry.document + ": " + entry.reason;
}

v1::Change term_change(const store::TermEntry& entry) {
    v1::Change change;
    change.set_action(std::string{name_of(entry.kind)});
    change.set_note(note_of(entry));
    change.set_by(entry.by);
    change.set_due(event_day_text(entry.due));
    return change;
}

void give_day(Work& work, store::Assignment& assignment, const store::TermEntry& entry) {
    v1::ChangeDetail detail;
    detail.set_note(note_of(entry));
    auto& field = *detail.add_changed();
    field.set_field("due");
    field.set_old(event_day_text(assignment.due));
    field.set_new_(event_day_text(entry.due));
    // A day that is put off does not hide how late the work is by the first one.
    const bool is_put_off = assignment.original_due && entry.due && *entry.due > *assignment.original_due;
    if (!is_put_off) assignment.original_due = entry.due;
    assignment.due = entry.due;
    if (!entry.due || (assignment.asked_due && *assignment.asked_due <= *entry.due))
        assignment.asked_due = std::nullopt;  // there is nothing to extend any more
    write_change(work, assignment, entry.kind, entry.by, detail);
}

TermDecided decide_term(Work& work, const store::Task& task, store::TermEntry entry) {
    entry.at = work.now;
    work.store.task_terms.add(task.id, entry);
    work.store.plans.set_decided_hour(task.id, entry.hour);
    TermDecided decided;
    const auto brief = work.store.plans.brief(task.id);
    std::set<AgencyId> told;
    for (auto assignment : work.store.assignments.of_task(task.id)) {
        if (!is_bound(assignment.state)) continue;
        if (assignment.original_due != entry.due && assignment.due != entry.due) {
            give_day(work, assignment, entry);
            plan_alarm(work, assignment, traits_of(brief));
            ++decided.changed;
        }
        tell_change(work, brief, assignment, term_change(entry));
        told.insert(assignment.agency);
    }
    tell_cooperating(work, brief, task.id, term_change(entry));
    for (const auto agency : work.store.plans.cooperating(task.id)) told.insert(agency);
    decided.told = static_cast<std::int64_t>(told.size());
    decided.entry = std::move(entry);
    return decided;
}

// "trong 15 ngày kể từ ngày có ..." by the day of the event; a phrase without a period gives no day.
void count_from_event(const Work& work, const store::Task& task, local_days issued, store::TermEntry& entry,
                      std::vector<Message>& problems) {
    auto reading =
        language::read_deadline(task.deadline.phrase, {issued, &work.rules.calendar, entry.happened});
    const auto* counted = std::get_if<DueOn>(&reading.deadline.term);
    if (counted == nullptr) return;
    entry.due = counted->due;
    entry.hour = reading.deadline.hour;
    entry.why = std::move(reading.deadline.reason);
    problems = std::move(reading.problems);
}

bool is_same_decision(const store::TermEntry& one, const store::TermEntry& other) {
    return one.kind == other.kind && one.happened == other.happened && one.due == other.due &&
           one.hour == other.hour && is_same_number(one.document, other.document);
}

void refuse_repetition(const std::optional<store::TermEntry>& newest, const store::TermEntry& entry,
                       TaskId task) {
    if (newest && is_same_decision(*newest, entry))
        throw UserError("term.same", {std::to_string(task.value)});
}

}  // namespace

TermDecided record_event(Work& work, const EventRecord& wanted) {
    const auto task = find_task_in_force(work, wanted.task);
    const auto issued = work.store.plans.brief(task.id).issued;
    if (!std::holds_alternative<OnEvent>(task.deadline.term))
        throw UserError("term.not_event", {std::to_string(task.id.value), kind_word(task.deadline.term)},
                        "task");
    require_no_children(work, task);
    require_document(wanted.document);
    require_length(wanted.reason, max_note_bytes, "reason");
    if (wanted.happened > work.today())
        throw UserError("term.event_future", {spoken_day(wanted.happened), spoken_day(work.today())},
                        "happened");
    if (wanted.happened < issued)
        throw UserError("term.event_before_issue", {spoken_day(wanted.happened), spoken_day(issued)},
                        "happened");
    if (wanted.due && *wanted.due < wanted.happened)
        throw UserError("term.due_before_event", {spoken_day(*wanted.due), spoken_day(wanted.happened)},
                        "due");
    if (wanted.due) check_due(*wanted.due, issued);

    store::TermEntry entry{.kind = ChangeKind::EventHappened,
                           .by = wanted.by,
                           .happened = wanted.happened,
                           .phrase = task.deadline.phrase,
                           .due = wanted.due,
                           .document = wanted.document,
                           .reason = wanted.reason};
    std::vector<Message> problems;
    if (entry.due)
        entry.why = {"term.by_hand", {spoken_day(*entry.due)}};
    else
        count_from_event(work, task, issued, entry, problems);
    const auto newest = work.store.task_terms.newest(task.id);
    if (!entry.due && newest &&
        newest->kind == ChangeKind::TermSet) {  // an event takes no day away that was set
        entry.due = newest->due;
        entry.hour = newest->hour;
        entry.why = newest->why;
    }
    refuse_repetition(newest, entry, task.id);
    if (newest && newest->kind == entry.kind) require_reason(wanted.reason);
    auto decided = decide_term(work, task, std::move(entry));
    decided.problems = std::move(problems);
    return decided;
}

TermDecided set_term(Work& work, const TermSetting& wanted) {
    const auto task = find_task_in_force(work, wanted.task);
    if (!due_days(task.deadline.term).empty())
        throw UserError("term.has_day", {std::to_string(task.id.value), kind_word(task.deadline.term)},
                        "task");
    require_no_children(work, task);
    if (wanted.due.has_value() == !wanted.phrase.empty()) throw UserError("term.due_or_phrase");
    require_document(wanted.document);
    require_reason(wanted.reason);
    require_length(wanted.phrase, max_note_bytes, "phrase");
    const auto issued = wanted.issued.value_or(work.today());
    if (issued > work.today())
        throw UserError("term.issued_future", {spoken_day(issued), spoken_day(work.today())}, "issued");

    store::TermEntry entry{.kind = ChangeKind::TermSet,
                           .by = wanted.by,
                           .phrase = wanted.phrase,
                           .due = wanted.due,
                           .document = wanted.document,
                           .reason = wanted.reason};
    std::vector<Message> problems;
    if (entry.due) {
        entry.why = {"term.by_hand", {spoken_day(*entry.due)}};
    } else {
        auto reading = language::read_deadline(wanted.phrase, {issued, &work.rules.calendar});
        if (std::holds_alternative<Unread>(reading.deadline.term))
            throw UserError("term.unread", {wanted.phrase}, "phrase");
        const auto* on = std::get_if<DueOn>(&reading.deadline.term);
        if (on == nullptr)
            throw UserError("term.not_one_day", {wanted.phrase, kind_word(reading.deadline.term)}, "phrase");
        entry.due = on->due;
        entry.why = std::move(reading.deadline.reason);
        entry.hour = reading.deadline.hour;
        problems = std::move(reading.problems);
    }
    check_due(*entry.due, work.store.plans.brief(task.id).issued);
    refuse_repetition(work.store.task_terms.newest(task.id), entry, task.id);
    auto decided = decide_term(work, task, std::move(entry));
    decided.problems = std::move(problems);
    return decided;
}

TermDecided undo_decision(Work& work, TaskId id, Undo which, const std::string& reason,
                          const std::string& by) {
    const auto task = find_task_in_force(work, id);
    require_reason(reason);
    const auto newest = work.store.task_terms.newest(id);
    const auto made = which == Undo::Event ? ChangeKind::EventHappened : ChangeKind::TermSet;
    if (!newest || newest->kind != made)
        throw UserError("term.nothing_to_undo",
                        {std::to_string(id.value), "@action." + std::string{name_of(made)}}, "undo");
    const auto undone = which == Undo::Event ? ChangeKind::EventUndone : ChangeKind::TermUndone;
    return decide_term(work, task, {.kind = undone, .by = by, .reason = reason});
}

void supersede_decision(Work& work, TaskId task, const std::string& by) {
    const auto newest = work.store.task_terms.newest(task);
    if (!newest || !newest->due) return;
    work.store.task_terms.add(task, {.at = work.now, .kind = ChangeKind::Amend, .by = by});
    work.store.plans.set_decided_hour(task, std::nullopt);
}

std::optional<local_days> due_in_force(store::Store& store, const store::Task& task, local_days from) {
    if (const auto day = open_due(task.deadline.term, from)) return day;
    const auto newest = store.task_terms.newest(task.id);
    return newest ? newest->due : std::nullopt;
}

}  // namespace dondoc::engine
