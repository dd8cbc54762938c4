// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/site_sections.h"

#include <cstdint>
#include <string>
#include <vector>

#include "words/dates.h"

namespace dondoc::report {
namespace {

using Kind = Column::Kind;

std::vector<Cell> age_cells(std::string code, std::string name, const v1::ReportCounts& counts) {
    std::vector<Cell> cells{std::move(code), std::move(name)};
    for (const auto age : counts.ages()) cells.emplace_back(age);
    cells.emplace_back(counts.overdue(), counts.overdue() > 0 ? Mark::Bad : Mark::None);
    return cells;
}

Cell stands_cell(const Words& say, const v1::SitesReport::Site& site) {
    if (!site.has_stands()) return {say("cli.sites.nothing"), Mark::Warning};
    return {words::spoken_instant(site.stands()), site.incomplete() ? Mark::Warning : Mark::None};
}

}  // namespace

Section site_age_section(const Words& say, const v1::SitesReport& view) {
    const bool of_one = view.of_one();
    const auto title = say(of_one ? "cli.report.by_agency" : "cli.sites.by_site");
    Section section{title, title, {}, {}, {}, {}, {}};
    section.columns = {{say("cli.report.code"), Kind::Text}, {say("cli.column.name"), Kind::Prose}};
    for (int age = 1; age <= view.report().total().current().ages_size(); ++age)
        section.columns.push_back({say("cli.report.age_" + std::to_string(age))});
    section.columns.push_back({say("cli.report.overdue_short")});
    for (const auto& part : view.report().agencies())
        section.rows.push_back(age_cells(part.code(), part.name(), part.figures().current()));
    section.total = age_cells("", say("cli.status.total"), view.report().total().current());
    return section;
}

Section site_source_section(const Words& say, const v1::SitesReport& view) {
    Section section{say("cli.sites.sources"),
                    say("cli.sites.sources"),
                    {say("cli.sites.secret_note")},
                    {{say("cli.report.code"), Kind::Text},
                     {say("cli.column.name"), Kind::Prose},
                     {say("cli.sites.stands"), Kind::Text},
                     {say("cli.sites.secret")}},
                    {},
                    {},
                    {}};
    for (const auto& site : view.sites())
        section.rows.push_back({site.code(), site.name(), stands_cell(say, site),
                                site.has_stands() ? Cell{site.secret()} : Cell{""}});
    return section;
}

std::vector<std::string> site_warnings(const Words& say, const v1::SitesReport& view) {
    std::vector<std::string> warnings;
    for (const auto& site : view.sites()) {
        if (!site.has_stands()) {
            warnings.push_back(say("cli.sites.silent", {site.name()}));
            continue;
        }
        if (site.incomplete()) warnings.push_back(say("cli.sites.incomplete", {site.name()}));
        // A past day is whole as soon as the site was heard of after it.
        if (site.stands().seconds() + std::int64_t{3600} < view.report().instant().seconds())
            warnings.push_back(say("cli.sites.behind", {site.name(), words::spoken_instant(site.stands())}));
    }
    return warnings;
}

}  // namespace dondoc::report
