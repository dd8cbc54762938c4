// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/header.h"

#include <algorithm>
#include <string_view>

#include "language/readers.h"
#include "plan/meaning/header_cells.h"
#include "plan/meaning/header_times.h"
#include "plan/meaning/header_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_lines = 4;  // of a header, without the columns' own numbers

bool mentions(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

std::vector<std::string> folded_cells(const GridRow& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.push_back(spelled_out(language::fold(cell.text())));
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

// "Hạn" beside "Người nhận việc", all of its cells short and without figures: a header, though it does not
// say "nhiệm vụ" in words that are known.
bool names_who_and_when(const std::vector<std::optional<Column>>& columns,
                        const std::vector<std::string>& words) {
    constexpr std::size_t longest = 60;
    return words.size() >= 3 && count(columns, Column::Lead) > 0 && count(columns, Column::Deadline) > 0 &&
           std::all_of(words.begin(), words.end(), [](const std::string& word) {
               return word.size() <= longest && word.find_first_of("0123456789") == std::string::npos;
           });
}

// What a cell of a further line says, under the nearest cell above it or to the left of that, which spans
// both.
std::optional<Column> lower_column(const std::vector<std::string>& cells,
                                   const std::vector<std::string>& above, std::size_t at) {
    const auto& text = cells[at];
    if (is_time_of_columns(cells, above, at)) {
        const auto& spans = above[spanning(above, at)];
        const bool only_times =
            spans.starts_with("tháng") || spans.starts_with("quý") || spans.starts_with("năm");
        return only_times ? Column::Deadline : column_of(spans);
    }
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

// Below a title that is merged over several columns the rows may have as many cells, of one meaning.
void spread_merged_titles(const GridRow& row, const std::vector<std::string>& words, Header& header) {
    for (std::size_t i = 0; i < std::min(row.cells.size(), header.columns.size()); ++i) {
        const auto end = std::min(header.columns.size(), i + row.cells[i].span);
        if (row.cells[i].empty()) continue;
        for (auto next = i + 1; next < end && words[next].empty(); ++next)
            if (header.columns[next] == Column::Other && header.times[next].empty())
                header.columns[next] = header.columns[i];
    }
}

// "Nhóm nhiệm vụ" before the column of the tasks themselves: the section that they belong to.
std::optional<std::size_t> group_column(const std::vector<std::optional<Column>>& columns,
                                        const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if ((columns[i] && columns[i] != Column::Title) || !names_group(words[i])) continue;
        const auto others = count(columns, Column::Title) - (columns[i] ? 1 : 0);
        return others > 0 ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
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

// `holds`: which of them does, where something else than "mới" and "cũ" says so.
void ask_between(Header& header, Column column, const std::vector<std::string>& words,
                 std::optional<std::size_t> holds = std::nullopt) {
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
    if (holds) rivals.holds = holds;
    header.rivals.push_back(std::move(rivals));
}

// Of several leads an agency rather than a person, and what the only one leads that says "chủ trì". Who else
// may lead is asked; who takes part cooperates.
void settle_leads(Header& header, const std::vector<std::string>& words) {
    drop_where_others_stay(header, Column::Lead,
                           [&](std::size_t i) { return names_person_in_charge(words[i]); });
    drop_where_others_stay(header, Column::Lead, [&](std::size_t i) { return leads_aside(words[i]); });
    const auto found = columns_of(header, Column::Lead);
    if (std::any_of(found.begin(), found.end(),
                    [&](auto i) { return names_new(words[i]) || names_old(words[i]); }))
        return ask_between(header, Column::Lead, words);
    const auto leads = [&](auto i) { return mentions(words[i], "chủ trì"); };
    if (std::count_if(found.begin(), found.end(), leads) != 1)
        return ask_between(header, Column::Lead, words);
    const bool cooperates = !columns_of(header, Column::Cooperating).empty();
    for (const auto i : found)
        if (!leads(i) && takes_part(words[i]))
            header.columns[i] = cooperates ? Column::Other : Column::Cooperating;
    ask_between(header, Column::Lead, words, *std::find_if(found.begin(), found.end(), leads));
}

// "Nội dung cũ" beside "Nội dung mới", "Chỉ tiêu" likewise: what was, and what is instead.
void ask_between_versions(Header& header, const std::vector<std::string>& words) {
    for (const auto column : {Column::Title, Column::Requirement}) {
        const auto first = std::find(header.columns.begin(), header.columns.end(), column);
        const auto other = column == Column::Title ? Column::Solution : column;
        const auto second =
            first == header.columns.end() ? first : std::find(first + 1, header.columns.end(), other);
        if (second == header.columns.end()) continue;
        const auto& one = words[static_cast<std::size_t>(first - header.columns.begin())];
        const auto& two = words[static_cast<std::size_t>(second - header.columns.begin())];
        const bool versions = (names_old(one) && names_new(two)) || (names_new(one) && names_old(two));
        if (!versions) continue;
        *second = column;
        ask_between(header, column, words);
    }
}

// Of several terms the one that says when it ends, of several leads the one that says so; what is still two
// columns of one meaning is asked.
void settle_rivals(Header& header, const std::vector<std::string>& words) {
    drop_where_others_stay(header, Column::Deadline, [&](std::size_t i) { return names_start(words[i]); });
    for (const auto i : columns_of(header, Column::Deadline))
        if (names_only_start(words[i])) header.columns[i] = Column::Other;  // no column says when it ends
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
    settle_leads(header, words);
    if (changed(Column::Cooperating)) ask_between(header, Column::Cooperating, words);
    ask_between_versions(header, words);
}

void leave_source_aside(std::vector<std::optional<Column>>& columns, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] == Column::Title && names_source(words[i]) && count(columns, Column::Title) > 1)
            columns[i] = Column::Other;
}

void take_presenter(std::vector<std::optional<Column>>& columns, const std::vector<std::string>& words) {
    if (count(columns, Column::Lead) > 0) return;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] == Column::Other && names_presenter(words[i])) columns[i] = Column::Lead;
}

