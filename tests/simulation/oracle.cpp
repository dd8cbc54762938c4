// SPDX-License-Identifier: Apache-2.0
#include "simulation/oracle.h"

#include <algorithm>

#include "simulation/steps.h"
#include "simulation/violation.h"
#include "wire/time.h"

namespace dondoc::simulation {
namespace {

GroupMembers groups_of(store::Store& store) {
    GroupMembers groups;
    for (const auto& group : store.agencies.load().groups)
        groups[group.name].insert(group.members.begin(), group.members.end());
    return groups;
}

bool is_on(const MuteTarget& target, const store::ListedAssignment& listed) {
    const auto& assignment = listed.assignment;
    return target == MuteTarget{assignment.id} || target == MuteTarget{assignment.task} ||
           target == MuteTarget{listed.document_id} || target == MuteTarget{assignment.agency};
}

std::string name(const Step& step, std::uint64_t assignment, local_days due, const std::string& recipient) {
    return to_key(step) + " of assignment " + std::to_string(assignment) + " due " + iso_day(due) + " to " +
           recipient;
}

v1::EventKind::Kind event_kind(const Step& step) {
    if (step.kind == AlertKind::Reminder) return v1::EventKind::reminder;
    return step.kind == AlertKind::Overdue ? v1::EventKind::overdue : v1::EventKind::escalation;
}

}  // namespace

void Oracle::see(store::Store& store, sys_seconds now) {
    const auto groups = groups_of(store);
    const auto mutes = store.mutes.all(1'000'000);
    Standings standings;
    store::AssignmentFilter filter;
    filter.today = civil_day(now);
    for (const auto& listed : store.lists.all(filter)) {
        const auto& assignment = listed.assignment;
        Standing standing;
        standing.agency = listed.agency_code;
        if (awaits_agency(assignment.state)) standing.due = assignment.due;
        const auto brief = store.plans.brief(assignment.task);
        standing.policy = policy_for(
            rules_.policies, {brief.level, brief.priority, brief.deadline_kind, standing.agency}, groups);
        for (const auto& mute : mutes)
            if (!mute.ended && is_on(mute.target, listed) &&
                (!standing.muted_until || *standing.muted_until < mute.until))
                standing.muted_until = mute.until;
        standings.emplace(static_cast<Assignment>(assignment.id.value), std::move(standing));
    }
    const auto last = static_cast<std::uint64_t>(store.inbox.last_event().value);
    if (!periods_.empty()) {
        if (periods_.back().standings == standings) return;
        periods_.back().until = now;
    }
    periods_.push_back({last, now, now, std::move(standings)});
}

const Oracle::Standing* Oracle::standing_at(std::uint64_t event, Assignment assignment) const {
    const auto after = std::ranges::lower_bound(periods_, event, {}, &Period::after_event);
    if (after == periods_.begin()) return nullptr;
    const auto& standings = std::prev(after)->standings;
    const auto found = standings.find(assignment);
    return found == standings.end() ? nullptr : &found->second;
}

void Oracle::check(const std::vector<v1::Event>& events, sys_seconds now) {
    if (periods_.empty()) return;
    periods_.back().until = now;
    for (const auto& event : events) {
        if (event.kind() == v1::EventKind::assigned) continue;
        for (const auto& item : event.digest().items())
            for (const auto& step : item.steps()) check_permitted(event, item, step);
    }
    std::set<Assignment> assignments;
    for (const auto& period : periods_)
        for (const auto& [assignment, standing] : period.standings) assignments.insert(assignment);
    for (const auto assignment : assignments) check_demanded(assignment);
    for (const auto& event : events)
        if (deaf_.contains(event.agency()) &&
            (event.kind() == v1::EventKind::reminder || event.kind() == v1::EventKind::overdue))
            for (const auto& item : event.digest().items()) check_unseen(event, item);
}

void Oracle::check_permitted(const v1::Event& event, const v1::AlertItem& item, const std::string& key) {
    const auto step = parse_step(key);
    const auto due = parse_iso_day(item.due());
    if (!step || !due) throw Violation("an alert that cannot be read: " + event.ShortDebugString());
    const auto what = name(*step, item.assignment(), *due, event.agency());
    if (++told_[{event.agency(), item.assignment(), item.due(), key}] > 1)
        throw Violation("told twice: " + what);
    const auto* standing = standing_at(event.id(), item.assignment());
    if (standing == nullptr || standing->due != due || standing->policy == nullptr)
        throw Violation("told though it was not open, or not due then: " + what);
    const auto at = wire::to_instant(event.time());
    const auto& policy = *standing->policy;
    if (standing->muted_until && civil_day(at) <= *standing->muted_until)
        throw Violation("told under a mute: " + what);
    if (event.kind() != event_kind(*step)) throw Violation("told as another kind: " + what);
    if (step->kind == AlertKind::Unseen) {
        if (event.agency() != rules_.office || policy.unseen_after != step->offset)
            throw Violation("not to be told: " + what);
        return;
    }
    const auto& recipients = policy.escalate_to;
    const bool entitled = step->kind == AlertKind::Escalation
                              ? std::ranges::find(recipients, event.agency()) != recipients.end()
                              : event.agency() == standing->agency;
    if (!entitled) throw Violation("told to another: " + what);
    const auto steps = steps_of(policy, rules_.calendar, *due, at);
    if (std::ranges::find(steps, *step, &PlannedStep::step) == steps.end())
        throw Violation("told too early, or no step of the policy: " + what + " at " + iso_instant(at));
}

// Cuts the life of an assignment into runs in which due day and policy stay.
void Oracle::check_demanded(Assignment assignment) {
    const auto of = [&](std::size_t i) -> const Standing* {
        const auto found = periods_[i].standings.find(assignment);
        return found == periods_[i].standings.end() ? nullptr : &found->second;
    };
    for (std::size_t first = 0; first < periods_.size();) {
        const auto* standing = of(first);
        auto last = first;
        while (last + 1 < periods_.size() && standing != nullptr && of(last + 1) != nullptr &&
               of(last + 1)->due == standing->due && of(last + 1)->policy == standing->policy)
            ++last;
        if (standing != nullptr && standing->due && standing->policy != nullptr)
            check_run(assignment, first, last);
        first = last + 1;
    }
}

void Oracle::check_run(Assignment assignment, std::size_t first, std::size_t last) {
    const auto& standing = periods_[first].standings.at(assignment);
    const auto& policy = *standing.policy;
    const auto from = periods_[first].from;
    const auto until = periods_[last].until;
    const auto steps = steps_of(policy, rules_.calendar, *standing.due, until);

    // Somebody can be told in `period` of what was to be told at `moment`.
    const auto free_in = [&](const Period& period, sys_seconds moment, bool at_once) {
        auto earliest = std::max(moment, period.from);
        const auto muted = period.standings.at(assignment).muted_until;
        if (muted && civil_day(moment) <= *muted) {  // what was withheld comes on the morning after
            if (at_once) return false;
            constexpr Step the_day_after{AlertKind::Overdue, {1, Offset::Unit::Days}};
            earliest = std::max(earliest, moment_of(policy, rules_.calendar, *muted, the_day_after));
        }
        return earliest <= period.until && (!at_once || period.from < moment);
    };
    std::map<AlertKind, PlannedStep> overtaken;  // the latest of those that were past when the run began
    for (const auto& planned : steps) {
        const bool is_reminder = planned.step.kind == AlertKind::Reminder;
        if (planned.at <= from) {
            if (!is_reminder) overtaken[planned.step.kind] = planned;
            continue;
        }
        if (is_reminder && !exact_) continue;
        for (auto i = first; i <= last; ++i)
            if (free_in(periods_[i], planned.at, is_reminder)) {
                demand(assignment, standing, planned);
                break;
            }
    }
    for (const auto& [kind, planned] : overtaken)
        for (auto i = first; i <= last; ++i)
            if (free_in(periods_[i], from, false)) {
                demand(assignment, standing, planned);
                break;
            }
}

void Oracle::demand(Assignment assignment, const Standing& standing, const PlannedStep& planned) {
    const auto recipients = planned.step.kind == AlertKind::Escalation ? standing.policy->escalate_to
                                                                       : std::vector{standing.agency};
    for (const auto& recipient : recipients) {
        ++demanded_;
        if (!told_.contains({recipient, assignment, iso_day(*standing.due), to_key(planned.step)}))
            throw Violation("never told: " + name(planned.step, assignment, *standing.due, recipient) +
                            ", which was to be told at " + iso_instant(planned.at) + history(assignment));
    }
}

std::string Oracle::history(Assignment assignment) const {
    std::string text;
    for (const auto& period : periods_) {
        const auto found = period.standings.find(assignment);
        if (found == period.standings.end()) continue;
        const auto& [agency, due, policy, muted_until] = found->second;
        auto line = "\n  from " + iso_instant(period.from) + (due ? ", due " + iso_day(*due) : ", not open");
        if (policy != nullptr) line += ", " + policy->name;
        if (muted_until) line += ", muted until " + iso_day(*muted_until);
        text += line;
    }
    text += "\n  told:";
    for (const auto& [told, times] : told_)
        if (std::get<1>(told) == assignment)
            text += " " + std::get<3>(told) + " of " + std::get<2>(told) + " to " + std::get<0>(told) + ";";
    return text;
}

void Oracle::check_unseen(const v1::Event& event, const v1::AlertItem& item) {
    const auto at = std::ranges::lower_bound(periods_, event.id(), {}, &Period::after_event);
    auto i = static_cast<std::size_t>(std::distance(periods_.begin(), at)) - 1;
    const auto standing = periods_[i].standings.at(item.assignment());
    if (standing.policy == nullptr || !standing.policy->unseen_after || standing.muted_until) return;
    const auto told = wire::to_instant(event.time());
    const Step unseen{AlertKind::Unseen, *standing.policy->unseen_after};
    const auto moment = moment_of(*standing.policy, rules_.calendar, civil_day(told), unseen);
    for (; periods_[i].until < moment; ++i) {
        if (i + 1 == periods_.size()) return;
        const auto next = periods_[i + 1].standings.find(item.assignment());
        if (next == periods_[i + 1].standings.end() || next->second != standing) return;
    }
    ++demanded_;
    const bool reported = std::ranges::any_of(told_, [&](const auto& entry) {
        const auto& [recipient, assignment, due, key] = entry.first;
        return assignment == item.assignment() && due == item.due() && key.starts_with('?');
    });
    if (!reported)
        throw Violation("the office was not told that nobody looked: " +
                        name(unseen, item.assignment(), *standing.due, rules_.office));
}

}  // namespace dondoc::simulation
