// SPDX-License-Identifier: Apache-2.0
#include "language/files/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/refusal.h"

namespace dondoc::language {
namespace {

using config::refusal_of;
using testing::ElementsAre;

TEST(CalendarFile, ReadsKindAndNameOfADay) {
    const auto file = parse_calendar(R"(
year = 2030
document = "Thông báo 1"
days = [
    { date = 2030-01-01, kind = "holiday", name = "Tết Dương lịch" },
    { date = 2030-05-03, kind = "swapped_off", name = "Nghỉ hoán đổi" },
    { date = 2030-05-04, kind = "made_up", name = "Làm bù", document = "Công văn 2" },
]
)",
                                     "2030.toml");
    EXPECT_EQ(file.year, date::year{2030});
    EXPECT_FALSE(file.data.official);
    EXPECT_EQ(file.data.document, "Thông báo 1");
    ASSERT_EQ(file.data.days.size(), 3U);
    EXPECT_EQ(file.data.days.at(civil(2030, 5, 4)).kind, SpecialDay::Kind::MadeUp);
    EXPECT_EQ(file.data.days.at(civil(2030, 1, 1)).name, "Tết Dương lịch");
    EXPECT_EQ(file.data.days.at(civil(2030, 5, 4)).document, "Công văn 2");
    EXPECT_EQ(file.data.days.at(civil(2030, 5, 3)).document, "") << "the year's";
    EXPECT_EQ(file.lines.at(civil(2030, 5, 4)), 7U);
}

TEST(CalendarFile, RefusesWhatIsWrongWithItsLine) {
    struct BadCalendar {
        const char* text;
        const char* refusal;
    };
    const std::string head = "year = 2030\ndocument = 'x'\n[[days]]\n";
    const std::vector<BadCalendar> files{
        {"date = 2031-01-01\nkind = 'holiday'\nname = 'x'\n", "4 calendar.other_year"},
        {"date = 2030-05-03\nkind = 'made_up'\nname = 'x'\n", "4 calendar.made_up_weekday"},
        {"date = 2030-05-04\nkind = 'substitute'\nname = 'x'\n", "4 calendar.off_weekend"},
        {"date = 2030-05-04\nkind = 'swapped_off'\nname = 'x'\n", "4 calendar.off_weekend"},
        {"date = 2030-05-03\nkind = 'holiday'\nname = 'x'\n[[days]]\ndate = 2030-05-03\nkind = "
         "'holiday'\nname = 'x'\n",
         "8 calendar.day_twice"},
        {"date = '2030-05-03'\nkind = 'holiday'\nname = 'x'\n", "4 config.not_day"},
        {"date = 2030-02-30\nkind = 'holiday'\nname = 'x'\n", "4 config.syntax"},
        {"date = 2030-05-03\nkind = 'party'\nname = 'x'\n", "5 config.not_one_of"},
        {"date = 2030-05-03\nkind = 'holiday'\n", "3 config.missing"},
        {"date = 2030-05-03\nkind = 'holiday'\nname = 'x'\nnote = 'x'\n", "7 config.unknown_key"},
    };
    for (const auto& file : files) {
        const auto refusal = refusal_of([&] { parse_calendar(head + file.text, "c.toml"); });
        EXPECT_EQ(refusal, std::string{"c.toml:"} + file.refusal) << file.text;
    }
    EXPECT_EQ(refusal_of([] { parse_calendar("document = 'x'\n", "c.toml"); }), "c.toml:1 config.missing");
    EXPECT_EQ(refusal_of([] { parse_calendar("year = 2030\n", "c.toml"); }), "c.toml:1 config.missing");
    EXPECT_EQ(refusal_of([] { parse_calendar("year = 20\ndocument = 'x'\n", "c.toml"); }),
              "c.toml:1 config.out_of_range");
}

TEST(CalendarFile, EverythingThatIsWrongIsToldInTheOrderOfTheFile) {
    const auto told = [](const std::string& text) {
        std::vector<std::string> errors;
        for (const auto& error : read_calendar(text, "c.toml").errors)
            errors.push_back(error.place() + " " + error.message().key);
        return errors;
    };
    EXPECT_THAT(told(R"(year = 2030
document = ""
days = [
    { date = 2031-01-01, kind = "holiday", name = "Tết Dương lịch" },
    { date = 2030-05-03, kind = "party", name = "Hội" },
]
color = "red"
)"),
                ElementsAre("c.toml:2 config.empty", "c.toml:4 calendar.other_year",
                            "c.toml:5 config.not_one_of", "c.toml:7 config.unknown_key"));
    EXPECT_THAT(told("year = "), ElementsAre("c.toml:1 config.syntax"));
    EXPECT_THAT(told("document = 'x'\ndays = [{ date = 2031-01-01, kind = 'holiday', name = 'x' }]\n"),
                ElementsAre("c.toml:1 config.missing"))
        << "without its year no day is of another one";
}

TEST(CalendarFile, AYearStandsInOneFile) {
    const auto file = parse_calendar("year = 2030\ndocument = 'x'\n", "a.toml");
    EXPECT_EQ(refusal_of([&] { calendar_of({file, file}); }), "a.toml calendar.year_twice");
}

}  // namespace
}  // namespace dondoc::language
