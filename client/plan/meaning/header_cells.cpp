// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/header_cells.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/readers.h"
#include "plan/formats/numbering.h"
#include "plan/meaning/header_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_looked_at = 30;  // rows
constexpr std::size_t longest_looked_at = 200;
constexpr std::size_t longest_term = 80;
constexpr std::size_t shortest_title = 12;
constexpr int first_year_of_cells = 2000;

// The filled cells of a column, folded.
std::vector<std::string> cells_below(const Table& table, std::size_t first, std::size_t column) {
    std::vector<std::string> cells;
    for (auto row = first; row < table.rows.size() && cells.size() < most_looked_at; ++row) {
        const auto& all = table.rows[row].cells;
        if (column < all.size() && !all[column].empty())
            cells.push_back(language::fold(all[column].text().substr(0, longest_looked_at)));
    }
    return cells;
}

template <typename Test>
bool most(const std::vector<std::string>& cells, Test is) {
    const auto count = std::count_if(cells.begin(), cells.end(), is);
    return count > 0 && static_cast<std::size_t>(count) * 2 >= cells.size() + 1;
}

bool is_term(const std::string& text) {
    if (text.size() > longest_term) return false;
    const auto reading = language::read_deadline(text, {civil(first_year_of_cells, 1, 1)});
    return kind_of(reading.deadline.term) != DeadlineKind::None && reading.problems.empty();
}

bool is_agency(const std::string& text) {
    constexpr std::array<std::string_view, 14> words{
        "sở ",  "ubnd", "ủy ban", "uỷ ban",  "văn phòng", "công an",   "thanh tra",
        "ban ", "bộ ",  "các sở", "chi cục", "cục ",      "trung tâm", "phòng "};
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

bool is_share(std::string_view text) {  // "80%"
    return text.ends_with('%') && text.find_first_not_of("0123456789.,% ") == std::string_view::npos;
}

// What was done so far. "Đạt 100%" and "Hoàn thành đề án" are aims.
bool is_status(const std::string& text) {
    constexpr std::array<std::string_view, 7> words{"đã ",     "đang ",      "chưa ",   "xong",
                                                    "cơ bản ", "không thực", "tạm dừng"};
    constexpr std::array<std::string_view, 8> term_follows{" trước", " trong", " chậm", " ngày",
                                                           " quý",   " tháng", " năm",  " vào"};
    constexpr std::string_view finished = "hoàn thành";
    if (text == finished) return true;
    if (text.starts_with(finished) && is_share(std::string_view(text).substr(finished.size()))) return true;
    const auto word =
        std::find_if(words.begin(), words.end(), [&](auto one) { return text.starts_with(one); });
    if (word == words.end()) return false;
    const auto rest = std::string_view(text).substr(word->size());
    return std::none_of(term_follows.begin(), term_follows.end(),
                        [&](auto next) { return rest.starts_with(next); });
}

// "1", "2.1.3", "IV".
bool is_number(const std::string& text) {
    constexpr std::size_t longest = 10;
    return text.size() <= longest && parse_numbering(text).style != Numbering::Style::None;
}

bool is_taken(const std::vector<std::optional<Column>>& columns, Column column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

}  // namespace

std::vector<std::size_t> guess_by_cells(const Table& table, std::size_t first,
                                        std::vector<std::optional<Column>>& columns) {
    std::vector<std::size_t> guessed;
    const auto guess = [&](Column column, auto is) {
        if (is_taken(columns, column)) return;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i] && most(cells_below(table, first, i), is)) {
                columns[i] = column;
                guessed.push_back(i);
                return;
            }
    };
    guess(Column::Deadline, is_term);
    const bool leads_unknown = !is_taken(columns, Column::Lead);
    guess(Column::Lead, is_agency);
    // "Cấp tỉnh" beside "Cấp xã": nobody can tell which of them leads.
    for (std::size_t i = 0; leads_unknown && i < columns.size(); ++i)
        if (!columns[i] && most(cells_below(table, first, i), is_agency)) {
            columns[i] = Column::Lead;
            guessed.push_back(i);
        }
    if (is_taken(columns, Column::Title) || is_taken(columns, Column::Requirement)) return guessed;
    if (!is_taken(columns, Column::Lead) && !is_taken(columns, Column::Deadline)) return guessed;
    std::size_t longest = shortest_title;
    std::optional<std::size_t> title;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i]) continue;
        const auto cells = cells_below(table, first, i);
        std::size_t bytes = 0;
        for (const auto& cell : cells) bytes += cell.size();
        if (cells.empty() || bytes / cells.size() <= longest) continue;
        longest = bytes / cells.size();
        title = i;
    }
    if (!title) return guessed;
    columns[*title] = Column::Title;
    guessed.push_back(*title);
    return guessed;
}

bool goes_on_below(const Table& table, const Header& header) {
    constexpr std::size_t one_in = 3;  // cells: offices have names that are not known here
    std::size_t filled = 0, fitting = 0;
    bool has_numbers = false;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const auto column = header.columns[i];
        has_numbers = has_numbers || (column == Column::Number && is_column_of_numbers(table, 0, i));
        if (column != Column::Deadline && column != Column::Lead) continue;
        const auto cells = cells_below(table, 0, i);
        filled += cells.size();
        fitting += static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const auto& cell) {
            return column == Column::Deadline ? is_term(cell) : is_agency(cell);
        }));
    }
    return filled == 0 ? has_numbers : fitting * one_in >= filled;
}

bool is_column_of_numbers(const Table& table, std::size_t first, std::size_t column) {
    return most(cells_below(table, first, column), is_number);
}

void leave_status_aside(const Table& table, std::size_t first, const std::vector<std::string>& words,
                        Header& header) {
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        auto& column = header.columns[i];
        if (column != Column::Deadline && column != Column::Requirement && column != Column::Solution)
            continue;
        if (!may_be_status(words[i])) continue;
        const auto cells = cells_below(table, first, i);
        // A share is no term below "Tiến độ", and an aim below "Kết quả", unless others there say what was
        // done.
        const bool shares = column == Column::Deadline || std::any_of(cells.begin(), cells.end(), is_status);
        const auto says_status = [&](const std::string& cell) {
            return is_status(cell) || (shares && is_share(cell));
        };
        if (most(cells, says_status)) column = Column::Other;
    }
}

}  // namespace dondoc::plan
