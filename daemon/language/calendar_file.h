// The working calendar of one year as a file: config/calendar/*.toml documents the format.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar.h"

namespace dondoc::config {

struct CalendarFile {
    date::year year;
    CalendarYear data;
};

// Throws UserError "config.*" or "calendar.*" whose place is "file:line".
CalendarFile parse_calendar(std::string_view text, const std::string& file_name);

// Throws likewise; two files may not be of one year.
Calendar load_calendar(const std::vector<std::filesystem::path>& files);

// The *.toml files of a folder, by name; none when it is not there.
std::vector<std::filesystem::path> calendar_files_in(const std::filesystem::path& folder);

}  // namespace dondoc::config
