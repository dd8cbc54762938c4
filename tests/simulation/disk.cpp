// SPDX-License-Identifier: Apache-2.0
#include "simulation/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace dondoc::simulation {
namespace {

constexpr std::size_t sector = 512;
constexpr const char* vfs_name = "simulated";
Disk* the_disk = nullptr;  // SQLite has one default VFS, and this is it

struct OpenFile {
    sqlite3_file base;
    std::shared_ptr<Disk::File>* file;  // made by open, deleted by close
    std::string* deleted_on_close;      // nullptr: kept
    int lock;                           // SQLITE_LOCK_...
};

OpenFile& opened(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}
Disk::File& content(sqlite3_file* file) {
    return **opened(file).file;
}

int result_of(Disk::Outcome outcome, int failure) {
    switch (outcome) {
        case Disk::Outcome::Done:
            return SQLITE_OK;
        case Disk::Outcome::Full:
            return SQLITE_FULL;
        case Disk::Outcome::Failed:
            return failure;
    }
    return failure;
}

void put_into(std::string& to, const Disk::Change& change) {
    if (change.truncates) {
        to.resize(change.offset);
        return;
    }
    if (to.size() < change.offset + change.bytes.size()) to.resize(change.offset + change.bytes.size());
    to.replace(change.offset, change.bytes.size(), change.bytes);
}

int read_file(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset) {
    if (the_disk->is_dead()) return SQLITE_IOERR_READ;
    const auto& bytes = content(file).now;
    const auto from = static_cast<std::size_t>(offset);
    const auto wanted = static_cast<std::size_t>(amount);
    const auto there = from >= bytes.size() ? 0 : std::min(wanted, bytes.size() - from);
    if (there > 0) std::memcpy(buffer, bytes.data() + from, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(buffer) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset) {
    Disk::Change change{static_cast<std::uint64_t>(offset),
                        std::string(static_cast<const char*>(buffer), static_cast<std::size_t>(amount)),
                        false};
    const auto outcome = the_disk->change();
    if (outcome == Disk::Outcome::Failed && the_disk->is_dead()) {
        content(file).unsynced.push_back(std::move(change));  // the write that the power failed in
        return SQLITE_IOERR_WRITE;
    }
    if (outcome != Disk::Outcome::Done) return result_of(outcome, SQLITE_IOERR_WRITE);
    put_into(content(file).now, change);
    content(file).unsynced.push_back(std::move(change));
    return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    const auto outcome = the_disk->change();
    if (outcome != Disk::Outcome::Done) return result_of(outcome, SQLITE_IOERR_TRUNCATE);
    const Disk::Change change{static_cast<std::uint64_t>(size), {}, true};
    put_into(content(file).now, change);
    content(file).unsynced.push_back(change);
    return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int /*flags*/) {
    const auto outcome = the_disk->change();
    if (outcome != Disk::Outcome::Done) return result_of(outcome, SQLITE_IOERR_FSYNC);
    content(file).synced = content(file).now;
    content(file).unsynced.clear();
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(content(file).now.size());
    return SQLITE_OK;
}

// One thread, which ends each transaction before it begins the next: of all locks only those count by which
// the last connection of a log knows that it is the last.
int lock(sqlite3_file* file, int level) {
    auto& mine = opened(file).lock;
    auto& sharers = content(file).sharers;
    const int others = sharers - (mine >= SQLITE_LOCK_SHARED ? 1 : 0);
    if (level == SQLITE_LOCK_EXCLUSIVE && others > 0) return SQLITE_BUSY;
    sharers = others + (level >= SQLITE_LOCK_SHARED ? 1 : 0);
    mine = level;
    return SQLITE_OK;
}
int check_reserved_lock(sqlite3_file*, int* held) {
    *held = 0;
    return SQLITE_OK;
}
int shm_lock(sqlite3_file*, int, int, int) {
    return SQLITE_OK;
}
int close_file(sqlite3_file* file) {
    auto& open = opened(file);
    lock(file, SQLITE_LOCK_NONE);
    if (open.deleted_on_close != nullptr) the_disk->files().erase(*open.deleted_on_close);
    delete open.deleted_on_close;
    delete open.file;
    return SQLITE_OK;
}

void shm_barrier(sqlite3_file*) {}
int shm_unmap(sqlite3_file* file, int remove) {
    if (remove != 0) content(file).shared_memory.clear();
    return SQLITE_OK;
}
int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    auto& regions = content(file).shared_memory;
    auto found = regions.find(region);
    if (found == regions.end()) {
        *memory = nullptr;
        if (extend == 0) return SQLITE_OK;
        found = regions.emplace(region, std::vector<char>(static_cast<std::size_t>(size))).first;
    }
    *memory = found->second.data();
    return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return sector;
}
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

const sqlite3_io_methods methods{
    2,        close_file,  read_file,           write_file,   truncate_file, sync_file,       file_size,
    lock,     lock,        check_reserved_lock, file_control, sector_size,   characteristics, shm_map,
    shm_lock, shm_barrier, shm_unmap,           nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto& open = opened(file);
    open = {};
    if (the_disk->is_dead()) return SQLITE_CANTOPEN;
    auto& files = the_disk->files();
    const std::string key = name == nullptr ? "temporary" + std::to_string(the_disk->operations()) : name;
    auto found = files.find(key);
    if (found == files.end()) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        found = files.emplace(key, std::make_shared<Disk::File>()).first;
    }
    open.base.pMethods = &methods;
    open.file = new std::shared_ptr<Disk::File>(found->second);
    open.deleted_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? new std::string(key) : nullptr;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int) {
    const auto outcome = the_disk->change();
    if (outcome != Disk::Outcome::Done) return result_of(outcome, SQLITE_IOERR_DELETE);
    return the_disk->files().erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int access_file(sqlite3_vfs*, const char* name, int, int* result) {
    const auto found = the_disk->files().find(name);
    *result = found != the_disk->files().end() && !found->second->now.empty() ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    return sqlite3_snprintf(size, out, "%s", name) == nullptr ? SQLITE_CANTOPEN : SQLITE_OK;
}

sqlite3_vfs make_vfs() {
    const auto* real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = *real;  // randomness, sleep and time are the system's
    vfs.szOsFile = sizeof(OpenFile);
    vfs.zName = vfs_name;
    vfs.pNext = nullptr;
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_path;
    return vfs;
}

}  // namespace

