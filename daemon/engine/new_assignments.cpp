// SPDX-License-Identifier: Apache-2.0
#include "engine/new_assignments.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "domain/recurrence.h"
#include "engine/planning.h"
#include "engine/reviews.h"

namespace dondoc::engine {
namespace {

// Of those that have one policy; nullptr: none.
void plan_alike(Work& work, const store::Task& task, const TaskTraits& traits, const AlertPolicy* policy,
                const store::AssignmentSpan& ids, std::optional<local_days> due) {
    if (!due) return plan_new_reviews(work, ids, task, policy);
    if (policy != nullptr)
        if (const auto step =
                first_step(*policy, work.rules.calendar, DueMoment{*due, traits.hour}, work.now))
            work.store.alarms.add_all(ids, *step);
    if (traits.kind == DeadlineKind::Recurring && occurrence_after(task.deadline.term, *due))
        work.store.openings.add_all(
            ids, opening_moment(*due, policy != nullptr ? policy->time_of_day : std::chrono::minutes{0}));
}

}  // namespace

void plan_new(Work& work, const store::Document& document, const store::Task& task,
              const NewAssignments& given) {
    const auto traits = traits_of(document, task);
    const auto policy = [&](std::size_t index) {
        return policy_of(work.rules, work.directory, traits, given.agencies[index]);
    };
    const auto id = [&](std::size_t index) {
        return AssignmentId{given.ids.first.value + static_cast<std::int64_t>(index)};
    };
    for (std::size_t first = 0; first < given.agencies.size();) {
        const auto* of_first = policy(first);
        std::size_t end = first + 1;
        while (end < given.agencies.size() && policy(end) == of_first) ++end;
        plan_alike(work, task, traits, of_first, {id(first), id(end - 1)}, given.due);
        first = end;
    }
}

}  // namespace dondoc::engine
