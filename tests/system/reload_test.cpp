// SPDX-License-Identifier: Apache-2.0
// SIGHUP: the configuration is taken while sessions go on; what is wrong in it changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "support/cli.h"
#include "support/raw_client.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Reload : public testing::Test {
  protected:
    void SetUp() override {
        base = read_file(daemon.config());
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    }
    void import(int rows) const {
        const auto file = daemon.folder() / "plan.tsv";
        std::ofstream plan{file};
        plan << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
        for (int i = 1; i <= rows; ++i) plan << i << "\tViệc thứ " << i << "\tSở Nội vụ\t30/06/2023\n";
        plan.close();
        ASSERT_EQ(cli({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued", "2023-05-13",
                       "--level", "province"})
                      .code,
                  0);
    }
    std::size_t count_in_log(const std::string& text) const {
        const auto log = read_file(daemon.log());
        std::size_t found = 0;
        for (auto at = log.find(text); at != std::string::npos; at = log.find(text, at + 1)) ++found;
        return found;
    }
    // Returns when the daemon has said `event`.
    void reload(const std::string& event) {
        const auto before = count_in_log(event);
        daemon.process().signal(SIGHUP);
        for (int i = 0; i < 6000 && count_in_log(event) == before; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        ASSERT_GT(count_in_log(event), before) << read_file(daemon.log());
    }
    // Put there whole: the daemon may be reading it.
    void configure(const std::string& more) const {
        const auto beside = daemon.folder() / "new.toml";
        std::ofstream{beside} << base << more;
        std::filesystem::rename(beside, daemon.config());
    }
    std::string ask(std::vector<std::string> arguments) const {
        const auto asked = cli(std::move(arguments));
        EXPECT_EQ(asked.code, 0) << asked.output;
        return asked.output;
    }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::string base;
};

TEST_F(Reload, APolicyOfADropInHoldsWithoutARestart) {
    import(1);
    EXPECT_THAT(ask({"--json", "task", "explain", "1"}), Not(HasSubstr("sớm hơn")));
    std::filesystem::create_directories(daemon.folder() / "dondocd.d");
    std::ofstream{daemon.folder() / "dondocd.d/50-policy.toml"}
        << "[[policy]]\nname = \"sớm hơn\"\nbefore = [\"40d\", \"2d\"]\n";
    reload("event=reloaded changed=policy");
    EXPECT_THAT(ask({"policy", "show"}), HasSubstr("sớm hơn"));
    EXPECT_THAT(ask({"task", "explain", "1"}), AllOf(HasSubstr("sớm hơn"), HasSubstr("nhắc trước 40 ngày")));
    ask({"clock", "advance", "--to", "2023-07-01"});
    EXPECT_THAT(ask({"--json", "log", "--agency", "SNV"}), AllOf(HasSubstr("-40d"), Not(HasSubstr("-15d"))));
}

TEST_F(Reload, AWrongConfigurationLeavesTheOldOneAndSaysAllThatIsWrong) {
    configure("[log]\nlevel = \"loud\"\n[[policy]]\nname = \"sớm hơn\"\nbefores = [\"1d\"]\n");
    reload("event=reload_refused");
    const auto log = read_file(daemon.log());
    EXPECT_THAT(log, AllOf(HasSubstr("config.not_one_of"), HasSubstr("config.unknown_key"),
                           HasSubstr("dondocd.toml:")));
    EXPECT_THAT(ask({"policy", "show"}), Not(HasSubstr("sớm hơn")));
    EXPECT_THAT(cli({"status"}).output, HasSubstr("vẫn chạy theo cấu hình trước"));
    configure("[office]\nagency = \"KHONGCO\"\n");
    reload("config.unknown_agency");
    configure("[status]\ndue_soon = \"9d\"\n");
    reload("event=reloaded changed=status.due_soon");
    EXPECT_THAT(cli({"status"}).output, Not(HasSubstr("cấu hình")));
}

TEST_F(Reload, WhatOnlyAStartChangesIsSaid) {
    configure("[limits]\nconnections = 77\nrequests_per_second = 7\n");
    reload("event=reload_needs_restart keys=limits.connections");
    EXPECT_EQ(count_in_log("event=reloaded changed=limits"), 1U);
    EXPECT_THAT(cli({"status"}).output, HasSubstr("limits.connections"));
}

