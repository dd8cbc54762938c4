// SPDX-License-Identifier: Apache-2.0
// The working calendar of one year as a file: config/calendar/2023.toml documents the format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar.h"
#include "domain/message.h"

namespace dondoc::language {

struct CalendarFile {
    std::string name;
    date::year year;
    CalendarYear data;
    std::map<local_days, std::uint32_t> lines;  // where each day stands
};

struct CalendarReading {
    CalendarFile file;
    std::vector<UserError> errors;  // "config.*" or "calendar.*", in the order of the file; place "file:line"
};

// All that is wrong; throws nothing of it.
CalendarReading read_calendar(std::string_view text, const std::string& file_name);

// Throws the first of the errors.
CalendarFile parse_calendar(std::string_view text, const std::string& file_name);

// Throws UserError "calendar.year_twice".
Calendar calendar_of(const std::vector<CalendarFile>& files);

}  // namespace dondoc::language
