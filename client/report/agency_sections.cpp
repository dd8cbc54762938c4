// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agency_sections.h"

#include <string>
#include <vector>

namespace dondoc::report {
namespace {

using Kind = Column::Kind;

std::vector<Column> agency_columns(const Words& say) {
    return {{say("cli.report.code"), Kind::Text}, {say("cli.column.name"), Kind::Prose}};
}

void add_column(Section& section, std::string title, bool detail = false) {
    section.columns.push_back({std::move(title), Kind::Figure, detail});
}

std::string years(const v1::Criterion& rule) {
    return rule.first_year() == rule.last_year() ? number(rule.first_year())
                                                 : number(rule.first_year()) + "–" + number(rule.last_year());
}

const v1::ReportCounts& scored(const v1::Criterion& rule, const v1::ReportFigures& figures) {
    return rule.term() == "original" ? figures.original() : figures.current();
}

}  // namespace

Section ranking_section(const Words& say, const v1::Report& report) {
    const auto& by = report.asked().by();
    Section section{say("cli.report.sheet_ranking"),
                    say("cli.report.ranking"),
                    {say("cli.report.ranking_rule",
                         {say.ratio(by), say("cli.report.formula." + by), number(report.asked().least())})},
                    {{say("cli.report.rank"), Kind::Text}},
                    {},
                    {},
                    {}};
    for (auto& column : agency_columns(say)) section.columns.push_back(std::move(column));
    add_column(section, say.ratio(by));
    add_column(section, say("cli.report.numerator"));
    add_column(section, say("cli.report.denominator"));
    add_column(section, say("cli.report.overdue_short"));
    add_column(section, say("cli.report.waiting_short"));
    add_column(section, say("cli.report.by_original", {say.ratio(by)}), true);
    for (const auto& part : report.agencies()) {
        const auto& ratio = ratio_of(part.figures().current(), by);
        section.rows.push_back({part.rank() == 0 ? std::string("–") : number(part.rank()), part.code(),
                                part.name(), percent_cell(ratio), ratio.numerator(), ratio.denominator(),
                                part.figures().current().overdue(), part.figures().current().waiting(),
                                percent_cell(ratio_of(part.figures().original(), by))});
    }
    return section;
}

Section stale_section(const Words& say, const v1::Report& report) {
    const auto days = number(report.asked().days());
    Section section{say("cli.report.by_agency"),
                    say("cli.report.by_agency"),
                    {say("cli.report.stale_rule", {days})},
                    agency_columns(say),
                    {},
                    {},
                    {}};
    add_column(section, say("cli.report.open"));
    add_column(section, say("cli.report.stale", {days}));
    add_column(section, say("cli.report.share"));
    for (const auto& part : report.agencies())
        if (part.open() > 0)
            section.rows.push_back({part.code(),
                                    part.name(),
                                    part.open(),
                                    {part.stale(), part.stale() > 0 ? Mark::Warning : Mark::None},
                                    percent_cell(part.stale(), part.open())});
    section.total = {"", say("cli.status.total"), report.open(), report.stale(),
                     percent_cell(report.stale(), report.open())};
    return section;
}

Section update_section(const Words& say, const v1::Report& report) {
    const auto days = number(report.asked().days());
    Section section{say("cli.report.by_agency"),
                    say("cli.report.by_agency"),
                    {say("cli.report.update_rule", {days, spoken(report.as_of())})},
                    agency_columns(say),
                    {},
                    {},
                    {}};
    add_column(section, say("cli.report.open"));
    add_column(section, say("cli.report.updated"));
    add_column(section, say("cli.report.update_rate"));
    for (const auto& part : report.agencies())
        if (part.open() > 0)
            section.rows.push_back({part.code(), part.name(), part.open(), part.updated(),
                                    percent_cell(part.updated(), part.open())});
    section.total = {"", say("cli.status.total"), report.open(), report.updated(),
                     percent_cell(report.updated(), report.open())};
    return section;
}

Section rule_section(const Words& say, const v1::Report& report) {
    const auto& rule = report.criterion();
    Section section{say("cli.report.sheet_rule"),
                    say("cli.report.rule"),
                    {say("cli.report.rule_formula")},
                    {{say("cli.report.item"), Kind::Prose}, {say("cli.report.value"), Kind::Prose}},
                    {},
                    {},
                    {}};
    std::string levels;
    for (const auto& level : rule.levels()) levels += (levels.empty() ? "" : ", ") + say.level(level);
    const auto add = [&](const char* key, std::string value) {
        if (!value.empty())
            section.rows.push_back({say("cli.report.rule_" + std::string(key)), std::move(value)});
    };
    add("id", rule.id());
    add("name", rule.name());
    add("years", years(rule));
    add("levels", levels);
    add("max", say.decimal(rule.max()));
    add("on_time", say.decimal(rule.on_time()));
    add("late", say.decimal(rule.late()));
    add("overdue", say.decimal(rule.overdue()));
    add("denominator", say("cli.report.base_" + rule.denominator()));
    add("term", say("cli.report." + rule.term() + "_term"));
    add("floor", say.decimal(rule.floor_percent()) + " %");
    add("decimals", number(rule.decimals()));
    add("source", rule.source());
    add("note", rule.note());
    // Where the daemon keeps it says nothing to whoever reads a report.
    add("file", rule.file().substr(rule.file().rfind('/') + 1));
    return section;
}

Section score_section(const Words& say, const v1::Report& report) {
    Section section{say("cli.report.sheet_scores"),
                    say("cli.report.scores"),
                    {say("cli.report.user_rule")},
                    agency_columns(say),
                    {},
                    {},
                    {}};
    add_column(section, say("cli.report.on_time_short"));
    add_column(section, say("cli.report.late_short"));
    add_column(section, say("cli.report.overdue_short"));
    add_column(section, say("cli.report.waiting_short"));
    add_column(section, say("cli.report.in_time_short"));
    add_column(section, say("cli.report.denominator"));
    add_column(section, say("cli.report.weighted_share"));
    add_column(section, say("cli.report.points"));
    const auto cells = [&](const std::string& code, const std::string& name, const v1::ReportFigures& figures,
                           const v1::CriterionScore& score) {
        const auto& counts = scored(report.criterion(), figures);
        const bool is_there = score.denominator() > 0;
        auto points = is_there ? say.decimal(score.points()) : std::string("–");
        if (score.below_floor()) points += say("cli.report.below_floor");
        return std::vector<Cell>{code,
                                 name,
                                 counts.on_time(),
                                 counts.late(),
                                 counts.overdue(),
                                 counts.waiting(),
                                 counts.in_time(),
                                 score.denominator(),
                                 is_there ? say.decimal(score.share()) + " %" : std::string("–"),
                                 points};
    };
    for (const auto& part : report.agencies())
        section.rows.push_back(cells(part.code(), part.name(), part.figures(), part.score()));
    section.total = cells("", say("cli.status.total"), report.total(), report.score());
    return section;
}

}  // namespace dondoc::report
