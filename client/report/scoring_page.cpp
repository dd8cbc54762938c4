// SPDX-License-Identifier: GPL-3.0-or-later
// How it works: each criterion of the table has the parts of agencies that carry it. From them come its
// points (core/domain/self_scoring.h) and three lists: of criteria, of agencies with what is missing, of
// evidence.
#include "report/scoring_page.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "domain/decimal.h"
#include "report/wording.h"

namespace dondoc::report {
namespace {

using Kind = Column::Kind;

CriterionWork work_of(const ScoredResult& result) {
    CriterionWork work;
    for (const auto& part : result.parts) {
        ++work.assigned;
        if (!part.is_done()) continue;
        ++work.done;
        if (part.row.timeliness() != v1::Timeliness::completed_late) ++work.on_time;
    }
    return work;
}

std::string points_text(const Words& say, std::optional<std::int64_t> points) {
    return points ? say.decimal(short_decimal_text(*points, criterion_decimals)) : std::string{};
}

std::string rule_text(const Words& say, const ScoredCriterion& criterion) {
    static constexpr const char* names[] = {"all", "all_on_time", "share", "table", "by_hand"};
    auto text = say(std::string{"scoring.rule."} + names[static_cast<std::size_t>(criterion.rule)]);
    if (criterion.rule == ScoredCriterion::Rule::Table) text += " " + criterion.table;
    if (criterion.floor_percent > 0)
        text += say("scoring.floor",
                    {say.decimal(short_decimal_text(criterion.floor_percent, criterion_decimals))});
    return criterion.note.empty() ? text : text + "; " + criterion.note;
}

std::uint64_t count(std::int64_t number) {
    return static_cast<std::uint64_t>(number);
}

struct Sums {
    std::int64_t max = 0, points = 0, proven = 0;
    std::uint64_t without_points = 0;
};

Sums sums_of(const SelfScoring& scoring) {
    Sums sums;
    for (const auto& result : scoring.results) {
        sums.max += result.criterion->max;
        const auto points = result.points();
        if (!points) {
            ++sums.without_points;
            continue;
        }
        sums.points += *points;
        if (result.has_evidence()) sums.proven += *points;
    }
    return sums;
}

// Who answers for it; of a criterion that many share only the first few are named.
std::string owners_text(const Words& say, const ScoredResult& result) {
    constexpr std::size_t most_named = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(result.parts.size(), most_named); ++i)
        names += (i == 0 ? "" : "; ") + result.parts[i].row.agency_name();
    if (result.parts.size() <= most_named) return names;
    return say("scoring.owners_more", {names, std::to_string(result.parts.size() - most_named)});
}

Section criteria_section(const Words& say, const SelfScoring& scoring) {
    Section section{say("scoring.sheet_criteria"),
                    say("scoring.criteria"),
                    {say("scoring.user_rule")},
                    {{say("cli.column.number"), Kind::Text},
                     {say("scoring.criterion"), Kind::Prose},
                     {say("scoring.owners"), Kind::Prose},
                     {say("scoring.max"), Kind::Text},
                     {say("cli.report.points"), Kind::Text},
                     {say("scoring.assigned")},
                     {say("scoring.done")},
                     {say("scoring.on_time"), Kind::Figure, true},
                     {say("scoring.evidence"), Kind::Prose},
                     {say("scoring.rule"), Kind::Prose, true}},
                    {},
                    {},
                    {}};
    CriterionWork all;
    for (const auto& result : scoring.results) {
        const auto& criterion = *result.criterion;
        const auto work = work_of(result);
        const bool is_proven = result.has_evidence();
        section.rows.push_back({criterion.number,
                                criterion.name,
                                owners_text(say, result),
                                points_text(say, criterion.max),
                                result.points() ? points_text(say, result.points()) : say("scoring.not_yet"),
                                count(work.assigned),
                                count(work.done),
                                count(work.on_time),
                                {say(is_proven ? "scoring.proven" : "scoring.not_proven"),
                                 is_proven ? Mark::Good : Mark::Warning},
                                rule_text(say, criterion)});
        all.assigned += work.assigned;
        all.done += work.done;
        all.on_time += work.on_time;
    }
    const auto sums = sums_of(scoring);
    section.total = {"",
                     say("cli.status.total"),
                     "",
                     points_text(say, sums.max),
                     points_text(say, sums.points),
                     count(all.assigned),
                     count(all.done),
                     count(all.on_time),
                     say("scoring.proven_points", {points_text(say, sums.proven)}),
                     ""};
    return section;
}

// What an agency still owes; empty: nothing.
std::string missing_of(const Words& say, const ScoredPart& part) {
    if (part.row.has_days_waiting()) return say("scoring.waits");
    if (!part.is_done())
        return say(part.row.timeliness() == v1::Timeliness::overdue ? "scoring.overdue" : "scoring.open");
    if (part.result.empty() && part.evidence.empty()) return say("scoring.no_evidence");
    std::string lost;
    for (const auto& one : part.evidence)
        if (one.state == Evidence::State::Missing) lost += (lost.empty() ? "" : ", ") + one.reference;
    return lost.empty() ? lost : say("scoring.lost", {lost});
}

struct AgencyWork {
    std::string name;
    std::uint64_t assigned = 0, done = 0, missing = 0;
    std::vector<std::vector<Cell>> rows;  // of what is missing
};

std::map<std::string, AgencyWork> by_agency(const Words& say, const SelfScoring& scoring) {
    std::map<std::string, AgencyWork> agencies;
    for (const auto& result : scoring.results)
        for (const auto& part : result.parts) {
            auto& agency = agencies[part.row.agency()];
            agency.name = part.row.agency_name();
            ++agency.assigned;
            if (part.is_done()) ++agency.done;
            const auto missing = missing_of(say, part);
            if (missing.empty()) continue;
            ++agency.missing;
            agency.rows.push_back({part.row.agency(),
                                   agency.name,
                                   result.criterion->number,
                                   part.row.title(),
                                   day_cell(part.row.due()),
                                   {missing, part.is_done() ? Mark::Warning : Mark::Bad}});
        }
    return agencies;
}

void add_agencies(const Words& say, const SelfScoring& scoring, Page& page) {
    Section summary{say("cli.report.by_agency"),
                    say("cli.report.by_agency"),
                    {},
                    {{say("cli.report.code"), Kind::Text},
                     {say("cli.column.name"), Kind::Prose},
                     {say("scoring.assigned")},
                     {say("scoring.done")},
                     {say("scoring.missing")}},
                    {},
                    {},
                    {}};
    Section missing{say("scoring.sheet_missing"),
                    say("scoring.missing_list"),
                    {},
                    {{say("cli.report.code"), Kind::Text},
                     {say("cli.column.agency"), Kind::Prose},
                     {say("cli.column.number"), Kind::Text},
                     {say("cli.column.title"), Kind::Prose},
                     {say("cli.column.due"), Kind::Day},
                     {say("scoring.missing"), Kind::Prose}},
                    {},
                    {},
                    {}};
    for (auto& [code, agency] : by_agency(say, scoring)) {
        summary.rows.push_back({code,
                                agency.name,
                                agency.assigned,
                                agency.done,
                                {agency.missing, agency.missing > 0 ? Mark::Bad : Mark::None}});
        for (auto& row : agency.rows) missing.rows.push_back(std::move(row));
    }
    page.sections.push_back(std::move(summary));
    page.sections.push_back(std::move(missing));
}

std::string state_text(const Words& say, Evidence::State state) {
    if (state == Evidence::State::There) return say("scoring.state.there");
    return say(state == Evidence::State::Missing ? "scoring.state.missing" : "scoring.state.not_looked");
}

Section evidence_section(const Words& say, const SelfScoring& scoring) {
    Section section{say("scoring.sheet_evidence"),
                    say("scoring.evidence_list"),
                    {say("scoring.evidence_note")},
                    {{say("cli.column.number"), Kind::Text},
                     {say("cli.report.code"), Kind::Text},
                     {say("scoring.result"), Kind::Text},
                     {say("scoring.reference"), Kind::Prose},
                     {say("scoring.looked"), Kind::Prose}},
                    {},
                    {},
                    {}};
    for (const auto& result : scoring.results)
        for (const auto& part : result.parts) {
            const auto add = [&](const std::string& reference, std::string state, Mark mark) {
                section.rows.push_back({result.criterion->number,
                                        part.row.agency(),
                                        part.result,
                                        reference,
                                        {std::move(state), mark}});
            };
            if (part.evidence.empty() && !part.result.empty()) add("", "", Mark::None);
            for (const auto& one : part.evidence)
                add(one.reference, state_text(say, one.state),
                    one.state == Evidence::State::Missing ? Mark::Bad : Mark::None);
        }
    return section;
}

}  // namespace

