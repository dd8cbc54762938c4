// SPDX-License-Identifier: Apache-2.0
#include "simulation/flow_oracle.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "simulation/steps.h"
#include "simulation/violation.h"
#include "wire/time.h"

namespace dondoc::simulation {
namespace {

// Terms in hours end at an hour, all others with a day.
DueMoment moment_due(const FlowTerm& term, sys_seconds due) {
    const auto day = civil_day(due);
    if (term.unit != FlowTerm::Unit::WorkingHours) return {day};
    return {day, std::chrono::floor<std::chrono::minutes>(to_local(due) - local_seconds{day})};
}

}  // namespace

void FlowOracle::see(store::Store& store, sys_seconds now) {
    constexpr int all = 1'000'000;
    const auto mutes = store.mutes.all(all);
    Standings standings;
    for (const auto& item : store.flow.open_after({}, all)) {
        if (!item.due) continue;
        Standing standing{store.agencies.get(item.agency).code, moment_due(item.clock.term, *item.due), {}};
        for (const auto& mute : mutes)
            if (!mute.ended && mute.target == MuteTarget{item.agency} &&
                (!standing.muted_until || *standing.muted_until < mute.until))
                standing.muted_until = mute.until;
        standings.emplace(item.code, standing);
    }
    const auto last = static_cast<std::uint64_t>(store.inbox.last_event().value);
    if (!periods_.empty()) {
        if (periods_.back().standings == standings) return;
        periods_.back().until = now;
    }
    periods_.push_back({last, now, now, std::move(standings)});
}

void FlowOracle::check(const std::vector<v1::Event>& events, sys_seconds now) {
    if (periods_.empty()) return;
    periods_.back().until = now;
    for (const auto& event : events)
        for (const auto& item : event.flow().items()) check_item(event, item);
    std::map<std::string, std::size_t> begun;  // of the run in which due day and agency stay
    for (std::size_t i = 0; i < periods_.size(); ++i)
        for (const auto& [dossier, standing] : periods_[i].standings) {
            const bool goes_on = i > 0 && begun.contains(dossier) &&
                                 periods_[i - 1].standings.contains(dossier) &&
                                 periods_[i - 1].standings.at(dossier).due.day == standing.due.day &&
                                 periods_[i - 1].standings.at(dossier).due.hour == standing.due.hour;
            if (!goes_on) begun[dossier] = i;
            check_notice(dossier, begun[dossier], i);
        }
}

void FlowOracle::check_item(const v1::Event& event, const v1::FlowAlert& item) {
    const auto due = parse_instant(item.due());
    if (!due) throw Violation("a dossier's alert that cannot be read: " + event.ShortDebugString());
    const auto after = std::ranges::lower_bound(periods_, event.id(), {}, &Period::after_event);
    const auto* standings = after == periods_.begin() ? nullptr : &std::prev(after)->standings;
    const auto at = wire::to_instant(event.time());
    for (const auto& key : item.steps()) {
        const auto day = civil_day(*due);
        const auto what = key + " of dossier " + item.id() + " due " + item.due() + " to " + event.agency() +
                          " at " + iso_instant(at);
        if (++told_[{event.agency(), item.id(), iso_day(day), key}] > 1)
            throw Violation("told twice: " + what);
        if (standings == nullptr || !standings->contains(item.id()) ||
            standings->at(item.id()).due.day != day)
            throw Violation("told though it was not open, or not due then: " + what);
        const auto& standing = standings->at(item.id());
        if (standing.muted_until && civil_day(at) <= *standing.muted_until)
            throw Violation("told under a mute: " + what);
        const auto& policy = rules_.flow.policy;
        const auto steps = steps_of(policy, rules_.calendar, standing.due, at);
        const auto step = parse_step(key);
        if (!step || std::ranges::find(steps, *step, &PlannedStep::step) == steps.end())
            throw Violation("told too early, or no step of the policy: " + what);
        const bool entitled = step->kind == AlertKind::Escalation
                                  ? std::ranges::count(policy.escalate_to, event.agency()) > 0
                                  : event.agency() == standing.agency;
        if (!entitled) throw Violation("told to another: " + what);
    }
}

// What a mute withheld comes on the morning after it.
sys_seconds FlowOracle::may_be_told(const Standing& standing, sys_seconds moment) const {
    if (!standing.muted_until || civil_day(moment) > *standing.muted_until) return moment;
    constexpr Step the_day_after{AlertKind::Overdue, {1, Offset::Unit::Days}};
    return std::max(moment,
                    moment_of(rules_.flow.policy, rules_.calendar, *standing.muted_until, the_day_after));
}

// Whoever is late has been told of the latest notice that could be told until the period's end.
void FlowOracle::check_notice(const std::string& dossier, std::size_t first, std::size_t last) {
    const auto& period = periods_[last];
    const auto& standing = period.standings.at(dossier);
    const auto steps = steps_of(rules_.flow.policy, rules_.calendar, standing.due, period.until);
    const PlannedStep* latest = nullptr;
    for (const auto& planned : steps)
        if (planned.step.kind == AlertKind::Overdue && planned.at > periods_[first].from) latest = &planned;
    if (latest == nullptr || may_be_told(standing, std::max(latest->at, period.from)) > period.until) return;
    ++demanded_;
    if (!told_.contains({standing.agency, dossier, iso_day(standing.due.day), to_key(latest->step)}))
        throw Violation("never told: " + to_key(latest->step) + " of dossier " + dossier + " due " +
                        iso_day(standing.due.day) + " to " + standing.agency + ", which was to be told at " +
                        iso_instant(latest->at));
}

}  // namespace dondoc::simulation
