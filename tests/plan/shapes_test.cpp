// SPDX-License-Identifier: Apache-2.0
// Plans as offices of other provinces lay them out: other words, other columns, other numbers.
#include <gmock/gmock.h>

#include "columns.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;
using tests::read;

TEST(Shapes, HeadersInTheWordsOfOtherOffices) {
    for (const auto& [text, columns] : std::vector<std::pair<std::string, std::vector<Column>>>{
             {"TT\tNội dung công việc\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tGhi "
              "chú\n",
              {N, T, R, L, C, D, O}},
             {"STT\tNhiệm vụ\tCơ quan thực hiện\tCơ quan, đơn vị phối hợp\tTiến độ\tKết quả đầu ra\n",
              {N, T, L, C, D, R}},
             {"TT\tTên nhiệm vụ\tLãnh đạo phụ trách\tCơ quan chủ trì\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tSố, ký hiệu văn bản\tNội dung nhiệm vụ\tĐơn vị thực hiện\tHoàn thành\n", {N, O, T, L, D}},
             {"Thời hạn\tĐơn vị chủ trì\tNội dung\n", {D, L, T}},
             {"TT\tNội dung\tDự kiến thời gian hoàn thành\tCơ quan trình\tCơ quan chủ trì\n",
              {N, T, D, O, L}},
             {"TT\tHoạt động\tDự kiến sản phẩm\tTrách nhiệm thực hiện\tMốc thời gian\tKinh phí\n",
              {N, T, R, L, D, O}},
         }) {
        const auto found = header_of(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->columns, columns) << text;
    }
}

TEST(Shapes, WhoLeadsIsAnAgencyRatherThanAPerson) {
    for (const auto& [text, columns] : std::vector<std::pair<std::string, std::vector<Column>>>{
             {"TT\tNhiệm vụ\tSở/ngành chủ trì\tThời hạn\n", {N, T, L, D}},
             {"TT\tNhiệm vụ\tNgười phụ trách\tCơ quan, đơn vị thực hiện\tThời hạn\n", {N, T, O, L, D}},
         }) {
        const auto found = header_of(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->columns, columns) << text;
    }
}

TEST(Shapes, ATableThatCountsMoneyIsNoPlan) {
    EXPECT_FALSE(header_of("STT\tNội dung chi\tĐơn vị thực hiện\tSố tiền (triệu đồng)\tThời gian\n"));
    EXPECT_FALSE(header_of("STT\tNội dung\tĐơn giá\tThành tiền\tCơ quan thực hiện\n"));
}

TEST(Shapes, ATermOfTwoColumnsEndsWhereTheSecondSays) {
    const auto found =
        header_of("TT\tNội dung\tThời gian\t\tCơ quan\t\n\t\tBắt đầu\tHoàn thành\tChủ trì\tPhối hợp\n");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows, 2u);
    EXPECT_THAT(found->columns, ElementsAre(N, T, O, D, L, C));
}

TEST(Shapes, AHeaderMayHaveThreeLinesAndItsColumnsNumbers) {
    const auto found = header_of(
        "TT\tNội dung\tPhân công\t\t\t\n\t\tCơ quan thực hiện\t\tThời gian\t\n\t\tChủ trì\tPhối hợp\tBắt "
        "đầu\tKết "
        "thúc\n1\t2\t3\t4\t5\t6\n");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows, 4u);
    EXPECT_THAT(found->columns, ElementsAre(N, T, L, C, O, D));
}

TEST(Shapes, YearsUnderTheTermSayInWhichTheTaskIsDue) {
    const auto reading = read(
        "TT\tNhiệm vụ\tThời gian thực hiện\t\t\tCơ quan chủ trì\n\t\t2023\t2024\tNăm 2025\t\n"
        "1\tRà soát quy định\tx\t\t\tSở Nội vụ\n"
        "2\tLập đề án\t\tQuý III\t\tSở Y tế\n"
        "3\tTổng kết\t\t\tTrước 30/6\tSở Y tế\n"
        "4\tTập huấn\tX\t\tx\tSở Y tế\n"
        "5\tSơ kết\t\t15/6/2024\t\tSở Y tế\n");
    std::vector<std::string> terms;
    for (const auto& row : reading.rows) terms.push_back(row.deadline_text());
    EXPECT_THAT(terms, ElementsAre("Năm 2023", "Quý III năm 2024", "Trước 30/6 năm 2025",
                                   "Năm 2023; Năm 2025", "15/6/2024"));
}

TEST(Shapes, QuartersUnderTheTermTakeTheYearAboveThem) {
    const auto reading = read(
        "TT\tNhiệm vụ\tThời gian thực hiện năm 2024\t\t\t\tCơ quan chủ trì\n"
        "\t\tQuý I\tQuý II\tQuý III\tQuý IV\t\n1\tRà soát\t\t\tx\t\tSở Nội vụ\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Quý III năm 2024");
}

