// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "plan/formats/text_grid.h"
#include "plan/meaning/meaning.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::header;
using tests::line;
using tests::read;
using tests::wide_header;

std::vector<std::string> numbers(const PlanTableReading& reading) {
    std::vector<std::string> list;
    for (const auto& row : reading.rows) list.push_back(row.number());
    return list;
}
std::vector<std::string> sections(const PlanTableReading& reading) {
    std::vector<std::string> list;
    for (const auto& row : reading.rows) list.push_back(row.section());
    return list;
}
std::string duty(const char* number, const char* title) {
    return line({number, title, "xong", "Năm 2023", "Sở Nội vụ", "Sở Tài chính"});
}

TEST(PlanTable, CellsGoWhereTheHeaderSays) {
    const auto reading =
        read(wide_header + line({"1", "Tên", "Đích", "Cách", "Sở Nội vụ", "Sở Y tế", "Quý I/2023"}));
    ASSERT_EQ(reading.rows.size(), 1u);
    const auto& row = reading.rows[0];
    EXPECT_EQ(row.number(), "1");
    EXPECT_EQ(row.title(), "Tên");
    EXPECT_EQ(row.requirement(), "Đích");
    EXPECT_EQ(row.solution(), "Cách");
    EXPECT_EQ(row.lead_text(), "Sở Nội vụ");
    EXPECT_EQ(row.cooperating_text(), "Sở Y tế");
    EXPECT_EQ(row.deadline_text(), "Quý I/2023");
    EXPECT_EQ(row.source().table(), 1u);
    EXPECT_EQ(row.source().line(), 2u);
    EXPECT_FALSE(row.has_deadline());
    EXPECT_THAT(reading.problems, IsEmpty());
}

TEST(PlanTable, HeadingsMakeTheSectionAndEndWhereTheNextOfTheirKindBegins) {
    const auto reading = read(header + line({"I", "MỘT", "", "", "", ""}) + duty("1.1", "a") +
                              line({"1.2", "Hai", "", "", "", ""}) + duty("1.2.1", "b") + duty("1.3", "c") +
                              line({"II.", "BA", "", "", "", ""}) + duty("2.1", "d"));
    EXPECT_THAT(sections(reading), ElementsAre("MỘT", "MỘT > Hai", "MỘT", "BA"));
    ASSERT_EQ(reading.headings.size(), 3u);
    EXPECT_EQ(reading.headings[1].number(), "1.2");
    EXPECT_EQ(reading.headings[1].title(), "Hai");
    EXPECT_EQ(reading.headings[2].source().line(), 7u);
}

TEST(PlanTable, AHeadingsNumberAndTitleMayBeInOneCellOrOnTwoRows) {
    const auto reading =
        read(header + line({"III", "", "", "", "", ""}) + line({"TÀI CHÍNH CÔNG", "", "", "", "", ""}) +
             duty("1", "a") + line({"VII I XÂY DỰNG", "", "", "", "", ""}) + duty("1", "b") +
             "VIII TÁC ĐỘNG\n" + duty("1", "c"));
    EXPECT_EQ(sections(reading)[0], "TÀI CHÍNH CÔNG");
    EXPECT_EQ(sections(reading)[2], "TÁC ĐỘNG");
    EXPECT_EQ(reading.headings[0].number(), "III");
    EXPECT_EQ(reading.headings.back().number(), "VIII");
}

TEST(PlanTable, TasksMayCountAnewUnderHeadingsThatCount) {
    const auto reading = read(header + line({"1", "Một", "", "", "", ""}) + duty("1", "a") + duty("2", "b") +
                              line({"2", "HAI", "", "", "", ""}) + duty("1", "c"));
    EXPECT_THAT(sections(reading), ElementsAre("Một", "Một", "HAI"));
}

