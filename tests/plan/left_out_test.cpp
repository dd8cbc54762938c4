// SPDX-License-Identifier: Apache-2.0
// Nothing of a file is passed over in silence.
#include <gmock/gmock.h>

#include "office_files.h"
#include "pdf_files.h"
#include "plan/formats/pdf_layers.h"
#include "plan/formats/scan_reader.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const auto plan_table = word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                   word_row({"1", "Rà soát", "Sở Tư pháp", "15/12/2025"}));

std::string box(const std::string& inside) {
    return "<w:p><w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>" + inside +
           "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>";
}

TEST(LeftOut, ATableInATextBoxIsReadAndOtherBoxesAreNamed) {
    const auto inner = word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                  word_row({"2", "Tổng hợp", "Sở Nội vụ", "20/12/2025"}));
    const auto reading =
        read_plan(docx(plan_table + box(inner) + box(paragraph("Sở Y tế báo cáo trước 01/10/2025"))));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].title(), "Tổng hợp");
    EXPECT_EQ(reading.problems.at(0), (Message{"plan.text_box", {"Sở Y tế báo cáo trước 01/10/2025"}}));
}

TEST(LeftOut, PartsOfOtherFilesObjectsPicturesCommentsAndNotesAreNamed) {
    const std::string picture =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"3000000\"/><a:graphic><a:graphicData>"
        "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    const std::string rest =
        "<w:altChunk r:id=\"x\"/><w:p><w:r><w:object/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r><w:r>"
        "<w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    const auto reading = read_plan(docx(plan_table + picture + rest));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.alt_chunk", "plan.embedded", "plan.pictures",
                                              "plan.comments", "plan.footnotes"));
}

TEST(LeftOut, ATableInThePagesHeadIsNamedAndALetterheadIsNot) {
    const auto with_head = [](const std::string& table) {
        const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        return zipped({{"word/document.xml", xml_head + "<w:document" + space + "><w:body>" + plan_table +
                                                 "</w:body></w:document>"},
                       {"word/header2.xml", xml_head + "<w:hdr" + space + ">" + table + "</w:hdr>"}});
    };
    EXPECT_THAT(keys_of(read_plan(with_head(plan_table))), ElementsAre("plan.tables_in_page_heads"));
    EXPECT_THAT(keys_of(read_plan(with_head(word_table(word_row({"UBND TỈNH", "CỘNG HÒA"}))))), IsEmpty());
}

TEST(LeftOut, ACoatOfArmsIsNoPictureOfATable) {
    const std::string small =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><a:graphic><a:graphicData>"
        "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    EXPECT_THAT(keys_of(read_plan(docx(small + plan_table))), IsEmpty());
}

TEST(LeftOut, ACardOfLabelsAndValuesIsNamedAndALetterheadIsNot) {
    const auto letterhead =
        word_table(word_row({"ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}) +
                   word_row({"Số: 12/KH-UBND", "Độc lập - Tự do - Hạnh phúc"}));
    const auto card =
        word_table(word_row({"Nhiệm vụ", "Lập báo cáo về hồ chứa"}) +
                   word_row({"Cơ quan chủ trì", "Sở Xây dựng"}) + word_row({"Thời hạn", "30/11/2025"}));
    const auto reading = read_plan(docx(letterhead + plan_table + card));
    ASSERT_EQ(reading.problems.size(), 1u);
    EXPECT_EQ(reading.problems[0].key, "plan.card");
    EXPECT_EQ(reading.problems[0].args.at(0), "3");
    try {
        read_plan(docx(card));
        ADD_FAILURE();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.card");
    }
}

TEST(LeftOut, ASmallTableThatIsNoPlanIsNamed) {
    const auto other = word_table(word_row({"Chỉ tiêu thu ngân sách năm 2025", "12.500 tỷ đồng"}) +
                                  word_row({"Chỉ tiêu trồng rừng năm 2025", "4.500 ha"}));
    EXPECT_THAT(keys_of(read_plan(docx(plan_table + other))), ElementsAre("plan.skipped_table"));
}

TEST(LeftOut, HiddenSheetsAreNamed) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "Quý I/2026"});
    const auto reading = read_plan(xlsx({{rows, ""}, {rows, "", "hidden"}, {rows, "", "veryHidden"}}));
    EXPECT_EQ(reading.rows.size(), 1u);
    EXPECT_THAT(reading.problems,
                ElementsAre(Message{"plan.sheet_hidden", {"S2"}}, Message{"plan.sheet_hidden", {"S3"}}));
}

TEST(LeftOut, NamesAndValuesOfAnyBytesAreSaidAsText) {
    const auto head = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});
    const auto rows =
        head + sheet_row(2, {"1", "Rà soát", "Sở Y tế", "Quý I/2026"}) +
        "<row r=\"3\"><c t=\"e\" r=\"A3\"><v>#N\xFF</v></c><c t=\"str\" r=\"B3\"><v>Hai</v></c></row>";
    const auto grid = read_plan_grid(
        xlsx({{rows, "", "visible", "", "Bi\xE9u&#xD800;\x1B[1m"}, {rows, "", "hidden", "", "Nh\xE1p"}}));
    EXPECT_EQ(grid.tables.at(0).name, "Bi\uFFFDu\uFFFD\uFFFD\uFFFD [1m");
    EXPECT_THAT(grid.problems, ElementsAre(Message{"plan.sheet_hidden", {"Nh\uFFFDp"}}));
    EXPECT_THAT(grid.tables.at(0).rows.at(2).doubts,
                ElementsAre(Message{"row.cell_error", {"A3", "#N\uFFFD"}}));
}

