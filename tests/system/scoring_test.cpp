// SPDX-License-Identifier: Apache-2.0
// A self-scoring and a form as an office makes them: the criteria are given, done with evidence, scored; the
// form is filled in, and checked once somebody has gone over it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/office.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Scoring : public Office {
  protected:
    Scoring() : Office({}, "mode = \"simulated\"\nstart = \"2025-09-05T08:00\"\n") {}
    void SetUp() override {
        Office::SetUp();
        ask({"plan", "import", DONDOC_SOURCE_DIR "/config/samples/tu-cham-diem.txt", "--document",
             "77/KH-UBND", "--issued", "2025-09-05", "--level", "province"});
    }
    std::string scored(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{"--json",  "report",
                                           "scoring", DONDOC_SOURCE_DIR "/config/scoring/vi-du.toml",
                                           "--plan",  "77/KH-UBND"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return ask(arguments);
    }

    TemporaryFolder folder_;
};

TEST_F(Scoring, PointsComeWithTheWorkAndCountAsProvenWithTheirEvidence) {
    EXPECT_THAT(scored(), HasSubstr("\"points\": \"0\""));
    std::ofstream{folder_.path() / "kiem-tra.pdf"} << "x";
    ask({"assignment", "complete", "4", "--number", "12/KL-SNV", "--evidence", "kiem-tra.pdf"});  // 1.3
    ask({"assignment", "complete", "1", "--number", "15/BC-SNV", "--evidence",
         "ke-hoach.pdf"});  // half of 1.1
    const auto after = ask({"report", "scoring", DONDOC_SOURCE_DIR "/config/scoring/vi-du.toml", "--plan",
                            "77/KH-UBND", "--evidence", folder_.path().string()});
    EXPECT_THAT(after, AllOf(HasSubstr("đủ minh chứng: 1 điểm"), HasSubstr("không thấy tệp: ke-hoach.pdf"),
                             Not(HasSubstr("không thấy tệp: kiem-tra.pdf"))));
    EXPECT_THAT(scored(), HasSubstr("\"points\": \"1\""));
}

TEST_F(Scoring, TheWholeIsAWorkbookAndAWrongFolderIsSaid) {
    const auto book = (folder_.path() / "tu-cham.xlsx").string();
    ask({"report", "scoring", DONDOC_SOURCE_DIR "/config/scoring/vi-du.toml", "--plan", "77/KH-UBND",
         "--xlsx", book});
    EXPECT_GT(std::filesystem::file_size(book), 4000U);
    EXPECT_THAT(refused({"report", "scoring", "vi-du", "--plan", "77/KH-UBND", "--evidence", "/không-có"}),
                HasSubstr("không phải là một thư mục"));
    EXPECT_THAT(refused({"report", "scoring", "không-có", "--plan", "77/KH-UBND"}),
                HasSubstr("Không có bảng"));
}

TEST_F(Scoring, AFormIsFilledInCheckedAndFoundWrongWhereSomebodyMadeItSo) {
    const auto form = std::string{DONDOC_SOURCE_DIR "/config/reports/bieu-mau-1.toml"};
    EXPECT_THAT(ask({"report", "form", form}), HasSubstr("ghi --plan"));
    const auto made = ask({"report", "form", form, "--plan", "77/KH-UBND", "--csv", "-"});
    EXPECT_THAT(made, Not(HasSubstr("--plan")));
    EXPECT_THAT(made, HasSubstr("5.1"));
    const auto file = folder_.path() / "bieu-mau-1.csv";
    std::ofstream{file} << made;
    // Nothing was given by the Government, and nothing of the plan is done.
    EXPECT_THAT(ask({"report", "verify", file.string(), "--form", form}),
                HasSubstr("Không thấy chỗ nào sai"));
    auto wrong = made;
    const auto row = wrong.find("\n5.4;");
    ASSERT_NE(row, std::string::npos) << made;
    wrong.replace(wrong.find(";0;", row), 3, ";3;");
    std::ofstream{file} << wrong;
    EXPECT_THAT(refused({"report", "verify", file.string(), "--form", form}),
                HasSubstr("5.2 + 5.3 + 5.4 = 3"));
}

}  // namespace
}  // namespace dondoc::test
