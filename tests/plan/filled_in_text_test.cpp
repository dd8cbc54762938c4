// SPDX-License-Identifier: Apache-2.0
// Text that office programs draw or fill in by themselves: signs of fonts, placeholders, fields, formulas,
// and what rules of a sheet strike through.
#include <gmock/gmock.h>

#include "office_files.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::string plan_of(const std::string& lead, const std::string& cooperating, const std::string& term,
                    const std::string& properties = {}, const std::string& styles = {}) {
    return docx("<w:tbl>" + properties +
                    word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"}) +
                    "<w:tr>" + cell("1") + cell("Lập danh mục") + lead + cooperating + term +
                    "</w:tr></w:tbl>",
                {}, styles);
}
std::string control(const std::string& properties, const std::string& content) {
    return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

TEST(FilledInText, APlaceholderIsNoText) {
    const auto asked =
        "<w:tc><w:p>" + control("<w:showingPlcHdr/>", run("Nhấp để nhập ngày")) + "</w:p></w:tc>";
    const auto chosen = control("<w:showingPlcHdr/>", "<w:tc><w:p>" + run("Chọn một mục.") + "</w:p></w:tc>");
    const auto filled = "<w:tc>" + control("", paragraph("Sở Y tế")) + "</w:tc>";
    const auto reading = read_plan(plan_of(filled, chosen, asked));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Y tế");
    EXPECT_EQ(reading.rows[0].cooperating_text(), "");
    EXPECT_EQ(reading.rows[0].deadline_text(), "");
}

TEST(FilledInText, AFormulaOfWordIsRead) {
    const auto reading = read_plan(
        plan_of(cell("Sở Y tế"), cell(""),
                "<w:tc><w:p><m:oMath><m:r><m:t>15/12/</m:t></m:r><m:r><m:t>2025</m:t></m:r></m:oMath></w:p>"
                "</w:tc>"));
    EXPECT_EQ(reading.rows.at(0).deadline_text(), "15/12/2025");
}

TEST(FilledInText, ADayThatChangesWithTodayMarksTheRow) {
    const auto field = [](const std::string& instruction) {
        return "<w:tc><w:p><w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + run("15/12/2025") +
               "</w:p></w:tc>";
    };
    const auto keys = [&](const std::string& term) {
        return keys_of(read_plan(plan_of(cell("Sở Y tế"), cell(""), term)).rows.at(0));
    };
    EXPECT_THAT(keys(field(" DATE \\@ \"dd/MM/yyyy\" ")), ElementsAre("row.changes_daily"));
    EXPECT_THAT(
        keys("<w:tc><w:p><w:fldSimple w:instr=\"DATE\">" + run("15/12/2025") + "</w:fldSimple></w:p></w:tc>"),
        ElementsAre("row.changes_daily"));
    EXPECT_THAT(keys(field(" REF han_chot ")), IsEmpty());
    EXPECT_THAT(keys(field(" SAVEDATE ")), IsEmpty());
}

TEST(FilledInText, ATableWhoseStyleStrikesThroughIsNotLive) {
    const std::string styles =
        "<w:style w:type=\"table\" w:styleId=\"Huy\"><w:rPr><w:strike/></w:rPr></w:style>";
    const auto reading =
        read_plan(docx("<w:tbl>" + word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                           word_row({"1", "Một", "Sở Nội vụ", "Quý I/2026"}) +
                           "</w:tbl><w:p/><w:tbl><w:tblPr>" + "<w:tblStyle w:val=\"Huy\"/></w:tblPr>" +
                           word_row({"2", "Hai", "Sở Y tế", "Quý II/2026"}) + "</w:tbl>",
                       {}, styles));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_THAT(keys_of(reading), Contains("plan.rows_taken_back"));
}

TEST(FilledInText, ADiagramIsNamed) {
    const std::string diagram =
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r></w:p>";
    EXPECT_THAT(keys_of(read_plan(docx(word_table(word_row({"STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) +
                                                  word_row({"1", "Một", "Sở Nội vụ", "Quý I/2026"})) +
                                       diagram))),
                ElementsAre("plan.embedded"));
}

TEST(FilledInText, ATickOfWingdingsMarksItsMonth) {
    const std::string tick =
        "<w:tc><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p></w:tc>";
    const std::string letter =
        "<w:tc><w:p>" + run("ü", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>") + "</w:p></w:tc>";
    const auto head = word_row({"STT", "Nhiệm vụ", "Chủ trì", "Quý III/2025", "Quý IV/2025"});
    const auto reading = read_plan(docx(
        word_table(head + "<w:tr>" + cell("1") + cell("Một") + cell("Sở Y tế") + tick + cell("") + "</w:tr>" +
                   "<w:tr>" + cell("2") + cell("Hai") + cell("Sở Y tế") + cell("") + letter + "</w:tr>")));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].deadline_text(), "Quý III/2025");
    EXPECT_EQ(reading.rows[1].deadline_text(), "Quý IV/2025");
    EXPECT_THAT(keys_of(reading.rows[1]), IsEmpty());
}

TEST(FilledInText, OfBoxesOnlyTheTickedOneCounts) {
    const auto lead = [](const std::string& text) {
        return read_plan(plan_of(cell(text), cell(""), cell("Quý I/2026"))).rows.at(0);
    };
    const auto chosen = lead("☒ Sở Tư pháp ☐ Sở Nội vụ");
    EXPECT_EQ(chosen.lead_text(), "Sở Tư pháp");
    EXPECT_THAT(keys_of(chosen), ElementsAre("row.choice_boxes"));
    EXPECT_EQ(lead("☐ Sở Tư pháp; ☑ Sở Nội vụ").lead_text(), "Sở Nội vụ");
    EXPECT_EQ(lead("□ Sở Tư pháp ✓ Sở Nội vụ").lead_text(), "Sở Nội vụ");
    EXPECT_EQ(lead("☐ Sở Tư pháp ☐ Sở Nội vụ").lead_text(), "");
    EXPECT_THAT(keys_of(lead("Sở Tư pháp")), IsEmpty());
}

TEST(FilledInText, ARowOfWhichTrackedChangesLeaveTheNumberIsNoTask) {
    const auto gone = [](const std::string& text) {
        return "<w:tc><w:p><w:del w:id=\"1\"><w:r><w:delText>" + text +
               "</w:delText></w:r></w:del></w:p></w:tc>";
    };
    const auto reading = read_plan(docx(word_table(
        word_row({"STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) + "<w:tr>" + cell("1") + gone("Bỏ") +
        gone("Sở Y tế") + gone("2025") + "</w:tr>" + word_row({"2", "Hai", "Sở Y tế", "Quý I/2026"}))));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].number(), "2");
    EXPECT_EQ(reading.problems.at(0),
              (Message{"plan.rows_taken_back", {"1", "1", "2", "@plan.why_deleted"}}));
}

TEST(FilledInText, ARowWithTwoNumbersIsMarked) {
    const auto two = [](const std::string& one, const std::string& other) {
        return "<w:tc>" + paragraph(one) + paragraph(other) + "</w:tc>";
    };
    const auto reading = read_plan(
        docx(word_table(word_row({"STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) + "<w:tr>" + two("1", "2") +
                        two("Rà soát thủ tục", "Kiểm tra thực tế") + two("Sở Tư pháp", "Sở Y tế") +
                        cell("Quý I/2026") + "</w:tr>" + "<w:tr>" + cell("3") +
                        two("Tập huấn.", "Kiểm tra.") + cell("Sở Y tế") + cell("Quý I/2026") + "</w:tr>")));
    EXPECT_THAT(keys_of(reading.rows.at(0)), ElementsAre("row.several_numbers"));
    EXPECT_THAT(keys_of(reading.rows.back()), IsEmpty());
}

const auto sheet_head = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});
const std::string day_style =
    "<fonts><font/></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    "<dxfs><dxf><fill/></dxf><dxf><font><strike/></font></dxf></dxfs>";

TEST(FilledInText, ADayCountedFromTodayMarksTheRowAndDaysThatAreLeftDoNot) {
    const auto sheet = [](const std::string& cells) {
        return xlsx({{sheet_head +
                          "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Một"
                          "</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Sở Y tế</t></is></c>" +
                          cells + "</row>",
                      ""}},
                    "", day_style);
    };
    const auto keys = [&](const std::string& cells) { return keys_of(read_plan(sheet(cells)).rows.at(0)); };
    EXPECT_THAT(keys("<c r=\"D2\" s=\"1\"><f>TODAY()+30</f><v>46006</v></c>"),
                ElementsAre("row.changes_daily"));
    EXPECT_THAT(keys("<c r=\"D2\" s=\"1\"><f>DATE(2025,12,15)</f><v>46006</v></c>"), IsEmpty());
    EXPECT_THAT(keys("<c r=\"D2\" s=\"1\"><v>46006</v></c><c r=\"E2\"><f>D2-TODAY()</f><v>12</v></c>"),
                IsEmpty());
}

TEST(FilledInText, AConditionalFormatThatStrikesThroughIsNamed) {
    const auto sheet = [](const std::string& format) {
        return xlsx({{sheet_head + sheet_row(2, {"1", "Một", "Sở Y tế", "Quý I/2026"}), "", "visible",
                      "<conditionalFormatting sqref=\"A2:D9\"><cfRule type=\"expression\" dxfId=\"" + format +
                          "\"/></conditionalFormatting>"}},
                    "", day_style);
    };
    const auto struck = read_plan(sheet("1"));
    EXPECT_EQ(struck.rows.size(), 1u);
    EXPECT_EQ(struck.problems.at(0), (Message{"plan.conditional_strike", {"1", "A2:D9"}}));
    EXPECT_THAT(keys_of(read_plan(sheet("0"))), Not(Contains("plan.conditional_strike")));
}

}  // namespace
}  // namespace dondoc::plan
