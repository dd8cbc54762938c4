// SPDX-License-Identifier: GPL-3.0-or-later
// A table that is being read, in formats whose cells may hold tables themselves.
#pragma once

#include <cstddef>

#include "plan/formats/grid.h"
#include "plan/formats/taken_back.h"

namespace dondoc::plan {

// It has its place before the tables in its cells, and is put there when it has been read.
struct OpenTable {
    std::size_t place;
    Table table;
};
// Of a format that says which cells are merged.
OpenTable open_table(Grid& grid);
// All rows become as wide as the widest; what does not count of them is said in the grid's problems.
void close_table(Grid& grid, OpenTable open, const TakenBack& taken_back);
std::size_t width_of(const Table& table);

}  // namespace dondoc::plan
