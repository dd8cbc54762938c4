// SPDX-License-Identifier: GPL-3.0-or-later
// Duties of a plan's running text, offered as rows beside those of its tables.
#pragma once

#include <vector>

#include "plan/reader.h"

namespace dondoc::plan {

// Adds them to `reading`, numbered v1, v2, ... in the order of the text, with a doubt on each: they have to
// be looked at. None is added that a row of a table says already, and none twice.
void add_running_rows(const std::vector<ProseLine>& prose, PlanTableReading& reading);

}  // namespace dondoc::plan
