// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/office_forms.h"

#include <string_view>

#include "domain/decimal.h"
#include "report/wording.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/report_pages.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

using Kind = report::Column::Kind;

constexpr const char* documents_list = "van-ban-co";

Address file_address(OwnPath path, const std::string& name, std::string_view format) {
    return Address(path).part(format.empty() ? name : name + "." + std::string{format});
}

Address form_address(const std::string& name) {
    return file_address("/bieu-mau", name, {});
}

Html file_list(const View& view, const std::vector<OfficeFile>& files, OwnPath path) {
    Html items;
    for (const auto& file : files)
        items += el("li", file.error.empty() ? link(file_address(path, file.name, {}), file.title)
                                             : all(file.name + ": ", file.error));
    return items.empty() ? nothing(view.say("page.forms.none")) : el("ul", items);
}

// Of two documents of one number the day says which.
Html plan_fields(const View& view, const std::string& document, const std::string& issued, bool is_required) {
    return all(text_field(view, {.name = "van-ban",
                                 .label = view.say("page.forms.plan"),
                                 .value = document,
                                 .hint = view.say("page.forms.plan_hint"),
                                 .required = is_required,
                                 .list = documents_list}),
               typed_field(view, "date",
                           {.name = "ngay",
                            .label = view.say("page.forms.issued"),
                            .value = issued,
                            .hint = view.say("page.forms.issued_hint")}));
}

Html form_filters(const View& view, const FormLook& look) {
    const auto& query = look.query;
    Html fields = typed_field(view, "date",
                              {.name = "den-ngay",
                               .label = view.say("page.reports.as_of"),
                               .value = query.as_of,
                               .hint = view.say("page.reports.as_of_hint")});
    if (report::has_items_of_a_plan(look.form))
        fields += plan_fields(view, query.document, query.issued, false);
    if (report::has_items_of_dossiers(look.form))
        fields += all(typed_field(view, "date",
                                  {.name = "ky-tu",
                                   .label = view.say("page.forms.from"),
                                   .value = query.from,
                                   .hint = view.say("page.forms.from_hint")}),
                      typed_field(view, "date",
                                  {.name = "ky-den", .label = view.say("page.flow.to"), .value = query.to}));
    return all(query_form(form_address(look.name), view.say("page.list.filters"),
                          el("div", {{"class", "filters"}}, fields, submit(view.say("page.forms.fill")))),
               name_list(documents_list, look.documents));
}

Html file_buttons(const View& view, const Address& workbook, const Address& csv) {
    return el("p", {{"class", "downloads"}}, button_link(workbook, view.say("page.list.excel")),
              button_link(csv, view.say("page.reports.csv"), "quiet"),
              el("span", {{"class", "note"}}, view.say("page.reports.print_hint")));
}

Html check_part(const View& view, const std::string& name) {
    const auto fields = all(file_field(view,
                                       {.name = "bieu",
                                        .label = view.say("page.forms.filled_file"),
                                        .hint = view.say("page.forms.filled_hint"),
                                        .required = true},
                                       ".xlsx,.docx,.ods,.odt,.csv,.pdf,.html,.txt"),
                            el("p", submit(view.say("page.forms.check"), "quiet")));
    return section("kiem-tra", view.say("page.forms.check_title"),
                   upload_form(view, Address(form_address(name)).part("kiem-tra"), fields));
}

report::Section finding_section(const View& view, const FormCheck& check) {
    auto section =
        titled(view, "page.forms.found",
               {{view.say("page.forms.where"), Kind::Text}, {view.say("page.forms.wrong"), Kind::Prose}});
    for (const auto& finding : check.findings)
        section.rows.push_back({finding.where, text::render(view.lang, finding.what)});
    return section;
}

