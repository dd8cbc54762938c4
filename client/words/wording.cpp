// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wording.h"

#include <array>
#include <cstdlib>
#include <vector>

#include "domain/alert_policy.h"
#include "words/dates.h"

namespace dondoc::words {
namespace {

std::string by_name(text::Lang lang, std::string_view prefix, const std::string& name) {
    return text::render(lang, std::string(prefix) + name);
}

std::string with_count(text::Lang lang, std::string_view key, std::int64_t count) {
    const std::array<std::string, 1> args{std::to_string(count)};
    return text::render(lang, count == 1 ? std::string(key) + "_one" : std::string(key), args);
}

}  // namespace

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::string days_text(const google::protobuf::RepeatedPtrField<std::string>& iso_days) {
    std::string text;
    for (const auto& day : iso_days) text += (text.empty() ? "" : ", ") + spoken_iso_day(day);
    return text;
}

std::string word(text::Lang lang, v1::Timeliness::Class timeliness) {
    return by_name(lang, "cli.timeliness.", v1::Timeliness::Class_Name(timeliness));
}
std::string word(text::Lang lang, v1::Workflow::State state) {
    return by_name(lang, "cli.workflow.", v1::Workflow::State_Name(state));
}
std::string word(text::Lang lang, v1::EventKind::Kind kind) {
    return by_name(lang, "cli.event.", v1::EventKind::Kind_Name(kind));
}
std::string word(text::Lang lang, v1::Role::Kind role) {
    return by_name(lang, "cli.role.", v1::Role::Kind_Name(role));
}
std::string word(text::Lang lang, v1::DeadlineKind::Kind kind) {
    return by_name(lang, "cli.deadline.", v1::DeadlineKind::Kind_Name(kind));
}

std::string level_word(text::Lang lang, const std::string& level) {
    for (const auto* known : {"government", "ministry", "central", "province", "district", "commune"})
        if (level == known) return by_name(lang, "cli.level.", level);
    return level;
}

std::string place_word(text::Lang lang, const std::string& place) {
    // Fields of a document that the command line gives by options.
    for (const auto* field : {"number", "issued", "level", "issuer", "title"})
        if (place == std::string{"document."} + field)
            return text::render(lang, std::string{"sheet.document."} + field);
    // A file with its line, or a row, helps to find the place; the name of a field of the wire does not.
    const bool helps = place.find_first_of(":[/.") != std::string::npos;
    return helps ? place : std::string{};
}

std::string clock_word(text::Lang lang, const std::string& mode) {
    if (mode == "simulated") return text::render(lang, "cli.clock.mode_simulated");
    if (mode == "system") return text::render(lang, "cli.clock.mode_system");
    return mode;
}

std::string days_left_text(text::Lang lang, std::int64_t days_left) {
    if (days_left == 0) return text::render(lang, "cli.days.today");
    return days_left > 0 ? with_count(lang, "cli.days.left", days_left)
                         : with_count(lang, "cli.days.late", -days_left);
}

std::string step_text(text::Lang lang, const std::string& key) {
    if (key == "review") return text::render(lang, "cli.step.review");
    const auto step = parse_step(key);
    if (!step) return key;
    const auto days = std::abs(step->offset.count);
    const bool working = step->offset.unit == Offset::Unit::WorkingDays;
    if (step->kind == AlertKind::Escalation)
        return with_count(lang, working ? "cli.step.escalation_working" : "cli.step.escalation", days);
    if (step->kind == AlertKind::Unseen)
        return with_count(lang, working ? "cli.step.unseen_working" : "cli.step.unseen", days);
    if (step->kind == AlertKind::Overdue)
        return with_count(lang, working ? "cli.step.overdue_working" : "cli.step.overdue", days);
    if (days == 0) return text::render(lang, "cli.step.on_day");
    return with_count(lang, working ? "cli.step.reminder_working" : "cli.step.reminder", days);
}

std::string weekday_word(text::Lang lang, unsigned weekday) {
    return text::render(lang, {"cli.weekday." + std::to_string(weekday), {}});
}

std::string standing(text::Lang lang, const v1::AssignmentRow& row) {
    switch (row.timeliness()) {
        case v1::Timeliness::in_time:
        case v1::Timeliness::due_soon:
        case v1::Timeliness::due_today:
        case v1::Timeliness::overdue:
            return days_left_text(lang, row.days_left());
        case v1::Timeliness::withdrawn:
            return word(lang, row.state());
        default:
            return word(lang, row.timeliness());
    }
}

}  // namespace dondoc::words
