// SPDX-License-Identifier: Apache-2.0
// What the formatting of a file takes back is no task, no agency and no term.
#include <gmock/gmock.h>

#include "office_files.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

const auto word_head = word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});
const auto sheet_head = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});

std::string word_plan(const std::string& rows, const std::string& styles = {}) {
    return docx(word_table(word_head + rows), {}, styles);
}
std::string row_of(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

TEST(TakenBack, ARowStruckThroughInAWordFileIsNoTaskAndIsNamed) {
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"Bo\"><w:rPr><w:strike/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"BoNua\"><w:basedOn w:val=\"Bo\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"DoanBo\"><w:rPr><w:dstrike/></w:rPr></w:style>";
    for (const auto& [look, paragraph] :
         std::vector<std::pair<std::string, std::string>>{{"<w:strike/>", ""},
                                                          {"<w:dstrike/>", ""},
                                                          {"<w:strike w:val=\"true\"/>", ""},
                                                          {"<w:rStyle w:val=\"Bo\"/>", ""},
                                                          {"<w:rStyle w:val=\"BoNua\"/>", ""},
                                                          {"", "<w:pStyle w:val=\"DoanBo\"/>"}}) {
        std::string cells;
        for (const auto* text : {"1", "Lập danh sách", "Sở Nội vụ", "Quý I/2026"})
            cells += cell_of_runs(run(text, look), paragraph);
        const auto reading =
            read_plan(word_plan(row_of(cells) + word_row({"2", "Tổng hợp", "Sở Y tế", "30/6/2026"}), styles));
        ASSERT_EQ(reading.rows.size(), 1u) << look << paragraph;
        EXPECT_EQ(reading.rows[0].number(), "2");
        EXPECT_EQ(reading.problems.at(0),
                  (Message{"plan.rows_taken_back", {"1", "1", "2", "@plan.why_struck"}}));
    }
}

TEST(TakenBack, AStrikeThatIsSwitchedOffCounts) {
    const auto reading =
        read_plan(word_plan(row_of(cell("1") + cell_of_runs(run("Lập danh sách", "<w:strike w:val=\"0\"/>")) +
                                   cell("Sở Nội vụ") + cell("30/6/2026"))));
    EXPECT_EQ(reading.rows.at(0).title(), "Lập danh sách");
    EXPECT_THAT(keys_of(reading.rows[0]), IsEmpty());
}

TEST(TakenBack, OfACellOnlyWhatIsNotStruckCountsAndTheRowSaysSo) {
    const auto reading = read_plan(word_plan(row_of(
        cell("1") + cell("Đổi hạn") + cell_of_runs(run("Sở Xây dựng", "<w:strike/>") + run(" Sở Y tế")) +
        cell_of_runs(run("30/9/2025", "<w:dstrike/>") + run(", trước 15/12/2025")))));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Y tế");
    EXPECT_EQ(reading.rows[0].deadline_text(), "trước 15/12/2025");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.struck", "row.struck"));
}

TEST(TakenBack, AStruckRowDoesNotGiveItsMergedCellsToTheNext) {
    const std::string strike = "<w:strike/>";
    const auto merged = [](const std::string& runs, const std::string& how) {
        return "<w:tc><w:tcPr><w:vMerge" + how + "/></w:tcPr><w:p>" + runs + "</w:p></w:tc>";
    };
    const auto reading = read_plan(word_plan(
        word_row({"1", "Một", "Sở Tư pháp", "Quý I/2026"}) +
        row_of(cell_of_runs(run("2", strike)) + cell_of_runs(run("Hai", strike)) +
               merged(run("Sở Nội vụ", strike), " w:val=\"restart\"") + cell_of_runs(run("x", strike))) +
        row_of(cell("3") + cell("Ba") + merged("", "") + cell("Quý II/2026"))));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[1].lead_text(), "");
}

TEST(TakenBack, WhatTrackedChangesDeletedIsGone) {
    const auto deleted_cell = cell("30/9/2025", "<w:cellDel w:id=\"1\" w:author=\"x\"/>");
    const auto reading = read_plan(docx(word_table(
        row_of(cell("STT") + cell("Nhiệm vụ") + cell("Cơ quan chủ trì") + cell("Thời hạn", "<w:cellDel/>") +
               cell("Thời hạn")) +
        row_of(cell("1") + cell("Một") + cell("Sở Nội vụ") + deleted_cell + cell("15/12/2025")) +
        row_of(cell("2") + cell("Hai") + cell("Sở Y tế") + deleted_cell + cell("15/12/2025"), "<w:del/>"))));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "15/12/2025");
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.rows_taken_back", "plan.cells_deleted"));
    EXPECT_EQ(reading.problems[0].args.back(), "@plan.why_deleted");
}