Disk::Disk(Random& random) : random_(random) {
    if (the_disk != nullptr) throw std::logic_error("there is one disk at a time");
    static sqlite3_vfs vfs = make_vfs();
    the_disk = this;
    sqlite3_vfs_register(&vfs, 1);
}

Disk::~Disk() {
    sqlite3_vfs_unregister(sqlite3_vfs_find(vfs_name));
    the_disk = nullptr;
}

Disk::Outcome Disk::change() {
    ++operations_;
    const auto counts_down_to_zero = [](std::optional<std::uint64_t>& left) {
        if (!left) return false;
        if (*left > 0) {
            --*left;
            return false;
        }
        left.reset();
        return true;
    };
    if (counts_down_to_zero(die_after_)) dead_ = true;
    if (dead_) return Outcome::Failed;
    if (!counts_down_to_zero(fail_after_)) return Outcome::Done;
    ++failures_;
    return random_() % 2 == 0 ? Outcome::Full : Outcome::Failed;
}

void Disk::come_back() {
    for (auto& [name, file] : files_) keep_some(*file);
    dead_ = false;
}

// What was not synced: each sector of each write was written, or was not, in any order.
void Disk::keep_some(File& file) {
    const auto fate = random_() % 4;  // all lost, all kept, a beginning, anything
    const auto kept = file.unsynced.empty() ? 0 : random_() % file.unsynced.size();
    for (std::size_t i = 0; i < file.unsynced.size(); ++i) {
        const auto& change = file.unsynced[i];
        if (fate == 0 || (fate == 2 && i > kept)) break;
        const bool whole = fate == 1 || (fate == 2 && i < kept);
        if (whole || change.truncates) {
            if (whole || random_() % 2 == 0) put_into(file.synced, change);
            continue;
        }
        for (std::size_t at = 0; at < change.bytes.size(); at += sector)
            if (random_() % 2 == 0)
                put_into(file.synced, {change.offset + at, change.bytes.substr(at, sector), false});
    }
    file.unsynced.clear();
    file.now = file.synced;
    file.shared_memory.clear();
}

}  // namespace dondoc::simulation
