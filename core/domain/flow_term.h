// SPDX-License-Identifier: Apache-2.0
// The term of a dossier (hồ sơ): so many working days, days of the calendar or working hours from its
// receipt, less the time for which its clock stood still. Pure.
//
// The day of receipt is not counted, and a term in days of the calendar that ends on a day of rest ends on
// the next working day (Bộ luật Dân sự 2015, Điều 147.2 and 148.5). Which day a pause takes is written down
// nowhere; the rule here is in docs/decisions/flow.md: a day counts when the clock runs at its end.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/calendar.h"
#include "domain/civil.h"

namespace dondoc {

struct FlowTerm {
    enum class Unit { WorkingDays, Days, WorkingHours };
    int count = 0;  // 1 to longest_flow_term
    Unit unit = Unit::WorkingDays;
    bool operator==(const FlowTerm&) const = default;
};
inline constexpr int longest_flow_term = 1000;

// "7wd", "15d", "16h"; nullopt: none of these.
std::optional<FlowTerm> parse_flow_term(std::string_view text);
std::string to_text(const FlowTerm& term);

// From, included, to, not included, in minutes of the day; rising and apart.
using OfficeHours = std::vector<std::pair<std::chrono::minutes, std::chrono::minutes>>;
OfficeHours usual_office_hours();  // 07:30-11:30, 13:30-17:30: eight hours

struct FlowPause {
    sys_seconds from;
    std::optional<sys_seconds> to;  // nullopt: it goes on
    bool operator==(const FlowPause&) const = default;
};

// What decides when a dossier is due. Pauses are in the order of time, apart, from the receipt on, and only
// the last may go on.
struct FlowClock {
    FlowTerm term;
    sys_seconds received;
    std::vector<FlowPause> pauses;
};

// The last instant that is in time: the last second of a day, or the instant at which the hours are used up.
// nullopt: the clock stands still before the term has run out.
std::optional<sys_seconds> flow_due(const FlowClock& clock, const Calendar& calendar,
                                    const OfficeHours& hours);

// How much of the term has run by `now`: whole days of its unit, or minutes of working hours. Never more than
// the term.
int flow_counted(const FlowClock& clock, const Calendar& calendar, const OfficeHours& hours, sys_seconds now);

}  // namespace dondoc
