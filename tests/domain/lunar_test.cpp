// SPDX-License-Identifier: Apache-2.0
#include "domain/lunar.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "domain/sun_moon.h"

namespace dondoc {
namespace {

TEST(SunMoon, NewMoonsAreThoseOfTheAlmanac) {
    // Meeus, example 49.a: 18 February 1977, 3:37:42 dynamical time, that is 3:36:54 universal time.
    const auto instant = *parse_instant("1977-02-18T03:36:54Z");
    EXPECT_LE(std::chrono::abs(new_moon(lunation_near(instant)) - instant), std::chrono::seconds{20});
}

TEST(SunMoon, TheSunIsWhereTheAlmanacHasIt) {
    // Meeus, example 25.a: 13 October 1992, 0h dynamical time, apparent longitude 199.90895 degrees.
    EXPECT_NEAR(sun_longitude(*parse_instant("1992-10-12T23:59:01Z")), 199.909, 0.001);
}

TEST(Lunar, TetAndGioTo) {
    struct Year {
        int year;
        local_days tet, gio_to;
    };
    const std::vector<Year> years{
        {2020, civil(2020, 1, 25), civil(2020, 4, 2)},  {2021, civil(2021, 2, 12), civil(2021, 4, 21)},
        {2022, civil(2022, 2, 1), civil(2022, 4, 10)},  {2023, civil(2023, 1, 22), civil(2023, 4, 29)},
        {2024, civil(2024, 2, 10), civil(2024, 4, 18)}, {2025, civil(2025, 1, 29), civil(2025, 4, 7)},
        {2026, civil(2026, 2, 17), civil(2026, 4, 26)}, {2027, civil(2027, 2, 6), civil(2027, 4, 16)},
        {2028, civil(2028, 1, 26), civil(2028, 4, 4)},  {2029, civil(2029, 2, 13), civil(2029, 4, 23)},
        {2030, civil(2030, 2, 2), civil(2030, 4, 12)},
    };
    for (const auto& [year, tet, gio_to] : years) {
        EXPECT_EQ(iso_day(new_year_day(year)), iso_day(tet));
        EXPECT_EQ(civil_day({year, 3, 10}), gio_to) << year;
        EXPECT_EQ(lunar_day(tet), (LunarDay{year, 1, 1}));
        EXPECT_EQ(lunar_day(gio_to), (LunarDay{year, 3, 10}));
    }
}

TEST(Lunar, TheClockOfHanoiDecidesAndNotThatOfBeijing) {
    struct Year {
        int year;
        local_days hanoi, beijing;
    };
    const std::vector<Year> years{{1968, civil(1968, 1, 29), civil(1968, 1, 30)},
                                  {2007, civil(2007, 2, 17), civil(2007, 2, 18)},
                                  {2030, civil(2030, 2, 2), civil(2030, 2, 3)},
                                  {2053, civil(2053, 2, 18), civil(2053, 2, 19)}};
    for (const auto& [year, hanoi, beijing] : years) {
        const auto tet = new_year_day(year);
        EXPECT_EQ(iso_day(tet), iso_day(hanoi));
        const auto moon = new_moon(lunation_near(to_instant(tet)));
        EXPECT_EQ(civil_day(moon + std::chrono::hours{1}), beijing) << iso_instant(moon);
    }
    // Within four minutes of midnight in Beijing: tables that are less exact have 7 February.
    EXPECT_EQ(new_year_day(2027), civil(2027, 2, 6));
    // Here the winter solstice makes the difference: a whole month.
    EXPECT_EQ(new_year_day(1985), civil(1985, 1, 21));
}

TEST(Lunar, LeapMonths) {
    const std::map<int, int> expected{{1985, 2},  {1987, 7}, {1990, 5}, {1993, 3}, {1995, 8}, {1998, 5},
                                      {2001, 4},  {2004, 2}, {2006, 7}, {2009, 5}, {2012, 4}, {2014, 9},
                                      {2017, 6},  {2020, 4}, {2023, 2}, {2025, 6}, {2028, 5}, {2031, 3},
                                      {2033, 11}, {2036, 6}, {2039, 5}, {2042, 2}, {2044, 7}, {2047, 5}};
    std::map<int, int> found;
    for (int year = 1985; year <= 2049; ++year)
        for (int month = 1; month <= 12; ++month)
            if (civil_day({year, month, 1, true})) found.emplace(year, month);
    EXPECT_EQ(found, expected);
}

TEST(Lunar, ADayThatDoesNotExistIsNone) {
    EXPECT_TRUE(civil_day({2023, 12, 30}));   // of 30 days
    EXPECT_FALSE(civil_day({2024, 12, 30}));  // of 29
    EXPECT_FALSE(civil_day({2024, 1, 30}));
    EXPECT_FALSE(civil_day({2024, 1, 0}));
    EXPECT_FALSE(civil_day({2024, 13, 1}));
    EXPECT_FALSE(civil_day({2024, 0, 1}));
    EXPECT_FALSE(civil_day({2024, 2, 1, true}));  // 2023 has a second month 2
    EXPECT_EQ(civil_day({2023, 2, 1, true}), civil(2023, 3, 22));
}

TEST(Lunar, DaysOfTwoCenturiesGoThereAndBack) {
    // Seven and the lunations have no common measure: every day of a month comes up.
    for (auto day = civil(1900, 1, 1); day < civil(2101, 1, 1); day += date::days{7})
        ASSERT_EQ(civil_day(lunar_day(day)), day) << iso_day(day);
}

TEST(Lunar, MonthsFollowEachOther) {
    for (int year = 1900; year <= 2100; ++year) {
        int months = 0;
        auto day = new_year_day(year);
        for (LunarDay month{year, 1, 1}; month.year == year; month = lunar_day(day)) {
            ++months;
            EXPECT_EQ(month.day, 1) << iso_day(day);
            const bool leap_next = !month.leap && civil_day({year, month.month, 1, true});
            day += date::days{civil_day({year, month.month, 30, month.leap}) ? 30 : 29};
            const LunarDay next = leap_next           ? LunarDay{year, month.month, 1, true}
                                  : month.month == 12 ? LunarDay{year + 1, 1, 1}
                                                      : LunarDay{year, month.month + 1, 1};
            EXPECT_EQ(lunar_day(day), next) << iso_day(day);
        }
        EXPECT_TRUE(months == 12 || months == 13) << year;
    }
}

}  // namespace
}  // namespace dondoc
