// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/term_page.h"

#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"
#include "cli/terminal/table.h"

namespace dondoc::cli {
namespace {

std::string action_text(const Session& session, const std::string& action) {
    return action == "amend" ? session.say("cli.term.amended") : session.say("action." + action);
}

void print_decisions(Session& session, const v1::TaskShowReply& shown) {
    if (shown.terms().empty()) return;
    print_heading(session, session.say("cli.term.heading"));
    Table table({{session.say("cli.column.time")},
                 {session.say("cli.term.action"), Align::Left, Fit::Wrap},
                 {session.say("cli.term.happened")},
                 {session.say("cli.column.due")},
                 {session.say("cli.term.document")},
                 {session.say("cli.term.by")},
                 {session.say("cli.term.reason"), Align::Left, Fit::Wrap}});
    for (const auto& entry : shown.terms())
        table.add({spoken_instant(entry.time()), action_text(session, entry.action()),
                   spoken_iso_day(entry.happened()),
                   entry.due().empty() ? session.say("cli.term.none") : spoken_iso_day(entry.due()),
                   entry.document(), entry.by(), why_text(entry)});
    session.print(table);
}

}  // namespace

std::string why_text(const v1::TermEntry& entry) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    };
    if (entry.action() == "term" && !entry.phrase().empty()) add("“" + entry.phrase() + "”.");
    add(entry.why());
    add(entry.reason());
    return text;
}

void print_term_page(Session& session, const v1::TaskShowReply& shown) {
    print_decisions(session, shown);
    if (!shown.openings().empty()) print_heading(session, session.say("cli.term.openings"));
    for (const auto& opening : shown.openings())
        session.line(session.say("cli.term.opening", {opening.agency(), spoken_iso_day(opening.due()),
                                                      spoken_instant(opening.time())}));
    if (!shown.reviews().empty()) print_heading(session, session.say("cli.review.heading"));
    for (const auto& review : shown.reviews())
        session.line(session.say("cli.review.next", {review.agency(), spoken_iso_day(review.since()),
                                                     spoken_iso_day(review.due()), review.rule()}));
}

}  // namespace dondoc::cli
