// SPDX-License-Identifier: Apache-2.0
// What is done for the database beside the work: scheduled backups, an eye on the disk, and the word that it
// is in trouble or well again. The thread that owns the state uses it; copies are made on a thread of their
// own.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "engine/background.h"
#include "engine/copy_upkeep.h"
#include "store/backup.h"
#include "store/store.h"

namespace dondoc::engine {

struct UpkeepPlan {
    std::filesystem::path folder;            // of the backups; made if need be
    std::optional<std::chrono::minutes> at;  // of each day; nullopt: no scheduled backups
    std::size_t keep = 1;                    // scheduled ones; those that somebody asked for are kept
    date::days warn_after{2};                // without a good one
    std::uint64_t low_space_bytes = 0;
    CopyPlan copies = {};
};

class Upkeep {
  public:
    // Not owned; must outlive this. `clock` is the machine's, also where that of the tasks is simulated.
    Upkeep(store::Store& store, const Clock& clock, UpkeepPlan plan);

    // Holds from now on; a backup that is being made is finished where it was begun.
    void change(UpkeepPlan plan);
    // What an operator should know of the configuration; nullopt: nothing. Keys of the catalogue.
    void warn_of_configuration(std::optional<Message> warning) { of_configuration_ = std::move(warning); }

    // To be called often; does what is due, and nothing that takes long. Never throws a UserError.
    void look(std::chrono::steady_clock::time_point now);

    // When look() has something to do that cannot wait as long as the rest: the end of a copy, the next one
    // for the second machine, storage that may be well again. nullopt: nothing.
    std::optional<std::chrono::steady_clock::time_point> next_look(
        std::chrono::steady_clock::time_point now) const;

    // Another machine has taken over from a copy of this database, which is served no more. UserError
    // "standby.taken_over" with the place of the note; nullopt: nobody has.
    const std::optional<UserError>& taken_over() const { return copying_.taken_over(); }

    // Where a backup of this name goes; empty: a name with the date. Throws UserError "backup.name".
    std::filesystem::path backup_file(const std::string& name) const;
    // Somebody's own backup was made.
    void note_backup() { last_backup_ = clock_.now(); }

    const std::filesystem::path& folder() const { return plan_.folder; }
    const std::optional<sys_seconds>& last_backup() const { return last_backup_; }
    std::optional<sys_seconds> next_backup() const;
    std::optional<std::uint64_t> free_bytes() const;
    // What an operator should know: keys and arguments of the catalogue.
    std::vector<Message> warnings() const;
    sys_seconds now() const { return clock_.now(); }

  private:
    void find_backups();
    void tell_trouble(std::chrono::steady_clock::time_point now);
    void watch_space();
    void try_again();
    void go_on_with_backup();
    void remove_old() const;

    store::Store& store_;
    const Clock& clock_;
    UpkeepPlan plan_;
    std::filesystem::path data_;
    std::optional<sys_seconds> last_backup_;
    sys_seconds scheduled_since_;  // the last scheduled backup; before the first, when the folder was made
    std::optional<sys_seconds> not_before_;  // after a failure
    std::optional<Background<store::Backup>> running_;
    std::chrono::steady_clock::time_point next_look_{};
    std::string told_;  // code of the trouble that the log knows of
    std::chrono::steady_clock::time_point told_at_{};
    bool low_space_ = false;
    std::optional<Message> of_configuration_;
    CopyUpkeep copying_;
};

}  // namespace dondoc::engine
