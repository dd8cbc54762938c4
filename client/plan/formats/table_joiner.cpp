// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/table_joiner.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace dondoc::plan {
namespace {

bool has_text_between(const std::vector<Word>& words, double from, double to) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
        return word.top >= from && word.bottom <= to &&
               word.text.find_first_not_of("0123456789/-.–") != std::string::npos;
    });
}

}  // namespace

void TableJoiner::add(Table table, const RuledTable& ruled, const std::vector<Word>& words, double scale,
                      std::vector<Table>& complete) {
    std::vector<double> columns;
    for (const auto& cell : ruled.cells)
        if (cell.columns == 1) columns.push_back(std::round(cell.left / scale));
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    const auto top = ruled.cells.front().top;
    const bool begins_page = !has_text_between(words, -1e9, std::max(top, last_bottom_));
    const bool goes_on = open_ && ends_page_ && begins_page && first_of_page_ &&
                         open_->rows.front().cells.size() == ruled.columns && alike(columns);
    if (goes_on) {
        table.rows.front().after_break = true;
        for (auto& row : table.rows) {
            row.line = static_cast<std::uint32_t>(open_->rows.size() + 1);
            open_->rows.push_back(std::move(row));
        }
    } else {
        if (open_) complete.push_back(std::move(*open_));
        open_ = std::move(table);
        columns_ = std::move(columns);
    }
    first_of_page_ = false;
    for (const auto& cell : ruled.cells) last_bottom_ = std::max(last_bottom_, cell.bottom);
}

void TableJoiner::end_page(const std::vector<Word>& words) {
    ends_page_ = !has_text_between(words, last_bottom_, 1e9);
    first_of_page_ = true;
    last_bottom_ = 0;
}

void TableJoiner::finish(std::vector<Table>& complete) {
    if (open_) complete.push_back(std::move(*open_));
    open_.reset();
}

// Pages whose cells are all merged across show fewer columns.
bool TableJoiner::alike(const std::vector<double>& columns) const {
    constexpr double tolerance_pt = 3;
    return std::all_of(columns.begin(), columns.end(), [&](double left) {
        return std::any_of(columns_.begin(), columns_.end(),
                           [&](double other) { return std::fabs(left - other) <= tolerance_pt; });
    });
}

}  // namespace dondoc::plan
