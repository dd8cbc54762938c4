// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and columns of a table that are there and do not count: hidden, struck through, deleted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/formats/live_text.h"

namespace dondoc::plan {

struct TakenBack {
    std::vector<std::uint32_t> struck_lines, hidden_lines, deleted_lines;
    std::vector<std::uint32_t> unseen_lines;     // shown, but all of their texts are hidden
    std::vector<std::string> hidden_columns;     // their titles
    std::vector<std::string> conditional_areas;  // in which a conditional format takes back; they are read
    std::size_t deleted_cells = 0;
};

// What was left out of the texts of a cell, or of a row.
struct Lost {
    bool struck = false, deleted = false, hidden = false;
    bool any() const { return struck || deleted || hidden; }
    void add(const LiveText& text);
};

// Where the line of a row that lost its texts so is noted.
std::vector<std::uint32_t>& lines_for(TakenBack& taken_back, const Lost& lost);

// "plan.rows_taken_back", "plan.columns_hidden", "plan.cells_deleted", "plan.conditional_strike" of the
// table called `number`.
std::vector<Message> problems_of(const TakenBack& taken_back, std::size_t number);

// Of a sheet: rows below an empty one that have a cell or two and no number are signatures and notes. What
// may be more than a signature is said of the table called `number`.
std::optional<Message> drop_what_stands_below(Table& table, std::size_t number);

// Nothing is left of the row but its number: all else was struck through, or is hidden.
bool has_number_only(const GridRow& row);

}  // namespace dondoc::plan
