// SPDX-License-Identifier: Apache-2.0
// Word processors' files: merged cells, lists, several tables, text that is not shown.
#include <gmock/gmock.h>

#include "office_files.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;
using namespace tests;

const std::string head_row =
    word_row({"STT", "Nội dung", "Kết quả", "Thời hạn", "Cơ quan chủ trì", "Cơ quan phối hợp"});
const std::string from_here = "<w:vMerge w:val=\"restart\"/>";
const std::string as_above = "<w:vMerge/>";

std::string row(std::initializer_list<std::string> cells) {
    std::string text = "<w:tr>";
    for (const auto& one : cells) text += one;
    return text + "</w:tr>";
}

TEST(Docx, MergedCellsReachTheMeaningAsMergedAndEmptyOnesAsEmpty) {
    const auto reading = read_plan(docx(word_table(
        head_row +
        row({cell("1"), cell("Một"), cell("Đích", from_here), cell("Năm 2023", from_here),
             cell("Sở Nội vụ", from_here), cell("Sở Y tế")}) +
        row({cell("2"), cell("Hai"), cell("", as_above), cell("", as_above), cell("", as_above), cell("")}) +
        row({cell("3"), cell("Ba"), cell(""), cell("Quý I/2024"), cell("Sở Tài chính"), cell("")}))));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].requirement(), "Đích");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Năm 2023");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "");
    EXPECT_EQ(reading.rows[2].requirement(), "");
    EXPECT_TRUE(reading.problems.empty());  // nothing was guessed
}

TEST(Docx, ATaskWhoseDutiesAreAllMergedIsNoHeading) {
    const auto reading = read_plan(docx(word_table(
        head_row +
        row({cell("1"), cell("Một"), cell("Đích"), cell("Năm 2023", from_here), cell("Sở Nội vụ", from_here),
             cell("Sở Y tế", from_here)}) +
        row({cell("2"), cell("Hai"), cell(""), cell("", as_above), cell("", as_above), cell("", as_above)}) +
        row({cell("3"), cell("Nhóm việc", "<w:gridSpan w:val=\"5\"/>")}) +
        row({cell("4"), cell("Ba"), cell("Đích"), cell("Năm 2024"), cell("Sở Y tế"), cell("")}))));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].title(), "Hai");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "Sở Y tế");
    ASSERT_EQ(reading.headings.size(), 1u);
    EXPECT_EQ(reading.headings[0].title(), "Nhóm việc");
}

TEST(Docx, ATitleMergedOverTwoDutiesGivesThemLetters) {
    const auto reading =
        read_plan(docx(word_table(head_row +
                                  row({cell("1", from_here), cell("Một", from_here), cell("Đích"),
                                       cell("Năm 2023"), cell("Sở Nội vụ"), cell("")}) +
                                  row({cell("", as_above), cell("", as_above), cell("kết quả khác"),
                                       cell("Năm 2024"), cell("Sở Y tế"), cell("")}))));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].number(), "1a");
    EXPECT_EQ(reading.rows[1].number(), "1b");
    EXPECT_EQ(reading.rows[1].title(), "Một");
}

TEST(Docx, ACellMergedAcrossAHeadingKeepsItsText) {
    const auto reading = read_plan(docx(word_table(
        head_row +
        row({cell("1"), cell("Một"), cell("Đích"), cell("Năm 2023"), cell("Sở Nội vụ", from_here),
             cell("")}) +
        row({cell("II"), cell("HAI"), cell(""), cell(""), cell("", as_above), cell("")}) +
        row({cell("2"), cell("Ba"), cell("Đích"), cell("Năm 2024"), cell("", as_above), cell("")}))));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].section(), "HAI");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
}

TEST(Docx, ListsParagraphsAndTablesInACellAreItsParagraphs) {
    const auto inner = word_table(word_row({"X", "Y"}));
    const auto grid = read_plan_grid(
        docx(word_table(row({"<w:tc>" + paragraph("- một") + paragraph("- hai") + "</w:tc>",
                             "<w:tc><w:p><w:r><w:t>Trong</w:t><w:br/><w:t>năm 2023</w:t></w:r></w:p></w:tc>",
                             "<w:tc>" + inner + paragraph("Z") + "</w:tc>"}))));
    const auto& cells = grid.tables.at(0).rows.at(0).cells;
    EXPECT_THAT(cells[0].paragraphs, ElementsAre("một", "hai"));
    EXPECT_THAT(cells[1].paragraphs, ElementsAre("Trong năm 2023"));
    EXPECT_THAT(cells[2].paragraphs, ElementsAre("X", "Y", "Z"));
    EXPECT_THAT(grid.tables[0].rows[0].doubts, ElementsAre(Message{"row.table_in_cell", {"X Y"}}));
}

TEST(Docx, AFrameAroundATextIsNoTableInACell) {
    const auto frame = word_table(word_row({"Rà soát quy chế"}));
    const auto grid = read_plan_grid(docx(word_table(
        row({"<w:tc>" + paragraph("1") + "</w:tc>", "<w:tc>" + frame + paragraph("") + "</w:tc>"}))));
    const auto& row = grid.tables.at(0).rows.at(0);
    EXPECT_EQ(row.cells.at(1).text(), "Rà soát quy chế");
    EXPECT_TRUE(row.doubts.empty());
}

TEST(Docx, NumbersThatTheProgramCountsAreRead) {
    const std::string numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl><w:lvl w:ilvl=\"1\">"
        "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>";
    const auto number = [](int level) {
        return "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
               "\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:p></w:tc>";
    };
    const auto duty = [&](const char* title) {
        return row({number(1), cell(title), cell("Đích"), cell("Năm 2023"), cell("Sở Y tế"), cell("")});
    };
    const auto heading = [&](const char* title) {
        return row({number(0), cell(title, "<w:gridSpan w:val=\"5\"/>")});
    };
    const auto reading = read_plan(
        docx(word_table(head_row + heading("MỘT") + duty("a") + duty("b") + heading("HAI") + duty("c")),
             numbering));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.headings.at(1).number(), "II");
    EXPECT_EQ(reading.rows[1].number(), "2");
    EXPECT_EQ(reading.rows[2].number(), "1");
}

TEST(Docx, DeletedAndHiddenTextIsLeftOutAndInsertedTextIsNot) {
    const auto grid = read_plan_grid(docx(
        word_table(row({"<w:tc><w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</"
                        "w:t></w:r></w:ins>"
                        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p></w:tc>",
                        "<w:sdt><w:sdtContent>" + cell("trong ô điều khiển") + "</w:sdtContent></w:sdt>"}))));
    const auto& cells = grid.tables.at(0).rows.at(0).cells;
    ASSERT_EQ(cells.size(), 2u);
    EXPECT_EQ(cells[0].text(), "mới");
    EXPECT_EQ(cells[1].text(), "trong ô điều khiển");
}

TEST(Docx, SeveralTablesCountAsSuchAndATableMayLieInALayoutTable) {
    const auto plan = word_table(head_row + word_row({"1", "Một", "Đích", "Năm 2023", "Sở Nội vụ", ""}));
    const auto reading =
        read_plan(docx(word_table(word_row({"ỦY BAN NHÂN DÂN", "CỘNG HÒA"})) + paragraph("KẾ HOẠCH") + plan +
                       paragraph("Phụ lục 2") + word_table(row({"<w:tc>" + plan + "</w:tc>"}))));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].source().table(), 2u);
    EXPECT_EQ(reading.rows[0].source().line(), 2u);
    EXPECT_EQ(reading.rows[1].source().table(), 4u);
}

}  // namespace
}  // namespace dondoc::plan
