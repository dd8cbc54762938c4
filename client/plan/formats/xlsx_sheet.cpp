// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/message.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/numbering.h"
#include "plan/formats/taken_back.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

using pugi::xml_node;

constexpr long max_line = 1'048'576;          // of any sheet
constexpr std::size_t max_marks = 2'000'000;  // cells that all merged areas may cover
constexpr std::size_t max_text = 256u << 20;  // bytes; a shared string may stand in every cell

struct Place {
    long row = 0;  // from 1
    long column = 0;
};

// "AB12"; nothing for what is no place.
std::optional<Place> cell_place(std::string_view text) {
    Place place;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at)
        place.column = place.column * 26 + (text[at] - 'A' + 1);
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), place.row);
    if (at == 0 || error != std::errc{} || place.row < 1 || place.row > max_line) return std::nullopt;
    return place;
}

class SheetReader {
  public:
    SheetReader(const std::vector<RichText>& shared, const XlsxFormats& formats,
                const std::vector<long>& painted, std::size_t& budget)
        : shared_(shared), formats_(formats), painted_(painted), budget_(budget) {}

    Table take(const xml_node& worksheet, std::size_t number) {
        const auto defaults = child(worksheet, "sheetFormatPr");
        const bool rows_hidden = is_on(attribute(defaults, "zeroHeight"));
        long line = 0;
        for (const auto& row : child(worksheet, "sheetData").children()) {
            if (!is(row, "row")) continue;
            line = std::clamp(number_attribute(row, "r", line + 1), line + 1, max_line);
            if (is_hidden(row, rows_hidden))
                taken_back_.hidden_lines.push_back(static_cast<std::uint32_t>(line));
            read_row(row, line);
        }
        for (const auto& area : child(worksheet, "mergeCells").children()) merge(area);
        std::optional<Message> below;
        if (!as_written()) {
            hide_columns(child(worksheet, "cols"));
            note_conditional_formats(worksheet);
            drop_rows_taken_back();
            below = drop_what_stands_below(table_, number);
        }
        problems_ = problems_of(taken_back_, number);
        if (below) problems_.push_back(std::move(*below));
        pad();
        return std::move(table_);
    }

    const std::vector<Message>& problems() const { return problems_; }

  private:
    bool as_written() const { return formats_.texts() == CellTexts::AsWritten; }

    static bool is_hidden(const xml_node& row, bool otherwise) {
        const auto height = attribute(row, "ht");
        if (attribute(row, "hidden")) return is_on(attribute(row, "hidden"));
        return height ? number_attribute(row, "ht", 1) == 0 : otherwise;
    }

    void read_row(const xml_node& node, long line) {
        GridRow row;
        row.line = static_cast<std::uint32_t>(line);
        long column = 0;
        Lost lost;
        for (const auto& cell : node.children()) {
            if (!is(cell, "c")) continue;
            const auto place = cell_place(attribute(cell, "r").value_or(""));
            column = place ? place->column : column + 1;
            LiveText live;
            read_cell(cell, line, column, live, row);
            lost.add(live);
            for (auto& doubt : live.doubts()) row.doubts.push_back(std::move(doubt));
            const auto& text = live.text();
            if (text.empty()) continue;
            auto made = as_written() ? Cell{{text}} : cell_of(text);
            if (made.empty()) continue;
            if (column > static_cast<long>(max_columns))
                throw UserError("plan.too_wide", {std::to_string(max_columns)});
            if ((text_bytes_ += text.size()) > max_text) throw UserError("plan.archive_too_big", {});
            if (row.cells.size() < static_cast<std::size_t>(column))
                row.cells.resize(static_cast<std::size_t>(column));
            row.cells[static_cast<std::size_t>(column) - 1] = std::move(made);
        }
        const bool gone = lost.any() && has_number_only(row);
        if (gone) lines_for(taken_back_, lost).push_back(row.line);
        if (row.cells.empty() && row.doubts.empty() && !gone) return;
        if (budget_ == 0) throw UserError("plan.too_long", {std::to_string(max_rows)});
        --budget_;
        width_ = std::max(width_, row.cells.size());
        table_.rows.push_back(std::move(row));
    }