// The columns' titles as printed, those below a spanning cell with its words.
void add_titles(Header& header, const Table& table, std::size_t row) {
    const auto& first = table.rows[row].cells;
    std::string spanned;
    std::size_t merged_to = 0;  // columns before it have their title, or are merged with one that has
    header.titles.resize(header.columns.size());
    for (std::size_t i = 0; i < header.titles.size(); ++i) {
        std::string below;
        for (std::size_t line = 1; line < header.rows && row + line < table.rows.size(); ++line) {
            const auto& cells = table.rows[row + line].cells;
            if (i < cells.size() && !cells[i].empty()) below += (below.empty() ? "" : " ") + cells[i].text();
        }
        if (i < first.size() && !first[i].empty()) spanned = first[i].text();
        const bool own = i < first.size() && !first[i].empty();
        if (own) merged_to = i + first[i].span;
        header.titles[i] = below.empty()     ? (i < merged_to ? spanned : std::string{})
                           : spanned.empty() ? below
                                             : spanned + " " + below;
    }
}

}  // namespace

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
        const bool spanned = is_below_spanning_cells(below, above);
        for (std::size_t i = 0; i < below.size(); ++i) {
            if (below[i].empty()) continue;
            const auto& spans = above[spanning(above, i)];
            if (is_time_of_columns(below, above, i))
                header.times[i] = time_under(time_named(table.rows[row + header.rows].cells[i].text(), spans),
                                             times_above[spanning(above, i)], spans);
            columns[i] = lower_column(below, above, i);
            // "Cấp tỉnh" | "Cấp xã" under "Cơ quan thực hiện": each is what the cell above says.
            if (const auto meaning = column_of(spans);
                !columns[i] && spanned && (meaning == Column::Lead || meaning == Column::Deadline))
                columns[i] = column_of(spans + " " + below[i]) == Column::Other ? Column::Other : meaning;
            words[i] += (words[i].empty() ? "" : " ") + below[i];
        }
    }
    header.times.resize(columns.size());
    take_presenter(columns, words);
    const bool known = is_header(columns, words);
    if (known || is_some_header(table.rows[row]) || names_who_and_when(columns, words)) {
        if (count(columns, Column::Deadline) == 0)
            take_marked_times(table, row, row + header.rows, columns, header.times);
        header.guessed = guess_by_cells(table, row + header.rows, columns);
    }
    if (!known && (header.guessed.empty() || !is_header(columns, words))) return std::nullopt;
    // "SII" where "STT" was printed, as scans spell it.
    constexpr std::size_t longest_misread = 8;
    if (count(columns, Column::Number) == 0 && !columns.front() && !words.front().empty() &&
        words.front().size() <= longest_misread && is_column_of_numbers(table, row + header.rows, 0)) {
        columns.front() = Column::Number;
        header.guessed.push_back(0);
    }
    header.group = group_column(columns, words);
    if (header.group) columns[*header.group] = Column::Other;
    leave_source_aside(columns, words);
    header.columns = settle(columns);
    spread_merged_titles(table.rows[row], words, header);
    leave_status_aside(table, row + header.rows, words, header);
    settle_rivals(header, words);
    add_titles(header, table, row);
    for (std::size_t i = 0; i < columns.size(); ++i) {  // the terms of all years are one column
        if (!columns[i]) header.times[i].clear();
        if (!header.times[i].empty()) header.columns[i] = *columns[i];
    }
    if (row + header.rows < table.rows.size() &&
        numbers_the_columns(folded_cells(table.rows[row + header.rows])))
        ++header.rows;
    for (const auto& cell : words)
        if (!cell.empty()) header.words += cell + "|";
    return header;
}

bool has_header(const Table& table) {
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (header_at(table, row)) return true;
    return false;
}

bool is_some_header(const GridRow& row) {
    const auto words = folded_cells(row);
    const auto filled =
        std::count_if(words.begin(), words.end(), [](const auto& text) { return !text.empty(); });
    return filled >= 3 &&
           std::any_of(words.begin(), words.end(), [](const auto& text) { return names_number(text); });
}

}  // namespace dondoc::plan
