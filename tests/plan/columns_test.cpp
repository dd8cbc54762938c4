// SPDX-License-Identifier: Apache-2.0
// Columns by the names that offices give them, and by what stands below those.
#include <gmock/gmock.h>

#include "columns.h"
#include "office_files.h"
#include "reading_keys.h"
#include "tables.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Columns, OfUnknownNamesAreUnderstoodByTheirCells) {
    const auto found = header_of(
        "STT\tNhiệm vụ\tAi làm\tDue date\tGhi chú\n1\tRà soát quy hoạch\tSở Xây dựng\t30/6/2026\t\n"
        "2\tTổ chức đối thoại\tUBND xã Phú Đình\tQuý III/2026\t\n");
    ASSERT_TRUE(found);
    EXPECT_THAT(found->columns, ElementsAre(N, T, L, D, O));
    EXPECT_THAT(found->guessed, testing::UnorderedElementsAre(2u, 3u));
    const auto without_number = header_of(
        "Cần xử lý\tHạn\tNgười nhận việc\nDự thảo thông báo kết luận phiên họp\t05/02/2026\tVăn phòng\n");
    ASSERT_TRUE(without_number);
    EXPECT_THAT(without_number->columns, ElementsAre(T, D, L));
}

TEST(Columns, OfOtherNamesAreKnown) {
    for (const auto& [text, columns] : std::vector<std::pair<std::string, std::vector<Column>>>{
             {"TT\tTên văn bản\tCơ quan soạn thảo\tCơ quan thẩm định\tNgày dự kiến trình\n", {N, T, L, O, D}},
             {"TT\tNội dung kiến nghị\tCơ quan giải quyết\tHạn\tHiện trạng\n", {N, T, L, D, O}},
             {"STT\tTên dự án\tChủ đầu tư\tThời gian xử lý xong\n", {N, T, L, D}},
             {"STT\tVướng mắc\tCơ quan tháo gỡ\tThời điểm\n", {N, T, L, D}},
             {"TT\tTên báo cáo\tCơ quan lập\tNơi nhận\tKỳ báo cáo\n", {N, T, L, O, D}},
             {"TT\tNội dung công việc\tSố ngày trước ngày khai mạc (21/5/2026)\tNgày chậm nhất phải hoàn "
              "thành\n",
              {N, T, O, D}},
             {"Nhiệm vụ\tChủ trì\tHạn\n", {T, L, D}},
             {"TT\tCông việc phải làm\tNgười/đơn vị phụ trách chính\tĐơn vị tham gia\tMốc hoàn thành\n",
              {N, T, L, C, D}},
             {"STT\tNhiệm vụ\tBắt đầu\tKết thúc\tCơ quan hỗ trợ\tChủ trì\n", {N, T, O, D, C, L}},
             {"Nội dung chỉ đạo\tNơi nhận nhiệm vụ\tThời gian phải xong\n", {T, L, D}},
             {"TT\tNhiệm vụ\tĐơn vị chủ trì\tTiến độ\tKết quả đến nay\n", {N, T, L, D, O}},
             {"Mã nhiệm vụ\tMô tả\tBộ phận phụ trách\tDeadline\n", {N, T, L, D}},
             {"STT\tCông việc\tAi chủ trì\tAi phối hợp\tBao giờ xong\n", {N, T, L, C, D}},
             {"STT\tHạng mục\tHạn\tPhân công\t\n\t\t\tChính\tHỗ trợ\n", {N, T, D, L, C}},
             {"STT\tNhiệm vụ\tCQCT\tCQPH\tTG hoàn thành\n", {N, T, L, C, D}},
             {"STT\tND công việc\tĐơn vị CT\tĐơn vị PH\tT.gian HT\n", {N, T, L, C, D}},
             {"STT\tNhiệm vụ\tCơ quan chủ trì\tTừ ngày\tĐến ngày\n", {N, T, L, O, D}},
             {"STT\tNhiệm vụ\tCơ quan chủ trì\tNgày đến\tNgày đến hạn\n", {N, T, L, O, D}},
             {"STT\tNhiệm vụ\tCơ quan giao\tCơ quan được giao\tKế hoạch hoàn thành\n", {N, T, O, L, D}},
             // Who looks on, signs or is asked carries nothing out.
             {"TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan giám sát\tThời hạn\n", {N, T, L, O, D}},
             {"TT\tNhiệm vụ\tĐơn vị theo dõi\tĐơn vị thực hiện\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tNhiệm vụ\tNgười ký\tNgười soạn\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tNhiệm vụ\tLãnh đạo phụ trách\tCơ quan chủ trì\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tNhiệm vụ\tNgười chỉ đạo\tNgười thực hiện\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tTên văn bản\tCấp trình\tCơ quan trình\tThời gian trình\n", {N, T, O, L, D}},
             {"TT\tTên văn bản\tCơ quan trình\tCơ quan tham mưu\tThời gian trình\n", {N, T, O, L, D}},
             {"TT\tTên văn bản\tThẩm quyền ban hành\tCơ quan chủ trì soạn thảo\tThời gian\n",
              {N, T, O, L, D}},
             {"TT\tTên văn bản\tCơ quan chủ trì soạn thảo\tCơ quan chủ trì thẩm tra\tThời gian\n",
              {N, T, L, O, D}},
             {"TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị tham gia ý kiến\tThời hạn\n", {N, T, L, O, D}},
             {"TT\tTên dự án\tCơ quan chủ quản\tChủ đầu tư công trình\tThời hạn\n", {N, T, O, L, D}},
             {"TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan hướng dẫn\tThời hạn\n", {N, T, L, O, D}},
             {"STT\tNhiệm vụ\tPhân công\t\tThời hạn\n\t\tThực hiện\tGiám sát\t\n", {N, T, L, O, D}},
             {"STT\tNhiệm vụ\tTrách nhiệm\t\tThời hạn\n\t\tChỉ đạo\tChủ trì\t\n", {N, T, O, L, D}},
             {"Thứ, ngày\tNội dung\tThành phần\tChủ trì\n", {D, T, O, L}},
             {"TT\tVăn bản giao việc\tNội dung\tĐơn vị được giao\tHạn xử lý\n", {N, O, T, L, D}},
             {"TT\tNội dung\tĐồng chí chỉ đạo\tĐồng chí thực hiện\tThời gian\n", {N, T, O, L, D}},
             // Parts of a school or a hospital, and persons.
             {"TT\tNội dung\tKhoa, phòng thực hiện\tThời gian\n", {N, T, L, D}},
             {"TT\tHoạt động\tGiáo viên phụ trách\tThời gian\n", {N, T, L, D}},
             {"TT\tNội dung\tTổ chuyên môn chịu trách nhiệm\tCán bộ phụ trách\tThời gian\n", {N, T, L, O, D}},
             // When it begins says nothing of when it ends.
             {"STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian bắt đầu\n", {N, T, L, O}},
             {"STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian bắt đầu - kết thúc\n", {N, T, L, D}},
         }) {
        const auto found = header_of(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->columns, columns) << text;
    }
}

