// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/flow_page.h"

#include <cstdint>
#include <string>
#include <vector>

#include "report/wording.h"

namespace dondoc::report {
namespace {

using Kind = Column::Kind;

std::vector<Cell> flow_figure_cells(const v1::FlowFigures& figures) {
    const auto bad = [](std::uint64_t count) { return Cell{count, count > 0 ? Mark::Bad : Mark::None}; };
    return {figures.carried(), figures.received(),
            figures.on_time(), bad(figures.late()),
            figures.refused(), figures.open(),
            figures.in_time(), bad(figures.overdue()),
            figures.paused(),  percent_cell(figures.on_time(), figures.on_time() + figures.late())};
}

void add_figure_columns(const Words& say, std::vector<Column>& columns) {
    for (const auto* name : {"carried", "received", "on_time", "late", "refused", "open", "in_time",
                             "overdue", "paused", "ratio"})
        columns.push_back({say(std::string{"cli.flow.figure."} + name), Kind::Figure});
}

// Who has no row of its own has none of these columns.
bool any_agency(const v1::FlowReport& report) {
    return !report.rows().empty() && !report.rows(0).agency().empty();
}
bool any_procedure(const v1::FlowReport& report) {
    return !report.rows().empty() && !report.rows(0).procedure().empty();
}

}  // namespace

Page flow_page(const v1::FlowReport& report, text::Lang lang) {
    const Words say{lang};
    const auto& total = report.total();
    Page page;
    page.lang = lang;
    page.title = say("cli.flow.report_title");
    page.facts = {
        {say("cli.flow.period"), say("cli.flow.from_to", {spoken(report.from()), spoken(report.to())})}};
    page.highlights = {{say("cli.flow.figure.ratio"),
                        shown(percent_cell(total.on_time(), total.on_time() + total.late()).value, lang)},
                       {say("cli.flow.figure.overdue"), number(total.overdue())}};
    if (report.open_unknown()) page.warnings.push_back(say("cli.flow.open_unknown"));

    Section section{
        say("cli.flow.sheet"), say("cli.flow.figures"), {say("cli.flow.formula")}, {}, {}, {}, {}};
    const bool by_agency = any_agency(report), by_procedure = any_procedure(report);
    if (by_agency) {
        section.columns.push_back({say("cli.report.code"), Kind::Text});
        section.columns.push_back({say("cli.column.name"), Kind::Prose, true});
    }
    if (by_procedure) {
        section.columns.push_back({say("cli.flow.source"), Kind::Text, true});
        section.columns.push_back({say("cli.flow.procedure"), Kind::Text});
        section.columns.push_back({say("cli.flow.procedure_name"), Kind::Prose, true});
    }
    if (!by_agency && !by_procedure) section.columns.push_back({"", Kind::Text});
    const auto named = section.columns.size();
    add_figure_columns(say, section.columns);
    for (const auto& row : report.rows()) {
        std::vector<Cell> cells;
        if (by_agency) cells.insert(cells.end(), {row.agency(), row.agency_name()});
        if (by_procedure) cells.insert(cells.end(), {row.source(), row.procedure(), row.procedure_name()});
        for (auto& cell : flow_figure_cells(row.figures())) cells.push_back(std::move(cell));
        section.rows.push_back(std::move(cells));
    }
    section.total.assign(named, Cell{""});
    section.total.front() = Cell{say("cli.status.total")};
    for (auto& cell : flow_figure_cells(total)) section.total.push_back(std::move(cell));
    page.sections.push_back(std::move(section));
    return page;
}

}  // namespace dondoc::report
