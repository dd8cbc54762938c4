// SPDX-License-Identifier: Apache-2.0
// A plan that is corrected in a spreadsheet, amended and withdrawn, with the programs themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;

class AmendedPlan : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        EXPECT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
    }

    std::filesystem::path write_plan(const std::string& name, const std::string& first_day) {
        const auto file = daemon.folder() / name;
        std::ofstream{file}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
            << "1\tRà soát thủ tục\tBáo cáo\t" << first_day << "\tSở Nội vụ\tSở Tài chính\n"
            << "2\tSố hóa hồ sơ\tKho dữ liệu\tQuý III/2023\tSở Tài chính\t\n"
            << "3\tBồi dưỡng cán bộ\tLớp học\tThường xuyên\tSở Nội vụ\t\n";
        return file;
    }
    std::vector<std::string> import(const std::filesystem::path& file, std::vector<std::string> more = {}) {
        std::vector<std::string> command{"plan",     "import",     file.string(), "--document", "12/KH-UBND",
                                         "--issued", "2023-05-13", "--level",     "province"};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }
    std::string log() { return cli({"--json", "log", "--limit", "1000"}).output; }

    DaemonProcess daemon;
    Cli cli{daemon};
};

TEST_F(AmendedPlan, ACorrectedFileImportsAsThePlanDoesAndWhatWasMendedWins) {
    const auto plan = write_plan("plan.txt", "31/12/2023");
    ASSERT_EQ(cli(import(plan)).code, 0);
    for (const auto* name : {"sua.csv", "sua.xlsx"}) {
        const auto file = daemon.folder() / name;
        const auto written = cli({"plan", "preview", plan.string(), "--document", "12/KH-UBND", "--issued",
                                  "13/05/2023", "--level", "province", "-o", file.string()});
        ASSERT_EQ(written.code, 0) << written.output;
        EXPECT_EQ(cli({"plan", "preview", plan.string(), "--issued", "13/05/2023", "-o", file.string()}).code,
                  1)
            << "not overwritten";
        const auto same = cli({"plan", "import", file.string()});
        EXPECT_EQ(same.code, 0) << same.output;
        EXPECT_THAT(same.output, HasSubstr("không có gì thay đổi"));
        const auto other = cli({"plan", "import", file.string(), "--issued", "14/05/2023"});
        EXPECT_EQ(other.code, 1);
        EXPECT_THAT(other.output, HasSubstr("--issued"));
    }
    auto csv = read_file(daemon.folder() / "sua.csv");
    csv.replace(csv.find(";31/12/2023;ngày cố định;") + 1, 10, "30/11/2023");
    const auto mended = daemon.folder() / "mended";  // a name that says nothing
    std::ofstream{mended} << csv;
    const auto asked = cli({"plan", "import", mended.string()});
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.output, HasSubstr("“31/12/2023” → “30/11/2023”"));
    EXPECT_THAT(asked.output, HasSubstr("--yes"));
    EXPECT_EQ(cli({"plan", "import", mended.string(), "--yes"}).code, 0);
    const auto explained = cli({"task", "explain", "1"}).output;
    EXPECT_THAT(explained, HasSubstr("30/11/2023"));
    EXPECT_THAT(explained, HasSubstr("Người nhập ấn định"));

    csv.replace(csv.find(";30/11/2023;") + 1, 10, "30/13/2023");
    std::ofstream{mended} << csv;
    const auto mistake = cli({"plan", "import", mended.string(), "--yes"});
    EXPECT_EQ(mistake.code, 1);
    EXPECT_THAT(mistake.output, HasSubstr("dòng 8, cột “Ngày đến hạn”"));
    EXPECT_EQ(cli({"plan", "preview", plan.string(), "-o", "plan.ods"}).code, 2);
}

TEST_F(AmendedPlan, ADaemonKilledWhileAmendingHasDoneAllOfItOrNothing) {
    ASSERT_EQ(cli(import(write_plan("first.txt", "31/12/2023"))).code, 0);
    const auto before = log();
    const auto second = write_plan("second.txt", "30/11/2023");
    for (int round = 0; round < 10; ++round) {
        const auto output = daemon.folder() / ("amend" + std::to_string(round));
        std::vector<std::string> command{DONDOC_PROGRAM, "--profile", daemon.administrator().string(),
                                         "--timeout", "5"};
        const auto arguments = import(second, {"--yes"});
        command.insert(command.end(), arguments.begin(), arguments.end());
        Process amending{command, output, Cli::environment()};
        const auto start = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() - start < std::chrono::milliseconds{3 * round} &&
               amending.is_running()) {
        }
        daemon.kill();
        daemon.start();
        amending.wait();
        const auto after = log();
        const auto told = after.find("\"amend\"") != std::string::npos;
        EXPECT_TRUE(told || after == before) << "round " << round;
        EXPECT_EQ(cli({"task", "show", "1"}).output.find("30/11/2023") != std::string::npos, told);
        if (told) break;
    }
    EXPECT_EQ(cli(import(second, {"--yes"})).code, 0);
    const auto once = log();
    EXPECT_EQ(cli(import(second, {"--yes"})).code, 0);
    EXPECT_EQ(log(), once) << "the same amended plan twice";
}

TEST_F(AmendedPlan, ADocumentIsWithdrawnOnlyWhenThatIsWanted) {
    ASSERT_EQ(cli(import(write_plan("first.txt", "31/12/2023"))).code, 0);
    const std::vector<std::string> withdraw{"plan",       "withdraw", "--document",
                                            "12/KH-UBND", "--reason", "nhập nhầm"};
    const auto before = log();
    const auto asked = cli(withdraw);
    EXPECT_EQ(asked.code, 1);
    EXPECT_THAT(asked.output, HasSubstr("thu hồi 3 phần việc"));
    EXPECT_EQ(log(), before);
    auto wanted = withdraw;
    wanted.emplace_back("--yes");
    EXPECT_EQ(cli(wanted).code, 0);
    EXPECT_THAT(cli({"plan", "list"}).output, HasSubstr("đã rút"));
    EXPECT_EQ(cli(wanted).code, 1);
    EXPECT_EQ(cli({"plan", "withdraw", "--document", "12/KH-UBND"}).code, 2) << "without a reason";
}

TEST_F(AmendedPlan, ASlipIsRefusedAndNamesTheDocumentThatIsThere) {
    const auto plan = write_plan("first.txt", "31/12/2023");
    ASSERT_EQ(cli(import(plan)).code, 0);
    const std::vector<std::string> slip{"plan",     "import",     plan.string(), "--document", "12/KH-UBND",
                                        "--issued", "2023-05-31", "--level",     "province"};
    const auto refused = cli(slip);
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("13/05/2023"));
    auto meant = slip;
    meant.emplace_back("--new-document");
    EXPECT_EQ(cli(meant).code, 0);
}

}  // namespace
}  // namespace dondoc::test
