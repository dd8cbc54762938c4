// SPDX-License-Identifier: Apache-2.0
#include "lib/listener.h"

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <future>
#include <sstream>

#include "client/fake_daemon.h"
#include "client/fake_inbox.h"
#include "client/temporary_folder.h"
#include "lib/json.h"

namespace dondoc::client {
namespace {

using namespace std::chrono_literals;
using testing::FakeDaemon;
using testing::FakeInbox;
using testing::read_text;
using testing::TemporaryFolder;

std::vector<std::uint64_t> numbers_in(const std::filesystem::path& journal) {
    std::vector<std::uint64_t> numbers;
    std::istringstream lines(read_text(journal));
    for (std::string line; std::getline(lines, line);) {
        v1::Event event;
        EXPECT_TRUE(from_json(line, event)) << line;
        numbers.push_back(event.number());
    }
    return numbers;
}

std::vector<std::uint64_t> one_to(std::uint64_t last) {
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t number = 1; number <= last; ++number) numbers.push_back(number);
    return numbers;
}

ListenOptions until_caught_up() {
    ListenOptions options;
    options.until_caught_up = true;
    options.give_up_after = 30s;
    return options;
}

class StopFd {
  public:
    StopFd() : fd_(::eventfd(0, EFD_CLOEXEC)) {}
    int get() const { return fd_.get(); }
    void stop() const { write_all(fd_.get(), std::string("\1\0\0\0\0\0\0\0", 8)); }

  private:
    Descriptor fd_;
};

TEST(Listener, ReceivesTheWholeInboxOnceAndInOrder) {
    FakeInbox inbox(500);
    std::vector<std::uint64_t> seen;
    PassingPosition position(0);
    {
        const FakeDaemon daemon([&](const v1::ClientFrame& frame) { return inbox.answer(frame); });
        Listener listener(daemon.profile(), until_caught_up(), position);
        const auto end = listener.run([&](const v1::Event& event) {
            seen.push_back(event.number());
            return true;
        });
        EXPECT_EQ(end, ListenEnd::CaughtUp);
    }
    EXPECT_EQ(seen, one_to(500));
    EXPECT_EQ(position.last(), 500U);
    EXPECT_GE(inbox.acknowledged(), 440U) << "the window was moved by acknowledgements";
}

TEST(Listener, GoesOnWhenTheDaemonIsRestarted) {
    const TemporaryFolder folder;
    Journal journal(folder / "journal.jsonl", "SNV");
    const StopFd stop;
    ListenOptions options;
    options.stop_fd = stop.get();
    FakeInbox first_inbox(10), second_inbox(20);
    std::promise<void> ten;
    auto first =
        std::make_unique<FakeDaemon>([&](const v1::ClientFrame& frame) { return first_inbox.answer(frame); });
    const auto identity = first->identity();
    auto ended = std::async(std::launch::async, [&, profile = first->profile()] {
        return Listener(profile, options, journal).run([&](const v1::Event& event) {
            if (event.number() == 10) ten.set_value();
            if (event.number() == 20) stop.stop();
            return true;
        });
    });
    ten.get_future().get();
    first.reset();
    const FakeDaemon second(identity,
                            [&](const v1::ClientFrame& frame) { return second_inbox.answer(frame); });
    EXPECT_EQ(ended.get(), ListenEnd::Stopped);
    EXPECT_EQ(numbers_in(folder / "journal.jsonl"), one_to(20));
}

TEST(Listener, AnEventThatTheHandlerDidNotFinishComesAgain) {
    const TemporaryFolder folder;
    FakeInbox inbox(5);
    const FakeDaemon daemon([&](const v1::ClientFrame& frame) { return inbox.answer(frame); });
    StateFile state(folder / "state.toml", "", "default");
    std::vector<std::uint64_t> seen;
    const auto listen = [&](auto handler) {
        return Listener(daemon.profile(), until_caught_up(), state).run(handler);
    };
    EXPECT_EQ(listen([&](const v1::Event& event) { return event.number() < 3; }), ListenEnd::Stopped);
    EXPECT_EQ(state.last(), 2U);
    EXPECT_THROW(listen([](const v1::Event&) -> bool { throw std::runtime_error("full"); }),
                 std::runtime_error);
    EXPECT_EQ(state.last(), 2U);
    EXPECT_EQ(listen([&](const v1::Event& event) {
                  seen.push_back(event.number());
                  return true;
              }),
              ListenEnd::CaughtUp);
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{3, 4, 5}));
}

