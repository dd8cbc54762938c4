// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <cstdlib>

namespace dondoc {

std::string_view name_of(SpecialDay::Kind kind) {
    switch (kind) {
        case SpecialDay::Kind::Holiday:
            return "holiday";
        case SpecialDay::Kind::Substitute:
            return "substitute";
        case SpecialDay::Kind::SwappedOff:
            return "swapped_off";
        case SpecialDay::Kind::MadeUp:
            break;
    }
    return "made_up";
}

bool is_weekend(local_days day) {
    const date::weekday weekday{day};
    return weekday == date::Saturday || weekday == date::Sunday;
}

const CalendarYear* Calendar::find(date::year year) const {
    const auto found = years_.find(year);
    return found == years_.end() ? nullptr : &found->second;
}

bool Calendar::is_declared(date::year year) const {
    const auto* data = find(year);
    return data != nullptr && data->official;
}

std::string Calendar::name_of(local_days day) const {
    const auto* year = find(date::year_month_day{day}.year());
    if (year == nullptr) return {};
    const auto special = year->days.find(day);
    return special == year->days.end() ? std::string{} : special->second.name;
}

bool Calendar::is_working_day(local_days day) const {
    const date::year_month_day ymd{day};
    if (const auto* year = find(ymd.year())) {
        if (const auto special = year->days.find(day); special != year->days.end())
            return special->second.kind == SpecialDay::Kind::MadeUp;
    }
    return !is_weekend(day);  // public bodies rest on Saturday and Sunday (40-hour week)
}

int Calendar::working_days(local_days first, local_days last) const {
    int count = 0;
    for (auto day = first; day <= last; day += date::days{1})
        if (is_working_day(day)) ++count;
    return count;
}

local_days Calendar::last_working_day_on_or_before(local_days day) const {
    while (!is_working_day(day)) day -= date::days{1};
    return day;
}

local_days Calendar::first_working_day_on_or_after(local_days day) const {
    while (!is_working_day(day)) day += date::days{1};
    return day;
}

local_days Calendar::add_working_days(local_days day, int n) const {
    const date::days step{n < 0 ? -1 : 1};
    for (int left = std::abs(n); left > 0;) {
        day += step;
        if (is_working_day(day)) --left;
    }
    return day;
}

}  // namespace dondoc
