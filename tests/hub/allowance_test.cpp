// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/allowance.h"

#include <gtest/gtest.h>

namespace dondoc::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const hub::Allowance::Time start{std::chrono::hours{1}};

TEST(Allowance, TenSecondsWorthMayBeUsedAtOnceAndComesBackWithTime) {
    hub::Allowance allowance{5};
    allowance.tick(start);
    EXPECT_EQ(allowance.take("a", 60), 50);
    EXPECT_EQ(allowance.take("a", 1), 0);
    allowance.tick(start + seconds{2});
    EXPECT_EQ(allowance.take("a", 60), 10);
}

TEST(Allowance, NobodyUsesUpAnothersShare) {
    hub::Allowance allowance{5};
    allowance.take("a", 50);
    EXPECT_EQ(allowance.take("b", 1), 1);
}

TEST(Allowance, WhatIsChargedAfterwardsLeavesADebtThatEnds) {
    hub::Allowance allowance{5};
    allowance.tick(start);
    allowance.charge("a", 1'000'000);
    allowance.tick(start + seconds{10});
    EXPECT_EQ(allowance.take("a", 1), 0);
    allowance.tick(start + seconds{11});
    EXPECT_EQ(allowance.take("a", 1), 1);
}

TEST(Allowance, ShortTicksLoseNothing) {
    hub::Allowance allowance{1};
    allowance.tick(start);
    allowance.take("a", 10);
    for (int i = 1; i <= 10; ++i) allowance.tick(start + milliseconds{300 * i});
    EXPECT_EQ(allowance.take("a", 10), 2);  // 1200 ms and 2400 ms
    allowance.tick(start + seconds{4});
    EXPECT_EQ(allowance.take("a", 10), 1);
}

TEST(Allowance, ZeroIsNoLimit) {
    hub::Allowance allowance{0};
    EXPECT_EQ(allowance.take("a", 1'000'000), 1'000'000);
}

}  // namespace
}  // namespace dondoc::test
