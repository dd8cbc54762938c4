// SPDX-License-Identifier: Apache-2.0
#include "config/taking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/loader.h"

namespace dondoc::config {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Taking, WhatIsTheSameIsNotTold) {
    auto wanted = Settings{};
    const auto taken = take({}, wanted);
    EXPECT_THAT(taken.now, IsEmpty());
    EXPECT_THAT(taken.at_start, IsEmpty());
}

TEST(Taking, SocketsAndTheKindOfClockStayAsTheyAreUntilAStart) {
    const Settings running;
    auto wanted = parse(
        "[daemon]\ndata_dir = '/elsewhere'\n[listen]\nsessions = ['tcp://*:1']\nfeed = []\n"
        "[clock]\nmode = 'simulated'\nstart = '2025-01-01T08:00'\n[log]\nformat = 'text'\n"
        "[limits]\nmax_message_mib = 3\nwindow = 3\nconnections = 3\nconnections_per_key = 3\n",
        "d.toml");
    const auto taken = take(running, wanted);
    EXPECT_THAT(taken.at_start,
                ElementsAre("daemon.data_dir", "listen.sessions", "listen.feed", "clock.mode", "clock.start",
                            "log.format", "limits.max_message_mib", "limits.window", "limits.connections",
                            "limits.connections_per_key"));
    EXPECT_THAT(taken.now, IsEmpty());
    EXPECT_EQ(wanted, running);
}

TEST(Taking, TheRestHoldsAtOnce) {
    auto wanted = parse(
        "[daemon]\nname = 'x'\n[listen]\npublic = 'tcp://a.vn:1'\npublic_feed = 'tcp://a.vn:2'\npublic_web = "
        "'https://a.vn'\n"
        "[clock]\nmax_leap = '9d'\n[log]\nlevel = 'debug'\n[calendar]\nfiles = []\n[criteria]\nfiles = []\n"
        "[status]\ndue_soon = '9d'\nwaiting = 'open'\n[limits]\nstalled_minutes = 3\n[retention]\ndays = 99\n"
        "[backup]\nat = 'off'\n[storage]\nlow_space_mib = 1\n[office]\nagency = 'VP'\n[[policy]]\nname = "
        "'x'\n",
        "d.toml");
    const auto said = wanted;
    const auto taken = take({}, wanted);
    EXPECT_THAT(taken.now, ElementsAre("daemon.name", "listen.public", "listen.public_feed",
                                       "listen.public_web", "clock", "log.level", "calendar.files",
                                       "criteria.files", "status.due_soon", "status.waiting", "limits",
                                       "retention.days", "backup", "storage", "office.agency", "policy"));
    EXPECT_THAT(taken.at_start, IsEmpty());
    EXPECT_EQ(wanted, said);
}

}  // namespace
}  // namespace dondoc::config
