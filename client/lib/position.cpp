#include "lib/position.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <sstream>
#include <system_error>

#include "domain/message.h"
#include "lib/json.h"

namespace dondoc::client {
namespace {

[[noreturn]] void fail(const char* key, const std::filesystem::path& file) {
    throw UserError(key, {std::generic_category().message(errno)}, file.string());
}

void make_folder_of(const std::filesystem::path& file) {
    std::error_code error;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
    if (error) throw UserError("client.file.unwritable", {error.message()}, file.string());
}

void lock(int fd, const std::filesystem::path& file) {
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) throw UserError("client.position.locked", {}, file.string());
        fail("client.file.unwritable", file);
    }
}

using Codes = std::vector<std::string>;

void require_one_of(const std::string& agency, const Codes& codes, const std::filesystem::path& file) {
    if (!agency.empty() && std::ranges::find(codes, agency) == codes.end())
        throw UserError("client.position.other_agency", {agency, codes.front()}, file.string());
}

// An event's agency is the one that was kept, or another code of it.
void check_owner(const std::string& mine, const v1::Event& event, const Codes& codes,
                 const std::filesystem::path& file) {
    if (!codes.empty()) return require_one_of(event.agency(), codes, file);
    if (!mine.empty() && mine != event.agency())
        throw UserError("client.position.other_agency", {event.agency(), mine}, file.string());
}

}  // namespace

StateFile::StateFile(std::filesystem::path file, std::string agency, std::string consumer)
    : file_(std::move(file)), agency_(std::move(agency)), consumer_(std::move(consumer)) {
    make_folder_of(file_);
    const auto lock_file = file_.string() + ".lock";
    lock_ = Descriptor(::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock_) fail("client.file.unwritable", lock_file);
    lock(lock_.get(), file_);
    if (std::filesystem::exists(file_)) read();
}

void StateFile::read() {
    std::string agency, consumer;
    try {
        const auto table = toml::parse_file(file_.string());
        const auto number = table["number"].value<std::int64_t>();
        agency = table["agency"].value_or(std::string{});
        consumer = table["consumer"].value_or(std::string{});
        lineage_ = table["lineage"].value_or(std::string{});
        if (!number || *number < 0) throw UserError("client.position.damaged", {}, file_.string());
        last_ = static_cast<std::uint64_t>(*number);
    } catch (const toml::parse_error&) {
        throw UserError("client.position.damaged", {}, file_.string());
    }
    if (consumer != consumer_)
        throw UserError("client.position.other_consumer", {consumer, consumer_}, file_.string());
    if (!agency.empty()) agency_ = agency;
}

void StateFile::belongs_to(const Codes& codes) {
    require_one_of(agency_, codes, file_);
    codes_ = codes;
}

void StateFile::write() const {
    toml::table table;
    table.insert("agency", agency_);
    table.insert("consumer", consumer_);
    table.insert("number", static_cast<std::int64_t>(last_));
    if (!lineage_.empty()) table.insert("lineage", lineage_);
    std::ostringstream content;
    content << table << "\n";
    try {
        write_private_file(file_, content.str(), Replace::Yes);
    } catch (const std::system_error& error) {
        throw UserError("client.file.unwritable", {error.code().message()}, file_.string());
    }
}

void StateFile::keep(const v1::Event& event) {
    check_owner(agency_, event, codes_, file_);
    agency_ = event.agency();
    last_ = event.number();
    lineage_ = event.lineage();
    write();
}

void StateFile::set(std::uint64_t last) {
    last_ = last;
    write();
}

Journal::Journal(std::filesystem::path file, std::string agency)
    : file_(std::move(file)), agency_(std::move(agency)) {
    make_folder_of(file_);
    fd_ = Descriptor(::open(file_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!fd_) fail("client.file.unwritable", file_);
    lock(fd_.get(), file_);
    struct stat status {};
    if (::fstat(fd_.get(), &status) != 0) fail("client.file.unwritable", file_);
    if (!S_ISREG(status.st_mode)) throw UserError("client.position.no_file", {}, file_.string());
    size_ = static_cast<std::uint64_t>(status.st_size);
    cut_torn_line();
    read_last_line();
}

namespace {

// Offset just after the last line break before `end`; 0 when there is none.
std::uint64_t line_start(int fd, std::uint64_t end, const std::filesystem::path& file) {
    std::array<char, 64 * 1024> block{};
    while (end > 0) {
        const auto length = std::min<std::uint64_t>(end, block.size());
        const auto begin = end - length;
        const auto got = ::pread(fd, block.data(), length, static_cast<off_t>(begin));
        if (got != static_cast<ssize_t>(length)) fail("client.file.unreadable", file);
        const std::string_view text(block.data(), length);
        if (const auto at = text.rfind('\n'); at != text.npos) return begin + at + 1;
        end = begin;
    }
    return 0;
}

}  // namespace

void Journal::cut_torn_line() {
    const auto end = line_start(fd_.get(), size_, file_);
    if (end == size_) return;
    if (::ftruncate(fd_.get(), static_cast<off_t>(end)) != 0) fail("client.file.unwritable", file_);
    size_ = end;
}

void Journal::read_last_line() {
    if (size_ == 0) return;
    const auto begin = line_start(fd_.get(), size_ - 1, file_);
    std::string line(size_ - 1 - begin, '\0');
    if (::pread(fd_.get(), line.data(), line.size(), static_cast<off_t>(begin)) !=
        static_cast<ssize_t>(line.size()))
        fail("client.file.unreadable", file_);
    v1::Event event;
    if (!from_json(line, event) || event.number() == 0)
        throw UserError("client.position.no_journal", {}, file_.string());
    agency_ = event.agency();
    last_ = event.number();
    lineage_ = event.lineage();
}

void Journal::belongs_to(const Codes& codes) {
    require_one_of(agency_, codes, file_);
    codes_ = codes;
}

void Journal::keep(const v1::Event& event) {
    check_owner(agency_, event, codes_, file_);
    const auto line = to_json_line(event) + "\n";
    try {
        write_all(fd_.get(), line);
    } catch (const std::system_error& error) {
        // Half a line must not stay: the next event would be appended to it.
        if (::ftruncate(fd_.get(), static_cast<off_t>(size_)) != 0) size_ = 0;
        throw UserError("client.file.unwritable", {error.code().message()}, file_.string());
    }
    agency_ = event.agency();
    size_ += line.size();
    last_ = event.number();
    lineage_ = event.lineage();
}

void Journal::flush() {
    if (::fdatasync(fd_.get()) != 0) fail("client.file.unwritable", file_);
}

}  // namespace dondoc::client
