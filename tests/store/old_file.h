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

// Puts a file of today back to version 29, by which changes lay in the order of assignments, their texts in a
// table of their own, and requests in the order of keys.
inline void put_back_to_version_29(SQLite::Database& raw) {
    raw.exec(R"sql(
        DROP INDEX assignment_change_at;
        ALTER TABLE assignment_change RENAME TO newer;
        CREATE TABLE assignment_change (
            assignment_id INTEGER NOT NULL REFERENCES assignment, revision INTEGER NOT NULL, at INTEGER NOT NULL,
            action TEXT NOT NULL, by TEXT NOT NULL, state INTEGER NOT NULL, due INTEGER, original_due INTEGER,
            completed_on INTEGER, progress INTEGER, reworks INTEGER NOT NULL, detail BLOB NOT NULL,
            PRIMARY KEY (assignment_id, revision)
        ) WITHOUT ROWID;
        INSERT INTO assignment_change
        SELECT assignment_id, revision, at, action, by, state, due, original_due, completed_on, progress, reworks, detail
        FROM newer;
        CREATE INDEX assignment_change_at ON assignment_change (at);
        CREATE TABLE change_text (
            id INTEGER PRIMARY KEY, assignment_id INTEGER NOT NULL REFERENCES assignment, words TEXT NOT NULL
        );
        CREATE INDEX change_text_assignment ON change_text (assignment_id);
        INSERT INTO change_text (assignment_id, words)
        SELECT assignment_id, words FROM newer WHERE words <> '' ORDER BY id;
        INSERT INTO change_words (change_words) VALUES ('delete-all');
        INSERT INTO change_words (rowid, words)
        SELECT id, replace(words, 'đ', 'd') FROM change_text WHERE id <= (SELECT max(id) / 64 * 64 FROM change_text);
        DROP TABLE newer;
        DROP INDEX request_at;
        ALTER TABLE request RENAME TO newer;
        CREATE TABLE request (
            public_key TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, digest BLOB NOT NULL, reply BLOB NOT NULL,
            PRIMARY KEY (public_key, id)
        ) WITHOUT ROWID;
        INSERT INTO request SELECT public_key, id, at, digest, reply FROM newer;
        DROP TABLE newer;
        CREATE INDEX request_at ON request (at);
        PRAGMA user_version = 29;
    )sql");
}

}  // namespace dondoc::test
