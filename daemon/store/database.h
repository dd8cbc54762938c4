// SPDX-License-Identifier: Apache-2.0
// One SQLite file: opening, migrating, transactions, prepared statements. The only room that knows SQL is
// this one. Not thread-safe: the thread that owns the state uses it.
//
// Errors: StorageError "storage.newer", "storage.foreign" when the file is not for this program,
// "storage.full" when the disk is full, "storage.read_only", "storage.io" when it cannot be read or written,
// "storage.corrupt" when a page is damaged, "storage.moved" when the file was deleted or replaced under the
// program, "storage.shortened" when it was cut short, "storage.busy" when another program holds it. Anything
// else is a fault (SQLite::Exception).
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/civil.h"
#include "domain/ids.h"
#include "domain/message.h"
#include "store/health.h"
#include "store/open_files.h"
#include "store/storage_error.h"

namespace dondoc::store {

class Database {
  public:
    enum class Migrate { KeepingACopy, InPlace };
    // Opens or creates the file and brings its schema up to date. Before a migration of a file that holds
    // data the old file is kept beside it as "<name>.before-<version>", unless it is a copy itself. Throws
    // "storage.no_room" when there is no room for that.
    explicit Database(const std::filesystem::path& file, Migrate migrate = Migrate::KeepingACopy);

    SQLite::Database& handle() { return db_; }
    // Rows that this connection has written since it was opened, also those that were taken back. Nobody else
    // writes: while it is the same, and no transaction is open, the file says the same. Costs nothing.
    std::int64_t written_rows() const;
    int schema_version();
    struct Migrated {
        int from, to;
        std::filesystem::path copy;
    };
    // What was done when it was opened. nullopt: the file was new, or of this version.
    const std::optional<Migrated>& migrated() const { return migrated_; }

    Health& health() { return health_; }
    // What is to be written has a place where the next start finds it. A log that was deleted is made anew
    // with all that was in it. Throws StorageError "storage.corrupt", "storage.moved".
    void require_writable();
    // Writes a page as it is; when the disk takes it, the trouble is over.
    void try_to_write();
    std::filesystem::path file() const { return db_.getFilename(); }
    // Pages are left in the log for longer: to write them back takes as long as many small commits. Ended,
    // they are written back at once.
    void defer_checkpoints(bool defer);
    // Is told after each commit how many pages the log has, and the log is written back by whoever is told;
    // nullptr: by this connection again, which is the rule. store/checkpointing.h
    void after_commits(std::function<void(int pages)> logged);
    // Called now and then while SQLite works for this connection, in its thread; must not use it, nor throw.
    void while_working(std::function<void()> working);
    // Gives back what it remembers of the file, which is read again when it is asked for.
    void release_memory();
    // Commits no longer wait for the disk: for a copy that nobody needs after a crash.
    void forgo_durability();

  private:
    friend class Transaction;
    friend class Savepoint;
    void renew_log();
    void execute(SQLite::Statement& statement);

    SQLite::Database db_;
    bool defers_checkpoints_ = false;
    std::function<void(int)> logged_;
    std::function<void()> working_;
    std::optional<Migrated> migrated_;
    OpenFiles files_;
    Health health_;
    SQLite::Statement begin_, commit_, savepoint_, release_;  // of transactions and their parts
};

// Everything between construction and commit() is on disk after commit(), or is not there at all. One at a
// time.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Throws StorageError also where SQLite has taken all of it back by itself, as it does when a page cannot
    // be read or written.
    void commit();
    bool is_open() const;  // neither committed nor taken back, by whomever

  private:
    friend class Savepoint;
    void require_open();
    void take_back();

    Database& database_;
    bool committed_ = false;
};

// A part of a transaction that can be taken back by itself: what keep() does not keep has not been done. One
// at a time of a transaction, which outlives it.
class Savepoint {
  public:
    // Throws StorageError where the transaction is not open any more.
    explicit Savepoint(Transaction& transaction);
    // Where it cannot be taken back by itself, all of the transaction is.
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    // It belongs to the transaction now, and is on disk when that is. Throws as the constructor.
    void keep();

  private:
    Transaction& transaction_;
    bool kept_ = false;
};

// A blob argument; not owned.
struct Blob {
    std::string_view bytes;
};

