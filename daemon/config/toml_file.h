// SPDX-License-Identifier: Apache-2.0
// The strict TOML reader for files on disk.
#pragma once

#include <filesystem>
#include <string>

#include "language/files/toml_file.h"

namespace dondoc::config {

using language::Section;
using language::TomlFile;

// Throws UserError "config.unreadable", "config.too_large".
std::string read_file(const std::filesystem::path& file);

}  // namespace dondoc::config
