// SPDX-License-Identifier: Apache-2.0
#include "store/live_copies.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <system_error>

#include "domain/message.h"
#include "store/copying.h"
#include "store/database.h"
#include "store/disk_space.h"
#include "store/reading.h"
#include "store/storage_error.h"

namespace dondoc::store {
namespace {

namespace fs = std::filesystem;

constexpr int pages_in_a_step = 1000;
const std::string first_name = "dondoc-copy-1.db", second_name = "dondoc-copy-2.db";
const std::string incoming_name = "incoming.db";
const std::string note_name = "dondoc-copy.txt", taken_over_name = "dondoc-taken-over.txt";

using Note = std::map<std::string, std::string>;

// "key value" lines. nullopt: the file is not there.
std::optional<Note> read_note(const fs::path& file) {
    std::ifstream in{file};
    if (!in) return std::nullopt;
    Note note;
    for (std::string line; std::getline(in, line);)
        if (const auto space = line.find(' '); space != std::string::npos)
            note[line.substr(0, space)] = line.substr(space + 1);
    return note;
}

// There whole or not at all.
void write_note(const fs::path& file, const Note& note) {
    const fs::path beside = file.string() + ".new";
    std::ofstream out{beside};
    for (const auto& [key, value] : note) out << key << ' ' << value << '\n';
    out.close();
    std::error_code error;
    if (!out) error = std::make_error_code(std::errc::io_error);
    if (!error) {
        sync_file(beside);
        fs::rename(beside, file, error);
    }
    if (error) throw StorageError("storage.io", {file.string() + ": " + error.message()});
    sync_folder(file.parent_path());
}

Note note_of(const LiveCopy& copy) {
    return {{"file", copy.file},
            {"last_event", std::to_string(copy.last_event)},
            {"made", iso_instant(copy.made)},
            {"digest", copy.digest}};
}

std::int64_t last_event_in(SQLite::Database& database) {
    return database.execAndGet("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'event'")
        .getInt64();
}

void copy_pages(SQLite::Database& from, PageSink& to, const std::stop_token& stop) {
    auto copy = to.open();
    SQLite::Backup backup{copy, from};
    do {
        if (stop.stop_requested()) throw UserError("backup.stopped");
    } while (backup.executeStep(pages_in_a_step) != SQLITE_DONE);
}

}  // namespace

std::optional<LiveCopy> newest_copy(const fs::path& folder) {
    auto note = read_note(folder / note_name);
    if (!note) return std::nullopt;
    const auto made = parse_instant((*note)["made"]);
    LiveCopy copy{(*note)["file"], std::atoll((*note)["last_event"].c_str()), made.value_or(sys_seconds{}),
                  (*note)["digest"]};
    const bool is_ours = copy.file == first_name || copy.file == second_name;
    if (!made || !is_ours || copy.digest.empty())
        throw UserError("standby.note", {(folder / note_name).string()});
    return copy;
}

void fetch_copy(const fs::path& folder, const LiveCopy& copy, const fs::path& to) {
    remove_database(to);
    std::error_code error;
    const auto from = folder / copy.file;
    require_room(to.parent_path(), fs::file_size(from, error));
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error) throw StorageError("storage.io", {from.string() + ": " + error.message()});
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
    try {
        if (PageSink::digest_of(to) != copy.digest) throw UserError("standby.torn", {from.string()});
        auto taken = open_for_reading(to, Reading::NobodyWrites);
        const auto verdict = taken.execAndGet("PRAGMA integrity_check(1)").getString();
        if (verdict != "ok") throw UserError("standby.torn", {from.string()});
        sync_file(to);
    } catch (const SQLite::Exception& failure) {
        remove_database(to);
        rethrow(failure);
    } catch (...) {
        remove_database(to);
        throw;
    }
}

std::optional<LiveCopy> renew_copy(const fs::path& from, const fs::path& to) {
    auto newest = newest_copy(from);
    if (!newest || newest == newest_copy(to)) return std::nullopt;
    const auto incoming = to / incoming_name;
    fetch_copy(from, *newest, incoming);
    std::error_code error;
    fs::rename(incoming, to / newest->file, error);
    if (error) throw StorageError("storage.io", {incoming.string() + ": " + error.message()});
    write_note(to / note_name, note_of(*newest));
    return newest;
}

std::optional<TakenOver> taken_over(const fs::path& folder) {
    auto note = read_note(folder / taken_over_name);
    if (!note) return std::nullopt;
    return TakenOver{(*note)["lineage"], parse_instant((*note)["at"]).value_or(sys_seconds{})};
}

void note_taken_over(const fs::path& folder, const TakenOver& by) {
    write_note(folder / taken_over_name, {{"lineage", by.lineage}, {"at", iso_instant(by.at)}});
}

LiveCopies::Refreshed LiveCopies::refresh(const fs::path& database, sys_seconds now,
                                          const std::stop_token& stop) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw StorageError("storage.io", {folder_.string() + ": " + error.message()});
    const auto newest = newest_copy(folder_);
    const bool is_first = !newest || newest->file != first_name;
    auto& sink = is_first ? first_ : second_;
    const auto& name = is_first ? first_name : second_name;
    try {
        if (!sink) sink = std::make_unique<PageSink>(folder_ / name);
        auto source = open_for_reading(database, Reading::OthersWrite);
        source.exec("BEGIN");  // one moment
        const auto last_event = last_event_in(source);
        copy_pages(source, *sink, stop);
        sink->finish();
        Refreshed done{{name, last_event, now, sink->digest()}, sink->pages(), sink->written()};
        write_note(folder_ / note_name, note_of(done.copy));
        return done;
    } catch (const SQLite::Exception& failure) {
        sink.reset();  // what is on disk is read anew
        rethrow(failure);
    } catch (...) {
        sink.reset();
        throw;
    }
}

}  // namespace dondoc::store
