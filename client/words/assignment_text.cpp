// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/assignment_text.h"

#include <string_view>
#include <vector>

#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::words {

std::string children_text(text::Lang lang, const v1::ChildrenProgress& children) {
    return text::render(
        lang, "cli.children.progress",
        std::vector{std::to_string(children.completed()), std::to_string(children.counted())});
}

std::string children_due_text(text::Lang lang, const v1::ChildrenProgress& children) {
    if (children.due().empty()) return {};
    return text::render(lang, "cli.children.due", std::vector{spoken_iso_day(children.due())});
}

std::string due_text(text::Lang lang, const v1::AssignmentRow& row) {
    if (row.due().empty() && !row.children().due().empty()) return children_due_text(lang, row.children());
    return row.due().empty() ? row.deadline_text() : spoken_due(row.due(), row.hour());
}

std::string standing_in_full(text::Lang lang, const v1::AssignmentRow& row) {
    const auto say = [lang](std::string_view key, const std::vector<std::string>& args = {}) {
        return text::render(lang, key, args);
    };
    auto text = row.hour_passed() ? say("cli.list.hour_passed", {row.hour()}) : standing(lang, row);
    if (row.has_days_waiting())
        text = say("cli.life.waiting", {std::to_string(row.days_waiting())});
    else if (row.state() == v1::Workflow::reported)
        text = say("cli.life.reported", {text});
    if (!row.asked_due().empty()) text = say("cli.life.asked", {text, spoken_iso_day(row.asked_due())});
    if (!row.original_due().empty() && row.original_due() != row.due())
        text = say("cli.life.extended", {text, spoken_iso_day(row.original_due())});
    if (row.has_children()) text += "; " + children_text(lang, row.children());
    if (row.reworks() > 0) text = say("cli.life.reworked", {text, std::to_string(row.reworks())});
    if (!row.responsible_name().empty()) text += "; " + say("cli.life.responsible", {row.responsible_name()});
    if (row.pressed() > 0)
        text +=
            "; " + say("cli.press.count", {std::to_string(row.pressed()), spoken_iso_day(row.pressed_on())});
    if (row.secret()) text += "; " + say("cli.alert.secret");
    if (row.priority() == "urgent") text = say("cli.task.urgent_standing", {text});
    if (!row.has_mute()) return text;
    return say("cli.mute.row", {text, spoken_iso_day(row.mute().until()), row.mute().reason()});
}

}  // namespace dondoc::words
