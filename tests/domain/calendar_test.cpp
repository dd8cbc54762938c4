// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <gtest/gtest.h>

#include <vector>

#include "years.h"

namespace dondoc {
namespace {

TEST(Calendar, WithoutDataOnlyWeekendsAreOff) {
    const Calendar calendar;
    EXPECT_TRUE(calendar.is_working_day(civil(2023, 9, 1)));
    EXPECT_FALSE(calendar.is_working_day(civil(2023, 9, 2)));  // Saturday
    EXPECT_FALSE(calendar.is_working_day(civil(2023, 9, 3)));
    EXPECT_FALSE(calendar.is_declared(date::year{2023}));
}

TEST(Calendar, AProvisionalYearCountsButIsNotDeclared) {
    Calendar calendar;
    CalendarYear data;
    data.days.emplace(civil(2027, 2, 8), SpecialDay{SpecialDay::Kind::Substitute, "Nghỉ bù Tết"});
    calendar.set(date::year{2027}, data);
    EXPECT_FALSE(calendar.is_working_day(civil(2027, 2, 8)));
    EXPECT_FALSE(calendar.is_declared(date::year{2027}));
}

TEST(Calendar, AMadeUpSaturdayIsWorkedAndASwappedDayIsNot) {
    const auto calendar = vietnam_calendar();
    EXPECT_TRUE(calendar.is_working_day(civil(2024, 5, 4)));
    EXPECT_FALSE(calendar.is_working_day(civil(2024, 4, 29)));
    EXPECT_FALSE(calendar.is_working_day(civil(2024, 5, 11)));
}

TEST(Calendar, EachYearHasItsNumberOfWorkingDays) {
    const auto calendar = vietnam_calendar();
    // Counted by walking on from the last day of the year before.
    const auto last_of = [&](int year, int n) {
        return calendar.add_working_days(civil(year - 1, 12, 31), n);
    };
    EXPECT_EQ(last_of(2023, 249), civil(2023, 12, 29));
    EXPECT_EQ(last_of(2024, 251), civil(2024, 12, 31));
    EXPECT_EQ(last_of(2025, 250), civil(2025, 12, 31));
    EXPECT_EQ(last_of(2026, 250), civil(2026, 12, 31));
}

TEST(Calendar, TheNearestWorkingDay) {
    struct Case {
        local_days day, before, after;
    };
    const auto calendar = vietnam_calendar();
    const std::vector<Case> cases{
        {civil(2023, 12, 31), civil(2023, 12, 29), civil(2024, 1, 2)},  // over a year's end
        {civil(2024, 12, 14), civil(2024, 12, 13), civil(2024, 12, 16)},
        {civil(2024, 1, 14), civil(2024, 1, 12), civil(2024, 1, 15)},
        {civil(2023, 9, 30), civil(2023, 9, 29), civil(2023, 10, 2)},
        {civil(2026, 2, 20), civil(2026, 2, 13), civil(2026, 2, 23)},  // Tết
        {civil(2024, 5, 4), civil(2024, 5, 4), civil(2024, 5, 4)},     // worked
        {civil(2023, 6, 14), civil(2023, 6, 14), civil(2023, 6, 14)},
    };
    for (const auto& [day, before, after] : cases) {
        EXPECT_EQ(calendar.last_working_day_on_or_before(day), before) << iso_day(day);
        EXPECT_EQ(calendar.first_working_day_on_or_after(day), after) << iso_day(day);
    }
}

TEST(Calendar, WorkingDaysAreCountedWithoutTheFirstDay) {
    struct Case {
        local_days from;
        int count;
        local_days expected;
    };
    const auto calendar = vietnam_calendar();
    const std::vector<Case> cases{
        {civil(2025, 4, 25), 3, civil(2025, 4, 29)},  // counts the made-up Saturday 26/4
        {civil(2024, 4, 26), 5, civil(2024, 5, 7)},   // counts 4/5
        {civil(2026, 8, 20), 5, civil(2026, 8, 26)},  // counts 22/8; without it 27/8
        {civil(2026, 2, 12), 15, civil(2026, 3, 12)},  {civil(2023, 12, 29), 1, civil(2024, 1, 2)},
        {civil(2023, 12, 31), 0, civil(2023, 12, 31)},  // the day itself, off or not
        {civil(2024, 1, 2), -1, civil(2023, 12, 29)},  {civil(2026, 3, 12), -15, civil(2026, 2, 12)},
        {civil(2024, 5, 7), -5, civil(2024, 4, 26)},   {civil(2023, 12, 31), -1, civil(2023, 12, 29)},
    };
    for (const auto& [from, count, expected] : cases)
        EXPECT_EQ(iso_day(calendar.add_working_days(from, count)), iso_day(expected))
            << iso_day(from) << ' ' << count;
    EXPECT_EQ(Calendar{}.add_working_days(civil(2026, 8, 20), 5), civil(2026, 8, 27));
}

TEST(Calendar, CountingThereAndBackComesToTheSameWorkingDay) {
    const auto calendar = vietnam_calendar();
    for (auto day = civil(2023, 1, 3); day < civil(2026, 12, 1); day += date::days{1}) {
        if (!calendar.is_working_day(day)) continue;
        for (const int count : {1, 5, 22})
            EXPECT_EQ(calendar.add_working_days(calendar.add_working_days(day, count), -count), day)
                << iso_day(day);
    }
}

}  // namespace
}  // namespace dondoc
