// SPDX-License-Identifier: Apache-2.0
#include "store/restore.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>

#include "store/copying.h"
#include "store/damage.h"
#include "store/database.h"
#include "store/disk_space.h"
#include "store/lineages.h"
#include "store/reading.h"
#include "store/schema.h"

namespace dondoc::store {
namespace {

namespace fs = std::filesystem;

// While it has this name nothing has been decided; under the other one it will take the place, whatever
// happens.
fs::path unready(const fs::path& database) {
    return database.string() + ".restoring";
}
fs::path ready(const fs::path& database) {
    return database.string() + ".restored";
}

[[noreturn]] void fail(const fs::path& file, const std::error_code& error) {
    throw StorageError("storage.io", {file.string() + ": " + error.message()});
}

void move_file(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) fail(from, error);
}

// The same name however often the move is begun anew: the moment at which the copy was ready.
fs::path kept_name(const fs::path& database) {
    struct stat status {};
    if (::stat(ready(database).c_str(), &status) != 0)
        fail(ready(database), {errno, std::generic_category()});
    constexpr std::size_t to_the_second = 19;  // "2026-11-21T08:00:00"
    constexpr long ns_per_ms = 1'000'000;
    auto text =
        iso_instant(sys_seconds{std::chrono::seconds{status.st_mtim.tv_sec}}).substr(0, to_the_second);
    std::erase(text, ':');
    return database.string() + ".before-restore-" + text + "-" +
           std::to_string(status.st_mtim.tv_nsec / ns_per_ms);
}

void take_copy(const fs::path& backup, const fs::path& to) {
    auto from = open_for_reading(backup, reading_of(backup));
    const auto bytes = std::uint64_t{from.execAndGet("PRAGMA page_count").getUInt()} *
                       from.execAndGet("PRAGMA page_size").getUInt();
    constexpr std::uint64_t times = 2;  // a migration may write all of it again
    require_room(to.parent_path(), times * bytes);
    const int descriptor = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(to, {errno, std::generic_category()});
    ::close(descriptor);
    SQLite::Database copied{to.string(), SQLite::OPEN_READWRITE};
    SQLite::Backup{copied, from}.executeStep();
}

void require_sound(const fs::path& copy, const fs::path& backup) {
    auto db = open_for_reading(copy, Reading::NobodyWrites);
    if (db.execAndGet("PRAGMA application_id").getInt() != application_id)
        throw StorageError("storage.foreign", {backup.string()});
    const auto verdict = db.execAndGet("PRAGMA integrity_check(1)").getString();
    if (verdict != "ok") throw UserError("restore.damaged", {backup.string(), verdict});
}

Restored begin_lineage(const fs::path& file, sys_seconds now, const std::optional<fs::path>& replaced) {
    Restored result;
    Database database{file, Database::Migrate::InPlace};
    Lineages::begin(database, now, replaced);
    result.lineage = Lineages{database}.current();
    const auto count = [&](const char* table) {
        return database.handle().execAndGet(std::string{"SELECT count(*) FROM "} + table).getInt64();
    };
    result.events = count("event");
    result.documents = count("document");
    result.assignments = count("assignment");
    database.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");  // throws when the disk is full
    Statement last{database, "SELECT max(at) FROM event"};
    auto rows = last.query();
    if (rows.next()) result.last_event_at = rows.maybe_instant(0);
    return result;  // the last connection takes its log away
}

// Who runs this may be root, and the daemon is not.
void give_to_owner_of(const fs::path& folder, const fs::path& file) {
    struct stat status {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &status) != 0) return;
    if (::chown(file.c_str(), status.st_uid, status.st_gid) != 0)
        fail(file, {errno, std::generic_category()});
}

}  // namespace

std::optional<fs::path> finish_restore(const fs::path& database) {
    remove_database(unready(database));
    if (!fs::exists(ready(database))) return std::nullopt;
    const auto kept = kept_name(database);
    // Killed in between, the next start goes on here: nobody opens one without the other.
    for (const auto* suffix : {"-wal", "-shm", "-journal", ""})
        if (fs::exists(database.string() + suffix))
            move_file(database.string() + suffix, kept.string() + suffix);
    clear_damage(database);
    move_file(ready(database), database);
    sync_folder(database.parent_path());
    return fs::exists(kept) ? std::optional{kept} : std::nullopt;
}

Restored restore(const fs::path& backup, const fs::path& database, sys_seconds now) {
    std::error_code error;
    if (!fs::is_regular_file(backup, error)) throw UserError("restore.not_there", {backup.string()});
    if (fs::equivalent(backup, database, error)) throw UserError("restore.itself", {backup.string()});
    finish_restore(database);
    const auto made = unready(database);
    try {
        take_copy(backup, made);
        require_sound(made, backup);
        auto result = begin_lineage(made, now, fs::exists(database) ? std::optional{database} : std::nullopt);
        sync_file(made);
        give_to_owner_of(database.parent_path(), made);
        move_file(made, ready(database));
        sync_folder(database.parent_path());
        result.kept = finish_restore(database);
        return result;
    } catch (const SQLite::Exception& failure) {
        remove_database(made);
        const int code = failure.getErrorCode() & 0xff;
        if (code == SQLITE_NOTADB) throw StorageError("storage.foreign", {backup.string()});
        if (code == SQLITE_CORRUPT) throw UserError("restore.damaged", {backup.string(), failure.what()});
        rethrow(failure);
    } catch (const UserError& refused) {
        remove_database(made);
        // It is the backup that is foreign, or newer, not our copy of it.
        auto message = refused.message();
        for (auto& arg : message.args)
            if (arg == made.string()) arg = backup.string();
        if (dynamic_cast<const StorageError*>(&refused)) throw StorageError(message);
        throw UserError(message.key, message.args);
    }
}

Restored mark_restored(const fs::path& database, sys_seconds now) {
    finish_restore(database);
    if (!fs::exists(database)) throw UserError("restore.not_there", {database.string()});
    return begin_lineage(database, now, std::nullopt);
}

}  // namespace dondoc::store
