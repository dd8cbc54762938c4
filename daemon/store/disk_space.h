// SPDX-License-Identifier: Apache-2.0
// Room on a disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace dondoc::store {

// Bytes that this process may still write there. nullopt: it cannot be told.
std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder);

// Throws StorageError "storage.no_room" with the folder and both figures in MiB.
void require_room(const std::filesystem::path& folder, std::uint64_t bytes);

// What was written to the file, and the names in the folder, survive a power failure. Throws UserError
// "storage.io".
void sync_file(const std::filesystem::path& file);
void sync_folder(const std::filesystem::path& folder);

}  // namespace dondoc::store
