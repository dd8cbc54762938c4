// SPDX-License-Identifier: Apache-2.0
// A backup in the place of a database that nobody uses. See docs/operating.md for what follows from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "domain/civil.h"

namespace dondoc::store {

struct Restored {
    std::string lineage;
    std::int64_t events = 0, documents = 0, assignments = 0;
    std::optional<sys_seconds> last_event_at;   // what came later is not in it
    std::optional<std::filesystem::path> kept;  // the database that was there
};

// Copies the backup, verifies the copy, brings it up to date, begins a new lineage, and only then puts it in
// the place of the database, which is kept beside it. Killed at any moment, either nothing has happened or
// finish_restore() ends it. Throws StorageError "storage.foreign", "storage.newer", "storage.no_room",
// "restore.damaged", "restore.itself", "restore.not_there", "storage.*".
Restored restore(const std::filesystem::path& backup, const std::filesystem::path& database, sys_seconds now);

// Ends a restore that was killed when its copy was ready; clears away one that was not. Before a database is
// opened. Returns where the database that was there is kept.
std::optional<std::filesystem::path> finish_restore(const std::filesystem::path& database);

// The database was set back by other means, as by a snapshot of the machine: begins a new lineage.
Restored mark_restored(const std::filesystem::path& database, sys_seconds now);

}  // namespace dondoc::store
