// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "report/agency_sections.h"
#include "report/figure_sections.h"
#include "report/row_section.h"
#include "report/site_sections.h"
#include "wire/time.h"

namespace dondoc::report {
namespace {

using Asked = v1::ReportKind;

std::string moment(const google::protobuf::Timestamp& time) {
    const auto text = iso_instant(wire::to_instant(time));
    return text.substr(11, 8) + " " + spoken(text.substr(0, 10));  // of "2023-12-31T07:30:00+07:00"
}

std::string levels(const Words& say, const v1::ReportRequest& asked) {
    std::string text;
    for (const auto& level : asked.levels()) text += (text.empty() ? "" : ", ") + say.level(level);
    return text.empty() ? say("cli.report.all") : text;
}

std::string given(const Words& say, const v1::ReportRequest& asked) {
    if (asked.given_from().empty() && asked.given_to().empty()) return say("cli.report.all_time");
    if (asked.given_to().empty()) return say("cli.report.since", {spoken(asked.given_from())});
    if (asked.given_from().empty()) return say("cli.report.until", {spoken(asked.given_to())});
    return spoken(asked.given_from()) + " – " + spoken(asked.given_to());
}

// The yearly form is of the Government's tasks alone.
bool is_of_form(const v1::Report& report) {
    const auto& asked = report.asked();
    if (asked.kind() != Asked::government) return false;
    if (report.has_document()) return report.document().level() == "government";
    return asked.levels_size() == 1 && asked.levels(0) == "government";
}

// It names what it is of: on paper and in a letter nobody sees the command.
std::string report_title(const Words& say, const v1::Report& report) {
    const auto kind = report.asked().kind();
    const auto key = "cli.report.title." + Asked::Kind_Name(kind);
    if (kind == Asked::plan) return say(key, {report.document().number()});
    if (kind == Asked::agency) return say(key, {report.agency_name()});
    auto name = kind == Asked::government && !is_of_form(report) ? say("cli.report.title_all") : say(key);
    const auto& of_document = report.document().number();
    const auto& of_agency = report.agency_name();
    const auto both = of_document.empty() || of_agency.empty() ? "" : ", ";
    if (of_document.empty() && of_agency.empty()) return name;
    return say("cli.report.title_of", {name, of_document + both + of_agency});
}

void add_facts(const Words& say, const v1::Report& report, Page& page) {
    const auto& asked = report.asked();
    const auto add = [&](const char* key, std::string value) {
        if (!value.empty()) page.facts.emplace_back(say(key), std::move(value));
    };
    const bool is_now = report.instant().seconds() == report.produced().seconds();
    add("cli.report.as_of", say(is_now ? "cli.report.as_of_now" : "cli.report.as_of_end",
                                {spoken(report.as_of()), moment(report.instant())}));
    if (report.has_document()) {
        const auto& document = report.document();
        auto name = say("cli.report.document", {document.number(), spoken(document.issued())});
        if (!document.issuer().empty()) name += ", " + document.issuer();
        add("cli.column.document", std::move(name));
        add("cli.report.document_title", document.title());
    } else {
        add("cli.report.levels", levels(say, asked));
    }
    if (!asked.agency().empty()) add("cli.column.agency", report.agency_name() + " (" + asked.agency() + ")");
    if (asked.restated()) add("cli.column.agency", say("cli.report.restated"));
    add("cli.report.given", given(say, asked));
    add("cli.report.unit", say("cli.report.units", {std::to_string(report.total().current().given()),
                                                    std::to_string(report.tasks())}));
    add("cli.report.source", report.daemon());
    add("cli.report.produced", moment(report.produced()));
}

void add_highlights(const Words& say, const v1::Report& report, Page& page) {
    const auto& counts = report.total().current();
    const auto add = [&](const char* key, std::string value) {
        page.highlights.emplace_back(say(key), std::move(value));
    };
    if (report.has_score())
        add("cli.report.points",
            report.score().denominator() == 0
                ? std::string("–")
                : say.decimal(report.score().points()) + " / " + say.decimal(report.criterion().max()));
    add("cli.report.total", std::to_string(counts.given() - counts.withdrawn()));
    add("cli.report.on_time", std::to_string(counts.on_time()));
    add("cli.report.late", std::to_string(counts.late()));
    add("cli.report.waiting", std::to_string(counts.waiting()));
    add("cli.report.overdue", std::to_string(counts.overdue()));
    add("cli.report.in_time", std::to_string(counts.in_time()));
    add("cli.report.no_deadline", std::to_string(counts.no_deadline()));
    add("cli.report.ratio.completion", ratio_text(ratio_of(counts, "completion"), say.lang()));
    add("cli.report.ratio.on_time", ratio_text(ratio_of(counts, "on_time"), say.lang()));
}

void add_warnings(const Words& say, const v1::Report& report, Page& page) {
    const auto& counts = report.total().current();
    const auto warn = [&](const char* key, const std::vector<std::string>& args = {}) {
        page.warnings.push_back(say(key, args));
    };
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    if (report.has_criterion()) warn("cli.report.user_rule");
    if (counts.given() == 0) warn("cli.report.nothing");
    if (counts.given() > report.tasks())
        warn("cli.report.several_leads", {number(counts.given()), number(report.tasks())});
    if (report.without_agency() > 0) warn("cli.report.without_agency", {number(report.without_agency())});
    if (report.total().extended() > 0) warn("cli.report.extended", {number(report.total().extended())});
    const auto kind = report.asked().kind();
    const bool has_ratios = kind != Asked::stale && kind != Asked::updates && kind != Asked::overdue;
    if (has_ratios && counts.in_time() > 0 && ratio_of(counts, "completion").numerator() > 0)
        warn("cli.report.not_due_yet",
             {number(counts.in_time()), ratio_text(ratio_of(counts, "completion"), say.lang()),
              ratio_text(ratio_of(counts, "completion_assigned"), say.lang())});
    if (counts.returned() > 0) warn("cli.report.returned", {number(counts.returned())});
}

void add_sections(const Words& say, const v1::Report& report, PartKind parts, Page& page) {
    const auto& figures = report.total();
    auto& sections = page.sections;
    const auto kind = report.asked().kind();
    if (kind == Asked::stale) {
        sections.push_back(stale_section(say, report));
        sections.push_back(row_section(say, report));
        return;
    }
    if (kind == Asked::overdue) {
        sections.push_back(age_section(say, figures));
        sections.push_back(row_section(say, report));
        return;
    }
    if (kind == Asked::updates) {
        sections.push_back(update_section(say, report));
        return;
    }
    if (kind == Asked::ranking) {
        sections.push_back(ranking_section(say, report));
        sections.push_back(part_section(say, parts, report.agencies(), figures));
        return;
    }
    if (kind == Asked::criterion) {
        sections.push_back(rule_section(say, report));
        sections.push_back(score_section(say, report));
        return;
    }
    sections.push_back(class_section(say, figures, is_of_form(report)));
    sections.push_back(ratio_section(say, figures));
    sections.push_back(age_section(say, figures));
    if (kind == Asked::plan)
        sections.push_back(part_section(say, PartKind::Section, report.sections(), figures));
    if (kind == Asked::agency)
        sections.push_back(part_section(say, PartKind::Document, report.documents(), figures));
    else
        sections.push_back(part_section(say, parts, report.agencies(), figures));
    if (kind != Asked::government) sections.push_back(row_section(say, report));
}

Page page_of(const Words& say, const v1::Report& report, PartKind parts) {
    Page page{say.lang(), report_title(say, report), {}, {}, {}, {}};
    add_facts(say, report, page);
    add_highlights(say, report, page);
    add_warnings(say, report, page);
    add_sections(say, report, parts, page);
    return page;
}

}  // namespace

Page make_page(const v1::Report& report, text::Lang lang) {
    return page_of(Words{lang}, report, PartKind::Agency);
}

Page make_page(const v1::SitesReport& view, text::Lang lang) {
    const Words say{lang};
    const auto kind = view.report().asked().kind();
    auto page = page_of(say, view.report(), view.of_one() ? PartKind::Agency : PartKind::Site);
    if (view.ageing()) {
        page.title = say("cli.sites.title.ageing");
        page.sections.back() = site_age_section(say, view);
    } else if (kind == Asked::ranking && !view.of_one()) {
        page.title = say("cli.sites.title.ranking");
    }
    for (auto& warning : site_warnings(say, view)) page.warnings.push_back(std::move(warning));
    page.sections.push_back(site_source_section(say, view));
    return page;
}

}  // namespace dondoc::report
