// SPDX-License-Identifier: GPL-3.0-or-later
// The file in which dondoc-web keeps who may log in: mode 0600, brought up to date when it is opened. Several
// threads may use it; each statement is whole by itself.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>

#include "domain/civil.h"

namespace dondoc::web {

class Database {
  public:
    // Throws UserError "web.database" with the reason: it cannot be opened, is of a newer version or of
    // another program.
    explicit Database(const std::filesystem::path& file);

    // Holds the database for one thread.
    class Held {
      public:
        explicit Held(Database& database) : lock_(database.mutex_), db_(database.db_) {}
        SQLite::Statement query(const std::string& sql) { return {db_, sql}; }
        SQLite::Database& handle() { return db_; }

      private:
        std::lock_guard<std::recursive_mutex> lock_;
        SQLite::Database& db_;
    };

  private:
    friend class Held;
    void bring_up_to_date();

    std::recursive_mutex mutex_;
    SQLite::Database db_;
};

// Instants are kept as seconds since 1970.
inline std::int64_t seconds_of(sys_seconds instant) {
    return instant.time_since_epoch().count();
}
inline sys_seconds instant_of(const SQLite::Column& column) {
    return sys_seconds{std::chrono::seconds{column.getInt64()}};
}
// A digest as a blob argument.
void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes);

}  // namespace dondoc::web
