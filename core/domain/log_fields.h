// SPDX-License-Identifier: Apache-2.0
// A line of the log as a journal keeps it: "event=cut reason=stalled open=3" has the fields event, reason and
// open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

struct LogField {
    std::string name;  // small letters, digits and underlines
    std::string value;
    bool operator==(const LogField&) const = default;
};

// In the order of the line. A value in quotation marks ends at the next one; words that are no pair are left
// out.
std::vector<LogField> log_fields(std::string_view line);

}  // namespace dondoc