bool ScoredPart::has_evidence() const {
    const bool is_named = !result.empty() || !evidence.empty();
    return is_named && std::ranges::none_of(evidence, [](const Evidence& one) {
               return one.state == Evidence::State::Missing;
           });
}

std::optional<std::int64_t> ScoredResult::points() const {
    return points_of(*criterion, work_of(*this), table);
}

bool ScoredResult::has_evidence() const {
    return !parts.empty() && std::ranges::all_of(parts, [](const ScoredPart& part) {
        return part.is_done() && part.has_evidence();
    });
}

Page scoring_page(const SelfScoring& scoring, text::Lang lang) {
    const Words say{lang};
    const auto sums = sums_of(scoring);
    Page page{lang, scoring.table->title, {}, {}, {}, {}};
    page.facts = {{say("scoring.year"), std::to_string(scoring.table->year)},
                  {say("cli.column.document"), scoring.document},
                  {say("cli.report.as_of"), spoken(scoring.today)},
                  {say("scoring.source"), scoring.table->source},
                  {say("cli.report.source"), scoring.daemon}};
    page.highlights = {
        {say("scoring.total"), points_text(say, sums.points) + " / " + points_text(say, sums.max)},
        {say("scoring.total_proven"), points_text(say, sums.proven)}};
    page.warnings = scoring.warnings;
    if (sums.without_points > 0)
        page.warnings.push_back(say("scoring.without_points", {number(sums.without_points)}));
    page.sections.push_back(criteria_section(say, scoring));
    add_agencies(say, scoring, page);
    page.sections.push_back(evidence_section(say, scoring));
    return page;
}