TEST(PlanTable, ChaptersWithLettersHoldRomanOnes) {
    const auto reading =
        read(header + line({"A", "Phần một", "", "", "", ""}) + line({"I", "Mục một", "", "", "", ""}) +
             duty("1", "a") + line({"II", "Mục hai", "", "", "", ""}) + duty("1", "b") +
             line({"B", "Phần hai", "", "", "", ""}) + duty("1", "c"));
    EXPECT_THAT(sections(reading), ElementsAre("Phần một > Mục một", "Phần một > Mục hai", "Phần hai"));
}

TEST(PlanTable, ANumberedTitleWithNothingBelowItIsATaskAndNoHeading) {
    const auto reading =
        read(header + line({"I", "MỘT", "", "", "", ""}) + duty("1", "a") +
             line({"II", "HAI", "", "", "", ""}) + line({"1", "Công khai", "", "", "", ""}) +
             line({"III", "BA", "", "", "", ""}) + line({"1.1", "Khảo sát", "", "", "", ""}) +
             duty("1.2", "b") + line({"2", "Tổng kết", "", "", "", ""}));
    EXPECT_THAT(numbers(reading), ElementsAre("1", "1", "1.1", "1.2", "2"));
    EXPECT_THAT(sections(reading), ElementsAre("MỘT", "HAI", "BA", "BA", "BA"));
}

TEST(PlanTable, ARepeatedHeaderIsNoTask) {
    const auto reading = read(header + duty("1", "a") + "\n" + header + duty("2", "b"));
    EXPECT_THAT(numbers(reading), ElementsAre("1", "2"));
}

TEST(PlanTable, ARowThatSumsUpIsNoTaskAndIsNamed) {
    for (const auto* total : {"Tổng cộng", "Cộng", "CỘNG (I+II):", "Tổng số"}) {
        const auto reading = read(header + duty("1", "Rà soát") + line({"", total, "12", "", "", ""}) +
                                  duty("2", "Lập đề án"));
        EXPECT_THAT(numbers(reading), ElementsAre("1", "2")) << total;
        EXPECT_EQ(reading.problems.back(), (Message{"plan.totals", {"1", "3"}})) << total;
        EXPECT_THAT(numbers(read(header + duty("1", "Rà soát") + line({total, "", "12", "", "", ""}))),
                    ElementsAre("1"))
            << total;
    }
}

TEST(PlanTable, ATaskMayBeginWithTheWordsOfASum) {
    EXPECT_EQ(read(header + duty("1", "Tổng số hồ sơ") + duty("2", "Cộng")).rows.size(), 2u);
}

TEST(PlanTable, ARowSplitByAPageBreakIsOneTask) {
    const auto reading = read(
        header + line({"1", "Rà soát các", "Đạt", "Năm 2023", "Các Sở: Nội vụ; Văn", "Sở Thông tin"}) + "\n" +
        header + line({"", "quy định về phí", "", "", "hóa, Thể thao và Du lịch", "và Truyền thông"}) +
        duty("2", "b"));
    ASSERT_THAT(numbers(reading), ElementsAre("1", "2"));
    EXPECT_EQ(reading.rows[0].title(), "Rà soát các quy định về phí");
    EXPECT_EQ(reading.rows[0].lead_text(), "Các Sở: Nội vụ; Văn hóa, Thể thao và Du lịch");
    EXPECT_EQ(reading.rows[0].cooperating_text(), "Sở Thông tin và Truyền thông");
}

TEST(PlanTable, ASecondDutyUnderOneNumberIsARowWithALetter) {
    const auto reading =
        read(wide_header + line({"1", "Tên", "Đích", "Một", "Sở Nội vụ", "Sở Y tế", "Quý I/2023"}) +
             line({"", "", "", "Hai", "Sở Tài chính", "", "Quý II/2023"}) +
             line({"2", "Khác", "Đích", "Ba", "Sở Nội vụ", "Sở Y tế", "Quý I/2023"}));
    ASSERT_THAT(numbers(reading), ElementsAre("1a", "1b", "2"));
    EXPECT_EQ(reading.rows[1].title(), "Tên");
    EXPECT_EQ(reading.rows[1].requirement(), "Đích");
    EXPECT_EQ(reading.rows[1].solution(), "Hai");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "Sở Y tế");
}

