#include "plan/body.h"

#include <algorithm>
#include <array>

#include "language/readers.h"

namespace dondoc::plan {
namespace {

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

// A cell under a year: a mark there, or a term that leaves the year out, is of that year; what is to be
// reached by then says so. The terms of several years are one phrase.
void add_timed(const std::string& text, const std::string& time, Column column,
               std::vector<std::string>& paragraphs) {
    constexpr std::array<std::string_view, 9> marks{"x", "v", "✓", "✔", "√", "*", "+", "●", "•"};
    if (column != Column::Deadline) {
        paragraphs.push_back(time + ": " + text);
        return;
    }
    const bool marked = std::find(marks.begin(), marks.end(), language::fold(text)) != marks.end();
    const auto term = marked                            ? time
                      : year_in(text) || !year_in(time) ? text
                                                        : text + " năm " + *year_in(time);
    if (paragraphs.empty())
        paragraphs.push_back(term);
    else
        paragraphs.back() += "; " + term;
}

BodyRow row_of(const Table& table, const GridRow& source, const Header& header) {
    BodyRow row;
    row.table = table.number;
    row.line = source.line;
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
            row.other_filled = true;
            continue;
        }
        auto& paragraphs = row.cell(column).paragraphs;  // two columns may hold the same: both are kept
        if (i < header.times.size() && !header.times[i].empty()) {
            add_timed(cell.text(), header.times[i], column, paragraphs);
            continue;
        }
        paragraphs.insert(paragraphs.end(), cell.paragraphs.begin(), cell.paragraphs.end());
    }
    return row;
}

bool is_blank(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.empty(); });
}

// Only a table as wide as the one before it may go on with that one's header.
bool is_as_wide(const Table& table, const Header& header) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const GridRow& row) {
        return row.cells.size() == 1 || row.cells.size() == header.columns.size();
    });
}

// A header that is repeated on the next page may have lost a word; one of other columns begins another table.
bool replaces(const Header& found, const Header& header) {
    const auto known = [](const Header& one) {
        return std::count_if(one.columns.begin(), one.columns.end(),
                             [](Column column) { return column != Column::Other; });
    };
    return found.columns.size() != header.columns.size() ||
           (found.columns != header.columns && known(found) >= known(header));
}

bool has_header(const Table& table) {
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (header_at(table, i)) return true;
    return false;
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

std::optional<Body> body_of(const Table& table, std::optional<Header>& previous) {
    Body body;
    std::optional<Header> header;
    bool after_break = false;
    const bool has_another = !table.rows.empty() && is_some_header(table.rows.front());
    if (previous && is_as_wide(table, *previous) && !has_another && !has_header(table)) {
        header = previous;
        after_break = true;
    }
    for (std::size_t i = 0; i < table.rows.size();) {
        after_break = after_break || (header && table.rows[i].after_break);
        if (auto found = header_at(table, i)) {
            i += found->rows;
            after_break = header.has_value();
            if (!header || replaces(*found, *header)) header = std::move(found);
            continue;
        }
        const auto& row = table.rows[i++];
        if (!header || is_blank(row)) continue;  // what stands above the header is the table's title
        body.rows.push_back(row_of(table, row, *header));
        body.rows.back().after_break = after_break;
        after_break = false;
    }
    if (!header) return std::nullopt;
    const bool merges_known = std::any_of(body.rows.begin(), body.rows.end(), [](const BodyRow& row) {
        return std::any_of(row.continues.begin(), row.continues.end(), [](bool is) { return is; });
    });
    for (auto& row : body.rows) row.merges_known = merges_known;
    body.header_words = header->words;
    previous = std::move(header);
    return body;
}

}  // namespace dondoc::plan
