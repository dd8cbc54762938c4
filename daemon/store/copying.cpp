// SPDX-License-Identifier: Apache-2.0
#include "store/copying.h"

#include <sqlite3.h>

namespace dondoc::store {
namespace {

SQLite::Database create(const std::filesystem::path& file) {
    try {
        return SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

}  // namespace

Copying::Copying(Database& original, const std::filesystem::path& to)
    : copy_(create(to)), backup_(copy_, original.handle()) {}

bool Copying::step(int pages) {
    try {
        return backup_.executeStep(pages) != SQLITE_DONE;
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

void remove_database(const std::filesystem::path& file) {
    for (const auto* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

}  // namespace dondoc::store
