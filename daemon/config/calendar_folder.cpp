// SPDX-License-Identifier: Apache-2.0
#include "config/calendar_folder.h"

#include <algorithm>
#include <system_error>

#include "config/toml_file.h"
#include "language/files/calendar_file.h"

namespace dondoc::config {

namespace fs = std::filesystem;

Calendar load_calendar(const std::vector<fs::path>& files) {
    std::vector<language::CalendarFile> years;
    for (const auto& path : files) years.push_back(language::parse_calendar(read_file(path), path.string()));
    return language::calendar_of(years);
}

std::vector<fs::path> toml_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace dondoc::config
