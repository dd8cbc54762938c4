#include "plan/docx_grid.h"

#include <algorithm>

#include "domain/message.h"
#include "plan/cell_text.h"
#include "plan/list_numbers.h"
#include "plan/xml_part.h"

namespace dondoc::plan {
namespace {

using pugi::xml_node;

bool is_on_in(const xml_node& properties, std::string_view name) {
    const auto node = child(properties, name);
    return node && is_on(attribute(node, "val").value_or("1"));
}

// Elements that only wrap what the reader sees: content controls, insertions, links.
bool is_wrapper(std::string_view name) {
    for (const auto* wrapper : {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink",
                                "fldSimple", "dir", "bdo"})
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

class DocxReader {
  public:
    explicit DocxReader(ListNumbers numbers) : numbers_(std::move(numbers)) {}

    Grid take(const xml_node& body) {
        each_shown(body, 0, [&](const xml_node& node, std::string_view name, int depth) {
            if (name == "p") add_prose(node, depth);
            if (name == "tbl") read_table(node, depth);
        });
        return std::move(grid_);
    }

  private:
    void add_prose(const xml_node& node, int depth) {
        auto text = numbers_.next(node);
        std::string words;
        read_runs(node, words, depth);
        if (!text.empty() && !words.empty()) text += ' ';
        grid_.prose.push_back({++paragraphs_, 0, text + words});
        grid_.prose.push_back({paragraphs_, 0, {}});  // each is one of its own
    }

    void read_table(const xml_node& node, int depth) {
        const auto place = grid_.tables.size();
        grid_.tables.emplace_back();  // before the tables in its cells
        Table table;
        std::uint32_t line = 0;
        each_shown(node, depth, [&](const xml_node& row, std::string_view name, int row_depth) {
            if (name != "tr") return;
            ++line;
            if (child(child(row, "trPr"), "del")) return;
            if (++rows_ > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
            table.rows.push_back(read_row(row, row_depth));
            table.rows.back().line = line;
            resolve_merges(table);
        });
        std::size_t width = 0;
        for (const auto& row : table.rows) width = std::max(width, row.cells.size());
        if (table.rows.size() * width > max_cells) throw UserError("plan.archive_too_big", {});
        for (auto& row : table.rows) row.cells.resize(width);
        grid_.tables[place] = std::move(table);
    }

    GridRow read_row(const xml_node& node, int depth) {
        GridRow row;
        const auto skip = [&](const char* name) {
            return std::clamp(number_attribute(child(child(node, "trPr"), name), "val", 0), 0L,
                              static_cast<long>(max_columns));
        };
        row.cells.resize(static_cast<std::size_t>(skip("gridBefore")));
        each_shown(node, depth, [&](const xml_node& cell, std::string_view name, int cell_depth) {
            if (name == "tc") add_cell(row, cell, cell_depth);
        });
        return row;
    }

    void add_cell(GridRow& row, const xml_node& node, int depth) {
        const auto properties = child(node, "tcPr");
        const auto across = child(properties, "hMerge");
        const bool joins_left = across && attribute(across, "val").value_or("continue") != "restart";
        const auto span = std::clamp(number_attribute(child(properties, "gridSpan"), "val", 1), 1L,
                                     static_cast<long>(max_columns) + 1);
        if (row.cells.size() + static_cast<std::size_t>(span) > max_columns)
            throw UserError("plan.too_wide", {std::to_string(max_columns)});
        std::string text;
        read_blocks(node, text, depth);
        if (joins_left && !row.cells.empty()) {
            auto first = row.cells.size() - 1;
            while (first > 0 && row.cells[first].span == 0) --first;
            ++row.cells[first].span;
            row.cells.emplace_back();
            row.cells.back().span = 0;
            return;
        }
        auto cell = cell_of(text);
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
    static void resolve_merges(Table& table) {
        for (auto& cell : table.rows.back().cells) {
            if (cell.span == 0) cell.span = 1;
            if (!cell.continues_above) continue;
            if (table.rows.size() == 1)
                cell.continues_above = false;
            else
                cell.paragraphs.clear();
        }
    }

    void read_blocks(const xml_node& parent, std::string& text, int depth) {
        each_shown(parent, depth, [&](const xml_node& node, std::string_view name, int block_depth) {
            if (name == "p") {
                if (!text.empty()) text += '\n';
                auto label = numbers_.next(node);
                std::string words;
                read_runs(node, words, block_depth);
                if (!label.empty() && !words.empty()) label += ' ';
                text += label + words;
            } else if (name == "tbl") {
                if (has_shape_of_a_plan(node))
                    read_table(node, block_depth);
                else
                    read_cells_as_text(node, text, block_depth);
            }
        });
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

    void read_cells_as_text(const xml_node& table, std::string& text, int depth) {
        each_shown(table, depth, [&](const xml_node& row, std::string_view name, int row_depth) {
            if (name != "tr") return;
            each_shown(row, row_depth, [&](const xml_node& cell, std::string_view kind, int cell_depth) {
                if (kind == "tc") read_blocks(cell, text, cell_depth);
            });
        });
    }

    void read_runs(const xml_node& parent, std::string& text, int depth) {
        each_shown(parent, depth, [&](const xml_node& node, std::string_view name, int run_depth) {
            if (name != "r" || is_on_in(child(node, "rPr"), "vanish")) return;
            each_shown(node, run_depth, [&](const xml_node& piece, std::string_view kind, int) {
                if (kind == "t")
                    text += piece.text().get();
                else if (kind == "br" || kind == "cr")
                    text += '\n';
                else if (kind == "tab" || kind == "ptab")
                    text += ' ';
                else if (kind == "noBreakHyphen")
                    text += '-';
            });
        });
    }

    static constexpr std::size_t max_cells =
        2'000'000;  // of one table, empty ones at the ends of rows counted

    ListNumbers numbers_;
    Grid grid_;
    std::size_t rows_ = 0;
    std::uint32_t paragraphs_ = 0;  // outside tables
};

}  // namespace

Grid read_docx_grid(ZipArchive& archive, const std::string& part) {
    ListNumbers numbers;
    const auto folder = part.substr(0, part.find_last_of('/') + 1);
    if (const auto name = folder + "numbering.xml"; archive.has(name))
        numbers.read_definitions(XmlPart(archive.read(name), name).root());
    if (const auto name = folder + "styles.xml"; archive.has(name))
        numbers.read_styles(XmlPart(archive.read(name), name).root());
    const XmlPart document(archive.read(part), part);
    return DocxReader(std::move(numbers)).take(child(document.root(), "body"));
}

}  // namespace dondoc::plan
