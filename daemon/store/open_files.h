// SPDX-License-Identifier: Apache-2.0
// Whether the files that a connection has open are still those at their paths, and whole. SQLite goes on
// writing into a file that was deleted or replaced, and what it writes there is gone with the process; and it
// goes on answering from its cache when a file was cut short.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace dondoc::store {

class OpenFiles {
  public:
    enum class Change { None, Database, Shortened, Wal };

    // To be made when the connection has just opened them. A file that is not there (in a VFS of a test) is
    // not looked at.
    explicit OpenFiles(const std::filesystem::path& database);

    Change look();  // costs two calls of stat()

  private:
    struct Identity {
        dev_t device;
        ino_t number;
        bool operator==(const Identity&) const = default;
    };
    static std::optional<Identity> identity(const std::filesystem::path& file, off_t* size = nullptr);

    std::filesystem::path file_, wal_file_;
    std::optional<Identity> database_, wal_;
    off_t size_ = 0;  // of the database, the most that was seen: it never gives pages back
};

}  // namespace dondoc::store
