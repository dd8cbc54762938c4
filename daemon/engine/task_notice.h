// SPDX-License-Identifier: Apache-2.0
// Telling agencies that something about their task has changed. Each fills in what task and assignment say,
// writes the event and notes that it told of the task.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

void tell_change(Work& work, const store::Plans::Brief& brief, const store::Assignment& assignment,
                 v1::Change change);
// To another agency than the one whose assignment it is.
void tell_change_to(Work& work, AgencyId told, const store::Plans::Brief& brief,
                    const store::Assignment& assignment, v1::Change change);
// Of the task as a whole, and no assignment of it.
void tell_of_task(Work& work, AgencyId told, const store::Plans::Brief& brief, TaskId task,
                  v1::Change change);
// One that cooperates in the task, or all of them.
void tell_cooperating(Work& work, const store::Plans::Brief& brief, TaskId task, AgencyId agency,
                      v1::Change change);
void tell_cooperating(Work& work, const store::Plans::Brief& brief, TaskId task, const v1::Change& change);

}  // namespace dondoc::engine
