// SPDX-License-Identifier: Apache-2.0
// Notices that nobody has looked at: the office is told, once for each assignment and due day.
#pragma once

#include <memory>

#include "engine/due_batch.h"
#include "engine/work.h"

namespace dondoc::engine {

// Looks at the events that are watched and whose time has come. An event counts for all the items that it may
// have. `work` is not owned.
std::unique_ptr<DueBatch> begin_unseen(Work& work);

}  // namespace dondoc::engine
