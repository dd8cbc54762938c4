// SPDX-License-Identifier: Apache-2.0
// What reads a foreign file can do nothing else, and ends with its parent.
#include "plan/formats/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "domain/under_sanitizer.h"

namespace dondoc::plan {
namespace {

// A bound on waiting for something that has to come.
class Patience {
  public:
    explicit Patience(int seconds) : end_(std::chrono::steady_clock::now() + std::chrono::seconds{seconds}) {}
    bool lasts() const { return std::chrono::steady_clock::now() < end_; }

  private:
    std::chrono::steady_clock::time_point end_;
};

constexpr bool confined = !under_sanitizer;  // sanitizers need more than the reader may

// A system call that the reader may do, and that never ends.
[[noreturn]] void hang() {
    for (;;) ::poll(nullptr, 0, -1);
}

std::string refusal(const std::function<Grid(const Beat&)>& read, const SandboxLimits& limits = {}) {
    try {
        (void)read_in_sandbox(read, "plan.reader_died", limits);
    } catch (const UserError& error) {
        return error.message().key;
    }
    return {};
}

// What the child says, as the name of its first table.
std::string answer_of(const std::function<std::string()>& ask) {
    const auto grid = read_in_sandbox(
        [&](const Beat&) {
            Grid made;
            made.tables.emplace_back();
            made.tables[0].name = ask();
            return made;
        },
        "plan.reader_died");
    return grid.tables.at(0).name;
}

TEST(Sandbox, GivesBackWhatWasRead) {
    const auto grid = read_in_sandbox(
        [](const Beat& beat) {
            beat(Sign::Works);
            Grid made;
            made.tables.emplace_back();
            auto& table = made.tables[0];
            table.merges_stated = true;
            table.rows.push_back(
                {7, true, {{"row.cell_error", {"A1", "#N/A"}}}, {{{"một", "hai"}, true, 2}, {}}});
            made.prose.push_back({3, 0, "lời văn"});
            made.problems.push_back({"plan.ocr_layer", {}});
            return made;
        },
        "plan.reader_died");
    ASSERT_EQ(grid.tables.size(), 1u);
    const auto& row = grid.tables[0].rows.at(0);
    EXPECT_TRUE(grid.tables[0].merges_stated && row.after_break);
    EXPECT_EQ(row.line, 7u);
    EXPECT_EQ(row.doubts.at(0), (Message{"row.cell_error", {"A1", "#N/A"}}));
    EXPECT_EQ(row.cells.at(0).text(), "một; hai");
    EXPECT_TRUE(row.cells[0].continues_above);
    EXPECT_EQ(row.cells[0].span, 2u);
    EXPECT_EQ(grid.prose.at(0).text, "lời văn");
    EXPECT_EQ(grid.problems.at(0).key, "plan.ocr_layer");
}

TEST(Sandbox, SaysHowManyPagesWereRead) {
    std::vector<std::pair<std::size_t, std::size_t>> told;
    read_in_sandbox(
        [](const Beat& beat) {
            for (int i = 0; i < 3; ++i) beat(Sign::PageThere);
            beat(Sign::Works);
            for (int i = 0; i < 2; ++i) beat(Sign::PageRead);
            return Grid{};
        },
        "plan.reader_died", {}, [&](std::size_t read, std::size_t all) { told.emplace_back(read, all); });
    EXPECT_EQ(told, (std::vector<std::pair<std::size_t, std::size_t>>{{1, 3}, {2, 3}}));
}

TEST(Sandbox, AReaderMayWorkWithThreads) {
    const auto sum = answer_of([] {
        std::atomic<int> all{0};
        std::vector<std::thread> threads;
        for (int i = 1; i <= 4; ++i) threads.emplace_back([&all, i] { all += i; });
        for (auto& thread : threads) thread.join();
        return std::to_string(all.load());
    });
    EXPECT_EQ(sum, "10");
}

TEST(Sandbox, PassesOnWhatTheReaderRefuses) {
    EXPECT_EQ(refusal([](const Beat&) -> Grid { throw UserError("plan.locked", {"x"}, "part"); }),
              "plan.locked");
}

TEST(Sandbox, HasNoNetworkStartsNoProgramAndWritesNoFile) {
    if (!confined) GTEST_SKIP() << "not confined under a sanitizer";
    EXPECT_EQ(answer_of([] { return std::to_string(::socket(AF_INET, SOCK_STREAM, 0)); }), "-1");
    EXPECT_EQ(answer_of([] { return std::to_string(::socket(AF_UNIX, SOCK_STREAM, 0)); }), "-1");
    EXPECT_EQ(answer_of([] { return std::to_string(::fork()); }), "-1");
    EXPECT_EQ(answer_of([] {
                  ::execl("/bin/true", "true", nullptr);
                  return std::string("still here");
              }),
              "still here");
    const auto file = testing::TempDir() + "sandbox-" + std::to_string(::getpid());
    EXPECT_EQ(answer_of([&] { return std::to_string(::open(file.c_str(), O_CREAT | O_WRONLY, 0600)); }),
              "-1");
    EXPECT_NE(::access(file.c_str(), F_OK), 0);
}

TEST(Sandbox, SeesNoneOfTheParentsFiles) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    EXPECT_EQ(answer_of([&] { return std::to_string(::fcntl(ends[1], F_GETFD)); }), "-1");
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST(Sandbox, AReaderThatDiesHangsOrTakesTooMuchIsAnErrorOfTheFile) {
    EXPECT_EQ(refusal([](const Beat&) -> Grid { ::abort(); }), "plan.reader_died");
    EXPECT_EQ(refusal([](const Beat&) -> Grid { throw std::runtime_error("a fault"); }), "plan.reader_died");
    EXPECT_EQ(refusal([](const Beat&) -> Grid { hang(); }, {100, 60}), "plan.reader_died");
    EXPECT_EQ(refusal(
                  [](const Beat& beat) -> Grid {
                      for (;;) beat(Sign::Works);
                  },
                  {60'000, 1}),
              "plan.reader_died");
    if (!confined) return;
    EXPECT_EQ(refusal([](const Beat&) -> Grid {
                  const std::string large(std::size_t{4} << 30, 'x');
                  return Grid{{}, {{1, 0, large}}, {}};
              }),
              "plan.reader_died");
}

// The only child of a process, once it has one.
pid_t child_of(pid_t parent) {
    const auto id = std::to_string(parent);
    for (const Patience patience(10); patience.lasts();) {
        std::ifstream children("/proc/" + id + "/task/" + id + "/children");
        if (pid_t child = 0; children >> child) return child;
    }
    return 0;
}

TEST(Sandbox, DiesWithItsParent) {
    if (::access("/proc/self/task", F_OK) != 0) GTEST_SKIP() << "no /proc";
    // Orphans come to this process, so that it can wait for the reader's end itself.
    ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    const auto parent = ::fork();
    ASSERT_GE(parent, 0);
    if (parent == 0) {
        (void)refusal([](const Beat&) -> Grid { hang(); });
        ::_exit(0);
    }
    const auto reader = child_of(parent);
    ASSERT_GT(reader, 0);
    ::kill(parent, SIGKILL);
    EXPECT_EQ(::waitpid(parent, nullptr, 0), parent);
    int status = 0;
    pid_t ended = 0;
    for (const Patience patience(10); ended == 0 && patience.lasts();)
        ended = ::waitpid(reader, &status, WNOHANG);
    EXPECT_EQ(ended, reader);
    // One that was too young to be told sees itself that its parent is gone.
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 1);
    ::kill(reader, SIGKILL);  // so that a failure leaves nothing behind
    ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace dondoc::plan
