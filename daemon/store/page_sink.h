// SPDX-License-Identifier: Apache-2.0
// A database file that SQLite writes from its beginning each time, and of which only the pages that are
// different reach the disk: so a copy of a large database is kept up to date by writing what has changed.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dondoc::store {

class PageSink {
  public:
    // What is in the file already is read once. Throws StorageError "storage.io".
    explicit PageSink(std::filesystem::path file);
    ~PageSink();
    PageSink(const PageSink&) = delete;
    PageSink& operator=(const PageSink&) = delete;

    // An empty database, to be written as a whole. One at a time; it does not outlive this.
    SQLite::Database open();
    // What was written is on disk, and nothing behind it. After the database is closed. Throws UserError
    // "storage.io".
    void finish();

    std::uint64_t pages() const { return size_ / page_bytes; }
    std::uint64_t written() const { return written_; }  // pages, since open()
    std::string digest() const;                         // of all pages, see digest_of()

    static constexpr std::size_t page_bytes = 4096;
    // The same of a file; empty: it cannot be read as whole pages.
    static std::string digest_of(const std::filesystem::path& file);

  private:
    using Hash = std::array<unsigned char, 16>;
    struct File;
    static Hash hash_of(const void* page);
    static std::string digest_of(const std::vector<Hash>& hashes, std::size_t count);
    void prepare_vfs();
    int write(const void* bytes, int size, std::int64_t offset);

    std::filesystem::path file_;
    int descriptor_;
    std::vector<Hash> hashes_;  // of the pages on disk
    std::uint64_t size_ = 0;    // bytes, as SQLite sees them
    std::uint64_t written_ = 0;
    std::string vfs_name_;
    sqlite3_vfs vfs_{};
    sqlite3_io_methods methods_{};
};

}  // namespace dondoc::store
