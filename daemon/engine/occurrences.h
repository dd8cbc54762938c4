// SPDX-License-Identifier: Apache-2.0
// Recurring terms: each occurrence is an assignment of its own, opened when the day of the one before it has
// passed (domain/recurrence.h). One that is overdue stays open and is pressed beside those that follow.
#pragma once

#include <memory>
#include <optional>

#include "engine/due_batch.h"
#include "engine/work.h"

namespace dondoc::engine {

// Sets when the occurrence after this one is opened, if it is the newest and there is one; `policy` is its
// own, null: none. Whoever was revoked gets no more of them, unless its opening was kept, as that of one
// which was revoked alone is; whoever took over gets those that follow.
void plan_opening(Work& work, const store::Assignment& assignment, DeadlineKind kind,
                  const AlertPolicy* policy);

// What a revocation takes back of a recurring term: everything that would follow, or this occurrence alone.
enum class Revocation { Series, OnlyThis };

// What it takes back of this one: the series, where no more than this was to come. Throws UserError
// "assignment.which_occurrences" where another one follows and nothing was said, "assignment.not_recurring",
// "assignment.newer_occurrence" for the series of one that is not the newest.
Revocation revocation_of(Work& work, const store::Assignment& assignment,
                         const std::optional<Revocation>& wanted);

// Opens the occurrences whose moment has come, of each task and agency one at a time, and tells their
// agencies. `work` is not owned.
std::unique_ptr<DueBatch> begin_openings(Work& work);

// The term of the task has become another one. Gives the assignment its day, in `assignment` alone, and its
// place among the occurrences, on disk too. False: it keeps its day, as an older occurrence does.
bool take_term(Work& work, store::Assignment& assignment, const store::Task& task, local_days issued);

}  // namespace dondoc::engine
