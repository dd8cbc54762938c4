// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/command.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>

#include "cli/frame/dates.h"
#include "domain/reasons.h"
#include "lib/files.h"

namespace dondoc::cli {

void require_count(const std::string& option, const std::string& typed, std::uint64_t most) {
    std::uint64_t number = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number > most)
        throw UsageError("cli.usage.no_count", {option, typed, std::to_string(most)});
}

std::string day_for_wire(const std::string& option, const std::string& typed) {
    if (typed.empty()) return {};
    const auto day = parse_day(typed);
    if (!day) throw UsageError("cli.usage.bad_day", {option, typed});
    return iso_day(*day);
}

std::string read_input(const std::string& file, std::size_t limit) {
    const auto fail = [&] {
        if (errno == ENOENT) return UserError("cli.file.not_there", {}, file);
        return UserError("client.file.unreadable", {system_reason(errno)}, file);
    };
    client::Descriptor opened;
    if (file != "-") {
        // Opening a pipe waits for its writer, and a device may never end: only files are read by name.
        opened = client::Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!opened) throw fail();
    }
    const auto too_large = [&] {
        return UserError("cli.file.too_large", {std::to_string(limit >> 20)}, file);
    };
    const int fd = file == "-" ? STDIN_FILENO : opened.get();
    std::string content;
    struct stat status {};
    if (::fstat(fd, &status) != 0) throw fail();
    if (S_ISDIR(status.st_mode)) throw UserError("cli.file.folder", {}, file);
    if (S_ISREG(status.st_mode)) {
        const auto bytes = static_cast<std::size_t>(status.st_size);
        if (bytes > limit) throw too_large();
        content.reserve(bytes);
    } else if (file != "-") {
        throw UserError("cli.file.no_file", {}, file);
    }
    std::array<char, 64 * 1024> block{};
    for (;;) {
        const auto got = ::read(fd, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw fail();
        if (got == 0) return content;
        content.append(block.data(), static_cast<std::size_t>(got));
        if (content.size() > limit) throw too_large();
    }
}

void write_output(const std::string& file, const std::string& content, bool replace) {
    try {
        client::write_file(file, content, replace ? client::Replace::Yes : client::Replace::No);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::file_exists) throw UserError("cli.file.exists", {}, file);
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file);
    }
}

}  // namespace dondoc::cli
