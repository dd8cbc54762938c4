// SPDX-License-Identifier: Apache-2.0
// A container follows its children, with the programs themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ContainerOfAPlan : public Office {
  protected:
    std::vector<std::string> plan(const std::string& more = {}) {
        const auto file = daemon.folder() / "plan.txt";
        std::ofstream{file}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\n"
            << "4\tThực hiện việc được giao\tBáo cáo\tTheo tiến độ Chính phủ giao\tSở Nội vụ\n"
            << "4.1\tXây dựng đề án\tĐề án\t30/09/2023\tSở Nội vụ\n"
            << "4.2\tBáo cáo kết quả\tBáo cáo\t31/10/2023\tSở Tài chính\n"
            << more << "5\tTổng kết\tBáo cáo\t31/12/2023\tSở Nội vụ\n";
        return {"plan",     "import",     file.string(), "--document", "12/KH-UBND",
                "--issued", "2023-05-13", "--level",     "province"};
    }
};

TEST_F(ContainerOfAPlan, IsReadFromItsNumbersFollowsThemAndIsSeenEverywhere) {
    auto dry = plan();
    dry.emplace_back("--dry-run");
    EXPECT_THAT(ask(dry), HasSubstr("Mục 4 theo tiến độ các nhiệm vụ con của nó: 4.1, 4.2."));
    ask(plan());
    EXPECT_THAT(ask({"task", "show", "1"}),
                AllOf(HasSubstr("0/2 nhiệm vụ con hoàn thành"), HasSubstr("Báo cáo kết quả")));
    EXPECT_THAT(ask({"task", "show", "2"}), HasSubstr("số 1 (mục 4, 12/KH-UBND)"));
    EXPECT_THAT(ask({"task", "explain", "2"}), HasSubstr("theo số thứ tự trong văn bản"));
    EXPECT_THAT(ask({"task", "list", "--under", "1"}),
                AllOf(HasSubstr("4.1"), HasSubstr("4.2"), Not(HasSubstr("Tổng kết"))));
    EXPECT_THAT(ask({"task", "list", "--text", "được giao"}), HasSubstr("31/10/2023 (nhiệm vụ con)"));
    EXPECT_THAT(refused({"task", "complete", "1", "--agency", "SNV"}), HasSubstr("4.1 (12/KH-UBND, #2)"));

    ask({"clock", "advance", "--to", "2023-10-01T08:00"});
    ask({"task", "complete", "2", "--agency", "SNV", "--date", "30/09/2023"});
    ask({"task", "complete", "3", "--agency", "STC", "--date", "29/09/2023"});
    daemon.kill();
    daemon.start();
    EXPECT_THAT(ask({"task", "show", "1"}),
                AllOf(HasSubstr("Hoàn thành theo nhiệm vụ con"), HasSubstr("30/09/2023")));
    EXPECT_THAT(ask({"--json", "log", "--agency", "SNV"}), HasSubstr("\"action\": \"children_done\""));
    EXPECT_THAT(ask({"report", "plan", "12/KH-UBND"}), HasSubstr("2/2 nhiệm vụ con hoàn thành"));
    EXPECT_THAT(ask({"report", "plan", "12/KH-UBND", "--as-of", "2023-09-30"}),
                HasSubstr("0/2 nhiệm vụ con hoàn thành"));

    ask({"assignment", "reopen", "2", "--reason", "chưa đạt"});
    EXPECT_THAT(ask({"task", "show", "1"}), HasSubstr("Mở lại theo nhiệm vụ con"));
}

TEST_F(ContainerOfAPlan, IsSaidByHandTakenBackAndAmended) {
    ask(plan());
    EXPECT_EQ(cli({"task", "under", "1"}).code, 2);
    EXPECT_THAT(ask({"task", "under", "1", "4"}), HasSubstr("0/3 nhiệm vụ con"));
    EXPECT_THAT(ask({"task", "under", "1", "4"}), HasSubstr("không có gì thay đổi"));
    EXPECT_THAT(refused({"task", "under", "--none", "4"}), HasSubstr("--reason"));
    ask({"task", "under", "--none", "4", "--reason", "việc riêng"});
    EXPECT_THAT(ask({"task", "explain", "4"}), HasSubstr("việc riêng"));
    EXPECT_THAT(refused({"task", "under", "4", "1"}), HasSubstr("thời hạn riêng"));
    EXPECT_THAT(ask(plan()), HasSubstr("không có gì thay đổi"));

    auto amended = plan("4.3\tCông bố kết quả\tBáo cáo\t30/11/2023\tSở Nội vụ\n");
    amended.emplace_back("--yes");
    EXPECT_THAT(ask(amended), HasSubstr("1 nhiệm vụ thành nhiệm vụ con"));
    EXPECT_THAT(ask({"--json", "task", "show", "1"}), HasSubstr("\"counted\": 3"));
}

}  // namespace
}  // namespace dondoc::test
