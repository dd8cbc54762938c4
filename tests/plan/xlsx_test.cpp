// SPDX-License-Identifier: Apache-2.0
// Spreadsheets: merged areas, shared strings, dates and numbers as they are shown, sheets.
#include <gmock/gmock.h>

#include "office_files.h"
#include "plan/formats/xlsx_format.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

using testing::ElementsAre;
using namespace tests;

const auto head = sheet_row(3, {"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"});

TEST(Xlsx, MergedAreasReachTheMeaningAsMerged) {
    const auto reading =
        read_plan(xlsx({{sheet_row(1, {"KẾ HOẠCH"}) + head + sheet_row(4, {"I", "MỘT"}) +
                             sheet_row(5, {"1", "a", "Đích", "Năm 2023", "Sở Nội vụ", "Sở Y tế"}) +
                             sheet_row(6, {"2", "b", "", "Năm 2024", "", ""}) + sheet_row(7, {"3", "Nhóm"}) +
                             sheet_row(8, {"4", "c", "Đích", "Năm 2023", "Sở Y tế", ""}),
                         "A1:F1 B4:F4 C5:C6 E5:E6 B7:F7"}}));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].requirement(), "Đích");
    EXPECT_EQ(reading.rows[1].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[1].cooperating_text(), "");
    EXPECT_EQ(reading.rows[1].source().line(), 6u);
    ASSERT_EQ(reading.headings.size(), 2u);
    EXPECT_EQ(reading.headings[1].title(), "Nhóm");
    EXPECT_TRUE(reading.problems.empty());
}

TEST(Xlsx, SharedRichAndCalculatedTextsAreRead) {
    const auto grid = read_plan_grid(
        xlsx({{"<row><c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f><v>công thức</v></c><c t=\"b\"><v>1</v></c>"
               "<c t=\"e\"><v>#REF!</v></c><c><v>1.1000000000000001</v></c><c t=\"s\"><v>9</v></c></row>",
               ""}},
             "<si><t>không</t></si><si><r><t>đậm </t></r><r><t>và thường</t></r><rPh><t>x</t></rPh></si>"));
    const auto& cells = grid.tables.at(0).rows.at(0).cells;
    ASSERT_EQ(cells.size(), 5u);
    EXPECT_EQ(cells[0].text(), "đậm và thường");
    EXPECT_EQ(cells[1].text(), "công thức");
    EXPECT_EQ(cells[3].text(), "");
    EXPECT_EQ(cells[4].text(), "1.1");
}

TEST(Xlsx, DatesAndNumbersAreAsTheCellShowsThem) {
    pugi::xml_document styles;
    styles.load_string(
        "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-42A]dd/mm/yyyy;@\"/>"
        "<numFmt numFmtId=\"171\" formatCode=\"&quot;Ngày &quot;d\\ &quot;tháng&quot;\\ m\"/>"
        "<numFmt numFmtId=\"172\" formatCode=\"mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"172\"/>"
        "<xf numFmtId=\"9\"/><xf numFmtId=\"4\"/><xf numFmtId=\"2\"/><xf numFmtId=\"22\"/>"
        "<xf numFmtId=\"17\"/></cellXfs></s>");
    XlsxFormats formats;
    formats.read(styles.document_element(), false);
    EXPECT_EQ(formats.show(45291, 0), "45291");
    EXPECT_EQ(formats.show(45291, 1), "31/12/2023");
    EXPECT_EQ(formats.show(45291, 2), "31/12/2023");
    EXPECT_EQ(formats.show(45291, 3), "Ngày 31 tháng 12");
    EXPECT_EQ(formats.show(45291, 4), "12/2023");
    EXPECT_EQ(formats.show(0.9, 5), "90%");
    EXPECT_EQ(formats.show(1234567.5, 6), "1.234.567,50");
    EXPECT_EQ(formats.show(1.1, 7), "1.10");
    EXPECT_EQ(formats.show(45291.5, 8), "31/12/2023 12:00");
    EXPECT_EQ(formats.show(45291, 9), "12/2023");
    EXPECT_EQ(formats.show(1, 1), "01/01/1900");
    EXPECT_EQ(formats.show(1, 99), "1");
    XlsxFormats from_1904;
    from_1904.read(styles.document_element(), true);
    EXPECT_EQ(from_1904.show(43829, 1), "31/12/2023");
}

TEST(Xlsx, HiddenSheetsAreLeftOutAndOthersAreTables) {
    const auto sheet = head + sheet_row(4, {"1", "a", "Đích", "Năm 2023", "Sở Nội vụ", ""});
    const auto reading =
        read_plan(xlsx({{sheet, "", "hidden"}, {sheet, ""}, {sheet, "", "veryHidden"}, {sheet, ""}}));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].source().table(), 2u);
}

TEST(Xlsx, SignaturesBelowTheTableAreNoTasks) {
    const auto reading = read_plan(xlsx(
        {{head + sheet_row(4, {"1", "a", "Đích", "Năm 2023", "Sở Nội vụ", "Sở Y tế"}) +
              sheet_row(7, {"", "", "", "", "CHỦ TỊCH"}) + sheet_row(10, {"", "", "", "", "Nguyễn Văn A"}),
          ""}}));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].number(), "1");
}

TEST(Xlsx, FormattedEmptyCellsCountForNothing) {
    std::string wide = "<row r=\"5\">";
    for (int i = 0; i < 16'000; ++i) wide += "<c s=\"1\"/>";
    const auto grid = read_plan_grid(xlsx({{sheet_row(1, {"a", "b"}) + wide + "</row>", ""}}));
    ASSERT_EQ(grid.tables.at(0).rows.size(), 1u);
    EXPECT_EQ(grid.tables[0].rows[0].cells.size(), 2u);
}

}  // namespace
}  // namespace dondoc::plan
