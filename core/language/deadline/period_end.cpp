// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/period_end.h"

#include <algorithm>
#include <string>

namespace dondoc::language {
namespace {

constexpr int longest_days = 3660;
constexpr int longest_months = 120;

// The corresponding day, or the month's last one where there is none (Điều 148.3).
local_days months_later(local_days from, int months) {
    const date::year_month_day day{from};
    const auto month = date::year_month{day.year(), day.month()} + date::months{months};
    const date::year_month_day_last last{month / date::last};
    return local_days{month / std::min(day.day(), last.day())};
}

// Without a calendar: Saturdays and Sundays are off.
local_days weekdays_later(local_days from, int count) {
    const int step = count < 0 ? -1 : 1;
    for (int left = count * step; left > 0;) {
        from += date::days{step};
        const date::weekday weekday{from};
        if (weekday != date::Saturday && weekday != date::Sunday) --left;
    }
    return from;
}

const char* unit_key(Period::Unit unit) {
    switch (unit) {
        case Period::Unit::Day:
            return "deadline.days";
        case Period::Unit::WorkingDay:
            return "deadline.working_days";
        case Period::Unit::Week:
            return "deadline.weeks";
        case Period::Unit::Month:
            return "deadline.months";
        case Period::Unit::Year:
            return "deadline.years";
    }
    return "deadline.days";
}

}  // namespace

std::optional<PeriodEnd> end_of_period(const Period& period, local_days from, const Calendar* calendar) {
    const bool in_days = period.unit == Period::Unit::Day || period.unit == Period::Unit::WorkingDay;
    if (period.count > (in_days ? longest_days : longest_months)) return std::nullopt;
    const int count = period.backwards ? -period.count : period.count;
    local_days nominal = from;
    switch (period.unit) {
        case Period::Unit::Day:
            nominal += date::days{count};
            break;
        case Period::Unit::WorkingDay:
            nominal = calendar ? calendar->add_working_days(from, count) : weekdays_later(from, count);
            break;
        case Period::Unit::Week:
            nominal += date::days{7 * count};
            break;
        case Period::Unit::Month:
            nominal = months_later(from, count);
            break;
        case Period::Unit::Year:
            nominal = months_later(from, 12 * count);
            break;
    }
    PeriodEnd end{{DueBasis::Relative, nominal, std::nullopt, std::nullopt}, {}, {}};
    const auto number = std::to_string(period.count);
    // A period whose last day is a day off ends with the next working day (Điều 148.5). One that is counted
    // back from a fixed day does not: it would come too late.
    const bool rolls = calendar && !period.backwards && period.unit != Period::Unit::WorkingDay;
    const auto due = rolls ? calendar->first_working_day_on_or_after(nominal) : nominal;
    if (due != nominal) {
        end.due.due = due;
        end.due.nominal = nominal;
        end.reason = {std::string(unit_key(period.unit)) + "_rolled",
                      {number, spoken_day(from), spoken_day(nominal), spoken_day(due)}};
    } else {
        end.reason = {std::string(unit_key(period.unit)) + (period.backwards ? "_back" : ""),
                      {number, spoken_day(from), spoken_day(due)}};
    }
    if (!period.backwards) end.due.start = from;
    const auto year = date::year_month_day{end.due.due}.year();
    if (calendar && !calendar->is_declared(year))
        end.problems.push_back({"deadline.calendar_provisional", {std::to_string(int{year})}});
    return end;
}

}  // namespace dondoc::language
