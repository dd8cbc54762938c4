// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>

#include "web/pages/frame.h"
#include "web/pages/intake_page.h"
#include "web/pages/parts.h"
#include "words/wording.h"

namespace dondoc::web::pages {

std::string rehearsal_page(const View& view, const std::string& id, const v1::Rehearsal& rehearsal) {
    using Kind = report::Column::Kind;
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
    const auto whom = view.say("page.rehearse.whom");
    report::Section agencies{whom,
                             whom,
                             {},
                             {{view.say("cli.column.agency"), Kind::Prose},
                              {view.say("cli.rehearse.reminders"), Kind::Figure},
                              {view.say("cli.column.overdue"), Kind::Figure},
                              {view.say("cli.rehearse.escalations"), Kind::Figure},
                              {view.say("page.rehearse.first"), Kind::Day},
                              {view.say("page.rehearse.mornings"), Kind::Figure}},
                             {},
                             {},
                             {}};
    for (const auto& agency : rehearsal.agencies())
        agencies.rows.push_back({agency.name(), agency.reminders(), agency.overdue(), agency.escalations(),
                                 agency.days().empty() ? "" : day(agency.days(0).day()),
                                 static_cast<std::uint64_t>(agency.days_size())});
    body +=
        section("ai", whom,
                agencies.rows.empty() ? nothing(view.say("cli.rehearse.silence")) : table(view, agencies));
    if (!rehearsal.days_off().empty()) {
        const auto off = view.say("page.rehearse.days_off");
        report::Section days{off,
                             off,
                             {},
                             {{view.say("cli.column.due"), Kind::Day},
                              {view.say("cli.rehearse.why"), Kind::Text},
                              {view.say("cli.rehearse.last_working_day"), Kind::Day},
                              {view.say("cli.rehearse.tasks"), Kind::Prose}},
                             {},
                             {},
                             {}};
        for (const auto& one : rehearsal.days_off())
            days.rows.push_back({day(one.due()),
                                 one.holiday().empty() ? view.say("cli.rehearse.weekend") : one.holiday(),
                                 day(one.last_working_day()), words::joined(one.tasks())});
        body += section("ngay-nghi", off, table(view, days));
    }
    body += el("p", button_link(draft_address(id), view.say("page.rehearse.back"), "primary"));
    return framed(view, {.place = Place::Documents,
                         .title = view.say("page.rehearse.title", {rehearsal.document().number()}),
                         .body = body});
}

}  // namespace dondoc::web::pages
