// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/taken_back.h"

#include <algorithm>
#include <string_view>

#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/numbering.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_named = 30;
constexpr std::size_t most_of_notes = 400;  // bytes

std::string words_of(const GridRow& row) {
    std::string words;
    for (const auto& cell : row.cells)
        if (!cell.empty()) words += (words.empty() ? "" : " | ") + cell.text();
    return words;
}

// "Họp tổ công tác | Sở Y tế": what to do, and who.
bool names_agency_beside(const std::string& words) {
    constexpr std::string_view between_cells = " | ";
    const auto bar = words.find(between_cells);
    if (bar == std::string::npos) return false;
    const auto second = words.substr(bar + between_cells.size());
    return language::begins_with_agencies(second) && !language::begins_with_agencies(words.substr(0, bar));
}

// "Người lập biểu", "Nguyễn Văn A", "Đồng Nai, ngày 15 tháng 10 năm 2026" are none.
bool may_be_note(const std::string& words) {
    constexpr std::size_t longest_signature = 60;  // bytes
    const auto folded = language::fold(words);
    if (folded.starts_with("ghi chú") || folded.starts_with("lưu ý")) return true;
    const bool small_letters =
        std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!small_letters || folded.find(", ngày ") != std::string::npos) return false;
    return words.size() > longest_signature || names_agency_beside(words);
}

}  // namespace

void Lost::add(const LiveText& text) {
    struck = struck || text.has_struck();
    deleted = deleted || text.has_deleted();
    hidden = hidden || text.has_hidden();
}

std::vector<std::uint32_t>& lines_for(TakenBack& taken_back, const Lost& lost) {
    if (lost.struck) return taken_back.struck_lines;
    return lost.deleted ? taken_back.deleted_lines : taken_back.unseen_lines;
}

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
    auto hidden = taken_back.hidden_lines;
    hidden.insert(hidden.end(), taken_back.unseen_lines.begin(), taken_back.unseen_lines.end());
    std::sort(hidden.begin(), hidden.end());
    hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
    say(hidden, "@plan.why_hidden");
    say(taken_back.deleted_lines, "@plan.why_deleted");
    if (!taken_back.hidden_columns.empty()) {
        std::string names;
        for (const auto& name : taken_back.hidden_columns)
            names += (names.empty() ? "“" : ", “") + name + "”";
        problems.push_back({"plan.columns_hidden", {table, names}});
    }
    for (const auto& area : taken_back.conditional_areas)
        problems.push_back({"plan.conditional_strike", {table, in_quotes(area)}});
    if (taken_back.deleted_cells > 0)
        problems.push_back({"plan.cells_deleted", {table, std::to_string(taken_back.deleted_cells)}});
    return problems;
}

std::optional<Message> drop_what_stands_below(Table& table, std::size_t number) {
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
    std::string notes;
    for (auto i = keep; i < rows.size() && notes.size() < most_of_notes; ++i) {
        const auto words = words_of(rows[i]);
        if (language::fold(words).starts_with("nơi nhận")) break;  // to whom it is sent, down to the end
        if (may_be_note(words)) notes += (notes.empty() ? "" : "; ") + words;
    }
    rows.resize(keep);
    if (notes.empty()) return std::nullopt;
    return Message{"plan.left_below", {std::to_string(number), in_quotes(notes)}};
}

bool has_number_only(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        return cell.empty() || parse_numbering(cell.text()).style != Numbering::Style::None;
    });
}

}  // namespace dondoc::plan
