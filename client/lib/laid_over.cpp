// SPDX-License-Identifier: Apache-2.0
#include "lib/laid_over.h"

#include <algorithm>
#include <system_error>

namespace dondoc::client {

std::filesystem::path folder_over(const std::filesystem::path& file) {
    return std::filesystem::path{file}.replace_extension(".d");
}

std::vector<std::filesystem::path> files_over(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder_over(file), missing))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace dondoc::client
