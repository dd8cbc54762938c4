// SPDX-License-Identifier: Apache-2.0
// From a moment to the days of the calendar that it covers.
#include <optional>

#include "language/deadline/moment.h"

namespace dondoc::language {
namespace {

local_days last_of_month(int year, int month) {
    return local_days{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
}
local_days day_in(int year, int month, int day) {
    return civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

// The part of a span of whole months. Bộ luật Dân sự 2015, Điều 146: the start, middle and end of a month are
// its 1st, 15th and last day, of a year 1/1, 30/6 and 31/12; of a quarter by analogy.
DaySpan part_of(DaySpan span, Moment::Part part, local_days middle) {
    switch (part) {
        case Moment::Part::Start:
            return {span.first, span.first};
        case Moment::Part::Middle:
            return {middle, middle};
        case Moment::Part::End:
            return {span.last, span.last};
        case Moment::Part::FirstTen:
            return {span.first, span.first + date::days{9}};
        case Moment::Part::SecondTen:
            return {span.first + date::days{10}, span.first + date::days{19}};
        case Moment::Part::Rest:
            return {span.first + date::days{20}, span.last};
        case Moment::Part::Whole:
            break;
    }
    return span;
}

}  // namespace

std::optional<DaySpan> days_of(const Moment& moment, int year) {
    const int y = moment.year.value_or(year);
    switch (moment.unit) {
        case Moment::Unit::Day: {
            const auto day = date::year{y} / date::month{static_cast<unsigned>(moment.first)} /
                             date::day{static_cast<unsigned>(moment.day)};
            if (!day.ok()) return std::nullopt;
            return DaySpan{local_days{day}, local_days{day}};
        }
        case Moment::Unit::Month:
            return part_of({day_in(y, moment.first, 1), last_of_month(y, moment.last)}, moment.part,
                           day_in(y, moment.first, 15));
        case Moment::Unit::Quarter:
            return part_of({day_in(y, moment.first * 3 - 2, 1), last_of_month(y, moment.last * 3)},
                           moment.part, day_in(y, moment.first * 3 - 1, 15));
        case Moment::Unit::Year:
            return part_of({day_in(moment.first_year.value_or(y), 1, 1), day_in(y, 12, 31)}, moment.part,
                           day_in(y, 6, 30));
    }
    return std::nullopt;
}

}  // namespace dondoc::language
