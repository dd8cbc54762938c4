// SPDX-License-Identifier: Apache-2.0
#include "store/open_files.h"

#include <sys/stat.h>

namespace dondoc::store {

OpenFiles::OpenFiles(const std::filesystem::path& database)
    : file_(database),
      wal_file_(database.string() + "-wal"),
      database_(identity(file_, &size_)),
      wal_(identity(wal_file_)) {}

OpenFiles::Change OpenFiles::look() {
    off_t size = size_;
    if (database_ && identity(file_, &size) != database_) return Change::Database;
    if (size < size_) return Change::Shortened;
    size_ = size;
    if (wal_ && identity(wal_file_) != wal_) return Change::Wal;
    return Change::None;
}

std::optional<OpenFiles::Identity> OpenFiles::identity(const std::filesystem::path& file, off_t* size) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    if (size != nullptr) *size = status.st_size;
    return Identity{status.st_dev, status.st_ino};
}

}  // namespace dondoc::store
