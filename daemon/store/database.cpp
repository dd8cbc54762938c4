#include "store/database.h"

#include <sqlite3.h>

#include "store/schema.h"

namespace dondoc::store {
namespace {

constexpr int busy_timeout_ms = 2000;

int pragma(SQLite::Database& db, const std::string& name) {
    return db.execAndGet("PRAGMA " + name).getInt();
}

void check_ours(SQLite::Database& db, const std::filesystem::path& file) {
    const int version = pragma(db, "user_version");
    const bool empty = version == 0 && db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (empty) return;
    if (pragma(db, "application_id") != application_id) throw UserError("storage.foreign", {file.string()});
    const int known = static_cast<int>(migrations().size());
    if (version > known)
        throw UserError("storage.newer", {file.string(), std::to_string(version), std::to_string(known)});
}

void migrate(SQLite::Database& db, const std::filesystem::path& file) {
    const int version = pragma(db, "user_version");
    const int known = static_cast<int>(migrations().size());
    if (version == known) return;
    if (version > 0)
        db.backup((file.string() + ".before-" + std::to_string(known)).c_str(), SQLite::Database::Save);
    db.exec("BEGIN IMMEDIATE");
    for (int from = version; from < known; ++from) db.exec(migrations()[static_cast<std::size_t>(from)]);
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
    db.exec("PRAGMA user_version = " + std::to_string(known));
    db.exec("COMMIT");
}

SQLite::Database open(const std::filesystem::path& file) {
    try {
        SQLite::Database db{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms};
        check_ours(db, file);
        db.exec("PRAGMA journal_mode = WAL");
        db.exec("PRAGMA synchronous = FULL");    // what was answered with success is on disk
        db.exec("PRAGMA cache_size = -131072");  // KiB
        db.exec("PRAGMA wal_autocheckpoint = 4000");
        db.exec("PRAGMA temp_store = MEMORY");
        db.exec("PRAGMA foreign_keys = OFF");  // a migration may make a table anew
        migrate(db, file);
        db.exec("PRAGMA foreign_keys = ON");
        return db;
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB) throw UserError("storage.foreign", {file.string()});
        rethrow(error);
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file) : db_(open(file)) {}

int Database::schema_version() {
    return pragma(db_, "user_version");
}

void Database::forgo_durability() {
    db_.exec("PRAGMA synchronous = OFF");
}

Transaction::Transaction(Database& database) : database_(database) {
    try {
        database_.handle().exec("BEGIN IMMEDIATE");
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

Transaction::~Transaction() {
    // A failed COMMIT may already have rolled back; then there is nothing left to undo.
    if (open_) database_.handle().tryExec("ROLLBACK");
}

void Transaction::commit() {
    try {
        database_.handle().exec("COMMIT");
        open_ = false;
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

bool Rows::next() {
    try {
        return statement_->executeStep();
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

Statement::Statement(Database& database, const std::string& sql)
    : database_(&database.handle()), statement_(database.handle(), sql) {}

int Statement::execute() {
    try {
        const int changed = statement_.exec();
        statement_.reset();
        return changed;
    } catch (const SQLite::Exception& error) {
        statement_.tryReset();
        rethrow(error);
    }
}

void rethrow(const SQLite::Exception& error) {
    switch (error.getErrorCode() & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw UserError("storage.busy");
        case SQLITE_FULL:
            throw UserError("storage.full");
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_CORRUPT:
            throw UserError("storage.io", {error.what()});
        default:
            throw error;
    }
}

}  // namespace dondoc::store
