// SPDX-License-Identifier: Apache-2.0
// Text of the years before Unicode.
#include "plan/formats/old_fonts.h"

#include <gmock/gmock.h>

#include "office_files.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

using namespace tests;

TEST(OldFonts, Tcvn3IsRead) {
    EXPECT_EQ(decoded("NhiÖm vô", OldEncoding::Tcvn3), "Nhiệm vụ");
    EXPECT_EQ(decoded("C¬ quan chñ tr×", OldEncoding::Tcvn3), "Cơ quan chủ trì");
    EXPECT_EQ(decoded("Thêi h¹n: tr­íc ngµy 15/12", OldEncoding::Tcvn3), "Thời hạn: trước ngày 15/12");
    EXPECT_EQ(decoded("§Ò ¸n ®Æc thï", OldEncoding::Tcvn3), "Đề án đặc thù");
    EXPECT_EQ(decoded("nhiÖm vô", OldEncoding::Tcvn3Capitals), "NHIỆM VỤ");
}

TEST(OldFonts, VniIsRead) {
    EXPECT_EQ(decoded("Nhieäm vuï", OldEncoding::Vni), "Nhiệm vụ");
    EXPECT_EQ(decoded("Cô quan chuû trì", OldEncoding::Vni), "Cơ quan chủ trì");
    EXPECT_EQ(decoded("Thôøi haïn: tröôùc ngaøy", OldEncoding::Vni), "Thời hạn: trước ngày");
    EXPECT_EQ(decoded("ÑEÀ AÙN ñaëc thuø", OldEncoding::Vni), "ĐỀ ÁN đặc thù");
}

TEST(OldFonts, AreToldByTheirNames) {
    EXPECT_EQ(encoding_of_font(".VnTime"), OldEncoding::Tcvn3);
    EXPECT_EQ(encoding_of_font(".VnArialH"), OldEncoding::Tcvn3Capitals);
    EXPECT_EQ(encoding_of_font("VNI-Times"), OldEncoding::Vni);
    EXPECT_EQ(encoding_of_font("Times New Roman"), OldEncoding::None);
}

TEST(OldFonts, AreToldByTheirLookWhereThereIsEnoughOfIt) {
    EXPECT_EQ(encoding_by_look("NhiÖm vô cña Së Néi vô: rµ so¸t thñ tôc hµnh chÝnh"), OldEncoding::Tcvn3);
    EXPECT_EQ(encoding_by_look("Nhieäm vuï cuûa Sôû Noäi vuï: raø soaùt thuû tuïc"), OldEncoding::Vni);
    EXPECT_EQ(encoding_by_look("Nhiệm vụ của Sở Nội vụ © 2025 ® · « »"), OldEncoding::None);
    EXPECT_EQ(encoding_by_look("Die Maßnahmen für München"), OldEncoding::None);
}

TEST(OldFonts, OfAWordFileAreReadAndTheRowSaysSo) {
    const auto old = [](const char* font, const std::string& text) {
        return cell_of_runs(
            run(text, std::string("<w:rFonts w:ascii=\"") + font + "\" w:hAnsi=\"" + font + "\"/>"));
    };
    const auto reading = read_plan(docx(word_table(
        "<w:tr>" + old(".VnTime", "STT") + old(".VnTime", "NhiÖm vô") + old(".VnTimeH", "c¬ quan chñ tr×") +
        old("VNI-Times", "Thôøi haïn") + "</w:tr><w:tr>" + cell("1") + old(".VnTime", "Rµ so¸t thñ tôc") +
        old("VNI-Times", "Sôû Noäi vuï") + cell("20/12/2025") + "</w:tr>")));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].title(), "Rà soát thủ tục");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.rows[0].doubts(0).key(), "row.old_font");
    EXPECT_EQ(reading.rows[0].doubts(0).args(0), "TCVN3");
    EXPECT_EQ(reading.rows[0].doubts(1).args(0), "VNI");
}

TEST(OldFonts, OfAWorkbookAreRead) {
    const auto reading =
        read_plan(xlsx({{sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                             "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\" "
                             "t=\"inlineStr\"><is><t>Rµ so¸t</t></is></c>"
                             "<c r=\"C2\" t=\"inlineStr\"><is><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>Sôû "
                             "Noäi vuï</t></r></is></c>"
                             "</row>",
                         ""}},
                       {},
                       "<fonts><font/><font><name val=\".VnTime\"/></font></fonts><cellXfs><xf/><xf "
                       "fontId=\"1\"/></cellXfs>"));
    EXPECT_EQ(reading.rows.at(0).title(), "Rà soát");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
}

TEST(OldFonts, OfATextFileAreReadAndNamed) {
    const auto reading =
        read_plan("STT;NhiÖm vô;C¬ quan chñ tr×;Thêi h¹n\n1;Rµ so¸t thñ tôc;Së Néi vô;Th¸ng 6/2026\n");
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.rows[0].title(), "Rà soát thủ tục");
    EXPECT_EQ(reading.rows[0].lead_text(), "Sở Nội vụ");
    EXPECT_EQ(reading.problems.at(0), (Message{"plan.old_font", {"TCVN3"}}));
}

}  // namespace
}  // namespace dondoc::plan
