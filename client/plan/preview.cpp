// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/preview.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language/rows/row_nesting.h"
#include "wire/deadline.h"

namespace dondoc::plan {
namespace {

void fill_nesting(google::protobuf::RepeatedPtrField<v1::PlanRow>& rows) {
    std::vector<language::NumberedRow> numbered;
    for (const auto& row : rows)
        numbered.push_back(
            {row.number(), row.section(), row.deadline().kind() == v1::DeadlineKind::as_assigned});
    const auto above = language::parents_by_number(numbered);
    for (std::size_t i = 0; i < above.size(); ++i)
        if (above[i]) rows.at(static_cast<int>(i)).set_under(rows.at(static_cast<int>(*above[i])).number());
}

// Writes one reading into a row of the wire.
void fill_row(v1::PlanRow& row, const language::RowReading& reading, text::Lang lang) {
    *row.mutable_deadline() = wire::to_wire(reading.deadline, lang);
    row.clear_lead();
    for (const auto& party : reading.lead) row.add_lead(party.name);
    row.clear_cooperating();
    for (const auto& party : reading.cooperating) row.add_cooperating(party.name);
    row.clear_role_notes();
    for (const auto& note : reading.role_notes) row.add_role_notes(note);
    row.clear_problems();
    for (const auto& problem : reading.problems) row.add_problems(text::render(lang, problem));
}

}  // namespace

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
            const auto decided = wire::from_wire(row.decided());
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
