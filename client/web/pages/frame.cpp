// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/frame.h"

#include <array>

#include "web/pages/assets.h"
#include "web/pages/forms.h"
#include "web/pages/parts.h"

namespace dondoc::web::pages {
namespace {

struct Way {
    Place place;
    OwnPath path;
    const char* key;
    bool for_agency, for_office, for_operator;
    bool with_sites = false;  // only where many sites are looked at
};

// Who gets to which page from every page.
constexpr std::array all_ways{
    Way{Place::Overview, "/tong-quan", "page.overview.title", false, true, true},
    Way{Place::Mine, "/cua-toi", "page.mine.title", true, false, false},
    Way{Place::Waiting, "/cho-xu-ly", "page.waiting.title", false, true, true},
    Way{Place::Tasks, "/nhiem-vu", "page.tasks.title", true, true, true},
    Way{Place::Documents, "/van-ban", "page.documents.title", false, true, true},
    Way{Place::Calendar, "/lich", "page.calendar.title", true, true, true},
    Way{Place::Flow, "/ho-so", "page.flow.title", true, true, true},
    Way{Place::Reports, "/bao-cao", "page.reports.title", true, true, true},
    Way{Place::Sites, "/nhieu-noi", "page.sites.title", false, true, true, true},
    Way{Place::Agencies, "/co-quan", "page.agencies.title", true, true, true},
    Way{Place::Log, "/nhat-ky", "page.log.title", true, true, true},
    Way{Place::System, "/he-thong", "page.system.title", false, true, true},
};

bool is_for(const Way& way, const View& view) {
    if (way.with_sites && !view.has_sites) return false;
    switch (view.role) {
        case View::Role::Agency:
            return way.for_agency;
        case View::Role::Office:
            return way.for_office;
        case View::Role::Operator:
            return way.for_operator;
        case View::Role::Nobody:
            break;
    }
    return false;
}

Html navigation(const View& view, Place here) {
    Html items;
    for (const auto& way : all_ways)
        if (is_for(way, view))
            items += el("li", el("a",
                                 {{"href", Address(way.path)},
                                  way.place == here ? Attribute("aria-current", "page")
                                                    : Attribute("aria-current", false)},
                                 view.say(way.key)));
    return el("nav", {{"aria-label", view.say("page.frame.ways")}, {"class", "ways"}}, el("ul", items));
}

Html search(const View& view) {
    return query_form(Address("/nhiem-vu"), view.say("page.frame.search"),
                      all(el("input", {{"type", "search"},
                                       {"name", "tim"},
                                       {"aria-label", view.say("page.frame.search")},
                                       {"placeholder", view.say("page.frame.search_hint")}}),
                          submit(view.say("page.frame.search_do"), "quiet")));
}

Html language_switch(const View& view) {
    const bool english = view.lang == text::Lang::En;
    return form(view, Address("/ngon-ngu"), "",
                all(hidden("next", view.here), hidden("lang", english ? "vi" : "en"),
                    el("button", {{"type", "submit"}, {"class", "plain"}, {"lang", english ? "vi" : "en"}},
                       english ? "Tiếng Việt" : "English")));
}

Html person_menu(const View& view) {
    const auto who = view.agency_name.empty() ? view.say("page.frame.office") : view.agency_name;
    return el("details", {{"class", "person"}}, el("summary", view.name),
              el("div", {{"class", "inside"}}, el("p", {{"class", "note"}}, who),
                 link(Address("/tai-khoan"), view.say("page.frame.settings")), language_switch(view),
                 form(view, Address("/dang-xuat"), "", submit(view.say("page.frame.sign_out"), "plain"))));
}

Html top(const View& view, Place here) {
    const auto home = el("a", {{"href", Address("/")}, {"class", "home"}}, "Đôn đốc",
                         view.site.empty() ? Html{} : el("span", {{"class", "site"}}, view.site));
    if (view.role == View::Role::Nobody) return el("header", {{"class", "top"}}, home, language_switch(view));
    Html tools = search(view);
    if (view.is_operator())
        tools += button_link(Address("/nhiem-vu/moi").with("tu", view.here), view.say("page.frame.new_task"),
                             "primary");
    tools += person_menu(view);
    return el("header", {{"class", "top"}}, home, el("div", {{"class", "tools"}}, tools),
              navigation(view, here));
}

Html head_of(const View& view, const Content& content) {
    auto style = Element::frame("link", {{"rel", "stylesheet"}, {"href", style_address()}});
    auto icon =
        Element::frame("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", icon_address()}});
    auto code = Element::frame("script", {{"src", script_address()}, {"defer", true}});
    return all(el("meta", {{"charset", "utf-8"}}),
               el("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
               el("meta", {{"name", "color-scheme"}, {"content", "light dark"}}),
               el("title", content.title + " – " + (view.site.empty() ? "dondoc" : view.site)),
               std::move(style).done(), std::move(icon).done(), std::move(code).done());
}

}  // namespace

std::string framed(const View& view, const Content& content) {
    const auto skip =
        el("a", {{"href", Address::here("noi-dung")}, {"class", "skip"}}, view.say("page.frame.skip"));
    const auto done = view.done.empty() ? Html{} : alert("good", el("p", view.say(view.done)));
    auto body =
        el("main",
           {{"id", "noi-dung"},
            {"tabindex", "-1"},
            content.is_live ? Attribute("data-live", "1") : Attribute("data-live", false)},
           el("div", {{"class", "heading"}}, el("h1", content.title), content.beside), done, content.body);
    const auto foot = el("footer", view.say("page.frame.foot", {DONDOC_VERSION}));
    return whole_page(view.lang == text::Lang::En ? "en" : "vi", head_of(view, content),
                      all(skip, top(view, content.place), body, foot))
        .markup();
}

}  // namespace dondoc::web::pages
