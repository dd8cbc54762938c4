// SPDX-License-Identifier: Apache-2.0
// Civil days and instants. Deadlines are civil days in Asia/Ho_Chi_Minh; instants are UTC seconds.
#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc {

using date::local_days;
using date::local_seconds;
using date::sys_seconds;

// Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 13 June 1975 (tz database).
inline constexpr std::chrono::hours vietnam_offset{7};

constexpr local_seconds to_local(sys_seconds instant) {
    return local_seconds{instant.time_since_epoch() + vietnam_offset};
}
constexpr sys_seconds to_instant(local_seconds local) {
    return sys_seconds{local.time_since_epoch() - vietnam_offset};
}
constexpr local_days civil_day(sys_seconds instant) {
    return date::floor<date::days>(to_local(instant));
}

constexpr local_days civil(int year, unsigned month, unsigned day) {
    return local_days{date::year{year} / date::month{month} / date::day{day}};
}

// A number that a text of these decades may mean as a year.
constexpr bool may_be_year(int number) {
    return number >= 1990 && number <= 2100;
}

std::string iso_day(local_days day);                             // "2023-12-31"
std::optional<local_days> parse_iso_day(std::string_view text);  // nullopt: not a day that exists
std::string spoken_day(local_days day);                          // "31/12/2023"

std::string clock_text(std::chrono::minutes time_of_day);  // "17:00"

std::string iso_instant(sys_seconds instant);     // "2023-12-31T07:30:00+07:00"
std::string spoken_instant(sys_seconds instant);  // "31/12/2023 07:30"
// Accepts "2023-12-31" (start of that day), "2023-12-31T07:30[:00]" and "2023-12-31 07:30", local unless it
// ends in "Z" or an offset.
std::optional<sys_seconds> parse_instant(std::string_view text);

}  // namespace dondoc
