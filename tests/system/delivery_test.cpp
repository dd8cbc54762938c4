// SPDX-License-Identifier: Apache-2.0
// Delivery that can be trusted: limits, what is kept and what is removed, and the ways to listen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Delivery : public testing::Test {
  protected:
    void start(const std::string& extra_config) {
        daemon = std::make_unique<DaemonProcess>(extra_config);
        daemon->start();
        cli.emplace(*daemon);
        province = std::make_unique<RawProvince>(*daemon);
        province->import_agencies();
    }
    std::filesystem::path file(const std::string& name) const { return daemon->folder() / name; }
    // Until it is so; the daemon does it in its own time.
    static bool comes_true(const std::function<bool()>& condition) {
        for (int waited_ms = 0; waited_ms < 20'000; waited_ms += 50) {
            if (condition()) return true;
            ::poll(nullptr, 0, 50);
        }
        return false;
    }
    v1::StatusReply status() {
        v1::Request request;
        request.mutable_status();
        return province->administrator().ask(request).status();
    }

    std::unique_ptr<DaemonProcess> daemon;
    std::optional<Cli> cli;
    std::unique_ptr<RawProvince> province;
};

TEST_F(Delivery, TheOfficeSeesHowManyWereTurnedAwayAndAnAgencyDoesNot) {
    start("");
    const auto agency = province->grant(v1::Role::agency, agency_code(0));
    const auto before = status().turned_away();
    const auto stranger = province->connect(new_keys());
    auto client = province->connect(agency);
    client->send_bytes("\xff\xff");
    ASSERT_TRUE(client->receive());
    v1::Request denied;
    denied.mutable_key_list();
    EXPECT_EQ(client->ask(denied).error().code(), "access.denied");
    EXPECT_TRUE(comes_true([&] { return status().turned_away().connections() > before.connections(); }));
    const auto after = status().turned_away();
    EXPECT_EQ(after.frames(), before.frames() + 1);
    EXPECT_EQ(after.requests(), before.requests() + 1);
    EXPECT_TRUE(comes_true([&] { return status().turned_away().open() >= 2; }));
    v1::Request request;
    request.mutable_status();
    EXPECT_FALSE(client->ask(request).status().has_turned_away());
    EXPECT_THAT((*cli)({"status"}).output, HasSubstr("Đã từ chối"));
}

TEST_F(Delivery, AKeyThatAsksTooMuchIsRefusedAndOthersAreNot) {
    start("[limits]\nrequests_per_second = 1\n");
    const auto profile = cli->grant("agency", agency_code(0));
    auto hurried = province->connect(keys_of(profile));
    std::map<std::string, int> answers;
    for (int i = 0; i < 30; ++i) {
        v1::Request request;
        request.mutable_clock_show();
        ++answers[hurried->ask(request).error().code()];
    }
    EXPECT_GE(answers["limit.requests"], 10);
    EXPECT_GE(answers[""], 10);
    auto other = province->connect(province->grant(v1::Role::agency, agency_code(1)));
    v1::Request request;
    request.mutable_clock_show();
    EXPECT_TRUE(other->ask(request).has_clock());
    // The client waits and asks again by itself.
    const auto patient = cli->as(profile, {"clock", "show"});
    EXPECT_EQ(patient.code, 0) << patient.output;
}

TEST_F(Delivery, AKeyHasOnlySoManyConnectionsAndTheOthersLiveOn) {
    start("[limits]\nconnections_per_key = 2\n");
    const auto keys = province->grant(v1::Role::agency, agency_code(0));
    v1::Request request;
    request.mutable_clock_show();
    auto first = province->connect(keys);
    EXPECT_TRUE(first->ask(request).has_clock());
    auto second = province->connect(keys);
    EXPECT_TRUE(second->ask(request).has_clock());
    auto third = province->connect(keys);
    v1::ClientFrame frame;
    *frame.mutable_request() = request;
    frame.mutable_request()->set_id("x");
    EXPECT_TRUE(comes_true([&] {
        third->send(frame);
        return read_file(daemon->log()).find("event=cut reason=connections_of_key") != std::string::npos;
    }));
    while (third->receive(200)) {
    }
    EXPECT_TRUE(first->ask(request).has_clock());
    EXPECT_TRUE(second->ask(request).has_clock());
    second.reset();  // makes room
    EXPECT_TRUE(comes_true([&] {
        frame.mutable_request()->set_id("y");
        third->send(frame);
        return third->receive(500).has_value();
    }));
}

