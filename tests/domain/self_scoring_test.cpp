// SPDX-License-Identifier: Apache-2.0
#include "domain/self_scoring.h"

#include <gtest/gtest.h>

namespace dondoc {
namespace {

using Rule = ScoredCriterion::Rule;

ScoredCriterion criterion(Rule rule, std::int64_t max = 15'000) {
    ScoredCriterion made;
    made.rule = rule;
    made.max = max;
    return made;
}

std::optional<std::int64_t> points(const ScoredCriterion& of, CriterionWork work) {
    return points_of(of, work, std::nullopt);
}

TEST(SelfScoring, AllOrNothingIsNothingWhileOnePartIsOpen) {
    EXPECT_EQ(points(criterion(Rule::All), {3, 3, 1}), 15'000);
    EXPECT_EQ(points(criterion(Rule::All), {3, 2, 2}), 0);
    EXPECT_EQ(points(criterion(Rule::AllOnTime), {3, 3, 3}), 15'000);
    EXPECT_EQ(points(criterion(Rule::AllOnTime), {3, 3, 2}), 0);
}

TEST(SelfScoring, AShareIsExactAndHasAFloor) {
    auto share = criterion(Rule::Share);
    EXPECT_EQ(points(share, {20, 17, 0}), 12'750);  // 0.85 of 1.5
    EXPECT_EQ(points(share, {3, 1, 0}), 5'000);
    EXPECT_EQ(points(criterion(Rule::Share, 10'000), {3, 2, 0}), 6'667);
    share.floor_percent = 800'000;
    EXPECT_EQ(points(share, {5, 4, 0}), 12'000);
    EXPECT_EQ(points(share, {100'000, 79'999, 0}), 0);
}

TEST(SelfScoring, WhatNobodyHasToDoOrNobodyHasSaidHasNoPoints) {
    for (const auto rule : {Rule::All, Rule::AllOnTime, Rule::Share, Rule::Table, Rule::ByHand})
        EXPECT_EQ(points(criterion(rule), {}), std::nullopt);
    auto by_hand = criterion(Rule::ByHand);
    by_hand.points = 0;
    EXPECT_EQ(points(by_hand, {}), 0);
    EXPECT_EQ(points_of(criterion(Rule::Table), {}, 12'750), 12'750);
}

}  // namespace
}  // namespace dondoc
