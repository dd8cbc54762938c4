// SPDX-License-Identifier: Apache-2.0
// Copies of the database that are brought up to date every few minutes, for a second machine: two files of
// which one is always whole, and a note that says which, and what must be in it. Only changed pages are
// written (docs/decisions/standby.md). The folder may be another machine's, or be carried there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "domain/civil.h"
#include "store/page_sink.h"

namespace dondoc::store {

struct LiveCopy {
    std::string file;             // its name in the folder
    std::int64_t last_event = 0;  // what was decided after it is not in it
    sys_seconds made;             // the moment at which it was as the database, by the machine's clock
    std::string digest;           // of its pages
    bool operator==(const LiveCopy&) const = default;
};

// A file of a folder of copies, by its name: no backup, though it lies among them.
inline bool is_live_copy(std::string_view name) {
    return name.starts_with("dondoc-copy-");
}

// What the note in the folder says. nullopt: there is none. Throws UserError "standby.note".
std::optional<LiveCopy> newest_copy(const std::filesystem::path& folder);

// Takes the copy out of the folder into a file of its own and looks whether it is whole: every page, and the
// database that they make. Throws UserError "standby.torn" when it is not (it may have been brought up to
// date meanwhile), "storage.*".
void fetch_copy(const std::filesystem::path& folder, const LiveCopy& copy, const std::filesystem::path& to);

// Takes the newest copy of a folder into another one, where it is the newest then, unless it is that already.
// nullopt: nothing is newer. Throws as fetch_copy() does; what was in `to` then stays.
std::optional<LiveCopy> renew_copy(const std::filesystem::path& from, const std::filesystem::path& to);

// Another daemon has taken over from a copy of this folder: whoever wrote it serves no more.
struct TakenOver {
    std::string lineage;  // that the other one began
    sys_seconds at;
};
std::optional<TakenOver> taken_over(const std::filesystem::path& folder);
// Throws StorageError "storage.io".
void note_taken_over(const std::filesystem::path& folder, const TakenOver& by);

class LiveCopies {
  public:
    explicit LiveCopies(std::filesystem::path folder) : folder_(std::move(folder)) {}

    struct Refreshed {
        LiveCopy copy;
        std::uint64_t pages = 0, written = 0;
    };
    // Brings the older of the two up to date and notes it. May take a while: on a thread of its own. Throws
    // UserError "storage.*", "backup.stopped".
    Refreshed refresh(const std::filesystem::path& database, sys_seconds now, const std::stop_token& stop);

    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<PageSink> first_, second_;
};

}  // namespace dondoc::store
