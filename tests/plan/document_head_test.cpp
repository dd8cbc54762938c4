// SPDX-License-Identifier: Apache-2.0
// Number, day, issuer and title above the text of a document.
#include "plan/meaning/document_head.h"

#include <gtest/gtest.h>

#include "plan/meaning/head_words.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

const std::string table =
    "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tRà soát quy hoạch\tSở Xây dựng\t30/9/2025\n"
    "2\tLập danh mục\tSở Xây dựng\t31/10/2025\n";

TEST(DocumentHead, IsReadAboveTheTable) {
    const auto head = read_plan(
                          "ỦY BAN NHÂN DÂN TỈNH HÒA AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                          "\tĐộc lập - Tự do - Hạnh phúc\n"
                          "Số: 41 /KH-UBND\tHòa An, ngày 02 tháng 7 năm 2025\n\nKẾ HOẠCH\n\n"
                          "Sắp xếp trụ sở làm việc\nsau khi hợp nhất\n\nCăn cứ Quyết định số 9/QĐ-TTg ngày "
                          "01/6/2025;\n\n" +
                          table)
                          .head;
    EXPECT_EQ(head.number, "41/KH-UBND");
    EXPECT_EQ(head.issued, civil(2025, 7, 2));
    EXPECT_EQ(head.issuer, "UBND tỉnh Hòa An");
    EXPECT_EQ(head.title, "Kế hoạch Sắp xếp trụ sở làm việc sau khi hợp nhất");
}

TEST(DocumentHead, OfAnAppendixNamesItsDocument) {
    const auto head =
        read_plan(
            "PHỤ LỤC\n(Ban hành kèm theo Quyết định số 2107/QĐ-UBND ngày 15 tháng 8 năm 2025 của "
            "Ủy ban nhân dân tỉnh Hòa An)\n\n" +
            table)
            .head;
    EXPECT_EQ(head.number, "2107/QĐ-UBND");
    EXPECT_EQ(head.issued, civil(2025, 8, 15));
    EXPECT_EQ(head.issuer, "UBND tỉnh Hòa An");
}

TEST(DocumentHead, OfADraftHasNeitherNumberNorDay) {
    const auto head =
        read_plan("Số:      /KH-UBND\nHòa An, ngày     tháng 7 năm 2025\n\nKẾ HOẠCH\nSắp xếp trụ sở\n\n" +
                  table)
            .head;
    EXPECT_EQ(head.number, "");
    EXPECT_EQ(head.issued, std::nullopt);
    EXPECT_EQ(head.title, "Kế hoạch Sắp xếp trụ sở");
}

TEST(DocumentHead, IsNotWhatTheTextCites) {
    const auto head =
        read_plan("Căn cứ Nghị quyết số 33/NQ-CP ngày 31/3/2025 của Chính phủ;\n\n" + table).head;
    EXPECT_TRUE(head.is_empty()) << head.number << head.title;
}

TEST(DocumentHead, OfABareTableIsEmpty) {
    EXPECT_TRUE(read_plan(table).head.is_empty());
}

struct Written {
    const char* what;
    const char* text;
    const char* number;
};
class HeadNumber : public testing::TestWithParam<Written> {};
TEST_P(HeadNumber, IsReadBehindItsLabel) {
    EXPECT_EQ(number_at(GetParam().text), GetParam().number);
}
INSTANTIATE_TEST_SUITE_P(Spellings, HeadNumber,
                         testing::Values(Written{"plain", "08/KH-UBND", "08/KH-UBND"},
                                         Written{"blanks", "365 / KH - UBND Hòa An", "365/KH-UBND"},
                                         Written{"normative", "12/2025/QĐ-UBND", "12/2025/QĐ-UBND"},
                                         Written{"letter", "5230/UBND-NC", "5230/UBND-NC"},
                                         Written{"full_stop", "8/CT-UBND.", "8/CT-UBND"},
                                         Written{"day", "12/5/2025", ""}, Written{"blank", "   /KH-UBND", ""},
                                         Written{"words", "liệu báo cáo", ""}, Written{"nothing", "", ""}),
                         [](const auto& written) { return std::string{written.param.what}; });

TEST(HeadWords, ADayIsReadInEverySpelling) {
    for (const auto* text : {"Hòa An, ngày 02 tháng 7 năm 2025", "Ngày 2/7/2025", "ngày 02-07-2025"})
        EXPECT_EQ(written_day(text), civil(2025, 7, 2)) << text;
    for (const auto* text :
         {"ngày 31 tháng 02 năm 2025", "ngày tháng 7 năm 2025", "tháng 7 năm 2025", "ngày 2/7"})
        EXPECT_EQ(written_day(text), std::nullopt) << text;
}

TEST(HeadWords, AnIssuerInCapitalsIsWrittenAsInText) {
    EXPECT_EQ(issuer_name("UBND TỈNH HÒA AN"), "UBND tỉnh Hòa An");
    EXPECT_EQ(issuer_name("ỦY BAN NHÂN DÂN XÃ TÂN ĐỨC"), "UBND xã Tân Đức");
    EXPECT_EQ(issuer_name("SỞ NỘI VỤ"), "Sở Nội vụ");
    EXPECT_EQ(issuer_name("Ủy ban nhân dân tỉnh Hòa An"), "UBND tỉnh Hòa An");
}

}  // namespace
}  // namespace dondoc::plan
