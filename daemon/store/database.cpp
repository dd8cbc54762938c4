// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "domain/document_number.h"
#include "store/copying.h"
#include "store/disk_space.h"
#include "store/request_digest.h"
#include "store/schema.h"

namespace dondoc::store {
namespace {

constexpr int busy_timeout_ms = 2000;
constexpr int pages_in_log = 4000, most_pages_in_log = 32'000;  // 16 and 131 MB

int pragma(SQLite::Database& db, const std::string& name) {
    return db.execAndGet("PRAGMA " + name).getInt();
}

void check_ours(SQLite::Database& db, const std::filesystem::path& file) {
    const int version = pragma(db, "user_version");
    const bool empty = version == 0 && db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (empty) return;
    if (pragma(db, "application_id") != application_id)
        throw StorageError("storage.foreign", {file.string()});
    const int known = static_cast<int>(migrations().size());
    if (version > known)
        throw StorageError("storage.newer", {file.string(), std::to_string(version), std::to_string(known)});
}

// Whole and on disk under its name, or not there under it.
std::filesystem::path keep_copy(SQLite::Database& db, const std::filesystem::path& file, int known) {
    std::filesystem::path copy = file.string() + ".before-" + std::to_string(known);
    const auto partial = copy.string() + ".partial";
    remove_database(partial);  // of a migration that was killed
    const auto bytes = std::uint64_t{db.execAndGet("PRAGMA page_count").getUInt()} *
                       db.execAndGet("PRAGMA page_size").getUInt();
    require_room(file.parent_path(), 2 * bytes);  // the copy, and the log of the migration
    try {
        db.backup(partial.c_str(), SQLite::Database::Save);
    } catch (...) {
        remove_database(partial);
        throw;
    }
    sync_file(partial);
    std::filesystem::rename(partial, copy);
    sync_folder(file.parent_path());
    return copy;
}

// What migrations compute that SQL cannot: document.number_key, request.digest.
void number_key_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const auto key = number_key({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
}
void request_digest_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto digest = request_digest({bytes, bytes == nullptr ? 0 : size});
    sqlite3_result_blob(context, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT);
}

std::optional<Database::Migrated> bring_up_to_date(SQLite::Database& db, const std::filesystem::path& file,
                                                   Database::Migrate how) {
    const int version = pragma(db, "user_version");
    const int known = static_cast<int>(migrations().size());
    if (version == known) return std::nullopt;
    std::filesystem::path copy;
    if (version > 0 && how == Database::Migrate::KeepingACopy) copy = keep_copy(db, file, known);
    db.createFunction("dondoc_number_key", 1, true, nullptr, number_key_in_sql);
    db.createFunction("request_digest", 1, true, nullptr, request_digest_in_sql);
    db.exec("PRAGMA foreign_keys = OFF");  // a migration may make a table anew
    db.exec("BEGIN IMMEDIATE");
    for (int from = version; from < known; ++from) db.exec(migrations()[static_cast<std::size_t>(from)]);
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
    db.exec("PRAGMA user_version = " + std::to_string(known));
    db.exec("COMMIT");
    db.exec("PRAGMA foreign_keys = ON");
    if (version == 0) return std::nullopt;
    return Database::Migrated{version, known, copy};
}

// SQLite counts its memory under a lock that all threads share; nobody asks for the figure. Too late, it goes
// on counting.
void do_not_count_memory() {
    [[maybe_unused]] static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// Without a lock of its own: one thread uses it.
SQLite::Database open(const std::filesystem::path& file) {
    do_not_count_memory();
    try {
        SQLite::Database db{file.string(),
                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                            busy_timeout_ms};
        check_ours(db, file);
        db.exec("PRAGMA journal_mode = WAL");
        db.exec("PRAGMA synchronous = FULL");  // what was answered with success is on disk
        db.exec("PRAGMA foreign_keys = ON");
        db.exec("PRAGMA cache_size = -131072");  // KiB
        db.exec("PRAGMA wal_autocheckpoint = " + std::to_string(pages_in_log));
        db.exec("PRAGMA journal_size_limit = 33554432");
        db.exec("PRAGMA temp_store = MEMORY");
        return db;
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB) throw StorageError("storage.foreign", {file.string()});
        rethrow(error);
    }
}

std::optional<Database::Migrated> migrate(SQLite::Database& db, const std::filesystem::path& file,
                                          Database::Migrate how) {
    try {
        return bring_up_to_date(db, file, how);
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

// SQLite answers an impossible change of the mode with the mode that it keeps, or that somebody else is at
// the file; it does not wait for the thread that is just writing the log back.
bool set_journal_mode(SQLite::Database& db, const std::string& mode) {
    constexpr std::chrono::milliseconds pause{10};
    for (std::chrono::milliseconds waited{0}; waited.count() < busy_timeout_ms; waited += pause) {
        try {
            if (db.execAndGet("PRAGMA journal_mode = " + mode).getString() == mode) return true;
        } catch (const SQLite::Exception& error) {
            if ((error.getErrorCode() & 0xff) != SQLITE_BUSY) throw;
        }
        std::this_thread::sleep_for(pause);
    }
    return false;
}

std::optional<Message> disk_trouble(const SQLite::Exception& error) {
    switch (error.getErrorCode() & 0xff) {
        case SQLITE_FULL:
            return Message{"storage.full", {}};
        case SQLITE_READONLY:
            return Message{"storage.read_only", {}};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Message{Health::damaged_key, {error.what()}};
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            return Message{"storage.io", {error.what()}};
        default:
            return std::nullopt;
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file, Migrate how)
    : db_(open(file)),
      migrated_(migrate(db_, file, how)),
      files_(file),
      begin_(db_, "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      savepoint_(db_, "SAVEPOINT part"),
      release_(db_, "RELEASE part") {}

void Database::execute(SQLite::Statement& statement) {
    try {
        statement.exec();
        statement.reset();
    } catch (const SQLite::Exception& error) {
        statement.tryReset();
        rethrow(error, *this);
    }
}

void Database::require_writable() {
    if (const auto& trouble = health_.trouble(); trouble && health_.is_damaged())
        throw StorageError(*trouble);
    switch (files_.look()) {
        case OpenFiles::Change::None:
            return;
        case OpenFiles::Change::Database: {
            const StorageError moved{"storage.moved", {file().string()}};
            health_.failed(moved.message());
            throw moved;
        }
        case OpenFiles::Change::Shortened: {
            const StorageError shortened{"storage.shortened", {file().string()}};
            health_.failed(shortened.message());
            throw shortened;
        }
        case OpenFiles::Change::Wal:
            return renew_log();
    }
}

// The deleted log is still open, and complete: its content goes into the database, and a new one is begun.
void Database::renew_log() {
    try {
        if (!set_journal_mode(db_, "delete") || !set_journal_mode(db_, "wal")) {
            const StorageError busy{"storage.log_lost", {file().string() + "-wal"}};
            health_.failed(busy.message());
            throw busy;
        }
        pragma(db_, "user_version");  // makes the log
        files_ = OpenFiles{file()};
    } catch (const SQLite::Exception& error) {
        rethrow(error, *this);
    }
}

void Database::try_to_write() {
    Transaction transaction{*this};
    try {
        db_.exec("PRAGMA user_version = " + std::to_string(schema_version()));  // a page, as it was
    } catch (const SQLite::Exception& error) {
        rethrow(error, *this);
    }
    transaction.commit();
    health_.is_over();
}

void Database::defer_checkpoints(bool defer) {
    if (logged_ || defer == defers_checkpoints_) return;
    try {
        db_.exec("PRAGMA wal_autocheckpoint = " + std::to_string(defer ? most_pages_in_log : pages_in_log));
        defers_checkpoints_ = defer;
        if (!defer) db_.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (const SQLite::Exception& error) {
        rethrow(error, *this);
    }
}

void Database::after_commits(std::function<void(int)> logged) {
    logged_ = std::move(logged);
    if (!logged_) {
        sqlite3_wal_autocheckpoint(db_.getHandle(), pages_in_log);
        return;
    }
    sqlite3_wal_hook(
        db_.getHandle(),
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Database*>(self)->logged_(pages);
            return SQLITE_OK;
        },
        this);
}

void Database::while_working(std::function<void()> working) {
    constexpr int steps = 100'000;  // of SQLite's machine: some milliseconds
    working_ = std::move(working);
    const auto call = [](void* database) {
        static_cast<Database*>(database)->working_();
        return 0;  // go on
    };
    sqlite3_progress_handler(db_.getHandle(), working_ ? steps : 0, working_ ? +call : nullptr, this);
}

std::int64_t Database::written_rows() const {
    return sqlite3_total_changes64(db_.getHandle());
}

int Database::schema_version() {
    return pragma(db_, "user_version");
}

void Database::release_memory() {
    sqlite3_db_release_memory(db_.getHandle());
}

void Database::forgo_durability() {
    db_.exec("PRAGMA synchronous = OFF");
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.require_writable();
    database_.execute(database_.begin_);
}

// A failed COMMIT may already have taken it back; then there is nothing left to undo.
Transaction::~Transaction() {
    if (is_open()) take_back();
}

bool Transaction::is_open() const {
    return !committed_ && sqlite3_get_autocommit(database_.handle().getHandle()) == 0;
}

void Transaction::commit() {
    require_open();
    database_.execute(database_.commit_);
    committed_ = true;
}

void Transaction::require_open() {
    if (is_open()) return;
    throw StorageError(database_.health().trouble().value_or(Message{"storage.io", {"rolled back"}}));
}

void Transaction::take_back() {
    database_.handle().tryExec("ROLLBACK");
}

// Where there is no transaction SAVEPOINT would begin one, and RELEASE would commit it.
Savepoint::Savepoint(Transaction& transaction) : transaction_(transaction) {
    transaction_.require_open();
    transaction_.database_.execute(transaction_.database_.savepoint_);
}

Savepoint::~Savepoint() {
    if (kept_ || !transaction_.is_open()) return;
    if (transaction_.database_.handle().tryExec("ROLLBACK TO part; RELEASE part") != SQLITE_OK)
        transaction_.take_back();
}

void Savepoint::keep() {
    transaction_.require_open();
    transaction_.database_.execute(transaction_.database_.release_);
    kept_ = true;
}

bool Rows::next() {
    try {
        return statement_->executeStep();
    } catch (const SQLite::Exception& error) {
        rethrow(error, *database_);
    }
}

Statement::Statement(Database& database, const std::string& sql) try
    : database_(&database), statement_(database.handle(), sql) {
} catch (const SQLite::Exception& error) {
    rethrow(error, database);
}

int Statement::execute() {
    try {
        const int changed = statement_.exec();
        statement_.reset();
        return changed;
    } catch (const SQLite::Exception& error) {
        statement_.tryReset();
        rethrow(error, *database_);
    }
}

void rethrow(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw StorageError("storage.busy");
    if (const auto trouble = disk_trouble(error)) throw StorageError(*trouble);
    throw error;
}

void rethrow(const SQLite::Exception& error, Database& database) {
    if (const auto trouble = disk_trouble(error)) database.health().failed(*trouble);
    rethrow(error);
}

}  // namespace dondoc::store
