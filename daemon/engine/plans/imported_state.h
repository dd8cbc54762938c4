// SPDX-License-Identifier: Apache-2.0
// How a task stands in another system, carried over to its assignments.
#pragma once

#include <set>
#include <vector>

#include "engine/task_import.h"

namespace dondoc::engine {

// Whether the other system says of its state what it said the last time.
bool is_same_state(const v1::ImportedTask& one, const v1::ImportedTask& other);

// Of the assignments of these agencies, or of all where there are none: what is completed there is completed,
// what is withdrawn is taken back, what is worked at is begun, what is open again is opened again. What
// stands so already stays. Returns what changed. Throws what change_assignment() throws.
std::vector<v1::FieldChange> carry_over_state(Work& work, TaskId task, const std::set<AgencyId>& agencies,
                                              const ImportedTask& imported, const TaskImport& import);

}  // namespace dondoc::engine
