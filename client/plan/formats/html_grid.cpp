// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/html_grid.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "domain/message.h"
#include "language/readers.h"
#include "language/words/unicode.h"
#include "plan/formats/cell_text.h"
#include "plan/formats/html_styles.h"
#include "plan/formats/live_text.h"
#include "plan/formats/open_table.h"
#include "plan/formats/taken_back.h"
#include "plan/formats/text_encoding.h"
#include "plan/formats/xml_part.h"

namespace dondoc::plan {
namespace {

struct DocumentCloser {
    void operator()(xmlDoc* document) const { ::xmlFreeDoc(document); }
};

std::size_t span_of(const xmlNode* cell, const char* name) {
    constexpr long most = 1'000;  // more than a table has rows on a page
    return static_cast<std::size_t>(std::clamp(std::atol(html_attribute(cell, name).c_str()), 1L, most));
}

template <std::size_t N>
bool is_among(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_block(std::string_view name) {
    constexpr std::array<std::string_view, 16> blocks{"p",  "div", "li",         "ul",    "ol", "br",
                                                      "h1", "h2",  "h3",         "h4",    "h5", "h6",
                                                      "dt", "dd",  "blockquote", "center"};
    return is_among(name, blocks);
}
bool is_no_text(std::string_view name) {
    constexpr std::array<std::string_view, 7> others{"script",   "style",    "head",  "title",
                                                     "template", "noscript", "select"};
    return is_among(name, others);
}

class HtmlReader {
  public:
    Grid take(const xmlNode* root) {
        styles_.read(root);
        read_blocks(root, {}, 0);
        end_line();
        return std::move(grid_);
    }

  private:
    // Outside of tables.
    void read_blocks(const xmlNode* parent, const Look& look, int depth) {
        check_depth(depth);
        for (const auto* node = parent->children; node; node = node->next) {
            const auto name = html_element(node);
            if (node->type == XML_TEXT_NODE) line_.add(html_view(node->content), look);
            if (name.empty() || is_no_text(name)) continue;
            if (name == "table") {
                end_line();
                read_table(node, styles_.look_in(node, look), depth + 1);
                continue;
            }
            if (is_block(name)) end_line();
            read_blocks(node, styles_.look_in(node, look), depth + 1);
            if (is_block(name)) end_line();
        }
    }

    void end_line() {
        const auto text = language::normalize(line_.text());
        line_ = {};
        if (text.empty()) return;
        grid_.prose.push_back({++paragraphs_, 0, text});
        grid_.prose.push_back({paragraphs_, 0, {}});  // each is one of its own
    }

    // Of the table that is being read.
    struct State {
        std::vector<std::size_t> rows_to_go;  // of each column: rows that the merged cell above goes on over
        TakenBack taken_back;
        std::uint32_t line = 0;
    };

    void read_table(const xmlNode* node, const Look& look, int depth) {
        auto open = open_table(grid_);
        State state;
        read_rows(node, look, depth, open.table, state);
        close_table(grid_, std::move(open), state.taken_back);
    }

    void read_rows(const xmlNode* parent, const Look& look, int depth, Table& table, State& state) {
        check_depth(depth);
        for (const auto* node = parent->children; node; node = node->next) {
            const auto name = html_element(node);
            if (name == "tr")
                read_row(node, styles_.look_in(node, look), depth + 1, table, state);
            else if (name == "tbody" || name == "thead" || name == "tfoot")
                read_rows(node, styles_.look_in(node, look), depth + 1, table, state);
        }
    }

    void read_row(const xmlNode* node, const Look& look, int depth, Table& table, State& state) {
        if (++rows_ > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
        GridRow row;
        row.line = ++state.line;
        Lost lost;
        for (const auto* cell = node->children; cell; cell = cell->next) {
            if (html_element(cell) != "td" && html_element(cell) != "th") continue;
            continue_above(row, state);
            LiveText live;
            read_cell(cell, styles_.look_in(cell, look), live, depth + 1);
            lost.add(live);
            for (auto& doubt : live.doubts()) row.doubts.push_back(std::move(doubt));
            add_cell(row, cell_of(live.text()), span_of(cell, "colspan"), span_of(cell, "rowspan"), state);
        }
        continue_above(row, state);
        if (look.hidden || (lost.any() && has_number_only(row))) {
            auto& lines = look.hidden ? state.taken_back.hidden_lines : lines_for(state.taken_back, lost);
            lines.push_back(row.line);
            for (std::size_t i = 0; i < std::min(row.cells.size(), state.rows_to_go.size()); ++i)
                if (!row.cells[i].continues_above) state.rows_to_go[i] = 0;
            return;
        }
        table.rows.push_back(std::move(row));
    }

    static void add_cell(GridRow& row, Cell cell, std::size_t across, std::size_t down, State& state) {
        const auto at = row.cells.size();
        if (at + across > max_columns) throw UserError("plan.too_wide", {std::to_string(max_columns)});
        if (state.rows_to_go.size() < at + across) state.rows_to_go.resize(at + across);
        cell.span = static_cast<std::uint32_t>(across);
        row.cells.push_back(std::move(cell));
        row.cells.resize(at + across);
        std::fill_n(state.rows_to_go.begin() + static_cast<std::ptrdiff_t>(at), across, down - 1);
    }

    // Cells of this row that one above is merged over stand in no element of it.
    static void continue_above(GridRow& row, State& state) {
        while (row.cells.size() < state.rows_to_go.size() && state.rows_to_go[row.cells.size()] > 0) {
            --state.rows_to_go[row.cells.size()];
            row.cells.emplace_back();
            row.cells.back().continues_above = true;
        }
    }

    void read_cell(const xmlNode* parent, const Look& look, LiveText& text, int depth) {
        check_depth(depth);
        for (const auto* node = parent->children; node; node = node->next) {
            const auto name = html_element(node);
            if (node->type == XML_TEXT_NODE) text.add(one_line(html_view(node->content)), look);
            if (name.empty() || is_no_text(name)) continue;
            if (name == "table") {
                read_table(node, look, depth + 1);
                continue;
            }
            const bool block = is_block(name);
            if (block && !text.text().empty() && text.text().back() != '\n') text.end_line();
            read_cell(node, styles_.look_in(node, look), text, depth + 1);
            if (block && !text.text().empty() && text.text().back() != '\n') text.end_line();
        }
    }

    // A line break in the file is a space.
    static std::string one_line(std::string_view text) {
        std::string line(text);
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        return line;
    }

    HtmlStyles styles_;
    Grid grid_;
    LiveText line_;
    std::size_t rows_ = 0;
    std::uint32_t paragraphs_ = 0;
};

}  // namespace

bool is_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    constexpr std::size_t longest_begin = 15;
    std::string head(bytes.substr(begin, longest_begin));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const std::string_view tag : {"<!doctype html", "<html", "<table", "<head", "<body", "<meta"})
        if (head.starts_with(tag)) return true;
    return false;
}

Grid read_html_grid(std::string_view bytes) {
    const auto options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                         HTML_PARSE_COMPACT;
    const std::unique_ptr<xmlDoc, DocumentCloser> document(
        ::htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr,
                         language::is_utf8(bytes) ? "UTF-8" : nullptr, options));
    const auto* root = document ? ::xmlDocGetRootElement(document.get()) : nullptr;
    if (!root) throw UserError("plan.no_header", {});
    return HtmlReader().take(root);
}

}  // namespace dondoc::plan