TEST(Columns, ATermThatWasExtendedIsNotTheFirstOne) {
    const auto reading = read(
        "TT\tNhiệm vụ\tChủ trì\tThời hạn\tGia hạn lần 1\n"
        "1\tLập quy hoạch\tSở Xây dựng\t30/3/2026\t30/5/2026\n"
        "2\tĐo đạc\tSở Tài chính\t30/3/2026\t\n");
    ASSERT_EQ(reading.rows.size(), 2U);
    EXPECT_EQ(reading.rows[0].deadline_text(), "30/5/2026");
    ASSERT_EQ(reading.rows[0].doubts_size(), 1);
    EXPECT_EQ(reading.rows[0].doubts(0).key(), "row.one_of_columns");
    EXPECT_EQ(reading.rows[1].deadline_text(), "30/3/2026");
    EXPECT_EQ(reading.rows[1].doubts_size(), 0);
    const auto twice = read(
        "TT\tNhiệm vụ\tChủ trì\tThời hạn\tGia hạn lần 1\tGia hạn lần 2\n"
        "1\tLập quy hoạch\tSở Xây dựng\t30/3/2026\t30/5/2026\t30/7/2026\n");
    ASSERT_EQ(twice.rows.size(), 1U);
    EXPECT_EQ(twice.rows[0].deadline_text(), "");
    ASSERT_EQ(twice.rows[0].doubts_size(), 1);
    EXPECT_EQ(twice.rows[0].doubts(0).key(), "row.which_column");
}

