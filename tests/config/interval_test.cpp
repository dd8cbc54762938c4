// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include "config/duration.h"
#include "config/loader.h"
#include "config/refusal.h"

namespace dondoc::config {
namespace {

using std::chrono::seconds;

TEST(Interval, IsACountOfSecondsMinutesOrHours) {
    EXPECT_EQ(parse_interval("30s"), seconds{30});
    EXPECT_EQ(parse_interval("5m"), seconds{300});
    EXPECT_EQ(parse_interval("24h"), seconds{86'400});
    for (const auto* wrong :
         {"", "5", "m", "0s", "-1m", "25h", "1441m", "86401s", "5 m", "5min", "99999999999s"})
        EXPECT_FALSE(parse_interval(wrong)) << wrong;
}

TEST(Interval, OfCopiesIsReadWithTheirFolder) {
    const auto settings =
        parse("[backup]\nevery = '5m'\ncopy_to = 'x'\n[standby]\nfrom = '/y'\n", "/etc/d.toml");
    EXPECT_EQ(settings.backup.every, seconds{300});
    EXPECT_EQ(settings.backup.copy_to, "/etc/x");
    EXPECT_EQ(settings.standby_from, "/y");
    EXPECT_EQ(refusal_of([] { parse("[backup]\nevery = 'often'\n", "d.toml"); }),
              "d.toml:2 config.bad_interval");
}

}  // namespace
}  // namespace dondoc::config
