// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace dondoc {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using Kind = SpecialDay::Kind;

// 2022 as it was: Tết on Tuesday 1/2, three holidays on weekends, no swap.
CalendarYear good_year() {
    CalendarYear year;
    year.official = true;
    for (const auto day : {civil(2022, 1, 1), civil(2022, 1, 31), civil(2022, 2, 1), civil(2022, 2, 2),
                           civil(2022, 2, 3), civil(2022, 2, 4), civil(2022, 4, 10), civil(2022, 4, 30),
                           civil(2022, 5, 1), civil(2022, 9, 1), civil(2022, 9, 2)})
        year.days.emplace(day, SpecialDay{Kind::Holiday, "x"});
    for (const auto day : {civil(2022, 1, 3), civil(2022, 4, 11), civil(2022, 5, 2), civil(2022, 5, 3)})
        year.days.emplace(day, SpecialDay{Kind::Substitute, "x"});
    return year;
}

Calendar calendar_of(const CalendarYear& year, int number = 2022) {
    Calendar calendar;
    calendar.set(date::year{number}, year);
    return calendar;
}

// "error 2022-05-01 no_substitute"
std::vector<std::string> told(const Calendar& calendar) {
    std::vector<std::string> lines;
    for (const auto& finding : check_calendar(calendar))
        lines.push_back((finding.severity == CalendarFinding::Severity::Error ? "error " : "warning ") +
                        (finding.day ? iso_day(*finding.day) : std::to_string(int{finding.year})) + " " +
                        finding.message.key.substr(finding.message.key.rfind('.') + 1));
    return lines;
}

TEST(CalendarCheck, FindsNothingInAYearThatIsRight) {
    EXPECT_THAT(told(calendar_of(good_year())), IsEmpty());
}

TEST(CalendarCheck, FindsEachFault) {
    struct Fault {
        std::string what;
        std::map<local_days, std::optional<Kind>> changes;  // nothing: the day is taken out
        std::vector<std::string> found;
    };
    const std::vector<Fault> faults{
        {"Giỗ Tổ forgotten",
         {{civil(2022, 4, 10), {}}},
         {"error 2022-04-10 no_holiday", "error 2022-04-11 odd_substitute"}},
        {"Giỗ Tổ by a wrong lunar date",
         {{civil(2022, 4, 10), {}}, {civil(2022, 4, 9), Kind::Holiday}},
         {"warning 2022-04-09 unknown_holiday", "error 2022-04-10 no_holiday"}},
        {"a holiday called a substitute",
         {{civil(2022, 2, 2), Kind::Substitute}},
         {"error 2022-02-02 not_holiday", "error 2022-02-02 odd_substitute"}},
        {"the fifth day of Tết", {{civil(2022, 2, 4), {}}}, {"error 2022-01-30 choice_missing"}},
        {"the second day of Quốc khánh", {{civil(2022, 9, 1), {}}}, {"error 2022-09-01 choice_missing"}},
        {"Quốc khánh of three days",
         {{civil(2022, 9, 3), Kind::Holiday}},
         {"error 2022-09-01 choice_double", "error 2022-09-03 no_substitute"}},
        {"a substitute forgotten", {{civil(2022, 5, 3), {}}}, {"error 2022-05-01 no_substitute"}},
        {"a substitute a day late",
         {{civil(2022, 1, 3), {}}, {civil(2022, 1, 4), Kind::Substitute}},
         {"error 2022-01-01 no_substitute", "error 2022-01-04 odd_substitute"}},
        {"nothing worked for a swapped day",
         {{civil(2022, 9, 5), Kind::SwappedOff}},
         {"error 2022-09-05 not_made_up"}},
        {"worked for nothing",
         {{civil(2022, 9, 10), Kind::MadeUp}},
         {"error 2022-09-10 made_up_for_nothing"}},
        {"made up two months later",
         {{civil(2022, 9, 5), Kind::SwappedOff}, {civil(2022, 11, 5), Kind::MadeUp}},
         {"error 2022-09-05 not_made_up", "error 2022-11-05 made_up_for_nothing"}},
    };
    for (const auto& fault : faults) {
        auto year = good_year();
        for (const auto& [day, kind] : fault.changes) {
            year.days.erase(day);
            if (kind) year.days.emplace(day, SpecialDay{*kind, "x"});
        }
        EXPECT_EQ(told(calendar_of(year)), fault.found) << fault.what;
    }
}