TEST_F(Reload, TheLevelOfTheLogFollows) {
    configure("[log]\nlevel = \"warning\"\n[limits]\nwindow = 9\n");
    reload("event=reload_needs_restart");  // a warning
    EXPECT_EQ(count_in_log("event=reloaded"), 0U);
    configure("[log]\nlevel = \"info\"\n");
    reload("event=reloaded changed=log.level");
}

// 200 listeners, a clock that is advanced through months of alerts, and a reload every few events.
TEST_F(Reload, UnderABurstNoListenerLosesItsSessionOrAnEvent) {
    ASSERT_EQ(daemon.stop(), 0);
    base += "[limits]\nsessions_per_key = 300\nconnections_per_key = 300\nconsumers_per_agency = 300\n";
    const std::string policies[] = {"[[policy]]\nname = \"a\"\ndigest = false\nafter = [\"every 1d\"]\n",
                                    "[[policy]]\nname = \"b\"\ndigest = false\nafter = [\"every 2d\"]\n"};
    configure(policies[0]);
    daemon.start();
    import(5);

    zmq::context_t context;
    const auto profile = cli.grant("agency", "SNV");
    constexpr std::size_t listeners = 200;
    std::vector<std::unique_ptr<RawClient>> clients;
    std::vector<std::uint64_t> reached(listeners, 0);
    for (std::size_t i = 0; i < listeners; ++i) {
        clients.push_back(std::make_unique<RawClient>(context, daemon.endpoint(),
                                                      profile_value(daemon.administrator(), "server_key"),
                                                      keys_of(profile)));
        clients.back()->hello("SNV", 0, "nonce-of-8", "listener-" + std::to_string(i));
    }
    // Takes what has come of one; anything but the next event in the session of the first Hello is a failure.
    const auto take = [&](std::size_t i) {
        while (const auto frame = clients[i]->receive(0)) {
            if (frame->has_pong()) continue;
            ASSERT_TRUE(frame->has_event()) << frame->DebugString();
            ASSERT_EQ(frame->event().number(), reached[i] + 1) << "listener " << i;
            clients[i]->acknowledge(reached[i] = frame->event().number());
        }
    };
    std::size_t configured = 0;
    const auto change = [&] {
        configure(policies[++configured % 2]);
        daemon.process().signal(SIGHUP);
    };
    // Month after month until some reloads were taken: a quick daemon is through with a month before it looks
    // at more than the first of that month's signals.
    for (const std::string day : {"2023-08-31", "2023-09-30", "2023-10-31", "2023-11-30", "2023-12-31"}) {
        if (count_in_log("event=reloaded") > 3) break;
        Process advancing{
            {DONDOC_PROGRAM, "--profile", daemon.administrator().string(), "clock", "advance", "--to", day},
            daemon.folder() / "advanced",
            Cli::environment()};
        change();
        for (std::uint64_t last = reached[0]; advancing.is_running();) {
            for (std::size_t i = 0; i < listeners; ++i) take(i);
            if (HasFatalFailure()) return;
            if (reached[0] == last) continue;
            last = reached[0];
            change();
        }
        EXPECT_EQ(advancing.wait(), 0) << read_file(daemon.folder() / "advanced");
    }
    reload("event=reloaded");
    const auto log = ask({"--json", "log", "--agency", "SNV", "--limit", "5000"});
    std::uint64_t events = 0;
    for (auto at = log.find("\"kind\""); at != std::string::npos; at = log.find("\"kind\"", at + 1)) ++events;
    ASSERT_GT(events, 50U);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    for (std::size_t i = 0; i < listeners; ++i)
        while (reached[i] < events && std::chrono::steady_clock::now() < until && !HasFatalFailure()) take(i);
    EXPECT_THAT(reached, testing::Each(events));
    EXPECT_GT(count_in_log("event=reloaded"), 1U);
    EXPECT_EQ(count_in_log("event=reload_refused"), 0U) << read_file(daemon.log());
}

}  // namespace
}  // namespace dondoc::test
