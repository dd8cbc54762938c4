// SPDX-License-Identifier: Apache-2.0
#include "domain/criterion.h"

#include <gtest/gtest.h>

#include "domain/decimal.h"

namespace dondoc {
namespace {

Criterion table(std::int64_t on_time, std::int64_t late, std::int64_t overdue) {
    Criterion criterion;
    criterion.max = 15'000;  // 1.5 points
    criterion.on_time = on_time;
    criterion.late = late;
    criterion.overdue = overdue;
    return criterion;
}

ReportCounts counts(std::int64_t on_time, std::int64_t late, std::int64_t overdue, std::int64_t in_time = 0) {
    ReportCounts result;
    result.on_time = on_time;
    result.late = late;
    result.overdue = overdue;
    result.in_time = in_time;
    result.given = on_time + late + overdue + in_time;
    return result;
}

std::string points(const Criterion& criterion, const ReportCounts& of) {
    return decimal_text(score(criterion, of).points, criterion.decimals);
}

// Kế hoạch 365/KH-UBND Bắc Kạn (2023), criterion 1.7: 1.2750 of 1.5000. Several rules give it.
TEST(Criterion, RulesThatGiveTheOnePublishedScore) {
    EXPECT_EQ(points(table(10'000, 0, 0), counts(85, 0, 15)), "1.2750");
    EXPECT_EQ(points(table(10'000, 5'000, 0), counts(70, 30, 0)), "1.2750");
    EXPECT_EQ(points(table(10'000, 7'500, 0), counts(40, 60, 0)), "1.2750");
}

TEST(Criterion, TheDenominatorMattersMoreThanTheWeights) {
    auto criterion = table(10'000, 0, 0);
    const auto figures = counts(44, 0, 0, 105);
    EXPECT_EQ(points(criterion, figures), "1.5000");
    criterion.base = Criterion::Base::Assigned;
    EXPECT_EQ(points(criterion, figures), "0.4430");  // 44/149 of 1.5
    EXPECT_EQ(score(criterion, figures).share, 2953);
}

TEST(Criterion, AShareBelowTheFloorGetsNothing) {
    auto criterion = table(10'000, 0, 0);
    criterion.floor_percent = 80 * criterion_one;
    EXPECT_EQ(points(criterion, counts(80, 0, 20)), "1.2000");
    EXPECT_FALSE(score(criterion, counts(80, 0, 20)).below_floor);
    EXPECT_EQ(points(criterion, counts(79'999, 0, 20'001)), "0.0000");  // 80.00 % only when it is rounded
    EXPECT_TRUE(score(criterion, counts(79'999, 0, 20'001)).below_floor);
}

TEST(Criterion, PointsAreRoundedHalfUpToItsDecimals) {
    auto criterion = table(10'000, 0, 0);
    criterion.max = criterion_one;
    criterion.decimals = 2;
    EXPECT_EQ(points(criterion, counts(1, 0, 7)), "0.13");
    criterion.decimals = 0;
    EXPECT_EQ(points(criterion, counts(1, 0, 1)), "1");
    EXPECT_EQ(score(criterion, {}).base, 0);
}

TEST(Criterion, TheFiguresOfANationFit) {
    auto criterion = table(10'000, 10'000, 10'000);
    criterion.max = 1000 * criterion_one;
    EXPECT_EQ(points(criterion, counts(9'000'000, 500'000, 500'000)), "1000.0000");
}

TEST(Criterion, IsChosenByTheYear) {
    std::vector<Criterion> criteria(2);
    criteria[0].id = criteria[1].id = "1.7";
    criteria[0].first_year = 2022;
    criteria[0].last_year = 2023;
    criteria[1].first_year = 2024;
    criteria[1].last_year = 2030;
    EXPECT_EQ(find_criterion(criteria, "1.7", 2023), &criteria[0]);
    EXPECT_EQ(find_criterion(criteria, "1.7", 2024), &criteria[1]);
    EXPECT_EQ(find_criterion(criteria, "1.7", 2021), nullptr);
    EXPECT_EQ(find_criterion(criteria, "1.1", 2023), nullptr);
}

}  // namespace
}  // namespace dondoc
