// SPDX-License-Identifier: GPL-3.0-or-later
// Which row of a table is its header, and what each column holds: by the words of the header, not by its
// position.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/formats/grid.h"

namespace dondoc::plan {

enum class Column { Number, Title, Requirement, Solution, Deadline, Lead, Cooperating, Other };

// Columns of one meaning, "Thời hạn cũ" and "Thời hạn mới": which of them counts is asked where their cells
// differ.
struct Rivals {
    Column meaning = Column::Other;
    std::vector<std::size_t> columns;
    std::optional<std::size_t> holds;  // by its words the one that holds now; nothing: none says so
};

struct Header {
    std::vector<Column> columns;
    std::vector<std::string> titles;  // of each column, as printed
    std::vector<Rivals> rivals;
    std::vector<std::size_t> guessed;  // columns that only their cells told, not their words
    // Of each column the year or part of a year that its cells speak of, "2024" under "Thời gian thực hiện";
    // empty: none.
    std::vector<std::string> times;
    std::optional<std::size_t> group;  // the column that says which section a task is of
    std::size_t rows =
        1;  // it takes one row, or more where it has further lines, and one for the columns' own numbers
    std::string words;  // folded, to know it again at the top of the next page
};

// The header that begins at `row` of `table`; nothing: an ordinary row stands there.
std::optional<Header> header_at(const Table& table, std::size_t row);

bool has_header(const Table& table);  // in some row

// Some header, be it of a plan or not: it names a column of numbers and others beside it.
bool is_some_header(const GridRow& row);

}  // namespace dondoc::plan
