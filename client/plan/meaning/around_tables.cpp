// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/around_tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/meaning/header_words.h"
#include "plan/meaning/progress_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_lines_above = 6;
constexpr std::size_t longest_line = 400;
constexpr std::size_t most_lines_looked_at = 400;  // bytes of a cell
constexpr int first_year_around = 2000;

bool is_one_term(const std::string& phrase) {
    const auto reading = language::read_deadline(phrase, {civil(first_year_around, 1, 1)});
    if (!reading.problems.empty()) return false;
    switch (kind_of(reading.deadline.term)) {
        case DeadlineKind::Date:
        case DeadlineKind::Before:
        case DeadlineKind::Month:
        case DeadlineKind::Quarter:
        case DeadlineKind::Year:
            return true;
        default:
            return false;
    }
}

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" :");
    if (begin == std::string_view::npos) return {};
    const auto end = text.find_last_not_of(" .;");
    return std::string(text.substr(begin, end - begin + 1));
}

// Behind the last colon, or from the first word on that begins a term.
std::optional<std::string> term_in(const std::string& line) {
    constexpr std::array<std::string_view, 4> announces{"thời hạn", "hoàn thành", "hạn ", "xong "};
    constexpr std::array<std::string_view, 6> begins{"chậm nhất",  "trước ngày", "trước ",
                                                     "xong trước", "đến hết",    "trong tháng"};
    const auto folded = language::fold(line);
    if (line.size() > longest_line || folded.size() != line.size()) return std::nullopt;
    if (first_of(folded, announces) == std::string_view::npos &&
        first_of(folded, begins) == std::string_view::npos)
        return std::nullopt;
    for (const auto at : {line.rfind(':') == std::string::npos ? std::string::npos : line.rfind(':') + 1,
                          first_of(folded, begins)}) {
        if (at == std::string::npos) continue;
        auto phrase = trimmed(std::string_view(line).substr(at));
        while (!phrase.empty() && (phrase.back() == ')' || phrase.back() == '*')) phrase.pop_back();
        if (!phrase.empty() && is_one_term(phrase)) return phrase;
    }
    return std::nullopt;
}

std::optional<std::string> lead_in(const std::string& line) {
    constexpr std::array<std::string_view, 6> announces{"cơ quan chủ trì",   "đơn vị chủ trì",
                                                        "cơ quan thực hiện", "đơn vị thực hiện",
                                                        "cơ quan phụ trách", "chủ trì thực hiện"};
    const auto colon = line.find(':');
    if (line.size() > longest_line || colon == std::string::npos) return std::nullopt;
    if (first_of(language::fold(line.substr(0, colon)), announces) != 0) return std::nullopt;
    auto name = trimmed(std::string_view(line).substr(colon));
    return name.empty() ? std::nullopt : std::optional(std::move(name));
}

template <typename Find>
std::optional<std::string> nearest(const std::vector<std::string>& lines, Find find) {
    std::size_t looked_at = 0;
    for (auto line = lines.rbegin(); line != lines.rend() && looked_at < most_lines_above; ++line) {
        if (line->empty()) continue;
        ++looked_at;
        if (auto found = find(*line)) return found;
    }
    return std::nullopt;
}

// The national motto, "Số: .../KH-UBND", "Nơi nhận", who signs.
bool is_letterhead(const Table& table) {
    constexpr std::array<std::string_view, 9> words{"cộng hòa xã hội",
                                                    "cộng hoà xã hội",
                                                    "độc lập - tự do",
                                                    "độc lập – tự do",
                                                    "nơi nhận",
                                                    "tm. ",
                                                    "kt. ",
                                                    "tl. ",
                                                    "đảng cộng sản việt nam"};
    constexpr std::size_t most_rows = 8;
    if (table.rows.size() > most_rows) return false;
    for (const auto& row : table.rows)
        for (const auto& cell : row.cells) {
            const auto folded = language::fold(cell.text().substr(0, most_lines_looked_at));
            if (first_of(folded, words) != std::string_view::npos) return true;
        }
    return false;
}

// Two columns, one of them labels: "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn".
bool is_card(const Table& table) {
    constexpr std::array<std::string_view, 12> labels{"nhiệm vụ", "nội dung",  "cơ quan", "đơn vị",
                                                      "thời hạn", "thời gian", "chủ trì", "phối hợp",
                                                      "hạn",      "tiến độ",   "kết quả", "người"};
    std::size_t labelled = 0;
    for (const auto& row : table.rows) {
        std::vector<const Cell*> filled;
        for (const auto& cell : row.cells)
            if (!cell.empty()) filled.push_back(&cell);
        constexpr std::size_t longest_label = 80;
        if (filled.size() < 2 || filled.size() > 4) continue;
        const auto label = language::fold(filled.front()->text());
        if (label.size() <= longest_label && first_of(label, labels) <= 4) ++labelled;
    }
    return labelled >= 2 && labelled * 2 >= table.rows.size();
}

