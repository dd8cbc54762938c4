// SPDX-License-Identifier: GPL-3.0-or-later
// When a bridge tells its nightly snapshot.
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <set>
#include <string>

#include "bridge/settings.h"
#include "domain/message.h"
#include "support/temporary_folder.h"

namespace dondoc::bridge {
namespace {

using namespace std::chrono_literals;

Settings settings_of(const std::string& line) {
    const test::TemporaryFolder folder;
    const auto file = folder / "bridge.toml";
    std::ofstream{file} << "site = \"19\"\n" << line << "\n[nats]\nservers = [\"nats://127.0.0.1:4222\"]\n";
    return read_settings(file);
}

TEST(NightlySnapshot, IsToldWhenItIsSaid) {
    EXPECT_EQ(settings_of("snapshot_at = \"02:30\"").snapshot_at, 150min);
    EXPECT_EQ(settings_of("snapshot_at = \"never\"").snapshot_at, std::nullopt);
    EXPECT_THROW(settings_of("snapshot_at = \"25:00\""), UserError);
}

TEST(NightlySnapshot, IsToldAtANightMinuteOfTheSitesOwn) {
    EXPECT_EQ(settings_of("").snapshot_at, minute_of_the_night("19"));
    std::set<std::chrono::minutes> minutes;
    for (int province = 1; province <= 34; ++province) {
        const auto minute = minute_of_the_night((province < 10 ? "0" : "") + std::to_string(province));
        EXPECT_GE(minute, 1h);
        EXPECT_LT(minute, 5h);
        minutes.insert(minute);
    }
    EXPECT_GE(minutes.size(), 30u) << "too many sites tell at once";
    EXPECT_EQ(minute_of_the_night("19"), 139min) << "it is another than in the version before";
}

}  // namespace
}  // namespace dondoc::bridge
