// SPDX-License-Identifier: Apache-2.0
// Files as offices make them, each with what a careful reader says of it: who does what by when, what is in
// doubt, and what was left out.
#include <gmock/gmock.h>

#include "odf_files.h"
#include "office_files.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// "number|section|title|lead|cooperating|term" and behind them what is doubtful.
std::vector<std::string> rows_as_read(const PlanTableReading& reading) {
    std::vector<std::string> rows;
    for (const auto& row : reading.rows) {
        auto text = row.number() + "|" + row.section() + "|" + row.title() + "|" + row.lead_text() + "|" +
                    row.cooperating_text() + "|" + row.deadline_text();
        for (const auto& key : keys_of(row)) text += " !" + key;
        rows.push_back(std::move(text));
    }
    return rows;
}
PlanTableReading read_sheet_rows(const std::string& rows, const std::string& merged = {}) {
    return read_plan(xlsx({{rows, merged}}));
}
PlanTableReading read_word_rows(const std::string& rows) {
    return read_plan(docx(word_table(rows)));
}

TEST(OwnFile, ATitleMergedOverTwoColumnsMeansBothOfThem) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "a)", "Lập danh mục hồ sơ", "Sở Nội vụ", "Quý I/2026"}) +
                      sheet_row(3, {"2", "", "Họp tổ công tác", "Sở Y tế", "Quý II/2026"});
    EXPECT_THAT(rows_as_read(read_sheet_rows(rows, "B1:C1")),
                ElementsAre("1||a); Lập danh mục hồ sơ|Sở Nội vụ||Quý I/2026",
                            "2||Họp tổ công tác|Sở Y tế||Quý II/2026"));
}

TEST(OwnFile, TwoCellsBelowOneMergedTitleOfTheTermAreAsked) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", ""}) +
                      sheet_row(2, {"1", "Lập danh mục", "Sở Nội vụ", "15/3/2026", "15/6/2026"}) +
                      sheet_row(3, {"2", "Họp tổ", "Sở Y tế", "30/6/2026", ""});
    EXPECT_THAT(rows_as_read(read_sheet_rows(rows, "D1:E1")),
                ElementsAre("1||Lập danh mục|Sở Nội vụ|| !row.which_column", "2||Họp tổ|Sở Y tế||30/6/2026"));
}

TEST(OwnFile, AColumnWithoutATitleIsKeptAndNamed) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Lập danh mục", "Sở Nội vụ", "15/3/2026", "lùi đến 30/6/2026"});
    const auto reading = read_sheet_rows(rows);
    EXPECT_THAT(rows_as_read(reading), ElementsAre("1||Lập danh mục|Sở Nội vụ||15/3/2026"));
    ASSERT_EQ(reading.rows[0].beside_size(), 1);
    EXPECT_EQ(reading.rows[0].beside(0).column(), "E");
    EXPECT_EQ(reading.rows[0].beside(0).text(), "lùi đến 30/6/2026");
    EXPECT_THAT(reading.problems, ElementsAre(Message{"plan.columns_beside", {"1", "“E”"}}));
}

TEST(OwnFile, ANoteBelowTheTableIsSaidAndASignatureIsNot) {
    const auto table = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                       sheet_row(2, {"1", "Lập danh mục", "Sở Nội vụ", "15/3/2026"});
    const auto signature =
        sheet_row(8, {"", "", "", "KT. CHỦ TỊCH"}) + sheet_row(11, {"", "", "", "Trần Văn B"});
    EXPECT_THAT(keys_of(read_sheet_rows(table + signature)), IsEmpty());
    EXPECT_THAT(
        keys_of(read_sheet_rows(
            table + sheet_row(5, {"", "Nơi nhận:"}) +
            sheet_row(6, {"", "- Thường trực Tỉnh ủy, Thường trực HĐND tỉnh (để báo cáo);"}) + signature)),
        IsEmpty());
    const auto noted = read_sheet_rows(
        table + sheet_row(5, {"", "Ghi chú: nhiệm vụ số 1 lùi thời hạn đến 30/6/2026"}) + signature);
    EXPECT_THAT(
        noted.problems,
        ElementsAre(Message{"plan.left_below", {"1", "Ghi chú: nhiệm vụ số 1 lùi thời hạn đến 30/6/2026"}}));
}

