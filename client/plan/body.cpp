#include "plan/body.h"

#include <algorithm>

namespace dondoc::plan {
namespace {

BodyRow row_of(const Table& table, const GridRow& source, const Header& header) {
    BodyRow row;
    row.table = table.number;
    row.line = source.line;
    for (std::size_t i = 0; i < source.cells.size(); ++i) {
        const auto column = i < header.columns.size() ? header.columns[i] : Column::Other;
        const auto& cell = source.cells[i];
        if (cell.empty()) continue;
        if (column == Column::Other) {
            row.other_filled = true;
            continue;
        }
        auto& paragraphs = row.cell(column).paragraphs;  // two columns may hold the same: both are kept
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

std::optional<Body> body_of(const Table& table, std::optional<Header>& previous) {
    Body body;
    std::optional<Header> header;
    bool after_break = false;
    if (previous && is_as_wide(table, *previous) && !has_header(table)) {
        header = previous;
        after_break = true;
    }
    for (std::size_t i = 0; i < table.rows.size();) {
        if (auto found = header_at(table, i)) {
            i += found->rows;
            after_break = header.has_value();
            if (!header || header->columns.size() != found->columns.size()) header = std::move(found);
            continue;
        }
        const auto& row = table.rows[i++];
        if (!header || is_blank(row)) continue;  // what stands above the header is the table's title
        body.rows.push_back(row_of(table, row, *header));
        body.rows.back().after_break = after_break;
        after_break = false;
    }
    if (!header) return std::nullopt;
    body.header_words = header->words;
    previous = std::move(header);
    return body;
}

}  // namespace dondoc::plan
