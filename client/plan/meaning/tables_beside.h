// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that stand side by side in the rows of one sheet.
#pragma once

#include <vector>

#include "plan/formats/grid.h"

namespace dondoc::plan {

// One for each table that has a header of its own, be it of a plan or not, from left to right; all have the
// number, the rows and the columns of `table`, and of its cells only their own. Empty: `table` is one.
std::vector<Table> tables_beside(const Table& table);

}  // namespace dondoc::plan
