// SPDX-License-Identifier: Apache-2.0
// A database as an earlier version wrote it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

#include "store/schema.h"

namespace dondoc::test {

inline SQLite::Database make_file_of_version(const std::filesystem::path& file, std::size_t version) {
    SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    raw.exec("PRAGMA foreign_keys = ON");
    for (std::size_t i = 0; i < version; ++i) raw.exec(store::migrations()[i]);
    raw.exec("PRAGMA user_version = " + std::to_string(version));
    return raw;
}

}  // namespace dondoc::test
