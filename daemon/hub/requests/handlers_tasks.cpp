// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/contains.h"
#include "hub/requests/children_page.h"
#include "hub/requests/clock.h"
#include "hub/requests/convert.h"
#include "hub/requests/explain.h"
#include "hub/requests/handlers.h"
#include "hub/requests/life.h"
#include "hub/requests/listing.h"
#include "hub/requests/paging.h"
#include "hub/requests/untold.h"
#include "hub/requests/waiting_counts.h"

namespace dondoc::hub {
namespace {

constexpr std::size_t pressed_shown = 100;  // agencies of a status

// Codes that policies name as told, and nobody has.
std::set<std::string> unknown_recipients(Call& call) {
    std::set<std::string> codes{call.engine.rules().office};
    for (const auto& policy : call.engine.rules().policies)
        codes.insert(policy.escalate_to.begin(), policy.escalate_to.end());
    codes.erase("");
    std::erase_if(codes, [&](const auto& code) { return call.engine.directory().knows(code); });
    return codes;
}

void add_agency(Call& call, AgencyId agency, const store::TimelinessCounts& counts, v1::StatusReply& status) {
    const auto ref = call.engine.store().agencies.get(agency);
    auto& row = *status.add_agency_counts();
    row.set_code(ref.code);
    row.set_name(ref.name);
    *row.mutable_counts() = to_wire(counts);
}

// Of one document, which has some hundreds of assignments: each is looked at.
void add_document_counts(Call& call, const store::AssignmentFilter& filter, v1::StatusReply& status) {
    store::TimelinessCounts total;
    std::vector<std::pair<AgencyId, store::TimelinessCounts>> pressed;
    for (auto& [agency, counts] : call.engine.store().lists.counts_by_agency(filter)) {
        for (const auto& [timeliness, count] : counts) total[timeliness] += count;
        if (counts.contains(Timeliness::Overdue) || counts.contains(Timeliness::DueToday) ||
            counts.contains(Timeliness::DueSoon))
            pressed.emplace_back(agency, std::move(counts));
    }
    std::ranges::stable_sort(pressed, std::greater{},
                             [](const auto& entry) { return to_wire(entry.second).overdue(); });
    *status.mutable_counts() = to_wire(total);
    status.set_pressed(pressed.size());
    for (std::size_t i = 0; i < std::min(pressed.size(), pressed_shown); ++i)
        add_agency(call, pressed[i].first, pressed[i].second, status);
}

// The counts in all, and of the agencies that are pressed most.
void add_counts(Call& call, const store::AssignmentFilter& filter, v1::StatusReply& status) {
    if (!filter.documents.empty()) return add_document_counts(call, filter, status);
    auto& tallies = call.engine.store().tallies;
    const auto moment = filter.moment();
    *status.mutable_counts() =
        to_wire(filter.agency ? tallies.of(*filter.agency, moment) : tallies.all(moment));
    auto pressed = tallies.pressing(moment);
    if (filter.agency) std::erase_if(pressed, [&](auto agency) { return agency != *filter.agency; });
    status.set_pressed(pressed.size());
    for (std::size_t i = 0; i < std::min(pressed.size(), pressed_shown); ++i)
        add_agency(call, pressed[i], tallies.of(pressed[i], moment), status);
}

// Whoever has nothing left that presses, once what waits for the office is set apart, is not shown as
// pressed.
void set_waiting_apart(Call& call, const store::AssignmentFilter& filter, v1::StatusReply& status) {
    const WaitingCounts waiting{call, filter.agency};
    const auto counted = [&](const store::WaitingResult& result) {
        return filter.documents.empty() || contains(filter.documents, result.document);
    };
    waiting.set_apart(*status.mutable_counts(), counted);
    auto& agencies = *status.mutable_agency_counts();
    for (auto& row : agencies) {
        const auto agency = call.engine.store().agencies.find(row.code())->id;
        waiting.set_apart(*row.mutable_counts(), [&](const store::WaitingResult& result) {
            return result.agency == agency && counted(result);
        });
    }
    const auto before = agencies.size();
    const auto calm = std::remove_if(agencies.begin(), agencies.end(), [](const v1::AgencyCounts& row) {
        return row.counts().overdue() + row.counts().due_today() + row.counts().due_soon() == 0;
    });
    agencies.erase(calm, agencies.end());
    status.set_pressed(status.pressed() - static_cast<std::uint64_t>(before - agencies.size()));
    std::ranges::stable_sort(agencies, std::greater{},
                             [](const v1::AgencyCounts& row) { return row.counts().overdue(); });
}

// An agency that ceased hears it with every look at its own.
void warn_of_end(Call& call, AgencyId agency, v1::StatusReply& status) {
    auto& store = call.engine.store();
    const auto ended = store.successions.ended_by(agency);
    if (!ended) return;
    std::string successors;
    for (const auto id : ended->to)
        successors += (successors.empty() ? "" : "; ") + store.agencies.get(id).name;
    if (successors.empty()) successors = "@cli.succession.nobody";
    status.add_warnings(text::render(
        call.lang, {"status.agency_ended",
                    {store.agencies.get(agency).name, spoken_day(ended->day - date::days{1}), successors}}));
}

// A task that was taken from the agency: the row as it was then, and nothing that was decided since.
void show_task_as_then(const Call& call, const store::Task& task, sys_seconds parted,
                       v1::TaskShowReply& shown) {
    if (!call.has_part_in(task.document)) shown.mutable_document()->clear_title();
    auto& terms = *shown.mutable_terms();
    const auto later = std::ranges::find_if(terms, [&](const v1::TermEntry& entry) {
        return entry.time().seconds() > parted.time_since_epoch().count();
    });
    terms.erase(later, terms.end());
    const auto then = call.text_then(task.id);
    if (!then) return;
    v1::PlanRow row;
    row.set_number(then->number);
    row.set_section(then->section);
    row.set_title(then->title);
    row.set_requirement(then->requirement);
    row.set_solution(then->solution);
    row.set_deadline_text(then->deadline_text);
    row.set_lead_text(then->lead_text);
    row.set_cooperating_text(then->cooperating_text);
    *shown.mutable_row() = std::move(row);
}

}  // namespace

void show_status(Call& call, const v1::StatusRequest& wanted, v1::StatusReply& status) {
    auto& engine = call.engine;
    auto& store = engine.store();
    auto filter = own_filter(call, wanted.agency());
    filter.documents = call.documents(wanted.document());

    add_counts(call, filter, status);
    set_waiting_apart(call, filter, status);
    status.set_today(iso_day(filter.today));
    set(*status.mutable_now(), engine.now());
    status.set_clock(engine.is_simulated() ? "simulated" : "system");
    status.set_documents(static_cast<std::uint64_t>(store.plans.count()));
    status.set_agencies(static_cast<std::uint64_t>(store.agencies.count()));
    status.set_version(DONDOC_VERSION);
    if (call.sees_all()) {
        if (const auto next = engine.next_alarm()) set(*status.mutable_next_alarm(), *next);
        status.set_last_event(static_cast<std::uint64_t>(store.inbox.last_event().value));
        status.set_sessions(static_cast<std::uint32_t>(call.sessions));
        auto& turned_away = *status.mutable_turned_away();
        turned_away.set_connections(call.turned_away.connections);
        turned_away.set_frames(call.turned_away.frames);
        turned_away.set_requests(call.turned_away.requests);
        turned_away.set_open(call.turned_away.open);
    }
    warn_of_clock(call, status);
    if (filter.agency) warn_of_end(call, *filter.agency, status);
    for (const auto& code : unknown_recipients(call))
        status.add_warnings(text::render(call.lang, {"status.escalate_to_unknown", {code}}));
    const auto held = store.alarms.held(filter.agency);
    status.set_held(static_cast<std::uint64_t>(held));
    if (call.sees_all()) status.set_mutes(store.mutes.holding(filter.today).size());
    if (held > 0)
        status.add_warnings(text::render(call.lang, {"status.held", {std::to_string(held)}}));
    else if (status.mutes() > 0)
        status.add_warnings(text::render(call.lang, {"status.muted", {std::to_string(status.mutes())}}));
    warn_of_all_untold(call, filter.agency, *status.mutable_warnings());
    add_storage_state(call, status);
    const date::year year = date::year_month_day{filter.today}.year();
    if (!engine.rules().calendar.is_declared(year))
        status.add_warnings(
            text::render(call.lang, {"status.year_not_declared", {std::to_string(int{year})}}));
}

void show_task(Call& call, const v1::TaskShowRequest& wanted, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    const auto task = call.task(wanted.task());
    const auto id = task.id;

    shown.set_task(wanted.task());
    *shown.mutable_document() = to_wire(store.plans.get(task.document));
    *shown.mutable_row() = to_wire(task, call.lang);
    if (task.dropped_at) shown.set_dropped(iso_day(civil_day(*task.dropped_at)));
    auto filter = own_filter(call, {});
    if (call.cooperates(id)) filter.agency = std::nullopt;
    filter.task = id;
    auto assignments = store.lists.all(filter);
    if (assignments.size() > max_page_size) assignments.resize(max_page_size);
    add_rows(call, filter, assignments, *shown.mutable_assignments());
    shown.set_priority(std::string{name_of(task.priority)});
    explain_task(call, id, shown);
    add_life(call, id, filter.agency, shown);
    if (const auto parted = call.parted(id)) return show_task_as_then(call, task, *parted, shown);
    add_family(call, task, shown);
    for (const auto& decision : store.row_decisions.of(id)) {
        auto& wire = *shown.add_decisions();
        set(*wire.mutable_time(), decision.at);
        wire.set_by(decision.by);
        wire.set_field(decision.field);
        wire.set_old(decision.old);
        wire.set_new_(decision.now);
        wire.set_document(decision.document);
        wire.set_reason(decision.reason);
    }
    if (call.sees_all())
        for (const auto& source : store.task_sources.of(id)) {
            auto& wire = *shown.add_sources();
            wire.set_source(source.source);
            wire.set_id(source.id);
        }
    for (const auto agency : store.plans.cooperating(id))
        shown.add_cooperating(store.agencies.get(agency).code);
}

v1::AssignmentRow assignment_row(Call& call, AssignmentId assignment) {
    const auto filter = own_filter(call, {});
    v1::TaskListReply list;
    add_rows(call, filter, {call.engine.store().lists.one(assignment).value()}, *list.mutable_rows());
    return std::move(*list.mutable_rows(0));
}

}  // namespace dondoc::hub
