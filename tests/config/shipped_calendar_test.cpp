// SPDX-License-Identifier: Apache-2.0
// The years that are installed with dondoc, and the rules' test vectors counted on them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "config/calendar_folder.h"
#include "domain/calendar_check.h"
#include "language/readers.h"

namespace dondoc::config {
namespace {

class ShippedCalendar : public testing::Test {
  protected:
    const Calendar calendar = load_calendar(toml_files_in(DONDOC_SOURCE_DIR "/config/calendar"));
};

TEST_F(ShippedCalendar, EachYearHasItsWorkingDays) {
    const std::map<int, int> expected{{2020, 252}, {2021, 250}, {2022, 249}, {2023, 249},
                                      {2024, 251}, {2025, 250}, {2026, 250},  // without 24/11
                                      {2027, 250}, {2028, 249}, {2029, 250}, {2030, 250}};
    std::map<int, int> counted;
    for (const auto& [year, data] : calendar.years())
        counted.emplace(int{year},
                        calendar.working_days(local_days{year / 1 / 1}, local_days{year / 12 / 31}));
    EXPECT_EQ(counted, expected);
}

TEST_F(ShippedCalendar, OnlyYearsWithTheirDecidingDocumentAreOfficial) {
    for (const auto& [year, data] : calendar.years()) {
        EXPECT_EQ(data.official, year < date::year{2025}) << year;
        EXPECT_FALSE(data.document.empty()) << year;
    }
}

TEST_F(ShippedCalendar, NothingInItGoesAgainstTheLawOrTheMoon) {
    for (const auto& finding : check_calendar(calendar))
        EXPECT_EQ(finding.message.key, "calendar.check.provisional")
            << finding.year << (finding.day ? " " + iso_day(*finding.day) : "");
}

TEST_F(ShippedCalendar, EachSwapNamesItsDecisionOrIsProvisional) {
    for (const auto& [year, data] : calendar.years()) {
        for (const auto& [day, special] : data.days) {
            const bool swap =
                special.kind == SpecialDay::Kind::SwappedOff || special.kind == SpecialDay::Kind::MadeUp;
            EXPECT_FALSE(swap && data.official && special.document.empty()) << iso_day(day);
        }
    }
}

TEST_F(ShippedCalendar, PeriodsEndOnItsWorkingDays) {
    struct Vector {
        const char* phrase;
        const char* due;
    };
    const std::vector<Vector> vectors{
        {"10 ngày kể từ ngày 10/02/2026", "2026-02-23"},  // Tết
        {"1 tháng kể từ ngày 31/01/2024", "2024-02-29"},
        {"3 tháng kể từ ngày 30/11/2024", "2025-02-28"},
        {"3 ngày làm việc kể từ ngày 25/4/2025", "2025-04-29"},  // counts Saturday 26/4
        {"5 ngày làm việc kể từ ngày 26/4/2024", "2024-05-07"},  // counts Saturday 4/5
        {"5 ngày làm việc kể từ ngày 20/8/2026", "2026-08-26"},  // counts Saturday 22/8
        {"15 ngày làm việc kể từ ngày 12/02/2026", "2026-03-12"},
    };
    for (const auto& [phrase, due] : vectors) {
        const auto reading = language::read_deadline(phrase, {civil(2023, 5, 13), &calendar});
        const auto days = due_days(reading.deadline.term);
        ASSERT_EQ(days.size(), 1U) << phrase;
        EXPECT_EQ(iso_day(days.front()), due) << phrase;
    }
}

TEST_F(ShippedCalendar, TheNearestWorkingDays) {
    struct Vector {
        local_days day, before, after;
    };
    const std::vector<Vector> vectors{
        {civil(2023, 12, 31), civil(2023, 12, 29), civil(2024, 1, 2)},
        {civil(2024, 12, 14), civil(2024, 12, 13), civil(2024, 12, 16)},
        {civil(2024, 1, 14), civil(2024, 1, 12), civil(2024, 1, 15)},
        {civil(2023, 9, 30), civil(2023, 9, 29), civil(2023, 10, 2)},
    };
    for (const auto& [day, before, after] : vectors) {
        EXPECT_EQ(calendar.last_working_day_on_or_before(day), before) << iso_day(day);
        EXPECT_EQ(calendar.first_working_day_on_or_after(day), after) << iso_day(day);
    }
}

}  // namespace
}  // namespace dondoc::config
