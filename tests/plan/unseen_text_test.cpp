// SPDX-License-Identifier: Apache-2.0
// Text that has the colour of what it stands on is hidden text, whatever says the colours.
#include <gmock/gmock.h>

#include "odf_files.h"
#include "office_files.h"
#include "pdf_files.h"
#include "plan/formats/colour.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Colour, IsReadAndCompared) {
    EXPECT_EQ(colour_of("FF8000"), Colour{0xFF8000});
    EXPECT_EQ(colour_of("#ff8000"), Colour{0xFF8000});
    EXPECT_EQ(colour_of("FFFF8000"), Colour{0xFF8000});
    for (const auto* none : {"", "auto", "transparent", "12345", "GG0000"})
        EXPECT_FALSE(colour_of(none)) << none;
    EXPECT_TRUE(look_alike(0xFFFFFF, 0xFDFDFD));
    EXPECT_FALSE(look_alike(0xFFFFFF, 0xD9D9D9));
    EXPECT_EQ(tinted(0x000000, 1), Colour{0xFFFFFF});
    EXPECT_EQ(tinted(0xFFFFFF, -0.5), Colour{0x808080});
}

// Fonts 0 black, then white as `colours` say; fills 0 none, 1 grey pattern, 2 yellow, 3 dark blue. Style 1
// white on nothing, 2 yellow on yellow, 3 white on blue, 4 "[White]", 5 white on the pattern.
std::string styles_with(const std::string& white) {
    const auto solid = [](const std::string& colour) {
        return "<fill><patternFill patternType=\"solid\"><fgColor " + colour + "/></patternFill></fill>";
    };
    return "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[White]General\"/></numFmts>"
           "<fonts><font><color theme=\"1\"/></font><font><color " +
           white +
           "/></font><font><color indexed=\"13\"/></font></fonts><fills><fill><patternFill "
           "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>" +
           solid("rgb=\"FFFFFF00\"") + solid("rgb=\"FF1F4E79\"") +
           "</fills><cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"2\" fillId=\"2\"/><xf fontId=\"1\" "
           "fillId=\"3\"/>"
           "<xf numFmtId=\"164\"/><xf fontId=\"1\" fillId=\"1\"/></cellXfs>";
}
std::string styled(const std::string& place, const std::string& text, int style) {
    return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text +
           "</t></is></c>";
}
PlanTableReading with_term_in_style(int style, const std::string& white) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<row r=\"2\">" +
                      styled("A2", "1", 0) + styled("B2", "Rà soát", 0) + styled("C2", "Sở Y tế", 0) +
                      styled("D2", "30/6/2026", style) + "</row>";
    return read_plan(xlsx({{rows, ""}}, {}, styles_with(white)));
}

TEST(UnseenText, OfAWorkbookIsSaidAndNotUsed) {
    for (const std::string white : {"rgb=\"FFFFFFFF\"", "theme=\"0\"", "indexed=\"9\"", "indexed=\"65\"",
                                    "theme=\"0\" tint=\"-0.02\"", "theme=\"1\" tint=\"1\""})
        for (const int style : {1, 2, 4}) {
            if (style == 4 && white != "theme=\"0\"") continue;
            const auto reading = with_term_in_style(style, white);
            ASSERT_EQ(reading.rows.size(), 1u);
            EXPECT_EQ(reading.rows[0].deadline_text(), "") << white << style;
            EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text")) << white << style;
        }
}

TEST(UnseenText, IsSeenOnAnotherColourAndWhereNobodyCanTell) {
    for (const int style : {0, 3, 5}) {
        const auto reading = with_term_in_style(style, "rgb=\"FFFFFFFF\"");
        EXPECT_EQ(reading.rows.at(0).deadline_text(), "30/6/2026") << style;
        EXPECT_THAT(keys_of(reading.rows[0]), IsEmpty()) << style;
    }
    EXPECT_EQ(with_term_in_style(1, "theme=\"0\" tint=\"-0.35\"").rows.at(0).deadline_text(), "30/6/2026");
}

TEST(UnseenText, OfAPieceOfARichTextIsSaid) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<row r=\"2\">" +
                      styled("A2", "1", 0) + styled("B2", "Rà soát", 0) + "<c r=\"C2\" t=\"s\"><v>0</v></c>" +
                      styled("D2", "30/6/2026", 0) + "</row>";
    const auto reading = read_plan(
        xlsx({{rows, ""}},
             "<si><r><t>Sở Y tế</t></r><r><rPr><color theme=\"0\"/></rPr><t>, Sở Nội vụ</t></r></si>",
             styles_with("theme=\"0\"")));
    EXPECT_EQ(reading.rows.at(0).lead_text(), "Sở Y tế");
    EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text"));
}

