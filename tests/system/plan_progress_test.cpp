// SPDX-License-Identifier: Apache-2.0
// A plan whose own columns say how far its tasks are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class ProgressOfAPlan : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        EXPECT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        plan = daemon.folder() / "plan.csv";
        std::ofstream{plan} << "STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn;Tình trạng\n"
                            << "1;Rà soát thủ tục;Sở Nội vụ;31/12/2026;Đã hoàn thành ngày 13/5/2023\n"
                            << "2;Số hóa hồ sơ;Sở Tài chính;31/12/2026;Đạt 60%\n"
                            << "3;Bồi dưỡng cán bộ;Sở Nội vụ;31/12/2026;Chưa thực hiện\n"
                            << "4;Mua sắm thiết bị;Sở Y tế;31/12/2026;Hồ sơ số 12\n"
                            << "5;Báo cáo kết quả;Sở Y tế, Sở Nội vụ;31/12/2026;50%\n";
    }
    std::vector<std::string> import(std::vector<std::string> more = {}) {
        std::vector<std::string> command{"plan",     "import",     plan.string(), "--document", "12/KH-UBND",
                                         "--issued", "2023-05-13", "--level",     "province"};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    }
    std::string tasks() { return cli({"--json", "task", "list", "--document", "12/KH-UBND"}).output; }

    DaemonProcess daemon;
    Cli cli{daemon};
    std::filesystem::path plan;
};

TEST_F(ProgressOfAPlan, IsShownAndLeftOutUnlessItIsAskedFor) {
    const auto preview = cli({"plan", "preview", plan.string(), "--issued", "2023-05-13"});
    EXPECT_THAT(preview.output, HasSubstr("xong ngày 13/05/2023"));
    EXPECT_THAT(preview.output, HasSubstr("60%"));
    EXPECT_THAT(preview.output, HasSubstr("--with-progress"));
    const auto done = cli(import());
    ASSERT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(done.output, HasSubstr("--with-progress"));
    EXPECT_THAT(tasks(), Not(HasSubstr("reported")));
    EXPECT_THAT(tasks(), Not(HasSubstr("\"progress\"")));
}

TEST_F(ProgressOfAPlan, IsTakenOverOnceWhereOneAgencyIsMeantAndTheWordsAreUnderstood) {
    const auto trial = cli(import({"--with-progress", "--dry-run"}));
    EXPECT_THAT(trial.output, HasSubstr("Sẽ ghi tình hình của 3 dòng"));
    const auto done = cli(import({"--with-progress"}));
    ASSERT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(done.output, HasSubstr("Đã ghi tình hình của 2 phần việc"));
    EXPECT_THAT(done.output, HasSubstr("không hiểu hết lời văn"));
    EXPECT_THAT(done.output, HasSubstr("không đúng một cơ quan"));
    EXPECT_THAT(done.output, Not(HasSubstr("không ghi nhận")));
    EXPECT_THAT(tasks(), HasSubstr("\"state\": \"reported\""));
    EXPECT_THAT(tasks(), HasSubstr("\"progress\": 60"));
    const auto again = cli(import({"--with-progress"}));
    EXPECT_THAT(again.output, HasSubstr("Đã ghi tình hình của 0 phần việc"));
    EXPECT_THAT(again.output, HasSubstr("phần việc đã có báo cáo"));
}

}  // namespace
}  // namespace dondoc::test
