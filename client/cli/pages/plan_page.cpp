// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pages/plan_page.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t most_rows_named = 12;

std::string row_due(const v1::PlanRow& row) {
    const auto days = days_text(row.deadline().due());
    if (days.empty()) return row.deadline_text();
    const auto hour = row.deadline().hour().empty() ? std::string{} : row.deadline().hour() + ' ';
    return hour + days + (row.deadline().endless() ? ", …" : "");
}

// With how many agencies they are, where there is a group.
std::string lead_of(Session& session, const v1::PlanRow& row) {
    if (row.lead().empty()) return row.lead_text();
    const auto is_group = [](const std::string& name) { return name.starts_with('@'); };
    auto names = joined(row.lead(), "; ");
    if (std::ranges::none_of(row.lead(), is_group)) return names;
    return session.say("cli.plan.group_of", {std::to_string(row.lead_agencies()), names});
}

struct Common {
    std::string problem;
    std::vector<std::string> rows;  // numbers, or places
};

std::string label_of(const v1::PlanRow& row, int index, const RowPlace& place) {
    return row.number().empty() ? place(index) : row.number();
}

// What at least two rows say alike, the most frequent first.
std::vector<Common> common_problems(const v1::PlanPreview& plan, const RowPlace& place) {
    std::map<std::string, std::size_t> index;
    std::vector<Common> found;
    for (int i = 0; i < plan.rows_size(); ++i)
        for (const auto& problem : plan.rows(i).problems()) {
            const auto [entry, added] = index.try_emplace(problem, found.size());
            if (added) found.push_back({problem, {}});
            found[entry->second].rows.push_back(label_of(plan.rows(i), i, place));
        }
    std::erase_if(found, [](const Common& common) { return common.rows.size() < 2; });
    std::ranges::stable_sort(found, std::greater{}, [](const Common& common) { return common.rows.size(); });
    return found;
}

std::string row_numbers(const std::vector<std::string>& rows) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows_named); ++i)
        text += (i ? ", " : "") + rows[i];
    return rows.size() > most_rows_named ? text + ", …" : text;
}

void print_common(Session& session, const std::vector<Common>& common) {
    if (common.empty()) return;
    print_heading(session, session.say("cli.plan.common_problems"));
    Table table({{session.say("cli.column.rows"), Align::Right},
                 {session.say("cli.column.problem"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.in_rows"), Align::Left, Fit::Wrap}});
    for (const auto& [problem, rows] : common)
        table.add({{std::to_string(rows.size()), Tone::Warning}, problem, row_numbers(rows)});
    session.print(table);
}

}  // namespace

void print_rows(Session& session, const v1::PlanPreview& plan) {
    Table table({{session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.lead"), Align::Left, Fit::Cut}});
    for (const auto& row : plan.rows()) {
        const auto tone = row.problems().empty() ? Tone::Plain : Tone::Warning;
        table.add({{row.number(), tone}, row.title(), row_due(row), lead_of(session, row)});
    }
    session.print(table);
}

// How many agencies each row with a group was, or would be, assigned to.
void print_groups(Session& session, const v1::PlanPreview& plan) {
    Table table(
        {{session.say("cli.column.number")}, {session.say("cli.column.lead"), Align::Left, Fit::Wrap}});
    for (const auto& row : plan.rows())
        if (const auto lead = lead_of(session, row); lead != joined(row.lead(), "; ") && !row.lead().empty())
            table.add({row.number(), lead});
    if (!table.empty()) session.print(table);
}

void print_problems(Session& session, const v1::PlanPreview& plan, const RowPlace& place) {
    const auto common = common_problems(plan, place);
    std::set<std::string> told;
    for (const auto& [problem, rows] : common) told.insert(problem);
    print_common(session, common);
    Table table({{session.say("cli.column.row"), Align::Right},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.problem"), Align::Left, Fit::Wrap}});
    for (const auto& problem : plan.problems()) table.add({"", session.say("cli.plan.whole"), problem});
    for (int i = 0; i < plan.rows_size(); ++i)
        for (const auto& problem : plan.rows(i).problems())
            if (!told.contains(problem)) table.add({place(i), plan.rows(i).number(), problem});
    if (table.empty()) return;
    print_heading(session, session.say("cli.plan.problems"));
    session.print(table);
}

}  // namespace dondoc::cli
