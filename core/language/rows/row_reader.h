// SPDX-License-Identifier: Apache-2.0
// The texts of one row of a plan -> what they mean. Preview and import read by this one function.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decided_term.h"
#include "language/agency/agency_reader.h"
#include "language/deadline/deadline_reader.h"

namespace dondoc::language {

struct RowTexts {
    std::string_view deadline;
    std::string_view lead;
    std::string_view cooperating;
    std::string_view running_text = {};    // where the row was found, when not in a table
    std::span<const Message> doubts = {};  // of whoever read the file
};

struct RowReading {
    Deadline deadline;
    std::vector<Party> lead;
    std::vector<Party> cooperating;
    std::vector<std::string> role_notes;
    std::vector<Message> problems;  // what could not be read, or only with doubt, and what to do
};

// What the operator decided; it wins over the text, which is kept. Unset: the text is read.
struct RowDecisions {
    std::optional<DecidedTerm> term;
    std::optional<std::vector<std::string>> lead;         // codes, names, "@group"s; empty: nobody
    std::optional<std::vector<std::string>> cooperating;  // likewise
    bool operator==(const RowDecisions&) const = default;
};

// What becomes of the work of a group's members that did not exist on the day of issue (group_absence.h).
enum class AbsentMembers {
    Ask,     // nobody has said
    Assign,  // who comes later gets it itself, of who had ended those that took over
    Leave    // nobody gets it
};

// Throws UserError for a decision that cannot hold (decided_term.h, AgencyReader::resolve), with the place
// "decided.deadline", "decided.lead" or "decided.cooperating"; texts alone never throw.
// Members of groups that did not exist on the day are asked about, unless `absent` says what becomes of them.
RowReading read_row(const RowTexts& texts, const AgencyReader& agencies, const ReadingContext& context,
                    const RowDecisions& decided = {}, AbsentMembers absent = AbsentMembers::Ask);

}  // namespace dondoc::language
