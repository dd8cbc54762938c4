// SPDX-License-Identifier: Apache-2.0
#include "domain/log_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dondoc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LogFields, ArePairsInTheOrderOfTheLine) {
    EXPECT_THAT(log_fields("event=cut reason=stalled open=3"),
                ElementsAre(LogField{"event", "cut"}, LogField{"reason", "stalled"}, LogField{"open", "3"}));
}

TEST(LogFields, AValueInQuotationMarksHasSpaces) {
    EXPECT_THAT(log_fields("event=failed error=\"disk is full, x=1\" retry_s=5"),
                ElementsAre(LogField{"event", "failed"}, LogField{"error", "disk is full, x=1"},
                            LogField{"retry_s", "5"}));
    EXPECT_THAT(log_fields("error=\"without an end"), ElementsAre(LogField{"error", "without an end"}));
}

TEST(LogFields, WhatIsNoPairIsLeftOut) {
    EXPECT_THAT(log_fields("event=refused session reason= A=1 =2 1a=3 x-y=4  b=5 "),
                ElementsAre(LogField{"event", "refused"}, LogField{"reason", ""}, LogField{"b", "5"}));
    EXPECT_THAT(log_fields(""), IsEmpty());
    EXPECT_THAT(log_fields("a sentence"), IsEmpty());
}

TEST(LogFields, AKeyInZ85KeepsItsEqualsSigns) {
    EXPECT_THAT(log_fields("key=ab=c(d)>e name=x"),
                ElementsAre(LogField{"key", "ab=c(d)>e"}, LogField{"name", "x"}));
}

}  // namespace
}  // namespace dondoc
