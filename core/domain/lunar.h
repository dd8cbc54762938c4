// SPDX-License-Identifier: Apache-2.0
// The Vietnamese lunar calendar, computed: a month begins on the day of the new moon and the winter solstice
// lies in month 11, both by the clock of Hanoi (UTC+7). The Chinese calendar uses Beijing's (UTC+8) and now
// and then begins a month a day later: Tết 2007 and 2030, for instance.
//
// For the years 1900 to 2100. What was in official use before 1968 was in part another calendar. Four new
// moons to come are within a minute of midnight and may begin their month a day off (Earth's rotation is a
// forecast): those of 8/5/2054, 9/12/2072, 16/11/2077 and 19/10/2085.
#pragma once

#include <optional>

#include "domain/civil.h"

namespace dondoc {

struct LunarDay {
    int year;  // named after the civil year in which it begins (Tết)
    int month;
    int day;
    bool leap = false;  // the second month of that number

    bool operator==(const LunarDay&) const = default;
};

LunarDay lunar_day(local_days day);
// Nothing: there is no such day, as the 30th of a month of 29 days.
std::optional<local_days> civil_day(const LunarDay& day);

// Mồng một Tháng Giêng.
local_days new_year_day(int year);

}  // namespace dondoc
