// SPDX-License-Identifier: Apache-2.0
#include "engine/trials/comparison.h"

#include <algorithm>
#include <iterator>

#include "engine/planning.h"
#include "engine/reviews.h"

namespace dondoc::engine {
namespace {

constexpr int assignments_at_once = 1000;
constexpr std::size_t most_examples = 10;
constexpr std::size_t most_remembered = 20'000;
constexpr date::days horizon{366};

sys_seconds moment(const PolicyComparison::Change& change) {
    return change.after ? *change.after : *change.before;
}

}  // namespace

PolicyComparison::PolicyComparison(Engine& engine, Rules candidate)
    : engine_(engine),
      current_(engine.rules()),
      candidate_(std::move(candidate)),
      now_(engine.now()),
      until_(now_ + horizon) {
    result_.until = civil_day(until_);
}

bool PolicyComparison::compare_some() {
    const auto assignments = engine_.store().assignments.open_to_plan(reached_, assignments_at_once);
    for (const auto& assignment : assignments) compare(assignment);
    if (assignments.empty()) return false;
    reached_ = assignments.back().id;
    result_.assignments += assignments.size();
    return true;
}

// What planning at `from` comes to: what is told at once, and what is to come.
const std::vector<PlannedStep>& PolicyComparison::steps(const AlertPolicy& policy, const DueMoment& due,
                                                        sys_seconds from) {
    if (steps_.size() > most_remembered) steps_.clear();
    const auto [known, is_new] = steps_.try_emplace({&policy, due.day, due.hour, from});
    auto& list = known->second;
    if (!is_new) return list;
    const auto& calendar = current_.calendar;
    const auto first = first_step(policy, calendar, due, from);
    if (!first) return list;
    const auto decision = decide(policy, calendar, due, first->step, now_);
    for (const auto* told : {&decision.reminders, &decision.overdue, &decision.escalations})
        for (const auto& step : *told) list.push_back({now_, step});
    if (decision.next)
        std::ranges::copy(steps_until(policy, calendar, due, *decision.next, until_),
                          std::back_inserter(list));
    return list;
}

PolicyComparison::Alarms PolicyComparison::alarms(const AlertPolicy* policy,
                                                  const store::Assignment& assignment, const Sent& sent) {
    Alarms result;
    if (policy == nullptr) return result;
    if (!assignment.due) return reviews(*policy, assignment);
    const auto& code = engine_.directory().code_of(assignment.agency);
    const DueMoment due{*assignment.due, engine_.store().plans.brief(assignment.task).hour};
    for (const auto& planned : steps(*policy, due, sent.from)) {
        const auto key = to_key(planned.step);
        if (std::ranges::find(sent.steps, key) != sent.steps.end()) continue;
        if (planned.step.kind != AlertKind::Escalation)
            result[{code, *assignment.due, key}] = planned.at;
        else
            for (const auto& above : policy->escalate_to) result[{above, *assignment.due, key}] = planned.at;
    }
    return result;
}

// Of a standing duty, which never falls due.
PolicyComparison::Alarms PolicyComparison::reviews(const AlertPolicy& policy,
                                                   const store::Assignment& assignment) {
    Alarms result;
    if (!policy.review) return result;
    const auto& code = engine_.directory().code_of(assignment.agency);
    for (const auto& [day, at] :
         review_reminders(engine_.store(), current_.calendar, policy, assignment, now_, until_))
        result[{code, day, review_step}] = at;
    return result;
}

void PolicyComparison::compare(const store::Assignment& assignment) {
    if (briefs_.size() > most_remembered) briefs_.clear();
    auto& store = engine_.store();
    auto found = briefs_.find(assignment.task);
    if (found == briefs_.end())
        found = briefs_.emplace(assignment.task, store.plans.brief(assignment.task)).first;
    const auto traits = traits_of(found->second);
    const auto* old_policy = policy_of(current_, engine_.directory(), traits, assignment.agency);
    const auto* new_policy = policy_of(candidate_, engine_.directory(), traits, assignment.agency);
    if (old_policy != nullptr && new_policy != nullptr && *old_policy == *new_policy) return;

    Sent sent{planned_from(store, assignment.id, now_), {}};
    if (assignment.due) sent.steps = store.alarms.carried_out(assignment.id, *assignment.due);
    const auto before = alarms(old_policy, assignment, sent);
    const auto after = alarms(new_policy, assignment, sent);
    const auto change = [&](const Step& step) {
        return Change{step.agency,
                      assignment.id,
                      assignment.task,
                      step.due,
                      step.name,
                      std::nullopt,
                      std::nullopt,
                      old_policy == nullptr ? "" : old_policy->name,
                      new_policy == nullptr ? "" : new_policy->name};
    };
    std::vector<Change> changes;
    for (const auto& [key, at] : before) {
        const auto same = after.find(key);
        if (same != after.end() && same->second == at) continue;
        auto changed = change(key);
        changed.before = at;
        if (same != after.end()) changed.after = same->second;
        changes.push_back(std::move(changed));
    }
    for (const auto& [key, at] : after) {
        if (before.contains(key)) continue;
        auto added = change(key);
        added.after = at;
        changes.push_back(std::move(added));
    }
    // The soonest make the better examples.
    std::ranges::stable_sort(changes, {}, moment);
    for (auto& changed : changes) note(std::move(changed));
}

void PolicyComparison::note(Change change) {
    const date::year_month_day day{civil_day(moment(change))};
    for (auto* counts : {&result_.total, &result_.rows[{change.agency, day.year() / day.month()}]})
        ++(!change.before ? counts->added : !change.after ? counts->dropped : counts->moved);
    if (result_.examples.size() < most_examples) result_.examples.push_back(std::move(change));
}

}  // namespace dondoc::engine
