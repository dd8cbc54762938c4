#include "cli/exec_hook.h"

#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgets this in the header
#include <sys/pidfd.h>
}

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <vector>

#include "cli/dates.h"
#include "lib/files.h"
#include "lib/json.h"

namespace dondoc::cli {
namespace {

constexpr int first_pause_ms = 1'000, longest_pause_ms = 60'000;
constexpr int grace_ms = 5'000;  // for a running command when we are told to end

[[noreturn]] void fail(int error, const char* what) {
    throw std::system_error(error, std::generic_category(), what);
}

// A file without a name: the command may read as little of it as it likes, and we never block.
client::Descriptor as_file(const std::string& content) {
    client::Descriptor fd(::memfd_create("dondoc-event", MFD_CLOEXEC));
    if (!fd) fail(errno, "memfd_create");
    client::write_all(fd.get(), content);
    ::lseek(fd.get(), 0, SEEK_SET);
    return fd;
}

std::vector<std::string> environment_of(const v1::Event& event) {
    std::vector<std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (std::string_view(*entry).substr(0, 7) != "DONDOC_") variables.emplace_back(*entry);
    variables.push_back("DONDOC_AGENCY=" + event.agency());
    variables.push_back("DONDOC_NUMBER=" + std::to_string(event.number()));
    variables.push_back("DONDOC_EVENT=" + std::to_string(event.id()));
    variables.push_back("DONDOC_KIND=" + v1::EventKind::Kind_Name(event.kind()));
    variables.push_back("DONDOC_TIME=" + iso_instant(instant_of(event.time())));
    variables.push_back("DONDOC_ITEMS=" + std::to_string(event.digest().items_size()));
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (auto& text : strings) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

// Our blocked and ignored signals are not the command's.
pid_t spawn_shell(const std::string& command, int input, const v1::Event& event) {
    std::vector<std::string> words{"sh", "-c", command};
    auto variables = environment_of(event);
    auto arguments = pointers(words), environment = pointers(variables);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM}) sigaddset(&defaults, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t child = 0;
    const int error =
        ::posix_spawn(&child, "/bin/sh", &files, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) fail(error, "/bin/sh");
    return child;
}

int collect(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) fail(errno, "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool ends_within(int pid_fd, int milliseconds) {
    pollfd ended{pid_fd, POLLIN, 0};
    return ::poll(&ended, 1, milliseconds) > 0;
}

}  // namespace

ExecHook::ExecHook(std::string command, int stop_fd, Notice notice)
    : command_(std::move(command)), stop_fd_(stop_fd), notice_(std::move(notice)) {}

bool ExecHook::run(const v1::Event& event) {
    for (int pause = first_pause_ms;; pause = std::min(pause * 2, longest_pause_ms)) {
        const int code = run_once(event);
        if (code == 0) return true;
        if (code < 0) return false;
        notice_({"cli.listen.exec_failed",
                 {std::to_string(event.number()), std::to_string(code), std::to_string(pause / 1000)}});
        if (wait_for_stop(pause)) return false;
    }
}

int ExecHook::run_once(const v1::Event& event) {
    const auto input = as_file(client::to_json_line(event) + "\n");
    const pid_t child = spawn_shell(command_, input.get(), event);
    const client::Descriptor pid_fd(::pidfd_open(child, 0));
    if (!pid_fd) return collect(child);
    pollfd both[] = {{pid_fd.get(), POLLIN, 0}, {stop_fd_, POLLIN, 0}};
    while (::poll(both, stop_fd_ < 0 ? 1 : 2, -1) < 0 && errno == EINTR) {
    }
    if (both[0].revents != 0 || ends_within(pid_fd.get(), grace_ms)) return collect(child);
    ::kill(child, SIGTERM);
    if (!ends_within(pid_fd.get(), grace_ms)) ::kill(child, SIGKILL);
    collect(child);
    return -1;
}

bool ExecHook::wait_for_stop(int milliseconds) const {
    pollfd stop{stop_fd_, POLLIN, 0};
    return ::poll(&stop, 1, milliseconds) > 0;
}

}  // namespace dondoc::cli
