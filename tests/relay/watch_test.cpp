// SPDX-License-Identifier: Apache-2.0
// What a round of the whole road finds, and what is left of it for whoever watches.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "people.h"
#include "relay/watch.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;

const auto now = at("2025-06-23T08:00");

relay::Road good() {
    relay::Road road;
    road.status.mutable_now()->set_seconds(now.time_since_epoch().count());
    road.status.set_last_event(40);
    road.followed_to = 40;
    road.down = {{"mail", false}};
    return road;
}

std::string trouble(const relay::Road& road) {
    return relay::trouble_on(road, now, 15min);
}

TEST(Watch, ARoundIsGoodOnlyWhenTheWholeRoadIs) {
    EXPECT_EQ(trouble(good()), "");
    auto road = good();
    road.status.mutable_storage()->set_trouble("disk");
    EXPECT_THAT(trouble(road), HasSubstr("storage"));
    road = good();
    road.status.mutable_next_alarm()->set_seconds((now - 6min).time_since_epoch().count());
    EXPECT_THAT(trouble(road), HasSubstr("alarms"));
    road = good();
    road.followed_to = 37;
    EXPECT_THAT(trouble(road), HasSubstr("3 events behind"));
    road = good();
    road.down["mail"] = true;
    EXPECT_THAT(trouble(road), HasSubstr("channel mail is down"));
    road = good();
    road.backlogs = {{"mail", now - 16min, now - 16min, now - 1min}};
    EXPECT_THAT(trouble(road), HasSubstr("channel mail: messages wait since 2025-06-23T07:44"));
    road.backlogs = {{"mail", now - 20min, now - 15min, now - 1min}};
    EXPECT_EQ(trouble(road), "");
    road.probed = false;
    EXPECT_THAT(trouble(road), HasSubstr("no mail server"));
}

// A mailbox that is full for days is its owner's; a server that puts off everybody is not.
TEST(Watch, WhatOneRecipientsServerPutsOffIsNoSilenceWhileOthersAreReached) {
    auto road = good();
    road.backlogs = {{"mail", now - 20h, {}, {}}};
    EXPECT_THAT(trouble(road), HasSubstr("messages wait since"));
    road.backlogs[0].last_sent = now - 21h;
    EXPECT_THAT(trouble(road), HasSubstr("messages wait since"));
    road.backlogs[0].last_sent = now - 20h;
    EXPECT_EQ(trouble(road), "");
}

TEST(Watch, ItsFiguresAreThoseOfTheOutbox) {
    auto road = good();
    road.followed_to = 38;
    road.backlogs = {{"mail", now - 90s, {}, {}}};
    road.counts = {{"mail", "due", 3}, {"mail", "refused", 1}};
    const auto text = relay::figures_of(road, "stream", at("2025-06-23T07:55"), now);
    EXPECT_THAT(text,
                AllOf(HasSubstr("dondoc_relay_outbox_messages{channel=\"mail\",state=\"due\"} 3\n"),
                      HasSubstr("dondoc_relay_outbox_messages{channel=\"mail\",state=\"refused\"} 1\n"),
                      HasSubstr("dondoc_relay_oldest_unsent_seconds 90\n"),
                      HasSubstr("dondoc_relay_behind_events 2\n"), HasSubstr("dondoc_relay_round_good 0\n"),
                      HasSubstr("dondoc_relay_channel_down{channel=\"mail\"} 0\n")));
}

TEST(Watch, ABadRoundTouchesNothingAndLeavesItsFigures) {
    const TemporaryFolder folder;
    relay::WatchSettings settings;
    settings.touch = folder / "good";
    settings.metrics = folder / "relay.prom";
    relay::Watch watch{settings};
    auto road = good();
    road.down["mail"] = true;
    watch.tell(road, now);
    EXPECT_FALSE(std::filesystem::exists(settings.touch));
    watch.tell(good(), now);
    EXPECT_TRUE(std::filesystem::exists(settings.touch));
    std::stringstream text;
    text << std::ifstream{settings.metrics}.rdbuf();
    EXPECT_THAT(text.str(), AllOf(HasSubstr("dondoc_relay_round_good 1\n"),
                                  HasSubstr("dondoc_relay_last_good_round_seconds ")));
    const auto everybody = std::filesystem::perms::others_read;
    EXPECT_EQ(std::filesystem::status(settings.metrics).permissions() & everybody, everybody);
}

}  // namespace
}  // namespace dondoc::test
