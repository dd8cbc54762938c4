// SPDX-License-Identifier: Apache-2.0
#include "engine/series.h"

#include <algorithm>
#include <variant>

#include "engine/planning.h"
#include "language/readers.h"

namespace dondoc::engine {
namespace {

// Empty: the phrase says an end, its days are somebody's decision, or it is read in another way by now.
Repetition repetition_of(Work& work, const store::Task& task, local_days issued) {
    const auto& known = std::get<Recurring>(task.deadline.term);
    if (std::ranges::find(task.decided, "deadline") != task.decided.end()) return {};
    const auto reading = language::read_deadline(task.deadline.phrase, {issued, &work.rules.calendar});
    const auto* read = std::get_if<Recurring>(&reading.deadline.term);
    if (read == nullptr || !read->repetition.is_endless()) return {};
    auto repetition = read->repetition;
    for (const auto day : known.occurrences)
        if (next_day(repetition, day) != day) return {};
    repetition.from = work.today();
    return repetition;
}

}  // namespace

bool continue_series(Work& work, int limit) {
    const auto tasks = work.store.plans.unsettled(limit);
    for (const auto id : tasks) {
        const auto task = work.store.plans.task(id).value();
        const auto brief = work.store.plans.brief(id);
        const auto repetition = repetition_of(work, task, brief.issued);
        work.store.plans.settle(id, repetition);
        if (!repetition.is_endless()) continue;
        for (const auto& assignment : work.store.assignments.of_task(id))
            plan_alarm(work, assignment, traits_of(brief));
    }
    return !tasks.empty();
}

}  // namespace dondoc::engine
