// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/figure_sections.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dondoc::report {
namespace {

using Kind = Column::Kind;
using Colour = Chart::Colour;

constexpr std::size_t bars_shown = 10;  // with its legend the chart fits on one sheet of A4 across

std::uint64_t counted(const v1::ReportCounts& counts) {
    return counts.given() - counts.withdrawn();
}

Mark bad_if(std::uint64_t count, Mark mark) {
    return count > 0 ? mark : Mark::None;
}

Chart class_chart(const Words& say, std::string title) {
    return {std::move(title),
            {{say("cli.report.on_time"), Colour::Good},
             {say("cli.report.late"), Colour::Late},
             {say("cli.report.waiting"), Colour::Waiting},
             {say("cli.report.overdue"), Colour::Bad},
             {say("cli.report.in_time"), Colour::Open},
             {say("cli.report.no_deadline"), Colour::Standing}},
            {}};
}

Chart::Bar class_bar(std::string label, const v1::ReportCounts& counts) {
    Chart::Bar bar{std::move(label), {}};
    for (const auto part : {counts.on_time(), counts.late(), counts.waiting(), counts.overdue(),
                            counts.in_time(), counts.no_deadline()})
        bar.parts.push_back(static_cast<std::int64_t>(part));
    return bar;
}

// What sums to what, so that nobody has to believe it.
std::vector<std::string> sums(const Words& say, const v1::ReportFigures& figures) {
    const auto& counts = figures.current();
    std::vector<std::string> notes{say(
        "cli.report.sum",
        {number(counted(counts)), number(counts.on_time()), number(counts.late()), number(counts.waiting()),
         number(counts.overdue()), number(counts.in_time()), number(counts.no_deadline())})};
    if (counts.waiting() > 0)
        notes.push_back(
            say("cli.report.waiting_note",
                {number(counts.waiting()), number(counts.waiting_past()), number(counts.waiting_late()),
                 number(counts.overdue() + counts.waiting_past()), number(counts.longest_waiting())}));
    else if (counts.waiting_past() + counts.waiting_late() > 0)
        notes.push_back(
            say("cli.report.waiting_open_note", {number(counts.waiting_past()), number(counts.waiting_late()),
                                                 number(counts.overdue() - counts.waiting_past())}));
    if (counts.withdrawn() > 0)
        notes.push_back(
            say("cli.report.sum_given",
                {number(counts.given()), number(counted(counts)), number(counts.withdrawn()),
                 number(counts.returned()), number(counts.transferred()), number(counts.revoked())}));
    return notes;
}

std::string part_title(const Words& say, PartKind kind) {
    switch (kind) {
        case PartKind::Agency:
            return say("cli.report.by_agency");
        case PartKind::Document:
            return say("cli.report.by_document");
        case PartKind::Site:
            return say("cli.sites.by_site");
        case PartKind::Section:
            break;
    }
    return say("cli.report.by_section");
}

std::string part_label(const v1::ReportPart& part) {
    return part.name().empty() ? part.code() : part.name();
}

// Those with the most overdue work first.
Chart part_chart(const Words& say, const Parts& parts) {
    std::vector<const v1::ReportPart*> order;
    for (const auto& part : parts) order.push_back(&part);
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const v1::ReportPart* part) {
        const auto& counts = part->figures().current();
        return std::pair{counts.overdue(), counts.late()};
    });
    if (order.size() > bars_shown) order.resize(bars_shown);
    auto chart = class_chart(say, say("cli.report.chart_parts", {number(order.size())}));
    for (const auto* part : order)
        chart.bars.push_back(class_bar(part_label(*part), part->figures().current()));
    return chart;
}

std::vector<Cell> report_figure_cells(const v1::ReportFigures& figures) {
    const auto& counts = figures.current();
    const auto& original = figures.original();
    return {counted(counts),
            counts.on_time(),
            {counts.late(), bad_if(counts.late(), Mark::Warning)},
            counts.waiting(),
            {counts.overdue(), bad_if(counts.overdue(), Mark::Bad)},
            counts.in_time(),
            counts.no_deadline(),
            counts.withdrawn(),
            percent_cell(ratio_of(counts, "completion")),
            percent_cell(ratio_of(counts, "on_time")),
            original.late(),
            {original.overdue(), bad_if(original.overdue(), Mark::Bad)},
            percent_cell(ratio_of(original, "on_time"))};
}

}  // namespace