TEST(LeftOut, AQuoteThatNothingClosesIsNamedByItsLine) {
    const auto reading = read_plan("STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn\n1;\"Rà soát;Sở Y tế;Quý I/2026\n");
    EXPECT_THAT(reading.problems, Contains(Message{"plan.open_quote", {"2"}}));
    try {
        read_plan("\"STT;Nhiệm vụ\n1;Rà soát\n");
        ADD_FAILURE();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message(), (Message{"plan.open_quote", {"1"}}));
    }
}

// Pages in Helvetica: the words have no marks, and the header's are known without them nowhere; so the tables
// here are found by their lines and only counted.
std::string ruled(const std::string& words_inside) {
    using namespace pdf_page;
    std::string page;
    for (const int y : {700, 730, 760}) page += stroke(50, y, 550, y);
    for (const int x : {50, 200, 400, 550}) page += stroke(x, 700, x, 760);
    return page + words_inside;
}
// A photograph of a page: stripes of ink and no text.
std::string picture_page() {
    std::string page = "6 w\n";
    for (int y = 100; y < 700; y += 40) page += pdf_page::stroke(60, y, 530, y);
    return page + "1 w\n";
}

Grid grid_of_pages(const std::vector<std::string>& pages) {
    return read_plan_grid(pdf(pages));
}

TEST(LeftOut, PagesThatArePicturesAreNamed) {
    using pdf_page::words;
    std::string text;
    for (int i = 0; i < 12; ++i) text += words(60, 650 - 20 * i, "Dong chu so " + std::to_string(i));
    const auto grid = grid_of_pages({text, picture_page() + words(290, 30, "2"), text});
    const auto* said = ScanReader::open() ? "plan.scanned_pages" : "plan.image_pages";
    EXPECT_THAT(grid.problems, Contains(Message{said, {"1", "2"}}));
    EXPECT_THAT(grid_of_pages({text, words(290, 30, "2"), text}).problems,
                IsEmpty());  // an empty page is none
}

TEST(LeftOut, ATableWithinAPictureIsNamed) {
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += pdf_page::words(60, 650 - 20 * i, "Dong chu so " + std::to_string(i));
    EXPECT_THAT(grid_of_pages({text + ruled("")}).problems, Contains(Message{"plan.picture_tables", {"1"}}));
}

TEST(LeftOut, APagePrintedSidewaysIsTurnedAndNamed) {
    // Text that runs up the page.
    const auto up = [](int x, int y, const std::string& text) {
        return "BT /F 10 Tf 0 1 -1 0 " + std::to_string(x) + " " + std::to_string(y) + " Tm (" + text +
               ") Tj ET\n";
    };
    std::string page;
    using pdf_page::stroke;
    for (const int x : {100, 130, 160}) page += stroke(x, 50, x, 650);
    for (const int y : {50, 100, 400, 650}) page += stroke(100, y, 160, y);
    page += up(118, 60, "TT") + up(118, 110, "Noi dung viec") + up(118, 410, "Thoi han") + up(148, 60, "1") +
            up(148, 110, "Ra soat ho so") + up(148, 410, "30/6/2026");
    const auto grid = grid_of_pages({page});
    EXPECT_THAT(grid.problems, Contains(Message{"plan.sideways", {"1"}}));
    ASSERT_EQ(grid.tables.size(), 1u);
    ASSERT_EQ(grid.tables[0].rows.size(), 2u);
    EXPECT_EQ(grid.tables[0].rows[1].cells.at(1).text(), "Ra soat ho so");
    EXPECT_EQ(grid.tables[0].rows[1].cells.at(2).text(), "30/6/2026");
}

TEST(LeftOut, AnInvisibleLayerOfTextIsNamed) {
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += pdf_page::words(60, 650 - 20 * i, "Dong chu so " + std::to_string(i));
    EXPECT_FALSE(has_invisible_text(pdf({text})));
    const auto invisible = pdf({"BT 3 Tr ET\n" + text});
    EXPECT_TRUE(has_invisible_text(invisible));
    EXPECT_THAT(read_plan_grid(invisible).problems, Contains(Message{"plan.ocr_layer", {}}));
}

TEST(LeftOut, SmallRaisedFiguresAreNoteMarks) {
    const auto page = ruled(pdf_page::words(60, 740, "TT") + pdf_page::words(210, 740, "Noi dung") +
                            pdf_page::words(410, 740, "Thoi han") + pdf_page::words(60, 710, "1") +
                            pdf_page::words(210, 710, "Lap ke hoach va bao cao cap tren") +
                            pdf_page::words(410, 710, "Thang 1") + "BT /F 6 Tf 447 715 Td (2) Tj ET\n");
    const auto grid = grid_of_pages({page});
    EXPECT_THAT(grid.problems, Contains(Message{"plan.note_marks", {"1"}}));
    EXPECT_EQ(grid.tables.at(0).rows.at(1).cells.at(2).text(), "Thang 1");
}

}  // namespace
}  // namespace dondoc::plan
