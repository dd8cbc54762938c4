// SPDX-License-Identifier: Apache-2.0
// A copy of the whole database in another file, made part by part while the original goes on being used
// through its own connection.
#pragma once

#include <filesystem>

#include <SQLiteCpp/Backup.h>

#include "store/database.h"

namespace dondoc::store {

class Copying {
  public:
    // The original is not owned and outlives this. Whatever is at `to` is written over.
    Copying(Database& original, const std::filesystem::path& to);

    // Copies up to `pages` of the database. True: there is more; false: the copy is whole.
    bool step(int pages);

  private:
    SQLite::Database copy_;
    SQLite::Backup backup_;
};

// The file of a database and what SQLite keeps beside it. No error when they are not there.
void remove_database(const std::filesystem::path& file);

}  // namespace dondoc::store
