// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/sites_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "domain/message.h"
#include "report/pages.h"
#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/report_pages.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

constexpr std::array<std::string_view, 5> views{"government", "ranking", "ageing", "site", "overdue"};

// The view that a query names; the first one where it names none.
std::string named_view(const Fields& query) {
    const auto& name = query["xem"];
    return name.empty() ? std::string{views.front()} : name;
}

Html question_form(const View& view, const Fields& query) {
    Choices choices;
    for (const auto name : views)
        choices.emplace_back(name, view.say("cli.central.about." + std::string(name)));
    const auto inputs = all(
        select_field(view, {.name = "xem", .label = view.say("page.sites.view"), .value = named_view(query)},
                     choices),
        text_field(view, {.name = "noi",
                          .label = view.say("page.sites.sites"),
                          .value = query["noi"],
                          .hint = view.say("page.sites.sites_hint")}),
        typed_field(view, "date",
                    {.name = "den-ngay",
                     .label = view.say("page.reports.as_of"),
                     .value = query["den-ngay"],
                     .hint = view.say("page.reports.as_of_hint")}),
        select_field(view, {.name = "cap", .label = view.say("page.list.level"), .value = query["cap"]},
                     level_choices(view, {{"", view.say("page.reports.levels_usual")},
                                          {"all", view.say("page.list.any")}})));
    return query_form(Address("/nhieu-noi"), view.say("page.sites.title"),
                      el("div", {{"class", "filters"}}, inputs, submit(view.say("page.reports.show"))));
}

Html downloads_of(const View& view, const Fields& query) {
    const auto with_query = [&](Address address) {
        for (const char* name : {"xem", "noi", "den-ngay", "cap"}) address.with(name, query[name]);
        return address;
    };
    return el("p", {{"class", "downloads"}},
              button_link(with_query(Address("/nhieu-noi.xlsx")), view.say("page.list.excel")),
              button_link(with_query(Address("/nhieu-noi.csv")), view.say("page.reports.csv"), "quiet"),
              el("span", {{"class", "note"}}, view.say("page.reports.print_hint")));
}

}  // namespace

program::CentralQuestion sites_question(const Fields& query) {
    program::CentralQuestion question;
    question.view = named_view(query);
    if (std::ranges::find(views, std::string_view{question.view}) == views.end())
        throw UserError("page.reports.unknown", {question.view});
    question.as_of = day_of(query["den-ngay"]);
    if (!query["noi"].empty()) question.sites = {query["noi"]};
    const auto& level = query["cap"];
    if (level == "all")
        question.all_levels = question.view == "government";
    else if (!level.empty())
        question.levels = {level};
    return question;
}

std::string sites_page(const View& view, const Fields& query, const v1::SitesReport& report) {
    const auto page = report::make_page(report, view.lang);
    return framed(view, {.place = Place::Sites,
                         .title = page.title,
                         .body = all(downloads_of(view, query), report_body(view, page),
                                     folded(view.say("page.reports.again"), question_form(view, query)))});
}

std::string sites_refusal(const View& view, const Fields& query, const std::string& sentence) {
    return framed(view, {.place = Place::Sites,
                         .title = view.say("page.sites.title"),
                         .body = all(alert("bad", el("p", sentence)), question_form(view, query))});
}

}  // namespace dondoc::web::pages
