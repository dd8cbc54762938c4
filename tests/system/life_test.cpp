// SPDX-License-Identifier: Apache-2.0
// The whole life of an assignment with the programs themselves: an agency, the office and an operator, each
// with a key of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli.h"
#include "support/raw_province.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Life : public testing::Test {
  protected:
    void SetUp() override {
        daemon.start();
        ASSERT_EQ(cli({"agency", "import", DONDOC_SOURCE_DIR "/config/agencies/sample.toml"}).code, 0);
        const auto file = daemon.folder() / "plan.txt";
        std::ofstream{file}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
            << "1\tRà soát thủ tục\tBáo cáo\t31/12/2023\tSở Nội vụ\tSở Tư pháp\n"
            << "2\tSố hóa hồ sơ\tKho dữ liệu\tQuý III/2023\tSở Nội vụ\t\n";
        ASSERT_EQ(cli({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued", "2023-05-13",
                       "--level", "province"})
                      .code,
                  0);
        agency = cli.grant("agency", "SNV");
        office = cli.grant("office");
    }
    // `line`: the words after "dondoc assignment".
    std::string done(const std::filesystem::path& profile, std::vector<std::string> words) {
        words.insert(words.begin(), "assignment");
        const auto finished = cli.as(profile, words);
        EXPECT_EQ(finished.code, 0) << words[1] << ": " << finished.output;
        return finished.output;
    }
    std::string refused(const std::filesystem::path& profile, std::vector<std::string> words, int code = 1) {
        words.insert(words.begin(), "assignment");
        const auto finished = cli.as(profile, words);
        EXPECT_EQ(finished.code, code) << words[1] << ": " << finished.output;
        return finished.output;
    }
    std::filesystem::path operators() { return daemon.administrator(); }

    DaemonProcess daemon{"[office]\nagency = \"VPUBND\"\n"};
    Cli cli{daemon};
    std::filesystem::path agency, office;
};

TEST_F(Life, IsLivedByAgencyOfficeAndOperatorAndKept) {
    done(agency, {"receive", "1"});
    done(agency, {"progress", "1", "--percent", "60", "--next", "trình dự thảo", "--next-day", "01/06/2023"});
    EXPECT_THAT(done(agency, {"report", "1", "--number", "15/BC-SNV", "--issuer", "Sở Nội vụ", "--evidence",
                              "Phụ lục 2", "--note", "đã gửi"}),
                HasSubstr("đã báo cáo, chờ xác nhận"));
    EXPECT_THAT(cli.as(office, {"task", "list", "--waiting"}).output, HasSubstr("Rà soát thủ tục"));
    EXPECT_THAT(refused(agency, {"confirm", "1"}), HasSubstr("không có quyền"));
    EXPECT_THAT(refused(agency, {"progress", "1", "--percent", "70"}),
                HasSubstr("chỉ có thể: rút lại báo cáo, ghi ý kiến"));
    done(office, {"rework", "1", "--reason", "thiếu phụ lục 3"});
    EXPECT_THAT(done(agency, {"complete", "1", "--number", "16/BC-SNV"}), HasSubstr("Văn phòng xác nhận"));
    EXPECT_THAT(done(office, {"confirm", "1"}), HasSubstr("hoàn thành đúng hạn"));

    const auto shown = cli({"task", "show", "1"}).output;
    for (const auto* part :
         {"15/BC-SNV", "60%", "Yêu cầu làm lại", "office ", "Xác nhận kết quả", "mọi phần việc đều xong"})
        EXPECT_THAT(shown, HasSubstr(part));
    const auto everything = cli({"--json", "task", "show", "1"}).output;
    for (const auto* part : {"trình dự thảo", "Phụ lục 2", "thiếu phụ lục 3", "\"completed\": true"})
        EXPECT_THAT(everything, HasSubstr(part));
    const auto told = cli.as(office, {"log", "--agency", "VPUBND", "--kind", "changed"}).output;
    EXPECT_THAT(told, HasSubstr("Báo cáo kết quả"));
    const auto history = cli({"assignment", "history", "--agency", "SNV", "--action", "report"}).output;
    EXPECT_THAT(history, HasSubstr("16/BC-SNV"));
    EXPECT_THAT(history, Not(HasSubstr("Tiếp nhận")));
}

TEST_F(Life, AnExtensionIsAskedForAndDecided) {
    done(agency, {"extend", "request", "1", "--due", "31/01/2024", "--reason", "chờ trung ương"});
    EXPECT_THAT(cli({"task", "show", "1"}).output, HasSubstr("xin gia hạn đến 31/01/2024"));
    EXPECT_THAT(refused(agency, {"extend", "grant", "1", "--decision", "1/QĐ"}), HasSubstr("không có quyền"));
    done(office, {"extend", "grant", "1", "--decision", "512/UBND-TH"});
    const auto shown = cli({"task", "show", "1"}).output;
    EXPECT_THAT(shown, HasSubstr("đã gia hạn, hạn gốc 31/12/2023"));
    EXPECT_THAT(shown, HasSubstr("512/UBND-TH"));
    EXPECT_THAT(
        refused(operators(), {"extend", "1", "--due", "01/01/2024", "--decision", "2/QĐ", "--reason", "x"}),
        HasSubstr("không sau"));
    done(operators(), {"extend", "--task", "1", "--agency", "SNV", "--due", "29/02/2024", "--decision",
                       "2/QĐ", "--reason", "thêm việc"});
    EXPECT_THAT(refused(operators(), {"extend", "refuse", "1", "--reason", "không"}),
                HasSubstr("không có đề nghị"));
}

