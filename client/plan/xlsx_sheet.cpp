#include "plan/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "domain/message.h"
#include "plan/cell_text.h"
#include "plan/numbering.h"
#include "plan/xml_part.h"

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
std::optional<Place> place_of(std::string_view text) {
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
    SheetReader(const std::vector<std::string>& shared, const XlsxFormats& formats, std::size_t& budget)
        : shared_(shared), formats_(formats), budget_(budget) {}

    Table take(const xml_node& worksheet) {
        long line = 0;
        for (const auto& row : child(worksheet, "sheetData").children()) {
            if (!is(row, "row")) continue;
            line = std::clamp(number_attribute(row, "r", line + 1), line + 1, max_line);
            read_row(row, line);
        }
        for (const auto& area : child(worksheet, "mergeCells").children()) merge(area);
        if (!as_written()) drop_what_stands_below();
        pad();
        return std::move(table_);
    }

  private:
    bool as_written() const { return formats_.texts() == CellTexts::AsWritten; }

    void read_row(const xml_node& node, long line) {
        GridRow row;
        row.line = static_cast<std::uint32_t>(line);
        long column = 0;
        for (const auto& cell : node.children()) {
            if (!is(cell, "c")) continue;
            const auto place = place_of(attribute(cell, "r").value_or(""));
            column = place ? place->column : column + 1;
            const auto text = text_of(cell);
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
        if (row.cells.empty()) return;
        if (budget_ == 0) throw UserError("plan.too_long", {std::to_string(max_rows)});
        --budget_;
        width_ = std::max(width_, row.cells.size());
        table_.rows.push_back(std::move(row));
    }

    std::string text_of(const xml_node& cell) const {
        const auto type = attribute(cell, "t").value_or("n");
        if (type == "inlineStr") return rich_text(child(cell, "is"));
        const std::string_view value = child(cell, "v").text().get();
        if (type == "e" && as_written()) return std::string(value);  // "#NAME?"
        if (value.empty() || type == "e") return {};
        if (type == "s") {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
            return error == std::errc{} && index < shared_.size() ? shared_[index] : std::string{};
        }
        if (type == "str") return std::string(value);
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "d" && as_written()) return std::string(value.substr(0, 10));
        if (type == "d") return iso_date(value);
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{}) return std::string(value);
        return formats_.show(number, static_cast<std::size_t>(std::max(0L, number_attribute(cell, "s", 0))));
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
        const auto from = place_of(text.substr(0, colon));
        auto to = place_of(text.substr(colon + 1));
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

    // Below an empty row: rows with a cell or two, none of them numbered, are no part of the table.
    void drop_what_stands_below() {
        auto& rows = table_.rows;
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
                of_table =
                    of_table || parse_numbering(row.cells.front().text()).style != Numbering::Style::None;
            if (of_table || filled > 2) break;
            if (rows[i - 2].line + 1 < row.line) keep = i - 1;
        }
        rows.resize(keep);
    }

    void pad() {
        width_ = 0;
        for (const auto& row : table_.rows) width_ = std::max(width_, row.cells.size());
        for (auto& row : table_.rows) row.cells.resize(width_);
    }

    const std::vector<std::string>& shared_;
    const XlsxFormats& formats_;
    std::size_t& budget_;
    std::size_t marks_ = 0;
    std::size_t text_bytes_ = 0;
    std::size_t width_ = 0;
    Table table_;
};

}  // namespace

std::string rich_text(const xml_node& item) {
    std::string text;
    for (const auto& node : item.children()) {
        if (is(node, "t")) text += node.text().get();
        if (is(node, "r")) text += child(node, "t").text().get();
    }
    return text;
}

Table read_sheet(const xml_node& worksheet, const std::vector<std::string>& shared,
                 const XlsxFormats& formats, std::size_t& budget) {
    return SheetReader(shared, formats, budget).take(worksheet);
}

}  // namespace dondoc::plan
