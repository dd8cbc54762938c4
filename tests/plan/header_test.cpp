// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "columns.h"

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

}  // namespace
}  // namespace dondoc::plan
