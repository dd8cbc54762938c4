// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of cells -> the rows of a plan.
#pragma once

#include <vector>

#include "plan/formats/grid.h"
#include "plan/reader.h"

namespace dondoc::plan {

// Throws UserError where no table has a header of a plan.
PlanTableReading read_grid(const Grid& grid);

// The running text: the lines outside tables, and of those tables that are no plan's.
std::vector<ProseLine> prose_of(const Grid& grid);

}  // namespace dondoc::plan
