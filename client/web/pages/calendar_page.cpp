// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/calendar_page.h"

#include <map>
#include <vector>

#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

constexpr std::size_t most_of_day = 6;  // the others are a link

using ByDay = std::map<local_days, std::vector<const v1::AssignmentRow*>>;

local_days monday_of(local_days day) {
    return day - date::days{static_cast<int>(date::weekday{day}.iso_encoding()) - 1};
}

date::year_month_day date_of(local_days day) {
    return date::year_month_day{day};
}

std::string month_text(local_days day) {
    return iso_day(day).substr(0, 7);
}

Html day_cell(const View& view, const Period& period, local_days shown, const ByDay& by_day,
              const Calendar& calendar) {
    std::string look;
    if (!calendar.is_working_day(shown)) look += "off ";
    if (shown == view.today) look += "today ";
    Html items;
    const auto found = by_day.find(shown);
    const auto rows = found == by_day.end() ? std::vector<const v1::AssignmentRow*>{} : found->second;
    const auto most = period.is_week ? rows.size() : most_of_day;
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i)
        items += el("li", link(assignment_address(rows[i]->task(), rows[i]->assignment()), rows[i]->title()),
                    view.is_agency() ? Html{} : all(" ", el("span", {{"class", "note"}}, rows[i]->agency())));
    if (rows.size() > most)
        items += el("li", link(Address("/nhiem-vu")
                                   .with("tu-ngay", iso_day(shown))
                                   .with("den-ngay", iso_day(shown))
                                   .with("trang-thai", "open"),
                               view.say("page.calendar.more", {std::to_string(rows.size() - most)})));
    const auto number =
        period.is_week ? spoken_day(shown) : std::to_string(static_cast<unsigned>(date_of(shown).day()));
    const auto name = calendar.name_of(shown);
    // On a phone the days that have something stand one below the other, without the heads of the columns.
    const auto weekday = words::weekday_word(view.lang, date::weekday{shown}.iso_encoding());
    const auto of_month = period.is_week ? std::string{} : spoken_day(shown).substr(2);  // "/07/2025"
    return el("td", {{"class", look}},
              el("span", {{"class", "number"}, {"data-weekday", weekday}, {"data-month", of_month}}, number),
              name.empty() ? Html{} : el("div", {{"class", "note"}}, name),
              items.empty() ? items : el("ul", items));
}

Html grid(const View& view, const Period& period, const ByDay& by_day, const Calendar& calendar,
          const std::string& title) {
    Html head, body;
    for (unsigned weekday = 1; weekday <= 7; ++weekday)
        head += el("th", {{"scope", "col"}}, words::weekday_word(view.lang, weekday));
    for (auto monday = period.first; monday <= period.last; monday += date::days{7}) {
        Html cells;
        for (int i = 0; i < 7; ++i) cells += day_cell(view, period, monday + date::days{i}, by_day, calendar);
        body += el("tr", cells);
    }
    return el("div", {{"class", "scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", title}},
              el("table", {{"class", "month"}}, el("caption", title), el("thead", el("tr", head)),
                 el("tbody", body)));
}

Html turning(const View& view, const Period& period) {
    const auto month = [](local_days day) { return Address("/lich").with("thang", month_text(day)); };
    const auto week = [](local_days day) { return Address("/lich").with("tuan", iso_day(day)); };
    const auto before =
        period.is_week ? week(period.first - date::days{7}) : month(period.shown - date::days{1});
    const auto after =
        period.is_week
            ? week(period.first + date::days{7})
            : month(local_days{date_of(period.shown).year() / date_of(period.shown).month() / date::last} +
                    date::days{1});
    const auto other =
        period.is_week
            ? button_link(month(period.first), view.say("page.calendar.month"), "quiet")
            : button_link(
                  week(monday_of(period.shown <= view.today && view.today <= period.last ? view.today
                                                                                         : period.shown)),
                  view.say("page.calendar.week"), "quiet");
    return el("p", {{"class", "downloads"}}, button_link(before, view.say("page.calendar.before")),
              button_link(after, view.say("page.calendar.after")), other,
              button_link(Address("/nhiem-vu.xlsx")
                              .with("tu-ngay", iso_day(period.first))
                              .with("den-ngay", iso_day(period.last))
                              .with("trang-thai", "open"),
                          view.say("page.list.excel"), "quiet"));
}

}  // namespace

Period Period::of(const Fields& query, local_days today) {
    if (const auto monday = parse_iso_day(query["tuan"])) {
        const auto first = monday_of(*monday);
        return {first, first + date::days{6}, first, true};
    }
    const auto asked = parse_iso_day(query["thang"] + "-01").value_or(today);
    const auto month = date_of(asked).year() / date_of(asked).month();
    const local_days first{month / 1}, last{month / date::last};
    return {monday_of(first), monday_of(last) + date::days{6}, first, false};
}

v1::TaskListRequest period_request(const View& view, const Period& period) {
    v1::TaskListRequest list;
    if (view.is_agency()) list.set_agency(view.agency);
    list.set_due_from(iso_day(period.first));
    list.set_due_to(iso_day(period.last));
    for (const auto open : {v1::Timeliness::in_time, v1::Timeliness::due_soon, v1::Timeliness::due_today,
                            v1::Timeliness::overdue})
        list.add_timeliness(open);
    return list;
}

std::string calendar_page(const View& view, const Period& period, const v1::TaskListReply& due,
                          const Calendar& calendar) {
    ByDay by_day;
    for (const auto& row : due.rows())
        if (const auto day = parse_iso_day(row.due())) by_day[*day].push_back(&row);
    const auto title =
        period.is_week
            ? view.say("page.calendar.week_of", {spoken_day(period.first), spoken_day(period.last)})
            : view.say("page.calendar.month_of",
                       {month_text(period.shown).substr(5), month_text(period.shown).substr(0, 4)});
    Html body = turning(view, period);
    if (!calendar.is_declared(date_of(period.shown).year()))
        body += alert("warning",
                      el("p", view.say("page.calendar.undeclared", {month_text(period.shown).substr(0, 4)})));
    if (!due.next().empty())
        body += alert("warning", el("p", view.say("page.calendar.cut", {std::to_string(due.rows_size())})));
    body += grid(view, period, by_day, calendar, title);
    return framed(view, {.place = Place::Calendar, .title = title, .body = body});
}

}  // namespace dondoc::web::pages
