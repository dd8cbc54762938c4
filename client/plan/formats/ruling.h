// SPDX-License-Identifier: GPL-3.0-or-later
// The ruled lines of a page's picture -> the cells of its tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dondoc::plan {

// Grey levels, row by row; 0 is black.
struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    double pixels_per_point = 1;
    std::vector<std::uint8_t> grey;
};

// In pixels, right and bottom not included; and in columns and rows of the table's finest grid.
struct RuledCell {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
};

struct RuledTable {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<RuledCell> cells;            // by row, then column
    std::vector<std::size_t> doubtful = {};  // rows whose words may stand in other cells: no line says so
};

// From the top of the page to its end. Cells between which no line is drawn are one.
std::vector<RuledTable> ruled_tables(const Picture& picture);

}  // namespace dondoc::plan
