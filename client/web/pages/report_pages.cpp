// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/report_pages.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "report/pages.h"
#include "web/pages/chart.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/work_forms.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

using Kinds = v1::ReportKind;

// What is asked for beside the day.
enum Asks : unsigned { Document = 1U, Agency = 2U, Levels = 4U, Days = 8U, Order = 16U, Criterion = 32U };

struct KnownReport {
    Kinds::Kind kind;
    unsigned asks;
    bool for_agency;
};
constexpr std::array reports{
    KnownReport{Kinds::government, Levels, false},   KnownReport{Kinds::plan, Document, false},
    KnownReport{Kinds::agency, Agency, true},        KnownReport{Kinds::ranking, Levels | Order, false},
    KnownReport{Kinds::stale, Days | Levels, false}, KnownReport{Kinds::updates, Days | Levels, false},
    KnownReport{Kinds::criterion, Criterion, false}};

std::string key_of(Kinds::Kind kind) {
    return "page.reports." + Kinds::Kind_Name(kind);
}

Html report_inputs(const View& view, const KnownReport& known, const Fields& query) {
    const auto scope = Kinds::Kind_Name(known.kind) + "-";
    const auto has = [&](Asks asks) { return (known.asks & asks) != 0; };
    Html inputs;
    if (has(Document))
        inputs += text_field(view,
                             {.name = "van-ban",
                              .label = view.say("page.list.document"),
                              .value = query["van-ban"],
                              .required = true},
                             scope);
    if (has(Agency) && view.sees_all())
        inputs += text_field(view,
                             {.name = "co-quan",
                              .label = view.say("page.list.agency"),
                              .value = query["co-quan"],
                              .required = true},
                             scope);
    if (has(Criterion))
        inputs += text_field(view,
                             {.name = "bang-diem",
                              .label = view.say("page.reports.criterion_id"),
                              .value = query["bang-diem"],
                              .required = true},
                             scope);
    inputs += typed_field(view, "date",
                          {.name = "den-ngay",
                           .label = view.say("page.reports.as_of"),
                           .value = query["den-ngay"],
                           .hint = view.say("page.reports.as_of_hint")},
                          scope);
    if (has(Levels))
        inputs += select_field(
            view, {.name = "cap", .label = view.say("page.list.level"), .value = query["cap"]},
            level_choices(view,
                          {{"", view.say("page.reports.levels_usual")}, {"all", view.say("page.list.any")}}),
            scope);
    if (has(Days))
        inputs += typed_field(view, "number",
                              {.name = "so-ngay",
                               .label = view.say("page.reports.days"),
                               .value = query["so-ngay"].empty() ? "30" : query["so-ngay"]},
                              scope);
    if (has(Order))
        inputs += select_field(
            view, {.name = "xep", .label = view.say("page.reports.order"), .value = query["xep"]},
            {{"on_time", view.say("cli.report.ratio.on_time")},
             {"completion", view.say("cli.report.ratio.completion")}},
            scope);
    return inputs;
}

Html report_form(const View& view, const KnownReport& known, const Fields& query) {
    const auto title = view.say(key_of(known.kind));
    const auto& name = Kinds::Kind_Name(known.kind);
    return query_form(Address("/bao-cao").part(name), title,
                      el("div", {{"class", "filters"}}, report_inputs(view, known, query),
                         submit(view.say("page.reports.show"))));
}

const KnownReport& known_report(const View& view, const std::string& name) {
    for (const auto& one : reports)
        if (Kinds::Kind_Name(one.kind) == name && (one.for_agency || view.sees_all())) return one;
    throw UserError("page.reports.unknown", {name});
}

// The rows of a report lead to their tasks.
std::optional<Links> links_of(const v1::Report& report, const report::Section& section) {
    if (section.rows.empty() || section.rows.size() != static_cast<std::size_t>(report.rows_size()))
        return std::nullopt;
    Links links;
    while (links.column < section.columns.size() &&
           section.columns[links.column].kind != report::Column::Kind::Prose)
        ++links.column;
    if (report.asked().kind() == Kinds::plan) links.column = 2;  // the first column of prose is the section
    for (const auto& row : report.rows())
        links.to.push_back(assignment_address(row.task(), row.assignment()));
    return links;
}

// What a ratio was made of stands below it: of large figures both do not fit in one line.
Html highlight(const std::string& value) {
    const auto made_of = value.find(" (");
    if (made_of == std::string::npos) return el("b", value);
    return el("b", value.substr(0, made_of) + " ", el("small", value.substr(made_of + 1)));
}

}  // namespace

