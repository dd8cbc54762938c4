// SPDX-License-Identifier: Apache-2.0
// SQLite on the real files, below which writes fail when a test says so. One at a time; it is SQLite's
// default VFS while it lives.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <thread>

namespace dondoc::test {

class FailingDisk {
  public:
    FailingDisk() {
        if (the_disk != nullptr) throw std::logic_error("there is one failing disk at a time");
        real_ = sqlite3_vfs_find(nullptr);
        vfs_ = *real_;
        vfs_.zName = "failing";
        vfs_.pNext = nullptr;
        vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
        vfs_.xOpen = open;
        the_disk = this;
        sqlite3_vfs_register(&vfs_, 1);
    }
    ~FailingDisk() {
        sqlite3_vfs_unregister(&vfs_);
        the_disk = nullptr;
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    // Every write and sync ends with this code (SQLITE_FULL, SQLITE_IOERR_FSYNC ...); nullopt: they succeed
    // again.
    void fail_writes(std::optional<int> code) { write_failure_ = code; }
    // Every read of the main files does.
    void fail_reads(std::optional<int> code) { read_failure_ = code; }
    // Every sync takes so long and longer.
    void slow_syncs(std::chrono::milliseconds at_least) { sync_takes_ = at_least; }

  private:
    // The real file stands behind it in memory.
    struct File {
        sqlite3_file base;
        sqlite3_io_methods methods;
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        auto& opened = of(file);
        opened.base.pMethods = nullptr;
        const int code = the_disk->real_->xOpen(the_disk->real_, name, opened.real(), flags, out_flags);
        if (opened.real()->pMethods == nullptr) return code;
        opened.methods = {
            opened.real()->pMethods->iVersion,
            [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
            [](sqlite3_file* f, void* to, int amount, sqlite3_int64 at) {
                if (the_disk != nullptr && the_disk->read_failure_) return *the_disk->read_failure_;
                return real(f)->pMethods->xRead(real(f), to, amount, at);
            },
            [](sqlite3_file* f, const void* from, int amount, sqlite3_int64 at) {
                if (the_disk != nullptr && the_disk->write_failure_) return *the_disk->write_failure_;
                return real(f)->pMethods->xWrite(real(f), from, amount, at);
            },
            [](sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); },
            [](sqlite3_file* f, int how) {
                if (the_disk != nullptr && the_disk->write_failure_) return *the_disk->write_failure_;
                if (the_disk != nullptr) std::this_thread::sleep_for(the_disk->sync_takes_);
                return real(f)->pMethods->xSync(real(f), how);
            },
            [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
            [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
            [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
            [](sqlite3_file* f, int* held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
            [](sqlite3_file* f, int op, void* arg) {
                return real(f)->pMethods->xFileControl(real(f), op, arg);
            },
            [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            [](sqlite3_file* f, int page, int size, int extend, void volatile** memory) {
                return real(f)->pMethods->xShmMap(real(f), page, size, extend, memory);
            },
            [](sqlite3_file* f, int offset, int n, int flags_) {
                return real(f)->pMethods->xShmLock(real(f), offset, n, flags_);
            },
            [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
            [](sqlite3_file* f, sqlite3_int64 at, int amount, void** page) {
                return real(f)->pMethods->xFetch(real(f), at, amount, page);
            },
            [](sqlite3_file* f, sqlite3_int64 at, void* page) {
                return real(f)->pMethods->xUnfetch(real(f), at, page);
            }};
        opened.base.pMethods = &opened.methods;
        return code;
    }

    static inline FailingDisk* the_disk = nullptr;
    sqlite3_vfs* real_ = nullptr;
    sqlite3_vfs vfs_{};
    std::optional<int> write_failure_, read_failure_;
    std::chrono::milliseconds sync_takes_{0};
};

}  // namespace dondoc::test