TEST(CalendarCheck, AProvisionalYearIsOnlyWarnedAbout) {
    auto year = good_year();
    year.official = false;
    year.days.erase(civil(2022, 4, 11));
    EXPECT_THAT(told(calendar_of(year)),
                ElementsAre("warning 2022 provisional", "warning 2022-04-10 no_substitute"));
    year.days.emplace(civil(2022, 9, 10), SpecialDay{Kind::MadeUp, "x"});
    EXPECT_THAT(told(calendar_of(year)), Contains("error 2022-09-10 made_up_for_nothing"));
}

TEST(CalendarCheck, EachSwapHasOneMadeUpDay) {
    auto year = good_year();
    year.days.emplace(civil(2022, 9, 5), SpecialDay{Kind::SwappedOff, "x"});
    year.days.emplace(civil(2022, 9, 6), SpecialDay{Kind::SwappedOff, "x"});
    year.days.emplace(civil(2022, 9, 10), SpecialDay{Kind::MadeUp, "x"});
    EXPECT_THAT(told(calendar_of(year)), ElementsAre("error 2022-09-05 not_made_up"));
    year.days.emplace(civil(2022, 9, 17), SpecialDay{Kind::MadeUp, "x"});
    EXPECT_THAT(told(calendar_of(year)), IsEmpty());
}

TEST(CalendarCheck, ASwapMayCrossTheEndOfTheYear) {
    auto year = good_year();
    year.days.emplace(civil(2022, 12, 30), SpecialDay{Kind::SwappedOff, "x"});
    auto calendar = calendar_of(year);
    EXPECT_THAT(told(calendar), ElementsAre("warning 2022-12-30 made_up_elsewhere"));
    CalendarYear next;
    next.days.emplace(civil(2023, 1, 7), SpecialDay{Kind::MadeUp, "x"});
    calendar.set(date::year{2023}, next);
    EXPECT_THAT(told(calendar), Contains("warning 2023 provisional"));
    EXPECT_THAT(told(calendar), Not(Contains("warning 2022-12-30 made_up_elsewhere")));
    EXPECT_THAT(told(calendar), Not(Contains("error 2023-01-07 made_up_for_nothing")));
}

TEST(CalendarCheck, AHolidayOfItsOwnDecisionIsTaken) {
    auto year = good_year();
    year.days.emplace(civil(2022, 11, 24), SpecialDay{Kind::Holiday, "x"});
    EXPECT_THAT(told(calendar_of(year)), ElementsAre("warning 2022-11-24 unknown_holiday"));
    year.days.at(civil(2022, 11, 24)).document = "Luật";
    EXPECT_THAT(told(calendar_of(year)), IsEmpty());
}

TEST(CalendarCheck, BeforeTheLawOf2019QuocKhanhIsOneDay) {
    CalendarYear year;
    year.official = true;
    for (const auto day :
         {civil(2020, 1, 1), civil(2020, 1, 23), civil(2020, 1, 24), civil(2020, 1, 25), civil(2020, 1, 26),
          civil(2020, 1, 27), civil(2020, 4, 2), civil(2020, 4, 30), civil(2020, 5, 1), civil(2020, 9, 2)})
        year.days.emplace(day, SpecialDay{Kind::Holiday, "x"});
    for (const auto day : {civil(2020, 1, 28), civil(2020, 1, 29)})
        year.days.emplace(day, SpecialDay{Kind::Substitute, "x"});
    EXPECT_THAT(told(calendar_of(year, 2020)), IsEmpty());
    EXPECT_THAT(told(calendar_of({.official = true, .document = {}, .days = {}}, 1990)),
                ElementsAre("warning 1990 law_unknown"));
}

}  // namespace
}  // namespace dondoc
