// SPDX-License-Identifier: Apache-2.0
// Documents of the axis, from the spool folder to tasks and back to their status, by the programs as they
// are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "edxml/messages.h"
#include "support/office.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string directive = "H56.01,2023/05/10,12/CT-UBND";

class ProposalCommand : public Office {
  protected:
    static Letter directive_letter() {
        Letter letter;
        letter.id = directive;
        letter.day = "2023/05/10";
        letter.due = "<edXML:DueDate>2023/08/30</edXML:DueDate>";
        return letter;
    }
    static Letter letter_of(const std::string& number, const std::string& notation) {
        auto letter = directive_letter();
        letter.number = number;
        letter.notation = notation;
        letter.day = "2023/05/12";
        letter.id = "H56.01,2023/05/12," + number + "/" + notation;
        return letter;
    }
    // Through the spool folder.
    void arrive(const Letter& letter) {
        std::filesystem::create_directories(spool());
        std::ofstream{spool() / ("m" + std::to_string(++messages_) + ".edxml")} << message(letter);
        const auto taken = run({DONDOC_EDXML_PROGRAM, "--spool", spool().string(), "--proposals",
                                proposals().string(), "--once"},
                               daemon.folder().path(), Cli::environment());
        ASSERT_EQ(taken.code, 0) << taken.output;
    }
    Finished proposal(std::vector<std::string> words) {
        words.insert(words.begin(), "proposal");
        words.insert(words.end(), {"--proposals", proposals().string()});
        return cli(words);
    }
    Finished accept(const std::string& id, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"accept", id, "--yes"});
        return proposal(more);
    }
    std::string tasks(const std::string& agency) { return cli({"task", "list", "--agency", agency}).output; }
    std::filesystem::path spool() const { return daemon.folder() / "spool"; }
    std::filesystem::path proposals() const { return daemon.folder() / "proposals"; }

  private:
    int messages_ = 0;
};

TEST_F(ProposalCommand, ADocumentIsATaskOnlyWhenItIsAcceptedAndThenOnce) {
    arrive(directive_letter());
    EXPECT_THAT(proposal({"list"}).output, AllOf(HasSubstr("12/CT-UBND"), HasSubstr("30/08/2023")));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"0\""));

    const auto done = accept(directive, {"--lead", "SNV"});
    ASSERT_EQ(done.code, 0) << done.output;
    EXPECT_THAT(done.output, HasSubstr("đã nhận"));
    EXPECT_THAT(tasks("SNV"), AllOf(HasSubstr("V/v rà soát nhà công vụ"), HasSubstr("30/08/2023")));
    EXPECT_THAT(cli({"--json", "log", "--agency", "SNV"}).output, HasSubstr("\"kind\": \"assigned\""));

    const auto again = accept(directive, {"--lead", "STC"});
    EXPECT_EQ(again.code, 1);
    EXPECT_THAT(again.output, HasSubstr("đã được quyết định"));
    arrive(directive_letter());
    EXPECT_THAT(proposal({"list"}).output, HasSubstr("Không có đề xuất nào đang chờ"));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"1\""));
}

TEST_F(ProposalCommand, WhatCannotBeGivenChangesNothingAndGoesOnWaiting) {
    arrive(directive_letter());
    const auto nobody = accept(directive);
    EXPECT_EQ(nobody.code, 1);
    EXPECT_THAT(nobody.output, HasSubstr("--lead"));
    const std::vector<std::vector<std::string>> unclear{{"--lead", "Sở không có ở đâu"},
                                                        {"--lead", "Sở Nội vụ; Sở không có ở đâu"},
                                                        {"--lead", "SNV", "--due", "lúc nào cũng được"}};
    for (const auto& words : unclear) {
        const auto refused = accept(directive, words);
        EXPECT_EQ(refused.code, 1) << refused.output;
        EXPECT_THAT(refused.output, AllOf(HasSubstr("? "), HasSubstr("chưa giao gì")));
    }
    EXPECT_EQ(proposal({"accept", directive, "--lead", "SNV"}).code, 1) << "nobody is there to be asked";
    EXPECT_EQ(accept("H99,2023/01/01,1/CT", {"--lead", "SNV"}).code, 1);
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"0\""));
    EXPECT_THAT(proposal({"list"}).output, HasSubstr("12/CT-UBND"));
}

TEST_F(ProposalCommand, ATermThatIsMissingStaysMissingUnlessItIsSaid) {
    auto letter = directive_letter();
    letter.due = "<edXML:DueDate>1970/01/01</edXML:DueDate>";
    arrive(letter);
    ASSERT_EQ(accept(directive, {"--lead", "SNV"}).code, 0);
    EXPECT_THAT(cli({"--json", "task", "list", "--agency", "SNV"}).output,
                AllOf(HasSubstr("rà soát"), Not(HasSubstr("1970")), Not(HasSubstr("\"due\": \"20"))));
    auto other = letter_of("13", "CT-UBND");
    other.due = "";
    arrive(other);
    ASSERT_EQ(accept(other.id, {"--lead", "STC", "--due", "trước ngày 30/9/2023"}).code, 0);
    EXPECT_THAT(tasks("STC"), HasSubstr("29/09/2023"));
}

