// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/overview.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "web/pages/chart.h"
#include "web/pages/frame.h"
#include "web/pages/parts.h"
#include "words/dates.h"

namespace dondoc::web::pages {
namespace {

constexpr std::size_t most_agencies = 15;

// One sentence that says whether something has to be done, and its colour.
Html verdict(const View& view, const v1::Counts& counts, std::uint64_t pressed) {
    if (counts.overdue() > 0)
        return alert("bad", el("p", badge("bad", view.say("page.overview.red")), " ",
                               view.say("page.overview.red_words",
                                        {std::to_string(counts.overdue()), std::to_string(pressed)})));
    const auto near = counts.due_today() + counts.due_soon();
    if (near > 0)
        return alert("warning", el("p", badge("warning", view.say("page.overview.amber")), " ",
                                   view.count("page.overview.amber_words", near)));
    return alert("good", el("p", badge("good", view.say("page.overview.green")), " ",
                            view.say("page.overview.green_words")));
}

Html figures(const View& view, const Overview& overview) {
    const auto& counts = overview.status.counts();
    return el(
        "ul", {{"class", "figures"}},
        figure(view, counts.overdue(), "page.overview.overdue", "bad", task_list_address({"overdue"})),
        figure(view, counts.due_today(), "page.overview.due_today", "warning",
               task_list_address({"due_today"})),
        figure(view, counts.due_soon(), "page.overview.due_soon", "warning", task_list_address({"due_soon"})),
        figure(view, counts.waiting(), "page.overview.waiting", "waiting", Address("/cho-xu-ly")),
        figure(view, counts.in_time(), "page.overview.in_time", "good", task_list_address({"in_time"})),
        figure(view, counts.completed_on_time() + counts.completed_late() + counts.completed_no_deadline(),
               "page.overview.completed", "good", task_list_address({"completed"})),
        figure(view, counts.total(), "page.overview.total", "plain", Address("/nhiem-vu")));
}

// The ages of a report's overdue work, in the order of ReportCounts.ages.
constexpr std::array age_keys{"page.overview.age_7", "page.overview.age_30", "page.overview.age_90",
                              "page.overview.age_120", "page.overview.age_more"};

Html overdue_by_agency(const View& view, const Overview& overview) {
    using Kind = report::Column::Kind;
    const auto title = view.say("page.overview.by_agency");
    if (overview.ages == nullptr)
        return section("qua-han", title, nothing(view.say("page.overview.no_ages")));
    std::vector<const v1::ReportPart*> parts;
    for (const auto& part : overview.ages->agencies())
        if (part.figures().current().overdue() > 0) parts.push_back(&part);
    if (parts.empty()) return section("qua-han", title, nothing(view.say("page.overview.nothing_overdue")));
    std::ranges::stable_sort(parts, std::ranges::greater{},
                             [](const auto* part) { return part->figures().current().overdue(); });
    report::Section ages{
        title,
        title,
        {},
        {{view.say("cli.column.agency"), Kind::Prose}, {view.say("page.overview.overdue"), Kind::Figure}},
        {},
        {},
        {}};
    for (const auto* key : age_keys) ages.columns.push_back({view.say(key), Kind::Figure});
    Links links{0, {}};
    for (const auto* part : parts) {
        if (ages.rows.size() == most_agencies) break;
        const auto& counts = part->figures().current();
        std::vector<report::Cell> cells{part->name(), {counts.overdue(), report::Mark::Bad}};
        for (std::size_t i = 0; i < age_keys.size(); ++i)
            cells.emplace_back(static_cast<int>(i) < counts.ages_size() ? counts.ages(static_cast<int>(i))
                                                                        : std::uint64_t{0});
        ages.rows.push_back(std::move(cells));
        links.to.push_back(task_list_address({"overdue"}).with("co-quan", part->code()));
    }
    const auto more =
        parts.size() > most_agencies
            ? note(view.say("page.overview.more_agencies", {std::to_string(parts.size() - most_agencies)}))
            : Html{};
    return section("qua-han", title,
                   all(table(view, ages, links), more,
                       downloads(view, Address("/bao-cao/government.xlsx").with("moi-cap", "1"))));
}

Html coming(const View& view, const std::vector<DueWeek>& weeks) {
    const auto title = view.say("page.overview.coming");
    report::Chart chart{title, {{view.say("page.overview.due_work"), report::Chart::Colour::Open}}, {}};
    Html unknown;
    for (const auto& week : weeks) {
        const auto label = view.say("page.overview.week", {spoken_day(week.first), spoken_day(week.last)});
        if (week.is_known)
            chart.bars.push_back({label, {static_cast<std::int64_t>(week.due)}});
        else
            unknown += note(view.say("page.overview.too_many", {label}));
    }
    Html lists;
    for (const auto& week : weeks)
        lists +=
            el("li", link(Address("/nhiem-vu")
                              .with("tu-ngay", iso_day(week.first))
                              .with("den-ngay", iso_day(week.last))
                              .with("trang-thai", "open"),
                          view.say("page.overview.week", {spoken_day(week.first), spoken_day(week.last)})));
    return section(
        "sap-toi", title,
        all(chart_figure(chart), unknown, folded(view.say("page.overview.week_lists"), el("ul", lists)),
            el("p", link(Address("/lich"), view.say("page.overview.to_calendar")))));
}

Html unseen(const View& view, const v1::UnseenListReply& list) {
    using Kind = report::Column::Kind;
    auto rows = titled(view, "page.overview.unseen",
                       {{view.say("cli.column.agency"), Kind::Prose},
                        {view.say("page.overview.not_taken"), Kind::Figure},
                        {view.say("page.overview.since"), Kind::Day}});
    if (list.rows().empty())
        return section("chua-xem", rows.title, nothing(view.say("page.overview.all_seen")));
    Links links{0, {}};
    for (const auto& row : list.rows()) {
        if (rows.rows.size() == most_agencies) break;
        const bool handed = row.delivered() > 0 && (row.waiting() == 0 || row.delivered_since().seconds() <
                                                                              row.waiting_since().seconds());
        rows.rows.push_back({row.name(), row.delivered() + row.waiting(),
                             instant(handed ? row.delivered_since() : row.waiting_since())});
        links.to.push_back(agency_address(row.agency()));
    }
    return section("chua-xem", rows.title, table(view, rows, links));
}

Html waiting(const View& view, const Overview& overview) {
    Html items;
    for (const auto& row : overview.waiting.rows())
        items += el("li", link(assignment_address(row.task(), row.assignment()), row.title()), " ",
                    el("span", {{"class", "note"}}, row.agency_name()), " ", standing_badge(view, row));
    const auto title = view.say("page.waiting.title");
    if (items.empty()) return section("cho", title, nothing(view.say("page.overview.nothing_waits")));
    return section(
        "cho", title,
        all(el("ul", {{"class", "plain"}}, items),
            el("p", button_link(Address("/cho-xu-ly"), view.say("page.overview.to_waiting"), "primary"))));
}

}  // namespace

std::string overview_page(const View& view, const Overview& overview) {
    Html body = verdict(view, overview.status.counts(), overview.status.pressed());
    body += warnings(overview.status.warnings());
    body += figures(view, overview);
    body += overdue_by_agency(view, overview);
    body += el("div", {{"class", "columns"}}, coming(view, overview.weeks), waiting(view, overview),
               unseen(view, overview.unseen));
    return framed(
        view, {.place = Place::Overview,
               .title = view.say("page.overview.title"),
               .body = body,
               .beside = el("span", {{"class", "note"}},
                            view.say("page.overview.as_of", {words::spoken_instant(overview.status.now())})),
               .is_live = true});
}

std::vector<DueWeek> weeks_from(local_days today) {
    std::vector<DueWeek> weeks;
    const auto weekday = date::weekday{today}.iso_encoding();
    auto first = today;
    auto last = today + date::days{7 - static_cast<int>(weekday)};
    for (int i = 0; i < weeks_shown; ++i) {
        weeks.push_back({first, last});
        first = last + date::days{1};
        last += date::days{7};
    }
    return weeks;
}

}  // namespace dondoc::web::pages
