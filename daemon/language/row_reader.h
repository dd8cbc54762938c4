// The texts of one row of a plan -> what they mean. Preview and import read by this one function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/agency_reader.h"
#include "language/deadline_reader.h"

namespace dondoc::language {

struct RowTexts {
    std::string_view deadline;
    std::string_view lead;
    std::string_view cooperating;
};

struct RowReading {
    Deadline deadline;
    std::vector<Party> lead;
    std::vector<Party> cooperating;
    std::vector<std::string> role_notes;
    std::vector<Message> problems;  // what could not be read, or only with doubt, and what to do
};

RowReading read_row(const RowTexts& texts, const AgencyReader& agencies, const ReadingContext& context);

}  // namespace dondoc::language
