// SPDX-License-Identifier: Apache-2.0
#include "lib/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "lib/random.h"

namespace dondoc::client {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw std::system_error(errno, std::generic_category(), file.string());
}

void sync_folder_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd) ::fsync(fd.get());  // a file system that cannot do this is no reason to fail
}

void write_with_mode(const std::filesystem::path& file, std::string_view content, Replace replace,
                     mode_t mode) {
    const std::filesystem::path temporary = file.string() + "." + random_id().substr(0, 8);
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!fd) fail(file);
    try {
        write_all(fd.get(), content);
        if (::fsync(fd.get()) != 0) fail(file);
        if (replace == Replace::Yes) {
            if (::rename(temporary.c_str(), file.c_str()) != 0) fail(file);
        } else {
            // Unlike rename, link never takes the place of a file that is there.
            if (::link(temporary.c_str(), file.c_str()) != 0) fail(file);
            ::unlink(temporary.c_str());
        }
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    sync_folder_of(file);
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        if (fd_ >= 0) ::close(fd_);
        fd_ = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

int Descriptor::release() noexcept {
    return std::exchange(fd_, -1);
}

void write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category(), "write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_private_file(const std::filesystem::path& file, std::string_view content, Replace replace) {
    write_with_mode(file, content, replace, 0600);
}

void write_file(const std::filesystem::path& file, std::string_view content, Replace replace) {
    write_with_mode(file, content, replace, 0666);
}

}  // namespace dondoc::client