TEST_F(Delivery, WhatEverybodyHasSeenIsRemovedAndALateListenerIsToldAndGoesOn) {
    start("[retention]\ndays = 30\n");
    province->import_plan();
    const auto profile = cli->grant("agency", agency_code(0));
    const auto listen = [&](const std::string& consumer) {
        return cli->as(profile, {"listen", "--consumer", consumer, "--state", file(consumer).string(),
                                 "--until-idle", "--json"});
    };
    province->advance_to("2023-09-01");
    const auto first = listen("pc");
    ASSERT_EQ(first.code, 0) << first.output;
    const auto lines = std::ranges::count(first.output, '\n');
    ASSERT_GT(lines, 2);
    ASSERT_TRUE(comes_true([&] {
        return (*cli)({"consumer", "list", "--json"})
                   .output.find("\"acknowledged\": \"" + std::to_string(lines)) != std::string::npos;
    }));
    province->advance_to("2024-02-01");
    ASSERT_TRUE(comes_true([&] {
        return (*cli)({"log", "--agency", agency_code(0)}).output.find("đã gỡ bỏ") != std::string::npos;
    })) << read_file(daemon->log());
    // The one that was away goes on where it was; nothing that it needs has gone.
    const auto on = listen("pc");
    EXPECT_EQ(on.code, 0) << on.output;
    EXPECT_THAT(on.output, HasSubstr("\"number\":\"" + std::to_string(lines + 1) + "\""));
    EXPECT_THAT(on.output, Not(HasSubstr("đã được gỡ bỏ")));
    // A new one is told, and goes on behind the gap.
    const auto late =
        cli->as(profile, {"listen", "--consumer", "late", "--state", file("late").string(), "--until-idle"});
    EXPECT_EQ(late.code, 0);
    EXPECT_THAT(late.output, HasSubstr("các tin 1 đến"));
    EXPECT_THAT(late.output, HasSubstr("[" + std::to_string(lines + 1) + "]"));
    // Who was told what is still there.
    EXPECT_THAT((*cli)({"task", "explain", "1"}).output, HasSubstr(agency_code(0)));
}

TEST_F(Delivery, AListenerThatIsNoLongerUsedIsForgotten) {
    start("");
    const auto profile = cli->grant("agency", agency_code(0));
    auto client = province->connect(keys_of(profile));
    client->hello("", 0, "nonce-of-8", "pc-cu");
    ASSERT_TRUE(client->receive());
    ASSERT_TRUE(comes_true([&] {
        return (*cli)({"consumer", "list"}).output.find("pc-cu") != std::string::npos;
    }));
    EXPECT_EQ(cli->as(profile, {"consumer", "forget", "pc-cu", "--agency", agency_code(0)}).code, 1);
    const auto forgotten = (*cli)({"consumer", "forget", "pc-cu", "--agency", agency_code(0)});
    EXPECT_EQ(forgotten.code, 0) << forgotten.output;
    EXPECT_THAT((*cli)({"consumer", "list"}).output, HasSubstr("Chưa có bên nghe nào"));
    const auto again = (*cli)({"consumer", "forget", "pc-cu", "--agency", agency_code(0)});
    EXPECT_EQ(again.code, 1);
    EXPECT_THAT(again.output, HasSubstr("không có bên nghe nào tên “pc-cu”"));
}

TEST_F(Delivery, TheExampleOfTheLibraryListens) {
    start("");
    province->import_plan();
    const auto profile = cli->grant("agency", agency_code(0));
    const auto finished =
        run({EXAMPLE_LISTEN_PROGRAM, profile.string(), file("state").string(), "--until-idle"},
            daemon->folder().path());
    EXPECT_EQ(finished.code, 0) << finished.output;
    EXPECT_THAT(finished.output, HasSubstr("1 " + agency_code(0) + " assigned"));
    const auto nothing_new =
        run({EXAMPLE_LISTEN_PROGRAM, profile.string(), file("state").string(), "--until-idle"},
            daemon->folder().path());
    EXPECT_EQ(nothing_new.output, "");
}

