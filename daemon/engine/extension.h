// SPDX-License-Identifier: Apache-2.0
// Extensions: asked for, decided, or given unasked. The list of them is the assignment's history; only one
// that was allowed moves the day on which it is due.
#pragma once

#include "engine/assignment_changes.h"

namespace dondoc::engine {

// Carries out an action of an extension on the assignment and completes what was said of it. Throws UserError
// as change_assignment() says.
void extend(store::Assignment& assignment, const AssignmentChange& change, local_days today,
            v1::ChangeDetail& said);

}  // namespace dondoc::engine
