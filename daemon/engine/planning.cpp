#include "engine/planning.h"

#include <algorithm>

namespace dondoc::engine {

void plan_alarm(Work& work, const store::Assignment& assignment, const std::string& level) {
    const auto* policy = policy_for(work.rules.policies, level);
    std::optional<PlannedStep> step;
    if (policy != nullptr && assignment.due && is_open(assignment.state)) {
        const auto due = *assignment.due;
        // An alarm that should have gone off while the daemon was down must still do so under the new rules.
        auto from = work.now;
        if (const auto waiting = work.store.alarms.moment_of(assignment.id))
            from = std::min(from, *waiting - std::chrono::seconds{1});
        step = first_step(*policy, work.rules.calendar, due, from);
        while (step && work.store.alarms.was_carried_out(assignment.id, due, to_key(step->step)))
            step = next_step(*policy, work.rules.calendar, due, step->step);
    }
    if (step)
        work.store.alarms.set(assignment.id, assignment.agency, *step);
    else
        work.store.alarms.remove(assignment.id);
}

std::optional<AssignmentId> replan_some(Work& work, AssignmentId after, int limit) {
    const auto assignments = work.store.assignments.open_with_due(after, limit);
    for (const auto& assignment : assignments)
        plan_alarm(work, assignment, work.store.plans.brief(assignment.task).level);
    if (assignments.empty()) return std::nullopt;
    return assignments.back().id;
}

}  // namespace dondoc::engine
