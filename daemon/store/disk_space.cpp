// SPDX-License-Identifier: Apache-2.0
#include "store/disk_space.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "domain/message.h"
#include "store/storage_error.h"

namespace dondoc::store {
namespace {

constexpr std::uint64_t mebibyte = 1024 * 1024;

std::string mebibytes(std::uint64_t bytes) {
    return std::to_string((bytes + mebibyte - 1) / mebibyte);
}

void sync(const std::filesystem::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const auto why = std::generic_category().message(errno);
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throw StorageError("storage.io", {path.string() + ": " + why});
}

}  // namespace

std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) return std::nullopt;
    return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

void require_room(const std::filesystem::path& folder, std::uint64_t bytes) {
    const auto free = free_bytes(folder);
    if (free && *free < bytes)
        throw StorageError("storage.no_room",
                           {folder.string(), mebibytes(bytes), std::to_string(*free / mebibyte)});
}

void sync_file(const std::filesystem::path& file) {
    sync(file, 0);
}

void sync_folder(const std::filesystem::path& folder) {
    sync(folder, O_DIRECTORY);
}

}  // namespace dondoc::store
