// SPDX-License-Identifier: Apache-2.0
// Recurring terms of a file from before they had no end: each has its phrase read once more. Where that says
// no end, the series goes on from today; what lies between its last day and today is not made up for.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Looks at the next `limit` of them; false: there were none.
bool continue_series(Work& work, int limit);

}  // namespace dondoc::engine