Section class_section(const Words& say, const v1::ReportFigures& figures, bool of_form) {
    const auto& current = figures.current();
    const auto& original = figures.original();
    Section section{say("cli.report.sheet_classes"),
                    say(of_form ? "cli.report.form_5" : "cli.report.classes"),
                    sums(say, figures),
                    {{say("cli.report.item"), Kind::Prose},
                     {say("cli.report.current_term")},
                     {say("cli.report.original_term")}},
                    {},
                    {},
                    class_chart(say, say("cli.report.chart_classes"))};
    const auto add = [&](const char* item, std::string name, auto value, Mark mark = Mark::None) {
        auto& row = section.rows.emplace_back();
        if (of_form) row.emplace_back(item);
        row.emplace_back(std::move(name));
        row.emplace_back(value(current), bad_if(value(current), mark));
        row.emplace_back(value(original), bad_if(value(original), mark));
    };
    if (of_form)  // its items have numbers
        section.columns.insert(section.columns.begin(), {say("cli.column.number"), Kind::Text});
    add("5.1", say("cli.report.total"), counted);
    add(
        "5.2", say("cli.report.on_time"), [](const auto& c) { return c.on_time(); }, Mark::Good);
    add(
        "5.3", say("cli.report.late"), [](const auto& c) { return c.late(); }, Mark::Warning);
    add(
        "5.4", say("cli.report.overdue"), [](const auto& c) { return c.overdue(); }, Mark::Bad);
    add("–", say("cli.report.waiting"), [](const auto& c) { return c.waiting(); });
    add("–", say("cli.report.waiting_past"), [](const auto& c) { return c.waiting_past(); });
    add("–", say(of_form ? "cli.report.in_time_beyond_form" : "cli.report.in_time"),
        [](const auto& c) { return c.in_time(); });
    add("–", say("cli.report.due_soon"), [](const auto& c) { return c.due_soon(); });
    add("–", say("cli.report.no_deadline_long"), [](const auto& c) { return c.no_deadline(); });
    add("–", say("cli.report.withdrawn_long"), [](const auto& c) { return c.withdrawn(); });
    section.chart->bars = {class_bar(say("cli.report.current_term"), current),
                           class_bar(say("cli.report.original_term"), original)};
    return section;
}

Section ratio_section(const Words& say, const v1::ReportFigures& figures) {
    Section section{say("cli.report.sheet_ratios"),
                    say("cli.report.ratios"),
                    {},
                    {{say("cli.report.ratio"), Kind::Prose},
                     {say("cli.report.numerator")},
                     {say("cli.report.denominator")},
                     {say("cli.report.current_term")},
                     {say("cli.report.numerator_original"), Kind::Figure, true},
                     {say("cli.report.denominator_original"), Kind::Figure, true},
                     {say("cli.report.original_term")},
                     {say("cli.report.formula"), Kind::Prose}},
                    {},
                    {},
                    {}};
    for (const auto& ratio : figures.current().ratios()) {
        const auto& original = ratio_of(figures.original(), ratio.name());
        section.rows.push_back({say.ratio(ratio.name()), ratio.numerator(), ratio.denominator(),
                                percent_cell(ratio), original.numerator(), original.denominator(),
                                percent_cell(original), say("cli.report.formula." + ratio.name())});
    }
    return section;
}

Section age_section(const Words& say, const v1::ReportFigures& figures) {
    Section section{say("cli.report.sheet_ages"),
                    say("cli.report.ages"),
                    {},
                    {{say("cli.report.age"), Kind::Text},
                     {say("cli.report.current_term")},
                     {say("cli.report.original_term")}},
                    {},
                    {},
                    Chart{say("cli.report.chart_ages"), {{say("cli.report.overdue"), Colour::Bad}}, {}}};
    const auto& ages = figures.current().ages();
    const auto& original = figures.original().ages();
    for (int i = 0; i < std::min(ages.size(), original.size()); ++i) {
        const auto name = say("cli.report.age_" + std::to_string(i + 1));
        section.rows.push_back({name, ages[i], original[i]});
        section.chart->bars.push_back({name, {static_cast<std::int64_t>(ages[i])}});
    }
    section.total = {say("cli.status.total"), figures.current().overdue(), figures.original().overdue()};
    return section;
}

Section part_section(const Words& say, PartKind kind, const Parts& parts, const v1::ReportFigures& total) {
    const auto title = part_title(say, kind);
    Section section{title, title, {say("cli.report.formula_note")}, {}, {}, {}, {}};
    if (kind != PartKind::Section)
        section.columns.push_back(
            {say(kind == PartKind::Document ? "cli.column.document" : "cli.report.code"), Kind::Text});
    section.columns.push_back(
        {say(kind == PartKind::Section ? "cli.report.section" : "cli.column.name"), Kind::Prose});
    for (const auto& [key, detail] : {std::pair{"total_short", false},
                                      {"on_time_short", false},
                                      {"late_short", false},
                                      {"waiting_short", false},
                                      {"overdue_short", false},
                                      {"in_time_short", true},
                                      {"no_deadline_short", true},
                                      {"withdrawn_short", true},
                                      {"completion_short", true},
                                      {"on_time_rate_short", false},
                                      {"late_original", true},
                                      {"overdue_original", true},
                                      {"on_time_rate_original", true}})
        section.columns.push_back({say("cli.report." + std::string(key)), Kind::Figure, detail});
    const auto add = [&](std::vector<Cell> cells, const v1::ReportFigures& figures) {
        for (auto& cell : report_figure_cells(figures)) cells.push_back(std::move(cell));
        return cells;
    };
    for (const auto& part : parts) {
        std::vector<Cell> cells;
        if (kind != PartKind::Section) cells.emplace_back(part.code());
        cells.emplace_back(kind == PartKind::Section && part.name().empty() ? say("cli.report.no_section")
                                                                            : part.name());
        section.rows.push_back(add(std::move(cells), part.figures()));
    }
    std::vector<Cell> cells;
    if (kind != PartKind::Section) cells.emplace_back("");
    cells.emplace_back(say("cli.status.total"));
    section.total = add(std::move(cells), total);
    if (parts.size() > 1) section.chart = part_chart(say, parts);
    return section;
}

}  // namespace dondoc::report
