// SPDX-License-Identifier: GPL-3.0-or-later
// What every format of a plan is turned into before anything is understood: tables of cells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/message.h"

namespace dondoc::plan {

// Bounds on what a file may hold; a plan is far below them, a hostile file stops here.
inline constexpr std::size_t max_bytes = 64u << 20;
inline constexpr std::size_t max_rows = 20'000;
inline constexpr std::size_t max_columns = 256;

struct Cell {
    std::vector<std::string> paragraphs;  // cleaned, none empty
    // What only formats with merged cells know; text files leave both as they are.
    bool continues_above = false;  // merged with the cell above: its text stands there, and none here
    std::uint32_t span = 1;        // columns it is merged over; the others of them are empty
    bool empty() const { return paragraphs.empty(); }
    // One line: the paragraphs joined with "; " where they do not end a sentence themselves.
    std::string text() const;
};

struct GridRow {
    std::uint32_t line = 0;       // line of a text file, row of a sheet, from 1
    bool after_break = false;     // the first row of a new page, where that is known
    std::vector<Message> doubts;  // what its cells do not say for certain; it goes with the task
    std::vector<Cell> cells;
};

struct Table {
    std::uint32_t number = 0;  // the how-manieth of the file, from 1
    std::string name;          // of the sheet; empty: it has none
    // The format says which cells are merged, so that an empty cell is empty. False: an empty one may be the
    // rest of the cell above.
    bool merges_stated = false;
    std::size_t prose_before = 0;  // lines of Grid::prose that stand before it
    std::vector<GridRow> rows;
};

// A line of running text, in formats that tell it from tables; empty where one is left empty.
struct ProseLine {
    std::uint32_t line = 0;   // line of a text file, paragraph of a word processor's, page of a PDF, from 1
    std::uint32_t table = 0;  // it may be a row of this table all the same; 0: it is none
    std::string text;
};

struct Grid {
    std::vector<Table> tables;
    std::vector<ProseLine> prose;
    std::vector<Message> problems;  // what of the file was not read, or was left out because it is taken back
};

}  // namespace dondoc::plan
