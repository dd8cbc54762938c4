// SPDX-License-Identifier: Apache-2.0
// Notices that nobody has looked at: the office is told, once for each assignment and due day.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Looks at one batch of the events that are watched and whose time has come; returns how many.
int report_unseen(Work& work);

}  // namespace dondoc::engine
