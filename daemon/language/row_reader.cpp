#include "language/row_reader.h"

#include <algorithm>

namespace dondoc::language {
namespace {

void append(std::vector<Message>& to, std::vector<Message> from) {
    for (auto& message : from)
        if (std::find(to.begin(), to.end(), message) == to.end()) to.push_back(std::move(message));
}

// Each once, and nobody who leads also cooperates.
void add_parties(std::vector<Party>& to, std::vector<Party> from, const std::vector<Party>& leads) {
    for (auto& party : from)
        if (std::find(to.begin(), to.end(), party) == to.end() &&
            std::find(leads.begin(), leads.end(), party) == leads.end())
            to.push_back(std::move(party));
}

}  // namespace

RowReading read_row(const RowTexts& texts, const AgencyReader& agencies, const ReadingContext& context) {
    RowReading row;
    auto deadline = read_deadline(texts.deadline, context);
    row.deadline = std::move(deadline.deadline);
    append(row.problems, std::move(deadline.problems));

    auto lead = agencies.read(texts.lead);
    auto cooperating = agencies.read(texts.cooperating);
    row.lead = std::move(lead.parties);
    // A single column of agencies may say both roles: "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính".
    add_parties(row.cooperating, std::move(lead.cooperating), row.lead);
    add_parties(row.cooperating, std::move(cooperating.parties), {});
    add_parties(row.cooperating, std::move(cooperating.cooperating), {});
    for (const auto& party : row.cooperating)
        if (std::find(row.lead.begin(), row.lead.end(), party) != row.lead.end() && !party.code.empty())
            row.problems.push_back(
                {"row.lead_cooperates", {party.name.substr(party.name.starts_with('@') ? 1 : 0)}});
    row.role_notes = std::move(lead.role_notes);
    for (auto& note : cooperating.role_notes)
        if (std::find(row.role_notes.begin(), row.role_notes.end(), note) == row.role_notes.end())
            row.role_notes.push_back(std::move(note));

    append(row.problems, std::move(lead.problems));
    append(row.problems, std::move(cooperating.problems));
    if (row.lead.empty()) row.problems.push_back({"row.no_lead", {}});
    return row;
}

}  // namespace dondoc::language
