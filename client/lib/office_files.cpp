// SPDX-License-Identifier: Apache-2.0
#include "lib/office_files.h"

#include <set>
#include <system_error>

#include "lib/shipped_files.h"

namespace dondoc::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* ending = ".toml";

}  // namespace

bool is_plain_name(const std::string& name) {
    return !name.empty() && name.find_first_of("/\\") == std::string::npos && !name.starts_with('.') &&
           name.find('\0') == std::string::npos;
}

std::optional<fs::path> file_of_name(const fs::path& own, const fs::path& shipped, const std::string& name) {
    if (!is_plain_name(name)) return std::nullopt;
    std::error_code error;
    if (auto file = own / (name + ending); fs::exists(file, error)) return file;
    return find_shipped(shipped / (name + ending));
}

std::vector<std::string> names_of_files(const fs::path& own, const fs::path& shipped) {
    std::set<std::string> names;
    const auto add = [&](const fs::path& folder) {
        std::error_code error;
        for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
            if (entry->path().extension() == ending && is_plain_name(entry->path().stem().string()))
                names.insert(entry->path().stem().string());
    };
    add(own);
    if (const auto folder = find_shipped(shipped)) add(*folder);
    return {names.begin(), names.end()};
}

}  // namespace dondoc::client
