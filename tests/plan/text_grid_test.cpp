// SPDX-License-Identifier: Apache-2.0
#include "plan/formats/text_grid.h"

#include <gmock/gmock.h>

#include "domain/message.h"
#include "plan/formats/html_text.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;

std::string key_of_text(const std::string& bytes) {
    try {
        read_text_grid(bytes);
        return "";
    } catch (const UserError& error) {
        return error.message().key;
    }
}

TEST(TextGrid, ProseBetweenRowsBeginsANewTableAndBlankLinesAndPageNumbersDoNot) {
    const auto grid = read_text_grid("tiêu đề\n\na\tb\nc\td\n\n- 2 -\n\ne\tf\n\nPhụ lục 2\n\ng\th\n");
    ASSERT_EQ(grid.tables.size(), 2u);
    EXPECT_EQ(grid.tables[0].rows.size(), 3u);
    EXPECT_EQ(grid.tables[0].rows[2].line, 8u);
    EXPECT_EQ(grid.tables[1].rows[0].line, 12u);
}

TEST(TextGrid, ALineThatLostItsTabsIsARowOfOneCell) {
    const auto grid = read_text_grid("a\tb\nIV. TÀI CHÍNH\nc\td\n");
    ASSERT_EQ(grid.tables.size(), 1u);
    ASSERT_EQ(grid.tables[0].rows.size(), 3u);
    EXPECT_EQ(grid.tables[0].rows[1].cells[0].text(), "IV. TÀI CHÍNH");
}

TEST(TextGrid, QuotedCellsHoldLineBreaksAndTabs) {
    const auto grid = read_text_grid("1\t\"một\nhai \"\"ba\"\"\"\t\"x\ty\"\r\n2\tz\t\"mở\n");
    ASSERT_EQ(grid.tables[0].rows.size(), 2u);
    EXPECT_THAT(grid.tables[0].rows[0].cells[1].paragraphs, ElementsAre("một", "hai \"ba\""));
    EXPECT_EQ(grid.tables[0].rows[0].cells[2].text(), "x y");
    EXPECT_EQ(grid.tables[0].rows[1].line, 3u);
    EXPECT_EQ(grid.tables[0].rows[1].cells[2].text(), "\"mở");
}

TEST(TextGrid, ReadsEveryKindOfLineEndAndAByteOrderMark) {
    const auto grid = read_text_grid(
        "\xEF\xBB\xBF"
        "a\tb\r\nc\td\re\tf");
    ASSERT_EQ(grid.tables[0].rows.size(), 3u);
    EXPECT_EQ(grid.tables[0].rows[0].cells[0].text(), "a");
    EXPECT_EQ(grid.tables[0].rows[2].line, 3u);
}

TEST(TextGrid, RefusesWhatIsNoTextAndSaysWhat) {
    EXPECT_EQ(key_of_text("PK\x03\x04rest"), "plan.office_file");
    EXPECT_EQ(key_of_text("\xD0\xCF\x11\xE0rest"), "plan.old_office_file");
    EXPECT_EQ(key_of_text("%PDF-1.7"), "plan.pdf_file");
    EXPECT_EQ(key_of_text("\xFF\xFE\xC6"), "plan.utf16");
    EXPECT_EQ(key_of_text("a\tb\n\xC3("), "plan.not_utf8");
    EXPECT_EQ(key_of_text(std::string("a\tb\0c", 5)), "plan.binary");
    EXPECT_EQ(key_of_text("a" + std::string(300, '\t')), "plan.too_wide");
    EXPECT_EQ(key_of_text(std::string(max_bytes + 1, 'a')), "plan.too_big");
}

TEST(HtmlText, TurnsListsAndParagraphsIntoParagraphs) {
    EXPECT_THAT(paragraphs_of("<ul style=\"x\"><li>một</li><li><b>hai</b></li></ul>"),
                ElementsAre("một", "hai"));
    EXPECT_THAT(paragraphs_of("<p>- một</p> <p>- hai</p>"), ElementsAre("một", "hai"));
    EXPECT_THAT(paragraphs_of("một<br/>hai &amp; ba &#7873;"), ElementsAre("một", "hai & ba ề"));
}

TEST(HtmlText, LeavesWhatIsNoTagAlone) {
    EXPECT_THAT(paragraphs_of("tỷ lệ < 5 % và > 3 %"), ElementsAre("tỷ lệ < 5 % và > 3 %"));
    EXPECT_THAT(paragraphs_of("<ul không đóng"), ElementsAre("<ul không đóng"));
    EXPECT_THAT(paragraphs_of("R&D; A&B"), ElementsAre("R&D; A&B"));
    EXPECT_THAT(paragraphs_of("- một"), ElementsAre("- một"));
}

TEST(CellText, JoinsParagraphsInOneLine) {
    EXPECT_EQ((Cell{{"một", "hai.", "ba"}}).text(), "một; hai. ba");
}

}  // namespace
}  // namespace dondoc::plan
