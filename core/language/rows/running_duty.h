// SPDX-License-Identifier: Apache-2.0
// Duties that a plan assigns in its running text: "Giao Sở X chủ trì, phối hợp với Sở Y ... trước ngày ...".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::language {

// The parts of the text as they are written; empty where it does not say them.
struct RunningDuty {
    std::string title;
    std::string lead;
    std::string cooperating;
    std::string deadline;
};

// Who a heading or a sentence begins with: "Giám đốc Sở Nội vụ", "Các sở, ban, ngành; UBND cấp huyện".
struct NamedAgencies {
    std::string lead;
    std::string rest;              // what stands behind them: the duty, or nothing
    std::string cooperating = {};  // whom the rest names as cooperating
};

// Nothing: the text does not begin with agencies. Told by the words that begin their names, since who sends a
// plan need not have the register.
std::optional<NamedAgencies> begins_with_agencies(std::string_view text);

// Whether it names a day or period by which something is to be done. Linear in `text`.
bool sets_term(std::string_view text);

// The duties of one paragraph, "Sở A: a) ...; b) ..." among them. `heading` are the agencies that the heading
// above gives it to; nothing: it gives it to nobody. What has neither a term nor somebody it is assigned to
// is no duty. Never throws on any bytes; linear in `paragraph`.
std::vector<RunningDuty> find_running_duties(std::string_view paragraph,
                                             const std::optional<NamedAgencies>& heading);

}  // namespace dondoc::language
