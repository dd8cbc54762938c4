// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/tables_beside.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/meaning/header.h"
#include "plan/meaning/header_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_tables_beside = 8;
constexpr std::size_t most_cuts = 16;             // that are tried
constexpr std::size_t rows_of_headers = 200;      // from the top, in which each table's header stands
constexpr std::size_t narrowest_table = 2;        // of a table
constexpr std::size_t longest_number_title = 16;  // bytes: "Số thứ tự"

bool is_empty_at(const GridRow& row, std::size_t column) {
    return column >= row.cells.size() || (row.cells[column].empty() && !row.cells[column].continues_above);
}

enum class CutBy { EmptyColumn, SecondNumber };

// Where a table may begin: at a second "STT" of a row, or behind columns in which nothing stands.
std::map<std::size_t, CutBy> possible_cuts(const Table& table) {
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.cells.size());
    std::vector<bool> is_blank(width, true);
    std::map<std::size_t, CutBy> cuts;
    for (const auto& row : table.rows) {
        bool has_number = false;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (is_empty_at(row, i)) continue;
            is_blank[i] = false;
            const auto& first = row.cells[i].paragraphs;
            if (first.size() != 1 || first[0].size() > longest_number_title ||
                !names_number(language::fold(first[0])))
                continue;
            if (std::exchange(has_number, true)) cuts.emplace(i, CutBy::SecondNumber);
        }
    }
    for (std::size_t i = narrowest_table; i + 1 < width; ++i)
        if (is_blank[i] && !is_blank[i + 1]) cuts.emplace(i + 1, CutBy::EmptyColumn);
    return cuts;
}

// Its columns from `first` to before `end`. A cell that is merged into them from their left is theirs, too: a
// title over all tables.
Table cut_out(const Table& table, std::size_t first, std::size_t end, std::size_t most_rows = max_rows) {
    Table part;
    part.number = table.number;
    part.name = table.name;
    part.merges_stated = table.merges_stated;
    part.prose_before = table.prose_before;
    for (std::size_t at = 0; at < std::min(most_rows, table.rows.size()); ++at) {
        const auto& row = table.rows[at];
        GridRow own{row.line, row.after_break, row.doubts, {}};
        own.cells.resize(row.cells.size());
        for (auto i = first; i < std::min(end, row.cells.size()); ++i) {
            own.cells[i] = row.cells[i];
            own.cells[i].span = std::min(own.cells[i].span, static_cast<std::uint32_t>(end - i));
        }
        for (std::size_t i = 0; i < std::min(first, row.cells.size()); ++i) {
            const auto over = i + row.cells[i].span;
            if (over <= first || first >= row.cells.size()) continue;
            own.cells[first] = row.cells[i];
            own.cells[first].span = static_cast<std::uint32_t>(std::min(over, end) - first);
        }
        if (is_blank_row(own) && !is_blank_row(row)) own.doubts.clear();  // they are another's
        part.rows.push_back(std::move(own));
    }
    return part;
}

}  // namespace

std::vector<Table> tables_beside(const Table& table) {
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.cells.size());
    const auto begins_plan = [&](std::size_t from, std::size_t to) {
        return has_header(cut_out(table, from, to, rows_of_headers));
    };
    const auto begins_another = [&](std::size_t from) {
        const auto part = cut_out(table, from, width, rows_of_headers);
        return std::any_of(part.rows.begin(), part.rows.end(), is_some_header);
    };
    std::vector<Table> parts;
    std::size_t first = 0, tried = 0;
    for (const auto& [cut, by] : possible_cuts(table)) {
        if (parts.size() + 1 == most_tables_beside || tried == most_cuts) break;
        if (cut < first + narrowest_table) continue;
        ++tried;
        if (!begins_plan(first, cut)) continue;
        if (!begins_plan(cut, width) && (by == CutBy::EmptyColumn || !begins_another(cut))) continue;
        parts.push_back(cut_out(table, first, cut));
        first = cut;
    }
    if (!parts.empty()) parts.push_back(cut_out(table, first, width));
    return parts;
}

}  // namespace dondoc::plan
