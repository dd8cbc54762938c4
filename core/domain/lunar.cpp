// SPDX-License-Identifier: Apache-2.0
#include "domain/lunar.h"

#include <algorithm>
#include <vector>

#include "domain/sun_moon.h"

namespace dondoc {
namespace {

constexpr int solstice_month = 11;
constexpr int winter_solstice = 9;  // the principal term at 270 degrees

local_days month_start(int lunation) {
    return civil_day(new_moon(lunation));
}

// The last of the twelve principal terms (every 30 degrees of the sun) that has passed when the day begins.
int term_before(local_days day) {
    return static_cast<int>(sun_longitude(to_instant(day)) / 30);
}

// The lunation of the month that has the winter solstice of a civil year.
int solstice_lunation(int year) {
    int lunation = lunation_near(to_instant(civil(year, 12, 31))) + 1;
    while (month_start(lunation) > civil(year, 12, 31) ||
           term_before(month_start(lunation)) >= winter_solstice)
        --lunation;
    return lunation;
}

struct Month {
    int year, number;
    bool leap;
    local_days start, end;  // the end is the start of the next month
};

// The months from the winter solstice of one civil year to before that of the next: 12, or 13 of which the
// first without a principal term is the leap month and has the number of the one before it.
std::vector<Month> solstice_year(int year) {
    const int first = solstice_lunation(year);
    const int count = solstice_lunation(year + 1) - first;
    bool leap_to_come = count == 13;
    std::vector<Month> months;
    for (int i = 0, number = solstice_month; i < count; ++i) {
        const auto start = month_start(first + i), end = month_start(first + i + 1);
        const bool leap = leap_to_come && i > 0 && term_before(start) == term_before(end);
        if (leap) leap_to_come = false;
        if (i > 0 && !leap) number = number % 12 + 1;
        months.push_back({number >= solstice_month ? year : year + 1, number, leap, start, end});
    }
    return months;
}

}  // namespace

LunarDay lunar_day(local_days day) {
    const int year{date::year_month_day{day}.year()};
    auto months = solstice_year(year);
    if (day < months.front().start) months = solstice_year(year - 1);
    const auto month =
        std::ranges::find_if(months, [&](const Month& each) { return day >= each.start && day < each.end; });
    return {month->year, month->number, static_cast<int>((day - month->start).count()) + 1, month->leap};
}

std::optional<local_days> civil_day(const LunarDay& day) {
    const auto months = solstice_year(day.month >= solstice_month ? day.year : day.year - 1);
    const auto month = std::ranges::find_if(months, [&](const Month& each) {
        return each.year == day.year && each.number == day.month && each.leap == day.leap;
    });
    if (month == months.end() || day.day < 1) return std::nullopt;
    const auto result = month->start + date::days{day.day - 1};
    return result < month->end ? std::optional{result} : std::nullopt;
}

local_days new_year_day(int year) {
    return *civil_day({year, 1, 1});
}

}  // namespace dondoc
