// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/body.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/readers.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/numbering.h"
#include "plan/meaning/around_tables.h"
#include "plan/meaning/choice_boxes.h"
#include "plan/meaning/header_cells.h"
#include "plan/meaning/header_times.h"
#include "plan/meaning/header_words.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t most_header_rows = 4;  // that may be repeated at the top of a page

bool is_duty(Column column) {
    return column != Column::Number && column != Column::Title && column != Column::Other;
}

// A cell merged over several columns is a heading's title where one of them is the column of titles and the
// rest of the row is empty.
bool is_across(const GridRow& row, const Header& header, std::size_t first) {
    const auto end = std::min(header.columns.size(), first + row.cells[first].span);
    bool title = false;
    std::size_t duties = 0;
    for (std::size_t i = first; i < end; ++i) {
        title = title || header.columns[i] == Column::Title;
        duties += is_duty(header.columns[i]) ? 1 : 0;
    }
    if (!title || duties < 2) return false;
    for (std::size_t i = 0; i < std::min(header.columns.size(), row.cells.size()); ++i)
        if ((i < first || i >= end) && is_duty(header.columns[i]) && !row.cells[i].empty()) return false;
    return true;
}

// Of columns of one meaning the one that holds now, where their words say so; otherwise none of them. Cells
// that do not differ need no question.
void choose_between(const Rivals& rivals, const GridRow& source, const Header& header, BodyRow& row) {
    const auto cell_at = [&](std::size_t i) { return i < source.cells.size() ? source.cells[i] : Cell{}; };
    std::vector<std::size_t> filled;
    std::string said;
    for (const auto i : rivals.columns) {
        if (cell_at(i).empty()) continue;
        filled.push_back(i);
        said += (said.empty() ? "" : "; ") + header.titles[i] + ": " + cell_at(i).text();
    }
    if (filled.empty()) return;
    // What goes on from above stands in no cell of this row.
    const bool goes_on = std::any_of(rivals.columns.begin(), rivals.columns.end(),
                                     [&](auto i) { return cell_at(i).continues_above; });
    const bool alike = std::all_of(filled.begin(), filled.end(), [&](std::size_t i) {
        return language::fold(cell_at(i).text()) == language::fold(cell_at(filled.front()).text());
    });
    auto chosen = rivals.holds && !cell_at(*rivals.holds).empty() ? rivals.holds : std::nullopt;
    const bool not_renewed = rivals.holds && names_renewal(language::fold(header.titles[*rivals.holds]));
    const bool certain = alike && !goes_on &&
                         (filled.size() == rivals.columns.size() || chosen || !rivals.holds || not_renewed);
    if (!chosen && alike) chosen = filled.front();
    row.cell(rivals.meaning) = chosen ? cell_at(*chosen) : Cell{};
    if (chosen)
        row.columns[static_cast<std::size_t>(rivals.meaning)] = static_cast<std::uint32_t>(*chosen + 1);
    if (certain) return;
    if (chosen)
        row.doubts.push_back({"row.one_of_columns", {said, header.titles[*chosen]}});
    else
        row.doubts.push_back({"row.which_column", {said}});
}

// "☒ Sở Tư pháp ☐ Sở Nội vụ": only what is ticked.
void keep_chosen(BodyRow& row) {
    for (const auto column : {Column::Lead, Column::Cooperating, Column::Deadline}) {
        const auto text = row.cell(column).text();
        const auto chosen = chosen_of(text);
        if (!chosen) continue;
        row.cell(column).paragraphs = cell_of(*chosen).paragraphs;
        row.doubts.push_back({"row.choice_boxes", {in_quotes(text)}});
    }
}

// "1" above "2" in the cell of the number: two tasks in one row, and nobody can tell whose each line is.
void mark_several_numbers(BodyRow& row) {
    const auto& numbers = row.cell(Column::Number).paragraphs;
    if (numbers.size() < 2 || row.cell(Column::Title).paragraphs.size() < 2) return;
    for (std::size_t i = 1; i < numbers.size(); ++i)
        if (!comes_after(parse_numbering(numbers[i]), parse_numbering(numbers[i - 1]))) return;
    row.doubts.push_back({"row.several_numbers", {row.cell(Column::Number).text()}});
}

