// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/sheet/sheet_cells.h"

#include <algorithm>

#include "domain/message.h"
#include "plan/formats/csv_grid.h"
#include "plan/formats/grid.h"
#include "plan/formats/sandbox.h"
#include "plan/formats/text_encoding.h"
#include "plan/formats/xlsx_grid.h"
#include "plan/sheet/sheet_columns.h"

namespace dondoc::plan {
namespace {

constexpr std::string_view separators = ";,\t|";
// Before the header of the rows: the marker and the facts of the document.
constexpr std::size_t facts_bytes = 8192;
constexpr std::size_t facts_rows = 20;

// The sign behind the marker; nothing: the text does not begin with it.
std::optional<char> separator_of(std::string_view text) {
    const bool quoted = text.starts_with('"');
    if (quoted) text.remove_prefix(1);
    if (!text.starts_with(sheet_marker)) return std::nullopt;
    text.remove_prefix(sheet_marker.size());
    if (quoted && !text.starts_with('"')) return std::nullopt;
    if (quoted) text.remove_prefix(1);
    if (text.empty() || separators.find(text[0]) == std::string_view::npos) return std::nullopt;
    return text[0];
}

// A file to correct that has lost its first line is not an ordinary plan: what was corrected in it would be
// lost.
void refuse_without_marker(std::string_view beginning) {
    for (const auto lang : {text::Lang::Vi, text::Lang::En})
        if (beginning.find(title_of(SheetColumn::Key, lang)) != std::string_view::npos)
            throw UserError("sheet.no_marker", {std::string{sheet_marker}});
}

// The ' that keeps a text from being a formula.
std::string without_guard(std::string cell) {
    const auto first = cell.find_first_not_of('\'');
    const bool guarded = first != 0 && first != std::string::npos &&
                         std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
    if (guarded) cell.erase(0, 1);
    return cell;
}

// RFC 4180 with the separator that the file has, and any line end.
class CsvReader {
  public:
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    std::vector<SheetLine> take() {
        while (at_ < text_.size()) read_row();
        return std::move(lines_);
    }

  private:
    void read_row() {
        if (lines_.size() == max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
        SheetLine row{static_cast<std::uint32_t>(lines_.size() + 1), {}};
        for (bool more = true; more;) {
            if (row.cells.size() == max_columns)
                throw UserError("plan.too_wide", {std::to_string(max_columns)}, std::to_string(row.line));
            row.cells.push_back(without_guard(read_cell()));
            more = at_ < text_.size() && text_[at_] == separator_;
            if (more) ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        lines_.push_back(std::move(row));
    }

    std::string read_cell() {
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
        const auto begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string read_quoted() {
        std::string cell;
        for (auto i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] != '"') {
                cell += text_[i];
                continue;
            }
            const bool doubled = i + 1 < text_.size() && text_[i + 1] == '"';
            if (!doubled) {
                at_ = i + 1;
                // What stands behind the closing quote belongs to the cell, as spreadsheets have it.
                while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
                       text_[at_] != '\r')
                    cell += text_[at_++];
                return cell;
            }
            cell += '"';
            ++i;
        }
        throw UserError("sheet.unclosed_quote", {std::to_string(lines_.size() + 1)});
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::vector<SheetLine> lines_;
};

// Lines as a table, one paragraph a cell, and back: what goes between the reading process and this one.
Table table_of(std::vector<SheetLine> lines) {
    Table table;
    for (auto& line : lines) {
        GridRow row;
        row.line = line.line;
        for (auto& text : line.cells) {
            row.cells.emplace_back();
            if (!text.empty()) row.cells.back().paragraphs.push_back(std::move(text));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<SheetLine> lines_of_table(const Table& table) {
    std::vector<SheetLine> lines;
    for (const auto& row : table.rows) {
        SheetLine line{row.line, {}};
        for (const auto& cell : row.cells) line.cells.push_back(cell.text());
        lines.push_back(std::move(line));
    }
    return lines;
}

// Excel's own word for the separator.
bool has_content(const Table& table) {
    return std::ranges::any_of(table.rows, [](const auto& row) {
        return std::ranges::any_of(row.cells, [](const auto& cell) { return !cell.empty(); });
    });
}

// Of any workbook the one sheet that has rows.
Grid workbook_grid(std::string_view bytes) {
    ZipArchive archive(bytes);
    if (!archive.has("xl/workbook.xml")) throw UserError("sheet.not_a_table");
    auto grid = read_xlsx_grid(archive, "xl/workbook.xml", CellTexts::AsWritten);
    std::erase_if(grid.tables, [](const auto& table) { return !has_content(table); });
    if (grid.tables.size() > 1) throw UserError("sheet.many_sheets", {std::to_string(grid.tables.size())});
    return grid;
}

Grid separated_grid(std::string_view bytes) {
    const auto decoded = decode_text(bytes);
    if (decoded.encoding == Encoding::Unknown || decoded.text.find('\0') != std::string::npos)
        throw UserError("sheet.not_a_table");
    const auto text = without_separator_line(decoded.text);
    const auto first = text.substr(0, text.find_first_of("\r\n"));
    const auto separator =
        *std::ranges::max_element(separators, {}, [&](char sign) { return std::ranges::count(first, sign); });
    Grid grid;
    grid.tables.push_back(table_of(CsvReader(text, separator).take()));
    return grid;
}

Grid csv_grid(std::string_view bytes) {
    const auto decoded = decode_text(bytes);
    const auto text = without_separator_line(decoded.text);
    const auto separator = separator_of(text);
    Grid grid;
    if (!separator) {
        refuse_without_marker(text.substr(0, facts_bytes));
        return grid;
    }
    if (decoded.encoding == Encoding::Unknown) throw UserError("plan.not_utf8", {"1"});
    grid.tables.push_back(table_of(CsvReader(text, *separator).take()));
    return grid;
}

Grid xlsx_grid(std::string_view bytes) {
    ZipArchive archive(bytes);
    if (!archive.has("xl/workbook.xml")) return {};
    auto grid = read_xlsx_grid(archive, "xl/workbook.xml", CellTexts::AsWritten);
    if (grid.tables.empty() || grid.tables.front().rows.empty()) return {};
    const auto& rows = grid.tables.front().rows;
    if (rows.front().cells.empty() || rows.front().cells.front().text() != sheet_marker) {
        for (std::size_t i = 0; i < std::min(rows.size(), facts_rows); ++i)
            for (const auto& cell : rows[i].cells) refuse_without_marker(cell.text());
        return {};
    }
    return grid;
}

// A foreign file is read by a confined child.
Grid read_sheet_confined(std::string_view bytes, Grid (*workbook)(std::string_view),
                         Grid (*text)(std::string_view)) {
    if (bytes.size() > max_bytes)
        throw UserError("plan.too_big",
                        {std::to_string(bytes.size() >> 20), std::to_string(max_bytes >> 20)});
    const auto read = bytes.starts_with("PK\x03\x04") ? workbook : text;
    return read_in_sandbox([&](const Beat&) { return read(bytes); }, "plan.reader_died");
}

}  // namespace

std::vector<SheetLine> table_lines(std::string_view bytes) {
    const auto grid = read_sheet_confined(bytes, workbook_grid, separated_grid);
    if (grid.tables.empty()) return {};
    return lines_of_table(grid.tables.front());
}

std::optional<std::vector<SheetLine>> sheet_lines(std::string_view bytes) {
    const auto grid = read_sheet_confined(bytes, xlsx_grid, csv_grid);
    if (grid.tables.empty()) return std::nullopt;
    return lines_of_table(grid.tables.front());
}

}  // namespace dondoc::plan
