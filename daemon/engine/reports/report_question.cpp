// SPDX-License-Identifier: Apache-2.0
#include "engine/reports/report_question.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

#include "domain/contains.h"
#include "domain/document_level.h"

namespace dondoc::engine {
namespace {

using Kind = v1::ReportKind;

constexpr std::uint32_t usual_days = 30, most_days = 3650;
constexpr std::uint32_t usual_rows = 1000, most_rows = 5000;
constexpr std::uint32_t usual_least = 5;
constexpr std::uint64_t most_passed_over = 100'000'000;

std::optional<local_days> day_of(const std::string& text, const char* place) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_iso_day(text);
    if (!day) throw UserError("value.day", {text}, place);
    return day;
}

void set_moment(Engine& engine, ReportQuestion& question) {
    const auto today = engine.today();
    question.as_of = day_of(question.asked.as_of(), "as_of").value_or(today);
    if (question.as_of > today)
        throw UserError("report.future", {spoken_day(question.as_of), spoken_day(today)}, "as_of");
    question.asked.set_as_of(iso_day(question.as_of));
    // Instants are whole seconds, so the last one of the day has all of it.
    question.instant = question.as_of == today ? engine.now()
                                               : to_instant(local_seconds{question.as_of + date::days{1}}) -
                                                     std::chrono::seconds{1};
}

void set_period(ReportQuestion& question) {
    question.given_from = day_of(question.asked.given_from(), "given_from");
    question.given_to = day_of(question.asked.given_to(), "given_to");
    if (question.given_from && question.given_to && *question.given_from > *question.given_to)
        throw UserError("report.period", {spoken_day(*question.given_from), spoken_day(*question.given_to)},
                        "given_from");
}

void set_agency(Engine& engine, const ReportSubject& subject, ReportQuestion& question) {
    auto& asked = question.asked;
    question.agency = subject.agency;
    question.is_agencys_own = subject.is_agencys_own;
    if (subject.agency)
        asked.set_agency(engine.store().agencies.get(*subject.agency).code);
    else if (asked.kind() == Kind::agency)
        throw UserError("report.no_agency", {}, "agency");
    if (subject.agency && asked.restated()) throw UserError("report.restated_agency", {}, "restated");
}

// A ranking of communes beside departments says nothing: they are asked for block by block.
void set_block(Engine& engine, ReportQuestion& question) {
    const auto& asked = question.asked;
    if (asked.agency_level().empty() && asked.group().empty()) return;
    const auto known = engine.store().agencies.load();
    const auto name = asked.group().substr(asked.group().starts_with('@') ? 1 : 0);
    const auto group = std::ranges::find(known.groups, name, &AgencyGroup::name);
    if (!name.empty() && group == known.groups.end())
        throw UserError("report.unknown_group", {asked.group()}, "group");
    question.agencies.emplace();
    for (const auto& agency : known.agencies) {
        if (!asked.agency_level().empty() && agency.level != asked.agency_level()) continue;
        if (!name.empty() && !contains(group->members, agency.code)) continue;
        question.agencies->insert(engine.store().agencies.find(agency.code)->id);
    }
    if (question.agencies->empty()) throw UserError("report.nobody", {asked.agency_level()}, "agency_level");
}

void set_criterion(Engine& engine, ReportQuestion& question) {
    auto& asked = question.asked;
    if (asked.kind() != Kind::criterion) return;
    const auto& criteria = engine.rules().criteria;
    if (asked.year() == 0)
        asked.set_year(
            static_cast<std::uint32_t>(static_cast<int>(date::year_month_day{question.as_of}.year())));
    const auto year = static_cast<int>(std::min<std::uint32_t>(asked.year(), 9999));
    if (const auto* found = find_criterion(criteria, asked.criterion(), year)) {
        question.criterion = *found;
    } else {
        std::string known;
        for (const auto& one : criteria)
            known += (known.empty() ? "" : ", ") + one.id + " (" + std::to_string(one.first_year) + "-" +
                     std::to_string(one.last_year) + ")";
        if (known.empty()) throw UserError("report.no_criteria", {}, "criterion");
        if (asked.criterion().empty()) throw UserError("report.which_criterion", {known}, "criterion");
        throw UserError("report.unknown_criterion", {asked.criterion(), std::to_string(year), known},
                        "criterion");
    }
    if (asked.levels().empty() && asked.document().empty())
        for (const auto& level : question.criterion->levels) asked.add_levels(level);
}

void set_documents(Engine& engine, const ReportSubject& subject, ReportQuestion& question) {
    auto& asked = question.asked;
    for (const auto& level : asked.levels())
        if (!is_document_level(level)) throw UserError("report.bad_level", {level}, "levels");
    if (subject.document) {
        question.document = subject.document;
        question.documents.emplace({subject.document->id});
        asked.set_document(subject.document->number);
        return;
    }
    if (asked.kind() == Kind::plan) throw UserError("plan.no_number", {}, "document");
    if (asked.kind() == Kind::government && asked.levels().empty() && !asked.all_levels())
        asked.add_levels("government");
    if (asked.levels().empty()) return;
    question.documents.emplace();
    for (const auto& document : engine.store().plans.list())
        if (std::ranges::find(asked.levels(), document.level) != asked.levels().end())
            question.documents->insert(document.id);
}

void set_numbers(v1::ReportRequest& asked) {
    if (asked.days() > most_days)
        throw UserError("report.days", {std::to_string(asked.days()), std::to_string(most_days)}, "days");
    if (asked.days() == 0) asked.set_days(usual_days);
    if (asked.least() == 0) asked.set_least(usual_least);
    asked.set_offset(std::min<std::uint64_t>(asked.offset(), most_passed_over));
    asked.set_limit(asked.limit() == 0 ? usual_rows : std::min(asked.limit(), most_rows));
    if (asked.by().empty()) asked.set_by("on_time");
    if (asked.by() != "on_time" && asked.by() != "completion")
        throw UserError("report.by", {asked.by()}, "by");
}

}  // namespace

bool ReportQuestion::wants(const store::AssignmentAsOf& assignment) const {
    if (agency && assignment.agency != *agency) return false;
    if (documents && !documents->contains(assignment.document)) return false;
    const auto given = civil_day(assignment.given_at);
    return (!given_from || given >= *given_from) && (!given_to || given <= *given_to);
}

ReportQuestion understand(Engine& engine, const v1::ReportRequest& asked, const ReportSubject& subject) {
    if (asked.kind() == Kind::unspecified || !Kind::Kind_IsValid(asked.kind()))
        throw UserError("report.kind", {}, "kind");
    ReportQuestion question;
    question.asked = asked;
    set_agency(engine, subject, question);
    set_block(engine, question);
    set_moment(engine, question);
    set_period(question);
    set_criterion(engine, question);
    set_documents(engine, subject, question);
    set_numbers(question.asked);
    return question;
}

}  // namespace dondoc::engine