// The rows of a running query. Ends the query when it goes.
class Rows {
  public:
    Rows(Database& database, SQLite::Statement& statement) : database_(&database), statement_(&statement) {}
    ~Rows() {
        if (statement_ != nullptr) statement_->tryReset();
    }
    Rows(Rows&& other) noexcept
        : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;

    bool next();

    // Of queries for one value: of the first row.
    std::int64_t number() { return next() ? integer(0) : 0; }
    std::optional<sys_seconds> first_instant() { return next() ? std::optional{instant(0)} : std::nullopt; }
    // Of all that are left.
    template <typename IdType>
    std::vector<IdType> ids() {
        std::vector<IdType> all;
        while (next()) all.push_back(id<IdType>(0));
        return all;
    }

    // Of the row that next() has come to.
    bool is_null(int column) const { return statement_->getColumn(column).isNull(); }
    std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
    std::string text(int column) const { return statement_->getColumn(column).getString(); }
    std::string blob(int column) const {
        const auto value = statement_->getColumn(column);
        return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
    }
    template <typename IdType>
    IdType id(int column) const {
        return IdType{integer(column)};
    }
    local_days day(int column) const { return local_days{date::days{integer(column)}}; }
    std::optional<local_days> maybe_day(int column) const {
        return is_null(column) ? std::nullopt : std::optional{day(column)};
    }
    sys_seconds instant(int column) const { return sys_seconds{std::chrono::seconds{integer(column)}}; }
    std::optional<int> maybe_number(int column) const {
        return is_null(column) ? std::nullopt : std::optional{static_cast<int>(integer(column))};
    }
    std::optional<std::chrono::minutes> maybe_minutes(int column) const {  // of a day
        return is_null(column) ? std::nullopt : std::optional{std::chrono::minutes{integer(column)}};
    }
    std::optional<sys_seconds> maybe_instant(int column) const {
        return is_null(column) ? std::nullopt : std::optional{instant(column)};
    }

  private:
    Database* database_;
    SQLite::Statement* statement_;
};

// A prepared statement. Civil days are stored as days, instants as seconds since 1970.
class Statement {
  public:
    Statement(Database& database, const std::string& sql);

    std::int64_t last_row() {
        return database_->handle().getLastInsertRowid();
    }  // of the last INSERT of the database

    // Runs it with these arguments; returns the number of rows it changed.
    template <typename... Args>
    int run(const Args&... args) {
        bind_all(args...);
        return execute();
    }

    // Only one query of a statement runs at a time.
    template <typename... Args>
    Rows query(const Args&... args) {
        bind_all(args...);
        return Rows{*database_, statement_};
    }

    // For statements whose number of arguments is known only when they run.
    template <typename Arg>
    void bind_at(int index, const Arg& arg) {
        bind(index, arg);
    }
    Rows running() { return Rows{*database_, statement_}; }

  private:
    template <typename... Args>
    void bind_all(const Args&... args) {
        statement_.reset();
        int index = 0;
        (bind(++index, args), ...);
    }
    template <std::integral Integer>
    void bind(int index, Integer value) {
        statement_.bind(index, static_cast<std::int64_t>(value));
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void bind(int index, Enum value) { statement_.bind(index, static_cast<std::int64_t>(value)); }
    template <typename Tag>
    void bind(int index, Id<Tag> id) {
        bind(index, id.value);
    }
    void bind(int index, InboxSeq number) { bind(index, number.value); }
    void bind(int index, std::string_view value) { statement_.bind(index, std::string{value}); }
    void bind(int index, const std::string& value) { statement_.bind(index, value); }
    void bind(int index, const char* value) { statement_.bind(index, value); }
    void bind(int index, Blob value) {
        statement_.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
    }
    void bind(int index, local_days day) { bind(index, day.time_since_epoch().count()); }
    void bind(int index, sys_seconds instant) { bind(index, instant.time_since_epoch().count()); }
    void bind(int index, std::chrono::minutes of_the_day) { bind(index, of_the_day.count()); }
    void bind(int index, std::nullopt_t) { statement_.bind(index); }
    template <typename T>
    void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            statement_.bind(index);
    }

    int execute();

    Database* database_;  // not owned; outlives the statement
    SQLite::Statement statement_;
};

// Turns what SQLite says of the disk into a UserError, and throws; throws `error` itself when it is a fault.
[[noreturn]] void rethrow(const SQLite::Exception& error);
// The same, and its health knows of it.
[[noreturn]] void rethrow(const SQLite::Exception& error, Database& database);

}  // namespace dondoc::store
