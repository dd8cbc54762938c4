// SPDX-License-Identifier: Apache-2.0
// What a command wants to know of a database file that it only reads, and that another process may be using.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/access.h"

namespace dondoc::store {

struct KeyInForce {
    std::string public_key;
    Role role = Role::Agency;
    std::string name;
};

// Keys that are not revoked. Throws StorageError "storage.io" when the file cannot be read.
std::vector<KeyInForce> keys_in_force(const std::filesystem::path& file);

enum class KeptBy { SystemClock, SimulatedClock };

// The clock by which a database was kept. nullopt: there is no such file, it was never served, or it is none
// of ours.
std::optional<KeptBy> kept_by(const std::filesystem::path& file);

}  // namespace dondoc::store
