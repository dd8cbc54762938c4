// SPDX-License-Identifier: Apache-2.0
// Small files that must never be half there.
#pragma once

#include <filesystem>
#include <string_view>

namespace dondoc::client {

enum class Replace { No, Yes };

// Mode 0600, through a temporary file beside it, synced before it gets its name. Throws std::system_error;
// std::errc::file_exists when it is there and must not be replaced.
void write_private_file(const std::filesystem::path& file, std::string_view content, Replace replace);

// The same for a file that others may read: its mode is what the umask leaves of 0666.
void write_file(const std::filesystem::path& file, std::string_view content, Replace replace);

// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int fd = -1) noexcept : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const noexcept { return fd_; }
    int release() noexcept;
    explicit operator bool() const noexcept { return fd_ >= 0; }

  private:
    int fd_;
};

// Writes all of it; throws std::system_error.
void write_all(int fd, std::string_view bytes);

}  // namespace dondoc::client
