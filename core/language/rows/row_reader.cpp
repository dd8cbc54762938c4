// SPDX-License-Identifier: Apache-2.0
#include "language/rows/row_reader.h"

#include <algorithm>

namespace dondoc::language {
namespace {

void add_new(std::vector<Message>& to, std::vector<Message> from) {
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

std::vector<Party> resolved(const std::vector<std::string>& names, const AgencyReader& agencies) {
    std::vector<Party> parties;
    for (const auto& name : names) {
        auto party = agencies.resolve(name);
        if (std::find(parties.begin(), parties.end(), party) == parties.end())
            parties.push_back(std::move(party));
    }
    return parties;
}

// What a decision is refused for is said with its place.
template <typename Decide>
auto decided_at(const char* place, Decide decide) {
    try {
        return decide();
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args, place);
    }
}

}  // namespace

RowReading read_row(const RowTexts& texts, const AgencyReader& agencies, const ReadingContext& context,
                    const RowDecisions& decided, AbsentMembers absent) {
    RowReading row;
    if (decided.term) {
        row.deadline.term =
            decided_at("decided.deadline", [&] { return term_of(*decided.term, context.issued); });
        row.deadline.phrase = texts.deadline;
        row.deadline.reason = {"reason.decided", {}};
        if (!due_days(row.deadline.term).empty()) row.deadline.hour = decided.term->hour;
    } else {
        auto deadline = read_deadline(texts.deadline, context);
        row.deadline = std::move(deadline.deadline);
        add_new(row.problems, std::move(deadline.problems));
    }

    auto lead = agencies.read(texts.lead);
    auto cooperating = agencies.read(texts.cooperating);
    if (decided.lead)
        row.lead = decided_at("decided.lead", [&] { return resolved(*decided.lead, agencies); });
    else
        row.lead = std::move(lead.parties);
    if (decided.cooperating) {
        auto parties =
            decided_at("decided.cooperating", [&] { return resolved(*decided.cooperating, agencies); });
        add_parties(row.cooperating, std::move(parties), row.lead);
    } else {
        // A single column of agencies may say both roles: "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính".
        add_parties(row.cooperating, std::move(lead.cooperating), row.lead);
        // Who is decided to lead has been taken out of the others; as the texts stand, both are kept.
        const auto leads = decided.lead ? row.lead : std::vector<Party>{};
        add_parties(row.cooperating, std::move(cooperating.parties), leads);
        add_parties(row.cooperating, std::move(cooperating.cooperating), leads);
    }
    for (const auto& party : row.cooperating)
        if (std::find(row.lead.begin(), row.lead.end(), party) != row.lead.end() && !party.code.empty())
            row.problems.push_back(
                {"row.lead_cooperates", {party.name.substr(party.name.starts_with('@') ? 1 : 0)}});
    row.role_notes = std::move(lead.role_notes);
    for (auto& note : cooperating.role_notes)
        if (std::find(row.role_notes.begin(), row.role_notes.end(), note) == row.role_notes.end())
            row.role_notes.push_back(std::move(note));

    if (!decided.lead) add_new(row.problems, std::move(lead.problems));
    if (!decided.cooperating) add_new(row.problems, std::move(cooperating.problems));
    if (row.lead.empty()) row.problems.push_back({"row.no_lead", {}});
    if (absent == AbsentMembers::Ask) {
        add_new(row.problems, agencies.questions_of(row.lead));
        add_new(row.problems, agencies.questions_of(row.cooperating));
    }
    add_new(row.problems, {texts.doubts.begin(), texts.doubts.end()});
    if (!texts.running_text.empty())
        row.problems.push_back({"plan.from_running_text", {std::string{texts.running_text}}});
    return row;
}

}  // namespace dondoc::language
