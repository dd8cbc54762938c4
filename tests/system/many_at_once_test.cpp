// SPDX-License-Identifier: Apache-2.0
// Many assignments at once: looked at, asked once, done together and told in one notice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

class ManyAtOnce : public Office {
  protected:
    // So many rows, all of Sở Nội vụ.
    void import_rows(int rows, const std::string& document = "12/KH-UBND") {
        const auto file = daemon.folder() / "plan.tsv";
        std::ofstream plan{file};
        plan << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n";
        for (int i = 1; i <= rows; ++i)
            plan << i << "\tViệc thứ " << i << " của " << document << "\tSở Nội vụ\t31/12/2023\n";
        plan.close();
        ask({"plan", "import", file.string(), "--document", document, "--issued", "2023-05-13", "--level",
             "province"});
    }
};

TEST_F(ManyAtOnce, WaitingResultsAreConfirmedByOneCommandAfterOneLook) {
    import_rows(82);
    ask({"assignment", "report", "--document", "12/KH-UBND", "--number", "1/BC", "--date", "13/05/2023",
         "--yes"});
    EXPECT_THAT(ask({"status"}), HasSubstr("đã báo cáo, chờ xác nhận"));
    const auto look = refused({"assignment", "confirm", "--waiting"});
    EXPECT_THAT(look, HasSubstr("Việc thứ 82"));
    EXPECT_THAT(look, HasSubstr("--yes"));
    EXPECT_THAT(ask({"--json", "status"}), HasSubstr("\"waiting\": \"82\""));
    EXPECT_THAT(ask({"assignment", "confirm", "--waiting", "--yes"}), HasSubstr("cho 82 phần việc"));
    EXPECT_THAT(ask({"--json", "status"}), HasSubstr("\"completed_on_time\": \"82\""));
    const auto log = ask({"--json", "log", "--agency", "SNV", "--limit", "1000"});
    EXPECT_LE(count(log, "\"kind\": \"changed\""), 2U) << "digests of the confirmations, not 82 notices";
    EXPECT_EQ(count(log, "\"action\": \"confirm\""), 82U);
}

TEST_F(ManyAtOnce, ThoseThatRefuseAreToldAndTheOthersAreDone) {
    import_rows(3);
    ask({"assignment", "report", "1", "2", "--number", "1/BC", "--yes"});
    const auto done = ask({"assignment", "confirm", "1", "2", "3", "--yes"});
    EXPECT_THAT(done, HasSubstr("Bỏ qua PV 3"));
    EXPECT_THAT(done, HasSubstr("cho 2 phần việc"));
    EXPECT_THAT(refused({"assignment", "confirm", "1", "3", "--yes"}), HasSubstr("không có gì thay đổi"));
    EXPECT_THAT(refused({"assignment", "confirm", "--waiting", "--yes"}),
                HasSubstr("Không có phần việc nào"));
}

TEST_F(ManyAtOnce, ATaskIsExtendedForAllItsAgencies) {
    ask({"task", "add", "--document", "7/CT-UBND", "--issued", "13/05/2023", "--level", "province", "--title",
         "Kiểm kê tài sản", "--lead", "SNV,STC,SXD", "--due", "30/6/2023"});
    EXPECT_THAT(ask({"assignment", "extend", "7/CT-UBND", "1", "--due", "31/7/2023", "--decision", "9/UBND",
                     "--reason", "nhiều việc", "--yes"}),
                HasSubstr("cho 3 phần việc"));
    EXPECT_EQ(count(ask({"task", "list", "--document", "7/CT-UBND"}), "31/07/2023"), 3U);
    const auto list = daemon.folder() / "ds.txt";
    std::ofstream{list} << "1\n3\n";
    EXPECT_THAT(ask({"assignment", "transfer", "--from", list.string(), "--to", "SYT", "--reason",
                     "đúng chức năng", "--yes"}),
                HasSubstr("cho 1 phần việc"))
        << "one agency has a task once";
}

TEST_F(ManyAtOnce, AWithdrawalAndAnAmendmentAreOneNotice) {
    import_rows(58);
    ask({"plan", "withdraw", "--document", "12/KH-UBND", "--reason", "nhập nhầm", "--yes"});
    const auto log = ask({"--json", "log", "--agency", "SNV", "--limit", "1000"});
    EXPECT_EQ(count(log, "\"kind\": \"changed\""), 1U);
    EXPECT_EQ(count(log, "\"action\": \"cancel\""), 58U);
    const auto snv = cli.grant("agency", "SNV");
    const auto heard = cli.as(snv, {"listen", "--since", "0", "--until-idle"});
    EXPECT_THAT(heard.output, HasSubstr("Thu hồi: 58 nhiệm vụ"));
    EXPECT_THAT(heard.output, HasSubstr("PV 58"));
}

TEST_F(ManyAtOnce, AContainerThatWouldBeCompletedSaysSoAndIsAskedFor) {
    const auto file = daemon.folder() / "plan.tsv";
    std::ofstream{file} << "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
                        << "1\tĐề án chung\tSở Nội vụ; Sở Tài chính\tTheo tiến độ thời gian Chính phủ giao\n"
                        << "2\tViệc đã xong\tSở Nội vụ\t31/12/2023\n"
                        << "3\tViệc còn lại\tSở Nội vụ\t31/12/2023\n";
    ask({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued", "2023-05-13", "--level",
         "province"});
    ask({"task", "under", "1", "2", "3"});
    ask({"task", "complete", "2", "--agency", "SNV", "--note", "xong"});
    const auto trial = ask({"task", "under", "--none", "3", "--reason", "việc riêng", "--dry-run"});
    EXPECT_THAT(trial, HasSubstr("sẽ thành hoàn thành cho 2 cơ quan"));
    EXPECT_THAT(refused({"task", "under", "--none", "3", "--reason", "việc riêng"}), HasSubstr("--yes"));
    EXPECT_THAT(ask({"--json", "status"}), HasSubstr("\"completed_no_deadline\": \"0\""));
    EXPECT_THAT(ask({"task", "under", "--none", "3", "--reason", "việc riêng", "--yes"}),
                HasSubstr("đã hoàn thành cho 2 cơ quan"));
}

TEST_F(ManyAtOnce, AnAnswerSaysWhatWasDone) {
    import_rows(1);
    const auto snv = cli.grant("agency", "SNV");
    EXPECT_THAT(
        cli.as(snv, {"assignment", "extend", "request", "1", "--due", "31/01/2024", "--reason", "chờ"})
            .output,
        HasSubstr("Đã gửi đề nghị gia hạn đến 31/01/2024; chờ quyết định"));
    EXPECT_THAT(ask({"assignment", "extend", "refuse", "1", "--reason", "không"}),
                HasSubstr("Đã từ chối gia hạn: hạn vẫn là 31/12/2023"));
    EXPECT_THAT(ask({"assignment", "comment", "1", "--text", "xin gửi sớm"}),
                HasSubstr("Đã gửi ý kiến: “xin gửi sớm”"));
    ask({"assignment", "report", "1", "--number", "1/BC"});
    EXPECT_THAT(ask({"assignment", "rework", "1", "--reason", "thiếu phụ lục"}),
                HasSubstr("Đã yêu cầu SNV làm lại (lần 1)"));
}

}  // namespace
}  // namespace dondoc::test
