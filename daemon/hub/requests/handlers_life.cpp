// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "domain/document_number.h"
#include "domain/recurrence.h"
#include "engine/assignment_changes.h"
#include "engine/children.h"
#include "engine/occurrences.h"
#include "engine/transfer.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"
#include "hub/requests/listing.h"
#include "hub/requests/paging.h"
#include "hub/requests/persons.h"
#include "language/words/normalize.h"

namespace dondoc::hub {
namespace {

using Wanted = v1::AssignmentChangeRequest;

constexpr int shown_changes = 1000;  // of one task

// The agency named beside a task: who cooperates in it may name the one that leads.
std::optional<AgencyId> agency_named(const Call& call, TaskId task, const std::string& code) {
    if (code.empty() || !call.cooperates(task)) return call.agency(code);
    return call.registered(code).id;
}

store::Assignment find_assignment(const Call& call, const Wanted& wanted) {
    if (wanted.assignment() != 0) return call.assignment(wanted.assignment());
    const TaskId task{static_cast<std::int64_t>(wanted.task())};
    const auto agency = agency_named(call, task, wanted.agency());
    if (!agency) throw UserError("assignment.no_agency", {}, "agency");
    const auto found = call.engine.store().assignments.find(task, *agency);
    if (!found || !call.actor(*found))
        throw UserError("assignment.none", {std::to_string(wanted.task())}, "task");
    return *found;
}

Action wanted_action(Wanted::Action wanted, Actor actor) {
    constexpr auto actions = std::to_array<std::pair<Wanted::Action, Action>>({
        {Wanted::receive, Action::Receive},
        {Wanted::start, Action::Start},
        {Wanted::progress, Action::Progress},
        {Wanted::report, Action::Report},
        {Wanted::recall, Action::Recall},
        {Wanted::confirm, Action::Confirm},
        {Wanted::rework, Action::Rework},
        {Wanted::complete, Action::Complete},
        {Wanted::return_, Action::Return},
        {Wanted::transfer, Action::Transfer},
        {Wanted::cancel, Action::Cancel},
        {Wanted::reopen, Action::Reopen},
        {Wanted::request_extension, Action::RequestExtension},
        {Wanted::grant_extension, Action::GrantExtension},
        {Wanted::refuse_extension, Action::RefuseExtension},
        {Wanted::extend, Action::Extend},
        {Wanted::comment, Action::Comment},
    });
    static_assert(actions.size() == action_count);
    const auto* found = std::ranges::find(actions, wanted, &std::pair<Wanted::Action, Action>::first);
    if (found == actions.end()) throw UserError("assignment.no_action", {}, "action");
    // To an agency work is completed when its result is confirmed.
    if (found->second == Action::Complete && actor == Actor::Agency) return Action::Report;
    return found->second;
}

engine::AssignmentChange change_of(Call& call, const Wanted& wanted, Action action, Actor actor) {
    engine::AssignmentChange change;
    change.action = action;
    change.actor = actor;
    change.by = call.by();
    change.note = wanted.note();
    change.date = to_day(wanted.date(), "date");
    change.due = to_day(wanted.due(), "due");
    if (wanted.has_percent())
        change.percent =
            static_cast<int>(std::min<std::uint32_t>(wanted.percent(), std::numeric_limits<int>::max()));
    auto& said = change.said;
    if (!wanted.result_number().empty())
        said.mutable_result()->set_number(printed_number(wanted.result_number(), "result_number"));
    if (!wanted.result_issuer().empty()) said.mutable_result()->set_issuer(wanted.result_issuer());
    *said.mutable_evidence() = wanted.evidence();
    if (wanted.has_next()) {
        if (!to_day(wanted.next().day(), "next.day"))
            throw UserError("assignment.no_next_day", {}, "next.day");
        *said.mutable_next() = wanted.next();
    }
    if (!wanted.decision().empty())
        said.mutable_extension()->set_document(printed_number(wanted.decision(), "decision"));
    return change;
}

std::optional<engine::Revocation> revocation(const Wanted& wanted) {
    if (wanted.occurrences() == Wanted::series) return engine::Revocation::Series;
    if (wanted.occurrences() == Wanted::only_this) return engine::Revocation::OnlyThis;
    return std::nullopt;
}

v1::LifeEntry entry_of(Call& call, const store::ListedChange& listed) {
    const auto& change = listed.change;
    v1::LifeEntry wire;
    wire.set_assignment(static_cast<std::uint64_t>(change.assignment.value));
    wire.set_revision(static_cast<std::uint64_t>(change.revision));
    set(*wire.mutable_time(), change.at);
    wire.set_action(std::string{name_of(change.kind)});
    wire.set_by(change.by);
    wire.set_state(std::string{name_of(change.state)});
    if (change.due) wire.set_due(iso_day(*change.due));
    if (change.original_due) wire.set_original_due(iso_day(*change.original_due));
    if (change.completed_on) wire.set_completed_on(iso_day(*change.completed_on));
    wire.set_reworks(static_cast<std::uint32_t>(change.reworks));
    if (change.progress) wire.set_progress(static_cast<std::uint32_t>(*change.progress));
    if (!wire.mutable_detail()->ParseFromString(change.detail))
        throw std::runtime_error("a change of assignment " + std::to_string(change.assignment.value) +
                                 " cannot be decoded");
    wire.set_task(static_cast<std::uint64_t>(listed.task.value));
    wire.set_document(listed.document);
    wire.set_task_number(listed.task_number);
    wire.set_agency(listed.agency);
    if (wire.detail().person() != 0) {
        auto name = name_for(call, {static_cast<std::int64_t>(wire.detail().person())});
        if (name.empty()) wire.mutable_detail()->clear_person();  // nor the id: it is the agency's own affair
        wire.mutable_detail()->set_person_name(std::move(name));
    }
    return wire;
}

// A name that no history has is a slip of the pen, not an empty answer. Empty: any kind.
std::optional<ChangeKind> asked_kind(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto kind = change_kind(name);
    if (!kind) throw UserError("history.action", {name}, "action");
    return kind;
}

void add_next_occurrence(Call& call, const store::Assignment& assignment, v1::AssignmentChangeReply& done) {
    auto& store = call.engine.store();
    if (!store.openings.has(assignment.id)) return;
    const auto next =
        occurrence_after(store.plans.task(assignment.task)->deadline.term, assignment.occurrence.value());
    done.set_next_occurrence(iso_day(next.value()));
}

// Work of an agency that ceased waits for somebody who can do it.
void add_next_step(Call& call, AssignmentId id, v1::AssignmentChangeReply& done) {
    auto& store = call.engine.store();
    const auto assignment = store.assignments.get(id).value();
    const auto ended = store.successions.ended_by(assignment.agency);
    if (!ended || !is_live(assignment.state) || assignment.state == Workflow::Reported) return;
    std::string successors;
    for (const auto agency : ended->to)
        successors += (successors.empty() ? "" : ", ") + store.agencies.get(agency).code;
    done.set_next_step(text::render(
        call.lang, {"assignment.of_ended",
                    {store.agencies.get(assignment.agency).code, spoken_day(ended->day),
                     std::to_string(id.value), successors.empty() ? "@cli.succession.nobody" : successors}}));
}

}  // namespace

void add_life_since(Call& call, AssignmentId assignment, std::int64_t revision, int limit,
                    google::protobuf::RepeatedPtrField<v1::LifeEntry>& entries) {
    store::ChangeFilter filter;
    filter.assignment = assignment;
    filter.limit = limit;
    filter.newest_first = true;
    for (const auto& listed : call.engine.store().history.log(filter))
        if (listed.change.revision > revision) *entries.Add() = entry_of(call, listed);
    std::ranges::reverse(entries);
}

void add_life(Call& call, TaskId task, std::optional<AgencyId> agency, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    store::ChangeFilter filter;
    filter.task = task;
    filter.agency = agency;
    filter.limit = shown_changes;
    filter.newest_first = true;
    for (const auto& listed : store.history.log(filter)) *shown.add_life() = entry_of(call, listed);
    std::ranges::reverse(*shown.mutable_life());
    std::vector<Workflow> states;
    for (const auto& assignment : store.assignments.of_task(task)) states.push_back(assignment.state);
    shown.set_completed(is_completed(states) && store.openings.of_task(task).empty());
}

void change_assignment(Call& call, const v1::AssignmentChangeRequest& wanted,
                       v1::AssignmentChangeReply& done) {
    const auto assignment = find_assignment(call, wanted);
    call.require_active();
    const auto actor = call.actor(assignment).value();
    const auto action = wanted_action(wanted.action(), actor);
    if (wanted.revision() != 0)
        engine::require_revision(*call.work, assignment, static_cast<std::int64_t>(wanted.revision()));
    engine::next_state(assignment, action, actor);  // what is not possible is said before what is missing
    if (needs_reason(action) && language::normalize(wanted.note()).empty())
        throw UserError("assignment.no_reason", {"@action." + std::string{name_of(action)}}, "note");
    std::optional<AssignmentId> taken;
    done.set_action(std::string{name_of(action)});
    if (action == Action::Transfer) {
        const auto transferred =
            engine::transfer(*call.work, assignment, actor, {wanted.to(), wanted.note(), call.by()});
        taken = transferred.to.id;
    } else {
        auto change = change_of(call, wanted, action, actor);
        change.only_this =
            action == Action::Cancel &&
            engine::revocation_of(*call.work, assignment, revocation(wanted)) == engine::Revocation::OnlyThis;
        engine::change_assignment(*call.work, assignment, change);
    }
    // Who does something about work that it was told of has looked.
    if (actor == Actor::Agency)
        call.engine.store().looks.mark_work(assignment.agency, assignment.id, assignment.task,
                                            {call.work->now, std::nullopt, call.by()});
    engine::follow_children(*call.work);  // the answer says what came of it
    if (taken) *done.mutable_transferred() = assignment_row(call, *taken);
    *done.mutable_assignment() = assignment_row(call, assignment.id);
    if (action == Action::Cancel) add_next_occurrence(call, assignment, done);
    add_next_step(call, assignment.id, done);
}

void show_assignment_history(Call& call, const v1::AssignmentHistoryRequest& wanted,
                             v1::AssignmentHistoryReply& history) {
    auto& store = call.engine.store();
    store::ChangeFilter filter;
    if (wanted.assignment() != 0)
        filter.assignment = call.assignment(wanted.assignment()).id;
    else
        filter.agency = call.agency(wanted.agency());
    if (wanted.task() != 0) filter.task = call.task(wanted.task()).id;
    filter.documents = call.documents(wanted.document());
    filter.kind = asked_kind(wanted.action());
    if (const auto since = to_day(wanted.since(), "since")) filter.since = to_instant(local_seconds{*since});
    if (const auto until = to_day(wanted.until(), "until"))
        filter.before = to_instant(local_seconds{*until + date::days{1}});
    const int limit = page_size(wanted.limit());
    filter.limit = limit + 1;  // one more tells whether there is more
    filter.offset = offset_of(wanted.offset());
    for (const auto& listed : store.history.log(filter)) {
        if (history.entries_size() == limit) {
            history.set_more(true);
            break;
        }
        *history.add_entries() = entry_of(call, listed);
    }
}

}  // namespace dondoc::hub
