// SPDX-License-Identifier: Apache-2.0
// A mark beside a database in which a damaged page was found: until it is restored, or checked and found
// sound, no daemon writes into it, also after a restart.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dondoc::store {

// What was found; nullopt: nothing.
std::optional<std::string> known_damage(const std::filesystem::path& database);
// As well as it can: the disk is in trouble.
void note_damage(const std::filesystem::path& database, const std::string& what) noexcept;
void clear_damage(const std::filesystem::path& database);

}  // namespace dondoc::store