// What the table has, before a plan is named.
report::Section criteria_of(const View& view, const ScoringTable& table) {
    auto section = titled(view, "scoring.criteria",
                          {{view.say("cli.column.number"), Kind::Text},
                           {view.say("scoring.criterion"), Kind::Prose},
                           {view.say("scoring.max"), Kind::Figure}});
    const report::Words say{view.lang};
    for (const auto& criterion : table.criteria)
        section.rows.push_back({criterion.number, criterion.name,
                                say.decimal(short_decimal_text(criterion.max, criterion_decimals))});
    return section;
}

Html scoring_filters(const View& view, const ScoringLook& look) {
    return all(query_form(file_address("/tu-cham-diem", look.name, {}), view.say("page.list.filters"),
                          el("div", {{"class", "filters"}},
                             plan_fields(view, look.query.document, look.query.issued, true),
                             submit(view.say("page.forms.score")))),
               name_list(documents_list, look.documents));
}

}  // namespace

FormQuery FormQuery::of(const Fields& query) {
    return {query["den-ngay"], query["van-ban"], query["ngay"],
            query["noi"],      query["ky-tu"],   query["ky-den"]};
}

Address FormQuery::address(const std::string& form, const char* format) const {
    auto address = file_address("/bieu-mau", form, format);
    address.with("den-ngay", as_of).with("van-ban", document).with("ngay", issued).with("noi", issuer);
    return address.with("ky-tu", from).with("ky-den", to);
}

report::FormAsked FormQuery::asked() const {
    return {day_of(as_of), document, day_of(issued), issuer, day_of(from), day_of(to)};
}

ScoringQuery ScoringQuery::of(const Fields& query) {
    return {query["van-ban"], query["ngay"], query["noi"]};
}

Address ScoringQuery::address(const std::string& table, const char* format) const {
    auto address = file_address("/tu-cham-diem", table, format);
    return address.with("van-ban", document).with("ngay", issued).with("noi", issuer);
}

report::PlanAsked ScoringQuery::asked() const {
    return {document, day_of(issued), issuer};
}

Html office_file_lists(const View& view, const OfficeFiles& files) {
    return all(section("bieu-mau", view.say("page.forms.title"),
                       all(note(view.say("page.forms.about")), file_list(view, files.forms, "/bieu-mau"))),
               section("tu-cham-diem", view.say("page.forms.scorings"),
                       all(note(view.say("page.forms.scorings_about")),
                           file_list(view, files.scorings, "/tu-cham-diem"))));
}

std::string office_form_page(const View& view, const FormLook& look) {
    Html body = all(error_above(look.error), form_filters(view, look));
    if (look.filled != nullptr)
        body += all(
            file_buttons(view, look.query.address(look.name, "xlsx"), look.query.address(look.name, "csv")),
            report_body(view, *look.filled));
    body += check_part(view, look.name);
    return framed(view, {.place = Place::Reports, .title = look.form.title, .body = body});
}

std::string form_check_page(const View& view, const FormCheck& check) {
    Html body = error_above(check.error);
    if (check.error.empty())
        body += check.findings.empty()
                    ? alert("good", el("p", view.say("figures.none")))
                    : section("sai", view.say("page.forms.found"), table(view, finding_section(view, check)));
    body += all(check_part(view, check.name),
                el("p", button_link(form_address(check.name), view.say("page.forms.back"), "quiet")));
    const auto title = view.say("page.forms.check_of", {check.file, check.form.title});
    return framed(view, {.place = Place::Reports, .title = title, .body = body});
}

std::string self_scoring_page(const View& view, const ScoringLook& look) {
    Html body = all(error_above(look.error), scoring_filters(view, look));
    if (look.scored != nullptr)
        body += all(
            file_buttons(view, look.query.address(look.name, "xlsx"), look.query.address(look.name, "csv")),
            report_body(view, *look.scored));
    else
        body += all(
            facts({{view.say("scoring.year"), std::to_string(look.table.year)},
                   {view.say("scoring.source"), look.table.source}}),
            section("tieu-chi", view.say("scoring.criteria"), table(view, criteria_of(view, look.table))));
    return framed(view, {.place = Place::Reports, .title = look.table.title, .body = body});
}

}  // namespace dondoc::web::pages
