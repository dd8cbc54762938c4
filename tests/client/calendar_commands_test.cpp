// SPDX-License-Identifier: Apache-2.0
// dondoc calendar show, check, count, and the calendar of plan preview: without a daemon.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "client/temporary_folder.h"
#include "dondoc/v1/calendar.pb.h"
#include "lib/json.h"
#include "support/run_client.h"

namespace dondoc::cli {
namespace {

using dondoc::testing::TemporaryFolder;
using dondoc::testing::write_text;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string shipped = DONDOC_SOURCE_DIR "/config/calendar";

Outcome ask(const std::vector<std::string>& arguments) {
    ::unsetenv("DONDOC_LANG");
    return run_client(arguments);
}

class CalendarCommands : public ::testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& content) {
        write_text(folder_ / name, content);
        return (folder_ / name).string();
    }

    TemporaryFolder folder_;
};

TEST_F(CalendarCommands, ShowNamesTheDaysTheirDecisionAndTheWorkingDays) {
    const auto year = ask({"calendar", "show", "2024", "--calendar", shipped});
    EXPECT_EQ(year.exit, Exit::Done) << year.err;
    EXPECT_THAT(year.out, AllOf(HasSubstr("2024: chính thức"), HasSubstr("8662/VPCP-KGVX"),
                                HasSubstr("04/05/2024"), HasSubstr("thứ Bảy"), HasSubstr("LÀM BÙ"),
                                HasSubstr("Công văn 2450/VPCP-KGVX"), HasSubstr("251")));
    const auto provisional = ask({"calendar", "show", "2029", "--calendar", shipped, "--lang", "en"});
    EXPECT_THAT(provisional.out,
                AllOf(HasSubstr("PROVISIONAL"), HasSubstr("13/02/2029"), HasSubstr("Tuesday")));
}

TEST_F(CalendarCommands, ShowIsJsonForPrograms) {
    const auto outcome = ask({"calendar", "show", "2024", "--calendar", shipped, "--json"});
    v1::CalendarYear year;
    ASSERT_TRUE(client::from_json(outcome.out, year)) << outcome.out;
    EXPECT_TRUE(year.official());
    EXPECT_EQ(year.working_days(), 251U);
    ASSERT_EQ(year.month_working_days_size(), 12);
    EXPECT_EQ(year.month_working_days(1), 16U);  // February: Tết
    EXPECT_EQ(year.days(9).date(), "2024-04-29");
    EXPECT_EQ(year.days(9).kind(), "swapped_off");
    EXPECT_EQ(year.days(9).weekday(), 1U);
    EXPECT_THAT(year.days(9).document(), HasSubstr("2450/VPCP-KGVX"));
    EXPECT_EQ(year.days(0).document(), year.document());
}

TEST_F(CalendarCommands, AYearThatIsNotThereSaysWhatToDo) {
    const auto outcome = ask({"calendar", "show", "2050", "--calendar", shipped});
    EXPECT_EQ(outcome.exit, Exit::Refused);
    EXPECT_THAT(outcome.err,
                AllOf(HasSubstr("2050"), HasSubstr("2020 đến 2030"), HasSubstr("calendar check")));
    EXPECT_EQ(ask({"calendar", "show", "20x"}).exit, Exit::WrongUsage);
    EXPECT_EQ(ask({"calendar", "show", "20"}).exit, Exit::WrongUsage);
}

TEST_F(CalendarCommands, TheShippedCalendarIsFoundWithoutBeingNamed) {
    const auto outcome = ask({"calendar", "check"});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.out << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("0 lỗi"));
}

TEST_F(CalendarCommands, CheckNamesFileLineAndWhatToDo) {
    const auto file = write("2031.toml", R"(year = 2031
official = true
document = "Thông báo 1"
days = [
    { date = 2031-01-01, kind = "holiday", name = "Tết Dương lịch" },
    { date = 2031-03-03, kind = "swapped_off", name = "Hoán đổi" },
]
)");
    const auto outcome = ask({"calendar", "check", file});
    EXPECT_EQ(outcome.exit, Exit::Refused);
    EXPECT_THAT(outcome.out,
                AllOf(HasSubstr(file + ":6: lỗi: Ngày nghỉ hoán đổi 03/03/2031"), HasSubstr("made_up"),
                      HasSubstr("Thiếu ngày lễ 23/01/2031 (Tết Nguyên đán)")));
    EXPECT_THAT(outcome.err, HasSubstr("lỗi phải sửa"));
}

