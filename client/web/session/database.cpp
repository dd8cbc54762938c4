// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/session/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

#include "domain/message.h"
#include "domain/reasons.h"

namespace dondoc::web {
namespace {

constexpr int program_id = 0x64647762;  // "ddwb": PRAGMA application_id

// In order; one that was delivered is never changed.
constexpr auto accounts = R"sql(
CREATE TABLE credential (
    person    INTEGER PRIMARY KEY,                 -- the daemon's id
    password  TEXT NOT NULL,                       -- argon2id, as libsodium writes it
    totp      TEXT NOT NULL DEFAULT '',            -- secret in base 32; empty: none
    totp_last INTEGER NOT NULL DEFAULT 0,          -- the last period whose code was used
    set_at    INTEGER NOT NULL
);
CREATE TABLE session (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    digest     BLOB NOT NULL UNIQUE,               -- of the cookie
    person     INTEGER NOT NULL,
    form_token TEXT NOT NULL,
    begun_at   INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    address    TEXT NOT NULL,
    browser    TEXT NOT NULL
);
CREATE INDEX session_person ON session (person);
CREATE TABLE token (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    digest  BLOB NOT NULL UNIQUE,
    person  INTEGER NOT NULL,
    kind    TEXT NOT NULL,                         -- "api" or "calendar"
    name    TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
);
CREATE INDEX token_person ON token (person);
CREATE TABLE try (                                 -- log-ins that failed
    whose TEXT NOT NULL,
    at    INTEGER NOT NULL
);
CREATE INDEX try_whose ON try (whose, at);
CREATE TABLE first_user (                          -- the link that is printed while nobody has a password
    digest  BLOB NOT NULL,
    ends_at INTEGER NOT NULL
);
)sql";

const std::array<std::string, 1> migrations{accounts};

// Made before SQLite opens it, so that it is nobody else's for a moment.
const std::filesystem::path& private_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) throw UserError("web.database", {file.string(), system_reason(errno)});
    ::close(descriptor);
    return file;
}

SQLite::Database open(const std::filesystem::path& file) {
    try {
        return {private_file(file).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    } catch (const SQLite::Exception& error) {
        throw UserError("web.database", {file.string(), error.what()});
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file) : db_(open(file)) {
    try {
        db_.setBusyTimeout(5'000);
        db_.exec("PRAGMA journal_mode = WAL");
        db_.exec("PRAGMA secure_delete = ON");
        bring_up_to_date();
    } catch (const SQLite::Exception& error) {
        throw UserError("web.database", {file.string(), error.what()});
    }
}

void Database::bring_up_to_date() {
    const auto is = db_.execAndGet("PRAGMA user_version").getInt();
    const auto whose = db_.execAndGet("PRAGMA application_id").getInt();
    const auto wanted = static_cast<int>(migrations.size());
    if (is > wanted || (is > 0 && whose != program_id))
        throw UserError("web.database", {db_.getFilename(), "@web.database_foreign"});
    for (int version = is; version < wanted; ++version) {
        SQLite::Transaction transaction{db_};
        db_.exec(migrations.at(static_cast<std::size_t>(version)));
        db_.exec("PRAGMA application_id = " + std::to_string(program_id));
        db_.exec("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

}  // namespace dondoc::web
