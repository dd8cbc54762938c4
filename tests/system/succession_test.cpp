// SPDX-License-Identifier: Apache-2.0
// 1 July 2025, as docs/agencies-in-time.md works it through: a district ceases, and somebody says who takes
// over what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* order = R"([[agency]]
code = "UBND.XA.DAIPHUC"
name = "UBND xã Đại Phúc"
level = "commune"

[[agency]]
code = "UBND.XA.LAPHU"
name = "UBND xã La Phù"
level = "commune"

[[succession]]
kind = "dissolve"
day = 2025-07-01
document = "Luật 72/2025/QH15"
from = ["UBND.DAITU"]
to = ["UBND.XA.DAIPHUC", "UBND.XA.LAPHU", "SNV"]
)";

class July2025 : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        import_plan("12/KH-UBND", "2023-05-13");
        std::ofstream{file} << order;
        advance("2025-06-20");
    }
    void advance(const std::string& day) { ASSERT_EQ(cli({"clock", "advance", "--to", day}).code, 0); }
    Finished import_plan(const std::string& number, const std::string& issued) {
        const auto plan = daemon.folder() / "plan.txt";
        std::ofstream{plan}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
            << "1\tRà soát thủ tục\tBáo cáo\t31/12/2025\tUBND huyện Đại Từ\tSở Tài chính\n"
            << "2\tSố hóa hồ sơ\tKho dữ liệu\tQuý IV/2025\tUBND huyện Đại Từ\t\n"
            << "3\tBồi dưỡng cán bộ\tLớp học\t31/12/2025\tSở Nội vụ\tUBND huyện Đại Từ\n";
        return cli({"plan", "import", plan.string(), "--document", number, "--issued", issued, "--level",
                    "province", "--new-document"});
    }
    // The table with its last column filled in, row by row.
    void choose(const std::vector<std::string>& codes) {
        auto text = read_file(table);
        std::string filled;
        std::size_t row = 0, begin = 0;
        for (std::size_t end; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2) {
            filled += text.substr(begin, text.rfind(';', end) + 1 - begin);
            filled += row == 0 ? "giao cho" : codes.at(row - 1);
            filled += "\r\n";
            ++row;
        }
        ASSERT_EQ(row, codes.size() + 1);
        std::ofstream{table} << filled;
    }
    Finished succeed(std::vector<std::string> more) {
        std::vector<std::string> command{"agency", "succeed", file.string()};
        command.insert(command.end(), more.begin(), more.end());
        return cli(command);
    }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::filesystem::path file = daemon.folder() / "huyen.toml";
    std::filesystem::path table = daemon.folder() / "chon.csv";
};

TEST_F(July2025, AHumanSaysWhoTakesOverWhatAndNothingIsGuessed) {
    const auto profile = cli.grant("agency", "UBND.DAITU");
    const auto imported = cli({"agency", "import", file.string()});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.output, HasSubstr("dondoc agency succeed"));

    const auto shown = succeed({"--dry-run", "--choose", table.string()});
    ASSERT_EQ(shown.code, 0) << shown.output;
    EXPECT_THAT(shown.output, HasSubstr("UBND.DAITU"));
    EXPECT_THAT(shown.output, HasSubstr("chưa chọn"));
    EXPECT_THAT(shown.output, HasSubstr("còn 1 khóa"));
    choose({"UBND.XA.DAIPHUC", "VPUBND", "UBND.XA.LAPHU"});
    const auto wrong = succeed({"--dry-run", "--choose", table.string()});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.output, HasSubstr("chon.csv:3, cột “giao cho”"));
    EXPECT_THAT(wrong.output, HasSubstr("SNV"));
    choose({"UBND.XA.DAIPHUC", "UBND.XA.LAPHU", "UBND.XA.LAPHU"});
    EXPECT_THAT(succeed({"--choose", table.string(), "--yes"}).output, HasSubstr("chưa đến"));

    advance("2025-07-01T08:00");
    EXPECT_THAT(succeed({"--yes"}).output, HasSubstr("chưa chọn"));
    const auto done = succeed({"--choose", table.string(), "--yes"});
    ASSERT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(done.output, HasSubstr("2 phần việc và 1 việc phối hợp"));
    EXPECT_THAT(cli({"task", "list", "--agency", "UBND.XA.DAIPHUC"}).output, HasSubstr("Rà soát thủ tục"));
    EXPECT_THAT(cli({"task", "list", "--agency", "UBND.XA.LAPHU"}).output, HasSubstr("Số hóa hồ sơ"));

    const auto district = cli({"agency", "show", "UBND.DAITU"}).output;
    EXPECT_THAT(district, HasSubstr("30/06/2025"));
    EXPECT_THAT(district, HasSubstr("Luật 72/2025/QH15"));
    EXPECT_THAT(cli({"agency", "list", "Đại Từ", "--as-of", "30/06/2025"}).output, HasSubstr("UBND.DAITU"));
    EXPECT_THAT(cli({"agency", "list", "Đại Từ", "--as-of", "01/07/2025"}).output,
                Not(HasSubstr("UBND.DAITU")));
    // Its key still reads what it was told, and hears who took over.
    EXPECT_THAT(cli.as(profile, {"status"}).output, HasSubstr("UBND xã Đại Phúc"));
    const auto inbox =
        cli.as(profile, {"listen", "--until-idle", "--state", daemon.folder() / "seen"}).output;
    EXPECT_THAT(inbox, HasSubstr("UBND xã La Phù (UBND.XA.LAPHU): 1 phần việc, 1 việc phối hợp"));

    const auto later = import_plan("20/KH-UBND", "2025-08-01");
    EXPECT_THAT(later.output, HasSubstr("chỉ hoạt động đến hết ngày 30/06/2025"));
    EXPECT_THAT(later.output, HasSubstr("UBND xã Đại Phúc"));
}

