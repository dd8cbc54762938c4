// SPDX-License-Identifier: Apache-2.0
// A connection that only reads a database, beside those that use it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <stop_token>

namespace dondoc::store {

enum class Reading {
    OthersWrite,   // in step with the log that they write
    NobodyWrites,  // a file that stands alone: nothing is made beside it
};

// A file that was copied by hand, or whose daemon was killed, may have a log beside it, which belongs to it.
Reading reading_of(const std::filesystem::path& file);

// Throws SQLite::Exception.
SQLite::Database open_for_reading(const std::filesystem::path& file, Reading reading);

// Long queries of the connection end with SQLITE_INTERRUPT when it is asked for. `stop` outlives the
// connection.
void stop_when_asked(SQLite::Database& database, const std::stop_token& stop);

}  // namespace dondoc::store
