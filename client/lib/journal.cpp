// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "domain/message.h"
#include "domain/reasons.h"
#include "lib/json.h"
#include "lib/position.h"
#include "lib/position_file.h"

namespace dondoc::client {
namespace {

constexpr std::size_t block_size = 64 * 1024;

[[noreturn]] void refuse(const std::filesystem::path& file) {
    throw UserError("client.position.no_journal", {}, file.string());
}

std::string read_at(int fd, std::uint64_t begin, std::uint64_t end, const std::filesystem::path& file) {
    std::string bytes(end - begin, '\0');
    if (::pread(fd, bytes.data(), bytes.size(), static_cast<off_t>(begin)) !=
        static_cast<ssize_t>(bytes.size()))
        fail_with("client.file.unreadable", file);
    return bytes;
}

// Offset just after the last line break before `end`; 0 when there is none.
std::uint64_t line_start(int fd, std::uint64_t end, const std::filesystem::path& file) {
    while (end > 0) {
        const auto begin = end - std::min<std::uint64_t>(end, block_size);
        if (const auto at = read_at(fd, begin, end, file).rfind('\n'); at != std::string::npos)
            return begin + at + 1;
        end = begin;
    }
    return 0;
}

// Takes `part`, or as much of it as there is, from the beginning of the text. False: it does not begin so.
bool take(std::string_view& text, std::string_view part) {
    const auto length = std::min(text.size(), part.size());
    if (text.substr(0, length) != part.substr(0, length)) return false;
    text.remove_prefix(length);
    return true;
}

// How the line of every event begins, as far as it was written: {"id":"1012","agency":"
bool begins_as_event(std::string_view torn) {
    if (!take(torn, "{\"id\":\"")) return false;
    torn.remove_prefix(std::min(torn.find_first_not_of("0123456789"), torn.size()));
    return take(torn, "\",\"agency\":\"");
}

// What a crash may leave behind the last line break. After a power cut a file system may have given a line
// its room and not its bytes.
bool may_be_torn(std::string_view tail, bool after_events) {
    if (after_events && tail.find_first_not_of('\0') == tail.npos) return true;
    return begins_as_event(tail);
}

}  // namespace

Journal::Journal(std::filesystem::path file, std::string agency, Sequence sequence)
    : file_(std::move(file)), agency_(std::move(agency)), sequence_(sequence) {
    make_folder_of(file_);
    fd_ = Descriptor(::open(file_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!fd_) fail_with("client.file.unwritable", file_);
    lock_file(fd_.get(), file_);
    struct stat status {};
    if (::fstat(fd_.get(), &status) != 0) fail_with("client.file.unwritable", file_);
    if (!S_ISREG(status.st_mode)) throw UserError("client.position.no_file", {}, file_.string());
    const auto size = static_cast<std::uint64_t>(status.st_size);
    size_ = line_start(fd_.get(), size, file_);
    read_last_line(size_);
    if (size_ == size) return;
    // Only the beginning of the tail tells; it may be long.
    const auto tail = read_at(fd_.get(), size_, std::min(size, size_ + block_size), file_);
    if (!may_be_torn(tail, size_ > 0)) refuse(file_);
    if (::ftruncate(fd_.get(), static_cast<off_t>(size_)) != 0) fail_with("client.file.unwritable", file_);
}

void Journal::read_last_line(std::uint64_t end) {
    if (end == 0) return;
    const auto begin = line_start(fd_.get(), end - 1, file_);
    v1::Event event;
    if (!from_json(read_at(fd_.get(), begin, end - 1, file_), event) || event.number() == 0) refuse(file_);
    if (sequence_ == Sequence::Inbox) agency_ = event.agency();
    last_ = number_in(sequence_, event);
    lineage_ = event.lineage();
}

Reached Journal::read_all_lines() const {
    Reached reached{sequence_};
    std::string line;
    v1::Event event;
    for (std::uint64_t at = 0; at < size_;) {
        const auto end = std::min<std::uint64_t>(size_, at + block_size);
        const auto block = read_at(fd_.get(), at, end, file_);
        at = end;
        std::string_view rest = block;
        for (auto stop = rest.find('\n'); stop != rest.npos; stop = rest.find('\n')) {
            line += rest.substr(0, stop);
            rest.remove_prefix(stop + 1);
            if (!from_json(line, event)) refuse(file_);
            reached.add(event.lineage(), number_in(sequence_, event));
            line.clear();
        }
        line += rest;
    }
    return reached;
}

void Journal::belongs_to(const std::vector<std::string>& codes) {
    require_one_of(agency_, codes, file_);
    codes_ = codes;
}

void Journal::keep(const v1::Event& event) {
    if (sequence_ == Sequence::Inbox) check_owner(agency_, event, codes_, file_);
    const auto line = to_json_line(event) + "\n";
    try {
        write_all(fd_.get(), line);
    } catch (const std::system_error& error) {
        // Half a line must not stay: the next event would be appended to it.
        if (::ftruncate(fd_.get(), static_cast<off_t>(size_)) != 0) size_ = 0;
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file_.string());
    }
    size_ += line.size();
    pass_over(event);
}

void Journal::pass_over(const v1::Event& event) {
    if (sequence_ == Sequence::Inbox) agency_ = event.agency();
    last_ = number_in(sequence_, event);
    lineage_ = event.lineage();
    if (reached_) reached_->add(lineage_, last_);
}

void Journal::set_back(std::uint64_t last) {
    if (!reached_) reached_ = read_all_lines();
    last_ = last;
}

void Journal::flush() {
    if (::fdatasync(fd_.get()) != 0) fail_with("client.file.unwritable", file_);
}

}  // namespace dondoc::client
