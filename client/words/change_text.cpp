// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/change_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "words/dates.h"
#include "words/wording.h"

namespace dondoc::words {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> field_keys{
    {{"number", "sheet.column.number"},
     {"section", "sheet.column.section"},
     {"title", "sheet.column.title"},
     {"requirement", "sheet.column.requirement"},
     {"solution", "sheet.column.solution"},
     {"deadline_text", "sheet.column.deadline_text"},
     {"deadline_kind", "sheet.column.kind"},
     {"due", "sheet.column.due"},
     {"hour", "cli.task.hour"},
     {"start", "sheet.column.start"},
     {"lead_text", "sheet.column.lead_text"},
     {"lead", "sheet.column.lead"},
     {"cooperating_text", "sheet.column.cooperating_text"},
     {"cooperating", "sheet.column.cooperating"},
     {"level", "sheet.document.level"},
     {"priority", "cli.task.priority"},
     {"decided", "cli.plan.field.decided"},
     {"withdrawn", "cli.plan.field.withdrawn"}}};

std::string join_mapped(const std::string& list, const char* separator, auto word_of) {
    std::string text;
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find("; ", at), list.size());
        text += (text.empty() ? "" : separator) + word_of(list.substr(at, end - at));
        at = end + 2;
    }
    return text;
}

// A value of the wire as it is read.
std::string value_text(text::Lang lang, const std::string& field, const std::string& value) {
    if (value.empty()) return value;
    if (field == "due" || field == "start" || field == "withdrawn")
        return join_mapped(value, "; ", [](const std::string& day) { return spoken_iso_day(day); });
    if (field == "deadline_kind") return text::render(lang, "cli.deadline." + value);
    if (field == "level") return level_word(lang, value);
    if (field == "priority") return text::render(lang, "priority." + value);
    if (field == "decided")
        return join_mapped(value, ", ", [&](const std::string& part) { return decided_word(lang, part); });
    return value;
}

}  // namespace

std::string field_word(text::Lang lang, const std::string& field) {
    const auto* found = std::ranges::find(field_keys, std::string_view(field),
                                          &std::pair<std::string_view, std::string_view>::first);
    return found == field_keys.end() ? field : text::render(lang, found->second);
}

std::string field_change_text(text::Lang lang, const v1::FieldChange& change) {
    const auto name = field_word(lang, change.field());
    const auto before = value_text(lang, change.field(), change.old());
    const auto now = value_text(lang, change.field(), change.new_());
    // What somebody has decided is all that is decided now.
    if (change.field() == "decided" && !now.empty())
        return text::render(lang, {"cli.plan.change_decided", {name, now}});
    if (before.empty()) return text::render(lang, {"cli.plan.change_added", {name, now}});
    if (now.empty()) return text::render(lang, {"cli.plan.change_dropped", {name, before}});
    return text::render(lang, {"cli.plan.change", {name, before, now}});
}

std::string imported_change_text(text::Lang lang, const v1::FieldChange& change) {
    if (change.field() != "state") return field_change_text(lang, change);
    return text::render(lang,
                        {"task_import.state_change", {"@state." + change.old(), "@state." + change.new_()}});
}

std::string decided_word(text::Lang lang, const std::string& part) {
    return text::render(lang, "cli.plan.decided." + part);
}

std::string decided_text(text::Lang lang, const v1::Decision& decided) {
    std::string text;
    const auto add = [&](bool is_decided, const char* part) {
        if (is_decided) text += (text.empty() ? "" : ", ") + decided_word(lang, part);
    };
    add(decided.has_deadline(), "deadline");
    add(decided.has_lead(), "lead");
    add(decided.has_cooperating(), "cooperating");
    return text;
}

}  // namespace dondoc::words
