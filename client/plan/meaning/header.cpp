// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/header.h"

#include <algorithm>
#include <string_view>

#include "language/readers.h"
#include "plan/meaning/header_cells.h"
#include "plan/meaning/header_words.h"

namespace dondoc::plan {
namespace {

constexpr int first_year_of_plans = 2000;
constexpr std::size_t most_lines = 4;  // of a header, without the columns' own numbers

bool has(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

std::vector<std::string> folded_cells(const GridRow& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.push_back(language::fold(cell.text()));
    return cells;
}

std::size_t count(const std::vector<std::optional<Column>>& columns, Column column) {
    return static_cast<std::size_t>(std::count(columns.begin(), columns.end(), column));
}

bool is_header(const std::vector<std::optional<Column>>& columns, const std::vector<std::string>& words) {
    const bool task = count(columns, Column::Title) + count(columns, Column::Requirement) > 0;
    const bool who = count(columns, Column::Lead) + count(columns, Column::Cooperating) > 0;
    const bool when = count(columns, Column::Deadline) > 0;
    const auto any = [&](bool (*says)(std::string_view)) {
        return std::any_of(words.begin(), words.end(), says);
    };
    if (any(names_person) && !when) return false;
    if (any(names_money)) return false;
    return task && ((count(columns, Column::Number) > 0 && (who || when)) || (who && when));
}

// "2024", "Năm 2024", "Quý I" as the title of a column.
bool is_time(const std::string& text) {
    constexpr std::size_t longest = 30;
    if (text.empty() || text.size() > longest) return false;
    const auto reading = language::read_deadline(text, {civil(first_year_of_plans, 1, 1)});
    const auto kind = kind_of(reading.deadline.term);
    return (kind == DeadlineKind::Year || kind == DeadlineKind::Quarter || kind == DeadlineKind::Month) &&
           reading.problems.empty();
}

// The column whose cell above spans the one at `at`.
std::size_t spanning(const std::vector<std::string>& above, std::size_t at) {
    auto column = std::min(at, above.size() - 1);
    while (column > 0 && above[column].empty()) --column;
    return column;
}

// One of several times under a cell that spans them all; a single one is a row's own term.
bool is_time_of_columns(const std::vector<std::string>& cells, const std::vector<std::string>& above,
                        std::size_t at) {
    if (above.empty() || !is_time(cells[at])) return false;
    const auto shares = [&](std::size_t other) {
        return other < cells.size() && spanning(above, other) == spanning(above, at) && is_time(cells[other]);
    };
    return (at > 0 && shares(at - 1)) || shares(at + 1);
}

// What a cell of a further line says, under the nearest cell above it or to the left of that, which spans
// both.
std::optional<Column> lower_column(const std::vector<std::string>& cells,
                                   const std::vector<std::string>& above, std::size_t at) {
    const auto& text = cells[at];
    if (is_time_of_columns(cells, above, at)) return column_of(above[spanning(above, at)]);
    if (!above.empty() && names_other(above[spanning(above, at)])) return Column::Other;
    if (const auto column = column_of(text); column && !needs_cell_above(text)) return column;
    if (!needs_cell_above(text) || above.empty()) return std::nullopt;
    return column_of(above[spanning(above, at)] + " " + text);
}

// Each of its cells stands below one that spans it and others, and one at least is not the first of them.
bool is_below_spanning_cells(const std::vector<std::string>& cells, const std::vector<std::string>& above) {
    bool some = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (i >= above.size()) return false;
        const bool next_is_open = i + 1 < above.size() && above[i + 1].empty();
        if (!above[i].empty() && !next_is_open) return false;
        some = some || above[i].empty();
    }
    return some;
}

// "||||Cơ quan chủ trì|Cơ quan phối hợp" under a cell that spans both.
bool is_further_line(const std::vector<std::string>& cells, const std::vector<std::optional<Column>>& above,
                     const std::vector<std::string>& words) {
    if (count(above, Column::Number) + count(above, Column::Lead) + count(above, Column::Deadline) == 0)
        return false;
    const bool spanned = is_below_spanning_cells(cells, words);
    bool names_role = spanned;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (i < above.size() && (above[i] == Column::Number || above[i] == Column::Title)) return false;
        const auto column = lower_column(cells, words, i);
        if (!column && spanned) continue;
        if (!column) return false;
        names_role = names_role || (*column != Column::Title && *column != Column::Requirement) ||
                     is_time_of_columns(cells, words, i);
    }
    return names_role;
}

// "(1) (2) (3)", "A B 1 2 3": the columns' own numbers under a header.
bool numbers_the_columns(const std::vector<std::string>& cells) {
    std::size_t filled = 0;
    int last = 0;
    for (auto cell : cells) {
        if (cell.empty()) continue;
        ++filled;
        std::erase_if(cell, [](char c) { return c == '(' || c == ')' || c == ' ' || c == '[' || c == ']'; });
        if (cell.size() == 1 && cell[0] >= 'a' && cell[0] <= 'e') continue;
        if (cell.empty() || cell.size() > 2) return false;
        int number = 0;
        for (const char c : cell) {
            if (c < '0' || c > '9') return false;
            number = number * 10 + (c - '0');
        }
        if (number != last + 1) return false;
        last = number;
    }
    return filled >= 3 && last >= 2;
}

// One title, one requirement, one solution; the words alone do not tell which of two title columns is which.
std::vector<Column> settle(const std::vector<std::optional<Column>>& found) {
    std::vector<Column> columns;
    for (const auto& column : found) columns.push_back(column.value_or(Column::Other));
    const auto turn = [&](Column from, Column first, Column next) {
        bool seen = false;
        for (auto& column : columns) {
            if (column != from) continue;
            column = seen ? next : first;
            seen = true;
        }
    };
    if (count(found, Column::Title) == 0) {
        turn(Column::Requirement, Column::Title, Column::Requirement);
    } else {
        turn(Column::Title, Column::Title, Column::Solution);
    }
    return columns;
}

// The columns that mean `column`, without those that the words of another make plain not to.
std::vector<std::size_t> columns_of(const Header& header, Column column) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < header.columns.size(); ++i)
        if (header.columns[i] == column && (i >= header.times.size() || header.times[i].empty()))
            found.push_back(i);
    return found;
}