TEST(TakenBack, HiddenTextAndHiddenRowsOfAWordFileAreNamed) {
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style>";
    const auto reading = read_plan(word_plan(
        row_of(cell("1") + cell("Một") + cell("Sở Nội vụ") + cell("Quý I/2026"), "<w:hidden/>") +
            row_of(cell("2") + cell("Hai") + cell("Sở Y tế") +
                   cell_of_runs(run("Quý II/2026") + run(" và Quý III/2026", "<w:rStyle w:val=\"An\"/>"))),
        styles));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Quý II/2026");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text"));
    EXPECT_EQ(reading.problems.at(0), (Message{"plan.rows_taken_back", {"1", "1", "2", "@plan.why_hidden"}}));
}

TEST(TakenBack, NoteMarksAreNoFiguresAndSquareMetresAreNoNotes) {
    const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
    const auto reading = read_plan(word_plan(row_of(
        cell("1") + cell_of_runs(run("Xây 500 m") + run("2", raised) + run(" nhà kho") + run("(*)", raised)) +
        cell("Sở Nội vụ") + cell_of_runs(run("Tháng 1") + run("2", raised) + run("/2026")))));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].title(), "Xây 500 m2 nhà kho");
    EXPECT_EQ(reading.rows[0].deadline_text(), "Tháng 1/2026");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.note_mark", "row.note_mark"));
}

TEST(TakenBack, AFigureThatIsRaisedByHandIsANoteToo) {
    const auto reading = read_plan(word_plan(
        row_of(cell("1") + cell("Rà soát quy chế") + cell("Sở Nội vụ") +
               cell_of_runs(run("Tháng 1") + run("2", "<w:position w:val=\"8\"/>") + run("/2027")))));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Tháng 1/2027");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.note_mark"));
}

// Styles of a workbook: 0 plain, 1 struck, 2 month first, 3 shows nothing.
const std::string sheet_styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"m/d/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\";;;\"/>"
    "</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"165\" fontId=\"0\"/>"
    "</cellXfs>";

std::string sheet_cell(const std::string& place, const std::string& text, int style = 0) {
    return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text +
           "</t></is></c>";
}
std::string numbered_row(int line, const std::string& cells, const std::string& attributes = {}) {
    return "<row r=\"" + std::to_string(line) + "\"" + attributes + ">" + cells + "</row>";
}
PlanTableReading read_sheet_plan(const std::string& rows, const std::string& columns = {},
                                 const std::string& merged = {}) {
    return read_plan(xlsx({{sheet_head + rows, merged, "visible", columns}}, {}, sheet_styles));
}

TEST(TakenBack, ARowStruckThroughInAWorkbookIsNoTaskAndIsNamed) {
    const auto rich = [](const std::string& place, const std::string& text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>" + text +
               "</t></r></is></c>";
    };
    const auto by_style =
        numbered_row(2, sheet_cell("A2", "1") + sheet_cell("B2", "Một", 1) + sheet_cell("C2", "Sở Y tế", 1) +
                            sheet_cell("D2", "Quý I/2026", 1));
    const auto by_runs =
        numbered_row(3, rich("A3", "2") + rich("B3", "Hai") + rich("C3", "Sở Y tế") + rich("D3", "x"));
    const auto reading =
        read_sheet_plan(by_style + by_runs + sheet_row(4, {"3", "Ba", "Sở Nội vụ", "Quý II/2026"}));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].number(), "3");
    EXPECT_EQ(reading.problems.at(0),
              (Message{"plan.rows_taken_back", {"1", "2", "2, 3", "@plan.why_struck"}}));
}

TEST(TakenBack, OfARichTextOnlyTheLivePiecesCount) {
    const auto reading = read_sheet_plan(numbered_row(
        2, sheet_cell("A2", "1") + sheet_cell("B2", "Một") + sheet_cell("C2", "Sở Y tế") +
               "<c r=\"D2\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>30/9/2025 </t></r><r><t>Tháng "
               "1</t></r>"
               "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r><r><t>/2026</t></r></is></c>"));
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "Tháng 1/2026");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.struck", "row.note_mark"));
}

TEST(TakenBack, HiddenRowsOfAWorkbookAreLeftOutHoweverTheyAreHidden) {
    for (const std::string how : {" hidden=\"1\"", " ht=\"0\" customHeight=\"1\"", " hidden=\"true\""}) {
        const auto reading = read_sheet_plan(
            numbered_row(2, sheet_cell("A2", "1") + sheet_cell("B2", "Một") + sheet_cell("C2", "Sở Y tế"),
                         how) +
            sheet_row(3, {"2", "Hai", "Sở Nội vụ", "Quý II/2026"}));
        ASSERT_EQ(reading.rows.size(), 1u) << how;
        EXPECT_EQ(reading.rows[0].number(), "2");
        EXPECT_EQ(reading.problems.at(0),
                  (Message{"plan.rows_taken_back", {"1", "1", "2", "@plan.why_hidden"}}));
    }
}