TEST_F(ProposalCommand, AReplacementAmendsAndARecallTakesBack) {
    arrive(directive_letter());
    ASSERT_EQ(accept(directive, {"--lead", "SNV"}).code, 0);
    auto replacement = letter_of("14", "CT-UBND");
    replacement.subject = "V/v rà soát nhà công vụ (thay thế)";
    replacement.due = "<edXML:DueDate>2023/09/20</edXML:DueDate>";
    replacement.business = doc_type(3, directive);
    arrive(replacement);
    EXPECT_THAT(tasks("SNV"), Not(HasSubstr("thay thế"))) << "a proposal is no import";
    const auto amended = accept(replacement.id, {"--lead", "SNV"});
    ASSERT_EQ(amended.code, 0) << amended.output;
    EXPECT_THAT(tasks("SNV"), AllOf(HasSubstr("(thay thế)"), HasSubstr("20/09/2023")));
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"1\""));

    auto recall = letter_of("15", "CV-UBND");
    recall.business = doc_type(1, replacement.id);
    arrive(recall);
    const auto taken_back = accept(recall.id);
    ASSERT_EQ(taken_back.code, 0) << taken_back.output;
    EXPECT_THAT(taken_back.output, HasSubstr("mới giao → thu hồi"));
    EXPECT_THAT(taken_back.output, Not(HasSubstr("Ưu tiên"))) << "it is taken back as it stands";
    EXPECT_THAT(cli({"--json", "status"}).output, HasSubstr("\"total\": \"0\""));
}

TEST_F(ProposalCommand, AnAnswerReportsTheTaskOfTheDirectiveThatItNames) {
    arrive(directive_letter());
    ASSERT_EQ(accept(directive, {"--lead", "Sở Nội vụ; Sở Tài chính"}).code, 0);
    auto answer = letter_of("88", "BC-SNV");
    answer.organ_name = "Sở Nội vụ";
    answer.subject = "Báo cáo kết quả rà soát";
    answer.more_header =
        "<edXML:ResponseFor><edXML:DocumentId>" + directive + "</edXML:DocumentId></edXML:ResponseFor>";
    arrive(answer);
    const auto whose = accept(answer.id);
    EXPECT_EQ(whose.code, 1);
    EXPECT_THAT(whose.output, AllOf(HasSubstr("SNV"), HasSubstr("STC"), HasSubstr("--agency")));
    const auto reported = accept(answer.id, {"--agency", "SNV"});
    ASSERT_EQ(reported.code, 0) << reported.output;
    EXPECT_THAT(reported.output, AllOf(HasSubstr("88/BC-SNV"), HasSubstr("12/05/2023")));
    EXPECT_THAT(cli({"--json", "task", "list", "--agency", "SNV"}).output,
                HasSubstr("\"state\": \"reported\""));
    EXPECT_THAT(cli({"--json", "task", "list", "--agency", "STC"}).output,
                HasSubstr("\"state\": \"assigned\""));
}

TEST_F(ProposalCommand, StatusFilesSayEachChangeOnce) {
    arrive(directive_letter());
    auto unwanted = letter_of("16", "CT-UBND");
    arrive(unwanted);
    const auto out = daemon.folder() / "out";
    const auto status = [&] {
        std::filesystem::remove_all(out);
        const auto done = proposal({"status", "--out", out.string(), "--organ", "H56.02"});
        EXPECT_EQ(done.code, 0) << done.output;
        std::string all;
        for (const auto& file : std::filesystem::directory_iterator{out}) all += read_file(file.path());
        return all;
    };
    EXPECT_THAT(status(), AllOf(HasSubstr(">01<"), HasSubstr(directive)));
    EXPECT_EQ(status(), "");
    ASSERT_EQ(accept(directive, {"--lead", "SNV"}).code, 0);
    ASSERT_EQ(proposal({"refuse", unwanted.id, "--reason", "không thuộc thẩm quyền"}).code, 0);
    EXPECT_THAT(status(), AllOf(HasSubstr(">03<"), HasSubstr(">02<")));
    ASSERT_EQ(cli({"assignment", "start", "1"}).code, 0);
    EXPECT_THAT(status(), HasSubstr(">05<"));
    ASSERT_EQ(cli({"assignment", "complete", "1", "--date", "13/05/2023"}).code, 0);
    EXPECT_THAT(status(), HasSubstr(">06<"));
    EXPECT_EQ(status(), "");
}

}  // namespace
}  // namespace dondoc::test