TEST(PlanTable, ATitlePrintedAgainOnTheNextPageIsTheSameTask) {
    const auto reading =
        read(wide_header +
             line({"3", "Thực hiện chỉ tiêu do HDND tỉnh giao", "Đích", "Một", "Sở Nội vụ", "", "Năm 2023"}) +
             "\n" + wide_header +
             line({"3", "Thực hiện chỉ tiêu do HĐND tỉnh giao", "Đích", "Hai", "Sở Y tế", "", "Năm 2023"}));
    EXPECT_THAT(numbers(reading), ElementsAre("3a", "3b"));
}

TEST(PlanTable, ParagraphsOfOneCellAreSharedOutToTheDutiesThatLackOne) {
    const auto reading =
        read(wide_header + line({"1", "Tên", "Đích", "<p>Một</p><p>Hai</p>", "Sở Nội vụ", "", "Năm 2023"}) +
             line({"", "", "", "", "Sở Y tế", "Sở Nội vụ", ""}));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].solution(), "Một");
    EXPECT_EQ(reading.rows[1].solution(), "Hai");
    EXPECT_EQ(reading.problems.at(0).key, "plan.paired_paragraphs");
}

TEST(PlanTable, MirroredAgencyCellsAreTwoDuties) {
    const auto reading =
        read(wide_header + line({"1", "Tên", "Đích", "Làm một. Làm hai", "Sở Nội vụ Các sở, ban, ngành",
                                 "Các sở, ban, ngành Sở Nội vụ", "Năm 2023"}));
    ASSERT_THAT(numbers(reading), ElementsAre("1a", "1b"));
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].lead_text(), "Các sở, ban, ngành");
    EXPECT_EQ(reading.rows[0].solution(), "Làm một.");
    EXPECT_EQ(reading.rows[1].solution(), "Làm hai");
}

TEST(PlanTable, EmptyCellsTakeTheRowAboveColumnByColumnWithinTheSection) {
    const auto reading =
        read(wide_header + line({"I", "MỘT", "", "", "", "", ""}) +
             line({"1", "a", "Đích", "Cách", "Sở Nội vụ", "Sở Y tế", "Quý I/2023"}) +
             line({"2", "b", "Đích 2", "", "", "", "Quý II/2023"}) +
             line({"3", "c", "Đích 3", "Cách 3", "", "", ""}) + line({"II", "HAI", "", "", "", "", ""}) +
             line({"1", "d", "Đích 4", "Cách 4", "", "Sở Y tế", ""}));
    ASSERT_EQ(reading.rows.size(), 4u);
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].solution(), "Cách");
    EXPECT_EQ(reading.rows[2].deadline_text(), "Quý II/2023");
    EXPECT_EQ(reading.rows[3].lead_text(), "");  // nothing is taken across a heading
    EXPECT_EQ(reading.rows[3].deadline_text(), "");
    EXPECT_EQ(reading.problems.at(0).key, "plan.merged_cells");
}

TEST(PlanTable, DittoMarksTakeTheRowAbove) {
    const auto reading = read(header + duty("1", "a") + line({"2", "b", "xong", "-nt-", "Như trên", "//"}));
    EXPECT_EQ(reading.rows[1].deadline_text(), "Năm 2023");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "Sở Tài chính");
}

