// SPDX-License-Identifier: Apache-2.0
// A child process of a test. It is killed with the test, however that ends.
#pragma once

#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>

namespace dondoc::test {

inline std::string read_file(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

class Process {
  public:
    // Output and errors go to the file. `environment` is added to the test's own.
    Process(const std::vector<std::string>& command, const std::filesystem::path& output,
            const std::map<std::string, std::string>& environment = {}) {
        pid_ = ::fork();
        if (pid_ < 0) throw std::runtime_error("fork failed");
        if (pid_ > 0) return;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int descriptor = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(descriptor, STDOUT_FILENO);
        ::dup2(descriptor, STDERR_FILENO);
        for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
        std::vector<char*> arguments;
        for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ~Process() {
        if (!is_running()) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t pid() const { return pid_; }
    void signal(int number) const { ::kill(pid_, number); }
    bool is_running() {
        if (status_) return false;
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
        return !status_;
    }
    // Exit code, or -signal.
    int wait() {
        if (!status_) {
            int status = 0;
            while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
            }
            status_ = status;
        }
        return WIFEXITED(*status_) ? WEXITSTATUS(*status_) : -WTERMSIG(*status_);
    }

  private:
    pid_t pid_ = -1;
    std::optional<int> status_;
};

// Runs a command to its end.
struct Finished {
    int code = 0;
    std::string output;  // and errors
};
inline Finished run(const std::vector<std::string>& command, const std::filesystem::path& folder,
                    const std::map<std::string, std::string>& environment = {}) {
    const auto output = folder / "output";
    std::filesystem::remove(output);
    Process process{command, output, environment};
    const int code = process.wait();
    return {code, read_file(output)};
}

// Hears what a child says with sd_notify(3).
class ReadinessSocket {
  public:
    explicit ReadinessSocket(const std::filesystem::path& file) : file_(file.string()) {
        std::filesystem::remove(file);
        descriptor_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        file_.copy(address.sun_path, sizeof address.sun_path - 1);
        if (::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot bind " + file_);
    }
    ~ReadinessSocket() { ::close(descriptor_); }
    ReadinessSocket(const ReadinessSocket&) = delete;
    ReadinessSocket& operator=(const ReadinessSocket&) = delete;

    const std::string& name() const { return file_; }
    // False: the process ended, or was not ready in time.
    bool wait_ready(Process& process, int timeout_ms = 30'000) {
        for (int waited_ms = 0; waited_ms < timeout_ms; waited_ms += 50) {
            pollfd item{descriptor_, POLLIN, 0};
            if (::poll(&item, 1, 50) > 0) {
                char message[256] = {};
                const auto size = ::recv(descriptor_, message, sizeof message - 1, 0);
                if (size > 0 && std::string{message}.find("READY=1") != std::string::npos) return true;
            } else if (!process.is_running()) {
                return false;
            }
        }
        return false;
    }

  private:
    std::string file_;
    int descriptor_;
};

}  // namespace dondoc::test
