// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/preview.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "language/row_nesting.h"

namespace dondoc::plan {
namespace {

v1::DeadlineKind::Kind wire_kind(DeadlineKind kind) {
    switch (kind) {
        case DeadlineKind::None:
            return v1::DeadlineKind::none;
        case DeadlineKind::Date:
            return v1::DeadlineKind::date;
        case DeadlineKind::Before:
            return v1::DeadlineKind::before;
        case DeadlineKind::Year:
            return v1::DeadlineKind::year;
        case DeadlineKind::Quarter:
            return v1::DeadlineKind::quarter;
        case DeadlineKind::Month:
            return v1::DeadlineKind::month;
        case DeadlineKind::Relative:
            return v1::DeadlineKind::relative;
        case DeadlineKind::Recurring:
            return v1::DeadlineKind::recurring;
        case DeadlineKind::Ongoing:
            return v1::DeadlineKind::ongoing;
        case DeadlineKind::From:
            return v1::DeadlineKind::from;
        case DeadlineKind::Event:
            return v1::DeadlineKind::event;
        case DeadlineKind::AsAssigned:
            return v1::DeadlineKind::as_assigned;
    }
    return v1::DeadlineKind::none;
}

void fill_nesting(google::protobuf::RepeatedPtrField<v1::PlanRow>& rows) {
    std::vector<language::NumberedRow> numbered;
    for (const auto& row : rows)
        numbered.push_back(
            {row.number(), row.section(), row.deadline().kind() == v1::DeadlineKind::as_assigned});
    const auto above = language::parents_by_number(numbered);
    for (std::size_t i = 0; i < above.size(); ++i)
        if (above[i]) rows.at(static_cast<int>(i)).set_under(rows.at(static_cast<int>(*above[i])).number());
}

}  // namespace

void fill_row(v1::PlanRow& row, const language::RowReading& reading, text::Lang lang) {
    auto& deadline = *row.mutable_deadline();
    deadline.Clear();
    deadline.set_kind(wire_kind(kind_of(reading.deadline.term)));
    for (const auto day : due_days(reading.deadline.term)) deadline.add_due(iso_day(day));
    if (const auto start = start_day(reading.deadline.term)) deadline.set_start(iso_day(*start));
    deadline.set_reason(text::render(lang, reading.deadline.reason));
    if (reading.deadline.hour) deadline.set_hour(clock_text(*reading.deadline.hour));
    if (const auto* recurring = std::get_if<Recurring>(&reading.deadline.term))
        deadline.set_endless(recurring->repetition.is_endless());
    row.clear_lead();
    for (const auto& party : reading.lead) row.add_lead(party.name);
    row.clear_cooperating();
    for (const auto& party : reading.cooperating) row.add_cooperating(party.name);
    row.clear_role_notes();
    for (const auto& note : reading.role_notes) row.add_role_notes(note);
    row.clear_problems();
    for (const auto& problem : reading.problems) row.add_problems(text::render(lang, problem));
}

language::RowDecisions decisions_of(const v1::Decision& decision) {
    const auto day = [](const std::string& text) {
        const auto parsed = parse_iso_day(text);
        if (!parsed) throw UserError("value.day", {text}, "decided.deadline");
        return *parsed;
    };
    language::RowDecisions decided;
    if (decision.has_deadline()) {
        const auto& deadline = decision.deadline();
        DecidedTerm term;
        term.kind = deadline_kind(v1::DeadlineKind::Kind_Name(deadline.kind())).value_or(DeadlineKind::None);
        for (const auto& due : deadline.due()) term.due.push_back(day(due));
        if (!deadline.start().empty()) term.start = day(deadline.start());
        decided.term = std::move(term);
    }
    const auto names = [](const v1::Decision::Names& from) {
        return std::vector<std::string>{from.names().begin(), from.names().end()};
    };
    if (decision.has_lead()) decided.lead = names(decision.lead());
    if (decision.has_cooperating()) decided.cooperating = names(decision.cooperating());
    return decided;
}

v1::PlanPreview preview(PlanTableReading reading, v1::Document document,
                        const language::AgencyReader& agencies, const Calendar* calendar, text::Lang lang) {
    const auto issued = parse_iso_day(document.issued());
    if (!issued) throw UserError("plan.bad_issue_date", {document.issued()});
    const language::ReadingContext context{*issued, calendar};
    v1::PlanPreview preview;
    *preview.mutable_document() = std::move(document);
    for (std::size_t i = 0; i < reading.rows.size(); ++i) {
        auto& row = reading.rows[i];
        const auto place = "rows[" + std::to_string(i) + "].";
        try {
            const auto decided = decisions_of(row.decided());
            std::vector<Message> doubts;
            for (const auto& doubt : row.doubts())
                doubts.push_back({doubt.key(), {doubt.args().begin(), doubt.args().end()}});
            const auto read = language::read_row(
                {row.deadline_text(), row.lead_text(), row.cooperating_text(), row.running_text(), doubts},
                agencies, context, decided);
            fill_row(row, read, lang);
            row.set_lead_agencies(static_cast<std::uint32_t>(agencies.count(read.lead)));
            row.set_cooperating_agencies(static_cast<std::uint32_t>(agencies.count(read.cooperating)));
        } catch (const UserError& error) {
            throw UserError(error.message().key, error.message().args, place + error.place());
        }
        *preview.add_rows() = std::move(row);
    }
    fill_nesting(*preview.mutable_rows());
    for (auto& heading : reading.headings) *preview.add_headings() = std::move(heading);
    for (const auto& problem : reading.problems) preview.add_problems(text::render(lang, problem));
    return preview;
}

}  // namespace dondoc::plan