TEST(PlanTable, AHeadingMayHavePointsOfItsOwn) {
    const auto reading = read(
        "TT\tTiêu chí\tĐiểm\tCơ quan chủ trì\tThời hạn\n1\tNhóm\t5\t\t\n"
        "1.1\tViệc\t2\tSở Nội vụ\tNăm 2023\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].section(), "Nhóm");
}

TEST(PlanTable, ATaskWithLeadAndTermThatNamesNobodyToCooperateHasNobody) {
    const auto reading = read(header + duty("1", "a") + line({"2", "b", "xong", "Năm 2023", "Sở Y tế", ""}));
    EXPECT_EQ(reading.rows[1].cooperating_text(), "");
}

TEST(PlanTable, AgenciesInTheColumnOfTermsGoBackToTheirsAndLeaveTheTermUnknown) {
    const auto reading = read(
        wide_header + line({"1", "a", "Đích", "Cách", "Các sở, ban, ngành", "Sở Tài chính", "Năm 2023"}) +
        line({"2", "b", "Đích", "Cách", "", "", "Các sở, ban, ngành, UBND cấp huyện"}) +
        line({"3", "c", "Đích", "Cách", "Sở Y tế", "Sở Nội vụ", ""}));
    EXPECT_EQ(reading.rows[1].lead_text(), "Các sở, ban, ngành, UBND cấp huyện");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "Sở Tài chính");
    EXPECT_EQ(reading.rows[1].deadline_text(), "");
    EXPECT_EQ(reading.rows[2].deadline_text(), "");
    EXPECT_EQ(reading.problems.at(0).key, "plan.displaced_lead");
}

TEST(PlanTable, ANewAppendixCountsAsItsOwnTable) {
    const auto reading =
        read(header + line({"I", "MỘT", "", "", "", ""}) + duty("1", "a") + "\nPhụ lục 2\n\n" + wide_header +
             line({"1", "b", "Đích", "Cách", "Sở Nội vụ", "", "Năm 2023"}));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].source().table(), 2u);
    EXPECT_EQ(reading.rows[1].section(), "");
}

TEST(PlanTable, NumbersMayStandInTheColumnOfTitles) {
    const auto reading =
        read("Nội dung\tThời hạn\tCơ quan chủ trì\nI. CHUNG\t\t\n1. Việc một\tNăm 2023\tSở Nội vụ\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].number(), "1.");
    EXPECT_EQ(reading.rows[0].title(), "Việc một");
    EXPECT_EQ(reading.rows[0].section(), "CHUNG");
}

TEST(PlanTable, BulletsAreTasksOfTheirOwn) {
    const auto reading = read(header + line({"1", "Nhóm việc", "", "", "", ""}) +
                              line({"", "- Việc a", "", "Năm 2023", "Sở Nội vụ", ""}) +
                              line({"", "- Việc b", "", "", "", ""}) + duty("2", "c"));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].title(), "- Việc b");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].section(), "Nhóm việc");
}

TEST(PlanTable, AFileThatIsNoPlanSaysSo) {
    for (const auto& [text, key] : std::vector<std::pair<std::string, const char*>>{
             {"", "plan.no_header"},
             {"chỉ có chữ\n", "plan.no_header"},
             {"a\tb\nc\td\n", "plan.no_header"},
             {header, "plan.no_tasks"},
             {header + line({"I", "MỘT", "", "", "", ""}), "plan.no_tasks"}}) {
        try {
            read(text);
            ADD_FAILURE() << text;
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, key) << text;
        }
    }
}

// "ết TTHC" stands in the column of aims, where no merged cell was seen.
TEST(PlanTable, AHeadingOfAScanThatAFalseLineCutsIsOne) {
    const auto text = header + line({"3", "CẢI CÁCH THỦ TỤC", "", "", "", ""}) +
                      line({"3.2", "Kết quả giải qu", "ết TTHC", "", "", ""}) +
                      duty("3.2.1", "Hồ sơ đúng hạn") + line({"3.3", "Công khai", "đủ thủ tục", "", "", ""}) +
                      duty("3.4", "Trả lời");
    auto grid = read_text_grid(text);
    EXPECT_THAT(numbers(read_grid(grid)), ElementsAre("3.2", "3.2.1", "3.3", "3.4"));
    for (auto& row : grid.tables.at(0).rows) row.doubts.push_back({"row.from_scan", {"9"}});
    const auto reading = read_grid(grid);
    EXPECT_THAT(numbers(reading), ElementsAre("3.2.1", "3.3", "3.4"));
    EXPECT_EQ(reading.rows[0].section(), "CẢI CÁCH THỦ TỤC > Kết quả giải quết TTHC");
}

}  // namespace
}  // namespace dondoc::plan
