// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/plan_explain.h"

#include <string>

#include "cli/frame/dates.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

struct ExplainedField {
    const char* name;   // of PlanRow
    const char* label;  // in the catalogue
};
constexpr ExplainedField explained[] = {{"requirement", "sheet.column.requirement"},
                                        {"solution", "sheet.column.solution"},
                                        {"deadline_text", "cli.column.due"},
                                        {"lead_text", "cli.column.lead"},
                                        {"cooperating_text", "sheet.column.cooperating"}};

const v1::CellOrigin* origin_of(const v1::PlanRow& row, const char* field) {
    for (const auto& origin : row.origins())
        if (origin.field() == field) return &origin;
    return nullptr;
}

const std::string& explained_text(const v1::PlanRow& row, const char* field) {
    const auto* descriptor = row.GetDescriptor()->FindFieldByName(field);
    return row.GetReflection()->GetStringReference(row, descriptor, nullptr);
}

std::string where(const Session& session, const v1::CellOrigin& origin) {
    const auto line = std::to_string(origin.line());
    switch (origin.how()) {
        case v1::CellOrigin::merged:
            return session.say("cli.explain.merged", {origin.header(), line});
        case v1::CellOrigin::taken_over:
            return session.say("cli.explain.taken_over", {origin.header(), line});
        case v1::CellOrigin::ditto:
            return session.say("cli.explain.ditto", {origin.header(), line});
        case v1::CellOrigin::over_page:
            return session.say("cli.explain.over_page", {origin.header(), line});
        case v1::CellOrigin::above_table:
            return session.say("cli.explain.above_table");
        default:
            return session.say("cli.explain.own", {origin.header(), std::to_string(origin.column()), line});
    }
}

// What the text was read as, where it is read at all.
std::string meaning(const v1::PlanRow& row, const std::string& field) {
    if (field == "deadline_text") {
        const auto days = days_text(row.deadline().due());
        return days.empty() ? row.deadline().reason() : days + ". " + row.deadline().reason();
    }
    if (field == "lead_text") return joined(row.lead(), "; ");
    if (field == "cooperating_text") return joined(row.cooperating(), "; ");
    return {};
}

void explain(Session& session, const v1::PlanRow& row) {
    session.line(
        session.say("cli.explain.row", {row.number(), row.title(), std::to_string(row.source().table()),
                                        std::to_string(row.source().line())}));
    if (!row.section().empty()) session.line(session.say("cli.explain.section", {row.section()}));
    for (const auto& [name, label] : explained) {
        const auto& text = explained_text(row, name);
        const auto* origin = origin_of(row, name);
        if (text.empty() && !origin) continue;
        const auto place = origin ? where(session, *origin) : session.say("cli.explain.elsewhere");
        session.line(session.say("cli.explain.cell", {session.say(label), text, place}));
        if (const auto read = meaning(row, name); !read.empty())
            session.line(session.say("cli.explain.meaning", {read}));
    }
    for (const auto& beside : row.beside())
        session.line(session.say("cli.explain.beside", {beside.column(), beside.text()}));
    for (const auto& problem : row.problems()) session.line(session.say("cli.explain.problem", {problem}));
}

}  // namespace

void print_explanation(Session& session, const v1::PlanPreview& plan) {
    for (const auto& row : plan.rows()) {
        explain(session, row);
        session.line({});
    }
}

}  // namespace dondoc::cli