TEST_F(July2025, AnAgencyWhoseCodeIsChangedIsHeardWithTheProfileAndThePositionThatItHas) {
    const auto profile = cli.grant("agency", "SNV");
    const auto journal = (daemon.folder() / "snv.jsonl").string();
    const auto listen = [&] { return cli.as(profile, {"listen", "--journal", journal, "--until-idle"}); };
    const auto lines = [&] {
        const auto text = read_file(journal);
        return std::ranges::count(text, '\n');
    };
    ASSERT_EQ(listen().code, 0);
    const auto before = lines();
    EXPECT_GT(before, 0);
    const auto renamed =
        cli({"agency", "succeed", "--kind", "rename", "--day", "20/06/2025", "--document", "16/NQ-HĐND",
             "--from", "SNV", "--to", "SNVM", "--name", "Sở Nội vụ và Lao động", "--yes"});
    ASSERT_EQ(renamed.code, 0) << renamed.output;
    advance("2026-01-10");
    const auto heard = listen();
    EXPECT_EQ(heard.code, 0) << heard.output;
    EXPECT_GT(lines(), before) << "reminders of the end of the year, under the new code";
    EXPECT_THAT(read_file(journal), HasSubstr("SNVM"));
    const auto anew = cli.as(profile, {"listen", "--since", "0", "--until-idle"});
    EXPECT_EQ(anew.code, 0) << anew.output;
    EXPECT_THAT(anew.output, AllOf(HasSubstr("(SNV)"), HasSubstr("(SNVM)")));
    EXPECT_EQ(listen().code, 0) << "nothing new";
}

// Words of a shell's line, with "..." around some of them.
std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream in{line};
    for (std::string word; in >> std::quoted(word);) found.push_back(word);
    return found;
}

// The tables and commands of docs/agencies-in-time.md, on the sample register.
TEST_F(July2025, TheExamplesOfTheDocumentationAreAccepted) {
    advance("2025-07-02");
    std::ifstream in{DONDOC_SOURCE_DIR "/docs/agencies-in-time.md"};
    std::vector<std::string> tables, commands;
    std::string block;
    bool goes_on = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```")) {
            block = line.substr(3);
            if (block == "toml") tables.emplace_back();
        } else if (block == "toml") {
            tables.back() += line + "\n";
        } else if (block == "sh") {
            if (!goes_on) commands.emplace_back();
            goes_on = line.ends_with('\\');
            commands.back() += line.substr(0, std::min(line.find('#'), line.size() - (goes_on ? 1 : 0)));
        }
    }
    ASSERT_EQ(tables.size(), 2U);
    ASSERT_GE(commands.size(), 4U);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        std::ofstream{file} << tables[i];
        const auto shown = succeed({"--dry-run"});
        EXPECT_EQ(shown.code, 0) << tables[i] << shown.output;
    }
    std::ofstream{file} << tables[0];
    for (const auto& command : commands) {
        auto run = words(command);
        ASSERT_EQ(run.front(), "dondoc") << command;
        run.erase(run.begin());
        std::ranges::replace(run, "sap-xep.toml", file.string());
        if (std::ranges::find(run, "--dry-run") == run.end()) run.push_back("--dry-run");
        const auto shown = cli(run);
        EXPECT_EQ(shown.code, 0) << command << shown.output;
    }
}

TEST_F(July2025, ARecurringTaskOfTwoThatWereMergedGoesOnOnceAtTheSuccessor) {
    const auto plan = daemon.folder() / "hang-thang.txt";
    std::ofstream{plan} << "STT\tNội dung công việc\tThời gian hoàn thành\tCơ quan chủ trì\n"
                        << "1\tBáo cáo tháng\tTrước ngày 20 hằng tháng\tSở Nội vụ; Sở Tài chính\n";
    ASSERT_EQ(cli({"plan", "import", plan.string(), "--document", "56/KH-UBND", "--issued", "2025-06-10",
                   "--level", "province"})
                  .code,
              0);
    const auto merged = cli({"agency", "succeed", "--kind", "merge", "--day", "20/06/2025", "--document",
                             "16/NQ-HĐND", "--from", "STC", "--to", "SNV", "--yes"});
    ASSERT_EQ(merged.code, 0) << merged.output;
    advance("2025-09-25");
    const auto listed = cli({"task", "list", "--document", "56/KH-UBND", "--json"}).output;
    const auto count = [&](const std::string& text) {
        std::size_t found = 0;
        for (auto at = listed.find(text); at != std::string::npos; at = listed.find(text, at + 1)) ++found;
        return found;
    };
    EXPECT_EQ(count("\"due\": \"2025-09-19\""), 1U) << listed;
    EXPECT_EQ(count("\"due\": \"2025-10-19\""), 1U) << listed;
}

}  // namespace
}  // namespace dondoc::test
