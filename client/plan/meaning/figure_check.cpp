// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/figure_check.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>

#include "domain/limits.h"
#include "plan/meaning/figure.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_gap = 80;  // bytes between the pair and its percentage
constexpr std::size_t shown_bytes = 80;

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// The percentage that follows, with no other figure and no end of a sentence between.
std::optional<Figure> percentage_after(std::string_view text, std::size_t from) {
    auto at = from;
    while (at < text.size() && !is_digit(text[at])) {
        if (at - from > longest_gap || text[at] == ';' || text[at] == '/' || text[at] == '.')
            return std::nullopt;
        ++at;
    }
    const auto figure = figure_at(text, at);
    if (!figure) return std::nullopt;
    const auto sign = after_blanks(text, figure->end);
    return sign < text.size() && text[sign] == '%' ? figure : std::nullopt;
}

bool is_within_a_number(std::string_view text, std::size_t at) {
    return at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.' ||
                      text[at - 1] == ',' || text[at - 1] == '-');
}

// What a reader finds the row by: its number, else what it is called, else its line in the file.
std::string where_in(const GridRow& row, const FormColumns& columns) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (i != columns.unit && i != columns.value)
            if (auto text = text_of(row, i); !text.empty()) return shortened(text, shown_bytes);
    return std::to_string(row.line);
}

// A percentage that is the very count above it was written into the wrong line; none is more than a hundred.
void check_form(const Table& table, std::vector<FigureFinding>& findings) {
    FormColumns columns;
    std::optional<Figure> count_above;
    for (const auto& row : table.rows) {
        if (!columns.unit || !columns.value) {
            columns = form_columns(row);
            continue;
        }
        const auto figure = whole_figure(text_of(row, columns.value));
        if (text_of(row, columns.unit) != "%") {
            count_above = figure;
            continue;
        }
        if (!figure) continue;
        const auto where = where_in(row, columns);
        std::int64_t hundred = 100;
        for (int i = 0; i < figure->decimals; ++i) hundred *= 10;
        if (figure->value > hundred)
            findings.push_back(
                {where, {"figures.over_hundred", {spoken_figure(figure->value, figure->decimals)}}});
        else if (count_above && figure->decimals == 0 && count_above->decimals == 0 &&
                 figure->value == count_above->value && figure->value != 0 && figure->value != 100)
            findings.push_back({where, {"figures.same_as_count", {std::to_string(figure->value)}}});
    }
}

}  // namespace

std::vector<FigureFinding> check_text(std::string_view text) {
    std::vector<FigureFinding> findings;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || is_within_a_number(text, at)) continue;
        const auto part = figure_at(text, at);
        if (!part) continue;
        const auto slash = after_blanks(text, part->end);
        if (slash >= text.size() || text[slash] != '/') continue;
        const auto whole = figure_at(text, after_blanks(text, slash + 1));
        if (!whole || part->decimals > 0 || whole->decimals > 0) continue;
        const bool is_day = whole->value == 0 || part->value > whole->value ||
                            (whole->end < text.size() && text[whole->end] == '/');
        if (is_day) continue;
        const auto said = percentage_after(text, whole->end);
        if (!said) continue;
        const auto exact = percentage(part->value, whole->value, said->decimals);
        if (exact != said->value)
            findings.push_back(
                {shortened(std::string{text}, shown_bytes),
                 {"figures.percentage",
                  {std::to_string(part->value), std::to_string(whole->value),
                   spoken_figure(exact, said->decimals), spoken_figure(said->value, said->decimals)}}});
        at = whole->end - 1;
    }
    return findings;
}

bool has_percentages(const Grid& grid) {
    const auto has = [](const std::string& text) { return text.find('%') != std::string::npos; };
    return std::ranges::any_of(grid.prose, [&](const auto& line) { return has(line.text); }) ||
           std::ranges::any_of(grid.tables, [&](const Table& table) {
               return std::ranges::any_of(table.rows, [&](const GridRow& row) {
                   return std::ranges::any_of(row.cells, [&](const Cell& cell) { return has(cell.text()); });
               });
           });
}

std::vector<FigureFinding> check_figures(const Grid& grid) {
    std::vector<FigureFinding> findings;
    const auto add = [&](std::vector<FigureFinding> more) {
        std::ranges::move(more, std::back_inserter(findings));
    };
    for (const auto& line : grid.prose)
        if (line.table == 0) add(check_text(line.text));
    for (const auto& table : grid.tables) {
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells) add(check_text(cell.text()));
        check_form(table, findings);
    }
    return findings;
}

}  // namespace dondoc::plan
