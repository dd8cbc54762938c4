// SPDX-License-Identifier: Apache-2.0
// A year of terms that are not one fixed day, with the programs themselves and a daemon that is killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class TermsOfAYear : public Office {
  protected:
    // The review of a standing duty is every quarter.
    TermsOfAYear() : Office("[[policy]]\nbefore = ['7d']\nafter = ['3d']\nreview = 'quarterly'\n") {}

    void SetUp() override {
        Office::SetUp();
        const auto file = daemon.folder() / "plan.txt";
        std::ofstream{file}
            << "STT\tNội dung công việc\tKết quả\tThời gian hoàn thành\tCơ quan chủ trì\tCơ quan phối hợp\n"
            << "1\tBáo cáo định kỳ\tBáo cáo\tTrước ngày 12 tháng cuối quý và ngày 12/12\tSở Nội vụ\t\n"
            << "2\tBan hành quy chế\tQuy chế\tTrong 15 ngày kể từ ngày có văn bản hướng dẫn\tSở Nội vụ\t\n"
            << "3\tRà soát\tBáo cáo\tTheo tiến độ thời gian Chính phủ giao\tSở Tài chính\t\n"
            << "4\tCập nhật dữ liệu\tDữ liệu\tThường xuyên\tSở Nội vụ\tSở Tài chính\n";
        ask({"plan", "import", file.string(), "--document", "12/KH-UBND", "--issued", "2023-05-13", "--level",
             "province"});
    }
    void advance_to(const std::string& instant) { ask({"clock", "advance", "--to", instant}); }
};

TEST_F(TermsOfAYear, OccurrencesOpenOneAfterTheOtherAlsoForADaemonThatWasKilled) {
    EXPECT_THAT(ask({"task", "explain", "1"}), HasSubstr("kỳ 11/09/2023 mở lúc 12/06/2023 07:30"));
    advance_to("2023-06-11T23:59");
    EXPECT_THAT(ask({"task", "show", "1"}), Not(HasSubstr("quá hạn")));
    daemon.kill();
    daemon.start();
    advance_to("2023-06-20");
    const auto shown = ask({"task", "show", "1"});
    EXPECT_THAT(shown, HasSubstr("quá hạn 9 ngày"));
    EXPECT_THAT(shown, HasSubstr("11/09/2023"));
    // The oldest that is open is the one that is meant.
    EXPECT_THAT(ask({"task", "complete", "1", "--agency", "SNV", "--date", "19/06/2023", "--note", "BC 1"}),
                HasSubstr("hoàn thành"));
    advance_to("2024-01-10");
    const auto listed = ask({"--json", "task", "list", "--agency", "SNV", "--text", "định kỳ"});
    for (const auto* day : {"2023-06-11", "2023-09-11", "2023-12-11", "2023-12-12"})
        EXPECT_THAT(listed, HasSubstr(std::string{"\"occurrence\": \""} + day + "\"")) << listed;
}

TEST_F(TermsOfAYear, ARevocationSaysWhetherTheSeriesEnds) {
    EXPECT_THAT(refused({"assignment", "cancel", "1", "--reason", "thử"}),
                testing::AllOf(HasSubstr("--only-this"), HasSubstr("--series"), HasSubstr("11/09/2023")));
    EXPECT_THAT(ask({"assignment", "cancel", "1", "--only-this", "--reason", "thử"}),
                HasSubstr("Kỳ sau (11/09/2023) vẫn mở"));
    advance_to("2023-06-20");
    const auto listed = ask({"--json", "task", "list", "--text", "định kỳ"});
    const auto at = listed.find("\"occurrence\": \"2023-09-11\"");
    ASSERT_NE(at, std::string::npos) << listed;
    const auto begin = listed.rfind("\"assignment\": \"", at) + 15;
    const auto id = listed.substr(begin, listed.find('"', begin) - begin);
    EXPECT_THAT(ask({"assignment", "cancel", id, "--series", "--reason", "thử"}),
                HasSubstr("Không mở kỳ nào nữa"));
    EXPECT_THAT(ask({"task", "explain", "1"}), Not(HasSubstr("mở lúc")));
}

TEST_F(TermsOfAYear, WhatWasToldAndChangedIsNamed) {
    ask({"task", "priority", "3", "urgent", "--reason", "CĐ 05"});
    ask({"assignment", "start", "--task", "3", "--agency", "STC"});
    EXPECT_THAT(ask({"task", "show", "3"}), testing::AllOf(HasSubstr("Đổi mức ưu tiên"), HasSubstr("CĐ 05")));
    const auto explained = ask({"task", "explain", "3"});
    EXPECT_THAT(explained.substr(explained.find("Đã báo")),
                testing::AllOf(HasSubstr("Đổi mức ưu tiên"), HasSubstr("Bắt đầu thực hiện")));
}

