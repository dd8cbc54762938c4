// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/child.h"

#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgets this in the header
#include <sys/pidfd.h>
}

#include <cerrno>
#include <csignal>
#include <system_error>

namespace dondoc::program {
namespace {

constexpr int grace_ms = 5'000;  // for a program that we ask to end

[[noreturn]] void fail(int error, const std::string& what) {
    throw std::system_error(error, std::generic_category(), what);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    result.reserve(strings.size() + 1);
    for (auto& text : strings) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

}  // namespace

// Our blocked and ignored signals are not its.
Child::Child(std::vector<std::string> words, std::vector<std::string> environment, int input, int output) {
    auto arguments = pointers(words), variables = pointers(environment);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    if (input >= 0) posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    if (output >= 0) posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM}) sigaddset(&defaults, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int error =
        ::posix_spawnp(&pid_, arguments[0], &files, &attributes, arguments.data(), variables.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) fail(error, words.front());
    pid_fd_ = client::Descriptor(::pidfd_open(pid_, 0));
    if (!pid_fd_) {
        const int why = errno;
        ::kill(pid_, SIGKILL);
        (void)collect();
        fail(why, "pidfd_open");
    }
}

bool Child::ends_within(int milliseconds, int stop_fd) const {
    pollfd both[] = {{pid_fd_.get(), POLLIN, 0}, {stop_fd, POLLIN, 0}};
    while (::poll(both, stop_fd < 0 ? 1 : 2, milliseconds) < 0 && errno == EINTR) {
    }
    return both[0].revents != 0;
}

int Child::collect() const {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0)
        if (errno != EINTR) fail(errno, "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void Child::end() const {
    ::kill(pid_, SIGTERM);
    if (!ends_within(grace_ms)) ::kill(pid_, SIGKILL);
    (void)collect();
}

std::vector<std::string> environment_without(std::string_view prefix) {
    std::vector<std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (!std::string_view(*entry).starts_with(prefix)) variables.emplace_back(*entry);
    return variables;
}

}  // namespace dondoc::program
