// The rows of a table below its header, their cells by what they hold.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/grid.h"
#include "plan/header.h"

namespace dondoc::plan {

struct BodyRow {
    std::uint32_t table = 0;
    std::uint32_t line = 0;
    bool after_break = false;         // the first row under a header that is repeated on a new page
    std::array<Cell, 7> cells;        // by Column, without Other
    bool other_filled = false;        // a column that is not read (points, notes) has something
    bool across = false;              // its title is merged over the columns of duties: a heading
    bool merges_known = false;        // of a table that marks merged cells: an empty one is empty
    std::array<bool, 7> continues{};  // by Column: the cell is merged with the one above

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
};

// Nothing: the table has no header, so it is no plan's table. A table without one of its own goes on with
// `previous` where it has as many columns.
std::optional<Body> body_of(const Table& table, std::optional<Header>& previous);

}  // namespace dondoc::plan
