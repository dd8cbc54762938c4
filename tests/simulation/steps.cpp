// SPDX-License-Identifier: Apache-2.0
#include "simulation/steps.h"

#include <algorithm>
#include <tuple>

namespace dondoc::simulation {

std::vector<PlannedStep> steps_of(const AlertPolicy& policy, const Calendar& calendar, const DueMoment& due,
                                  sys_seconds until) {
    std::vector<PlannedStep> steps;
    const auto add = [&](const Step& step) {
        const auto at = moment_of(policy, calendar, due, step);
        if (at <= until) steps.push_back({at, step});
        return at <= until;
    };
    for (const auto& offset : policy.before) add({AlertKind::Reminder, {-offset.count, offset.unit}});
    // With an hour of the day there is always one on the day itself, where the policy has any.
    if (policy.on_day || (due.hour && !policy.before.empty()))
        add({AlertKind::Reminder, {0, Offset::Unit::Days}});
    int last = 0;
    for (const auto& offset : policy.after) {
        add({AlertKind::Overdue, offset});
        if (policy.repeat && offset.unit == policy.repeat->unit) last = std::max(last, offset.count);
    }
    if (policy.repeat)
        for (int n = 1; policy.repeat_limit == 0 || n <= policy.repeat_limit; ++n)
            if (!add({AlertKind::Overdue, {last + n * policy.repeat->count, policy.repeat->unit}})) break;
    if (!policy.escalate_to.empty())
        for (const auto& offset : policy.escalate_after) add({AlertKind::Escalation, offset});
    std::ranges::stable_sort(steps, [](const auto& a, const auto& b) {
        return std::tuple{a.at, a.step.kind, a.step.offset.count, a.step.offset.unit} <
               std::tuple{b.at, b.step.kind, b.step.offset.count, b.step.offset.unit};
    });
    return steps;
}

}  // namespace dondoc::simulation