    static std::string name_of(long line, long column) {
        return column_letters(static_cast<std::size_t>(column - 1)) + std::to_string(line);
    }

    void read_cell(const xml_node& cell, long line, long column, LiveText& live, GridRow& row) const {
        const auto style = static_cast<std::size_t>(std::max(0L, number_attribute(cell, "s", 0)));
        auto look = as_written() ? Look{} : formats_.look(style);
        if (std::find(painted_.begin(), painted_.end(), line) != painted_.end()) look.paper.reset();
        const auto type = attribute(cell, "t").value_or("n");
        const std::string_view value = child(cell, "v").text().get();
        const auto add = [&](const RichText& text) {
            for (const auto& piece : text) {
                auto worn = piece.as_cell || as_written() ? look : piece.look;
                worn.paper = look.paper;
                live.add(piece.text, worn);
            }
        };
        if (type == "inlineStr") return add(rich_text(child(cell, "is"), formats_.colours()));
        if (type == "e" && !as_written()) {
            if (!value.empty())
                row.doubts.push_back({"row.cell_error", {name_of(line, column), std::string(value)}});
            return;
        }
        if (value.empty()) {
            if (child(cell, "f") && !child(cell, "v") && !as_written())
                row.doubts.push_back({"row.not_calculated", {name_of(line, column)}});
            return;
        }
        if (type == "s") {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
            if (error == std::errc{} && index < shared_.size()) add(shared_[index]);
            return;
        }
        live.add(shown(type, value, style), look);
        const std::string_view formula = child(cell, "f").text().get();
        const bool of_today = formula.find("TODAY(") != std::string_view::npos ||
                              formula.find("NOW(") != std::string_view::npos;
        if (of_today && formats_.shows_day(style)) live.changes_daily();
    }

    // What a rule of the sheet strikes through or hides depends on values, and is not computed here.
    void note_conditional_formats(const xml_node& worksheet) {
        for (const auto& area : worksheet.children()) {
            if (!is(area, "conditionalFormatting")) continue;
            const auto rules = area.children();
            if (std::any_of(rules.begin(), rules.end(), [&](const xml_node& rule) {
                    return formats_.takes_back(number_attribute(rule, "dxfId", -1));
                }))
                taken_back_.conditional_areas.emplace_back(attribute(area, "sqref").value_or(""));
        }
    }