std::string reports_page(const View& view, const OfficeFiles& files) {
    Html body;
    for (const auto& known : reports) {
        if (!known.for_agency && !view.sees_all()) continue;
        const auto key = key_of(known.kind);
        body += section(Kinds::Kind_Name(known.kind), view.say(key),
                        all(note(view.say(key + ".about")), report_form(view, known, {})));
    }
    if (view.sees_all()) body += office_file_lists(view, files);
    return framed(view, {.place = Place::Reports, .title = view.say("page.reports.title"), .body = body});
}

Html report_body(const View& view, const v1::Report& report) {
    const auto page = report::make_page(report, view.lang);
    return report_body(view, page,
                       page.sections.empty() ? std::nullopt : links_of(report, page.sections.back()));
}

Html report_body(const View& view, const report::Page& page, const std::optional<Links>& links) {
    std::vector<Fact> said;
    for (const auto& [name, value] : page.facts) said.emplace_back(name, value);
    Html highlights, warnings, sections;
    for (const auto& [name, value] : page.highlights)
        highlights += el("li", {{"class", "figure"}}, el("div", highlight(value), el("span", name)));
    for (const auto& warning : page.warnings) warnings += el("li", warning);
    for (std::size_t i = 0; i < page.sections.size(); ++i) {
        const auto& one = page.sections[i];
        Html content;
        for (const auto& words : one.notes) content += note(words);
        if (one.chart && !one.chart->bars.empty()) content += chart_figure(*one.chart);
        content += table(view, one, i + 1 == page.sections.size() ? links : std::nullopt);
        sections += section("phan-" + std::to_string(i + 1), one.title, content);
    }
    return all(facts(said), highlights.empty() ? highlights : el("ul", {{"class", "figures"}}, highlights),
               warnings.empty() ? warnings : alert("warning", el("ul", warnings)), sections);
}

std::string report_page(const View& view, const Fields& query, const v1::Report& report) {
    const auto& asked = report.asked();
    const auto& known = known_report(view, Kinds::Kind_Name(asked.kind()));
    const auto files = el("p", {{"class", "downloads"}},
                          button_link(report_address(asked, "xlsx"), view.say("page.list.excel")),
                          button_link(report_address(asked, "csv"), view.say("page.reports.csv"), "quiet"),
                          el("span", {{"class", "note"}}, view.say("page.reports.print_hint")));
    const auto body = all(files, report_body(view, report),
                          folded(view.say("page.reports.again"), report_form(view, known, query)));
    return framed(
        view, {.place = Place::Reports, .title = report::make_page(report, view.lang).title, .body = body});
}

v1::ReportRequest report_request(const View& view, const std::string& kind, const Fields& query) {
    const auto& known = known_report(view, kind);
    v1::ReportRequest request;
    request.set_kind(known.kind);
    request.set_as_of(day_of(query["den-ngay"]));
    request.set_document(query["van-ban"]);
    request.set_issued(day_of(query["ngay"]));
    request.set_issuer(query["noi"]);
    request.set_agency(view.is_agency() ? view.agency : query["co-quan"]);
    const auto& level = query["cap"];
    if (level == "all" || query["moi-cap"] == "1")
        request.set_all_levels(known.kind == Kinds::government);
    else if (!level.empty())
        request.add_levels(level);
    request.set_days(static_cast<std::uint32_t>(number_of(query["so-ngay"])));
    request.set_by(query["xep"]);
    request.set_criterion(query["bang-diem"]);
    return request;
}

Address report_address(const v1::ReportRequest& asked, std::string_view format) {
    auto name = Kinds::Kind_Name(asked.kind());
    if (!format.empty()) name += "." + std::string(format);
    auto address = Address("/bao-cao").part(name);
    address.with("den-ngay", asked.as_of())
        .with("van-ban", asked.document())
        .with("ngay", asked.issued())
        .with("noi", asked.issuer());
    address.with("co-quan", asked.agency()).with("moi-cap", asked.all_levels() ? "1" : "");
    if (!asked.all_levels() && asked.levels_size() == 1) address.with("cap", asked.levels(0));
    address.with("so-ngay", asked.days() == 0 ? "" : std::to_string(asked.days()));
    return address.with("xep", asked.by()).with("bang-diem", asked.criterion());
}

}  // namespace dondoc::web::pages
