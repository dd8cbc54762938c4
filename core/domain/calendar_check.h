// SPDX-License-Identifier: Apache-2.0
// Whether a working calendar can be true: no public holiday missing, a substitute for each that falls on a
// weekend (Bộ luật Lao động 2019, Điều 111.3), a made-up day for each that was swapped.
#pragma once

#include <optional>
#include <vector>

#include "domain/calendar.h"
#include "domain/message.h"

namespace dondoc {

struct CalendarFinding {
    enum class Severity { Warning, Error };
    Severity severity;
    date::year year;
    std::optional<local_days> day;  // nothing: the year as a whole
    Message message;                // "calendar.check.*": what, and what to do
};

// By year and day. What goes against the law is an error in an official year and a warning in a provisional
// one, which is waiting for its decision; a swap that is only half there is an error in both, unless its
// other half may be in a year that the calendar does not have.
std::vector<CalendarFinding> check_calendar(const Calendar& calendar);

}  // namespace dondoc