TEST_F(TermsOfAYear, AnEventGivesTheDayTellsTheAgencyAndCanBeUndone) {
    EXPECT_THAT(ask({"task", "list", "--text", "quy chế"}), HasSubstr("kể từ ngày có văn bản"));
    EXPECT_THAT(refused({"task", "event", "2", "--document", "15/HD-BNV"}), HasSubstr("--on"));
    EXPECT_THAT(refused({"task", "event", "4", "--on", "13/05/2023", "--document", "15/HD-BNV"}),
                HasSubstr("không tính theo sự kiện"));
    advance_to("2023-06-10T08:00");
    const auto done = ask({"task", "event", "2", "--on", "02/06/2023", "--document", "15/HD-BNV"});
    EXPECT_THAT(done, HasSubstr("hạn 19/06/2023"));
    const auto explained = ask({"task", "explain", "2"});
    EXPECT_THAT(explained, HasSubstr("15/HD-BNV"));
    EXPECT_THAT(explained, HasSubstr("02/06/2023"));
    EXPECT_THAT(ask({"task", "list", "--text", "quy chế"}), HasSubstr("19/06/2023"));
    EXPECT_THAT(ask({"--json", "log", "--agency", "SNV"}), HasSubstr("\"action\": \"event\""));
    ask({"task", "event", "2", "--undo", "--reason", "ghi nhầm"});
    EXPECT_THAT(ask({"task", "list", "--text", "quy chế"}), HasSubstr("kể từ ngày có văn bản"));
    EXPECT_THAT(ask({"task", "explain", "2"}), HasSubstr("ghi nhầm"));
}

TEST_F(TermsOfAYear, ATermIsSetLaterByTheReaderOfPlans) {
    const std::vector<std::string> by{"--document", "05/TB-UBND", "--reason", "Chính phủ đã giao"};
    const auto with = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), by.begin(), by.end());
        return arguments;
    };
    EXPECT_THAT(refused(with({"task", "term", "3", "--phrase", "lúc thuận tiện"})), HasSubstr("--due"));
    EXPECT_THAT(ask(with({"task", "term", "3", "--phrase", "Quý IV năm 2023"})), HasSubstr("31/12/2023"));
    ask(with({"task", "term", "3", "--due", "30/11/2023"}));
    EXPECT_THAT(ask({"task", "list", "--agency", "STC"}), HasSubstr("30/11/2023"));
    const auto shown = ask({"task", "show", "3"});
    const auto head = shown.substr(0, shown.find("Các phần việc"));
    EXPECT_THAT(head, HasSubstr("Theo tiến độ thời gian Chính phủ giao"));
    EXPECT_THAT(head, HasSubstr("Đã quyết định"));
    EXPECT_THAT(head, HasSubstr("30/11/2023"));
    const auto explained = ask({"task", "explain", "3"});
    EXPECT_THAT(explained, HasSubstr("“Quý IV năm 2023”"));
    EXPECT_THAT(explained, HasSubstr("05/TB-UBND"));
}

TEST_F(TermsOfAYear, AStandingDutyIsReviewedByItsAgencyAndByNoOther) {
    EXPECT_THAT(ask({"review", "list"}), HasSubstr("Không có việc thường xuyên nào"));
    advance_to("2023-08-20");
    EXPECT_THAT(ask({"review", "list"}), HasSubstr("13/08/2023"));
    const auto snv = cli.grant("agency", "SNV"), stc = cli.grant("agency", "STC");
    const auto json = ask({"--json", "review", "list"});
    const std::string id = json.substr(json.find("\"assignment\": \"") + 15, 1);
    EXPECT_THAT(cli.as(stc, {"assignment", "review", id, "--note", "x"}).output, HasSubstr("Không có"));
    const auto reviewed = cli.as(snv, {"assignment", "review", id, "--note", "vẫn làm đúng"});
    EXPECT_EQ(reviewed.code, 0) << reviewed.output;
    EXPECT_THAT(reviewed.output, HasSubstr("20/11/2023"));
    EXPECT_THAT(ask({"review", "list"}), HasSubstr("Không có việc thường xuyên nào"));
}

}  // namespace
}  // namespace dondoc::test
