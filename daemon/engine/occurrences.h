// Recurring terms: each occurrence is an assignment of its own, opened when the day of the one before it has
// passed (domain/recurrence.h). One that is overdue stays open and is pressed beside those that follow.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Sets when the occurrence after this one is opened, if it is the newest and there is one. Whoever was
// revoked gets no more of them; whoever took over gets those that follow.
void plan_opening(Work& work, const store::Assignment& assignment, DeadlineKind kind);

// Opens the occurrences whose moment has come, at most one of each task and agency, and tells their agencies;
// returns how many moments had come.
int open_occurrences(Work& work);

// The term of the task has become another one. Gives the assignment its day, in `assignment` alone, and its
// place among the occurrences, on disk too. False: it keeps its day, as an older occurrence does.
bool take_term(Work& work, store::Assignment& assignment, const store::Task& task, local_days issued);

}  // namespace dondoc::engine