template <typename Test>
void drop_where_others_stay(Header& header, Column column, Test is_lesser) {
    const auto found = columns_of(header, column);
    std::vector<std::size_t> lesser;
    for (const auto i : found)
        if (is_lesser(i)) lesser.push_back(i);
    if (lesser.size() == found.size()) return;
    for (const auto i : lesser) header.columns[i] = Column::Other;
}

void ask_between(Header& header, Column column, const std::vector<std::string>& words) {
    auto found = columns_of(header, column);
    if (found.size() < 2) return;
    Rivals rivals{column, found, std::nullopt};
    std::size_t renewed = 0;
    for (const auto i : found)
        if (names_new(words[i])) {
            ++renewed;
            rivals.holds = i;
        }
    if (renewed != 1) rivals.holds.reset();
    // "Thời hạn" beside "Thời hạn (dự thảo)": one of them says that it is the old one.
    if (renewed == 0 &&
        std::count_if(found.begin(), found.end(), [&](auto i) { return names_old(words[i]); }) + 1 ==
            static_cast<std::ptrdiff_t>(found.size()))
        rivals.holds =
            *std::find_if(found.begin(), found.end(), [&](auto i) { return !names_old(words[i]); });
    header.rivals.push_back(std::move(rivals));
}

// Of several terms the one that says when it ends, of several leads the one that says so; what is still two
// columns of one meaning is asked.
void settle_rivals(Header& header, const std::vector<std::string>& words) {
    drop_where_others_stay(header, Column::Deadline, [&](std::size_t i) { return names_start(words[i]); });
    const auto changed = [&](Column column) {
        const auto found = columns_of(header, column);
        return std::any_of(found.begin(), found.end(),
                           [&](auto i) { return names_new(words[i]) || names_old(words[i]); });
    };
    if (!changed(Column::Deadline))
        drop_where_others_stay(header, Column::Deadline, [&](std::size_t i) {
            return words[i].starts_with("thời gian thực hiện") ||
                   words[i].starts_with("thời gian triển khai");
        });
    ask_between(header, Column::Deadline, words);
    // An agency rather than a person.
    drop_where_others_stay(header, Column::Lead, [&](std::size_t i) {
        return words[i].starts_with("người") && !has(words[i], "chủ trì") && !has(words[i], "đơn vị") &&
               !has(words[i], "cơ quan");
    });
    if (!changed(Column::Lead)) {
        const auto found = columns_of(header, Column::Lead);
        const bool cooperates = !columns_of(header, Column::Cooperating).empty();
        const auto leads = [&](auto i) { return has(words[i], "chủ trì"); };
        if (std::count_if(found.begin(), found.end(), leads) == 1)
            for (const auto i : found)
                if (!leads(i)) header.columns[i] = cooperates ? Column::Other : Column::Cooperating;
    }
    ask_between(header, Column::Lead, words);
}

