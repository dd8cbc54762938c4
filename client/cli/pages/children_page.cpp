// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/children_page.h"

#include <map>
#include <vector>

#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/terminal/table.h"

namespace dondoc::cli {
namespace {

std::string standing_text(const Session& session, const v1::RelatedTask& child) {
    auto text = session.say("cli.children.standing." + v1::RelatedTask::Standing_Name(child.standing()));
    if (child.has_children()) text += "; " + children_text(session.lang(), child.children());
    return text;
}

std::string child_due(const Session& session, const v1::RelatedTask& child) {
    return child.has_children() ? children_due_text(session.lang(), child.children())
                                : spoken_iso_day(child.due());
}

}  // namespace

std::string parent_text(const Session& session, const v1::TaskShowReply& shown) {
    if (!shown.has_parent()) return {};
    const auto& parent = shown.parent();
    return session.say("cli.children.parent_value",
                       {std::to_string(parent.task()), parent.number(), parent.document(), parent.title()});
}

void print_children(Session& session, const v1::TaskShowReply& shown) {
    if (shown.children().empty()) return;
    print_heading(session, session.say("cli.children.heading"));
    if (shown.has_progress()) {
        session.line(session.say("cli.children.follows", {children_text(session.lang(), shown.progress())}));
        if (!shown.progress().due().empty())
            session.line(session.say("cli.children.latest", {spoken_iso_day(shown.progress().due())}));
    }
    Table table({{session.say("cli.column.task"), Align::Right},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.state"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.completed_on")}});
    for (const auto& child : shown.children())
        table.add({std::to_string(child.task()), child.document(), child.number(), child.title(),
                   child_due(session, child), standing_text(session, child),
                   spoken_iso_day(child.completed_on())});
    session.print(table);
}

void print_parents(Session& session, const v1::TaskShowReply& shown) {
    if (shown.parents().empty()) return;
    print_heading(session, session.say("cli.children.parents"));
    for (const auto& entry : shown.parents()) {
        const auto by = entry.by().empty() ? session.say("cli.children.by_number") : entry.by();
        const auto who = entry.reason().empty() ? by : by + ": " + entry.reason();
        const auto time = spoken_instant(entry.time());
        session.line(entry.parent() == 0
                         ? session.say("cli.children.taken_out", {time, who})
                         : session.say("cli.children.put_under", {time, std::to_string(entry.parent()),
                                                                  entry.number(), entry.document(), who}));
    }
}

void print_nesting(Session& session, const v1::PlanPreview& plan) {
    std::map<std::pair<std::string, std::string>, std::string> children;  // section, number of the container
    for (const auto& row : plan.rows()) {
        if (row.under().empty()) continue;
        auto& numbers = children[{row.section(), row.under()}];
        numbers += (numbers.empty() ? "" : ", ") + row.number();
    }
    for (const auto& [container, numbers] : children)
        session.line(session.say("cli.children.nesting", {container.second, numbers}));
}

}  // namespace dondoc::cli
