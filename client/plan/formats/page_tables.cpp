// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/page_tables.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "plan/formats/pdf_cells.h"
#include "plan/formats/ruling.h"

namespace dondoc::plan {
namespace {

constexpr float unsure = 70;            // per cent
constexpr std::size_t most_unsure = 6;  // words named on a row

bool has_words_in(const RuledTable& table, const std::vector<Word>& words) {
    return std::any_of(table.cells.begin(), table.cells.end(), [&](const RuledCell& cell) {
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            const auto x = (word.left + word.right) / 2;
            const auto y = (word.top + word.bottom) / 2;
            return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
        });
    });
}

// Every row of a scanned table has to be compared with the paper, and what was hardly legible most of all.
void mark_scanned(const RuledTable& ruled, const std::vector<Word>& words, std::size_t index, Table& table) {
    std::vector<std::string> doubtful(table.rows.size());
    std::vector<std::size_t> counts(table.rows.size());
    for (const auto& cell : ruled.cells)
        for (const auto& word : words) {
            const auto x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
            const bool inside = x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
            if (!inside || word.confidence >= unsure || ++counts[cell.row] > most_unsure) continue;
            doubtful[cell.row] += (doubtful[cell.row].empty() ? "" : ", ") + word.text;
        }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].doubts.push_back({"row.from_scan", {std::to_string(index + 1)}});
        if (!doubtful[i].empty()) table.rows[i].doubts.push_back({"row.scan_unsure", {doubtful[i]}});
    }
}

}  // namespace

Grid PageTables::add(std::size_t index, PageContent page) {
    Grid found;
    to_name_.add(index, page);
    has_text_ = has_text_ || !page.words.empty();
    const auto words = page.words;
    if (page.is_scanned || (!page.is_picture && !words.empty())) read_tables(index, std::move(page), found);
    joiner_.end_page(words);
    return found;
}

Grid PageTables::finish() {
    Grid last;
    joiner_.finish(last.tables);
    last.problems = to_name_.problems();
    return last;
}

void PageTables::read_tables(std::size_t index, PageContent page, Grid& found) {
    const auto& words = page.words;
    auto& tables = page.tables;
    const auto ruled = tables.size();
    std::erase_if(tables, [&](const RuledTable& table) {
        constexpr std::size_t least_cells = 6;
        const bool empty = !has_words_in(table, words);
        if (empty && table.cells.size() >= least_cells) to_name_.tables_in_pictures.add(index);
        return empty;
    });
    const bool lines_say = !tables.empty();
    if (ruled == 0 && !page.is_scanned)
        if (auto table = gaps_.table_of(words)) tables.push_back(std::move(*table));
    const auto lines = lines_outside(tables, words);
    for (const auto& table : tables) {
        if (table.columns > max_columns) continue;
        auto filled = fill_table(table, words);
        filled.merges_stated = lines_say;
        if (page.is_scanned) mark_scanned(table, words, index, filled);
        for (const auto row : table.doubtful)
            filled.rows[row].doubts.push_back({"row.close_columns", {std::to_string(index + 1)}});
        const auto top = table.cells.front().top;
        filled.prose_before = lines_before_ + static_cast<std::size_t>(std::count_if(
                                                  lines.begin(), lines.end(),
                                                  [&](const OutsideLine& line) { return line.top < top; }));
        joiner_.add(std::move(filled), table, words, page.pixels_per_point, found.tables);
    }
    for (const auto& line : lines)
        found.prose.push_back({static_cast<std::uint32_t>(index + 1), 0, line.text});
    lines_before_ += lines.size();
}

}  // namespace dondoc::plan
