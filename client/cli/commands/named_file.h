// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the user's own beside those that come with dondoc, as an option names them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dondoc::cli {

// ~/.config/dondoc/FOLDER/NAME.toml, else the one that is shipped (lib/office_files.h).
std::optional<std::filesystem::path> file_of_name(const std::string& folder, const std::string& name);

// `named`: a file, or a name as above. Nothing: there is neither.
std::optional<std::filesystem::path> named_file(const std::string& folder, const std::string& named);

// A configuration is a short text. Throws what read_input() throws.
std::string read_named(const std::filesystem::path& file);

}  // namespace dondoc::cli
