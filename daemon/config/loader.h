// SPDX-License-Identifier: Apache-2.0
// Reads the configuration: a file, and over it those of the folder beside it that has its name
// (dondocd.d/*.toml beside dondocd.toml), in the order of their names. Every key may be left out; nothing
// unknown is let through.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "domain/calendar.h"
#include "domain/criterion.h"
#include "domain/message.h"
#include "language/files/toml_file.h"

namespace dondoc::config {

// Throw UserError "config.*" whose place is "file:line": of several errors the one that stands first.
// Relative paths start at the folder of the first file, also those in dondocd.d.
Settings load(const std::filesystem::path& file);
// Relative paths in the text start at the folder of `file_name`; neither need exist.
Settings parse(std::string_view text, const std::string& file_name);

// The files that make up the configuration: the file, and those laid over it.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& file);

// All that is wrong in the files, in their order, and in the calendars and scoring tables that they name;
// empty: nothing is. Where the files themselves have mistakes the others are not looked at.
struct Checked {
    Settings settings;
    std::vector<UserError> mistakes;
    std::vector<language::TomlFile::Laid> laid;  // what was said over the first file
};
Checked check(const std::filesystem::path& file);

// The calendar files that the settings name. Throws UserError "config.*" or "calendar.*".
Calendar load_calendar(const Settings& settings);

// The scoring tables that the settings name. Throws UserError "config.*" or "criterion.*".
std::vector<Criterion> load_criteria(const Settings& settings);

}  // namespace dondoc::config