TEST(Listener, ARefusedSessionEndsWithTheDaemonsError) {
    const FakeDaemon daemon([](const v1::ClientFrame& frame) {
        std::vector<v1::DaemonFrame> answers;
        if (frame.has_hello()) {
            auto& refused = *answers.emplace_back().mutable_refused();
            refused.set_nonce(frame.hello().nonce());
            refused.mutable_error()->set_code("inbox.foreign");
        }
        return answers;
    });
    PassingPosition position(0);
    ListenOptions options;
    options.agency = "STC";
    try {
        Listener(daemon.profile(), options, position).run([](const v1::Event&) { return true; });
        FAIL();
    } catch (const Refused& error) {
        EXPECT_EQ(error.error().code(), "inbox.foreign");
    }
}

TEST(Listener, AKeyThatWasNeverLetInEndsIt) {
    const FakeDaemon daemon([](const v1::ClientFrame&) { return std::vector<v1::DaemonFrame>{}; });
    auto profile = daemon.profile();
    const auto stranger = make_key_pair();
    profile.public_key = stranger.public_key;
    profile.secret_key = stranger.secret_key;
    PassingPosition position(0);
    EXPECT_THROW(Listener(profile, {}, position).run([](const v1::Event&) { return true; }), Refused);
}

TEST(Listener, UntilCaughtUpDoesNotWaitForEver) {
    Profile profile;
    {
        const FakeDaemon gone([](const v1::ClientFrame&) { return std::vector<v1::DaemonFrame>{}; });
        profile = gone.profile();
    }
    auto options = until_caught_up();
    options.give_up_after = 500ms;
    PassingPosition position(0);
    EXPECT_THROW(Listener(profile, options, position).run([](const v1::Event&) { return true; }),
                 Unreachable);
}

// Run by KillNineAnywhere in a process of its own: kills itself at the event that it was told.
TEST(ListenerProcess, DISABLED_Listens) {
    const auto variable = [](const char* name) { return std::string(std::getenv(name)); };
    Journal journal(variable("TEST_JOURNAL"), "SNV");
    const auto kill_at = journal.last() + std::stoull(variable("TEST_KILL_AFTER"));
    const bool after_keeping = variable("TEST_KILL_WHEN") == "after";

    class Position final : public client::Position {
      public:
        Position(Journal& journal_, std::uint64_t kill_at_) : journal__(journal_), kill_at__(kill_at_) {}
        std::uint64_t last() const override { return journal__.last(); }
        std::string lineage() const override { return journal__.lineage(); }
        void set_back(std::uint64_t last) override { journal__.set_back(last); }
        void keep(const v1::Event& event) override {
            journal__.keep(event);
            if (event.number() == kill_at__) ::raise(SIGKILL);
        }
        void flush() override { journal__.flush(); }

      private:
        Journal& journal__;
        std::uint64_t kill_at__;
    } position(journal, after_keeping ? kill_at : 0);

    Listener(read_profile(variable("TEST_PROFILE")), until_caught_up(), position)
        .run([&](const v1::Event& event) {
            if (!after_keeping && event.number() == kill_at) ::raise(SIGKILL);
            return true;
        });
}

TEST(Listener, KillNineAnywhereLeavesEveryEventInTheJournalOnce) {
    constexpr std::uint64_t events = 60;
    const TemporaryFolder folder;
    const auto file = folder / "journal.jsonl";
    FakeInbox inbox(events);
    const FakeDaemon daemon([&](const v1::ClientFrame& frame) { return inbox.answer(frame); });
    write_profile(daemon.profile(), folder / "client.toml", Overwrite::No);
    for (const char* part : {"GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX"})
        ::unsetenv(part);  // of which the child's test may be none
    ::setenv("TEST_JOURNAL", file.c_str(), 1);
    ::setenv("TEST_PROFILE", (folder / "client.toml").c_str(), 1);
    int kills = 0;
    for (int round = 0;; ++round) {
        ASSERT_LT(round, 100);
        ::setenv("TEST_KILL_AFTER", std::to_string(1 + round % 9).c_str(), 1);
        ::setenv("TEST_KILL_WHEN", round % 2 == 0 ? "before" : "after", 1);
        std::string words[] = {"client_tests", "--gtest_filter=ListenerProcess.*",
                               "--gtest_also_run_disabled_tests", "--gtest_brief=1"};
        char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
        pid_t child = 0;
        ASSERT_EQ(::posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, arguments, environ), 0);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        if (WIFEXITED(status)) {
            ASSERT_EQ(WEXITSTATUS(status), 0);
            break;
        }
        ASSERT_EQ(WTERMSIG(status), SIGKILL);
        ++kills;
        // A crash in the middle of a write.
        if (round % 3 == 0) testing::write_text(file, "{\"id\":\"10", true);
    }
    EXPECT_GT(kills, 5);
    EXPECT_EQ(numbers_in(file), one_to(events));
}

}  // namespace
}  // namespace dondoc::client
