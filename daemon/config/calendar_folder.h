// SPDX-License-Identifier: Apache-2.0
// The working calendar on disk: a file a year.
#pragma once

#include <filesystem>
#include <vector>

#include "domain/calendar.h"

namespace dondoc::config {

// Throws UserError "config.*" or "calendar.*" whose place is "file:line"; two files may not be of one year.
Calendar load_calendar(const std::vector<std::filesystem::path>& files);

// The *.toml files of a folder, by name; none when it is not there.
std::vector<std::filesystem::path> toml_files_in(const std::filesystem::path& folder);

}  // namespace dondoc::config