TEST(TakenBack, AMergedCellThatBeginsInAHiddenRowIsSeenBelowIt) {
    const auto reading =
        read_sheet_plan(numbered_row(2,
                                     sheet_cell("A2", "1") + sheet_cell("B2", "Một") +
                                         sheet_cell("C2", "Sở Y tế") + sheet_cell("D2", "Quý I/2026"),
                                     " hidden=\"1\"") +
                            sheet_row(3, {"2", "Hai", "Sở Nội vụ"}),
                        {}, "D2:D3");
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "Quý I/2026");
}

TEST(TakenBack, HiddenColumnsAreLeftOutAndNamed) {
    for (const std::string how : {"hidden=\"1\"", "width=\"0\" customWidth=\"1\""}) {
        const auto reading = read_plan(
            xlsx({{sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn (dự thảo)", "Thời hạn"}) +
                       sheet_row(2, {"1", "Một", "Sở Y tế", "15/9/2025", "15/12/2025"}),
                   "", "visible", "<cols><col min=\"4\" max=\"4\" " + how + "/></cols>"}}));
        EXPECT_EQ(reading.rows.at(0).deadline_text(), "15/12/2025") << how;
        EXPECT_EQ(reading.problems.at(0), (Message{"plan.columns_hidden", {"1", "“Thời hạn (dự thảo)”"}}));
    }
}

TEST(TakenBack, AFormatThatShowsNothingHidesItsText) {
    const auto reading =
        read_sheet_plan(numbered_row(2, sheet_cell("A2", "1") + sheet_cell("B2", "Một") +
                                            sheet_cell("C2", "Sở Y tế") + sheet_cell("D2", "Quý I/2026", 3)));
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text"));
}

TEST(CellValue, OfADateWithTheMonthFirstTheDayIsShownFirst) {
    const auto reading = read_sheet_plan(numbered_row(2, sheet_cell("A2", "1") + sheet_cell("B2", "Một") +
                                                             sheet_cell("C2", "Sở Y tế") +
                                                             "<c r=\"D2\" s=\"2\"><v>45848</v></c>"));
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "10/07/2025");
}

TEST(CellValue, AnErrorIsNoBlankAndIsSaidOnTheRow) {
    for (const std::string error : {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"}) {
        const auto reading = read_sheet_plan(sheet_row(2, {"1", "Một", "Sở Y tế", "Quý I/2026"}) +
                                             numbered_row(3, sheet_cell("A3", "2") + sheet_cell("B3", "Hai") +
                                                                 "<c r=\"C3\" t=\"e\"><v>" + error +
                                                                 "</v></c>" + sheet_cell("D3", error)));
        ASSERT_EQ(reading.rows.size(), 2u) << error;
        EXPECT_EQ(reading.rows[1].lead_text(), "");
        EXPECT_EQ(reading.rows[1].deadline_text(), "");
        EXPECT_THAT(keys_of(reading.rows[1]), ElementsAre("row.cell_error", "row.cell_error"));
        const auto text =
            read_plan("STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn\n1;Một;" + error + ";Quý I/2026\n");
        EXPECT_EQ(text.rows.at(0).lead_text(), "");
        EXPECT_THAT(keys_of(text.rows[0]), ElementsAre("row.cell_error"));
    }
}

TEST(CellValue, AFormulaThatWasNeverCalculatedIsSaidOnTheRow) {
    const auto reading =
        read_sheet_plan(numbered_row(2, sheet_cell("A2", "1") + sheet_cell("B2", "Một") +
                                            sheet_cell("C2", "Sở Y tế") + "<c r=\"D2\"><f>E2</f></c>"));
    EXPECT_THAT(keys_of(reading.rows.at(0)), ElementsAre("row.not_calculated"));
}

TEST(CellValue, EscapedCharactersAreThoseTheyStandFor) {
    const auto reading = read_sheet_plan(numbered_row(
        2, sheet_cell("A2", "1") + sheet_cell("B2", "Lập quy chế_x000D_ phối hợp _x005F_x000D_") +
               sheet_cell("C2", "Sở Tư pháp_x000D_\nSở Nội vụ") + sheet_cell("D2", "Quý I/2026_x000D_")));
    EXPECT_EQ(reading.rows.at(0).title(), "Lập quy chế phối hợp _x000D_");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Tư pháp; Sở Nội vụ");
    EXPECT_EQ(reading.rows[0].deadline_text(), "Quý I/2026");
}

}  // namespace
}  // namespace dondoc::plan