TEST_F(Delivery, EventsAreShownOnTheDesktopAndWithoutOneTheListenerGoesOn) {
    start("");
    province->import_plan();
    const auto profile = cli->grant("agency", agency_code(0));
    const auto listen = [&](const std::string& path) {
        auto environment = Cli::environment();
        environment["PATH"] = path;
        return run({DONDOC_PROGRAM, "--profile", profile.string(), "listen", "--notify", "--since", "0",
                    "--timeout", "2", "--lang", "en"},
                   daemon->folder().path(), environment);
    };
    const auto without = listen("/nonexistent");
    EXPECT_THAT(without.output, HasSubstr("A notification cannot be shown on the desktop"));
    EXPECT_THAT(without.output, HasSubstr("Nhiệm vụ thử nghiệm thứ 1"));

    const auto program = file("notify-send");
    std::ofstream{program} << "#!/bin/sh\nprintf '%s\\n' \"$@\" >>" << file("shown").string() << "\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    const auto with = listen(daemon->folder().path().string() + ":/usr/bin:/bin");
    EXPECT_THAT(with.output, Not(HasSubstr("cannot be shown")));
    EXPECT_THAT(read_file(file("shown")), HasSubstr("--app-name=dondoc"));
    EXPECT_THAT(read_file(file("shown")), HasSubstr("Nhiệm vụ thử nghiệm thứ 1"));
}

class Rotation : public Delivery {
  protected:
    Finished rotate(const std::string& step, const std::vector<std::string>& more = {}) {
        std::vector<std::string> command{DONDOCD_PROGRAM, "--config", daemon->config().string(),
                                         "--rotate-key", step};
        command.insert(command.end(), more.begin(), more.end());
        return run(command, daemon->folder().path(), {{"DONDOC_LANG", "en"}});
    }
};

TEST_F(Rotation, ClientsMoveOverByThemselvesAndWhoNeverHeardIsToldWhatIsWrong) {
    start("");
    province->import_plan();
    const auto profile = cli->grant("agency", agency_code(0));
    const auto never_heard = cli->grant("agency", agency_code(1));
    const auto listener_profile = cli->grant("agency", agency_code(2));
    const auto old_key = profile_value(profile, "server_key");
    EXPECT_EQ(rotate("finish").code, 1);
    EXPECT_EQ(rotate("prepare").code, 0);
    EXPECT_EQ(rotate("prepare").code, 1);
    EXPECT_EQ(rotate("finish").code, 1) << "a daemon runs";
    daemon->stop();
    daemon->start();

    Process listener{{DONDOC_PROGRAM, "--profile", listener_profile.string(), "listen", "--journal",
                      file("journal").string()},
                     file("listener"),
                     Cli::environment()};
    EXPECT_EQ(cli->as(profile, {"status"}).code, 0);
    const auto next_key = profile_value(profile, "next_server_key");
    EXPECT_NE(next_key, old_key);
    ASSERT_TRUE(comes_true([&] {
        return read_file(listener_profile).find("next_server_key") != std::string::npos;
    })) << read_file(file("listener"));

    daemon->stop();
    EXPECT_THAT(rotate("finish").output, HasSubstr("would be locked out"));
    const auto finished = rotate("finish", {"--force"});
    EXPECT_EQ(finished.code, 0) << finished.output;
    daemon->start();
    const auto moved = cli->as(profile, {"status"});
    EXPECT_EQ(moved.code, 0) << moved.output;
    EXPECT_EQ(profile_value(profile, "server_key"), next_key);
    EXPECT_THAT(read_file(profile), Not(HasSubstr(old_key)));
    EXPECT_EQ((*cli)({"status"}).code, 0) << "the administrator's profile here was changed with it";
    EXPECT_TRUE(comes_true([&] { return profile_value(listener_profile, "server_key") == next_key; }))
        << read_file(file("listener"));
    EXPECT_TRUE(listener.is_running());

    const auto lost = cli->as(never_heard, {"--timeout", "10", "status"});
    EXPECT_EQ(lost.code, 3);
    EXPECT_THAT(lost.output, HasSubstr("khóa"));
}

}  // namespace
}  // namespace dondoc::test
