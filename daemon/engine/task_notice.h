// Telling agencies that something about their task has changed.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Fills in what task and assignment say, writes the event and notes that it told of the task.
void tell_change(Work& work, const store::Plans::Brief& brief, const store::Assignment& assignment,
                 v1::Change change);
void tell_cooperating(Work& work, const store::Plans::Brief& brief, TaskId task, v1::Change change);

}  // namespace dondoc::engine
