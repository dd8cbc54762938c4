// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table below its header, their cells by what they hold.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/formats/grid.h"
#include "plan/meaning/header.h"

namespace dondoc::plan {

inline constexpr std::size_t known_columns = 7;  // by Column, without Other

struct Beside {
    std::string column;  // its title
    std::string text;
};

// The titles of the columns as printed, by Column.
using ColumnNames = std::array<std::string, known_columns>;

struct BodyRow {
    std::uint32_t table = 0;
    std::uint32_t line = 0;
    bool after_break = false;  // the first row under a header that is repeated on a new page
    std::array<Cell, known_columns> cells;
    std::array<std::uint32_t, known_columns>
        columns{};               // of the table, from 1: where each cell stands; 0: nowhere
    std::vector<Beside> beside;  // points, notes, status: kept as they stand
    std::vector<Message> doubts;
    bool other_filled = false;                    // a column that is not read has something
    bool across = false;                          // its title is merged over the columns of duties: a heading
    bool merges_stated = false;                   // an empty cell is empty
    std::array<bool, known_columns> continues{};  // the cell is merged with the one above
    std::array<bool, known_columns> continues_page{};  // the page ended within the merged cell

    Cell& cell(Column column) { return cells[static_cast<std::size_t>(column)]; }
    const Cell& cell(Column column) const { return cells[static_cast<std::size_t>(column)]; }
    bool has(Column column) const { return !cell(column).empty(); }
    bool has_duty() const;  // anything besides number and title
    bool continues_above(Column column) const { return continues[static_cast<std::size_t>(column)]; }
    bool continues_duty() const;  // has a duty that is merged with the one above
};

struct Body {
    std::vector<BodyRow> rows;
    std::string header_words;
    ColumnNames names;
    std::vector<Message> problems;   // of the table as a whole
    std::vector<std::string> above;  // what stands above the header within the table
    bool has_term = false;           // it has a column of terms, or of leads
    bool has_lead = false;
};

// Of what is doubtful about a row that becomes no task, that which something of the file is lost by.
void say_what_is_lost(const std::vector<Message>& doubts, std::vector<Message>& problems);

// Nothing: the table has no header, so it is no plan's table. A table without one of its own goes on with
// `previous` where it has as many columns.
std::optional<Body> body_of(const Table& table, std::optional<Header>& previous);

}  // namespace dondoc::plan
