// SPDX-License-Identifier: Apache-2.0
// SQLite is given a file system of its own for this one file: it sees an empty file, writes page after page,
// and reads back what it wrote. Each page is compared by its hash with what is on disk. Locks are not needed:
// nobody else knows of the file while it is written.
#include "store/page_sink.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "domain/message.h"
#include "store/storage_error.h"

namespace dondoc::store {
namespace {

[[noreturn]] void fail_on(const std::filesystem::path& file) {
    throw StorageError("storage.io", {file.string() + ": " + std::generic_category().message(errno)});
}

std::size_t read_page(int descriptor, void* into, std::uint64_t page) {
    std::size_t got = 0;
    while (got < PageSink::page_bytes) {
        const auto size = ::pread(descriptor, static_cast<char*>(into) + got, PageSink::page_bytes - got,
                                  static_cast<off_t>(page * PageSink::page_bytes + got));
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) break;
        got += static_cast<std::size_t>(size);
    }
    return got;
}

}  // namespace

struct PageSink::File {
    sqlite3_file base;  // first: SQLite sees this
    PageSink* sink;

    static PageSink& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->sink; }
    static int close(sqlite3_file*) { return SQLITE_OK; }
    static int read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
        auto& sink = of(file);
        std::memset(into, 0, static_cast<std::size_t>(size));
        if (static_cast<std::uint64_t>(offset + size) > sink.size_) return SQLITE_IOERR_SHORT_READ;
        const auto got = ::pread(sink.descriptor_, into, static_cast<std::size_t>(size), offset);
        return got == size ? SQLITE_OK : SQLITE_IOERR_READ;
    }
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
        return of(file).write(bytes, size, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        of(file).size_ = static_cast<std::uint64_t>(size);
        return SQLITE_OK;
    }
    static int sync(sqlite3_file*, int) { return SQLITE_OK; }  // finish() does it
    static int size(sqlite3_file* file, sqlite3_int64* size) {
        *size = static_cast<sqlite3_int64>(of(file).size_);
        return SQLITE_OK;
    }
    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int is_reserved(sqlite3_file*, int* result) {
        *result = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sector(sqlite3_file*) { return static_cast<int>(page_bytes); }
    static int device(sqlite3_file*) { return 0; }
};

PageSink::PageSink(std::filesystem::path file)
    : file_(std::move(file)),
      descriptor_(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (descriptor_ < 0) fail_on(file_);
    std::array<char, page_bytes> page{};
    while (read_page(descriptor_, page.data(), hashes_.size()) == page_bytes)
        hashes_.push_back(hash_of(page.data()));
    prepare_vfs();
}

PageSink::~PageSink() {
    sqlite3_vfs_unregister(&vfs_);
    ::close(descriptor_);
}

void PageSink::prepare_vfs() {
    static std::atomic<unsigned> count{0};
    vfs_name_ = "dondoc-pages-" + std::to_string(++count);
    vfs_ = *sqlite3_vfs_find(nullptr);  // random bytes, time and the like are its
    vfs_.iVersion = 1;
    vfs_.pNext = nullptr;
    vfs_.zName = vfs_name_.c_str();
    vfs_.szOsFile = sizeof(File);
    vfs_.pAppData = this;
    vfs_.xOpen = [](sqlite3_vfs* vfs, const char*, sqlite3_file* file, int flags, int* given) {
        auto* own = reinterpret_cast<File*>(file);
        own->base.pMethods = nullptr;
        if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;  // no journal is kept
        own->sink = static_cast<PageSink*>(vfs->pAppData);
        own->base.pMethods = &own->sink->methods_;
        if (given != nullptr) *given = flags;
        return SQLITE_OK;
    };
    vfs_.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_OK; };
    vfs_.xAccess = [](sqlite3_vfs*, const char*, int, int* result) {
        *result = 0;
        return SQLITE_OK;
    };
    vfs_.xFullPathname = [](sqlite3_vfs*, const char* name, int room, char* full) {
        sqlite3_snprintf(room, full, "%s", name);
        return SQLITE_OK;
    };
    methods_.iVersion = 1;
    methods_.xClose = File::close;
    methods_.xRead = File::read;
    methods_.xWrite = File::write;
    methods_.xTruncate = File::truncate;
    methods_.xSync = File::sync;
    methods_.xFileSize = File::size;
    methods_.xLock = File::lock;
    methods_.xUnlock = File::lock;
    methods_.xCheckReservedLock = File::is_reserved;
    methods_.xFileControl = File::control;
    methods_.xSectorSize = File::sector;
    methods_.xDeviceCharacteristics = File::device;
    if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) throw StorageError("storage.io", {vfs_name_});
}

SQLite::Database PageSink::open() {
    size_ = written_ = 0;
    SQLite::Database database{file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, vfs_name_};
    database.exec("PRAGMA journal_mode = OFF");
    database.exec("PRAGMA synchronous = OFF");
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    return database;
}

int PageSink::write(const void* bytes, int size, std::int64_t offset) {
    const auto end = static_cast<std::uint64_t>(offset + size);
    const auto page = static_cast<std::size_t>(offset) / page_bytes;
    if (size != static_cast<int>(page_bytes) || static_cast<std::size_t>(offset) % page_bytes != 0)
        return SQLITE_IOERR_WRITE;  // a database of this program has pages of this size
    size_ = std::max(size_, end);
    const auto hash = hash_of(bytes);
    if (page < hashes_.size() && hashes_[page] == hash) return SQLITE_OK;
    if (page >= hashes_.size()) hashes_.resize(page + 1);
    hashes_[page] = {};  // half written it is nobody's
    for (int done = 0; done < size;) {
        const auto put = ::pwrite(descriptor_, static_cast<const char*>(bytes) + done,
                                  static_cast<std::size_t>(size - done), offset + done);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return errno == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        done += static_cast<int>(put);
    }
    hashes_[page] = hash;
    ++written_;
    return SQLITE_OK;
}

void PageSink::finish() {
    if (::ftruncate(descriptor_, static_cast<off_t>(size_)) != 0 || ::fsync(descriptor_) != 0) fail_on(file_);
    hashes_.resize(pages());
}

PageSink::Hash PageSink::hash_of(const void* page) {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), static_cast<const unsigned char*>(page), page_bytes, nullptr,
                       0);
    return hash;
}

std::string PageSink::digest_of(const std::vector<Hash>& hashes, std::size_t count) {
    Hash whole{};
    crypto_generichash(whole.data(), whole.size(), hashes.empty() ? nullptr : hashes.front().data(),
                       count * sizeof(Hash), nullptr, 0);
    std::array<char, 2 * sizeof(Hash) + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), whole.data(), whole.size());
    return hex.data();
}

std::string PageSink::digest() const {
    return digest_of(hashes_, pages());
}

std::string PageSink::digest_of(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {};
    std::vector<Hash> hashes;
    std::array<char, page_bytes> page{};
    std::size_t got = 0;
    while ((got = read_page(descriptor, page.data(), hashes.size())) == page_bytes)
        hashes.push_back(hash_of(page.data()));
    ::close(descriptor);
    return got == 0 ? digest_of(hashes, hashes.size()) : std::string{};
}

}  // namespace dondoc::store