TEST(OwnFile, ARowOfErrorsIsSaid) {
    const auto error = [](const std::string& place) {
        return "<c r=\"" + place + "\" t=\"e\"><v>#REF!</v></c>";
    };
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Lập danh mục", "Sở Nội vụ", "15/3/2026"}) + "<row r=\"3\">" +
                      error("A3") + error("B3") + error("C3") + error("D3") + "</row>" +
                      sheet_row(4, {"3", "Họp tổ", "Sở Y tế", "Quý II/2026"});
    const auto reading = read_sheet_rows(rows);
    EXPECT_THAT(rows_as_read(reading),
                ElementsAre("1||Lập danh mục|Sở Nội vụ||15/3/2026", "3||Họp tổ|Sở Y tế||Quý II/2026"));
    EXPECT_THAT(reading.problems, Contains(Message{"row.cell_error", {"B3", "#REF!"}}));
}

TEST(OwnFile, NumbersWithWordsInTheirFormatAreRead) {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;Tháng &quot;0&quot;/2026&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"General&quot; tháng&quot;\"/>"
        "<numFmt numFmtId=\"166\" formatCode=\"dd\\.mm\\.yyyy\"/>"
        "<numFmt numFmtId=\"167\" formatCode=\"[$-409]mmm\\-yy;@\"/>"
        "<numFmt numFmtId=\"168\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf "
        "numFmtId=\"167\"/>"
        "<xf numFmtId=\"168\"/></cellXfs>";
    const auto row = [](int line, int style, const char* value) {
        const auto at = std::to_string(line);
        auto text = sheet_row(line, {"1", "Lập danh mục", "Sở Nội vụ"});
        return text.substr(0, text.size() - std::string("</row>").size()) + "<c r=\"D" + at + "\" s=\"" +
               std::to_string(style) + "\"><v>" + value + "</v></c></row>";
    };
    const auto reading =
        read_plan(xlsx({{sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + row(2, 1, "9") +
                             row(3, 2, "6") + row(4, 3, "46096") + row(5, 4, "46096") + row(6, 5, "46096"),
                         ""}},
                       {}, styles));
    std::vector<std::string> terms;
    for (const auto& one : reading.rows) terms.push_back(one.deadline_text());
    EXPECT_THAT(terms, ElementsAre("Tháng 9/2026", "6 tháng", "15/03/2026", "03/2026", "15/03/2026"));
}

TEST(OwnFile, OldAndNewTasksAndCooperatorsAreAsked) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ cũ", "Nhiệm vụ điều chỉnh", "Cơ quan chủ trì",
                                    "Cơ quan phối hợp (cũ)", "Cơ quan phối hợp (mới)", "Thời hạn"}) +
                      sheet_row(2, {"1", "Xây cầu treo", "Xây cầu bê tông", "Sở Xây dựng", "Sở Nội vụ",
                                    "Sở Y tế", "30/6/2026"});
    EXPECT_THAT(
        rows_as_read(read_sheet_rows(rows)),
        ElementsAre(
            "1||Xây cầu bê tông|Sở Xây dựng|Sở Y tế|30/6/2026 !row.one_of_columns !row.one_of_columns"));
}