// The columns' titles as printed, those below a spanning cell with its words.
void add_titles(Header& header, const Table& table, std::size_t row) {
    const auto& first = table.rows[row].cells;
    std::string spanned;
    header.titles.resize(header.columns.size());
    for (std::size_t i = 0; i < header.titles.size(); ++i) {
        std::string below;
        for (std::size_t line = 1; line < header.rows && row + line < table.rows.size(); ++line) {
            const auto& cells = table.rows[row + line].cells;
            if (i < cells.size() && !cells[i].empty()) below += (below.empty() ? "" : " ") + cells[i].text();
        }
        if (i < first.size() && !first[i].empty()) spanned = first[i].text();
        const bool own = i < first.size() && !first[i].empty();
        header.titles[i] = below.empty()     ? (own ? spanned : std::string{})
                           : spanned.empty() ? below
                                             : spanned + " " + below;
    }
}

// "Quý I" under "2024", or under "Thời gian thực hiện năm 2024": with its year.
std::string time_under(const std::string& text, const std::string& time_above,
                       const std::string& words_above) {
    if (year_in(text)) return text.size() == 4 ? "Năm " + text : text;
    if (!time_above.empty()) return text + " " + time_above;
    const auto year = year_in(words_above);
    return year ? text + " năm " + *year : text;
}

}  // namespace

std::optional<std::string> year_in(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const auto part = text.substr(at, 4);
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if ((part.starts_with("19") || part.starts_with("20")) &&
            std::all_of(part.begin(), part.end(), is_digit))
            return std::string(part);
    }
    return std::nullopt;
}

std::optional<Header> header_at(const Table& table, std::size_t row) {
    auto words = folded_cells(table.rows[row]);
    std::vector<std::optional<Column>> columns;
    for (const auto& cell : words) columns.push_back(column_of(cell));
    Header header;
    for (; header.rows < most_lines && row + header.rows < table.rows.size(); ++header.rows) {
        const auto below = folded_cells(table.rows[row + header.rows]);
        const bool some_task = count(columns, Column::Title) + count(columns, Column::Requirement) > 0;
        if (!some_task || !is_further_line(below, columns, words)) break;
        columns.resize(std::max(columns.size(), below.size()));
        words.resize(columns.size());
        header.times.resize(columns.size());
        const auto above = words;
        const auto times_above = header.times;
        for (std::size_t i = 0; i < below.size(); ++i) {
            if (below[i].empty()) continue;
            if (is_time_of_columns(below, above, i))
                header.times[i] = time_under(table.rows[row + header.rows].cells[i].text(),
                                             times_above[spanning(above, i)], above[spanning(above, i)]);
            columns[i] = lower_column(below, above, i);
            words[i] += (words[i].empty() ? "" : " ") + below[i];
        }
    }
    header.times.resize(columns.size());
    if (!is_header(columns, words)) {
        if (!is_some_header(table.rows[row])) return std::nullopt;
        header.guessed = guess_by_cells(table, row + header.rows, columns);
        if (header.guessed.empty() || !is_header(columns, words)) return std::nullopt;
    }
    // "SII" where "STT" was printed, as scans spell it.
    constexpr std::size_t longest_misread = 8;
    if (count(columns, Column::Number) == 0 && !columns.front() && !words.front().empty() &&
        words.front().size() <= longest_misread && is_column_of_numbers(table, row + header.rows, 0)) {
        columns.front() = Column::Number;
        header.guessed.push_back(0);
    }
    header.columns = settle(columns);
    leave_status_aside(table, row + header.rows, words, header);
    settle_rivals(header, words);
    add_titles(header, table, row);
    for (std::size_t i = 0; i < columns.size(); ++i)  // the terms of all years are one column
        if (!header.times[i].empty()) header.columns[i] = *columns[i];
    if (row + header.rows < table.rows.size() &&
        numbers_the_columns(folded_cells(table.rows[row + header.rows])))
        ++header.rows;
    for (const auto& cell : words) header.words += cell + "|";
    return header;
}

bool is_some_header(const GridRow& row) {
    const auto words = folded_cells(row);
    const auto filled =
        std::count_if(words.begin(), words.end(), [](const auto& text) { return !text.empty(); });
    return filled >= 3 &&
           std::any_of(words.begin(), words.end(), [](const auto& text) { return names_number(text); });
}

}  // namespace dondoc::plan
