// SPDX-License-Identifier: Apache-2.0
// The export of another system, taken in and brought up to date by the programs as they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class TaskImportCommand : public Office {
  protected:
    Finished import(const std::string& content, std::vector<std::string> more = {"--yes"}) {
        const auto file = daemon.folder() / "viec.jsonl";
        std::ofstream{file} << content;
        std::vector<std::string> command{"task",  "import",   file.string(), "--source",
                                         "t-doi", "--level",  "tỉnh",        "--document",
                                         "9/KL",  "--issued", "13/05/2023"};
        command.insert(command.end(), more.begin(), more.end());
        return cli(command);
    }

    const std::string two =
        R"({"id": 1, "title": "Rà soát nhà công vụ", "deadline": "30/9/2023", "lead": "SNV"}
{"id": 2, "title": "Báo cáo kết quả", "deadline": "trước 17h00 ngày 15/9/2023", "lead": ["Sở Tài chính", "SNV"]}
)";
};

TEST_F(TaskImportCommand, AgainIsAnUpdateWithItsDifferenceAndNeverADouble) {
    EXPECT_THAT(import(two, {"--dry-run"}).output, HasSubstr("2 nhiệm vụ mới"));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"0\""));
    const auto done = import(two);
    EXPECT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(done.output, HasSubstr("Đã nhập từ t-doi: 2 nhiệm vụ mới"));
    const auto again = import(two, {});
    EXPECT_EQ(again.code, 0) << "there is nothing to ask: " << again.output;
    EXPECT_THAT(again.output, HasSubstr("2 không đổi"));
    auto changed = two;
    changed.replace(changed.find("30/9/2023"), 9, "15/10/2023");
    const auto asked = import(changed, {});
    EXPECT_EQ(asked.code, 1) << "nobody is there to be asked";
    EXPECT_THAT(asked.output, HasSubstr("15/10/2023"));
    EXPECT_EQ(import(changed).code, 0);
    const auto shown = cli({"task", "show", "9/KL", "1"}).output;
    EXPECT_THAT(shown, HasSubstr("15/10/2023"));
    EXPECT_THAT(shown, HasSubstr("t-doi: 1"));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"3\""));
    EXPECT_THAT(cli({"task", "list", "--source", "t-doi"}).output, HasSubstr("17:00 15/09/2023"));
    EXPECT_THAT(cli({"task", "list", "--source", "khac"}).output, HasSubstr("Không có nhiệm vụ nào nhập từ"));
}

TEST_F(TaskImportCommand, WhatIsRefusedIsNamedByLineAndColumnAndMayBeLeftOut) {
    const auto bad = two + R"({"id": 3, "title": "", "deadline": "30/9/2023", "lead": "SNV"}
{"id": 4, "title": "Việc xong", "lead": "SNV", "state": "completed", "completed": "01/05/2023"}
)";
    const auto refused = import(bad);
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("viec.jsonl: dòng 3, cột “title”"));
    EXPECT_THAT(refused.output, HasSubstr("viec.jsonl: dòng 4, cột “completed”"));
    EXPECT_THAT(refused.output, HasSubstr("2 dòng bị từ chối"));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"0\""));
    const auto rest = import(bad, {"--yes", "--skip-refused"});
    EXPECT_EQ(rest.code, 0) << rest.output;
    EXPECT_THAT(rest.output, HasSubstr("2 nhiệm vụ mới"));
}

TEST_F(TaskImportCommand, WhatIsExportedIsTheSameWhenItIsLaidBeside) {
    import(two);
    const auto back = (daemon.folder() / "ra.csv").string();
    ask({"task", "export", "--source", "t-doi", "-o", back});
    EXPECT_THAT(ask({"task", "reconcile", back, "--source", "t-doi"}), Not(HasSubstr("Chỉ có ở")));
    ask({"assignment", "complete", "1", "--number", "15/BC-SNV"});
    EXPECT_THAT(refused({"task", "reconcile", back, "--source", "t-doi"}), HasSubstr("hoàn thành"));
}

TEST_F(TaskImportCommand, KilledAtAnyMomentItIsThereOnceAfterwards) {
    constexpr int tasks = 200;
    std::string content;
    for (int i = 1; i <= tasks; ++i)
        content += R"({"id": )" + std::to_string(i) + R"(, "title": "Việc số )" + std::to_string(i) +
                   R"(", "deadline": "30/9/2023", "lead": "SNV"})" + "\n";
    const auto file = daemon.folder() / "viec.jsonl";
    std::ofstream{file} << content;
    std::mt19937 random{11};
    for (int round = 0; round < 4; ++round) {
        Process client{
            {DONDOC_PROGRAM, "--profile", daemon.administrator().string(), "task", "import", file.string(),
             "--source", "t-doi", "--level", "tỉnh", "--document", "9/KL", "--issued", "13/05/2023", "--yes"},
            daemon.folder() / "client",
            Cli::environment()};
        std::this_thread::sleep_for(std::chrono::milliseconds{random() % 500});  // the random moment itself
        daemon.kill();
        client.signal(SIGKILL);
        client.wait();
        daemon.start();
    }
    const auto done = import(content);
    EXPECT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"" + std::to_string(tasks) + "\""));
    EXPECT_THAT(import(content).output, HasSubstr(std::to_string(tasks) + " không đổi"));
}

class TaskImportOf2025 : public Office {
  protected:
    TaskImportOf2025() : Office({}, "mode = \"simulated\"\nstart = \"2025-08-05T08:00\"\n") {}
    void SetUp() override {
        daemon.start();
        take_in_agencies(DONDOC_SOURCE_DIR "/config/agencies/hai-cap-2025.toml");
    }
};

TEST_F(TaskImportOf2025, TheShippedExportOfADocumentSystemIsReadWithItsTraps) {
    const auto seen = cli({"task", "import", DONDOC_SOURCE_DIR "/config/samples/qlvb-xuat.csv", "--source",
                           "qlvb", "--columns", "quan-ly-van-ban", "--level", "tỉnh", "--dry-run"});
    EXPECT_EQ(seen.code, 0) << seen.output;
    EXPECT_THAT(seen.output, HasSubstr("4 nhiệm vụ mới"));
    EXPECT_THAT(seen.output, HasSubstr("1 dòng lặp lại nguyên văn"));
    EXPECT_THAT(seen.output, HasSubstr("1 dòng nêu thêm cơ quan"));
    EXPECT_THAT(seen.output, HasSubstr("bị cắt ở cuối"));
    EXPECT_THAT(seen.output, Not(HasSubstr("1970")));
}

}  // namespace
}  // namespace dondoc::test