std::string first_words(const Table& table, std::size_t& columns) {
    std::string words;
    for (const auto& cell : table.rows.front().cells) {
        if (cell.empty()) continue;
        ++columns;
        words += (words.empty() ? "" : " | ") + cell.text();
    }
    return in_quotes(words);
}

// The nearest one.
std::string heading_above(const v1::PlanRow& row) {
    constexpr std::string_view within = " > ";
    const auto last = row.section().rfind(within);
    return row.section().substr(last == std::string::npos ? 0 : last + within.size());
}

void say_taken_from_heading(v1::PlanRow& row, const char* field, const char* key,
                            const std::string& heading) {
    auto& origin = *row.add_origins();
    origin.set_field(field);
    origin.set_how(v1::CellOrigin::above_table);
    auto& doubt = *row.add_doubts();
    doubt.set_key(key);
    doubt.add_args(heading);
}

// "SỞ TÀI CHÍNH", "UBND các xã, phường": nothing but who does what stands below it.
bool names_only_agencies(const std::string& heading) {
    if (heading.empty() || heading.size() > longest_line) return false;
    const auto named = language::begins_with_agencies(heading);
    return named && trimmed(named->rest).empty();
}

}  // namespace

std::optional<std::string> term_said_in(const std::vector<std::string>& lines) {
    return nearest(lines, term_in);
}

std::optional<std::string> lead_said_in(const std::vector<std::string>& lines) {
    return nearest(lines, lead_in);
}

void take_lead_from_heading(v1::PlanRow& row, const std::string& sheet) {
    if (!row.lead_text().empty()) return;
    auto name = heading_above(row);
    if (!names_only_agencies(name)) name = sheet;
    if (!names_only_agencies(name)) return;
    row.set_lead_text(name);
    say_taken_from_heading(row, "lead_text", "row.lead_from_heading", name);
}

void take_term_from_heading(v1::PlanRow& row, const std::string& sheet) {
    if (!row.deadline_text().empty()) return;
    for (const auto& name : {heading_above(row), sheet}) {
        const auto whole = trimmed(name);
        const auto said = !whole.empty() && is_one_term(whole) ? std::optional(whole) : term_in(name);
        if (!said) continue;
        row.set_deadline_text(*said);
        return say_taken_from_heading(row, "deadline_text", "row.term_from_heading", name);
    }
}

void name_columns_beside(std::uint32_t table, std::span<const v1::PlanRow> rows,
                         std::vector<Message>& problems) {
    std::vector<std::string> named;
    std::string of_progress, others;
    for (const auto& row : rows)
        for (const auto& beside : row.beside()) {
            if (std::find(named.begin(), named.end(), beside.column()) != named.end()) continue;
            named.push_back(beside.column());
            auto& names = names_progress(beside.column()) ? of_progress : others;
            names += (names.empty() ? "“" : ", “") + beside.column() + "”";
        }
    for (const auto& [key, names] :
         {std::pair{"plan.progress_beside", of_progress}, std::pair{"plan.columns_beside", others}})
        if (!names.empty()) problems.push_back({key, {std::to_string(table), names}});
}

std::vector<Message> repeated_tables(const std::vector<v1::PlanRow>& rows) {
    constexpr std::size_t shortest = 20;  // bytes of a title that hardly stands twice
    constexpr std::size_t fewest = 2;
    struct Repeats {
        std::size_t tasks = 0;
        std::map<std::uint32_t, std::size_t> of;
    };
    std::map<std::string, std::uint32_t> first_in;  // the table
    std::map<std::uint32_t, Repeats> tables;
    for (const auto& row : rows) {
        if (row.title().size() < shortest) continue;
        const auto table = row.source().table();
        auto& repeats = tables[table];
        ++repeats.tasks;
        const auto [found, is_new] = first_in.emplace(language::fold(row.title()), table);
        if (!is_new && found->second != table) ++repeats.of[found->second];
    }
    std::vector<Message> problems;
    for (const auto& [table, repeats] : tables)
        for (const auto& [earlier, count] : repeats.of)
            if (count >= fewest && count * 2 > repeats.tasks)
                problems.push_back({"plan.repeated_table",
                                    {std::to_string(table), std::to_string(count), std::to_string(earlier)}});
    return problems;
}

std::optional<Message> why_skipped(const Table& table) {
    constexpr std::size_t least_text = 60;  // bytes; below it stands nothing that could be a task
    std::size_t bytes = 0;
    for (const auto& row : table.rows)
        for (const auto& cell : row.cells) bytes += cell.text().size();
    if (bytes < least_text || is_letterhead(table)) return std::nullopt;
    std::size_t columns = 0;
    const auto words = first_words(table, columns);
    if (is_card(table)) return Message{"plan.card", {std::to_string(table.number), words}};
    // In a text file any line with a tab or two in it looks like a table.
    constexpr std::size_t least_columns = 3, least_rows = 2;
    if (!table.merges_stated && (columns < least_columns || table.rows.size() < least_rows))
        return std::nullopt;
    return Message{"plan.skipped_table",
                   {std::to_string(table.number), std::to_string(table.rows.size()), words}};
}

}  // namespace dondoc::plan
