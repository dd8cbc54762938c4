#include "plan/header.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_heading = 300;  // bytes of one cell of a header
constexpr int first_year_of_plans = 2000;
constexpr std::size_t most_lines = 4;  // of a header, without the columns' own numbers

template <std::size_t N>
using Words = std::array<std::string_view, N>;

constexpr Words<9> number_words{"stt", "tt", "số tt", "số thứ tự", "stt.", "tt.", "số", "thứ tự", "mã số"};
constexpr Words<28> other_words{
    "điểm",       "kinh phí",      "ghi chú",          "đơn vị tính",      "đvt",           "địa điểm",
    "căn cứ",     "nguồn",         "tài liệu",         "tham chiếu",       "lãnh đạo",      "số, ký hiệu",
    "số ký hiệu", "số hiệu",       "số văn bản",       "ngày giao",        "ngày ban hành", "dự toán",
    "số tiền",    "thành tiền",    "đơn giá",          "số lượng",         "chức vụ",       "điện thoại",
    "cấp trình",  "cơ quan trình", "cơ quan ban hành", "cơ quan thẩm định"};
// A table with one of these and without terms lists people.
constexpr Words<4> people_words{"họ và tên", "họ tên", "chức vụ", "điện thoại"};
// A table with one of these counts money.
constexpr Words<6> money_words{"thành tiền", "đơn giá", "nội dung chi", "khoản chi", "mức chi", "số tiền"};
// Under "Thời gian", "Cơ quan": lines of a header that only mean something together with the one above.
constexpr Words<7> lower_words{"bắt đầu", "kết thúc", "hoàn thành", "dự kiến", "từ", "đến", "thực hiện"};
constexpr Words<12> deadline_words{
    "hoàn thành",      "thời gian", "thời hạn", "tiến độ",          "hạn hoàn thành", "hạn ",
    "ngày hoàn thành", "thời điểm", "lộ trình", "hoàn thành trước", "mốc thời gian",  "khung thời gian"};
constexpr Words<16> lead_words{
    "cơ quan",    "đơn vị",         "chủ trì",          "phân công",   "trách nhiệm", "đầu mối",
    "người",      "tổ chức thực",   "bộ phận",          "các cơ quan", "các đơn vị",  "cấp thực hiện",
    "phòng, ban", "sở, ban, ngành", "chịu trách nhiệm", "địa phương"};
constexpr Words<5> requirement_words{"yêu cầu", "mục tiêu", "kết quả", "sản phẩm", "chỉ tiêu"};
constexpr Words<13> title_words{"nội dung",     "nhiệm vụ",  "công việc", "lĩnh vực",  "tiêu chí",
                                "tên",          "hoạt động", "đề án",     "giải pháp", "vấn đề",
                                "chương trình", "văn bản",   "danh mục"};

template <std::size_t N>
bool is_one_of(std::string_view text, const Words<N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}
template <std::size_t N>
bool begins(std::string_view text, const Words<N>& words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}
template <std::size_t N>
std::size_t first_of(std::string_view text, const Words<N>& words) {
    auto first = std::string_view::npos;
    for (const auto word : words) first = std::min(first, text.find(word));
    return first;
}
bool has(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

// What a header's cell announces; nothing: its words are of no header that is known.
std::optional<Column> column_of(std::string_view text) {
    constexpr std::string_view planned = "dự kiến ";
    if (text.starts_with(planned)) text.remove_prefix(planned.size());
    if (text.empty() || text.size() > longest_heading) return std::nullopt;
    if (is_one_of(text, number_words)) return Column::Number;
    if (begins(text, other_words)) return Column::Other;
    if (begins(text, deadline_words) || text == "hoàn thành") return Column::Deadline;
    const bool cooperating = has(text, "phối hợp");
    if (cooperating && !has(text, "chủ trì")) return Column::Cooperating;
    constexpr std::size_t longest_role = 60;  // "Sở/ngành chủ trì"
    if (begins(text, lead_words) || (has(text, "chủ trì") && text.size() <= longest_role)) {
        if (has(text, "theo dõi") && !has(text, "chủ trì") && !has(text, "thực hiện")) return Column::Other;
        return Column::Lead;
    }
    const auto requirement = first_of(text, requirement_words);
    const auto title = first_of(text, title_words);
    if (requirement == std::string_view::npos && title == std::string_view::npos) return std::nullopt;
    return requirement < title ? Column::Requirement : Column::Title;
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
    const bool people =
        std::any_of(words.begin(), words.end(), [](const auto& text) { return begins(text, people_words); });
    if (people && !when) return false;
    if (std::any_of(words.begin(), words.end(), [](const auto& text) { return begins(text, money_words); }))
        return false;
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
    if (const auto column = column_of(text); column && !begins(text, lower_words)) return column;
    if (!begins(text, lower_words) || above.empty()) return std::nullopt;
    return column_of(above[spanning(above, at)] + " " + text);
}

// "||||Cơ quan chủ trì|Cơ quan phối hợp" under a cell that spans both.
bool is_further_line(const std::vector<std::string>& cells, const std::vector<std::optional<Column>>& above,
                     const std::vector<std::string>& words) {
    if (count(above, Column::Number) + count(above, Column::Lead) + count(above, Column::Deadline) == 0)
        return false;
    bool names_role = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (i < above.size() && (above[i] == Column::Number || above[i] == Column::Title)) return false;
        const auto column = lower_column(cells, words, i);
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
std::vector<Column> settle(const std::vector<std::optional<Column>>& found,
                           const std::vector<std::string>& words) {
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
    // Of several terms the one that says when it ends, of several leads the one that says so.
    const auto prefer = [&](Column column, std::initializer_list<std::string_view> words_of_it,
                            Column otherwise) {
        std::optional<std::size_t> chosen;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] != column) continue;
            const bool says = std::any_of(words_of_it.begin(), words_of_it.end(),
                                          [&](auto word) { return has(words[i], word); });
            if (!chosen) {
                chosen = i;
            } else if (says && std::none_of(words_of_it.begin(), words_of_it.end(),
                                            [&](auto word) { return has(words[*chosen], word); })) {
                columns[*chosen] = otherwise;
                chosen = i;
            } else {
                columns[i] = otherwise;
            }
        }
    };
    prefer(Column::Deadline, {"hoàn thành", "kết thúc", "chậm nhất"}, Column::Other);
    // An agency rather than a person.
    const auto is_person = [&](std::size_t i) {
        return columns[i] == Column::Lead && words[i].starts_with("người");
    };
    const auto leads = std::count(columns.begin(), columns.end(), Column::Lead);
    for (std::size_t i = 0; leads > 1 && i < columns.size(); ++i)
        if (is_person(i) && !has(words[i], "chủ trì")) columns[i] = Column::Other;
    prefer(Column::Lead, {"chủ trì"},
           std::find(columns.begin(), columns.end(), Column::Cooperating) == columns.end()
               ? Column::Cooperating
               : Column::Other);
    return columns;
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
    if (!is_header(columns, words)) return std::nullopt;
    header.columns = settle(columns, words);
    header.times.resize(columns.size());
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
    return filled >= 3 && std::any_of(words.begin(), words.end(),
                                      [](const auto& text) { return is_one_of(text, number_words); });
}

}  // namespace dondoc::plan
