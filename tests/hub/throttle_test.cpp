// SPDX-License-Identifier: Apache-2.0
#include "hub/transport/throttle.h"

#include <gtest/gtest.h>

namespace dondoc::test {
namespace {

using std::chrono::milliseconds;

TEST(Throttle, LetsOneThroughASecondAndCountsTheOthers) {
    hub::Throttle throttle;
    const hub::Throttle::Time start{};
    EXPECT_EQ(throttle.pass(start), 0U);
    EXPECT_FALSE(throttle.pass(start));
    EXPECT_FALSE(throttle.pass(start + milliseconds{999}));
    EXPECT_EQ(throttle.pass(start + milliseconds{1000}), 2U);
    EXPECT_FALSE(throttle.pass(start + milliseconds{1500}));
    EXPECT_EQ(throttle.pass(start + milliseconds{9000}), 1U);
    EXPECT_EQ(throttle.pass(start + milliseconds{19000}), 0U);
}

}  // namespace
}  // namespace dondoc::test