TEST_F(CalendarCommands, CheckTellsEverythingThatCannotBeRead) {
    const auto bad =
        write("a.toml", "year = 2031\ndays = [\n{ date = 2030-01-01, kind = \"x\", name = \"x\" },\n]\n");
    const auto text = write("b.toml", "năm 2031\n");
    const auto none = (folder_ / "none.toml").string();
    const auto outcome =
        ask({"--json", "calendar", "check", bad, text, none, shipped + "/2024.toml", shipped});
    EXPECT_EQ(outcome.exit, Exit::Refused);
    v1::CalendarCheck check;
    ASSERT_TRUE(client::from_json(outcome.out, check)) << outcome.out;
    std::vector<std::string> errors;
    for (const auto& finding : check.findings())
        if (finding.severity() == "error")
            errors.push_back(std::filesystem::path(finding.file()).filename().string() + ":" +
                             std::to_string(finding.line()) + " " + finding.key());
    EXPECT_THAT(errors, ::testing::ElementsAre("a.toml:1 config.missing", "a.toml:3 config.not_one_of",
                                               "b.toml:1 config.syntax", "none.toml:0 cli.file.not_there",
                                               "2024.toml:0 calendar.year_twice"));
    EXPECT_EQ(check.errors(), 5U);
    EXPECT_EQ(check.years(), 11U);
}

TEST_F(CalendarCommands, CountIsTheNthWorkingDay) {
    const auto outcome = ask({"calendar", "count", "26/4/2024", "5", "--calendar", shipped});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    EXPECT_EQ(outcome.out, "Ngày làm việc thứ 5 sau ngày 26/04/2024: thứ Ba, 07/05/2024\n");
    EXPECT_EQ(outcome.err, "");
    EXPECT_THAT(ask({"calendar", "count", "25/12/2030", "10", "--calendar", shipped}).err,
                AllOf(HasSubstr("2030 là tạm tính"), HasSubstr("chưa có lịch năm 2031")));
    for (const auto& wrong : std::vector<std::vector<std::string>>{
             {"31/02/2024", "5"}, {"26/4/2024", "0"}, {"26/4/2024", "x"}, {"26/4/2024"}}) {
        std::vector<std::string> arguments{"calendar", "count"};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        EXPECT_EQ(ask(arguments).exit, Exit::WrongUsage) << wrong.front();
    }
}

TEST_F(CalendarCommands, AFolderWithoutACalendarIsRefused) {
    EXPECT_THAT(ask({"calendar", "show", "--calendar", (folder_ / "").string()}).err, HasSubstr("*.toml"));
    EXPECT_THAT(ask({"calendar", "show", "--calendar", "/nowhere"}).err, HasSubstr("/nowhere"));
}

TEST_F(CalendarCommands, APreviewCountsOnTheCalendar) {
    const auto plan = write("plan.txt",
                            "STT\tNhiệm vụ\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
                            "1\tRà soát danh mục\t10 ngày kể từ ngày 10/02/2026\tSở Nội vụ\tSở Tài chính\n"
                            "2\tBáo cáo kết quả\t5 ngày làm việc kể từ ngày 26/4/2024\tSở Nội vụ\t\n");
    const auto outcome = ask({"plan", "preview", plan, "--issued", "05/01/2024", "--calendar", shipped});
    EXPECT_EQ(outcome.exit, Exit::Done) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("23/02/2026"), HasSubstr("07/05/2024")));
    EXPECT_THAT(outcome.out, Not(HasSubstr("20/02/2026")));
    EXPECT_EQ(ask({"plan", "preview", plan, "--calendar", "/nowhere"}).exit, Exit::Refused);
}

}  // namespace
}  // namespace dondoc::cli
