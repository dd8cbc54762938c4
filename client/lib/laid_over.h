// SPDX-License-Identifier: Apache-2.0
// A configuration in more than one file: beside NAME.toml lies a folder NAME.d, whose files are laid over it.
#pragma once

#include <filesystem>
#include <vector>

namespace dondoc::client {

// Of "dondocd.toml": "dondocd.d" beside it. It need not be there.
std::filesystem::path folder_over(const std::filesystem::path& file);

// The files of that folder, by name: *.toml, none where there is no folder.
std::vector<std::filesystem::path> files_over(const std::filesystem::path& file);

}  // namespace dondoc::client