TEST(OwnFile, AHeaderOfTwoLinesWithMergedCellsOfAWordFile) {
    const auto down = [](const std::string& text, bool first) {
        return cell(text, first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    };
    const auto rows = "<w:tr>" + down("STT", true) + down("Nội dung", true) +
                      cell("Phân công", "<w:gridSpan w:val=\"2\"/>") + down("Hoàn thành", true) + "</w:tr>" +
                      "<w:tr>" + down("", false) + down("", false) + cell("Chủ trì") + cell("Phối hợp") +
                      down("", false) + "</w:tr>" +
                      word_row({"1", "Lập danh mục", "Sở Nội vụ", "Sở Y tế, Sở Tư pháp", "Trước 30/6/2026"});
    EXPECT_THAT(rows_as_read(read_word_rows(rows)),
                ElementsAre("1||Lập danh mục|Sở Nội vụ|Sở Y tế, Sở Tư pháp|Trước 30/6/2026"));
}

TEST(OwnFile, HeadingsByLettersRomanNumbersAndWithoutAnyNest) {
    const auto rows = sheet_row(1, {"TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"A", "Kinh tế"}) + sheet_row(3, {"I", "Nông nghiệp"}) +
                      sheet_row(4, {"1", "Rà soát hồ đập", "Sở Nội vụ", "Quý I/2026"}) +
                      sheet_row(5, {"II", "Công thương"}) +
                      sheet_row(6, {"1", "Mở chợ", "Sở Y tế", "Quý II/2026"}) +
                      sheet_row(7, {"B", "Xã hội"}) + sheet_row(8, {"", "Nhóm giáo dục"}) +
                      sheet_row(9, {"1", "Sửa trường", "Sở Y tế", "Quý III/2026"});
    EXPECT_THAT(rows_as_read(read_sheet_rows(rows)),
                ElementsAre("1|Kinh tế > Nông nghiệp|Rà soát hồ đập|Sở Nội vụ||Quý I/2026",
                            "1|Kinh tế > Công thương|Mở chợ|Sở Y tế||Quý II/2026",
                            "1|Xã hội > Nhóm giáo dục|Sửa trường|Sở Y tế||Quý III/2026"));
}

TEST(OwnFile, AGroupMergedOverAllColumnsBehindRowsIsASectionOfItsOwn) {
    const auto rows = word_row({"TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) +
                      word_row({"1", "Rà soát", "Sở Nội vụ", "Quý I/2026"}) + "<w:tr>" +
                      cell("Nhiệm vụ bổ sung", "<w:gridSpan w:val=\"4\"/>") + "</w:tr>" +
                      word_row({"2", "Họp tổ", "Sở Y tế", "Quý II/2026"});
    EXPECT_THAT(
        rows_as_read(read_word_rows(rows)),
        ElementsAre("1||Rà soát|Sở Nội vụ||Quý I/2026", "2|Nhiệm vụ bổ sung|Họp tổ|Sở Y tế||Quý II/2026"));
}

TEST(OwnFile, BlocksOfLeadsAndTermsInOneRowOfAWordFileAreTasks) {
    const auto lines = [](std::initializer_list<const char*> texts) {
        std::string made = "<w:tc><w:tcPr/>";
        for (const auto* text : texts) made += paragraph(text);
        return made + "</w:tc>";
    };
    const auto rows = word_row({"TT", "Nhiệm vụ", "Giải pháp", "Chủ trì", "Thời hạn"}) + "<w:tr>" +
                      cell("1") + cell("Chuyển đổi số") + lines({"Số hóa sổ hộ tịch", "Kết nối dữ liệu"}) +
                      lines({"Sở Tư pháp", "Sở Khoa học và Công nghệ"}) +
                      lines({"Quý I/2026", "Quý II/2026"}) + "</w:tr>";
    EXPECT_THAT(rows_as_read(read_word_rows(rows)),
                ElementsAre("1a||Chuyển đổi số|Sở Tư pháp||Quý I/2026",
                            "1b||Chuyển đổi số|Sở Khoa học và Công nghệ||Quý II/2026"));
}

TEST(OwnFile, ATermTakenBackInPartByTrackedChangesIsTheOneThatStays) {
    const auto rows =
        word_row({"TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) + "<w:tr>" + cell("1") + cell("Rà soát") +
        "<w:tc><w:tcPr/><w:p><w:del><w:r><w:delText>Sở Nội vụ</w:delText></w:r></w:del><w:ins>" +
        run("Sở Y tế") + "</w:ins></w:p></w:tc>" + "<w:tc><w:tcPr/><w:p><w:moveFrom>" + run("30/3/2026") +
        "</w:moveFrom>" + run("30/6/2026") + "</w:p></w:tc></w:tr>";
    EXPECT_THAT(rows_as_read(read_word_rows(rows)), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
}

TEST(OwnFile, FontsOfCapitalsOfBeforeUnicodeAreRead) {
    const std::string font = "<w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/>";
    const auto rows = word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<w:tr>" + cell("1") +
                      cell("Rà soát") + cell_of_runs(run("së néi vô", font)) + cell("30/6/2026") + "</w:tr>";
    EXPECT_THAT(rows_as_read(read_word_rows(rows)),
                ElementsAre("1||Rà soát|SỞ NỘI VỤ||30/6/2026 !row.old_font"));
}

TEST(OwnFile, APictureOfOlderVersionsIsNamed) {
    const auto table = word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                  word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"}));
    const auto picture = [](const std::string& size) {
        return "<w:p><w:r><w:pict><v:shape style=\"" + size +
               "\"><v:imagedata r:id=\"x\"/></v:shape></w:pict></w:r></w:p>";
    };
    EXPECT_THAT(keys_of(read_plan(docx(table + picture("width:451.5pt;height:300pt")))),
                ElementsAre("plan.pictures"));
    EXPECT_THAT(keys_of(read_plan(docx(table + picture("width:60pt;height:60pt")))), IsEmpty());
}

TEST(OwnFile, CardsOfFourColumnsAreNamed) {
    const auto card =
        word_table(word_row({"Nhiệm vụ:", "Xây dựng quy chế phối hợp liên ngành", "Mã số:", "NV-07"}) +
                   word_row({"Đơn vị chủ trì:", "Sở Tư pháp", "Thời hạn:", "30/6/2026"}));
    const auto table = word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                  word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"}));
    EXPECT_THAT(keys_of(read_plan(docx(table + card))), ElementsAre("plan.card"));
}

TEST(OwnFile, ANestedTableOfTasksIsReadAndASmallOneMarksItsRow) {
    const auto inner = word_table(word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                                  word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"}));
    const auto frame = word_table("<w:tr><w:tc><w:tcPr/>" + inner + "<w:p/></w:tc></w:tr>");
    EXPECT_THAT(rows_as_read(read_plan(docx(frame))), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
    const auto small = word_table(word_row({"Đợt 1", "30/3/2026"}) + word_row({"Đợt 2", "30/6/2026"}));
    const auto rows = word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<w:tr>" + cell("1") +
                      cell("Rà soát") + cell("Sở Y tế") + "<w:tc><w:tcPr/>" + small + "<w:p/></w:tc></w:tr>";
    EXPECT_THAT(keys_of(read_word_rows(rows).rows.at(0)), ElementsAre("row.table_in_cell"));
}

TEST(OwnFile, RowsHiddenByAFilterOrAnOutlineAreNamed) {
    const auto head = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});
    auto second = sheet_row(3, {"2", "Họp", "Sở Y tế", "30/9/2026"});
    second.replace(0, 10, "<row outlineLevel=\"1\" hidden=\"1\" ");
    const auto reading =
        read_sheet_rows(head + sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"}) + second);
    EXPECT_EQ(reading.rows.size(), 1u);
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.rows_taken_back"));
}

TEST(OwnFile, AStruckPartOfAHeadingOrATitleAboveIsSaid) {
    const auto struck = [](const std::string& gone, const std::string& stays) {
        return cell_of_runs(run(gone, "<w:strike/>") + run(stays));
    };
    const auto rows = word_row({"TT", "Nhiệm vụ", "Thời hạn"}) + "<w:tr>" + cell("I") +
                      struck("SỞ NỘI VỤ ", "SỞ Y TẾ") + cell("") + "</w:tr>" +
                      word_row({"1", "Rà soát", "30/6/2026"});
    const auto reading = read_word_rows(rows);
    EXPECT_THAT(rows_as_read(reading),
                ElementsAre("1|SỞ Y TẾ|Rà soát|SỞ Y TẾ||30/6/2026 !row.lead_from_heading"));
    EXPECT_THAT(reading.problems, Contains(Message{"row.struck", {"SỞ NỘI VỤ"}}));
}

TEST(OwnFile, ATaskWithoutNumberWhoseOtherCellsAreMergedIsATask) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"}) +
                      sheet_row(3, {"", "Tổng hợp kết quả rà soát", "", ""}) +
                      sheet_row(4, {"2", "Họp", "Sở Nội vụ", "30/9/2026"});
    EXPECT_THAT(rows_as_read(read_sheet_rows(rows, "A2:A3 C2:C3 D2:D3")),
                ElementsAre("1||Rà soát|Sở Y tế||30/6/2026", "||Tổng hợp kết quả rà soát|Sở Y tế||30/6/2026",
                            "2||Họp|Sở Nội vụ||30/9/2026"));
}

TEST(OwnFile, AWordTableWhoseCellsAreOneGridColumnOffLosesNothing) {
    const auto rows = "<w:tr>" + cell("STT") + cell("Nhiệm vụ", "<w:gridSpan w:val=\"2\"/>") +
                      cell("Cơ quan chủ trì") + cell("Thời hạn") + "</w:tr>" + "<w:tr>" +
                      cell("1", "<w:gridSpan w:val=\"2\"/>") + cell("Rà soát") + cell("Sở Y tế") +
                      cell("30/6/2026") + "</w:tr>";
    EXPECT_THAT(rows_as_read(read_word_rows(rows)), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
}

TEST(OwnFile, RowsWiderThanTheHeaderLoseNothing) {
    const auto reading =
        read_plan("STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn\n1;Rà soát;Sở Y tế;30/6/2026;hoãn\n");
    ASSERT_EQ(reading.rows.at(0).beside_size(), 1);
    EXPECT_EQ(reading.rows[0].beside(0).text(), "hoãn");
}

TEST(OwnFile, AnOpenTextWithDeletedAndHiddenPartsIsRead) {
    const std::string styles =
        "<style:style style:name=\"an\"><style:text-properties text:display=\"none\"/></style:style>";
    const auto body =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Sở Nội vụ</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>" +
        odf_table(odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<table:table-row>" +
                  odf_cell("1") + odf_cell("Rà soát") +
                  odf_cell("<text:change text:change-id=\"x\"/>Sở Y tế") +
                  odf_cell("30/6/2026<text:span text:style-name=\"an\"> hoặc 30/9/2026</text:span>") +
                  "</table:table-row>");
    EXPECT_THAT(rows_as_read(read_plan(odf("text", body, styles))),
                ElementsAre("1||Rà soát|Sở Y tế||30/6/2026 !row.hidden_text"));
}

TEST(OwnFile, AHiddenSectionOfAnOpenTextIsNotLive) {
    const auto table = [](const char* title) {
        return odf_table(odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                         odf_row({"1", title, "Sở Y tế", "30/6/2026"}));
    };
    const auto reading = read_plan(odf(
        "text", table("Rà soát") + "<text:section text:display=\"none\">" + table("Ẩn") + "</text:section>"));
    EXPECT_THAT(rows_as_read(reading), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.section_hidden"));
}

TEST(OwnFile, RowsOfAWebPageHiddenByAClassAreSaid) {
    const auto reading = read_plan(
        "<html><head><style><!-- .an{display:none} .bo { text-decoration: line-through; "
        "}</style></head><body><table>"
        "<tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời hạn</th></tr>"
        "<tr class=\"an\"><td>1</td><td>Ẩn</td><td>Sở Y tế</td><td>2026</td></tr>"
        "<tr><td>2</td><td>Rà soát</td><td>Sở Y tế</td><td><span class=\"x bo\">30/3/2026</span> "
        "30/6/2026</td></tr>"
        "</table></body></html>");
    EXPECT_THAT(rows_as_read(reading), ElementsAre("2||Rà soát|Sở Y tế||30/6/2026 !row.struck"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.rows_taken_back"));
}

TEST(OwnFile, ATermSplitIntoDayMonthAndYearColumns) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "", ""}) +
                      sheet_row(2, {"", "", "", "Ngày", "Tháng", "Năm"}) +
                      sheet_row(3, {"1", "Rà soát", "Sở Y tế", "15", "6", "2026"});
    const auto reading = read_sheet_rows(rows, "D1:F1 A1:A2 B1:B2 C1:C2");
    EXPECT_THAT(rows_as_read(reading), ElementsAre("1||Rà soát|Sở Y tế|| !row.which_column"));
}

TEST(OwnFile, ATotalRowAndASecondHeaderAreNoTasks) {
    const auto head = [](int line) {
        return sheet_row(line, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});
    };
    const auto rows = head(1) + sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"}) +
                      sheet_row(3, {"", "Tổng cộng: 1 nhiệm vụ"}) + head(4) +
                      sheet_row(5, {"2", "Họp", "Sở Nội vụ", "30/9/2026"});
    const auto reading = read_sheet_rows(rows);
    EXPECT_THAT(rows_as_read(reading),
                ElementsAre("1||Rà soát|Sở Y tế||30/6/2026", "2||Họp|Sở Nội vụ||30/9/2026"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.totals"));
}

TEST(OwnFile, ATableOfTwoPartsInOneWordTableWithAnotherOrderOfColumns) {
    const auto rows = word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"}) +
                      word_row({"STT", "Cơ quan chủ trì", "Nhiệm vụ", "Thời hạn"}) +
                      word_row({"1", "Sở Nội vụ", "Họp", "30/9/2026"});
    EXPECT_THAT(rows_as_read(read_word_rows(rows)),
                ElementsAre("1||Rà soát|Sở Y tế||30/6/2026", "1||Họp|Sở Nội vụ||30/9/2026"));
}

TEST(OwnFile, ASheetWhosePlanIsAllHiddenSaysSo) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"});
    try {
        read_plan(xlsx({{rows, "", "hidden"}}));
        ADD_FAILURE();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message(), (Message{"plan.sheet_hidden", {"S1"}}));
    }
}

TEST(OwnFile, AListOfOtherThingsInTheNextSheetIsNoPlan) {
    const auto plan = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"});
    const auto list = sheet_row(1, {"H01", "Văn phòng phẩm các loại", "Thùng", "1.250.000"}) +
                      sheet_row(2, {"H02", "Mực in và giấy in", "Hộp", "800.000"});
    const auto reading = read_plan(xlsx({{plan, ""}, {list, ""}}));
    EXPECT_THAT(rows_as_read(reading), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.skipped_table"));
    const auto more = sheet_row(1, {"2", "Họp tổ", "Sở Nội vụ", "30/9/2026"});
    EXPECT_EQ(read_plan(xlsx({{plan, ""}, {more, ""}})).rows.size(), 2u);
}

TEST(OwnFile, AnotherTableBelowThePlanInItsSheetIsNoTasks) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"}) +
                      sheet_row(4, {"STT", "Khoản chi", "Định mức", "Thành tiền"}) +
                      sheet_row(5, {"1", "Chi hội nghị và tập huấn nghiệp vụ", "2", "50.000.000"});
    const auto reading = read_sheet_rows(rows);
    EXPECT_THAT(rows_as_read(reading), ElementsAre("1||Rà soát|Sở Y tế||30/6/2026"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.skipped_table"));
}

TEST(OwnFile, ADraftBesideThePlanIsSaid) {
    const auto plan = [](const char* term) {
        return sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
               sheet_row(2, {"1", "Rà soát danh mục thủ tục", "Sở Y tế", term}) +
               sheet_row(3, {"2", "Tập huấn cho cán bộ cấp xã", "Sở Nội vụ", term});
    };
    const auto reading = read_plan(xlsx({{plan("30/6/2026"), ""}, {plan("30/9/2026"), ""}}));
    EXPECT_EQ(reading.rows.size(), 4u);
    EXPECT_THAT(reading.problems, ElementsAre(Message{"plan.repeated_table", {"2", "2", "1"}}));
}

TEST(OwnFile, WithoutAColumnOfTermsTheHeadingOrTheSheetSaysItAndTheRowIsMarked) {
    const auto by_heading =
        sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì"}) + sheet_row(2, {"I", "THÁNG 6/2026"}) +
        sheet_row(3, {"1", "Rà soát", "Sở Y tế"}) + sheet_row(4, {"II", "Quý III năm 2026"}) +
        sheet_row(5, {"1", "Họp tổ", "Sở Nội vụ"}) + sheet_row(6, {"III", "NHIỆM VỤ KHÁC"}) +
        sheet_row(7, {"1", "Tổng kết", "Sở Nội vụ"});
    EXPECT_THAT(rows_as_read(read_sheet_rows(by_heading)),
                ElementsAre("1|THÁNG 6/2026|Rà soát|Sở Y tế||THÁNG 6/2026 !row.term_from_heading",
                            "1|Quý III năm 2026|Họp tổ|Sở Nội vụ||Quý III năm 2026 !row.term_from_heading",
                            "1|NHIỆM VỤ KHÁC|Tổng kết|Sở Nội vụ||"));
    const auto by_sheet = odf("spreadsheet", odf_table(odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì"}) +
                                                           odf_row({"1", "Rà soát", "Sở Y tế"}),
                                                       "table:name=\"Tháng 6\""));
    EXPECT_THAT(rows_as_read(read_plan(by_sheet)),
                ElementsAre("1||Rà soát|Sở Y tế||Tháng 6 !row.term_from_heading"));
}

TEST(OwnFile, AsManyTermsAsLeadsInOneRowAreMarked) {
    const auto row = [](const char* term) {
        return "<table><tr><td>STT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Thời "
               "hạn</td></tr><tr><td>1</td>"
               "<td>Báo cáo</td><td>Sở Y tế<br>Sở Nội vụ</td><td>" +
               std::string(term) + "</td></tr></table>";
    };
    EXPECT_THAT(keys_of(read_plan(row("15/6/2026<br>30/6/2026")).rows.at(0)),
                ElementsAre("row.terms_beside_leads"));
    EXPECT_THAT(keys_of(read_plan(row("30/6/2026")).rows.at(0)), IsEmpty());
}

}  // namespace
}  // namespace dondoc::plan
