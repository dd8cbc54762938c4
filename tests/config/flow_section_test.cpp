// SPDX-License-Identifier: Apache-2.0
// The section [flow]: dossiers with a term.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "config/loader.h"
#include "support/refusal.h"

namespace dondoc::config {
namespace {

FlowRules read(const std::string& section) {
    return parse(section, "dondocd.toml").flow;
}

TEST(FlowSection, HasItsOwnStepsOfficeHoursAndDays) {
    using Unit = Offset::Unit;
    EXPECT_EQ(read(""), default_flow_rules());
    const auto settings = parse(
        "[alerts]\ntime = \"06:45\"\n[flow]\nhours = [\"08:00-12:00\", \"13:00-17:00\"]\n"
        "before = [\"2wd\"]\nafter = [\"3d\"]\ndays = 400\n",
        "dondocd.toml");
    EXPECT_EQ(settings.flow.policy.before, (std::vector<Offset>{{2, Unit::WorkingDays}}));
    EXPECT_EQ(settings.flow.policy.after, (std::vector<Offset>{{3, Unit::Days}}));
    EXPECT_FALSE(settings.flow.policy.repeat) << "a list that says none has none";
    EXPECT_EQ(settings.flow.policy.time_of_day, std::chrono::minutes{6 * 60 + 45});
    EXPECT_EQ(settings.flow.hours.at(1).second, std::chrono::hours{17});
    EXPECT_EQ(settings.flow_days, 400);
}

TEST(FlowSection, WhatItCannotHaveIsRefused) {
    for (const auto* hours : {"[\"08:00\"]", "[\"12:00-08:00\"]", "[\"08:00-12:00\", \"11:00-17:00\"]"})
        EXPECT_EQ(test::refusal([&] { read(std::string{"[flow]\nhours = "} + hours + "\n"); }),
                  "config.bad_hours")
            << hours;
    EXPECT_NE(test::refusal([] { read("[flow]\ndays = 5\n"); }), "");
    EXPECT_NE(test::refusal([] { read("[flow]\nlevels = [\"province\"]\n"); }), "") << "it has no conditions";
}

}  // namespace
}  // namespace dondoc::config