    // A value that is no string.
    std::string shown(std::string_view type, std::string_view value, std::size_t style) const {
        if (type == "str") return without_escapes(value);
        if (type == "e") return std::string(value);  // "#NAME?"
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "d" && as_written()) return std::string(value.substr(0, 10));
        if (type == "d") return iso_date(value);
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{}) return std::string(value);
        return formats_.show(number, style);
    }

    // What a hidden row or column gave to a merged area that goes on where it can be seen is seen there.
    void hide_columns(const xml_node& columns) {
        for (const auto& node : columns.children()) {
            if (!is(node, "col")) continue;
            const bool hidden = is_on(attribute(node, "hidden")) || number_attribute(node, "width", 1) == 0;
            if (!hidden) continue;
            const auto first = std::max(1L, number_attribute(node, "min", 1));
            const auto last = std::min(static_cast<long>(width_), number_attribute(node, "max", first));
            for (auto column = first; column <= last; ++column)
                hide_column(static_cast<std::size_t>(column) - 1);
        }
    }

    void hide_column(std::size_t column) {
        std::string title;
        for (auto& row : table_.rows) {
            if (column >= row.cells.size()) continue;
            auto& cell = row.cells[column];
            if (cell.span > 1 && column + 1 < row.cells.size()) {
                auto& next = row.cells[column + 1];
                next.paragraphs = std::move(cell.paragraphs);
                next.span = cell.span - 1;
            } else if (!cell.empty() && title.empty()) {
                title = cell.text();
            }
            cell.paragraphs.clear();
            cell.span = 1;
        }
        if (!title.empty()) taken_back_.hidden_columns.push_back(std::move(title));
    }

    void drop_rows_taken_back() {
        const auto is_in = [](const std::vector<std::uint32_t>& lines, const GridRow& row) {
            return std::binary_search(lines.begin(), lines.end(), row.line);
        };
        auto& hidden = taken_back_.hidden_lines;
        std::vector<std::uint32_t> said;  // of the hidden ones those that had something
        auto& rows = table_.rows;
        const auto is_gone = [&](const GridRow& row) {
            return is_in(hidden, row) || is_in(taken_back_.struck_lines, row) ||
                   is_in(taken_back_.unseen_lines, row);
        };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!is_gone(rows[i])) continue;
            if (is_in(hidden, rows[i]) && !is_blank_row(rows[i])) said.push_back(rows[i].line);
            if (i + 1 == rows.size()) continue;
            for (std::size_t column = 0; column < std::min(rows[i].cells.size(), rows[i + 1].cells.size());
                 ++column) {
                auto& below = rows[i + 1].cells[column];
                if (!below.continues_above || rows[i].cells[column].continues_above) continue;
                below.paragraphs = rows[i].cells[column].paragraphs;
                below.continues_above = false;
            }
        }
        std::erase_if(rows, is_gone);
        hidden = std::move(said);
    }

    // "2023-12-31T00:00:00" as it is written here.
    static std::string iso_date(std::string_view text) {
        if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::string(text);
        return std::string(text.substr(8, 2)) + "/" + std::string(text.substr(5, 2)) + "/" +
               std::string(text.substr(0, 4));
    }

    void merge(const xml_node& node) {
        const auto text = attribute(node, "ref").value_or("");
        const auto colon = text.find(':');
        if (!is(node, "mergeCell") || colon == std::string_view::npos) return;
        const auto from = cell_place(text.substr(0, colon));
        auto to = cell_place(text.substr(colon + 1));
        if (!from || !to || to->row < from->row || to->column < from->column) return;
        to->column = std::min(to->column, static_cast<long>(width_));
        if (to->column < from->column) return;
        const auto columns = static_cast<std::size_t>(to->column - from->column + 1);
        const auto first = static_cast<std::size_t>(from->column) - 1;
        auto row = std::lower_bound(table_.rows.begin(), table_.rows.end(), from->row,
                                    [](const GridRow& one, long line) { return one.line < line; });
        for (; row != table_.rows.end() && row->line <= to->row; ++row) {
            if ((marks_ += columns) > max_marks) throw UserError("plan.archive_too_big", {});
            if (row->cells.size() < first + columns) row->cells.resize(first + columns);
            auto& cell = row->cells[first];
            cell.span = static_cast<std::uint32_t>(columns);
            if (row->line == from->row) continue;
            for (auto i = first; i < first + columns; ++i) {
                row->cells[i].continues_above = true;
                row->cells[i].paragraphs.clear();
            }
        }
    }

    void pad() {
        width_ = 0;
        for (const auto& row : table_.rows) width_ = std::max(width_, row.cells.size());
        for (auto& row : table_.rows) row.cells.resize(width_);
    }

    const std::vector<RichText>& shared_;
    const XlsxFormats& formats_;
    const std::vector<long>& painted_;
    std::size_t& budget_;
    std::size_t marks_ = 0;
    std::size_t text_bytes_ = 0;
    std::size_t width_ = 0;
    TakenBack taken_back_;
    std::vector<Message> problems_;
    Table table_;
};

}  // namespace

SheetTable read_sheet(const xml_node& worksheet, const std::vector<RichText>& shared,
                      const XlsxFormats& formats, const std::vector<long>& painted, std::size_t number,
                      std::size_t& budget) {
    SheetReader reader(shared, formats, painted, budget);
    SheetTable sheet{reader.take(worksheet, number), {}};
    sheet.problems = reader.problems();
    return sheet;
}

}  // namespace dondoc::plan
