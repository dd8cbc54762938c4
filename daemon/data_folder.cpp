#include "data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "domain/message.h"

namespace dondoc {

DataFolder::DataFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    if (!std::filesystem::exists(folder_, error)) {
        std::filesystem::create_directories(folder_, error);
        if (!error) std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
        if (error) throw UserError("file.unwritable", {folder_.string(), error.message()});
    }
    const auto file = folder_ / "lock";
    // The kernel drops the lock with the process, however it ends.
    lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) throw UserError("file.unwritable", {file.string(), std::strerror(errno)});
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw UserError("data.locked", {folder_.string()});
    }
}

DataFolder::~DataFolder() {
    ::close(lock_);
}

}  // namespace dondoc
