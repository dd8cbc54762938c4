// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/decimal.h"

namespace dondoc::report {
namespace {

bool is_like_a_formula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted(std::string text) {
    if (is_like_a_formula(text)) text.insert(0, 1, '\'');
    // What is no text would make the file one that spreadsheets take for binary.
    std::ranges::replace_if(
        text, [](unsigned char c) { return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F; }, ' ');
    if (text.find_first_of(";,\"\r\n\t") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) result.append(c == '"' ? 2 : 1, c);
    return result + "\"";
}

// Where semicolons separate, spreadsheets read a point as part of a date or a text.
std::string with_comma(const Percent& percent) {
    auto text = decimal_text(percent.hundredths, 2);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string csv_cell(const Cell& cell) {
    if (const auto* count = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*count);
    if (const auto* percent = std::get_if<Percent>(&cell.value)) return with_comma(*percent);
    if (const auto* day = std::get_if<local_days>(&cell.value)) return iso_day(*day);
    return quoted(std::get<std::string>(cell.value));
}

// Whether the column has percentages: its numbers have no sign of their own.
bool has_percent(const Section& section, std::size_t column) {
    return std::ranges::any_of(
        section.rows, [&](const auto& row) { return std::holds_alternative<Percent>(row[column].value); });
}

}  // namespace

std::string to_csv(const Page& page) {
    std::size_t width = 2;
    for (const auto& section : page.sections) width = std::max(width, section.columns.size());
    std::string csv = "\xEF\xBB\xBF";
    // Every line is as wide as the widest table, so that no spreadsheet takes another sign for the separator.
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < width; ++i) {
            if (i > 0) csv += ';';
            if (i < cells.size()) csv += cells[i];
        }
        csv += "\r\n";
    };
    const auto add_row = [&](const std::vector<Cell>& row) {
        std::vector<std::string> cells;
        for (const auto& cell : row) cells.push_back(csv_cell(cell));
        if (!cells.empty()) add(cells);
    };
    add({quoted(page.title)});
    for (const auto& [label, value] : page.facts) add({quoted(label), quoted(value)});
    for (const auto& warning : page.warnings) add({quoted(warning)});
    for (const auto& section : page.sections) {
        add({});
        add({quoted(section.title)});
        for (const auto& note : section.notes) add({quoted(note)});
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < section.columns.size(); ++i) {
            const auto& title = section.columns[i].title;
            const bool unit = has_percent(section, i) && title.find('%') == std::string::npos;
            titles.push_back(quoted(unit ? title + " (%)" : title));
        }
        add(titles);
        for (const auto& row : section.rows) add_row(row);
        add_row(section.total);
    }
    return csv;
}

}  // namespace dondoc::report
