// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan_difference.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "cli/dates.h"
#include "cli/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> field_keys{
    {{"number", "sheet.column.number"},
     {"section", "sheet.column.section"},
     {"title", "sheet.column.title"},
     {"requirement", "sheet.column.requirement"},
     {"solution", "sheet.column.solution"},
     {"deadline_text", "sheet.column.deadline_text"},
     {"deadline_kind", "sheet.column.kind"},
     {"due", "sheet.column.due"},
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

std::string kind_word(Session& session, v1::RowDifference::Kind kind) {
    return session.say("cli.plan.kind." + v1::RowDifference::Kind_Name(kind));
}

Tone tone_of_difference(v1::RowDifference::Kind kind) {
    return kind == v1::RowDifference::dropped ? Tone::Bad : Tone::Plain;
}

}  // namespace

std::string field_word(text::Lang lang, const std::string& field) {
    const auto* found = std::ranges::find(field_keys, std::string_view(field),
                                          &std::pair<std::string_view, std::string_view>::first);
    return found == field_keys.end() ? field : text::render(lang, found->second);
}

std::string field_change_text(text::Lang lang, const v1::FieldChange& change) {
    return text::render(lang,
                        {"cli.plan.change",
                         {field_word(lang, change.field()), value_text(lang, change.field(), change.old()),
                          value_text(lang, change.field(), change.new_())}});
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

void print_difference(Session& session, const v1::PlanImportReply& reply) {
    const auto& difference = reply.difference();
    const auto& document = reply.reading().document();
    session.line(session.say("cli.plan.difference", {document.number(), spoken_iso_day(document.issued())}));
    Table table({{session.say("cli.plan.column.change")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Wrap}});
    for (const auto& change : difference.document())
        table.add({session.say("cli.plan.kind.document"), "", field_change_text(session.lang(), change)});
    std::array<std::uint64_t, v1::RowDifference::Kind_ARRAYSIZE> counts{};
    for (const auto& row : difference.rows()) {
        ++counts.at(static_cast<std::size_t>(row.kind()));
        table.add(
            {{kind_word(session, row.kind()), tone_of_difference(row.kind())}, row.number(), row.title()});
        for (const auto& field : row.fields())
            table.add({"", "", "  " + field_change_text(session.lang(), field)});
    }
    session.print(table);
    if (difference.reordered()) session.line(session.say("cli.plan.reordered"));
    const auto count = [&](v1::RowDifference::Kind kind) {
        return std::to_string(counts.at(static_cast<std::size_t>(kind)));
    };
    session.line(session.say("cli.plan.difference_counts",
                             {count(v1::RowDifference::added), count(v1::RowDifference::changed),
                              count(v1::RowDifference::dropped), count(v1::RowDifference::restored),
                              std::to_string(difference.unchanged())}));
    session.line(session.say("cli.plan.difference_effect",
                             {std::to_string(reply.assignments()), std::to_string(reply.replanned()),
                              std::to_string(reply.revoked()), std::to_string(reply.reopened())}));
    if (reply.linked() > 0) session.line(session.say_count("cli.children.linked", reply.linked()));
}

}  // namespace dondoc::cli