google::protobuf::Struct scoring_json(const SelfScoring& scoring) {
    google::protobuf::Struct object;
    auto& fields = *object.mutable_fields();
    const auto decimal = [](std::int64_t points) { return short_decimal_text(points, criterion_decimals); };
    fields["document"].set_string_value(scoring.document);
    fields["year"].set_number_value(scoring.table->year);
    fields["points"].set_string_value(decimal(sums_of(scoring).points));
    auto& list = *fields["criteria"].mutable_list_value();
    for (const auto& result : scoring.results) {
        auto& row = *list.add_values()->mutable_struct_value()->mutable_fields();
        row["number"].set_string_value(result.criterion->number);
        row["max"].set_string_value(decimal(result.criterion->max));
        auto& owners = *row["agencies"].mutable_list_value();
        for (const auto& part : result.parts) owners.add_values()->set_string_value(part.row.agency());
        if (const auto points = result.points()) row["points"].set_string_value(decimal(*points));
        row["proven"].set_bool_value(result.has_evidence());
        auto& missing = *row["missing"].mutable_list_value();
        for (const auto& part : result.parts)
            if (!missing_of(Words{text::Lang::En}, part).empty())
                missing.add_values()->set_string_value(part.row.agency());
    }
    return object;
}

}  // namespace dondoc::report
