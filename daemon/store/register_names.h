// SPDX-License-Identifier: Apache-2.0
// The names in the register of a database file that another process may be using.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace dondoc::store {

// Codes of agencies, also of earlier times, and groups as "@name". Only reads. nullopt: there is no such
// file. Throws StorageError "storage.io" when it cannot be read.
std::optional<std::set<std::string>> registered_names(const std::filesystem::path& file);

}  // namespace dondoc::store
