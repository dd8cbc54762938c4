// Reads the configuration file. Every key may be left out; nothing unknown is let through.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "domain/calendar.h"
#include "domain/criterion.h"

namespace dondoc::config {

// Throw UserError "config.*" whose place is "file:line": of several errors the one that stands first.
Settings load(const std::filesystem::path& file);
// Relative paths in the text start at the folder of `file_name`, which need not exist.
Settings parse(std::string_view text, const std::string& file_name);

// The calendar files that the settings name. Throws UserError "config.*" or "calendar.*".
Calendar load_calendar(const Settings& settings);

// The scoring tables that the settings name. Throws UserError "config.*" or "criterion.*".
std::vector<Criterion> load_criteria(const Settings& settings);

}  // namespace dondoc::config
