// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/contains.h"
#include "engine/mutes.h"
#include "engine/priority_change.h"
#include "hub/requests/convert.h"
#include "hub/requests/handlers.h"

namespace dondoc::hub {
namespace {

constexpr int most_mutes = 1000;
constexpr int most_unreminded = 20;  // in a reply

std::string written(const Offset& offset) {
    return std::to_string(offset.count) + (offset.unit == Offset::Unit::WorkingDays ? "wd" : "d");
}

v1::Policy policy_of(const AlertPolicy& policy) {
    v1::Policy wire;
    wire.set_name(policy.name);
    for (const auto& level : policy.levels) wire.add_levels(level);
    for (const auto priority : policy.priorities) wire.add_priorities(std::string{name_of(priority)});
    for (const auto kind : policy.kinds) wire.add_kinds(std::string{name_of(kind)});
    for (const auto& agency : policy.agencies) wire.add_agencies(agency);
    for (const auto& offset : policy.before) wire.add_before(written(offset));
    wire.set_on_day(policy.on_day);
    for (const auto& offset : policy.after) wire.add_after(written(offset));
    if (policy.repeat) wire.set_every(written(*policy.repeat));
    wire.set_repeat_limit(static_cast<std::uint32_t>(policy.repeat_limit));
    for (const auto& offset : policy.escalate_after) wire.add_escalate_after(written(offset));
    for (const auto& code : policy.escalate_to) wire.add_escalate_to(code);
    if (policy.unseen_after) wire.set_unseen_after(written(*policy.unseen_after));
    constexpr std::size_t date_length = 11, time_length = 5;  // of "1970-01-01T07:30:00+07:00"
    wire.set_time(
        iso_instant(to_instant(local_seconds{policy.time_of_day})).substr(date_length, time_length));
    wire.set_working_days_only(policy.working_days_only);
    wire.set_digest(policy.digest);
    if (policy.review) wire.set_review(to_text(*policy.review));
    return wire;
}

v1::Mute mute_of(const Mute& mute, Call& call) {
    auto& store = call.engine.store();
    v1::Mute wire;
    wire.set_id(static_cast<std::uint64_t>(mute.id.value));
    if (const auto* assignment = std::get_if<AssignmentId>(&mute.target))
        wire.set_assignment(static_cast<std::uint64_t>(assignment->value));
    if (const auto* task = std::get_if<TaskId>(&mute.target))
        wire.set_task(static_cast<std::uint64_t>(task->value));
    if (const auto* document = std::get_if<DocumentId>(&mute.target))
        wire.set_document(store.plans.get(*document).number);
    if (const auto* agency = std::get_if<AgencyId>(&mute.target))
        wire.set_agency(store.agencies.get(*agency).code);
    wire.set_until(iso_day(mute.until));
    wire.set_reason(mute.reason);
    wire.set_by(mute.by);
    set(*wire.mutable_time(), mute.at);
    wire.set_holds(mute.holds(call.engine.today()));
    if (mute.ended) {
        set(*wire.mutable_ended(), mute.ended->at);
        wire.set_ended_by(mute.ended->by);
        wire.set_ended_reason(mute.ended->reason);
    }
    wire.set_withheld(static_cast<std::uint64_t>(store.mutes.withheld(mute.id)));
    return wire;
}

std::vector<MuteTarget> targets_of(const Call& call, const v1::MuteAddRequest& wanted) {
    const int given = (wanted.assignment() != 0) + (wanted.task() != 0) + !wanted.document().empty() +
                      !wanted.agency().empty() + !wanted.assignments().empty();
    if (given != 1) throw UserError("mute.one_target");
    if (wanted.assignment() != 0) return {call.assignment(wanted.assignment()).id};
    if (wanted.task() != 0) return {call.task(wanted.task()).id};
    if (!wanted.document().empty()) return {call.document({wanted.document()}).id};
    if (!wanted.agency().empty()) return {call.registered(wanted.agency()).id};
    std::vector<MuteTarget> targets;
    for (const auto id : wanted.assignments())
        if (const MuteTarget target{call.assignment(id, "assignments").id}; !contains(targets, target))
            targets.push_back(target);
    return targets;
}

void add_unreminded(Call& call, const Mute& mute, v1::MuteReply& reply) {
    const auto left = engine::left_unreminded(*call.work, mute);
    reply.set_unreminded_total(reply.unreminded_total() + left.size());
    auto& store = call.engine.store();
    for (const auto& assignment : left) {
        if (reply.unreminded_size() == most_unreminded) return;
        const auto task = store.plans.brief(assignment.task);
        auto& wire = *reply.add_unreminded();
        wire.set_assignment(static_cast<std::uint64_t>(assignment.id.value));
        wire.set_agency(store.agencies.get(assignment.agency).code);
        wire.set_document(task.document);
        wire.set_task_number(task.number);
        wire.set_due(iso_day(*assignment.due));
    }
}

}  // namespace

void show_policy(Call& call, const v1::PolicyShowRequest&, v1::PolicyShowReply& shown) {
    for (const auto& policy : call.engine.rules().policies) *shown.add_policies() = policy_of(policy);
    shown.set_office(call.engine.rules().office);
}

void add_mute(Call& call, const v1::MuteAddRequest& wanted, v1::MuteReply& reply) {
    const auto until = to_day(wanted.until(), "until");
    if (!until) throw UserError("mute.no_end", {}, "until");
    for (const auto& target : targets_of(call, wanted)) {
        const auto mute = engine::add_mute(*call.work, target, *until, wanted.reason(), call.by());
        reply.set_mutes(reply.mutes() + 1);
        if (reply.mutes() == 1) *reply.mutable_mute() = mute_of(mute, call);
        add_unreminded(call, mute, reply);
    }
}

void end_mute(Call& call, const v1::MuteEndRequest& wanted, v1::MuteReply& reply) {
    const auto mute =
        engine::end_mute(*call.work, {static_cast<std::int64_t>(wanted.mute())}, wanted.reason(), call.by());
    *reply.mutable_mute() = mute_of(mute, call);
}

void list_mutes(Call& call, const v1::MuteListRequest& wanted, v1::MuteListReply& list) {
    auto& store = call.engine.store();
    const auto mutes = wanted.all() ? store.mutes.all(most_mutes) : store.mutes.holding(call.engine.today());
    for (const auto& mute : mutes) *list.add_mutes() = mute_of(mute, call);
}

void change_priority(Call& call, const v1::TaskPriorityRequest& wanted, v1::TaskPriorityReply& changed) {
    const auto priority = parse_priority(wanted.priority());
    if (!priority) throw UserError("task.bad_priority", {wanted.priority()}, "priority");
    const auto told = engine::change_priority(*call.work, call.task(wanted.task()).id, *priority,
                                              wanted.reason(), call.by());
    changed.set_task(wanted.task());
    changed.set_priority(wanted.priority());
    changed.set_told(static_cast<std::uint64_t>(told));
}

void list_unseen(Call& call, const v1::UnseenListRequest&, v1::UnseenListReply& list) {
    auto& store = call.engine.store();
    for (const auto& inbox : store.unseen.list()) {
        auto& row = *list.add_rows();
        row.set_agency(inbox.code);
        row.set_name(inbox.name);
        row.set_by_persons(inbox.by_persons);
        row.set_handed(static_cast<std::uint64_t>(inbox.handed.events));
        row.set_delivered(static_cast<std::uint64_t>(inbox.delivered.events));
        row.set_waiting(static_cast<std::uint64_t>(inbox.waiting.events));
        row.set_sent(static_cast<std::uint64_t>(store.deliveries.sent_unseen(inbox.agency, inbox.seen_to)));
        if (inbox.handed.since) set(*row.mutable_handed_since(), *inbox.handed.since);
        if (inbox.delivered.since) set(*row.mutable_delivered_since(), *inbox.delivered.since);
        if (inbox.waiting.since) set(*row.mutable_waiting_since(), *inbox.waiting.since);
    }
}

}  // namespace dondoc::hub
