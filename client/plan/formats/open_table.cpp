// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/open_table.h"

#include <algorithm>
#include <utility>

namespace dondoc::plan {

OpenTable open_table(Grid& grid) {
    OpenTable open{grid.tables.size(), {}};
    grid.tables.emplace_back();
    open.table.merges_stated = true;
    open.table.prose_before = grid.prose.size();
    return open;
}

void close_table(Grid& grid, OpenTable open, const TakenBack& taken_back) {
    const auto width = width_of(open.table);
    for (auto& row : open.table.rows) row.cells.resize(width);
    for (auto& problem : problems_of(taken_back, open.place + 1)) grid.problems.push_back(std::move(problem));
    grid.tables[open.place] = std::move(open.table);
}

std::size_t width_of(const Table& table) {
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.cells.size());
    return width;
}

}  // namespace dondoc::plan