TEST_F(Life, WhatWasGivenToTheWrongAgencyIsReturnedAndTransferred) {
    refused(agency, {"return", "2"}, 2);
    done(agency, {"return", "2", "--reason", "thuộc Sở Tài chính"});
    EXPECT_THAT(cli.as(office, {"task", "list", "--waiting"}).output, HasSubstr("Số hóa hồ sơ"));
    EXPECT_THAT(refused(office, {"transfer", "2", "--to", "STC", "--reason", "x"}),
                HasSubstr("không có quyền"));
    EXPECT_THAT(done(operators(), {"transfer", "2", "--to", "STC", "--reason", "đúng chức năng"}),
                HasSubstr("phần việc 3 của STC"));
    const auto receiver = cli.grant("agency", "STC");
    EXPECT_THAT(cli.as(receiver, {"task", "show", "2"}).output, HasSubstr("30/09/2023"));
    done(receiver, {"receive", "3"});
    EXPECT_THAT(refused(agency, {"receive", "3"}), HasSubstr("Không có phần việc số 3"));
}

TEST_F(Life, WhatHasChangedMeanwhileIsNotOverwritten) {
    const auto shown = cli({"--json", "task", "show", "1"}).output;
    EXPECT_THAT(shown, HasSubstr("\"revision\": \"1\""));
    done(agency, {"start", "1", "--revision", "1"});
    const auto stale = refused(operators(), {"cancel", "1", "--reason", "thôi", "--revision", "1"});
    EXPECT_THAT(stale, HasSubstr("đã “bắt đầu”"));
    EXPECT_THAT(stale, HasSubstr("nay là lần sửa 2"));
    EXPECT_THAT(cli({"task", "show", "1"}).output, HasSubstr("đang thực hiện"));
    done(operators(), {"cancel", "1", "--reason", "thôi", "--revision", "2"});
}

TEST_F(Life, WhoCooperatesSeesAndComments) {
    const auto cooperating = cli.grant("agency", "STP");
    EXPECT_THAT(cli.as(cooperating, {"task", "show", "1"}).output, HasSubstr("Sở Nội vụ"));
    done(cooperating, {"comment", "1", "--text", "xin gửi dự thảo trước 20/12"});
    done(cooperating, {"comment", "--task", "1", "--agency", "SNV", "--text", "đã nhận"});
    EXPECT_THAT(refused(cooperating, {"start", "1"}), HasSubstr("không có quyền"));
    EXPECT_THAT(refused(cooperating, {"comment", "2", "--text", "x"}), HasSubstr("Không có phần việc số 2"));
    EXPECT_THAT(cli.as(agency, {"task", "show", "1"}).output, HasSubstr("xin gửi dự thảo trước 20/12"));
}

TEST_F(Life, AWrongCommandLineSaysWhatIsMissing) {
    EXPECT_THAT(refused(operators(), {"confirm"}, 2), HasSubstr("hãy nêu mã phần việc"));
    EXPECT_THAT(refused(operators(), {"confirm", "1", "--task", "1"}, 2), HasSubstr("không nêu cả hai"));
    EXPECT_THAT(refused(operators(), {"confirm", "--task", "1"}), HasSubstr("--agency"));
    EXPECT_THAT(refused(operators(), {"progress", "1", "--next", "x"}, 2), HasSubstr("--next-day"));
    EXPECT_THAT(refused(operators(), {"progress", "1", "--percent", "120"}, 2), HasSubstr("--percent"));
    EXPECT_THAT(refused(operators(), {"report", "1", "--date", "31/02/2023"}, 2), HasSubstr("--date"));
    EXPECT_THAT(refused(operators(), {"history", "--action", "bay"}), HasSubstr("bay"));
    EXPECT_THAT(refused(operators(), {"comment", "9", "--text", "x"}), HasSubstr("Không có phần việc số 9"));
}

TEST(LifeOnTheWire, ACommandThatIsRepeatedIsCarriedOutOnce) {
    DaemonProcess daemon;
    daemon.start();
    RawProvince province{daemon};
    province.import_agencies();
    province.import_plan();
    v1::Request comment;
    comment.set_id("the same");
    auto& change = *comment.mutable_assignment_change();
    change.set_assignment(1);
    change.set_action(v1::AssignmentChangeRequest::comment);
    change.set_note("một lần thôi");
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(province.administrator().ask(comment).assignment_change().assignment().revision(), 2U);
    v1::Request history;
    history.mutable_assignment_history()->set_assignment(1);
    EXPECT_EQ(province.administrator().ask(history).assignment_history().entries_size(), 1);
}

}  // namespace
}  // namespace dondoc::test
