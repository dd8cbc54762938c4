// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/formats/office_converter.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "domain/message.h"
#include "plan/formats/grid.h"

namespace dondoc::plan {
namespace {

namespace fs = std::filesystem;

constexpr int most_ms = 60'000;  // the first start with a new profile takes several seconds

// A folder that only this user can read, and that goes with what was put into it.
class PrivateFolder {
  public:
    PrivateFolder() : path_((fs::temp_directory_path() / "dondoc-XXXXXX").string()) {
        if (!::mkdtemp(path_.data())) throw UserError("plan.not_converted", {});
    }
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    fs::path path() const { return path_; }

  private:
    std::string path_;
};

std::optional<std::string> find_program() {
    const char* const path = std::getenv("PATH");
    std::string_view rest = path ? path : "";
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        const fs::path folder(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
        if (!folder.is_absolute()) continue;
        for (const auto* name : {"soffice", "libreoffice"})
            if (::access((folder / name).c_str(), X_OK) == 0) return (folder / name).string();
    }
    return std::nullopt;
}

[[noreturn]] void be_the_program(const std::string& program, const fs::path& folder, const fs::path& file,
                                 const char* extension) {
    ::setpgid(0, 0);  // it starts others, which end with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    const rlimit written{max_bytes * 4, max_bytes * 4};
    ::setrlimit(RLIMIT_FSIZE, &written);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const auto home = "HOME=" + folder.string();
    const auto profile = "-env:UserInstallation=file://" + (folder / "profile").string();
    const std::array<const char*, 4> environment{home.c_str(), "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
                                                 nullptr};
    const auto out = folder.string();
    const std::array<const char*, 12> arguments{
        program.c_str(), profile.c_str(), "--headless", "--invisible", "--norestore", "--nolockcheck",
        "--convert-to",  extension,       "--outdir",   out.c_str(),   file.c_str(),  nullptr};
    ::execve(program.c_str(), const_cast<char* const*>(arguments.data()),
             const_cast<char* const*>(environment.data()));
    ::_exit(127);
}

// Until it ends or its time is over; then all that it started is ended.
void wait_for(pid_t child) {
    const auto watch = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    pollfd waiting{watch, POLLIN, 0};
    if (watch >= 0)
        while (::poll(&waiting, 1, most_ms) < 0 && errno == EINTR) {
        }
    ::kill(-child, SIGKILL);
    ::kill(child, SIGKILL);
    if (watch >= 0) ::close(watch);
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

// The name of a stream of an old compound file, as its directory has it: two bytes a letter.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide + std::string(2, '\0')) != std::string_view::npos;
}

}  // namespace

std::optional<OldFormat> old_format_of(std::string_view bytes) {
    constexpr std::size_t looked_at = 4'000;
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        if (has_stream(bytes, "EncryptedPackage")) throw UserError("plan.locked", {});
        if (has_stream(bytes, "WordDocument")) return OldFormat::Document;
        if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return OldFormat::Workbook;
        throw UserError("plan.old_office_file", {});
    }
    if (bytes.starts_with("{\\rtf")) return OldFormat::Document;
    if (bytes.starts_with("PK\x03\x04"))  // the names of its parts stand in the archive as they are
        return bytes.find("xl/workbook.bin") != std::string_view::npos ? std::optional(OldFormat::Workbook)
                                                                       : std::nullopt;
    const auto head = bytes.substr(0, looked_at);
    const auto says = [&](std::string_view words) { return head.find(words) != std::string_view::npos; };
    if (head.find("<?xml") > 3) return std::nullopt;
    if (says("urn:schemas-microsoft-com:office:spreadsheet") || says("opendocument.spreadsheet"))
        return OldFormat::Workbook;
    if (says("office/word/2003/wordml") || says("opendocument.text")) return OldFormat::Document;
    return std::nullopt;
}

std::string converted(std::string_view bytes, OldFormat format) {
    const auto program = find_program();
    if (!program) throw UserError("plan.needs_libreoffice", {});
    const PrivateFolder folder;
    const auto input = folder.path() / (format == OldFormat::Document ? "input.doc" : "input.xls");
    std::ofstream(input, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const char* const extension = format == OldFormat::Document ? "docx" : "xlsx";
    const auto child = ::fork();
    if (child < 0) throw UserError("plan.not_converted", {});
    if (child == 0) be_the_program(*program, folder.path(), input, extension);
    wait_for(child);
    const auto output = folder.path() / (std::string("input.") + extension);
    std::error_code failed;
    const auto size = fs::file_size(output, failed);
    if (failed || size == 0 || size > max_bytes) throw UserError("plan.not_converted", {});
    std::ifstream in(output, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace dondoc::plan
