// SPDX-License-Identifier: Apache-2.0
// Files of an office's own beside those that come with dondoc, called by a name: how an export is read, the
// items of a form, a scoring table. NAME.toml in the office's folder, else the one that is shipped.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dondoc::client {

// No path, and no hidden file.
bool is_plain_name(const std::string& name);

// `own`: the office's folder; `shipped`: that of those that come with dondoc, "reports". Nothing: there is
// neither, or `name` is not plain.
std::optional<std::filesystem::path> file_of_name(const std::filesystem::path& own,
                                                  const std::filesystem::path& shipped,
                                                  const std::string& name);

// All names that there are in both, in alphabetical order. A folder that cannot be read has none.
std::vector<std::string> names_of_files(const std::filesystem::path& own,
                                        const std::filesystem::path& shipped);

}  // namespace dondoc::client
