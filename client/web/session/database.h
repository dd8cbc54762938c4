// SPDX-License-Identifier: GPL-3.0-or-later
// The file in which dondoc-web keeps who may log in: mode 0600, brought up to date when it is opened. Several
// threads may use it; each statement is whole by itself.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

#include "domain/civil.h"

namespace dondoc::web {

// Instants are kept as seconds since 1970.
inline std::int64_t seconds_of(sys_seconds instant) {
    return instant.time_since_epoch().count();
}
inline sys_seconds instant_of(const SQLite::Column& column) {
    return sys_seconds{std::chrono::seconds{column.getInt64()}};
}

// A digest as an argument; not owned.
struct Digest {
    std::string_view bytes;
};

class Database {
  public:
    // Throws UserError "web.database" with the reason: it cannot be opened, is of a newer version or of
    // another program.
    explicit Database(const std::filesystem::path& file);

    // Holds the database for one thread.
    class Held {
      public:
        explicit Held(Database& database) : lock_(database.mutex_), db_(database.db_) {}
        template <typename... Args>
        SQLite::Statement query(const std::string& sql, const Args&... args) {
            SQLite::Statement statement{db_, sql};
            int index = 0;
            (bind(statement, ++index, args), ...);
            return statement;
        }
        // Of a query for one.
        template <typename... Args>
        int number(const std::string& sql, const Args&... args) {
            auto select = query(sql, args...);
            select.executeStep();
            return select.getColumn(0).getInt();
        }
        // Returns the number of rows that were changed.
        template <typename... Args>
        int run(const std::string& sql, const Args&... args) {
            return query(sql, args...).exec();
        }

      private:
        static void bind(SQLite::Statement& to, int index, std::integral auto value) {
            to.bind(index, static_cast<std::int64_t>(value));
        }
        static void bind(SQLite::Statement& to, int index, const std::string& text) { to.bind(index, text); }
        static void bind(SQLite::Statement& to, int index, sys_seconds instant) {
            to.bind(index, seconds_of(instant));
        }
        static void bind(SQLite::Statement& to, int index, Digest digest) {
            to.bind(index, digest.bytes.data(), static_cast<int>(digest.bytes.size()));
        }

        std::lock_guard<std::recursive_mutex> lock_;
        SQLite::Database& db_;
    };

  private:
    friend class Held;
    void bring_up_to_date();

    std::recursive_mutex mutex_;
    SQLite::Database db_;
};

}  // namespace dondoc::web
