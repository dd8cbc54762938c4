// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/agency_pages.h"

#include <cstdint>
#include <string_view>

#include "web/pages/forms.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "web/pages/person_forms.h"
#include "words/dates.h"
#include "words/succession_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

using Kind = report::Column::Kind;

report::Section person_section(const View& view, const v1::PersonListReply& list) {
    auto section = titled(view, "page.persons.title",
                          {{view.say("cli.person.field.name"), Kind::Prose},
                           {view.say("cli.person.field.position"), Kind::Text},
                           {view.say("cli.person.field.email"), Kind::Text},
                           {view.say("cli.person.field.phone"), Kind::Text},
                           {view.say("cli.person.login"), Kind::Text}});
    for (const auto& person : list.persons())
        section.rows.push_back({person.name(), person.position(), person.email(), person.phone(),
                                person.role().empty() ? view.say("page.persons.no_login")
                                                      : view.say("cli.role." + person.role())});
    return section;
}

Html persons(const View& view, const v1::PersonListReply& list, const std::string& agency,
             const Fields* written, const std::string& error) {
    Links links{0, {}};
    for (const auto& person : list.persons()) links.to.push_back(person_address(person.id()));
    const auto rows = list.persons().empty() ? nothing(view.say("page.persons.empty"))
                                             : table(view, person_section(view, list), links);
    const bool may_add = view.is_operator() || (view.is_agency() && view.agency == agency);
    Html add;
    if (may_add) {
        const auto fields = all(hidden("agency", agency), person_fields(view, {}, agency.empty(), written),
                                submit(view.say("page.persons.add")));
        add = folded(view.say("page.persons.add"),
                     all(error.empty() ? Html{} : alert("bad", el("p", error)),
                         form(view, Address("/nguoi-dung"), "", fields)),
                     !error.empty(), "action");
    }
    if (may_add)
        add += el("p", {{"class", "downloads"}},
                  button_link(Address("/nguoi-dung/nhap").with("co-quan", agency),
                              view.say("page.sheet.persons"), "quiet"));
    return section("nguoi-dung", view.say("page.persons.title"), all(warnings(list.warnings()), rows, add));
}

}  // namespace

report::Section agency_section(const View& view, const v1::AgencyListReply& list) {
    auto section = titled(view, "page.agencies.title",
                          {{view.say("page.agencies.code"), Kind::Text},
                           {view.say("cli.column.name"), Kind::Prose},
                           {view.say("cli.column.level"), Kind::Text},
                           {view.say("page.agencies.also"), Kind::Prose},
                           {view.say("page.agencies.until"), Kind::Day}});
    for (const auto& agency : list.agencies())
        section.rows.push_back({agency.code(), agency.name(), words::level_word(view.lang, agency.level()),
                                words::joined(agency.aliases(), "; "), day(agency.valid_to())});
    return section;
}

std::string agencies_page(const View& view, const std::string& text, const v1::AgencyListReply& list) {
    Html body =
        query_form(Address("/co-quan"), view.say("page.agencies.search"),
                   el("div", {{"class", "filters"}},
                      typed_field(view, "search",
                                  {.name = "tim", .label = view.say("page.agencies.search"), .value = text}),
                      submit(view.say("page.list.apply"))));
    if (view.sees_all())
        body += el("p", {{"class", "downloads"}},
                   button_link(Address("/van-phong"), view.say("page.persons.office"), "quiet"));
    Links links{1, {}};
    for (const auto& agency : list.agencies()) links.to.push_back(agency_address(agency.code()));
    body += list.agencies().empty() ? nothing(view.say("page.agencies.empty"))
                                    : el("section", table(view, agency_section(view, list), links));
    Html groups;
    for (const auto& group : list.groups())
        groups +=
            folded(view.say("page.agencies.group", {group.name(), std::to_string(group.members_size())}),
                   el("p", words::joined(group.members())));
    if (!groups.empty()) body += section("nhom", view.say("page.agencies.groups"), groups);
    body += downloads(view, Address("/co-quan.xlsx").with("tim", text));
    return framed(view, {.place = Place::Agencies, .title = view.say("page.agencies.title"), .body = body});
}

std::string agency_page(const View& view, const AgencyPage& page) {
    const auto& agency = page.shown.agency();
    Html successions, former;
    for (const auto& one : page.shown.successions())
        successions += el("li", words::succession_text(view.lang, one));
    for (const auto& name : agency.former())
        former += el("div", view.say("page.agencies.former", {name.name(), name.code(), day(name.until())}));
    Html body = facts({{view.say("page.agencies.code"), agency.code()},
                       {view.say("cli.column.level"), words::level_word(view.lang, agency.level())},
                       {view.say("page.agencies.also"), words::joined(agency.aliases(), "; ")},
                       {view.say("page.agencies.groups"), words::joined(page.shown.groups(), "; ")},
                       {view.say("page.agencies.until"), day(agency.valid_to())},
                       {view.say("page.agencies.before"), former},
                       {view.say("page.agencies.successions"),
                        successions.empty() ? successions : el("ul", {{"class", "plain"}}, successions)}});
    if (page.status != nullptr) {
        const auto& counts = page.status->counts();
        const auto list = [&](const char* state) {
            return Address("/nhiem-vu").with("co-quan", agency.code()).with("trang-thai", state);
        };
        const auto figure = [&](std::uint64_t number, const char* key, const char* state,
                                std::string_view tone) {
            return el("li", {{"class", "figure " + std::string(number == 0 ? "plain" : tone)}},
                      el("a", {{"href", list(state)}}, el("b", number), el("span", view.say(key))));
        };
        body += el(
            "ul", {{"class", "figures"}}, figure(counts.overdue(), "page.overview.overdue", "overdue", "bad"),
            figure(counts.due_today() + counts.due_soon(), "page.overview.due_soon", "due_soon", "warning"),
            figure(counts.in_time(), "page.overview.in_time", "in_time", "good"));
        body += el("p", {{"class", "downloads"}},
                   button_link(Address("/bao-cao/agency").with("co-quan", agency.code()),
                               view.say("page.agency.sheet"), "quiet"));
    }
    if (page.persons != nullptr)
        body += persons(view, *page.persons, agency.code(), page.written, page.error);
    return framed(view, {.place = Place::Agencies, .title = agency.name(), .body = body});
}

std::string office_page(const View& view, const v1::PersonListReply& list, const Fields* written,
                        const std::string& error) {
    return framed(view, {.place = Place::Agencies,
                         .title = view.say("page.persons.office"),
                         .body = persons(view, list, {}, written, error)});
}

}  // namespace dondoc::web::pages
