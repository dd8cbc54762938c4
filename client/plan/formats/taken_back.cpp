// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/taken_back.h"

#include <algorithm>

#include "plan/formats/numbering.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_named = 30;

}  // namespace

std::vector<Message> problems_of(const TakenBack& taken_back, std::size_t number) {
    std::vector<Message> problems;
    const auto table = std::to_string(number);
    const auto say = [&](const std::vector<std::uint32_t>& lines, const char* why) {
        if (lines.empty()) return;
        std::string named;
        for (std::size_t i = 0; i < std::min(lines.size(), most_named); ++i)
            named += (i ? ", " : "") + std::to_string(lines[i]);
        if (lines.size() > most_named) named += ", …";
        problems.push_back({"plan.rows_taken_back", {table, std::to_string(lines.size()), named, why}});
    };
    say(taken_back.struck_lines, "@plan.why_struck");
    say(taken_back.hidden_lines, "@plan.why_hidden");
    say(taken_back.deleted_lines, "@plan.why_deleted");
    if (!taken_back.hidden_columns.empty()) {
        std::string names;
        for (const auto& name : taken_back.hidden_columns)
            names += (names.empty() ? "“" : ", “") + name + "”";
        problems.push_back({"plan.columns_hidden", {table, names}});
    }
    if (taken_back.deleted_cells > 0)
        problems.push_back({"plan.cells_deleted", {table, std::to_string(taken_back.deleted_cells)}});
    return problems;
}

void drop_what_stands_below(Table& table) {
    auto& rows = table.rows;
    std::size_t keep = rows.size();
    for (auto i = rows.size(); i > 1; --i) {
        const auto& row = rows[i - 1];
        std::size_t filled = 0;
        bool of_table = false;
        for (const auto& cell : row.cells) {
            filled += cell.empty() ? 0 : 1;
            of_table = of_table || cell.continues_above;
        }
        if (!row.cells.empty() && !row.cells.front().empty())
            of_table = of_table || parse_numbering(row.cells.front().text()).style != Numbering::Style::None;
        if (of_table || filled > 2) break;
        if (rows[i - 2].line + 1 < row.line) keep = i - 1;
    }
    rows.resize(keep);
}

bool has_number_only(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        return cell.empty() || parse_numbering(cell.text()).style != Numbering::Style::None;
    });
}

}  // namespace dondoc::plan