TEST(Shapes, MarksUnderMonthsAreTermsAndAStretchIsMarked) {
    const auto reading = read(
        "TT\tCông việc\tTháng thực hiện (năm 2026)\t\t\t\tĐơn vị\n\t\tT3\tT4\tT5\tT6\t\n"
        "1\tKhảo sát\tx\t\t\t\tSở Y tế\n"
        "2\tLập đề án\t\tx\tx\tx\tSở Y tế\n"
        "3\tHọp hội đồng\tx\t\tx\t\tSở Y tế\n");
    std::vector<std::string> terms;
    std::vector<int> doubts;
    for (const auto& row : reading.rows) {
        terms.push_back(row.deadline_text());
        doubts.push_back(row.doubts_size());
    }
    EXPECT_THAT(terms, ElementsAre("Tháng 3 năm 2026", "từ Tháng 4 năm 2026 đến Tháng 6 năm 2026",
                                   "Tháng 3 năm 2026; Tháng 5 năm 2026"));
    EXPECT_THAT(doubts, ElementsAre(0, 1, 0));
    EXPECT_EQ(reading.rows[1].doubts(0).key(), "row.marked_months");
}

TEST(Shapes, MonthsMayBeBareFigures) {
    const auto reading =
        read("TT\tCông việc\tTháng\t\t\tĐơn vị\n\t\t10\t11\t12\t\n1\tKhảo sát\t\tx\t\tSở Y tế\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Tháng 11");
}

TEST(Shapes, TimesSideBySideNeedNoCellAboveThem) {
    const auto reading = read(
        "TT\tNội dung\tChủ trì\tQuý I\tQuý II\tQuý III\tQuý IV\n"
        "1\tTập huấn\tSở Nội vụ\t\tx\t\t\n2\tSơ kết\tSở Nội vụ\t\tX\t\tX\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Quý II");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Quý II; Quý IV");
    // Money of four quarters is none.
    const auto money = read("TT\tNội dung\tChủ trì\tQuý I\tQuý II\n1\tTập huấn\tSở Nội vụ\t120\t300\n");
    EXPECT_EQ(money.rows.at(0).deadline_text(), "");
}

TEST(Shapes, AColumnOfGroupsIsTheSectionOfItsTasks) {
    const auto reading = read(
        "Nhóm nhiệm vụ\tNhiệm vụ cụ thể\tCơ quan chủ trì\tThời gian\n"
        "1. Thể chế\tRà soát văn bản\tSở Tư pháp\tQuý III/2026\n"
        "\tHệ thống hóa\tSở Tư pháp\t31/12/2026\n"
        "2. Thủ tục\tCông bố danh mục\tSở Nội vụ\tQuý II/2026\n");
    std::vector<std::string> titles, sections;
    for (const auto& row : reading.rows) {
        titles.push_back(row.title());
        sections.push_back(row.section());
    }
    EXPECT_THAT(titles, ElementsAre("Rà soát văn bản", "Hệ thống hóa", "Công bố danh mục"));
    EXPECT_THAT(sections, ElementsAre("Thể chế", "Thể chế", "Thủ tục"));
}

TEST(Shapes, WithoutAColumnOfAgenciesTheHeadingLeadsAndTheRowIsMarked) {
    const auto reading = read(
        "TT\tNhiệm vụ\tThời hạn\nI\tSỞ NỘI VỤ\t\n1\tTinh giản biên chế\tQuý II/2026\n"
        "II\tUBND CÁC XÃ, PHƯỜNG\t\n1\tRà soát hộ nghèo\tTháng 10/2026\n"
        "III\tCÔNG TÁC KHÁC\t\n1\tTổng kết\tTháng 12/2026\n");
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[0].lead_text(), "SỞ NỘI VỤ");
    EXPECT_EQ(reading.rows[1].lead_text(), "UBND CÁC XÃ, PHƯỜNG");
    EXPECT_EQ(reading.rows[2].lead_text(), "");
    ASSERT_EQ(reading.rows[0].doubts_size(), 1);
    EXPECT_EQ(reading.rows[0].doubts(0).key(), "row.lead_from_heading");
}

