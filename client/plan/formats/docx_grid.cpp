// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/docx_grid.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/list_numbers.h"
#include "plan/formats/open_table.h"
#include "plan/formats/taken_back.h"
#include "plan/formats/word_fields.h"
#include "plan/formats/word_styles.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

using pugi::xml_node;

constexpr int most_page_heads = 20;  // that are looked at; Word numbers them from 1

// Elements that only wrap what the reader sees: content controls, insertions, links.
bool is_wrapper(std::string_view name) {
    for (const auto* wrapper :
         {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo"})
        if (name == wrapper) return true;
    return false;
}

// Calls `use` for each child as it is seen on paper.
template <typename Use>
void each_shown(const xml_node& parent, int depth, const Use& use) {
    check_depth(depth);
    for (const auto& node : parent.children()) {
        const auto name = local_name(node);
        if (is_wrapper(name))
            each_shown(node, depth + 1, use);
        else if (name == "AlternateContent")
            each_shown(chosen_alternative(node), depth + 1, use);
        else
            use(node, name, depth + 1);
    }
}

// What is seen on paper and is neither text nor table.
struct Besides {
    std::size_t foreign_parts = 0, pictures = 0, embedded = 0, comments = 0, notes = 0;
};

class DocxReader {
  public:
    DocxReader(ListNumbers numbers, WordStyles styles)
        : numbers_(std::move(numbers)), styles_(std::move(styles)) {}

    Grid take(const xml_node& body) {
        read_body(body, 0);
        const auto say = [&](const char* key, std::size_t count) {
            if (count > 0) grid_.problems.push_back({key, {std::to_string(count)}});
        };
        say("plan.alt_chunk", besides_.foreign_parts);
        say("plan.embedded", besides_.embedded);
        say("plan.pictures", besides_.pictures);
        say("plan.comments", besides_.comments);
        say("plan.footnotes", besides_.notes);
        return std::move(grid_);
    }

  private:
    void read_body(const xml_node& body, int depth) {
        each_shown(body, depth, [&](const xml_node& node, std::string_view name, int block_depth) {
            if (name == "p") add_prose(node, block_depth);
            if (name == "tbl") read_table(node, block_depth);
            if (name == "altChunk" || name == "subDoc") ++besides_.foreign_parts;
        });
    }

    void add_prose(const xml_node& node, int depth) {
        auto text = numbers_.next(node);
        LiveText words;
        read_runs(node, node, words, depth);
        if (!text.empty() && !words.text().empty()) text += ' ';
        grid_.prose.push_back({++paragraphs_, 0, text + words.text()});
        grid_.prose.push_back({paragraphs_, 0, {}});  // each is one of its own
    }

    void read_table(const xml_node& node, int depth) {
        auto open = open_table(grid_);
        auto& table = open.table;
        TakenBack taken_back;
        std::vector<bool> gone;  // columns whose own cell stood in a row that was left out
        std::uint32_t line = 0;
        each_shown(node, depth, [&](const xml_node& row, std::string_view name, int row_depth) {
            if (name != "tr") return;
            ++line;
            const auto properties = child(row, "trPr");
            const bool deleted = static_cast<bool>(child(properties, "del"));
            const auto hidden = child(properties, "hidden");
            if (deleted || (hidden && is_on(attribute(hidden, "val").value_or("1")))) {
                (deleted ? taken_back.deleted_lines : taken_back.hidden_lines).push_back(line);
                add_own_columns(row, row_depth, gone);
                return;
            }
            if (++rows_ > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
            table.rows.push_back(read_row(row, row_depth, taken_back));
            table.rows.back().line = line;
            resolve_merges(table, gone);
            if (lost_by_row_.any() && has_number_only(table.rows.back())) {
                lines_for(taken_back, lost_by_row_).push_back(line);
                const auto& cells = table.rows.back().cells;
                if (gone.size() < cells.size()) gone.resize(cells.size());
                for (std::size_t i = 0; i < cells.size(); ++i) gone[i] = gone[i] || !cells[i].continues_above;
                table.rows.pop_back();
                return;
            }
            gone.clear();
        });
        if (table.rows.size() * width_of(table) > max_cells) throw UserError("plan.archive_too_big", {});
        close_table(grid_, std::move(open), taken_back);
    }

    static void add_own_columns(const xml_node& row, int depth, std::vector<bool>& own) {
        std::size_t at = 0;
        each_shown(row, depth, [&](const xml_node& cell, std::string_view name, int) {
            if (name != "tc") return;
            const auto properties = child(cell, "tcPr");
            const auto down = child(properties, "vMerge");
            const bool continues = down && attribute(down, "val").value_or("continue") != "restart";
            for (auto span = std::clamp(number_attribute(child(properties, "gridSpan"), "val", 1), 1L,
                                        static_cast<long>(max_columns));
                 span > 0; --span, ++at) {
                if (own.size() <= at) own.resize(at + 1);
                own[at] = own[at] || !continues;
            }
        });
    }

    GridRow read_row(const xml_node& node, int depth, TakenBack& taken_back) {
        GridRow row;
        Lost lost;
        const auto skip = [&](const char* name) {
            return std::clamp(number_attribute(child(child(node, "trPr"), name), "val", 0), 0L,
                              static_cast<long>(max_columns));
        };
        row.cells.resize(static_cast<std::size_t>(skip("gridBefore")));
        each_shown(node, depth, [&](const xml_node& cell, std::string_view name, int cell_depth) {
            if (name == "tc") add_cell(row, cell, cell_depth, taken_back, lost);
        });
        lost_by_row_ = lost;  // not before: a table within a cell has rows, too
        return row;
    }

    void add_cell(GridRow& row, const xml_node& node, int depth, TakenBack& taken_back, Lost& lost) {
        const auto properties = child(node, "tcPr");
        const auto across = child(properties, "hMerge");
        const bool joins_left = across && attribute(across, "val").value_or("continue") != "restart";
        const auto span = std::clamp(number_attribute(child(properties, "gridSpan"), "val", 1), 1L,
                                     static_cast<long>(max_columns) + 1);
        if (row.cells.size() + static_cast<std::size_t>(span) > max_columns)
            throw UserError("plan.too_wide", {std::to_string(max_columns)});
        LiveText live;
        const auto further_out = std::exchange(table_in_cell_, {});
        if (child(properties, "cellDel"))
            ++taken_back.deleted_cells;
        else
            read_blocks(node, live, depth);
        if (const auto said = in_quotes(std::exchange(table_in_cell_, further_out)); !said.empty())
            row.doubts.push_back({"row.table_in_cell", {said}});
        lost.add(live);
        for (auto& doubt : live.doubts()) row.doubts.push_back(std::move(doubt));
        if (joins_left && !row.cells.empty()) {
            auto first = row.cells.size() - 1;
            while (first > 0 && row.cells[first].span == 0) --first;
            ++row.cells[first].span;
            row.cells.emplace_back();
            row.cells.back().span = 0;
            return;
        }
        auto cell = cell_of(live.text());
        const auto down = child(properties, "vMerge");
        cell.continues_above = down && attribute(down, "val").value_or("continue") != "restart";
        cell.span = static_cast<std::uint32_t>(span);
        const bool continues = cell.continues_above;
        row.cells.push_back(std::move(cell));
        for (long i = 1; i < span; ++i) {
            row.cells.emplace_back();
            row.cells.back().span = 0;
            row.cells.back().continues_above = continues;
        }
    }

    // A cell that continues the one above shows nothing of its own; in the first row it continues none.
    // `gone`: columns whose cell above was left out with its row, so that none is continued.
    static void resolve_merges(Table& table, const std::vector<bool>& gone) {
        auto& cells = table.rows.back().cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            auto& cell = cells[i];
            if (cell.span == 0) cell.span = 1;
            if (!cell.continues_above) continue;
            if (table.rows.size() == 1 || (i < gone.size() && gone[i]))
                cell.continues_above = false;
            else
                cell.paragraphs.clear();
        }
    }

    void read_blocks(const xml_node& parent, LiveText& text, int depth) {
        each_shown(parent, depth, [&](const xml_node& node, std::string_view name, int block_depth) {
            if (name == "p") {
                if (!text.text().empty()) text.end_line();
                const auto label = numbers_.next(node);
                if (!label.empty()) text.add(label + " ", {});
                read_runs(node, node, text, block_depth);
            } else if (name == "tbl") {
                if (has_shape_of_a_plan(node)) {
                    read_table(node, block_depth);
                    return;
                }
                const auto begin = text.text().size();
                const auto further_out = std::exchange(table_in_cell_, {});
                read_cells_as_text(node, text, block_depth);
                table_in_cell_ = further_out + (has_two_cells(node) ? text.text().substr(begin) : "");
            } else if (name == "altChunk") {
                ++besides_.foreign_parts;
            }
        });
    }

    // One cell alone is a frame around a text.
    static bool has_two_cells(const xml_node& table) {
        std::size_t cells = 0;
        for (const auto& row : table.children())
            for (const auto& cell : row.children()) cells += is(cell, "tc") ? 1 : 0;
        return cells >= 2;
    }

    static bool has_shape_of_a_plan(const xml_node& table) {
        std::size_t rows = 0;
        std::size_t columns = 0;
        for (const auto& row : table.children()) {
            if (!is(row, "tr")) continue;
            ++rows;
            columns = std::max<std::size_t>(columns, static_cast<std::size_t>(std::count_if(
                                                         row.children().begin(), row.children().end(),
                                                         [](const auto& one) { return is(one, "tc"); })));
        }
        return rows >= 2 && columns >= 3;
    }

    void read_cells_as_text(const xml_node& table, LiveText& text, int depth) {
        each_shown(table, depth, [&](const xml_node& row, std::string_view name, int row_depth) {
            if (name != "tr") return;
            each_shown(row, row_depth, [&](const xml_node& cell, std::string_view kind, int cell_depth) {
                if (kind == "tc") read_blocks(cell, text, cell_depth);
            });
        });
    }

    void read_runs(const xml_node& parent, const xml_node& paragraph, LiveText& text, int depth) {
        each_shown(parent, depth, [&](const xml_node& node, std::string_view name, int run_depth) {
            if (name == "del" || name == "moveFrom") text.note_deleted();
            if (name == "oMath" || name == "oMathPara") text.add(text_of_formula(node), {});
            if (name == "fldSimple") {
                if (shows_today(attribute(node, "instr").value_or(""))) text.changes_daily();
                return read_runs(node, paragraph, text, run_depth);
            }
            if (name != "r") return;
            const auto look = styles_.look_of(node, paragraph);
            each_shown(node, run_depth, [&](const xml_node& piece, std::string_view kind, int piece_depth) {
                if (kind == "t")
                    text.add(piece.text().get(), look);
                else if (kind == "br" || kind == "cr")
                    text.end_line();
                else if (kind == "tab" || kind == "ptab")
                    text.add(" ", look);
                else if (kind == "noBreakHyphen")
                    text.add("-", look);
                else if (kind == "sym")
                    text.add(symbol_of(piece), look);
                else if (kind == "instrText" && shows_today(piece.text().get()))
                    text.changes_daily();
                else if (kind == "commentReference")
                    ++besides_.comments;
                else if (kind == "footnoteReference" || kind == "endnoteReference")
                    ++besides_.notes;
                else if (kind == "object")
                    ++besides_.embedded;
                else if (kind == "drawing" || kind == "pict")
                    read_drawing(piece, piece_depth);
            });
        });
    }

    // Boxes with text and tables of their own; pictures that may show a table.
    void read_drawing(const xml_node& node, int depth) {
        constexpr long large_emu = 1'800'000;  // 5 cm; a coat of arms or a signature is smaller
        each_shown(node, depth, [&](const xml_node& one, std::string_view name, int inner_depth) {
            if (name == "txbxContent") return read_box(one, inner_depth);
            if (name == "inline" || name == "anchor") {
                const auto size = child(one, "extent");
                const bool large = number_attribute(size, "cx", 0) >= large_emu &&
                                   number_attribute(size, "cy", 0) >= large_emu;
                const auto graphic = child(child(one, "graphic"), "graphicData");
                if (large && child(graphic, "pic")) ++besides_.pictures;
                if (child(graphic, "relIds")) ++besides_.embedded;  // a diagram with words of its own
            }
            if (name == "imagedata" && is_large_shape(node)) ++besides_.pictures;
            read_drawing(one, inner_depth);
        });
    }

    void read_box(const xml_node& box, int depth) {
        const auto tables = grid_.tables.size();
        const auto lines = grid_.prose.size();
        read_body(box, depth);
        std::string words;
        for (auto i = lines; i < grid_.prose.size(); ++i) words += grid_.prose[i].text + " ";
        const auto said = in_quotes(words);
        if (!said.empty() && grid_.tables.size() == tables)
            grid_.problems.push_back({"plan.text_box", {said}});
    }

    static constexpr std::size_t max_cells =
        2'000'000;  // of one table, empty ones at the ends of rows counted

    ListNumbers numbers_;
    WordStyles styles_;
    Grid grid_;
    Besides besides_;
    std::string table_in_cell_;  // text of a small table within the cell that is being read
    Lost lost_by_row_;           // the row that was read last
    std::size_t rows_ = 0;
    std::uint32_t paragraphs_ = 0;  // outside tables
};

}  // namespace

Grid read_docx_grid(ZipArchive& archive, const std::string& part) {
    ListNumbers numbers;
    const auto folder = part.substr(0, part.find_last_of('/') + 1);
    if (const auto name = folder + "numbering.xml"; archive.has(name))
        numbers.read_definitions(XmlPart(archive.read(name), name).root());
    WordStyles styles;
    if (const auto name = folder + "styles.xml"; archive.has(name)) {
        const XmlPart part_of_styles(archive.read(name), name);
        numbers.read_styles(part_of_styles.root());
        styles.read(part_of_styles.root());
    }
    const XmlPart document(archive.read(part), part);
    clear_placeholders(document.root());
    auto grid = DocxReader(std::move(numbers), std::move(styles)).take(child(document.root(), "body"));
    std::size_t outside = 0;
    for (const std::string kind : {"header", "footer"})
        for (int i = 1; i <= most_page_heads; ++i)
            if (const auto name = folder + kind + std::to_string(i) + ".xml"; archive.has(name))
                outside += tables_in(XmlPart(archive.read(name), name).root());
    if (outside > 0) grid.problems.push_back({"plan.tables_in_page_heads", {std::to_string(outside)}});
    return grid;
}

}  // namespace dondoc::plan
