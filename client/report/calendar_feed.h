// SPDX-License-Identifier: GPL-3.0-or-later
// Assignments as a calendar that phones subscribe to: an event for each term.
#pragma once

#include <string>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/request.pb.h"
#include "text/catalogue.h"

namespace dondoc::report {

struct FeedSettings {
    text::Lang lang = text::Lang::Vi;
    std::string name;  // of the calendar
    std::string site;  // as in ics::Calendar
    std::string url;   // of dondoc-web, for links to the tasks; empty: no links
    sys_seconds made{};
};

// What a feed holds, from the day on which it is made.
inline constexpr int days_back = 60, days_ahead = 366;

// Those without a day are left out. Same assignments, same bytes, but for DTSTAMP. SEQUENCE is the
// assignment's revision, so a term that moves replaces the event; what was revoked is CANCELLED. Of secret
// documents only that there is something.
std::string calendar_feed(const std::vector<v1::AssignmentRow>& assignments, const FeedSettings& settings);

}  // namespace dondoc::report
