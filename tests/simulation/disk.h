// SPDX-License-Identifier: Apache-2.0
// A disk in memory below SQLite. It loses, at a crash, any part of what was not synced, tears what was being
// written, and fails when it is told to. One at a time; it is SQLite's default VFS while it lives.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "simulation/random.h"

namespace dondoc::simulation {

class Disk {
  public:
    explicit Disk(Random& random);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    // Faults, in operations that change the disk (writes, truncations, syncs) from now on. nullopt: none.
    void die_after(std::optional<std::uint64_t> operations) { die_after_ = operations; }
    void fail_after(std::optional<std::uint64_t> operations) { fail_after_ = operations; }

    // The machine is off: every operation fails, and nothing reaches the disk any more.
    bool is_dead() const { return dead_; }
    void die() { dead_ = true; }
    // Power is back: what was synced is there; of the rest, anything may be, or not. All files must be
    // closed.
    void come_back();

    std::uint64_t operations() const { return operations_; }
    std::uint64_t failures() const { return failures_; }

    // For the VFS.
    struct Change {
        std::uint64_t offset = 0;
        std::string bytes;
        bool truncates = false;  // to `offset`
    };
    struct File {
        std::string synced, now;
        std::vector<Change> unsynced;
        std::map<int, std::vector<char>> shared_memory;
        int sharers = 0;  // connections that hold a lock
    };
    enum class Outcome { Done, Failed, Full };
    Outcome change();  // counts one operation and says how it ends
    std::map<std::string, std::shared_ptr<File>>& files() { return files_; }

  private:
    void keep_some(File& file);

    Random& random_;
    std::map<std::string, std::shared_ptr<File>> files_;
    std::optional<std::uint64_t> die_after_, fail_after_;
    std::uint64_t operations_ = 0, failures_ = 0;
    bool dead_ = false;
};

}  // namespace dondoc::simulation
