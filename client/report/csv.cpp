// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv.h"

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "domain/decimal.h"
#include "domain/plain_text.h"
#include "sheet/csv.h"

namespace dondoc::report {
namespace {

// Where semicolons separate, spreadsheets read a point as part of a date or a text.
std::string with_comma(const Percent& percent) {
    auto text = decimal_text(percent.hundredths, 2);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string text_of(const Cell& cell) {
    if (const auto* count = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*count);
    if (const auto* percent = std::get_if<Percent>(&cell.value)) return with_comma(*percent);
    if (const auto* day = std::get_if<local_days>(&cell.value)) return iso_day(*day);
    return visible(std::get<std::string>(cell.value));
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
    std::string csv{sheet::byte_order_mark};
    const auto add = [&](const std::vector<std::string>& texts) { csv += sheet::csv_line(texts, width); };
    const auto add_row = [&](const std::vector<Cell>& row) {
        std::vector<std::string> cells;
        for (const auto& cell : row) cells.push_back(text_of(cell));
        if (!cells.empty()) add(cells);
    };
    add({visible(page.title)});
    for (const auto& [label, value] : page.facts) add({visible(label), visible(value)});
    for (const auto& warning : page.warnings) add({visible(warning)});
    for (const auto& section : page.sections) {
        add({});
        add({visible(section.title)});
        for (const auto& note : section.notes) add({visible(note)});
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < section.columns.size(); ++i) {
            const auto& title = section.columns[i].title;
            const bool unit = has_percent(section, i) && title.find('%') == std::string::npos;
            titles.push_back(visible(unit ? title + " (%)" : title));
        }
        add(titles);
        for (const auto& row : section.rows) add_row(row);
        add_row(section.total);
    }
    return csv;
}

}  // namespace dondoc::report
