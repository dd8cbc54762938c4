// SPDX-License-Identifier: Apache-2.0
#include "engine/flow/flow_planning.h"

#include <algorithm>
#include <chrono>

#include "store/flow_put_off.h"

namespace dondoc::engine {

DueMoment due_moment(const FlowTerm& term, sys_seconds due) {
    const auto day = civil_day(due);
    if (term.unit != FlowTerm::Unit::WorkingHours) return {day};
    return {day, std::chrono::floor<std::chrono::minutes>(to_local(due) - local_seconds{day})};
}

void plan_alarm(Work& work, const store::FlowItem& item) {
    auto& flow = work.store.flow;
    if (item.finished || !item.due) return flow.set_alarm(item.id, std::nullopt);
    const auto& policy = work.rules.flow.policy;
    const auto due = due_moment(item.clock.term, *item.due);
    // An alarm that should have gone off while the daemon was down is still told.
    const auto waiting = flow.alarm_of(item.id);
    const auto from = waiting ? std::min(work.now, waiting->at - std::chrono::seconds{1}) : work.now;
    auto step = first_step(policy, work.rules.calendar, due, from);
    while (step && flow.was_carried_out(item.id, due.day, step->step))
        step = next_step(policy, work.rules.calendar, due, step->step);
    flow.set_alarm(item.id, step);
}

void release_flow(Work& work, AgencyId agency, sys_seconds put_off_until) {
    const auto& policy = work.rules.flow.policy;
    for (const auto& alarm : store::flow_alarms_at(work.store.database, put_off_until, agency)) {
        const auto due = due_moment(work.store.flow.get(alarm.item).item.clock.term, alarm.due);
        if (moment_of(policy, work.rules.calendar, due, alarm.step) <= work.now)
            work.store.flow.set_alarm(alarm.item, PlannedStep{work.now, alarm.step});
    }
}

std::string flow_fingerprint(const Rules& rules) {
    std::string hours;
    for (const auto& [opens, closes] : rules.flow.hours)
        hours += clock_text(opens) + '-' + clock_text(closes) + ',';
    Rules of_dossiers;
    of_dossiers.policies = {rules.flow.policy};
    of_dossiers.calendar = rules.calendar;
    return hours + fingerprint(of_dossiers, {});
}

std::optional<store::FlowItemId> replan_flow(Work& work, store::FlowItemId after, int limit) {
    auto items = work.store.flow.open_after(after, limit);
    for (auto& item : items) {
        const auto due = flow_due(item.clock, work.rules.calendar, work.rules.flow.hours);
        if (due != item.due) {
            item.due = due;
            work.store.flow.change(item);
        }
        plan_alarm(work, item);
    }
    if (items.empty()) return std::nullopt;
    return items.back().id;
}

}  // namespace dondoc::engine
