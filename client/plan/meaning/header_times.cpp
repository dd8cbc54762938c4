// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/header_times.h"

#include <algorithm>
#include <array>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

constexpr int first_year_of_plans = 2000;
constexpr std::size_t most_rows_with_marks = 300;  // rows

bool is_time(const std::string& text) {
    constexpr std::size_t longest = 30;
    if (text.empty() || text.size() > longest) return false;
    const auto reading = language::read_deadline(text, {civil(first_year_of_plans, 1, 1)});
    const auto kind = kind_of(reading.deadline.term);
    return (kind == DeadlineKind::Year || kind == DeadlineKind::Quarter || kind == DeadlineKind::Month) &&
           reading.problems.empty();
}

bool is_number_up_to(std::string_view text, int most) {
    constexpr std::size_t longest = 2;
    if (text.empty() || text.size() > longest) return false;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    return number >= 1 && number <= most;
}

// "t3", "th.3", "t 03" without its letters; empty: it is no short month.
std::string short_month(const std::string& text) {
    auto rest = std::string_view(text);
    for (const std::string_view head : {"th", "t"})
        if (rest.starts_with(head)) {
            rest.remove_prefix(head.size());
            break;
        }
    if (rest.size() == text.size()) return {};
    while (!rest.empty() && (rest.front() == '.' || rest.front() == ' ')) rest.remove_prefix(1);
    const auto number = rest.substr(0, rest.find_first_of("/-"));
    return is_number_up_to(number, 12) ? std::string(rest) : std::string{};
}

bool is_month(const std::string& time) {
    return language::fold(time).starts_with("tháng");
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

std::string time_named(const std::string& title, const std::string& above) {
    const auto text = language::fold(title);
    const bool of_months = above.find("tháng") != std::string::npos;
    const bool of_quarters = above.find("quý") != std::string::npos;
    if (of_months && is_number_up_to(text, 12)) return "Tháng " + text;
    if (of_quarters &&
        (is_number_up_to(text, 4) || text == "i" || text == "ii" || text == "iii" || text == "iv"))
        return "Quý " + text;
    if (const auto month = short_month(text); !month.empty() && is_time("tháng " + month))
        return "Tháng " + month;
    return is_time(text) ? title : std::string{};
}

std::string with_unit_of(const std::string& title, const std::string& text) {
    const auto unit = language::fold(title);
    const bool bare = language::fold(text).find_first_not_of("0123456789ivx ,;/-") == std::string::npos;
    return bare && (unit == "tháng" || unit == "quý") ? title + " " + text : text;
}

std::size_t spanning(const std::vector<std::string>& above, std::size_t at) {
    auto column = std::min(at, above.size() - 1);
    while (column > 0 && above[column].empty()) --column;
    return column;
}

bool is_time_of_columns(const std::vector<std::string>& cells, const std::vector<std::string>& above,
                        std::size_t at) {
    if (above.empty()) return false;
    const auto& spans = above[spanning(above, at)];
    if (time_named(cells[at], spans).empty()) return false;
    const auto shares = [&](std::size_t other) {
        return other < cells.size() && spanning(above, other) == spanning(above, at) &&
               !time_named(cells[other], spans).empty();
    };
    return (at > 0 && shares(at - 1)) || shares(at + 1);
}

std::string time_under(const std::string& text, const std::string& time_above,
                       const std::string& words_above) {
    if (year_in(text)) return text.size() == 4 ? "Năm " + text : text;
    if (!time_above.empty()) return text + " " + time_above;
    const auto year = year_in(words_above);
    return year ? text + " năm " + *year : text;
}

void take_marked_times(const Table& table, std::size_t row, std::size_t first,
                       std::vector<std::optional<Column>>& columns, std::vector<std::string>& times) {
    const auto text_at = [&](std::size_t line, std::size_t i) {
        const auto& cells = table.rows[line].cells;
        return i < cells.size() ? cells[i].text() : std::string{};
    };
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] || time_named(text_at(row, i), {}).empty()) continue;
        if (!found.empty() && found.back() + 1 != i) return;  // not side by side
        found.push_back(i);
    }
    if (found.size() < 2) return;
    std::size_t marks = 0;
    for (auto line = first; line < std::min(table.rows.size(), first + most_rows_with_marks); ++line)
        for (const auto i : found) {
            const auto text = text_at(line, i);
            if (is_time_mark(text))
                ++marks;
            else if (!text.empty() && text != text_at(row, i))  // not the header once more
                return;
        }
    if (marks == 0) return;
    for (const auto i : found) {
        columns[i] = Column::Deadline;
        times[i] = time_named(text_at(row, i), {});
    }
}

bool is_time_mark(std::string_view cell) {
    constexpr std::array<std::string_view, 9> marks{"x", "v", "✓", "✔", "√", "*", "+", "●", "•"};
    return std::find(marks.begin(), marks.end(), language::fold(cell)) != marks.end();
}

std::string terms_of_times(const std::vector<std::string>& times, const std::vector<std::string>& texts,
                           std::vector<Message>& doubts) {
    std::string said;
    const auto marked_month = [&](std::size_t i) {
        return i < texts.size() && is_time_mark(texts[i]) && is_month(times[i]);
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty()) continue;
        const auto& time = times[i];
        auto term = is_time_mark(texts[i])                ? time
                    : year_in(texts[i]) || !year_in(time) ? texts[i]
                                                          : texts[i] + " năm " + *year_in(time);
        if (marked_month(i) && marked_month(i + 1)) {
            auto last = i + 1;
            while (marked_month(last + 1)) ++last;
            term = "từ " + time + " đến " + times[last];
            doubts.push_back({"row.marked_months", {time, times[last]}});
            i = last;
        }
        said += (said.empty() ? "" : "; ") + term;
    }
    return said;
}

}  // namespace dondoc::plan
