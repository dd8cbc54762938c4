// SPDX-License-Identifier: Apache-2.0
#include "engine/succession/succession_transfer.h"

#include <algorithm>

#include "domain/agencies_in_time.h"
#include "engine/digest.h"
#include "engine/life_record.h"
#include "engine/planning.h"
#include "wire/time.h"

namespace dondoc::engine {
namespace {

constexpr AgencyId nobody{};

// The one that comes first; no day comes last.
bool is_earlier(const std::optional<local_days>& one, const std::optional<local_days>& other) {
    return one && (!other || *one < *other);
}

// Two parts of one task are one now: it is as far as the part that is less far.
void join(store::Assignment& into, const store::Assignment& other) {
    if (is_earlier(other.due, into.due)) {
        into.due = other.due;
        into.original_due = other.original_due;
    }
    into.state = std::min(into.state, other.state);
    if (!into.progress || !other.progress)
        into.progress.reset();
    else
        into.progress = std::min(*into.progress, *other.progress);
    into.reworks = std::max(into.reworks, other.reworks);
    if (!into.asked_due) into.asked_due = other.asked_due;
}

void take_state(store::Assignment& into, const store::Assignment& from) {
    into.state = from.state;
    into.due = from.due;
    into.original_due = from.original_due;
    into.asked_due = from.asked_due;
    into.completed_on = from.completed_on;  // of a result that was reported
    into.progress = from.progress;
    into.reworks = from.reworks;
    into.transferred_from = from.id;
}

// A renamed agency is another one in its code only.
std::string code_before(store::Agencies& agencies, const store::SuccessionRecord& succession, AgencyId id) {
    auto code = agencies.get(id).code;
    if (succession.kind != SuccessionKind::Rename) return code;
    for (const auto& agency : agencies.load().agencies)
        if (agency.code == code) return name_on(agency, succession.day - date::days{1}).code;
    return code;
}

}  // namespace

Joining joining_of(const std::optional<store::Assignment>& own, const store::Assignment& part) {
    const bool holds = own && (is_open(own->state) || own->state == Workflow::Completed);
    if (!holds) return Joining::HandedOver;
    if (part.state == Workflow::Reported) return Joining::Kept;
    return awaits_agency(own->state) ? Joining::Joined : Joining::Returned;
}

v1::Succession to_wire(store::Agencies& agencies, const store::SuccessionRecord& succession) {
    v1::Succession wire;
    wire.set_kind(static_cast<v1::Succession::Kind>(static_cast<int>(succession.kind) + 1));
    wire.set_day(iso_day(succession.day));
    wire.set_document(succession.document);
    for (const auto id : succession.from) wire.add_from(code_before(agencies, succession, id));
    for (const auto id : succession.to) wire.add_to(agencies.get(id).code);
    wire.set_by(succession.by);
    wire::set(*wire.mutable_time(), succession.at);
    return wire;
}

SuccessionTransfer::SuccessionTransfer(Work& work, const Directory& directory,
                                       const store::SuccessionRecord& succession, const std::string& by)
    : work_(work),
      directory_(directory),
      succession_(succession),
      by_(by),
      mutes_(work.store.mutes.holding(work.today())) {
    std::erase_if(mutes_,
                  [](const Mute& mute) { return !std::holds_alternative<AssignmentId>(mute.target); });
}

v1::SuccessionNotice::Share& SuccessionTransfer::share(AgencyId from, AgencyId to) {
    return shares_[from][to];
}

store::Assignment SuccessionTransfer::taken_over(const store::Assignment& assignment, AgencyId to) {
    if (auto own = work_.store.assignments.counterpart(assignment, to)) {
        if (is_open(own->state)) {
            join(*own, assignment);
            work_.store.alarms.remove(assignment.id);
            return *own;
        }
        // It had been taken back; what comes now was not, and a task has one part of an agency.
        take_state(*own, assignment);
        work_.store.successions.hand_over_alarm(assignment.id, own->id, to);
        return *own;
    }
    auto made =
        work_.store.assignments.add(assignment.task, to, assignment.due, work_.now, assignment.occurrence);
    take_state(made, assignment);
    work_.store.successions.hand_over_alarm(assignment.id, made.id, to);
    return made;
}

void SuccessionTransfer::hand_over(store::Assignment assignment, AgencyId to) {
    auto taken = taken_over(assignment, to);
    taken.note = succession_.document;
    write_change(work_, taken, ChangeKind::TakeOver, by_,
                 handed_over(work_, assignment, succession_.document));
    assignment.state = Workflow::Transferred;
    assignment.asked_due = std::nullopt;
    assignment.note = succession_.document;
    write_change(work_, assignment, ChangeKind::Transfer, by_,
                 handed_over(work_, taken, succession_.document));
    work_.store.successions.add_transfer(assignment.id, taken.id, succession_.id);

    for (const auto& mute : mutes_) {
        if (mute.target != MuteTarget{assignment.id}) continue;
        auto same = mute;
        same.target = taken.id;
        work_.store.mutes.add(same);
    }
    plan_alarm(work_, directory_, taken, traits_of(work_.store.plans.brief(taken.task)));
    add_item(to, taken.task, &taken, assignment.agency);
    auto& told = share(assignment.agency, to);
    told.set_assignments(told.assignments() + 1);
    tasks_[assignment.agency].push_back(assignment.task);
}

void SuccessionTransfer::hand_over_cooperation(TaskId task, AgencyId from, AgencyId to) {
    work_.store.plan_changes.remove_cooperation(task, from);
    const auto leads = work_.store.assignments.find(task, to);
    const auto others = work_.store.plans.cooperating(task);
    if (!(leads && is_open(leads->state)) && std::ranges::find(others, to) == others.end()) {
        work_.store.plans.add_cooperation(task, to);
        add_item(to, task, nullptr, from);
    }
    auto& told = share(from, to);
    told.set_cooperations(told.cooperations() + 1);
    tasks_[from].push_back(task);
}

void SuccessionTransfer::end_cooperation(TaskId task, AgencyId from) {
    work_.store.plan_changes.remove_cooperation(task, from);
    auto& told = share(from, nobody);
    told.set_cooperations(told.cooperations() + 1);
    tasks_[from].push_back(task);
}

void SuccessionTransfer::return_to_office(store::Assignment assignment,
                                          const std::optional<store::Assignment>& own) {
    assignment.state = Workflow::Returned;
    assignment.asked_due = std::nullopt;
    assignment.note = succession_.document;
    v1::ChangeDetail detail;
    if (own) detail = handed_over(work_, *own, succession_.document);
    detail.set_note(succession_.document);
    write_change(work_, assignment, ChangeKind::Return, by_, detail);
    work_.store.alarms.remove(assignment.id);
    auto& told = share(assignment.agency, nobody);
    told.set_assignments(told.assignments() + 1);
    tasks_[assignment.agency].push_back(assignment.task);
}

void SuccessionTransfer::add_item(AgencyId to, TaskId task, const store::Assignment* assignment,
                                  AgencyId from) {
    const auto brief = work_.store.plans.brief(task);
    const auto due = assignment != nullptr ? assignment->due : std::nullopt;
    auto item = item_of(brief, assignment != nullptr ? assignment->id : AssignmentId{}, task,
                        due.value_or(work_.today()), work_.today());
    if (!due) {
        item.clear_due();
        item.clear_days_left();
    }
    if (assignment == nullptr) item.set_role("cooperating");
    item.set_agency(work_.store.agencies.get(from).code);
    items_[to].insert_or_assign({assignment != nullptr ? assignment->id : AssignmentId{}, task},
                                GivenItem{std::move(item), brief.document_id});
}

void SuccessionTransfer::tell() {
    for (const auto& [agency, items] : items_) {
        DigestWriter digest{work_, work_.store.agencies.get(agency), v1::EventKind::assigned};
        for (const auto& [key, given] : items) digest.add(given.item, given.document);
        digest.finish();
    }
    const auto told = to_wire(work_.store.agencies, succession_);
    for (const auto agency : succession_.from) {
        v1::Event event;
        event.set_kind(v1::EventKind::changed);
        auto& notice = *event.mutable_succession();
        *notice.mutable_succession() = told;
        for (auto& [to, part] : shares_[agency]) {
            if (to != nobody) {
                const auto successor = work_.store.agencies.get(to);
                part.set_to(successor.code);
                part.set_name(successor.name);
            }
            *notice.add_shares() = part;
        }
        const auto id = work_.publish(work_.store.agencies.get(agency), std::move(event));
        auto& tasks = tasks_[agency];
        std::ranges::sort(tasks);
        tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
        for (const auto task : tasks) work_.store.notices.add(task, id);
    }
}

}  // namespace dondoc::engine