TEST(Shapes, LeadsAndTermsOfTwoLevelsAreAsked) {
    const auto reading = read(
        "STT\tNhiệm vụ\tCơ quan thực hiện\t\tThời gian hoàn thành\t\n\t\tCấp tỉnh\tCấp xã\tCấp tỉnh\tCấp "
        "xã\n1\tLập quy hoạch\tSở Xây dựng\tUBND các xã\t30/6/2026\t30/9/2026\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "");
    EXPECT_EQ(reading.rows[0].lead_text(), "");
    EXPECT_EQ(reading.rows[0].doubts_size(), 2);
}

TEST(Shapes, ALineOfDashesBelowAHeaderIsNoTask) {
    const auto reading = plan::read_plan(
        "| TT | Nhiệm vụ | Chủ trì | Hoàn thành |\n|----|:---|---|--:|\n"
        "| 1 | Ban hành quy chế | Sở Tư pháp | Trước 15/4/2026 |\n"
        "| 2 | Tổ chức tập huấn | Sở Nội vụ | Quý II/2026 |\n");
    EXPECT_EQ(reading.rows.size(), 2u);
}

TEST(Shapes, YearsUnderATargetStayBesideIt) {
    const auto reading = read(
        "TT\tTiêu chí\tMục tiêu\t\tCơ quan chủ trì\tThời hạn\n\t\t2023\t2024\t\t\n"
        "1\tHồ sơ trực tuyến\t80%\t90%\tSở Nội vụ\tNăm 2024\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].requirement(), "Năm 2023: 80%; Năm 2024: 90%");
    EXPECT_EQ(reading.rows[0].deadline_text(), "Năm 2024");
}

TEST(Shapes, AFirstRowWithoutNumberIsNoLineOfTheHeader) {
    EXPECT_EQ(header_of("TT\tNội dung\tThời gian\tChủ trì\n\t\tQuý I/2024\tSở Y tế\n")->rows, 1u);
}

TEST(Shapes, ARowThatSpeaksOfTimeAndResultsIsNoHeader) {
    EXPECT_FALSE(header_of("4\tKết quả xử lý\tRút ngắn thời gian xử lý\tNăm 2024\tCác sở, ban, ngành\n"));
    EXPECT_FALSE(header_of("4\tHoàn thành kho lưu trữ\tKết quả tốt\tCác sở, ban, ngành\n"));
}

TEST(Shapes, ListsOfPeopleAreNoPlans) {
    EXPECT_FALSE(header_of("STT\tHọ và tên\tChức vụ\tĐơn vị\tĐiện thoại\n"));
    EXPECT_FALSE(header_of("TT\tNội dung chi\tĐơn vị tính\tSố lượng\tĐơn giá\tThành tiền\n"));
}

TEST(Shapes, ATableThatIsNoPlanIsSkippedAndSaidSo) {
    const auto reading = read(
        "TT\tNội dung\tThời gian\tChủ trì\n1\tRà soát\tQuý I/2024\tSở Y tế\n\nDANH SÁCH\n\n"
        "STT\tHọ và tên\tChức vụ\tĐiện thoại\n1\tA\tTrưởng phòng\t1\n2\tB\tChuyên viên\t2\n");
    EXPECT_EQ(reading.rows.size(), 1u);
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].key, "plan.skipped_table");
    EXPECT_THAT(reading.problems[0].args, ElementsAre("2", "3", "STT | Họ và tên | Chức vụ | Điện thoại"));
}

TEST(Shapes, EachAppendixHasItsOwnColumns) {
    const auto reading = read(
        "TT\tNội dung\tThời hạn\tĐơn vị chủ trì\n1\tMột\tQuý I/2024\tSở Y tế\n\nPhụ lục 2\n\n"
        "Đơn vị chủ trì\tTiến độ\tNhiệm vụ\tSản phẩm\nSở Nội vụ\tTháng 6/2024\tHai\tBáo cáo\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Y tế");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].title(), "Hai");
    EXPECT_EQ(reading.rows[1].requirement(), "Báo cáo");
}

TEST(Shapes, ATableBelowAnotherInOneSheetHasItsOwnColumnsToo) {
    const auto reading = read(
        "TT\tNội dung\tThời hạn\tĐơn vị chủ trì\n1\tMột\tQuý I/2024\tSở Y tế\n"
        "TT\tĐơn vị chủ trì\tNội dung\tThời hạn\n1\tSở Nội vụ\tHai\tTháng 6/2024\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Tháng 6/2024");
}

TEST(Shapes, SubRowsWithLettersAreTasksBelowTheirHeading) {
    const auto reading = read(
        "TT\tNội dung\tThời hạn\tĐơn vị chủ trì\n2\tXây dựng văn bản\t\t\n"
        "a)\tSoạn thảo\tQuý I/2024\tSở Y tế\nb)\tThẩm định\tQuý II/2024\tSở Tư pháp\n"
        "3\tTuyên truyền\tNăm 2024\tSở Nội vụ\n");
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[0].section(), "Xây dựng văn bản");
    EXPECT_EQ(reading.rows[1].title(), "Thẩm định");
    EXPECT_EQ(reading.rows[1].section(), "Xây dựng văn bản");
    EXPECT_EQ(reading.rows[2].section(), "");
}

TEST(Shapes, ABlankLeadIsTakenFromTheRowAboveAndSaidSo) {
    const auto reading = read(
        "TT\tNội dung\tThời hạn\tĐơn vị chủ trì\n1\tMột\tQuý I/2024\tSở Y tế\n"
        "2\tHai\tQuý II/2024\t\n");
    EXPECT_EQ(reading.rows.at(1).lead_text(), "Sở Y tế");
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].key, "plan.merged_cells");
}

}  // namespace
}  // namespace dondoc::plan
