// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and cells may say that they are repeated: a sheet ends with a million empty ones, which take no memory
// here.
#include "plan/formats/odf_grid.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/formats/cell_text.h"
#include "plan/formats/odf_date.h"
#include "plan/formats/odf_list_numbers.h"
#include "plan/formats/odf_styles.h"
#include "plan/formats/open_table.h"
#include "plan/formats/taken_back.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

using pugi::xml_node;

std::string said(const xml_node& node, std::string_view name) {
    return std::string(attribute(node, name).value_or(""));
}
std::size_t count_in(const xml_node& node, const char* name) {
    constexpr long most = 1'048'576;  // rows of a sheet
    return static_cast<std::size_t>(std::clamp(number_attribute(node, name, 1), 1L, most));
}
bool is_hidden(const xml_node& row_or_column) {
    const auto visibility = attribute(row_or_column, "visibility").value_or("visible");
    return visibility != "visible";
}

class OdfReader {
  public:
    OdfReader(const OdfStyles& styles, OdfListNumbers numbers)
        : styles_(styles), numbers_(std::move(numbers)) {}

    Grid take(const xml_node& body) {
        read_blocks_of(child(body, "text"), 0);
        for (const auto& table : child(body, "spreadsheet").children())
            if (is(table, "table")) read_sheet(table);
        const auto say = [&](const char* key, std::size_t count) {
            if (count > 0) grid_.problems.push_back({key, {std::to_string(count)}});
        };
        say("plan.embedded", embedded_);
        say("plan.pictures", pictures_);
        say("plan.comments", comments_);
        say("plan.footnotes", notes_);
        return std::move(grid_);
    }

  private:
    void read_sheet(const xml_node& table) {
        if (styles_.hides_table(said(table, "style-name"))) {
            grid_.problems.push_back({"plan.sheet_hidden", {said(table, "name")}});
            return;
        }
        const auto place = grid_.tables.size();
        read_table(table, 0);
        for (const auto& shape : child(table, "shapes").children()) {
            if (is(shape, "frame")) read_frame(shape, 0);
            if (is(shape, "custom-shape")) read_box(shape, 0);
        }
        if (auto below = drop_what_stands_below(grid_.tables[place], place + 1))
            grid_.problems.push_back(std::move(*below));
    }

