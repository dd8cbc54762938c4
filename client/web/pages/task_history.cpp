// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "web/pages/parts.h"
#include "web/pages/task_page.h"
#include "words/assignment_text.h"
#include "words/change_text.h"
#include "words/delivery_text.h"
#include "words/life_text.h"
#include "words/wording.h"

namespace dondoc::web::pages {
namespace {

using Kind = report::Column::Kind;

constexpr std::size_t most_shown = 100;  // a task of all communes has a thousand

// The newest, and where the others are.
Html newest(const View& view, const report::Section& section, const Address& all_of_them) {
    const auto more = section.rows.size() < most_shown
                          ? Html{}
                          : el("p", {{"class", "note"}}, link(all_of_them, view.say("page.task.older")));
    return all(table(view, section), more);
}

Address log_of(const v1::TaskShowReply& shown) {
    return Address("/nhat-ky").with("nhiem-vu", std::to_string(shown.task()));
}

report::Section empty_section(std::string title, std::vector<report::Column> columns) {
    return {title, std::move(title), {}, std::move(columns), {}, {}, {}};
}

std::string what_was_told(const View& view, const v1::AlertRecord& alert) {
    if (!alert.step().empty()) return words::step_text(view.lang, alert.step());
    if (!alert.action().empty()) return words::action_word(view.lang, alert.action());
    return words::word(view.lang, alert.kind());
}

// Whether somebody looked, and who was reached; a program that took it is said to be a program.
report::Cell reached(const View& view, const v1::AlertRecord& alert) {
    if (alert.has_withheld())
        return {view.say("page.task.withheld", {alert.withheld().reason()}), report::Mark::Warning};
    if (alert.skipped()) return view.say("page.task.skipped");
    return {words::reached_text(view.lang, alert), alert.seen() ? report::Mark::Good : report::Mark::Warning};
}

Html related(const View& view, const v1::RelatedTask& task) {
    auto words = view.say("page.work.source", {task.document(), task.number()});
    const Html name = task.title().empty() ? Html(words) : all(task.title(), " (", words, ")");
    auto standing = view.say("cli.children.standing." + v1::RelatedTask::Standing_Name(task.standing()));
    if (!task.due().empty()) standing += ", " + view.say("page.work.due", {day(task.due())});
    if (task.has_children()) standing += ", " + words::children_text(view.lang, task.children());
    return el("li", task.title().empty() ? name : link(task_address(task.task()), name), " ",
              el("span", {{"class", "note"}}, standing));
}

}  // namespace

Html told_section(const View& view, const v1::TaskShowReply& shown) {
    auto told = empty_section(view.say("page.task.told"), {{view.say("cli.column.time"), Kind::Day},
                                                           {view.say("page.task.whom"), Kind::Text},
                                                           {view.say("page.task.what"), Kind::Prose},
                                                           {view.say("page.task.reached"), Kind::Prose}});
    const auto& alerts = shown.alerts();
    for (auto alert = alerts.rbegin(); alert != alerts.rend() && told.rows.size() < most_shown; ++alert)
        told.rows.push_back(
            {instant(alert->time()), alert->told(), what_was_told(view, *alert), reached(view, *alert)});
    return section(
        "da-bao", told.title,
        told.rows.empty() ? nothing(view.say("page.task.nobody_told")) : newest(view, told, log_of(shown)));
}

Html planned_section(const View& view, const v1::TaskShowReply& shown) {
    auto planned = empty_section(view.say("page.task.planned"), {{view.say("cli.column.time"), Kind::Day},
                                                                 {view.say("page.task.what"), Kind::Prose},
                                                                 {view.say("page.task.whom"), Kind::Text},
                                                                 {view.say("page.task.rule"), Kind::Text}});
    for (const auto& alert : shown.planned()) {
        if (planned.rows.size() == most_shown) break;
        auto what = words::step_text(view.lang, alert.step());
        if (alert.held()) what += " (" + view.say("cli.mute.held") + ")";
        planned.rows.push_back({instant(alert.time()), what, words::joined(alert.told()), alert.rule()});
    }
    for (const auto& opening : shown.openings())
        planned.rows.push_back({instant(opening.time()), view.say("page.task.opening", {day(opening.due())}),
                                opening.agency(), ""});
    for (const auto& review : shown.reviews())
        planned.rows.push_back(
            {day(review.due()), view.say("cli.step.review"), review.agency(), review.rule()});
    return section(
        "sap-toi", planned.title,
        planned.rows.empty() ? nothing(view.say("page.task.nothing_planned")) : table(view, planned));
}

Html life_section(const View& view, const v1::TaskShowReply& shown) {
    auto life = empty_section(view.say("page.task.life"), {{view.say("cli.column.time"), Kind::Day},
                                                           {view.say("cli.column.action"), Kind::Prose},
                                                           {view.say("cli.column.state"), Kind::Text},
                                                           {view.say("cli.column.done_by"), Kind::Text},
                                                           {view.say("cli.column.details"), Kind::Prose}});
    for (auto entry = shown.life().rbegin(); entry != shown.life().rend() && life.rows.size() < most_shown;
         ++entry) {
        auto action = words::action_word(view.lang, entry->action());
        if (shown.assignments_size() > 1 && !entry->agency().empty()) action += " (" + entry->agency() + ")";
        life.rows.push_back({instant(entry->time()), std::move(action),
                             words::state_word(view.lang, entry->state()), entry->by(),
                             words::entry_text(view.lang, *entry)});
    }
    return section(
        "qua-trinh", life.title,
        life.rows.empty() ? nothing(view.say("page.task.no_life")) : newest(view, life, log_of(shown)));
}

Html decisions_section(const View& view, const v1::TaskShowReply& shown) {
    if (shown.decisions().empty()) return {};
    auto decisions =
        empty_section(view.say("page.task.decisions"), {{view.say("cli.column.time"), Kind::Day},
                                                        {view.say("cli.column.what"), Kind::Prose},
                                                        {view.say("cli.column.done_by"), Kind::Text},
                                                        {view.say("cli.column.reason"), Kind::Prose}});
    for (const auto& decision : shown.decisions()) {
        v1::FieldChange change;
        change.set_field(decision.field());
        change.set_old(decision.old());
        change.set_new_(decision.new_());
        const auto separator = decision.document().empty() || decision.reason().empty() ? "" : ": ";
        decisions.rows.push_back({instant(decision.time()), words::field_change_text(view.lang, change),
                                  decision.by(), decision.document() + separator + decision.reason()});
    }
    return section("quyet-dinh", decisions.title, table(view, decisions));
}

Html family_section(const View& view, const v1::TaskShowReply& shown) {
    if (!shown.has_parent() && shown.children().empty()) return {};
    Html parent, children;
    if (shown.has_parent()) parent = el("ul", {{"class", "plain"}}, related(view, shown.parent()));
    for (const auto& child : shown.children()) children += related(view, child);
    Html content;
    if (!parent.empty()) content += all(note(view.say("page.task.parent")), parent);
    if (!children.empty()) {
        content += note(shown.has_progress() ? words::children_text(view.lang, shown.progress())
                                             : view.say("page.task.children"));
        content += el("ul", {{"class", "plain"}}, children);
    }
    return section("nhiem-vu-con", view.say("page.task.family"), content);
}

}  // namespace dondoc::web::pages
