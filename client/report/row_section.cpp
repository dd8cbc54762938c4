// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/row_section.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace dondoc::report {
namespace {

using Kind = Column::Kind;

Mark mark_of(const std::string& timeliness) {
    if (timeliness == "overdue") return Mark::Bad;
    if (timeliness == "completed_late" || timeliness == "due_soon" || timeliness == "due_today")
        return Mark::Warning;
    return timeliness == "completed_on_time" ? Mark::Good : Mark::None;
}

// How it stands, and for how long it has been late.
std::string standing(const Words& say, const v1::ReportRow& row) {
    if (row.timeliness() == "withdrawn") return say.state(row.state());
    if (row.has_children())
        return say.standing(row.timeliness()) + "; " +
               say("cli.children.progress",
                   {std::to_string(row.children().completed()), std::to_string(row.children().counted())});
    if (row.has_days_waiting()) return say("cli.report.waiting_days", {std::to_string(row.days_waiting())});
    if (row.days_overdue() > 0) return say("cli.report.overdue_days", {std::to_string(row.days_overdue())});
    return say.standing(row.timeliness());
}

// A container has its children's latest day, if any.
Cell due_cell(const Words& say, const v1::ReportRow& row) {
    if (!row.due().empty()) return day_cell(row.due());
    const auto& of_children = row.children().due();
    return of_children.empty() ? Cell{row.deadline_text()}
                               : Cell{say("cli.children.due", {spoken(of_children)})};
}

std::string rows_title(const Words& say, v1::ReportKind::Kind kind) {
    if (kind == v1::ReportKind::stale) return say("cli.report.rows_stale");
    if (kind == v1::ReportKind::overdue) return say("cli.report.rows_overdue");
    return say("cli.report.rows");
}

}  // namespace

Section row_section(const Words& say, const v1::Report& report) {
    const auto kind = report.asked().kind();
    const bool of_plan = kind == v1::ReportKind::plan, of_agency = kind == v1::ReportKind::agency;
    const bool with_hours =
        std::ranges::any_of(report.rows(), [](const v1::ReportRow& row) { return !row.hour().empty(); });
    Section section{rows_title(say, kind), rows_title(say, kind), {}, {}, {}, {}, {}};
    auto& columns = section.columns;
    if (of_plan) columns.push_back({say("cli.report.section"), Kind::Prose, true});
    if (!of_plan) columns.push_back({say("cli.column.document"), Kind::Text});
    columns.push_back({say("cli.column.number"), Kind::Text});
    columns.push_back({say("cli.column.title"), Kind::Prose});
    if (!of_agency) columns.push_back({say("cli.column.agency"), Kind::Text});
    if (!of_agency) columns.push_back({say("cli.column.name"), Kind::Prose, true});
    columns.push_back({say("cli.column.due"), Kind::Day});
    if (with_hours) columns.push_back({say("cli.task.hour"), Kind::Text});
    columns.push_back({say("cli.report.original_due"), Kind::Day, true});
    columns.push_back({say("cli.column.state"), Kind::Text});
    columns.push_back({say("cli.report.progress"), Kind::Figure});
    columns.push_back({say("cli.column.standing"), Kind::Text});
    columns.push_back({say("cli.column.completed_on"), Kind::Day, true});
    columns.push_back({say("cli.report.reworks"), Kind::Figure, true});
    columns.push_back({say("cli.report.pressed"), Kind::Figure, true});
    columns.push_back({say("cli.report.pressed_on"), Kind::Day, true});
    columns.push_back({say("cli.report.updated_on"), Kind::Day, true});
    if (kind == v1::ReportKind::stale) columns.push_back({say("cli.report.days_silent"), Kind::Figure});
    for (const auto& row : report.rows()) {
        std::vector<Cell> cells;
        if (of_plan) cells.emplace_back(row.section());
        if (!of_plan) cells.emplace_back(row.document());
        cells.emplace_back(row.number());
        cells.emplace_back(row.title());
        if (!of_agency) cells.emplace_back(row.agency());
        if (!of_agency) cells.emplace_back(row.agency_name());
        cells.push_back(due_cell(say, row));
        if (with_hours) cells.emplace_back(row.hour());
        cells.push_back(day_cell(row.original_due()));
        cells.emplace_back(say.state(row.state()));
        cells.push_back(row.has_progress() ? Cell{Percent{static_cast<std::int64_t>(row.progress()) * 100}}
                                           : Cell{""});
        cells.emplace_back(standing(say, row),
                           row.has_days_waiting() ? Mark::None : mark_of(row.timeliness()));
        cells.push_back(day_cell(row.completed_on()));
        cells.emplace_back(std::uint64_t{row.reworks()});
        cells.emplace_back(std::uint64_t{row.pressed()});
        cells.push_back(day_cell(row.pressed_on()));
        cells.push_back(day_cell(row.updated()));
        if (kind == v1::ReportKind::stale) cells.emplace_back(std::uint64_t{row.days_silent()});
        section.rows.push_back(std::move(cells));
    }
    const auto left_out = report.rows_total() - static_cast<std::uint64_t>(report.rows_size());
    if (left_out > 0)
        section.notes.push_back(
            say("cli.report.rows_left_out", {std::to_string(report.rows_size()), std::to_string(left_out)}));
    return section;
}

}  // namespace dondoc::report