BodyRow row_of(const Table& table, const GridRow& source, const Header& header) {
    BodyRow row;
    row.table = table.number;
    row.line = source.line;
    row.doubts = source.doubts;
    row.merges_stated = table.merges_stated;
    std::vector<std::string> timed(header.times.size());  // what stands under the times of terms
    for (std::size_t i = 0; i < source.cells.size(); ++i) {
        auto column = i < header.columns.size() ? header.columns[i] : Column::Other;
        const auto& cell = source.cells[i];
        if (cell.continues_above && column != Column::Other)
            row.continues[static_cast<std::size_t>(column)] = true;
        if (cell.empty()) continue;
        if (cell.span > 1 && is_across(source, header, i)) {
            row.across = true;
            if (column != Column::Number) column = Column::Title;
        }
        if (column == Column::Other) {
            if (header.group == i) continue;
            row.other_filled = true;
            const bool titled = i < header.titles.size() && !header.titles[i].empty();
            row.beside.push_back({titled ? header.titles[i] : column_letters(i), cell.text()});
            continue;
        }
        auto& place = row.columns[static_cast<std::size_t>(column)];
        if (place == 0) place = static_cast<std::uint32_t>(i + 1);
        auto& paragraphs = row.cell(column).paragraphs;  // two columns may hold the same: both are kept
        if (i < header.times.size() && !header.times[i].empty()) {
            if (column == Column::Deadline)
                timed[i] = cell.text();
            else
                paragraphs.push_back(header.times[i] + ": " + cell.text());
            continue;
        }
        for (const auto& text : cell.paragraphs)
            paragraphs.push_back(column == Column::Deadline ? with_unit_of(header.titles[i], text) : text);
    }
    if (auto terms = terms_of_times(header.times, timed, row.doubts); !terms.empty())
        row.cell(Column::Deadline).paragraphs.push_back(std::move(terms));
    for (const auto& rivals : header.rivals) choose_between(rivals, source, header, row);
    keep_chosen(row);
    mark_several_numbers(row);
    return row;
}

// The section that a cell of the group column opens; nothing: the row is of the same as the one before.
std::optional<BodyRow> opened_group(const Table& table, const GridRow& source, const Header& header,
                                    std::string& open) {
    if (!header.group || *header.group >= source.cells.size()) return std::nullopt;
    const auto& cell = source.cells[*header.group];
    if (cell.empty() || cell.span > 1 || cell.text() == open) return std::nullopt;
    open = cell.text();
    BodyRow heading;
    heading.table = table.number;
    heading.line = source.line;
    heading.across = true;
    // Its own number would be taken for one of the tasks' numbers.
    const auto [number, title] = split_number(open);
    heading.cell(Column::Title).paragraphs = {title.empty() ? open : title};
    return heading;
}

// Only a table as wide as the one before it may go on with that one's header.
bool is_as_wide(const Table& table, const Header& header) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const GridRow& row) {
        return row.cells.size() == 1 || row.cells.size() == header.columns.size();
    });
}

// A header that is repeated on the next page may have lost a word; one of other columns begins another table.
bool replaces(const Header& found, const Header& header) {
    if (found.columns.size() != header.columns.size()) return true;
    for (std::size_t i = 0; i < found.columns.size(); ++i)
        if (found.columns[i] != Column::Other && found.columns[i] != header.columns[i]) return true;
    return false;
}

std::string row_text(const GridRow& row) {
    std::string text;
    for (const auto& cell : row.cells)
        if (!cell.empty()) text += (text.empty() ? "" : " ") + cell.text();
    return text;
}

// What recognising a scan leaves of a word most of the time: its consonants and figures.
std::vector<std::string> skeletons_of(std::string_view text) {
    std::vector<std::string> words{""};
    for (const char c : text) {
        const bool separates = c == ' ' || c == '|' || c == ';' || c == ',' || c == '/';
        if (separates && !words.back().empty()) words.emplace_back();
        if (std::string_view("bcdghklmnpqrstvx0123456789").find(c) != std::string_view::npos)
            words.back() += c;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// The header once more at the top of a page, though scanning spoilt it: most of its words are the header's.
bool repeats_header(const GridRow& row, const Header& header) {
    constexpr std::size_t least_words = 4;
    const auto printed = skeletons_of(header.words);
    const auto words = skeletons_of(language::fold(row_text(row)));
    const auto known = std::count_if(words.begin(), words.end(), [&](const auto& word) {
        return std::find(printed.begin(), printed.end(), word) != printed.end();
    });
    return words.size() >= least_words && static_cast<std::size_t>(known) * 4 >= words.size() * 3;
}

// A page that ends within a merged cell closes it with a line, and begins with an empty cell that goes on.
// Only where more than one row shared the cell, above the break or below, is that more likely than an empty
// cell.
void mark_cells_over_pages(std::vector<BodyRow>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto& row = rows[i];
        if (!row.after_break || !row.merges_stated) continue;
        for (std::size_t column = 0; column < known_columns; ++column) {
            if (!row.cells[column].empty() || row.continues[column]) continue;
            const bool below = i + 1 < rows.size() && rows[i + 1].continues[column];
            row.continues_page[column] = below || rows[i - 1].continues[column];
        }
    }
}

// What the header says of the whole table, and what is doubtful about it.
void describe(const Header& header, Body& body) {
    std::string guessed;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const auto column = header.columns[i];
        if (column == Column::Other) continue;
        auto& name = body.names[static_cast<std::size_t>(column)];
        if (name.empty()) name = header.titles[i];
        body.has_term = body.has_term || column == Column::Deadline;
        body.has_lead = body.has_lead || column == Column::Lead;
        if (std::find(header.guessed.begin(), header.guessed.end(), i) != header.guessed.end())
            guessed += (guessed.empty() ? "“" : ", “") + header.titles[i] + "”";
    }
    if (!guessed.empty()) body.problems.push_back({"plan.guessed_columns", {guessed}});
}

