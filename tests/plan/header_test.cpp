// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "columns.h"
#include "plan/meaning/meaning.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;

TEST(Header, IsKnownByItsWordsWhateverTheOrder) {
    for (const auto& [text, columns] : std::vector<std::pair<std::string, std::vector<Column>>>{
             {"STT\tNội dung\tThời gian\tChủ trì\tPhối hợp\n", {N, T, D, L, C}},
             {"TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\tSản phẩm\n",
              {N, T, L, C, D, R}},
             {"Số TT\tTên nhiệm vụ\tĐơn vị thực hiện\tTiến độ\tGhi chú\n", {N, T, L, D, O}},
             {"TT\tLĩnh vực/Tiêu chí/ Tiêu chí thành phần\tĐiểm tối đa\tMục tiêu năm 2023\tNhiệm vụ, giải "
              "pháp\tCơ quan chủ "
              "trì thực hiện\tCơ quan phối hợp thực hiện\tThời gian thực hiện\n",
              {N, T, O, R, S, L, C, D}},
             {"Nội dung công việc\tCơ quan chủ trì\tThời hạn hoàn thành\n", {T, L, D}},
             {"STT\tMục tiêu\tĐơn vị tính\tCơ quan chủ trì, phối hợp\tThời hạn\n", {N, T, O, L, D}},
             {"STT\tNhiệm vụ\tThời gian bắt đầu\tThời gian kết thúc\tCơ quan thực hiện\n", {N, T, O, D, L}},
         }) {
        const auto found = header_of(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->columns, columns) << text;
    }
}

TEST(Header, MayHaveASecondLineAndColumnNumbers) {
    const auto found = header_of(
        "STT\tNội dung\tThời hạn\tPhân công nhiệm vụ\t\n\t\t\tCơ quan chủ trì\tCơ quan phối hợp\n"
        "(1)\t(2)\t(3)\t(4)\t(5)\n");
    ASSERT_TRUE(found);
    EXPECT_THAT(found->columns, ElementsAre(N, T, D, L, C));
    EXPECT_EQ(found->rows, 3u);
}

TEST(Header, IsNotARowThatUsesItsWords) {
    EXPECT_FALSE(header_of(
        "1.4\tThực hiện các nhiệm vụ được giao\tTheo tiến độ thời gian giao\tCác sở, ban, ngành\n"));
    EXPECT_FALSE(header_of("1\tNội dung kiểm tra\t100 % nhiệm vụ\tNăm 2023\tSở Nội vụ (chủ trì theo dõi)\n"));
    // the row above a repeated header is not its first line
    EXPECT_FALSE(
        header_of("1.3\tXử lý các vấn đề\t100 %\tNăm 2023\tSở Nội vụ\tSở Tài chính\n"
                  "STT\tNội dung\tKết quả\tThời hạn\tPhân công\t\n"));
}

TEST(Header, WhoseColumnOfNumbersAScanSpellsOtherwiseHasOneAllTheSame) {
    const auto found = header_of(
        "SII\tNội dung\tThời hạn\tCơ quan chủ trì\nI\tCẢI CÁCH HÀNH CHÍNH\t\t\n"
        "1.1\tRà soát thủ tục\tNăm 2023\tSở Nội vụ\n1.2\tSố hóa hồ sơ\tNăm 2023\tSở Nội vụ\n");
    ASSERT_TRUE(found);
    EXPECT_THAT(found->columns, ElementsAre(N, T, D, L));
    EXPECT_THAT(found->guessed, ElementsAre(0U));
}

TEST(Header, ThatIsRepeatedOnTheNextPageIsNoRowThoughScanningSpoiltIt) {
    const auto row = [](std::vector<const char*> texts, bool after_break = false) {
        GridRow made;
        made.after_break = after_break;
        for (const auto* text : texts) {
            made.cells.emplace_back();
            if (*text != '\0') made.cells.back().paragraphs = {text};
        }
        return made;
    };
    Grid grid;
    grid.tables.emplace_back();
    auto& table = grid.tables[0];
    table.number = 1;
    table.merges_stated = true;
    table.rows = {row({"STT", "Nội dung công việc", "Thời gian hoàn thành", "Cơ quan chủ trì"}),
                  row({"1", "Rà soát thủ tục", "Năm 2023", "Sở Nội vụ"}),
                  row({"S1T", "Noi dung cong viéc", "Thdi gian hoan", "Co quan chu tri"}, true),
                  row({"2", "Số hóa hồ sơ", "Năm 2023", "Sở Tài chính"}),
                  row({"3", "Nội dung công việc của cơ quan chủ trì", "Năm 2023", "Sở Y tế"}, true)};
    const auto reading = read_grid(grid);
    ASSERT_EQ(reading.rows.size(), 3U);
    EXPECT_EQ(reading.rows[1].number(), "2");
    EXPECT_EQ(reading.rows[2].lead_text(), "Sở Y tế");
}

TEST(Header, OfASecondTableInTheSameSheetIsItsOwnThoughItKnowsFewerColumns) {
    const auto reading = tests::read(
        "TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\n1\tMột\tSở Y tế\tSở Nội vụ\tQuý I/2026\n"
        "TT\tNhiệm vụ\tĐơn vị phối hợp\tĐơn vị chủ trì\tGhi chú\n2\tHai\tSở Tài chính\tSở Tư pháp\tx\n");
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Tư pháp");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "Sở Tài chính");
}

}  // namespace
}  // namespace dondoc::plan
