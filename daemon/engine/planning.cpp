// SPDX-License-Identifier: Apache-2.0
#include "engine/planning.h"

#include <algorithm>

#include "engine/occurrences.h"
#include "engine/reviews.h"

namespace dondoc::engine {

const AlertPolicy* policy_of(const Rules& rules, const Directory& directory, const TaskTraits& task,
                             AgencyId agency) {
    return policy_for(rules.policies, {task.level, task.priority, task.kind, directory.code_of(agency)},
                      directory.groups());
}

sys_seconds planned_from(store::Store& store, AssignmentId assignment, sys_seconds now) {
    const auto waiting = store.alarms.moment_of(assignment);
    return waiting ? std::min(now, *waiting - std::chrono::seconds{1}) : now;
}

void plan_alarm(Work& work, const store::Assignment& assignment, const TaskTraits& task) {
    plan_alarm(work, work.directory, assignment, task);
}

void plan_alarm(Work& work, const Directory& directory, const store::Assignment& assignment,
                const TaskTraits& task) {
    const auto* policy = policy_of(work.rules, directory, task, assignment.agency);
    std::optional<PlannedStep> step;
    if (policy != nullptr && assignment.due && awaits_agency(assignment.state)) {
        const DueMoment due{*assignment.due, task.hour};
        step =
            first_step(*policy, work.rules.calendar, due, planned_from(work.store, assignment.id, work.now));
        while (step && work.store.alarms.was_carried_out(assignment.id, due.day, to_key(step->step)))
            step = next_step(*policy, work.rules.calendar, due, step->step);
    }
    if (step)
        work.store.alarms.set(assignment.id, assignment.agency, *step);
    else
        work.store.alarms.remove(assignment.id);
    plan_opening(work, assignment, task.kind, policy);
    plan_review(work, assignment, task.kind, policy);
}

std::optional<AssignmentId> replan_some(Work& work, AssignmentId after, int limit) {
    const auto assignments = work.store.assignments.open_to_plan(after, limit);
    for (const auto& assignment : assignments)
        plan_alarm(work, assignment, traits_of(work.store.plans.brief(assignment.task)));
    if (assignments.empty()) return std::nullopt;
    return assignments.back().id;
}

}  // namespace dondoc::engine
