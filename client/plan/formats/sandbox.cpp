// SPDX-License-Identifier: GPL-3.0-or-later
// The child is forked, closes what it does not need, limits itself (setrlimit, seccomp), reads, and writes
// its answer into a pipe: beats, then a mark and the answer. Whatever ends it otherwise is an answer that is
// not complete.
#include "plan/formats/sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <string_view>

#include "domain/message.h"
#include "domain/under_sanitizer.h"
#include "plan/formats/grid_wire.h"

namespace dondoc::plan {
namespace {

constexpr rlim_t child_memory = 1536u << 20;          // bytes, beside those that it shares with its parent
constexpr std::size_t max_answer_bytes = 160u << 20;  // the tables as text
constexpr char answer_mark = '!';                     // no Sign

// What reading needs: memory, threads, the clock, and files that are there already (fonts, tables of
// encodings). All else fails as not permitted; the libraries get along without it.
void allow_only_reading() {
    auto* const filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) return;
    bool complete = true;
    const auto allow = [&](std::initializer_list<const char*> names) {
        for (const auto* name : names) {
            const int number = ::seccomp_syscall_resolve_name(name);
            if (number != __NR_SCMP_ERROR)
                complete &= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) == 0;
        }
    };
    allow({"read",       "pread64", "readv",    "write",      "close",    "fstat",      "newfstatat",
           "stat",       "lstat",   "statx",    "statfs",     "fstatfs",  "access",     "faccessat",
           "faccessat2", "lseek",   "getdents", "getdents64", "readlink", "readlinkat", "getcwd",
           "fcntl",      "dup",     "poll",     "ppoll"});
    allow({"brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "futex", "set_robust_list", "rseq",
           "sched_yield", "sched_getaffinity", "getrandom", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
           "sigaltstack", "restart_syscall"});
    allow({"clock_gettime", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage",
           "uname", "sysinfo", "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "prlimit64",
           "exit", "exit_group", "tgkill"});
    for (const auto* name : {"open", "openat"}) {
        const int number = ::seccomp_syscall_resolve_name(name);
        const unsigned flags_at = std::string_view(name) == "open" ? 1 : 2;
        if (number == __NR_SCMP_ERROR) continue;
        const scmp_arg_cmp reading{flags_at, SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY};
        complete &= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 1, reading) == 0;
    }
    // Threads of one process, and no process of its own.
    const scmp_arg_cmp a_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    complete &= ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, a_thread) == 0;
    // clone3 hides its flags behind a pointer; told that there is none, the C library uses clone.
    complete &= ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    const bool loaded = complete && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    if (!loaded) throw std::runtime_error("the reader of files cannot be confined");
}

// Address space that came with the fork: a parent with many threads has reserved much.
rlim_t inherited_memory() {
    std::ifstream sizes("/proc/self/statm");
    rlim_t pages = 0;
    return sizes >> pages ? pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

void limit_itself(const SandboxLimits& limits) {
    const auto limit = [](auto what, rlim_t most) {
        const rlimit both{most, most};
        ::setrlimit(what, &both);
    };
    if (!under_sanitizer) limit(RLIMIT_AS, inherited_memory() + child_memory);
    limit(RLIMIT_CPU, limits.most_seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    ::signal(SIGXFSZ, SIG_IGN);  // a cache of fonts that cannot be written is no reason to die
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (!under_sanitizer) allow_only_reading();
}

void say(int out, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(out, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

[[noreturn]] void be_the_child(const std::function<Grid(const Beat&)>& read, int out, pid_t parent,
                               const SandboxLimits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);  // it died before it could be told
    for (const auto stop : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::signal(stop, SIG_DFL);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
    // Sockets, keys and files of the parent are none of its business.
    ::dup2(out, STDERR_FILENO + 1);
    ::close_range(STDERR_FILENO + 2, ~0U, 0);
    const int answers = STDERR_FILENO + 1;
    try {
        limit_itself(limits);
        std::string answer;
        try {
            answer = bytes_of(read([&](Sign sign) {
                const auto mark = static_cast<char>(sign);
                say(answers, std::string_view(&mark, 1));
            }));
        } catch (const UserError& error) {
            answer = bytes_of(error);
        }
        say(answers, std::string_view(&answer_mark, 1));
        say(answers, answer);
    } catch (...) {
        ::_exit(1);
    }
    ::_exit(0);
}

// Counts the pages that the signs speak of.
class PageCount {
  public:
    explicit PageCount(const PagesRead& on_pages) : on_pages_(on_pages) {}
    void add(char sign) {
        if (sign == static_cast<char>(Sign::PageThere)) ++all_;
        if (sign != static_cast<char>(Sign::PageRead)) return;
        ++read_;
        if (on_pages_) on_pages_(read_, all_);
    }

  private:
    const PagesRead& on_pages_;
    std::size_t read_ = 0, all_ = 0;
};

// The answer without the signs; nothing where the child is silent for too long, or says too much.
std::string listen(int in, int longest_silence_ms, const PagesRead& on_pages) {
    std::string answer;
    PageCount pages(on_pages);
    bool begun = false;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        pollfd waiting{in, POLLIN, 0};
        const auto ready = ::poll(&waiting, 1, longest_silence_ms);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return {};
        const auto got = ::read(in, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return answer;
        std::string_view heard(block.data(), static_cast<std::size_t>(got));
        while (!begun && !heard.empty()) {
            begun = heard.front() == answer_mark;
            pages.add(heard.front());
            heard.remove_prefix(1);
        }
        answer += heard;
        if (answer.size() > max_answer_bytes) return {};
    }
}

class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe for the reader of files");
    }
    ~Pipe() {
        close_in();
        ::close(ends_[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    int out() const { return ends_[0]; }
    int in() const { return ends_[1]; }
    void close_in() {
        if (ends_[1] >= 0) ::close(ends_[1]);
        ends_[1] = -1;
    }

  private:
    std::array<int, 2> ends_{-1, -1};
};

}  // namespace

Grid read_in_sandbox(const std::function<Grid(const Beat&)>& read, const char* died,
                     const SandboxLimits& limits, const PagesRead& on_pages) {
    Pipe answers;
    const auto parent = ::getpid();
    const auto child = ::fork();
    if (child < 0) throw std::runtime_error("no process for the reader of files");
    if (child == 0) be_the_child(read, answers.in(), parent, limits);
    answers.close_in();
    const auto answer = listen(answers.out(), limits.longest_silence_ms, on_pages);
    if (answer.empty()) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (answer.empty() || !WIFEXITED(status) || WEXITSTATUS(status) != 0) throw UserError(died, {});
    return grid_of(answer);
}

}  // namespace dondoc::plan