TEST(Columns, ARowOfDaysAndAgenciesIsNoHeader) {
    EXPECT_FALSE(header_of("1\tXây dựng báo cáo tổng kết\tCác sở, ban, ngành\tNgày 15/12/2025\n"));
    EXPECT_FALSE(header_of("2\tLập đề án\tĐơn vị có liên quan\tChậm nhất 30/6/2026\n"));
}

TEST(Columns, OfNoKnownNameAreUnderstoodByTheirCellsAndNamed) {
    const auto reading = read(
        "STT\tĐiều cần làm ngay\tAi làm\tKhi nào\n1\tKhơi thông cống thoát nước ở chợ\tSở Xây "
        "dựng\t30/6/2026\n"
        "2\tCắm biển cảnh báo ở bến đò\tSở Xây dựng\tQuý III/2026\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].title(), "Khơi thông cống thoát nước ở chợ");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Xây dựng");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Quý III/2026");
    EXPECT_EQ(reading.problems.at(0),
              (Message{"plan.guessed_columns", {"“Điều cần làm ngay”, “Ai làm”, “Khi nào”"}}));
}

TEST(Columns, ThatSayWhatWasDoneAreKeptBesideAndNamed) {
    const auto reading = read(
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\tTiến độ\tKết quả\n"
        "1\tRà soát\tSở Y tế\t30/6/2026\tĐang thực hiện\tChưa có\n2\tTập huấn\tSở Y tế\t30/9/2026\t80%\t\n");
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "30/6/2026");
    EXPECT_EQ(reading.rows[0].requirement(), "");
    ASSERT_EQ(reading.rows[0].beside_size(), 2);
    EXPECT_EQ(reading.rows[0].beside(0).column(), "Tiến độ");
    EXPECT_EQ(reading.rows[0].beside(0).text(), "Đang thực hiện");
    EXPECT_THAT(reading.problems,
                ElementsAre(Message{"plan.progress_beside", {"1", "“Tiến độ”, “Kết quả”"}}));
}

TEST(Columns, SharesBesideWhatWasDoneAreStatus) {
    const auto found = header_of(
        "STT\tNhiệm vụ\tChủ trì\tThời hạn\tKết quả thực hiện\n1\tA\tSở Y tế\t30/6/2026\tĐã hoàn thành ngày "
        "01/5\n"
        "2\tB\tSở Y tế\t30/6/2026\t60%\n3\tC\tSở Y tế\t30/6/2026\t\n");
    ASSERT_TRUE(found);
    EXPECT_THAT(found->columns, ElementsAre(N, T, L, D, O));
}

TEST(Columns, AimsAreNoStatus) {
    const auto reading = read(
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\tKết quả\n1\tRà soát\tSở Y tế\t30/6/2026\tĐạt 100%\n"
        "2\tTập huấn\tSở Y tế\t30/9/2026\tHoàn thành đề án\n");
    EXPECT_EQ(reading.rows.at(0).requirement(), "Đạt 100%");
}

