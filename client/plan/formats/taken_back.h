// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and columns of a table that are there and do not count: hidden, struck through, deleted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/formats/grid.h"

namespace dondoc::plan {

struct TakenBack {
    std::vector<std::uint32_t> struck_lines, hidden_lines, deleted_lines;
    std::vector<std::string> hidden_columns;  // their titles
    std::size_t deleted_cells = 0;
};

// "plan.rows_taken_back", "plan.columns_hidden", "plan.cells_deleted" of the table called `number`.
std::vector<Message> problems_of(const TakenBack& taken_back, std::size_t number);

// Of a sheet: rows below an empty one that have a cell or two and no number are signatures and notes.
void drop_what_stands_below(Table& table);

// Nothing is left of the row but its number: all else was struck through.
bool has_number_only(const GridRow& row);

}  // namespace dondoc::plan