    // Paragraphs and tables outside cells, in their order.
    void read_blocks_of(const xml_node& parent, int depth, const OdfListNumbers::Place& list = {}) {
        check_depth(depth);
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "table") {
                read_table(node, depth + 1);
            } else if (name == "p" || name == "h") {
                LiveText text;
                const auto look = styles_.look_of(said(node, "style-name"), around_);
                add_number(text, look);
                read_inline(node, look, text, depth + 1);
                grid_.prose.push_back({++paragraphs_, 0, text.text()});
                grid_.prose.push_back({paragraphs_, 0, {}});  // each is one of its own
            } else if (name == "list") {
                read_blocks_of(node, depth + 1, numbers_.enter(node, list));
            } else if (name == "list-item") {
                number_ = numbers_.next(node, list);
                read_blocks_of(node, depth + 1, list);
            } else if (name == "section" && said(node, "display") == "none") {
                grid_.problems.push_back({"plan.section_hidden", {said(node, "name")}});
            } else if (name != "tracked-changes" && name != "sequence-decls" && name != "forms") {
                read_blocks_of(node, depth + 1, list);
            }
        }
    }

    void read_table(const xml_node& node, int depth) {
        check_depth(depth);
        auto open = open_table(grid_);
        open.table.name = said(node, "name");
        State state;
        state.look = styles_.look_of(said(node, "style-name"), around_);
        read_columns(node, depth, state);
        read_rows(node, depth, open.table, state);
        close_table(grid_, std::move(open), state.taken_back);
    }

    // Of the table that is being read.
    struct State {
        std::vector<bool> hidden_columns;
        std::vector<std::string> styles_of_columns;  // of cells that say none themselves
        std::vector<std::string> titles_hidden;      // of each column; empty: nothing was left out
        std::vector<std::uint32_t>
            rows_to_go;  // of each column: rows that the merged cell above goes on over
        TakenBack taken_back;
        Look look;  // of its texts, where nothing nearer says more
        std::size_t line = 0;
    };

    void read_columns(const xml_node& parent, int depth, State& state) const {
        check_depth(depth);
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "table-column") {
                const auto count = std::min(count_in(node, "number-columns-repeated"), max_columns);
                if (state.hidden_columns.size() >= max_columns) continue;
                state.hidden_columns.insert(state.hidden_columns.end(), count, is_hidden(node));
                state.styles_of_columns.insert(state.styles_of_columns.end(), count,
                                               said(node, "default-cell-style-name"));
            } else if (name == "table-columns" || name == "table-header-columns" ||
                       name == "table-column-group") {
                read_columns(node, depth + 1, state);
            }
        }
    }

    void read_rows(const xml_node& parent, int depth, Table& table, State& state) {
        check_depth(depth);
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "table-row")
                read_row(node, depth + 1, table, state);
            else if (name == "table-rows" || name == "table-header-rows" || name == "table-row-group")
                read_rows(node, depth + 1, table, state);
        }
    }

    void read_row(const xml_node& node, int depth, Table& table, State& state) {
        const auto repeated = count_in(node, "number-rows-repeated");
        GridRow row;
        row.line = static_cast<std::uint32_t>(state.line + 1);
        state.line += repeated;
        const auto look = styles_.look_of(said(node, "style-name"), state.look);
        const auto lost = read_cells(node, look, depth, row, state);
        while (!row.cells.empty() && row.cells.back().empty() && !row.cells.back().continues_above)
            row.cells.pop_back();
        if (is_blank_row(row) && !lost.any() && row.doubts.empty() &&
            std::none_of(row.cells.begin(), row.cells.end(),
                         [](const Cell& cell) { return cell.continues_above; }))
            return;
        if (is_hidden(node) || (lost.any() && has_number_only(row))) {
            auto& lines = is_hidden(node) ? state.taken_back.hidden_lines : lines_for(state.taken_back, lost);
            if (!is_blank_row(row) || lost.any()) lines.push_back(row.line);
            // Nothing goes on from a cell that was left out with its row.
            for (std::size_t i = 0; i < std::min(row.cells.size(), state.rows_to_go.size()); ++i)
                if (!row.cells[i].continues_above) state.rows_to_go[i] = 0;
            return;
        }
        for (std::size_t i = 0; i < repeated; ++i) {
            if (++rows_ > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
            table.rows.push_back(row);
            ++row.line;
        }
    }

    // What its texts lost.
    Lost read_cells(const xml_node& node, const Look& around, int depth, GridRow& row, State& state) {
        Lost lost;
        std::size_t covered_here = 0;  // cells to come that the one to their left is merged over
        for (const auto& cell : node.children()) {
            const bool covered = is(cell, "covered-table-cell");
            if (!covered && !is(cell, "table-cell")) continue;
            const auto repeated = count_in(cell, "number-columns-repeated");
            LiveText live;
            if (!covered)
                read_cell(cell, styles_.look_of(style_of(cell, row.cells.size(), state), around), depth + 1,
                          live);
            lost.add(live);
            for (auto& doubt : live.doubts()) row.doubts.push_back(std::move(doubt));
            auto made = cell_of(live.text());
            const auto at = row.cells.size();
            // Empty ones up to the end of the sheet.
            if (made.empty() && at + repeated > max_columns) break;
            if (at + repeated > max_columns) throw UserError("plan.too_wide", {std::to_string(max_columns)});
            const auto across = std::min(count_in(cell, "number-columns-spanned"), max_columns - at);
            const auto down = count_in(cell, "number-rows-spanned");
            made.span = static_cast<std::uint32_t>(across);
            for (std::size_t i = 0; i < repeated; ++i) {
                const bool here = covered && covered_here > 0;
                covered_here -= here ? 1 : 0;
                row.cells.push_back(made);
                put_in_place(row, at + i, covered && !here, state);
            }
            if (covered) continue;
            covered_here = across - 1;
            if (down > 1) span_down(at, across, down, state);
        }
        return lost;
    }

    static std::string style_of(const xml_node& cell, std::size_t at, const State& state) {
        auto own = said(cell, "style-name");
        return own.empty() && at < state.styles_of_columns.size() ? state.styles_of_columns[at] : own;
    }

    static void span_down(std::size_t at, std::size_t across, std::size_t down, State& state) {
        if (state.rows_to_go.size() < at + across) state.rows_to_go.resize(at + across);
        for (auto i = at; i < at + across; ++i) state.rows_to_go[i] = static_cast<std::uint32_t>(down - 1);
    }

    // What is covered by a cell above goes on with it; what stands in a hidden column is left out.
    static void put_in_place(GridRow& row, std::size_t at, bool covered, State& state) {
        auto& cell = row.cells[at];
        if (covered && at < state.rows_to_go.size() && state.rows_to_go[at] > 0) {
            cell.continues_above = true;
            --state.rows_to_go[at];
        }
        if (at >= state.hidden_columns.size() || !state.hidden_columns[at] || cell.empty()) return;
        if (state.titles_hidden.size() <= at) state.titles_hidden.resize(at + 1);
        if (state.titles_hidden[at].empty()) {
            state.titles_hidden[at] = cell.text();
            state.taken_back.hidden_columns.push_back(cell.text());
        }
        cell.paragraphs.clear();
    }

    void read_cell(const xml_node& node, const Look& look, int depth, LiveText& text) {
        if (attribute(node, "value-type").value_or("") == "date") {
            LiveText shown;
            read_cell_blocks(node, look, shown, depth);
            text.add(odf_date(attribute(node, "date-value").value_or(""), shown.text()), look);
            return;
        }
        read_cell_blocks(node, look, text, depth);
        if (text.text().empty() && !text.has_struck())
            text.add(attribute(node, "string-value").value_or(""), look);
    }

    void read_cell_blocks(const xml_node& parent, const Look& look, LiveText& text, int depth,
                          const OdfListNumbers::Place& list = {}) {
        check_depth(depth);
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "p" || name == "h") {
                if (!text.text().empty()) text.end_line();
                add_number(text, look);
                read_inline(node, styles_.look_of(said(node, "style-name"), look), text, depth + 1);
            } else if (name == "list") {
                read_cell_blocks(node, look, text, depth + 1, numbers_.enter(node, list));
            } else if (name == "list-item") {
                number_ = numbers_.next(node, list);
                read_cell_blocks(node, look, text, depth + 1, list);
            } else if (name == "list-header" || name == "section") {
                read_cell_blocks(node, look, text, depth + 1, list);
            } else if (name == "table") {
                read_table(node, depth + 1);
            } else if (name == "annotation") {
                ++comments_;
            } else if (name == "frame") {
                read_frame(node, depth + 1);
            }
        }
    }

    // Before the first paragraph of an item.
    void add_number(LiveText& text, const Look& look) {
        if (!number_.empty()) text.add(number_ + " ", look);
        number_.clear();
    }

    void read_inline(const xml_node& parent, const Look& look, LiveText& text, int depth) {
        check_depth(depth);
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                text.add(node.value(), look);
            else if (name == "span")
                read_inline(node, styles_.look_of(said(node, "style-name"), look), text, depth + 1);
            else if (name == "s" || name == "tab")
                text.add(" ", look);
            else if (name == "line-break")
                text.end_line();
            else if (name == "annotation")
                ++comments_;
            else if (name == "note")
                ++notes_;
            else if (name == "frame")
                read_frame(node, depth + 1);
            else if (name != "annotation-end" && name != "hidden-text")
                read_inline(node, look, text, depth + 1);
        }
    }

    void read_frame(const xml_node& frame, int depth) {
        check_depth(depth);
        for (const auto& node : frame.children()) {
            if (is(node, "text-box")) return read_box(node, depth + 1);
            if (is(node, "object") || is(node, "object-ole")) {
                ++embedded_;
                return;
            }
            if (is(node, "image") && is_large(frame)) ++pictures_;
        }
    }

    // A coat of arms or a signature is smaller.
    static bool is_large(const xml_node& frame) {
        constexpr long least_cm = 5;
        const auto large = [&](const char* name) {
            return said(frame, name).ends_with("cm") ? number_attribute(frame, name, 0) >= least_cm
                                                     : number_attribute(frame, name, 0) >= 2;  // inches
        };
        return large("width") && large("height");
    }

    void read_box(const xml_node& box, int depth) {
        const auto tables = grid_.tables.size();
        const auto lines = grid_.prose.size();
        const auto outside = std::exchange(around_.paper, std::nullopt);  // it may have any colour
        read_blocks_of(box, depth);
        around_.paper = outside;
        std::string words;
        for (auto i = lines; i < grid_.prose.size(); ++i) words += grid_.prose[i].text + " ";
        if (auto text = in_quotes(words); !text.empty() && grid_.tables.size() == tables)
            grid_.problems.push_back({"plan.text_box", {std::move(text)}});
    }

    const OdfStyles& styles_;
    OdfListNumbers numbers_;
    std::string number_;  // of the item whose first paragraph is to come
    Look around_;         // of what stands in no style of its own
    Grid grid_;
    std::size_t rows_ = 0;
    std::uint32_t paragraphs_ = 0;  // outside tables
    std::size_t embedded_ = 0, pictures_ = 0, comments_ = 0, notes_ = 0;
};

}  // namespace

Grid read_odf_grid(ZipArchive& archive) {
    if (archive.has("META-INF/manifest.xml") &&
        archive.read("META-INF/manifest.xml").find("encryption-data") != std::string::npos)
        throw UserError("plan.locked", {});
    OdfStyles styles;
    OdfListNumbers numbers;
    std::optional<XmlPart> named;
    if (archive.has("styles.xml")) {
        named.emplace(archive.read("styles.xml"), "styles.xml", Spaces::Kept);
        styles.read(named->root());
        numbers.read_styles(named->root());
    }
    const XmlPart content(archive.read("content.xml"), "content.xml", Spaces::Kept);
    styles.read(content.root());
    numbers.read_styles(content.root());
    return OdfReader(styles, std::move(numbers)).take(child(content.root(), "body"));
}

}  // namespace dondoc::plan