TEST(Columns, OfOneMeaningTheOneThatHoldsNowIsTakenAndTheRowAsks) {
    for (const auto& [before, now] :
         std::vector<std::pair<std::string, std::string>>{{"Thời hạn cũ", "Thời hạn mới"},
                                                          {"Thời hạn theo kế hoạch", "Thời hạn điều chỉnh"},
                                                          {"Thời hạn đã giao", "Thời hạn gia hạn"},
                                                          {"Thời hạn (dự thảo)", "Thời hạn"}})
        for (const bool now_first : {false, true}) {
            const auto first = now_first ? now : before;
            const auto second = now_first ? before : now;
            const auto days = now_first ? "15/12/2025\t15/9/2025" : "15/9/2025\t15/12/2025";
            const auto reading =
                read("STT\tNhiệm vụ\tCơ quan chủ trì\t" + first + "\t" + second + "\n1\tRà soát\tSở Y tế\t" +
                     days + "\n2\tTập huấn\tSở Y tế\t30/9/2026\t30/9/2026\n");
            EXPECT_EQ(reading.rows.at(0).deadline_text(), "15/12/2025") << first;
            EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.one_of_columns")) << first;
            EXPECT_EQ(reading.rows[1].deadline_text(), "30/9/2026");
            EXPECT_THAT(keys_of(reading.rows[1]), IsEmpty()) << first;
        }
}

