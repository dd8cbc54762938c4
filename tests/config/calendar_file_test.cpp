#include "config/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/loader.h"
#include "config/refusal.h"

namespace dondoc::config {
namespace {

using testing::SizeIs;

const std::filesystem::path shipped = DONDOC_SOURCE_DIR "/config/calendar";

int working_days(const Calendar& calendar, int year) {
    int count = 0;
    for (auto day = civil(year, 1, 1); day <= civil(year, 12, 31); day += date::days{1})
        if (calendar.is_working_day(day)) ++count;
    return count;
}

TEST(CalendarFile, TheShippedYearsHaveTheirWorkingDays) {
    const auto calendar = load_calendar(calendar_files_in(shipped));
    EXPECT_THAT(calendar.years(), SizeIs(4));
    EXPECT_EQ(working_days(calendar, 2023), 249);
    EXPECT_EQ(working_days(calendar, 2024), 251);
    EXPECT_EQ(working_days(calendar, 2025), 250);
    EXPECT_EQ(working_days(calendar, 2026), 250);  // without 24/11
}

TEST(CalendarFile, OnlyYearsWithTheirDecidingDocumentAreOfficial) {
    const auto calendar = load_calendar(calendar_files_in(shipped));
    EXPECT_TRUE(calendar.is_declared(date::year{2023}));
    EXPECT_TRUE(calendar.is_declared(date::year{2024}));
    EXPECT_FALSE(calendar.is_declared(date::year{2025}));
    EXPECT_FALSE(calendar.is_declared(date::year{2026}));
    EXPECT_FALSE(calendar.is_declared(date::year{2027}));
    for (const auto& [year, data] : calendar.years()) EXPECT_FALSE(data.document.empty()) << year;
}

TEST(CalendarFile, ReadsKindAndNameOfADay) {
    const auto file = parse_calendar(R"(
year = 2030
document = "Thông báo 1"
days = [
    { date = 2030-01-01, kind = "holiday", name = "Tết Dương lịch" },
    { date = 2030-05-03, kind = "swapped_off", name = "Nghỉ hoán đổi" },
    { date = 2030-05-04, kind = "made_up", name = "Làm bù" },
]
)",
                                     "2030.toml");
    EXPECT_EQ(file.year, date::year{2030});
    EXPECT_FALSE(file.data.official);
    EXPECT_EQ(file.data.document, "Thông báo 1");
    ASSERT_EQ(file.data.days.size(), 3U);
    EXPECT_EQ(file.data.days.at(civil(2030, 5, 4)).kind, SpecialDay::Kind::MadeUp);
    EXPECT_EQ(file.data.days.at(civil(2030, 1, 1)).name, "Tết Dương lịch");
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

TEST(CalendarFile, AYearStandsInOneFile) {
    const auto file = shipped / "2024.toml";
    EXPECT_EQ(refusal_of([&] {
                  load_calendar(std::vector{file, file});
              }),
              file.string() + " calendar.year_twice");
}

TEST(CalendarFile, TheSettingsNameTheFiles) {
    Settings settings;
    settings.calendar_files = std::vector{shipped / "2024.toml"};
    EXPECT_THAT(load_calendar(settings).years(), SizeIs(1));
    settings.calendar_files->emplace_back("/nowhere/2025.toml");
    EXPECT_EQ(refusal_of([&] { load_calendar(settings); }), "/nowhere/2025.toml config.unreadable");
}

TEST(CalendarFile, AFolderThatIsNotThereHasNoFiles) {
    EXPECT_THAT(calendar_files_in("/nowhere"), SizeIs(0));
}

}  // namespace
}  // namespace dondoc::config
