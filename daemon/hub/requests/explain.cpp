// SPDX-License-Identifier: Apache-2.0
#include "hub/requests/explain.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "engine/planning.h"
#include "engine/stored_event.h"
#include "hub/requests/convert.h"
#include "hub/requests/deliveries.h"
#include "hub/requests/term_page.h"

namespace dondoc::hub {
namespace {

constexpr int max_history = 1000;  // of each kind of record

v1::AlertRecord record_of(const store::AlertRecord& alert) {
    v1::AlertRecord wire;
    wire.set_assignment(static_cast<std::uint64_t>(alert.assignment.value));
    wire.set_agency(alert.agency);
    wire.set_step(alert.step);
    wire.set_due(iso_day(alert.due));
    set(*wire.mutable_time(), alert.at);
    wire.set_skipped(!alert.event);
    wire.set_told(alert.told);
    wire.set_number(static_cast<std::uint64_t>(alert.number.value));
    wire.set_acknowledged(alert.acknowledged);
    return wire;
}

// Which change the event tells of; empty: none, or its content cannot be shown.
std::string told_action(const store::StoredEvent& stored) {
    const auto event = engine::decoded(stored);
    if (!event) return {};
    return event->has_succession() ? "succession" : event->change().action();
}

v1::AlertRecord record_of(const store::NoticeRecord& notice, store::Inbox& inbox) {
    v1::AlertRecord wire;
    wire.set_kind(static_cast<v1::EventKind::Kind>(notice.kind));
    if (wire.kind() == v1::EventKind::changed) wire.set_action(told_action(inbox.find(notice.event)->event));
    wire.set_agency(notice.told);
    wire.set_told(notice.told);
    set(*wire.mutable_time(), notice.at);
    wire.set_number(static_cast<std::uint64_t>(notice.number.value));
    wire.set_acknowledged(notice.acknowledged);
    return wire;
}

v1::AlertRecord record_of(const store::WithheldRecord& withheld, const Mute& mute) {
    v1::AlertRecord wire;
    wire.set_assignment(static_cast<std::uint64_t>(withheld.assignment.value));
    wire.set_agency(withheld.agency);
    wire.set_step(withheld.step);
    wire.set_due(iso_day(withheld.due));
    set(*wire.mutable_time(), withheld.at);
    wire.mutable_withheld()->set_id(static_cast<std::uint64_t>(mute.id.value));
    wire.mutable_withheld()->set_until(iso_day(mute.until));
    wire.mutable_withheld()->set_reason(mute.reason);
    return wire;
}

void add_alerts(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& store = call.engine.store();
    const auto scope = call.agency({});
    auto& records = *shown.mutable_alerts();
    for (const auto& notice : store.notices.history(task, scope, max_history))
        *records.Add() = record_of(notice, store.inbox);
    for (const auto& withheld : store.mutes.history(task, scope, max_history))
        *records.Add() = record_of(withheld, store.mutes.get(withheld.mute).value());
    for (const auto& alert : store.alarms.history(task, scope, max_history))
        *records.Add() = record_of(alert);
    for (auto& record : records) add_reached(call, record);
    std::ranges::stable_sort(records, {}, [](const auto& record) { return record.time().seconds(); });
}

void add_planned(Call& call, TaskId task, v1::TaskShowReply& shown) {
    auto& engine = call.engine;
    const auto traits = engine.store().plans.brief(task);
    for (const auto& planned : engine.store().alarms.planned_for(task)) {
        if (!call.may_see(planned.agency_id)) continue;
        auto& wire = *shown.add_planned();
        wire.set_assignment(static_cast<std::uint64_t>(planned.assignment.value));
        wire.set_agency(planned.agency);
        wire.set_step(planned.step);
        set(*wire.mutable_time(), planned.at);
        wire.set_held(planned.held);
        const auto* policy = engine::policy_of(engine.rules(), engine.directory(), engine::traits_of(traits),
                                               planned.agency_id);
        if (policy == nullptr) continue;
        wire.set_rule(policy->name);
        const auto step = parse_step(planned.step);
        if (step && step->kind == AlertKind::Escalation)
            for (const auto& code : policy->escalate_to) wire.add_told(code);
        else
            wire.add_told(planned.agency);
    }
}

}  // namespace

void explain_task(Call& call, TaskId task, v1::TaskShowReply& shown) {
    add_alerts(call, task, shown);
    add_planned(call, task, shown);
    add_term_page(call, task, shown);
}

}  // namespace dondoc::hub