TEST(Columns, OfOneMeaningBelowOneTitleAreKnown) {
    const auto reading = read(
        "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\t\n\t\t\tĐã giao\tGia hạn\n"
        "1\tRà soát\tSở Y tế\t15/9/2025\t15/12/2025\n2\tTập huấn\tSở Y tế\t30/9/2026\t\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "15/12/2025");
    EXPECT_EQ(reading.rows[1].deadline_text(), "30/9/2026");
    EXPECT_THAT(keys_of(reading.rows[1]), ElementsAre("row.one_of_columns"));
}

TEST(Columns, OfOneMeaningWhoseTitlesDoNotSayWhichHoldsGiveNone) {
    const auto reading = read(
        "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\tHạn hoàn thành\n1\tRà soát\tSở Y "
        "tế\t15/9/2025\t15/12/2025\n"
        "2\tTập huấn\tSở Y tế\t30/9/2026\t\n");
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.which_column"));
    EXPECT_EQ(reading.rows[1].deadline_text(), "30/9/2026");
}

TEST(Columns, OfTheLeadAreAskedLikewise) {
    const auto reading = read(
        "STT\tNhiệm vụ\tCơ quan chủ trì (cũ)\tCơ quan chủ trì (mới)\tThời hạn\n"
        "1\tRà soát\tSở Y tế\tSở Nội vụ\t15/9/2025\n");
    EXPECT_EQ(reading.rows.at(0).lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[0].cooperating_text(), "");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.one_of_columns"));
}

TEST(Columns, OfMonthsAndQuartersGiveTheirNumbersTheirWord) {
    const auto months = read(
        "STT\tNội dung\tĐơn vị thực hiện\tTháng\n1\tRà soát\tSở Y tế\t3\n2\tTập huấn\tSở Y tế\t4, "
        "5\n3\tTổng kết\tSở Y tế\tCuối năm\n");
    ASSERT_EQ(months.rows.size(), 3U);
    EXPECT_EQ(months.rows[0].deadline_text(), "Tháng 3");
    EXPECT_EQ(months.rows[1].deadline_text(), "Tháng 4, 5");
    EXPECT_EQ(months.rows[2].deadline_text(), "Cuối năm");
    const auto quarters = read("STT\tNội dung\tĐơn vị thực hiện\tQuý\n1\tRà soát\tSở Y tế\tII/2026\n");
    EXPECT_EQ(quarters.rows.at(0).deadline_text(), "Quý II/2026");
}

TEST(Columns, OfAgenciesWhoseTitlesSayNothingAreAsked) {
    const auto reading = read(
        "STT\tNhiệm vụ\tCấp tỉnh\tCấp xã\tThời hạn\n1\tRà soát\tSở Y tế\tUBND xã Kha "
        "Sơn\t15/9/2026\n");
    EXPECT_EQ(reading.rows.at(0).lead_text(), "");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.which_column"));
}

TEST(Columns, WhoMayLeadByAnotherWordIsAskedBesideWhoLeads) {
    for (const auto* other : {"Cơ quan tham mưu", "Đơn vị đầu mối", "Cơ quan soạn thảo",
                              "Cơ quan thường trực", "Đơn vị chịu trách nhiệm"}) {
        const auto reading = read(std::string("STT\tNhiệm vụ\tCơ quan chủ trì\t") + other +
                                  "\tCơ quan phối hợp\tThời hạn\n"
                                  "1\tLập đề án\tSở Y tế\tSở Nội vụ\tSở Tư pháp\t15/9/2026\n"
                                  "2\tTập huấn\tSở Y tế\tSở Y tế\tSở Tư pháp\t15/9/2026\n");
        ASSERT_EQ(reading.rows.size(), 2U) << other;
        EXPECT_EQ(reading.rows[0].lead_text(), "Sở Y tế") << other;
        EXPECT_EQ(reading.rows[0].cooperating_text(), "Sở Tư pháp") << other;
        EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.one_of_columns")) << other;
        EXPECT_THAT(keys_of(reading.rows[1]), IsEmpty()) << other;
    }
    const auto taking_part = read(
        "STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan thực hiện\tThời hạn\n"
        "1\tLập đề án\tSở Y tế\tSở Nội vụ\t15/9/2026\n");
    EXPECT_EQ(taking_part.rows.at(0).cooperating_text(), "Sở Nội vụ");
    EXPECT_THAT(keys_of(taking_part.rows[0]), IsEmpty());
}

TEST(Columns, ATermThatALineAboveSaysIsThatOfAllRows) {
    const std::string table =
        "STT\tNội dung trình\tCơ quan chủ trì\n1\tBáo cáo\tSở Y tế\n2\tĐề án\tSở Nội vụ\n";
    for (const auto& [line, term] : std::vector<std::pair<std::string, std::string>>{
             {"Thời hạn gửi hồ sơ: chậm nhất ngày 16/10/2026", "chậm nhất ngày 16/10/2026"},
             {"Các cơ quan hoàn thành trước ngày 30/9/2026.", "trước ngày 30/9/2026"},
             {"Thời hạn hoàn thành: Quý III/2026", "Quý III/2026"}}) {
        const auto reading = read(line + "\n\n" + table);
        ASSERT_EQ(reading.rows.size(), 2u) << line;
        for (const auto& row : reading.rows) EXPECT_EQ(row.deadline_text(), term);
        EXPECT_THAT(reading.problems, Contains(Message{"plan.term_above", {"1", term}}));
    }
    EXPECT_EQ(read("(Kèm theo Kế hoạch số 5/KH-UBND ngày 03/02/2026)\n\n" + table).rows.at(0).deadline_text(),
              "");
}

TEST(BlankCells, StayBlankWhereTheFormatSaysWhatIsMerged) {
    const auto head =
        sheet_row(1, {"STT", "Nhiệm vụ", "Kết quả", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"});
    const auto rows = head + sheet_row(2, {"1", "Một", "Báo cáo", "Sở Y tế", "Sở Nội vụ", "Quý I/2026"}) +
                      sheet_row(3, {"2", "Hai", "", "", "", ""}) +
                      sheet_row(4, {"3", "Ba", "", "Sở Tư pháp", "", ""});
    const auto blank = read_plan(xlsx({{rows, ""}}));
    EXPECT_EQ(blank.rows.at(1).deadline_text() + blank.rows[1].lead_text() + blank.rows[1].requirement(), "");
    const auto merged = read_plan(xlsx({{rows, "F2:F3 D2:D3"}}));
    EXPECT_EQ(merged.rows.at(1).deadline_text(), "Quý I/2026");
    EXPECT_EQ(merged.rows[1].lead_text(), "Sở Y tế");
    EXPECT_EQ(merged.rows[1].cooperating_text(), "");
    EXPECT_EQ(merged.rows[2].deadline_text(), "");
    EXPECT_THAT(keys_of(merged.rows[1]), IsEmpty());
    const auto csv = read_plan("STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn\n1;Một;Sở Y tế;Quý I/2026\n2;Hai;;\n");
    EXPECT_EQ(csv.rows.at(1).deadline_text() + csv.rows[1].lead_text(), "");
}

TEST(BlankCells, ThatAreFilledWhereNothingSaysSoAreMarkedOnTheRow) {
    const auto reading =
        read("STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tMột\tSở Y tế\tQuý I/2026\n2\tHai\t\t\n");
    EXPECT_EQ(reading.rows.at(1).deadline_text(), "Quý I/2026");
    ASSERT_EQ(reading.rows[1].doubts_size(), 1);
    EXPECT_EQ(reading.rows[1].doubts(0).key(), "row.taken_over");
    EXPECT_EQ(reading.rows[1].doubts(0).args(0), "“Cơ quan chủ trì”, “Thời hạn”");
    EXPECT_EQ(reading.rows[1].doubts(0).args(1), "2");
}

TEST(Groups, WithPointsOfTheirOwnAreHeadingsAndHeadersOfTwoLinesAreNoRows) {
    const std::string head =
        "TT\tTiêu chí\tĐiểm số\t\tGiải pháp\tCơ quan chủ trì\tThời hạn\n\t\tKết quả năm 2023\tPhấn đấu năm "
        "2024\t\t\t\n";
    const auto reading =
        read(head +
             "\tTỔNG\t60,1\t65\t\t\t\nI\tNHÓM MỘT\t\t\t\t\t\n1\tĐăng ký\t6\t7\t\t\t\n"
             "1.1\tThời gian cấp\t7\t8\tRút ngắn\tSở Y tế\tQuý II/2024\n\n" +
             head +
             "1.2\tHồ sơ qua mạng\t6\t7\tHướng dẫn\tSở Y tế\tQuý III/2024\n"
             "2\tĐất đai\t5\t6\t\t\t\n2.1\tCông khai\t5\t6\tĐăng tải\tSở Xây dựng\tQuý IV/2024\n");
    std::vector<std::string> sections;
    for (const auto& row : reading.rows) sections.push_back(row.section());
    EXPECT_THAT(sections, ElementsAre("NHÓM MỘT > Đăng ký", "NHÓM MỘT > Đăng ký", "NHÓM MỘT > Đất đai"));
}

TEST(Groups, ANumberedHeadingIsNotBelowOneWithoutANumber) {
    const auto row = [](const char* number, const char* title, bool task) {
        return line({number, title, task ? "xong" : "", task ? "Năm 2026" : "", task ? "Sở Y tế" : "", ""});
    };
    const auto reading =
        read(header + row("2", "DỊCH VỤ", false) + row("2.1", "Cấp tỉnh", false) + row("2.1.1", "a", true) +
             row("", "GIAO THÊM CHO NĂM 2026", false) + row("2.1.2", "b", true) +
             row("2.2", "Cấp xã", false) + row("2.2.1", "c", true));
    EXPECT_EQ(reading.rows.at(1).section(), "DỊCH VỤ > Cấp tỉnh > GIAO THÊM CHO NĂM 2026");
    EXPECT_EQ(reading.rows.at(2).section(), "DỊCH VỤ > Cấp xã");
}

TEST(Groups, BlocksOfAgenciesInOneRowAreTasksOfTheirOwn) {
    const auto reading = read(
        wide_header + line({"1", "Tên", "Đích", "<p>Một</p><p>Hai</p>", "<p>Sở Y tế</p><p>Sở Nội vụ</p>",
                            "<p>Sở Tài chính</p><p>Tỉnh đoàn</p>", "<p>Quý I/2026</p><p>Quý II/2026</p>"}));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].number() + " " + reading.rows[1].number(), "1a 1b");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Quý II/2026");
    EXPECT_EQ(reading.rows[1].requirement(), "Đích");
}

}  // namespace
}  // namespace dondoc::plan
