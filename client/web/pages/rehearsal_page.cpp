// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>

#include "domain/civil.h"
#include "web/pages/frame.h"
#include "web/pages/intake_page.h"
#include "web/pages/parts.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

using Kind = report::Column::Kind;

constexpr std::size_t most_items = 200;  // of one morning on a page

std::string spoken_morning(const View& view, const std::string& iso) {
    const auto civil = parse_iso_day(iso);
    return civil ? view.say("cli.rehearse.day",
                            {words::weekday_word(view.lang, date::weekday{*civil}.iso_encoding()), day(iso)})
                 : iso;
}

Html mornings(const View& view, const std::string& id, const v1::Rehearsal& rehearsal) {
    auto section = titled(view, "page.rehearse.each_morning",
                          {{view.say("cli.rehearse.morning"), Kind::Text},
                           {view.say("cli.rehearse.agencies"), Kind::Figure},
                           {view.say("cli.rehearse.alerts"), Kind::Figure},
                           {view.say("cli.rehearse.notices"), Kind::Figure}});
    Links links{0, {}};
    for (const auto& one : rehearsal.days()) {
        section.rows.push_back(
            {spoken_morning(view, one.day()), one.agencies(), one.alerts(), one.notices()});
        links.to.push_back(draft_address(id).part("dien-tap").with("sang", one.day()).at("buoi-sang"));
    }
    return table(view, section, links);
}

Html said_item(const View& view, const v1::RehearsedItem& item) {
    std::string steps;
    for (const auto& step : item.steps())
        steps += (steps.empty() ? "" : ", ") + words::step_text(view.lang, step);
    return el(
        "li", item.task_number(), item.task_number().empty() ? "" : ". ", item.title(), " ",
        el("span", {{"class", "note"}},
           view.say("page.rehearse.item", {words::word(view.lang, item.kind()), steps, day(item.due())})));
}

// Who is told of what on one morning.
Html one_morning(const View& view, const v1::Rehearsal& rehearsal, const std::string& morning) {
    Html told;
    std::size_t shown = 0, more = 0;
    for (const auto& agency : rehearsal.agencies())
        for (const auto& one : agency.days()) {
            if (one.day() != morning) continue;
            Html items;
            for (const auto& item : one.items())
                if (++shown <= most_items)
                    items += said_item(view, item);
                else
                    ++more;
            if (!items.empty()) told += all(el("h3", agency.name()), el("ul", {{"class", "plain"}}, items));
        }
    if (more > 0) told += note(view.say("page.rehearse.more", {std::to_string(more)}));
    return told.empty() ? nothing(view.say("page.rehearse.not_kept")) : told;
}

}  // namespace

std::string rehearsal_page(const View& view, const std::string& id, const v1::Rehearsal& rehearsal,
                           const std::string& morning) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    Html lines =
        el("p", view.say("cli.rehearse.period",
                         {rehearsal.document().number(), day(rehearsal.from()), day(rehearsal.until()),
                          number(rehearsal.tasks()), number(rehearsal.assignments())}));
    const auto mention = [&](const char* key, std::uint64_t count) {
        if (count > 0) lines += el("p", view.count(key, count));
    };
    mention("cli.rehearse.without_day", rehearsal.without_day());
    mention("cli.rehearse.already_past", rehearsal.already_past());
    mention("cli.rehearse.after", rehearsal.after());
    mention("cli.rehearse.problems", rehearsal.problems());
    Html body = section("tom-tat", view.say("page.rehearse.summary"), lines);
    auto agencies = titled(view, "page.rehearse.whom",
                           {{view.say("cli.column.agency"), Kind::Prose},
                            {view.say("cli.rehearse.reminders"), Kind::Figure},
                            {view.say("cli.column.overdue"), Kind::Figure},
                            {view.say("cli.rehearse.escalations"), Kind::Figure},
                            {view.say("page.rehearse.first"), Kind::Day},
                            {view.say("page.rehearse.mornings"), Kind::Figure}});
    for (const auto& agency : rehearsal.agencies())
        agencies.rows.push_back({agency.name(), agency.reminders(), agency.overdue(), agency.escalations(),
                                 agency.days().empty() ? "" : day(agency.days(0).day()),
                                 static_cast<std::uint64_t>(agency.days_size())});
    body +=
        section("ai", agencies.title,
                agencies.rows.empty() ? nothing(view.say("cli.rehearse.silence")) : table(view, agencies));
    if (!rehearsal.days().empty()) {
        const auto& chosen = morning.empty() ? rehearsal.days(0).day() : morning;
        body += section("tung-buoi", view.say("page.rehearse.each_morning"), mornings(view, id, rehearsal));
        body += section("buoi-sang", spoken_morning(view, chosen), one_morning(view, rehearsal, chosen));
    }
    if (!rehearsal.days_off().empty()) {
        auto days = titled(view, "page.rehearse.days_off",
                           {{view.say("cli.column.due"), Kind::Day},
                            {view.say("cli.rehearse.why"), Kind::Text},
                            {view.say("cli.rehearse.last_working_day"), Kind::Day},
                            {view.say("cli.rehearse.tasks"), Kind::Prose}});
        for (const auto& one : rehearsal.days_off())
            days.rows.push_back({day(one.due()),
                                 one.holiday().empty() ? view.say("cli.rehearse.weekend") : one.holiday(),
                                 day(one.last_working_day()), words::joined(one.tasks())});
        body += section("ngay-nghi", days.title, table(view, days));
    }
    body += el("p", button_link(draft_address(id), view.say("page.rehearse.back"), "primary"));
    return framed(view, {.place = Place::Documents,
                         .title = view.say("page.rehearse.title", {rehearsal.document().number()}),
                         .body = body});
}

}  // namespace dondoc::web::pages
