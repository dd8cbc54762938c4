// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/report_text.h"

#include <string>
#include <vector>

#include "cli/pages/fields.h"
#include "cli/terminal/width.h"

namespace dondoc::cli {
namespace {

using Kind = report::Column::Kind;

Tone tone_of_mark(report::Mark mark) {
    switch (mark) {
        case report::Mark::Good:
            return Tone::Good;
        case report::Mark::Warning:
            return Tone::Warning;
        case report::Mark::Bad:
            return Tone::Bad;
        case report::Mark::None:
            break;
    }
    return Tone::Plain;
}

// Terminals break lines inside words.
void print_wrapped(Session& session, const std::string& text, Tone tone = Tone::Plain) {
    const auto width = session.terminal().width;
    const auto lines = width == 0 ? std::vector<std::string>{text} : wrap(text, width);
    for (const auto& line : lines) session.line(coloured(line, tone, session.terminal().colours));
}

void print_section(Session& session, const report::Section& section, text::Lang lang) {
    print_heading(session, section.title);
    for (const auto& note : section.notes) print_wrapped(session, note);
    std::vector<Column> columns;
    for (const auto& column : section.columns)
        columns.push_back({column.title, column.kind == Kind::Figure ? Align::Right : Align::Left,
                           column.detail                ? Fit::Leave
                           : column.kind == Kind::Prose ? Fit::Wrap
                                                        : Fit::Keep});
    Table table(std::move(columns));
    const auto add = [&](const std::vector<report::Cell>& row) {
        std::vector<Cell> cells;
        for (const auto& cell : row)
            cells.emplace_back(report::shown(cell.value, lang), tone_of_mark(cell.mark));
        if (!cells.empty()) table.add(std::move(cells));
    };
    for (const auto& row : section.rows) add(row);
    add(section.total);
    session.print(table);
}

}  // namespace

void print_page(Session& session, const report::Page& page) {
    session.line(page.title);
    print_fields(session, page.facts);
    for (const auto& warning : page.warnings) print_wrapped(session, "! " + warning, Tone::Warning);
    for (const auto& section : page.sections) print_section(session, section, page.lang);
}

}  // namespace dondoc::cli
