// SPDX-License-Identifier: Apache-2.0
// Configurations of programs, as text.
#pragma once

#include <filesystem>
#include <string>

namespace dondoc::client {

// The whole of it. Throws UserError "config.unreadable" with the file as its place.
std::string read_config_file(const std::filesystem::path& file);

}  // namespace dondoc::client