// A header of other things stands below the rows: what follows is no plan's, down to the next header. Returns
// where that is.
std::size_t skip_other_table(const Table& table, std::size_t first, Body& body) {
    Table other;
    other.number = table.number;
    other.merges_stated = table.merges_stated;
    auto end = first;
    for (; end < table.rows.size() && (end == first || !header_at(table, end)); ++end)
        other.rows.push_back(table.rows[end]);
    if (auto why = why_skipped(other)) body.problems.push_back(std::move(*why));
    return end;
}

}  // namespace

bool BodyRow::has_duty() const {
    return has(Column::Requirement) || has(Column::Solution) || has(Column::Deadline) || has(Column::Lead) ||
           has(Column::Cooperating);
}

bool BodyRow::continues_duty() const {
    return continues_above(Column::Requirement) || continues_above(Column::Solution) ||
           continues_above(Column::Deadline) || continues_above(Column::Lead) ||
           continues_above(Column::Cooperating);
}

void say_what_is_lost(const std::vector<Message>& doubts, std::vector<Message>& problems) {
    constexpr std::array<std::string_view, 6> losses{"row.struck",        "row.hidden_text",
                                                     "row.cell_error",    "row.not_calculated",
                                                     "row.table_in_cell", "row.changes_daily"};
    constexpr std::size_t most_said = 500;
    for (const auto& doubt : doubts)
        if (problems.size() < most_said && std::find(losses.begin(), losses.end(), doubt.key) != losses.end())
            problems.push_back(doubt);
}

std::optional<Body> body_of(const Table& table, std::optional<Header>& previous) {
    Body body;
    std::optional<Header> header;
    bool after_break = false;
    std::string open_group;
    std::size_t from_top = most_header_rows;  // rows since the page began
    const bool has_another = !table.rows.empty() && is_some_header(table.rows.front());
    const bool may_go_on = previous && is_as_wide(table, *previous) && !has_another;
    if (may_go_on && !has_header(table) && (!table.merges_stated || goes_on_below(table, *previous))) {
        header = previous;
        after_break = true;
    }
    for (std::size_t i = 0; i < table.rows.size();) {
        after_break = after_break || (header && table.rows[i].after_break);
        if (auto found = header_at(table, i)) {
            for (auto line = i; line < i + found->rows; ++line)
                say_what_is_lost(table.rows[line].doubts, body.problems);
            i += found->rows;
            after_break = header.has_value();
            if (!header || replaces(*found, *header)) header = std::move(found);
            continue;
        }
        const auto& row = table.rows[i++];
        if (row.after_break) from_top = 0;
        if (header && from_top++ < most_header_rows && repeats_header(row, *header)) {
            after_break = true;
            continue;
        }
        if (header && is_some_header(row)) {
            i = skip_other_table(table, i - 1, body);
            continue;
        }
        if (!header || is_blank_row(row)) say_what_is_lost(row.doubts, body.problems);
        if (!header && !is_blank_row(row)) body.above.push_back(row_text(row));  // the table's title
        if (!header || is_blank_row(row)) continue;
        if (auto group = opened_group(table, row, *header, open_group))
            body.rows.push_back(std::move(*group));
        body.rows.push_back(row_of(table, row, *header));
        body.rows.back().after_break = after_break;
        after_break = false;
    }
    if (!header) return std::nullopt;
    mark_cells_over_pages(body.rows);
    describe(*header, body);
    body.header_words = header->words;
    previous = std::move(header);
    return body;
}

}  // namespace dondoc::plan
