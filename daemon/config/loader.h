// SPDX-License-Identifier: Apache-2.0
// Reads the configuration file. Every key may be left out; nothing unknown is let through.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "domain/calendar.h"
#include "domain/criterion.h"
#include "domain/message.h"

namespace dondoc::config {

// Throw UserError "config.*" whose place is "file:line": of several errors the one that stands first.
Settings load(const std::filesystem::path& file);
// Relative paths in the text start at the folder of `file_name`; neither need exist.
Settings parse(std::string_view text, const std::string& file_name);

// All that is wrong in the file, in its order, and in the calendars and scoring tables that it names; empty:
// nothing is. Where the file itself has mistakes the others are not looked at.
struct Checked {
    Settings settings;
    std::vector<UserError> mistakes;
};
Checked check(const std::filesystem::path& file);

// The calendar files that the settings name. Throws UserError "config.*" or "calendar.*".
Calendar load_calendar(const Settings& settings);

// The scoring tables that the settings name. Throws UserError "config.*" or "criterion.*".
std::vector<Criterion> load_criteria(const Settings& settings);

}  // namespace dondoc::config
