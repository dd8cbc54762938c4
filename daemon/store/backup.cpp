// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "store/copying.h"
#include "store/database.h"
#include "store/disk_space.h"
#include "store/reading.h"

namespace dondoc::store {
namespace {

namespace fs = std::filesystem;

constexpr int pages_at_once = 1000;
constexpr auto unfinished = ".partial";
constexpr std::uint64_t spare_bytes = 4 * 1024 * 1024;  // for the daemon to go on

void create_private(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw StorageError("storage.io", {file.string() + ": " + std::generic_category().message(errno)});
    ::close(descriptor);
}

void copy(SQLite::Database& from, const fs::path& to, const std::stop_token& stop) {
    SQLite::Database copied{to.string(), SQLite::OPEN_READWRITE};
    SQLite::Backup backup{copied, from};
    while (backup.executeStep(pages_at_once) != SQLITE_DONE)
        if (stop.stop_requested()) throw UserError("backup.stopped");
}

std::int64_t last_event_of_good(const fs::path& file, const std::stop_token& stop) {
    auto copied = open_for_reading(file, Reading::NobodyWrites);
    stop_when_asked(copied, stop);
    const auto verdict = copied.execAndGet("PRAGMA integrity_check(1)").getString();
    if (verdict != "ok") throw UserError("backup.bad_copy", {verdict});
    return copied.execAndGet("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'event'")
        .getInt64();
}

void give_name(const fs::path& partial, const fs::path& name) {
    // Unlike rename(2) it never replaces.
    if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0) return;
    if (errno == EEXIST) throw UserError("backup.exists", {name.string()});
    throw StorageError("storage.io", {name.string() + ": " + std::generic_category().message(errno)});
}

}  // namespace

fs::path begin_backup(const fs::path& to) {
    if (fs::exists(to)) throw UserError("backup.exists", {to.string()});
    fs::path partial = to.string() + unfinished;
    remove_database(partial);
    create_private(partial);
    return partial;
}

Backup finish_backup(const fs::path& to, const std::stop_token& stop) {
    const fs::path partial = to.string() + unfinished;
    try {
        Backup made{to, fs::file_size(partial), last_event_of_good(partial, stop)};
        sync_file(partial);
        give_name(partial, to);
        sync_folder(to.parent_path());
        return made;
    } catch (const SQLite::Exception& error) {
        remove_database(partial);
        if (error.getErrorCode() == SQLITE_INTERRUPT) throw UserError("backup.stopped");
        rethrow(error);
    } catch (...) {
        remove_database(partial);
        throw;
    }
}

Backup back_up(const fs::path& database, const fs::path& to, const std::stop_token& stop) {
    const auto partial = begin_backup(to);
    try {
        auto source = open_for_reading(database, Reading::OthersWrite);
        // One moment: what is written meanwhile by others is left out.
        source.exec("BEGIN");
        const auto pages = std::uint64_t{source.execAndGet("PRAGMA page_count").getUInt()};
        const auto bytes = pages * source.execAndGet("PRAGMA page_size").getUInt();
        require_room(to.parent_path(), bytes + spare_bytes);
        copy(source, partial, stop);
    } catch (const SQLite::Exception& error) {
        remove_database(partial);
        rethrow(error);
    } catch (...) {
        remove_database(partial);
        throw;
    }
    return finish_backup(to, stop);
}

void remove_unfinished_backups(const fs::path& folder) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const auto name = entry.path().filename().string();
        if (const auto at = name.find(unfinished); at != std::string::npos && at > 0)
            remove_database(entry.path().parent_path() / name.substr(0, at + std::string{unfinished}.size()));
    }
}

}  // namespace dondoc::store
