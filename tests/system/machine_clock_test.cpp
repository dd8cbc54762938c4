// SPDX-License-Identifier: Apache-2.0
// A real daemon on a machine whose clock leaps: nothing is told at a wrong time, nothing twice, and it goes
// on by itself when the clock can be believed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "support/cli.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

#ifdef DONDOC_FAKETIME

using testing::HasSubstr;
using testing::Not;

class MachineClock : public testing::Test {
  protected:
    void SetUp() override {
        set_clock("2023-05-20T08:00");
        start();
        province.emplace(daemon);
        province->import_agencies();
        province->import_plan();
        ASSERT_EQ(alerts(), 0U);
    }

    // The time goes on from there.
    void set_clock(const std::string& instant) {
        const auto real = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto offset = (parse_instant(instant).value() - real).count();
        const auto fresh = daemon.folder() / "offset.new";
        std::ofstream{fresh} << (offset < 0 ? "" : "+") << offset << '\n';
        std::filesystem::rename(fresh, daemon.folder() / "offset");
    }
    void find_time_source() { std::ofstream{time_source()} << "here"; }
    std::string time_source() const { return daemon.folder() / "source"; }

    void start() {
        daemon.start({{"LD_PRELOAD", DONDOC_FAKETIME},
                      {"FAKETIME_TIMESTAMP_FILE", daemon.folder() / "offset"},
                      {"FAKETIME_NO_CACHE", "1"},
                      {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
                      {"DONT_FAKE_MONOTONIC", "1"},
                      {"DONDOC_TIME_SOURCE", time_source()}});
    }
    void start_again_at(const std::string& instant) {
        ASSERT_EQ(daemon.stop(), 0);
        set_clock(instant);
        start();
        province->reconnect();
    }

    v1::ClockReply clock() {
        v1::Request request;
        request.mutable_clock_show();
        return province->administrator().ask(request).clock();
    }
    // Sets the clock, and waits until the daemon has looked at it and goes by it.
    bool follows(const std::string& instant) {
        set_clock(instant);
        for (int i = 0; i < 500; ++i) {
            const auto seen = clock();
            if (!seen.held() && std::abs(seen.now().seconds() - seen.expected().seconds()) < 60) return true;
            ::poll(nullptr, 0, 10);
        }
        return false;
    }
    // What was alerted so far; each (recipient, assignment, due, step) at most once.
    std::size_t alerts() {
        std::set<std::string> told;
        v1::Request request;
        request.mutable_log()->set_limit(1000);
        const auto reply = province->administrator().ask(request);
        for (const auto& event : reply.log().events())
            for (const auto& item : event.digest().items())
                for (const auto& step : item.steps())
                    EXPECT_TRUE(told.insert(event.agency() + ' ' + std::to_string(item.assignment()) + ' ' +
                                            item.due() + ' ' + step)
                                    .second)
                        << event.ShortDebugString();
        return told.size();
    }
    // Asking wakes the daemon, so it looks at its clock; what is due then takes it a moment.
    std::size_t alerts_after(std::size_t before) {
        auto count = alerts();
        for (int i = 0; i < 500 && count <= before; ++i) {
            ::poll(nullptr, 0, 10);
            count = alerts();
        }
        return count;
    }
    std::string status() { return cli({"status"}).output; }

    DaemonProcess daemon{"", "mode = \"system\"\n"};
    Cli cli{daemon};
    std::optional<RawProvince> province;
};

TEST_F(MachineClock, ALeapToAnotherCenturyHoldsEverythingUntilTheClockIsBack) {
    set_clock("2099-01-01T08:00");
    EXPECT_TRUE(clock().held());
    EXPECT_EQ(alerts(), 0U);
    EXPECT_THAT(status(), HasSubstr("tạm dừng: đồng hồ máy chủ chỉ 01/01/2099 08:00"));
    v1::Request change;
    change.mutable_assignment_change()->set_assignment(1);
    change.mutable_assignment_change()->set_action(v1::AssignmentChangeRequest::complete);
    EXPECT_EQ(province->administrator().ask(change).error().code(), "clock.held");
    EXPECT_NO_THROW(province->grant(v1::Role::office)) << "keys do not wait";

    set_clock("2023-05-20T09:00");
    EXPECT_FALSE(clock().held());
    EXPECT_THAT(status(), Not(HasSubstr("tạm dừng")));
    EXPECT_EQ(alerts(), 0U);
    EXPECT_FALSE(province->administrator().ask(change).has_error());
    EXPECT_THAT(read_file(daemon.log()), HasSubstr("event=clock_doubted clock=2099-01-01T08:00"));
    EXPECT_THAT(read_file(daemon.log()), HasSubstr("event=clock_believed"));
}

TEST_F(MachineClock, AWrongClockAtTheStartTellsNothing) {
    for (const auto* wrong : {"2099-01-01T08:00", "1970-01-02T08:00"}) {
        start_again_at(wrong);
        EXPECT_TRUE(clock().held()) << wrong;
        EXPECT_EQ(alerts(), 0U) << wrong;
    }
    set_clock("2023-06-20T08:00");
    EXPECT_TRUE(clock().held()) << "a month later, and nobody has said that this is right";
    find_time_source();
    EXPECT_GT(alerts_after(0), 0U);
}

TEST_F(MachineClock, OffForThreeWeeksItGoesOnByItselfWithATimeSource) {
    find_time_source();
    start_again_at("2023-06-21T08:00");
    EXPECT_FALSE(clock().held());
    EXPECT_GT(alerts_after(0), 0U);
}

TEST_F(MachineClock, OffForThreeWeeksWithoutATimeSourceItWaitsForTheWordOfAnAdministrator) {
    start_again_at("2023-06-21T08:00");
    EXPECT_TRUE(clock().held());
    EXPECT_EQ(alerts(), 0U);
    const auto asked = cli({"clock", "confirm"});
    EXPECT_EQ(asked.code, 1) << asked.output;
    EXPECT_THAT(asked.output, HasSubstr("--yes"));
    EXPECT_EQ(cli.as(cli.grant("operator"), {"clock", "confirm", "--yes"}).code, 1) << "not for an operator";
    const auto confirmed = cli({"clock", "confirm", "--yes"});
    EXPECT_EQ(confirmed.code, 0) << confirmed.output;
    const auto told = alerts_after(0);
    EXPECT_GT(told, 0U);
    start_again_at("2023-06-21T08:05");
    EXPECT_FALSE(clock().held());
    EXPECT_EQ(alerts(), told);
    EXPECT_EQ(cli({"clock", "confirm", "--yes"}).code, 0)
        << "there is nothing to confirm, and that is no error";
}

TEST_F(MachineClock, APlanThatWasToldAtAStepForwardIsNotToldAgainAfterTheStepBack) {
    for (const auto* moment : {"2023-05-26T08:00", "2023-06-01T08:00", "2023-06-06T08:00"})
        ASSERT_TRUE(follows(moment)) << moment;
    const auto told = alerts_after(0);  // the reminder 15 days before 20/6 fell on 5/6
    ASSERT_GT(told, 0U);
    for (const auto* moment : {"2023-06-04T08:00", "2023-06-05T07:29:59", "2023-06-05T08:00"}) {
        ASSERT_TRUE(follows(moment)) << moment;
        EXPECT_EQ(alerts(), told) << moment;
        EXPECT_THAT(status(), HasSubstr("đã bị chỉnh trong 24 giờ qua"));
    }
    start_again_at("2023-06-04T08:00");
    EXPECT_EQ(alerts(), told);
}

#endif

}  // namespace
}  // namespace dondoc::test
