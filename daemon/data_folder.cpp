// SPDX-License-Identifier: Apache-2.0
#include "data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <tuple>

#include "domain/message.h"
#include "domain/reasons.h"

namespace dondoc {

DataFolder::DataFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    if (!std::filesystem::exists(folder_, error)) {
        std::filesystem::create_directories(folder_, error);
        if (!error) std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
        if (error) refuse(error);
    }
    if (!std::filesystem::is_directory(folder_, error))
        refuse(std::make_error_code(std::errc::not_a_directory));
    require_writable();
    const auto file = folder_ / "lock";
    // The kernel drops the lock with the process, however it ends.
    lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) throw UserError("file.unwritable", {file.string(), system_reason(errno)});
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw UserError("data.locked", {folder_.string()});
    }
    give_to_owner_of(folder_, file);
    shut_others_out();
}

// A full disk may have room again; where the folder may not be, no later start finds it otherwise.
void DataFolder::refuse(const std::error_code& error) const {
    const bool may_pass =
        error == std::errc::no_space_on_device || error == std::errc::io_error || error.value() == EDQUOT;
    throw UserError(may_pass ? "file.unwritable" : "data.no_folder",
                    {folder_.string(), system_reason(error)});
}

// SQLite would take both for a disk that is read-only.
void DataFolder::require_writable() const {
    const auto may = [](const std::filesystem::path& path, int wanted) {
        return ::faccessat(AT_FDCWD, path.c_str(), wanted, AT_EACCESS) == 0 || errno == EROFS;
    };
    if (!may(folder_, R_OK | W_OK | X_OK)) throw UserError("data.not_ours", {folder_.string()});
    if (std::filesystem::exists(database()) && !may(database(), R_OK | W_OK))
        throw UserError("data.not_ours", {database().string()});
}

// A folder that was made by hand may be open to everybody; the database says who owes what.
void DataFolder::shut_others_out() const {
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        const std::filesystem::path file = database().string() + suffix;
        struct stat status {};
        if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            std::ignore = ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
    }
}

bool DataFolder::is_in_use(const std::filesystem::path& folder) {
    const int lock = ::open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC);
    if (lock < 0) return false;
    const bool taken = ::flock(lock, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(lock);
    return taken;
}

bool DataFolder::is_open_to_others() const {
    struct stat status {};
    return ::stat(folder_.c_str(), &status) == 0 && (status.st_mode & S_IRWXO) != 0;
}

void give_to_owner_of(const std::filesystem::path& folder, const std::filesystem::path& file) {
    struct stat status {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &status) != 0) return;
    if (::chown(file.c_str(), status.st_uid, status.st_gid) != 0)
        throw UserError("file.unwritable", {file.string(), system_reason(errno)});
}

DataFolder::~DataFolder() {
    ::close(lock_);
}

}  // namespace dondoc
