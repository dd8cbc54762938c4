// SPDX-License-Identifier: Apache-2.0
// The office's own letter, filled.
#include "plan/formats/docx_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/message.h"
#include "office_files.h"
#include "plan/formats/zip_archive.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::HasSubstr;
using testing::Not;

LetterContent content() {
    return {{{"coquan", "Sở Nội vụ & <Sở> Tài chính"}, {"ngay", "12/06/2023"}, {"loinhan", "một\nhai"}},
            {"stt", "noidung"},
            {{{"stt", "1"}, {"noidung", "Rà soát «stt» thủ tục"}}, {{"stt", "2"}, {"noidung", "Số hóa"}}}};
}

std::string filled(const std::string& body, const LetterContent& with = content()) {
    const auto bytes = fill_docx(docx(body), with);
    ZipArchive archive(bytes);
    return archive.read("word/document.xml");
}
std::string refused(const std::string& document) {
    try {
        (void)fill_docx(document, content());
    } catch (const UserError& error) {
        return error.message().key;
    }
    return "";
}
std::string merge_run(const std::string& inside) {
    return "<w:r><w:rPr><w:b/></w:rPr>" + inside + "</w:r>";
}
std::string said(const std::string& text) {
    return merge_run("<w:t>" + text + "</w:t>");
}
std::string merge_field(const std::string& instruction) {
    return merge_run("<w:fldChar w:fldCharType=\"begin\"/>") +
           merge_run("<w:instrText> MERGE</w:instrText>") +
           merge_run("<w:instrText>FIELD " + instruction + " </w:instrText>") +
           merge_run("<w:fldChar w:fldCharType=\"separate\"/>") + said("«cũ»") +
           merge_run("<w:fldChar w:fldCharType=\"end\"/>");
}

TEST(DocxTemplate, FieldsOfEveryKindGetTheirValues) {
    const auto xml = filled("<w:p>" + said("Kính gửi: «Cơ_Quan»,") + merge_field("Ngay \\* MERGEFORMAT") +
                            "<w:fldSimple w:instr=\" MERGEFIELD &quot;CO QUAN&quot; \">" + said("x") +
                            "</w:fldSimple></w:p>");
    EXPECT_EQ(xml.find("fldChar"), std::string::npos);
    EXPECT_EQ(xml.find("fldSimple"), std::string::npos);
    EXPECT_THAT(xml, HasSubstr("Kính gửi: Sở Nội vụ &amp; &lt;Sở&gt; Tài chính,"));
    EXPECT_THAT(xml, HasSubstr("12/06/2023"));
    EXPECT_THAT(xml, HasSubstr("<w:b"));
    EXPECT_THAT(xml, Not(HasSubstr("«")));
}

TEST(DocxTemplate, AMarkThatAWordProcessorCutIntoPiecesIsOneField) {
    const auto xml = filled("<w:p>" + said("Ngày «ng") + said("a") + said("y» và “«trích dẫn dài»”") +
                                "</w:p>" + "<w:p>" + said("«ngay» - «ngay»") + "</w:p>",
                            {{{"ngay", "12/06/2023"}, {"trichdandai", "«x»"}}, {}, {}});
    EXPECT_THAT(xml, HasSubstr("Ngày 12/06/2023"));
    EXPECT_THAT(xml, HasSubstr(" và “«x»”")) << "a value is no field";
    EXPECT_THAT(xml, HasSubstr("12/06/2023 - 12/06/2023"));
}

TEST(DocxTemplate, ALineBreakOfAValueBeginsALine) {
    EXPECT_THAT(filled("<w:p>" + said("(«loi_nhan»)") + "</w:p>"),
                testing::ContainsRegex("\\(một</w:t><w:br ?/><w:t[^>]*>hai\\)"));
}

TEST(DocxTemplate, OneRowOfATableIsRepeatedForEachEntry) {
    const auto xml = filled("<w:tbl>" + word_row({"STT", "Nội dung"}) + word_row({"«stt»", "«noi_dung»"}) +
                            word_row({"", "Tổng «ngay»"}) + "</w:tbl>");
    std::size_t rows = 0;
    for (auto at = xml.find("<w:tr>"); at != std::string::npos; at = xml.find("<w:tr>", at + 1)) ++rows;
    EXPECT_EQ(rows, 4u);
    EXPECT_LT(xml.find("Rà soát «stt» thủ tục"), xml.find("Số hóa"));
    auto none = content();
    none.list.clear();
    EXPECT_THAT(filled("<w:tbl>" + word_row({"STT"}) + word_row({"«stt»"}) + "</w:tbl>", none),
                Not(HasSubstr("«")));
}

TEST(DocxTemplate, OtherPartsStayAndHeadersAreFilledToo) {
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const auto bytes = fill_docx(
        zipped(
            {{"word/document.xml", xml_head + "<w:document" + space + "><w:body/></w:document>"},
             {"word/header1.xml", xml_head + "<w:hdr" + space + "><w:p>" + said("«ngay»") + "</w:p></w:hdr>"},
             {"word/media/image1.png", std::string("\x89PNG\0\1", 6)}}),
        content());
    ZipArchive archive(bytes);
    EXPECT_THAT(archive.read("word/header1.xml"), HasSubstr("12/06/2023"));
    EXPECT_EQ(archive.read("word/media/image1.png"), std::string("\x89PNG\0\1", 6));
}

TEST(DocxTemplate, WhatCannotBeFilledIsRefused) {
    EXPECT_EQ(refused("%PDF-1.7"), "letter.not_docx");
    EXPECT_EQ(refused(zipped({{"xl/workbook.xml", "<w/>"}})), "letter.not_docx");
    EXPECT_EQ(refused(zipped({{"word/document.xml", "<w/>"}, {"word/vbaProject.bin", "x"}})),
              "letter.macros");
    EXPECT_EQ(refused(docx("<w:p>" + said("«cơ quang»") + "</w:p>")), "letter.unknown_field");
    EXPECT_EQ(refused(docx("<w:p>" + said("«stt»") + "</w:p>")), "letter.list_outside");
    EXPECT_EQ(refused(docx("<w:tbl>" + word_row({"«stt»"}) + word_row({"«noi_dung»"}) + "</w:tbl>")),
              "letter.two_lists");
}

TEST(DocxTemplate, HostileFilesAreRefusedAsPlansAre) {
    EXPECT_EQ(refused(zipped({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})),
              "plan.xml_doctype");
    EXPECT_EQ(refused(docx(std::string(8u << 20, ' '))), "plan.archive_too_big");
    EXPECT_EQ(refused("PK\x03\x04 nothing more"), "plan.broken_archive");
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
    for (int i = 0; i < 5000; ++i) deep += "</w:sdt>";
    EXPECT_EQ(refused(docx(deep)), "plan.xml_deep");
}

}  // namespace
}  // namespace dondoc::plan
