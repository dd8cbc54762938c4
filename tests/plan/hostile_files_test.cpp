// SPDX-License-Identifier: Apache-2.0
// Files made to do harm are refused, quickly and with a reason; damaged ones never crash the reader.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "../language/sample_register.h"
#include "office_files.h"
#include "plan/meaning/meaning.h"
#include "plan/reader.h"
#include "support/cpu_time.h"
#include "support/fewer.h"

namespace dondoc::plan {
namespace {

using namespace tests;

constexpr double soon = 1 * test::patience;  // seconds

std::string refusal(const std::string& bytes) {
    const test::CpuTime took;
    std::string key;
    try {
        (void)read_plan(bytes);
    } catch (const UserError& error) {
        key = error.message().key;
    }
    EXPECT_LT(took.seconds(), soon) << key;
    return key;
}

// In this process, where a crash is seen as one; the library that reads PDF keeps its own.
void read_here(const std::string& bytes) {
    if (bytes.starts_with("%PDF"))
        (void)read_plan(bytes);
    else
        (void)read_grid(read_plan_grid_here(bytes, [](Sign) {}));
}

std::string repeated(const std::string& piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

std::string part(const std::string& inside, const std::string& before = {}) {
    return zipped({{"word/document.xml", xml_head + before + inside}});
}

TEST(HostileFile, OfAHugeSizeIsRefused) {
    EXPECT_EQ(refusal(std::string(max_bytes + 1, 'a')), "plan.too_big");
}

TEST(HostileFile, ThatUnpacksToFarMoreIsRefusedUnread) {
    EXPECT_EQ(refusal(docx(std::string(300u << 20, ' '))), "plan.archive_too_big");
    EXPECT_EQ(refusal(docx(repeated("<w:p></w:p>", 2'000'000))), "plan.archive_too_big");
}

TEST(HostileFile, WhoseHeaderLiesAboutItsSizeIsRefused) {
    auto bytes = docx(repeated("<w:p></w:p>", 5000));
    // The uncompressed size in the directory at the end, 24 bytes behind its mark.
    const auto entry = bytes.rfind("PK\x01\x02");
    ASSERT_NE(entry, std::string::npos);
    bytes[entry + 24] = 100;
    bytes[entry + 25] = bytes[entry + 26] = bytes[entry + 27] = 0;
    EXPECT_EQ(refusal(bytes), "plan.broken_archive");
}

TEST(HostileFile, WithTooManyEntriesIsRefused) {
    std::map<std::string, std::string> parts;
    for (int i = 0; i < 4100; ++i) parts["a" + std::to_string(i)] = "";
    EXPECT_EQ(refusal(zipped(parts)), "plan.archive_too_big");
}

TEST(HostileFile, WithEntitiesIsRefused) {
    std::string laughs = "<!DOCTYPE x [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const auto before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
    }
    EXPECT_EQ(refusal(part("<w:document><w:body>&a29;</w:body></w:document>", laughs + "]>")),
              "plan.xml_doctype");
    EXPECT_EQ(refusal(part("<w:document><w:body>&x;</w:body></w:document>",
                           "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
              "plan.xml_doctype");
}

TEST(HostileFile, OfBrokenXmlIsRefused) {
    EXPECT_EQ(refusal(part("<w:document><w:body><w:tbl></w:body>")), "plan.broken_xml");
    EXPECT_EQ(refusal(part("")), "plan.broken_xml");
}

TEST(HostileFile, ThatNestsDeeplyIsRefused) {
    for (const std::string name : {"w:sdt", "w:ins", "w:tbl><w:tr><w:tc"}) {
        std::string closing;
        if (name == "w:tbl><w:tr><w:tc") closing = "</w:tc></w:tr></w:tbl>";
        if (closing.empty()) closing = "</" + name + ">";
        std::mt19937 random(1);
        std::string open;  // with some noise, so that it does not pack too well
        for (int i = 0; i < 30'000; ++i) open += "<" + name + "><!--" + std::to_string(random()) + "-->";
        EXPECT_EQ(refusal(docx(open + repeated(closing, 30'000))), "plan.xml_deep") << name;
    }
}

TEST(HostileFile, OfTenThousandColumnsIsRefused) {
    EXPECT_EQ(refusal(docx(word_table("<w:tr>" + repeated("<w:tc/>", 10'000) + "</w:tr>"))), "plan.too_wide");
    EXPECT_EQ(refusal(docx(word_table("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr></w:tc>"
                                      "</w:tr>"))),
              "plan.too_wide");
    EXPECT_EQ(refusal(xlsx({{"<row><c r=\"ZZ1\" t=\"str\"><v>a</v></c></row>", ""}})), "plan.too_wide");
    EXPECT_EQ(refusal("STT;Nội dung" + repeated(";x", 10'000) + "\n"), "plan.no_header");
}

TEST(HostileFile, OfTooManyRowsIsRefused) {
    EXPECT_EQ(refusal(docx(word_table(repeated("<w:tr/>", max_rows + 1)))), "plan.too_long");
    EXPECT_EQ(refusal(xlsx({{repeated("<row><c t=\"str\"><v>a</v></c></row>", max_rows + 1), ""}})),
              "plan.too_long");
}

TEST(HostileFile, WhoseMergedAreasCoverEverythingIsRefused) {
    const auto rows = sheet_row(1, {"STT", "Nội dung", "Thời hạn", "Chủ trì"}) +
                      repeated("<row><c t=\"str\"><v>a</v></c></row>", 15'000);
    EXPECT_EQ(refusal(xlsx({{rows, repeated("A1:D1048576 ", 3000)}})), "plan.archive_too_big");
}

TEST(HostileFile, WhoseMergedCellIsLargeDoesNotMultiplyIt) {
    std::mt19937 random(1);
    std::string large;
    while (large.size() < 100'000) large += std::to_string(random()) + " ";
    const auto as_above = cell("", "<w:vMerge/>");
    std::string rows = word_row({"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"}) +
                       "<w:tr>" + cell("1") + cell("a") + cell(large, "<w:vMerge w:val=\"restart\"/>") +
                       cell("2023") + cell("Sở Y tế") + cell("") + "</w:tr>";
    for (int i = 2; i < 5000; ++i)
        rows += "<w:tr>" + cell(std::to_string(i)) + cell("a") + as_above + cell("2023") + cell("Sở Y tế") +
                cell("") + "</w:tr>";
    EXPECT_EQ(refusal(docx(word_table(rows))), "plan.too_much_text");
}

TEST(HostileFile, OfAnotherKindSaysWhichOneIsWanted) {
    EXPECT_EQ(refusal(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}})),
              "plan.other_archive");
    EXPECT_EQ(refusal(zipped({{"content.xml", "<a/>"},
                              {"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"}})),
              "plan.locked");
    EXPECT_EQ(
        refusal("\xD0\xCF\x11\xE0" + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0", 34)),
        "plan.locked");
    EXPECT_EQ(refusal(zipped({{"a.txt", "b"}})), "plan.other_archive");
    EXPECT_EQ(refusal("PK\x03\x04rest"), "plan.broken_archive");
    EXPECT_EQ(refusal("\xD0\xCF\x11\xE0rest"), "plan.old_office_file");
    EXPECT_EQ(refusal(std::string("GIF89a\0\0\x01", 9)), "plan.binary");
    EXPECT_EQ(refusal(zipped({{"xl/workbook.xml", "<workbook/>"}})), "plan.broken_archive");
}

void flip_and_read(const std::string& bytes, int rounds, unsigned seed) {
    std::mt19937 random(seed);
    for (int round = 0; round < rounds; ++round) {
        auto mutated = bytes;
        const auto changes = 1 + random() % 8;
        for (std::size_t i = 0; i < changes; ++i)
            mutated[random() % mutated.size()] = static_cast<char>(random());
        if (round % 5 == 0) mutated.resize(random() % mutated.size());
        try {
            read_here(mutated);
        } catch (const UserError& error) {
            EXPECT_FALSE(error.message().key.empty());
        }
    }
}

// Damage in the archive is found by its checksums; damage in the XML has to be put there before packing.
TEST(HostileFile, DamagedOnesAreReadOrRefused) {
    const std::string inside = word_row({"STT", "Nội dung", "Thời hạn", "Chủ trì"}) +
                               word_row({"1", "Rà soát", "Năm 2023", "Sở Nội vụ"});
    const auto document = xml_head + "<w:document><w:body>" + word_table(inside) + "</w:body></w:document>";
    const auto sheet = "<worksheet><sheetData>" + sheet_row(1, {"STT", "Nội dung", "Thời hạn", "Chủ trì"}) +
                       sheet_row(2, {"1", "Rà soát", "Năm 2023", "Sở Nội vụ"}) +
                       "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
    flip_and_read(part(document), 2000, 1);
    flip_and_read(xlsx({{sheet_row(1, {"STT", "Nội dung"}), "A1:B1"}}), 2000, 2);
    flip_and_read("STT;Nội dung;Thời hạn;Chủ trì\n1;Rà soát;Năm 2023;Sở Nội vụ\n", 2000, 3);
    std::mt19937 random(4);
    for (int round = 0; round < 1500; ++round) {
        auto damaged = round % 2 ? document : sheet;
        for (auto i = 1 + random() % 6; i > 0; --i)
            damaged[random() % damaged.size()] = "<>/=\"&;w:tcA1 \0x"[random() % 16];
        try {
            if (round % 2)
                read_here(zipped({{"word/document.xml", damaged}}));
            else
                read_here(
                    zipped({{"xl/workbook.xml", "<workbook><sheets><sheet r:id=\"a\"/></sheets></workbook>"},
                            {"xl/_rels/workbook.xml.rels",
                             "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>"},
                            {"xl/s.xml", damaged}}));
        } catch (const UserError& error) {
            EXPECT_FALSE(error.message().key.empty());
        }
    }
}

// A few of each: fuzz targets read many more.
TEST(HostileFile, IssuedPlansThatAreDamagedAreReadOrRefused) {
    const std::string folder = DONDOC_PLANS_DIR;
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no plans as issued in " << folder;
    for (const auto* name : {"kh-122.docx", "kh-122.xlsx"})
        flip_and_read(read_file(folder + "/" + name), test::fewer(25), 5);
    flip_and_read(read_file(folder + "/kh-122.pdf"), 5, 6);  // each round is a process
}

TEST(LargePlan, OfTenThousandRowsIsReadInTime) {
    constexpr int rows = test::fewer(10'000);
    std::string words = word_row({"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"});
    std::string cells = sheet_row(1, {"STT", "Nội dung", "Kết quả", "Thời hạn", "Chủ trì", "Phối hợp"});
    for (int i = 1; i <= rows; ++i) {
        const auto number = std::to_string(i);
        const auto title = "Rà soát văn bản thứ " + number;
        words +=
            word_row({number.c_str(), title.c_str(), "Đạt 100%", "Trước 31/10/2023", "Sở Nội vụ", "Sở Y tế"});
        cells += sheet_row(
            i + 1, {number.c_str(), title.c_str(), "Đạt 100%", "Trước 31/10/2023", "Sở Nội vụ", "Sở Y tế"});
    }
    for (const auto& bytes : {docx(word_table(words)), xlsx({{cells, ""}})}) {
        const test::CpuTime took;
        EXPECT_EQ(read_plan(bytes).rows.size(), static_cast<std::size_t>(rows));
        EXPECT_LT(took.seconds(), 2 * test::patience);
    }
}

}  // namespace
}  // namespace dondoc::plan