TEST(UnseenText, OfAWholeRowIsNamedByItsLine) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                      sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"}) + "<row r=\"3\">" +
                      styled("A3", "2", 1) + styled("B3", "Đo đạc", 1) + styled("C3", "Sở Y tế", 1) +
                      styled("D3", "30/9/2026", 1) + "</row>";
    const auto reading = read_plan(xlsx({{rows, ""}}, {}, styles_with("theme=\"0\"")));
    ASSERT_EQ(reading.rows.size(), 1u);
    EXPECT_EQ(reading.problems.at(0), (Message{"plan.rows_taken_back", {"1", "1", "3", "@plan.why_hidden"}}));
}

TEST(UnseenText, OfAConditionalFormatNamesItsArea) {
    const auto sheet = sheet_row(1, {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
                       sheet_row(2, {"1", "Rà soát", "Sở Y tế", "30/6/2026"});
    const auto rule = "<conditionalFormatting sqref=\"B2:D9\"><cfRule dxfId=\"0\"/></conditionalFormatting>";
    const auto reading = [&](const std::string& format) {
        return read_plan(xlsx({{sheet, "", "visible", rule}}, {}, "<dxfs><dxf>" + format + "</dxf></dxfs>"));
    };
    EXPECT_THAT(keys_of(reading("<font><color rgb=\"FFFFFFFF\"/></font>")),
                ElementsAre("plan.conditional_strike"));
    EXPECT_THAT(keys_of(reading("<font><color rgb=\"FFFFFFFF\"/></font><fill><patternFill><bgColor "
                                "rgb=\"FFC00000\"/></patternFill></fill>")),
                IsEmpty());
}

const auto word_titles = word_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"});

// A row whose term is `term`, a cell.
PlanTableReading word_plan_with(const std::string& term, const std::string& styles = {},
                                const std::string& table_properties = {}) {
    return read_plan(docx(word_table(table_properties + word_titles + "<w:tr>" + cell("1") + cell("Rà soát") +
                                     cell("Sở Y tế") + term + "</w:tr>"),
                          {}, styles));
}
std::string shaded(const std::string& shading, const std::string& runs) {
    return "<w:tc><w:tcPr>" + shading + "</w:tcPr><w:p>" + runs + "</w:p></w:tc>";
}

TEST(UnseenText, OfAWordFileIsSaidAndNotUsed) {
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"Trang\"><w:rPr><w:color "
        "w:val=\"FFFFFF\"/></w:rPr></w:style>";
    const std::string yellow = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFF00\"/>";
    for (const auto& term :
         {cell_of_runs(run("30/6/2026", "<w:color w:val=\"FFFFFF\"/>")),
          cell_of_runs(run("30/6/2026", "<w:color w:themeColor=\"background1\"/>")),
          cell_of_runs(run("30/6/2026", "<w:rStyle w:val=\"Trang\"/>")),
          shaded(yellow, run("30/6/2026", "<w:color w:val=\"FFFF00\"/>")),
          cell_of_runs(run("30/6/2026", "<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>"))}) {
        const auto reading = word_plan_with(term, styles);
        ASSERT_EQ(reading.rows.size(), 1u) << term;
        EXPECT_EQ(reading.rows[0].deadline_text(), "") << term;
        EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text")) << term;
    }
}

TEST(UnseenText, OfAWordFileIsSeenOnAShade) {
    const std::string white = "<w:color w:val=\"FFFFFF\"/>";
    const std::string blue = "<w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>";
    const std::string table_style =
        "<w:style w:type=\"table\" w:styleId=\"Luoi\"><w:tblStylePr w:type=\"firstRow\">"
        "<w:tcPr>" +
        blue + "</w:tcPr></w:tblStylePr></w:style>";
    const std::string of_style = "<w:tblPr><w:tblStyle w:val=\"Luoi\"/></w:tblPr>";
    const auto white_term = cell_of_runs(run("30/6/2026", white));
    for (const auto& reading : {word_plan_with(shaded(blue, run("30/6/2026", white))),
                                word_plan_with(cell_of_runs(run("30/6/2026", white + blue))),
                                word_plan_with(cell_of_runs(run("30/6/2026", white), blue)),
                                word_plan_with(white_term, table_style, of_style),
                                word_plan_with(white_term, {}, "<w:tblPr>" + blue + "</w:tblPr>")}) {
        EXPECT_EQ(reading.rows.at(0).deadline_text(), "30/6/2026");
        EXPECT_THAT(keys_of(reading.rows[0]), IsEmpty());
    }
}

TEST(UnseenText, OfWholeRowsOfAWordFileIsNamedByTheirLine) {
    for (const std::string look : {"<w:color w:val=\"FFFFFF\"/>", "<w:vanish/>"}) {
        std::string cells = cell("2");
        for (const auto* text : {"Đo đạc", "Sở Nội vụ", "30/9/2026"}) cells += cell_of_runs(run(text, look));
        const auto reading =
            read_plan(docx(word_table(word_titles + word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"}) +
                                      "<w:tr>" + cells + "</w:tr>")));
        ASSERT_EQ(reading.rows.size(), 1u) << look;
        EXPECT_EQ(reading.problems.at(0),
                  (Message{"plan.rows_taken_back", {"1", "1", "3", "@plan.why_hidden"}}));
    }
}

TEST(UnseenText, OfAnOpenDocumentIsSaidAndNotUsed) {
    const std::string styles =
        "<style:style style:name=\"trang\"><style:text-properties fo:color=\"#ffffff\"/></style:style>"
        "<style:style style:name=\"trang_xanh\"><style:table-cell-properties "
        "fo:background-color=\"#1f4e79\"/>"
        "<style:text-properties fo:color=\"#ffffff\"/></style:style>";
    const auto plan = [&](const std::string& term, const std::string& columns = {}) {
        const auto rows = odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) + "<table:table-row>" +
                          odf_cell("1") + odf_cell("Rà soát") + odf_cell("Sở Y tế") + term +
                          "</table:table-row>";
        return read_plan(odf("spreadsheet", odf_table(columns + rows), styles));
    };
    for (const auto& reading :
         {plan(odf_cell("30/6/2026", "table:style-name=\"trang\"")),
          plan(odf_cell("<text:span text:style-name=\"trang\">30/6/2026</text:span>"))}) {
        EXPECT_EQ(reading.rows.at(0).deadline_text(), "");
        EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text"));
    }
    EXPECT_EQ(plan(odf_cell("30/6/2026", "table:style-name=\"trang_xanh\"")).rows.at(0).deadline_text(),
              "30/6/2026");
}

TEST(UnseenText, AStyleThatAColumnGivesToItsCellsCounts) {
    const std::string styles =
        "<style:style style:name=\"bo\"><style:text-properties "
        "style:text-line-through-style=\"solid\"/></style:style>";
    const auto rows =
        "<table:table-column table:number-columns-repeated=\"4\"/>"
        "<table:table-column table:default-cell-style-name=\"bo\"/>" +
        odf_row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"}) +
        odf_row({"1", "Rà soát", "Sở Y tế", "30/6/2026", "15/9/2026"});
    const auto reading = read_plan(odf("spreadsheet", odf_table(rows), styles));
    EXPECT_THAT(keys_of(reading.rows.at(0)), ElementsAre("row.struck"));
}

TEST(UnseenText, OfAWebPageIsSaidAndNotUsed) {
    const auto plan = [](const std::string& term) {
        return read_plan(
            "<html><body><table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời "
            "hạn</th></tr><tr><td>1</td><td>Rà soát</td><td>Sở Y tế</td>" +
            term + "</tr></table></body></html>");
    };
    for (const auto& reading : {plan("<td style=\"color: #FFF\">30/6/2026</td>"),
                                plan("<td><font color=\"white\">30/6/2026</font></td>")}) {
        EXPECT_EQ(reading.rows.at(0).deadline_text(), "");
        EXPECT_THAT(keys_of(reading.rows[0]), ElementsAre("row.hidden_text"));
    }
    EXPECT_EQ(plan("<td bgcolor=\"#1f4e79\" style=\"color:white\">30/6/2026</td>").rows.at(0).deadline_text(),
              "30/6/2026");
}

TEST(UnseenText, OfAWebPageIsKnownHoweverItsColourIsWritten) {
    const auto plan = [](const std::string& style, const std::string& paper) {
        return read_plan(
            "<html><body><table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời "
            "hạn</th></tr><tr style=\"" +
            paper + "\"><td>1</td><td>Rà soát</td><td>Sở Y tế</td><td><span style=\"" + style +
            "\">30/6/2026</span></td></tr></table></body></html>");
    };
    for (const auto* style :
         {"color:rgb(255,255,255)", "color: rgb(100%, 100%, 100%)", "color:rgb(255 255 255 / 80%)",
          "color:rgba(0,0,0,0)", "color:rgba(12, 12, 12, .03)", "color:hsl(0, 0%, 100%)",
          "color:hsla(120deg 100% 99.9% / 1)", "color:#ffff", "color:#fffffff0", "color:#0000",
          "color:transparent", "color:white !important", "color:snow", "opacity:0", "font-size:0pt",
          "visibility: hidden", "mso-hide:all"})
        EXPECT_THAT(keys_of(plan(style, "").rows.at(0)), ElementsAre("row.hidden_text")) << style;
    for (const auto* style : {"color:rgb(255,0,0)", "color:hsl(210, 50%, 40%)", "color:rgba(0,0,0,.5)",
                              "color:tomato", "color:inherit", "font-size:10pt"})
        EXPECT_THAT(keys_of(plan(style, "").rows.at(0)), IsEmpty()) << style;
    const std::string dark = "background: rgb(31 78 121) none";
    EXPECT_THAT(keys_of(plan("color:rgb(255,255,255)", dark).rows.at(0)), IsEmpty());
    EXPECT_THAT(keys_of(plan("color:hsl(209, 59%, 30%)", dark).rows.at(0)), ElementsAre("row.hidden_text"));
    EXPECT_THAT(keys_of(plan("color:white", "background:url(nen.png) #fff").rows.at(0)), IsEmpty());
}

TEST(UnseenText, OfAWebPageIsKnownByTheSheetWithinThePage) {
    const auto plan = [](const std::string& sheet) {
        return read_plan(
            "<html><head><style>" + sheet +
            "</style></head><body><div id=\"giao\"><table class=\"bang\"><tr><th>STT</th><th>Nhiệm "
            "vụ</th><th>Cơ quan chủ trì</th><th>Thời hạn</th></tr><tr class=\"le\"><td>1</td><td>Rà "
            "soát</td><td>Sở Y tế</td><td class=\"han cu\">30/6/2026</td></tr></table></div></body></html>");
    };
    for (const auto* sheet :
         {".han{color:white}", "td.han.cu { color : rgb(255,255,255) ; }", ".bang .han{color:#fff}",
          "table.bang tr > td.cu{color:#fff}", "#giao td.han{color:hsl(0,0%,100%)}", "tr.le .cu{color:#fff}",
          ".cu{color:black} td.cu{color:white}", "@media screen{.le{} .han{color:#fff}}",
          "/* .x{} */ .a,.han{color:#fff}", "@import url(a.css); .han{color:#fff}", "*{} .han{display:none}"})
        EXPECT_THAT(keys_of(plan(sheet).rows.at(0)), ElementsAre("row.hidden_text")) << sheet;
    for (const auto* sheet :
         {".khac .han{color:#fff}", "div > .han{color:#fff}", ".han.moi{color:#fff}",
          ".han:hover{color:#fff}", "td.cu{color:black} .cu{color:white}", "@media print{.han{color:#fff}}",
          "/* .han{color:#fff} */", ".han{color:#fff;background:#1f4e79}", "#khac .han{color:#fff}"})
        EXPECT_THAT(keys_of(plan(sheet).rows.at(0)), IsEmpty()) << sheet;
}

TEST(UnseenText, OfAPdfIsLeftOutAndItsPageNamed) {
    using pdf_page::stroke, pdf_page::words;
    std::string page = "0.5 w\n";
    for (const int y : {800, 760, 720}) page += stroke(50, y, 500, y);
    for (const int x : {50, 100, 300, 500}) page += stroke(x, 800, x, 720);
    page += words(55, 780, "TT") + words(105, 780, "Ten viec") + words(305, 780, "Han") +
            words(55, 740, "10") + words(105, 740, "Ra soat phi") + words(305, 740, "31/12/2026");
    const auto white = "1 g\n" + words(380, 740, "30/6/2026") + "0 g\n";
    const auto covered = words(380, 740, "30/6/2026") + "1 g 375 735 100 20 re f 0 g\n";
    for (const auto& more : {white, covered}) {
        const auto grid = read_plan_grid(pdf({page + more}));
        EXPECT_EQ(grid.tables.at(0).rows.at(1).cells.at(2).text(), "31/12/2026");
        EXPECT_THAT(grid.problems, ElementsAre(Message{"plan.unseen_words", {"1"}}));
    }
    const auto on_black = "0 g 375 735 100 20 re f 1 g\n" + words(380, 740, "30/6/2026") + "0 g\n";
    const auto grid = read_plan_grid(pdf({page + on_black}));
    EXPECT_EQ(grid.tables.at(0).rows.at(1).cells.at(2).text(), "31/12/2026 30/6/2026");
    EXPECT_THAT(grid.problems, IsEmpty());
}

TEST(UnseenText, InABoxOfAnyColourIsSaid) {
    const auto box = "<w:p><w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p>" +
                     run("Sở Nội vụ báo cáo", "<w:color w:val=\"FFFFFF\"/>") +
                     "</w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>";
    const auto reading =
        read_plan(docx(word_table(word_titles + word_row({"1", "Rà soát", "Sở Y tế", "30/6/2026"})) + box));
    EXPECT_THAT(reading.problems, ElementsAre(Message{"plan.text_box", {"Sở Nội vụ báo cáo"}}));
}

}  // namespace
}  // namespace dondoc::plan
