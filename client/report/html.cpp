// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "report/svg_chart.h"
#include "text/markup.h"

namespace dondoc::report {
namespace {

// For a screen, for a phone (tables scroll by themselves, their first column stays), and for A4.
constexpr std::string_view style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 75rem; padding: 1rem; color: #1b1f23; background: #fff;
  font: 15px/1.45 "Noto Sans", "DejaVu Sans", "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #37474f; padding-bottom: .2rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dl.facts dt { color: #546e7a; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
dl.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; margin: 1rem 0; }
dl.key div { border: 1px solid #cfd8dc; border-radius: .3rem; padding: .4rem .6rem; }
dl.key dt { font-size: .85rem; color: #546e7a; }
dl.key dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
aside { border-left: 4px solid #f9a825; background: #fff8e1; padding: .5rem .75rem; margin: 1rem 0; }
aside ul { margin: 0; padding-left: 1.1rem; }
p.note { margin: .25rem 0; color: #455a64; }
figure { margin: .75rem 0 1rem; }
figcaption { font-weight: 600; margin-bottom: .25rem; }
svg text { font: 13px "Noto Sans", "DejaVu Sans", "Segoe UI", Roboto, Arial, sans-serif; fill: #1b1f23; }
ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1rem; margin: 0 0 .25rem; padding: 0; }
ul.legend span { display: inline-block; width: .8rem; height: .8rem; margin-right: .35rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #cfd8dc; padding: .25rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #eceff1; vertical-align: bottom; }
tbody tr:nth-child(even) td, tbody tr:nth-child(even) th { background: #fafbfc; }
tfoot td, tfoot th { font-weight: 700; border-top: 2px solid #37474f; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
td.figure, td.day { white-space: nowrap; }
td.prose, th.prose { min-width: 11rem; }
tbody th { font-weight: 400; }
.good { color: #1b5e20; } .warning { color: #8a5300; font-weight: 600; } .bad { color: #b71c1c; font-weight: 600; }
footer { margin-top: 2rem; font-size: .85rem; color: #546e7a; }
@media (max-width: 40rem) {
  body { font-size: 14px; padding: .6rem; }
  dl.facts { grid-template-columns: 1fr; } dl.facts dd { margin-bottom: .3rem; }
  dl.key { grid-template-columns: 1fr 1fr; }
  thead th:first-child, tbody tr:nth-child(n) th, tfoot th { position: sticky; left: 0; background: #eceff1; max-width: 9rem; }
  td.prose, th.prose { min-width: 9rem; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; } thead { display: table-header-group; } tfoot { display: table-row-group; }
  tr, figure, aside, p.note, dl.key div { break-inside: avoid; }
  h2, p.note, figcaption, ul.legend, thead { break-after: avoid; }
  tbody tr:nth-last-child(-n+2), tfoot { break-before: avoid; }
  table.wide { font-size: 7.5pt; } table.wide th, table.wide td { padding: .1rem .2rem; overflow-wrap: break-word; }
  table.wide td.prose, table.wide th.prose { min-width: 5rem; }
  td.prose, th.prose { min-width: 8rem; } th, td { padding: .1rem .3rem; }
  h2 { margin-top: 1.2rem; }
  dl.key { grid-template-columns: repeat(auto-fit, minmax(24mm, 1fr)); } dl.key dd { font-size: 1rem; }
}
)css";

constexpr std::size_t most_columns = 10;  // past it a table is set smaller on paper

// A term in words may break, a day may not.
std::string css_class(const Column& column, const Cell& cell) {
    const bool is_words = column.kind == Column::Kind::Day && !std::holds_alternative<local_days>(cell.value);
    std::string classes{style_name(is_words ? Column::Kind::Text : column.kind)};
    if (cell.mark != Mark::None) classes.append(" ").append(style_name(cell.mark));
    return classes;
}

bool is_blank(const Cell& cell) {
    const auto* words = std::get_if<std::string>(&cell.value);
    return words && words->empty();
}

// Where no row has anything, a column only takes the room of the others.
std::vector<std::size_t> columns_to_show(const Section& section) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        const auto is_blank_here = [i](const std::vector<Cell>& row) { return is_blank(row[i]); };
        if (section.rows.empty() || !std::ranges::all_of(section.rows, is_blank_here)) columns.push_back(i);
    }
    return columns;
}

class HtmlPage {
  public:
    explicit HtmlPage(const Page& page) : page_(page) {}

    std::string text() {
        out_ = "<!DOCTYPE html>\n<html lang=\"";
        out_ += page_.lang == text::Lang::En ? "en" : "vi";
        out_ +=
            "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
        element("title", "", page_.title);
        out_ += "<style>";
        out_ += style;
        out_ += "</style>\n</head>\n<body>\n<header>\n";
        element("h1", "", page_.title);
        add_list("facts", page_.facts, false);
        out_ += "</header>\n<main>\n";
        add_list("key", page_.highlights, true);
        add_warnings();
        for (const auto& section : page_.sections) add_section(section);
        out_ += "</main>\n";
        element("footer", "", "dondoc " DONDOC_VERSION);
        return out_ + "</body>\n</html>\n";
    }

  private:
    void element(std::string_view name, std::string_view attributes, std::string_view content) {
        out_ += '<';
        out_ += name;
        out_ += attributes;
        out_ += '>';
        out_ += text::as_markup(content);
        out_ += "</";
        out_ += name;
        out_ += ">\n";
    }

    void add_list(std::string_view kind, const std::vector<std::pair<std::string, std::string>>& items,
                  bool boxed) {
        if (items.empty()) return;
        out_ += "<dl class=\"";
        out_ += kind;
        out_ += "\">\n";
        for (const auto& [label, value] : items) {
            if (boxed) out_ += "<div>";
            element("dt", "", label);
            element("dd", "", value);
            if (boxed) out_ += "</div>\n";
        }
        out_ += "</dl>\n";
    }

    void add_warnings() {
        if (page_.warnings.empty()) return;
        out_ += "<aside role=\"note\"><ul>\n";
        for (const auto& warning : page_.warnings) element("li", "", warning);
        out_ += "</ul></aside>\n";
    }

    void add_chart(const Chart& chart) {
        out_ += "<figure>\n";
        element("figcaption", "", chart.title);
        out_ += "<ul class=\"legend\">\n";
        for (const auto& [name, colour] : chart.legend) {
            out_ += "<li><span style=\"background:";
            out_ += colour_of(colour);
            out_ += "\"></span>" + text::as_markup(name) + "</li>\n";
        }
        out_ += "</ul>\n" + to_svg(chart) + "\n</figure>\n";
    }

    // The first column names the row.
    void add_row(const Section& section, const std::vector<std::size_t>& columns,
                 const std::vector<Cell>& row) {
        out_ += "<tr>";
        for (const auto i : columns) {
            const bool is_first = i == columns.front();
            const std::string_view name = is_first ? "th" : "td";
            out_ += '<';
            out_ += name;
            if (is_first) out_ += " scope=\"row\"";
            out_ += " class=\"";
            out_ += css_class(section.columns[i], row[i]);
            out_ += "\">" + text::as_markup(shown(row[i].value, page_.lang)) + "</";
            out_ += name;
            out_ += '>';
        }
        out_ += "</tr>\n";
    }

    void add_table(const Section& section) {
        const auto columns = columns_to_show(section);
        out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                text::as_markup(section.title) +
                (columns.size() > most_columns ? "\">\n<table class=\"wide\">" : "\">\n<table>") +
                "\n<thead><tr>";
        for (const auto i : columns) {
            const auto& column = section.columns[i];
            out_ += "<th scope=\"col\" class=\"";
            out_ += style_name(column.kind);
            out_ += "\">" + text::as_markup(column.title) + "</th>";
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : section.rows) add_row(section, columns, row);
        out_ += "</tbody>\n";
        if (!section.total.empty()) {
            out_ += "<tfoot>";
            add_row(section, columns, section.total);
            out_ += "</tfoot>\n";
        }
        out_ += "</table>\n</div>\n";
    }

    void add_section(const Section& section) {
        out_ += "<section>\n";
        element("h2", "", section.title);
        for (const auto& note : section.notes) element("p", " class=\"note\"", note);
        if (section.chart && !section.chart->bars.empty()) add_chart(*section.chart);
        add_table(section);
        out_ += "</section>\n";
    }

    const Page& page_;
    std::string out_;
};

}  // namespace

std::string to_html(const Page& page) {
    return HtmlPage{page}.text();
}

}  // namespace dondoc::report
