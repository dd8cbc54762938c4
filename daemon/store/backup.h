// SPDX-License-Identifier: Apache-2.0
// A consistent copy of a database that is in use, made through a connection of its own: nobody waits for it.
// May run on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace dondoc::store {

struct Backup {
    std::filesystem::path file;
    std::uint64_t bytes = 0;
    std::int64_t last_event = 0;
};

// Copies one moment of the database into a new file of mode 0600, reads the copy back whole, and gives it its
// name only when it is good and on disk. What is there is not written over. Throws UserError "backup.exists",
// "storage.no_room", "backup.bad_copy", "backup.stopped", "storage.*".
Backup back_up(const std::filesystem::path& database, const std::filesystem::path& to,
               const std::stop_token& stop);

// The same in steps, for a copy that is made otherwise: the name under which it is made, as an empty private
// file; and what is left to do when it is whole.
std::filesystem::path begin_backup(const std::filesystem::path& to);
Backup finish_backup(const std::filesystem::path& to, const std::stop_token& stop);

// Unfinished copies of a process that was killed.
void remove_unfinished_backups(const std::filesystem::path& folder);

}  // namespace dondoc::store
