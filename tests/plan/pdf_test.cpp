// SPDX-License-Identifier: Apache-2.0
// PDF files made by the test itself: ruled cells, merged ones, tables over pages, and what is no such file.
#include <gmock/gmock.h>

#include "domain/message.h"
#include "pdf_files.h"
#include "plan/formats/ruling.h"
#include "plan/reader.h"

namespace dondoc::plan {
namespace {

using namespace tests::pdf_page;
using tests::pdf;

// Three columns from 50 to 500; rows of 40 points below 800. The second and third row share their last cell.
std::string small_table() {
    std::string page = "0.5 w\n" + stroke(50, 800, 500, 800) + stroke(50, 760, 500, 760) +
                       stroke(50, 720, 300, 720) + stroke(50, 680, 500, 680);
    for (const int x : {50, 100, 300, 500}) page += stroke(x, 800, x, 680);
    return page + words(55, 780, "TT") + words(105, 780, "Ten viec") + words(305, 780, "Han") +
           words(55, 740, "1") + words(105, 745, "mot dong rat dai, het cho cua no") +
           words(105, 733, "thi xuong dong") + words(305, 720, "31/12/2023") + words(55, 700, "2") +
           words(105, 700, "hai");
}

std::string key_of(const std::string& bytes) {
    try {
        read_plan_grid(bytes);
        return "";
    } catch (const UserError& error) {
        return error.message().key;
    }
}

TEST(Pdf, RuledCellsAndMergedOnesAreRead) {
    const auto grid = read_plan_grid(pdf({small_table()}));
    ASSERT_EQ(grid.tables.size(), 1u);
    const auto& rows = grid.tables[0].rows;
    ASSERT_EQ(rows.size(), 3u);
    ASSERT_EQ(rows[0].cells.size(), 3u);
    EXPECT_EQ(rows[0].cells[1].text(), "Ten viec");
    EXPECT_EQ(rows[1].cells[1].text(), "mot dong rat dai, het cho cua no thi xuong dong");
    EXPECT_EQ(rows[1].cells[2].text(), "31/12/2023");
    EXPECT_TRUE(rows[2].cells[2].continues_above);
    EXPECT_EQ(rows[2].cells[0].text(), "2");
}

TEST(Pdf, ATableGoesOnOverPagesUnlessTextStandsBetween) {
    const auto number = words(290, 820, "2");
    auto grid = read_plan_grid(pdf({small_table(), number + small_table()}));
    ASSERT_EQ(grid.tables.size(), 1u);
    ASSERT_EQ(grid.tables[0].rows.size(), 6u);
    EXPECT_TRUE(grid.tables[0].rows[3].after_break);
    grid = read_plan_grid(pdf({small_table(), words(100, 820, "Phu luc 2") + small_table()}));
    EXPECT_EQ(grid.tables.size(), 2u);
}

// Words of a header that the font of these files has: STT, Tên, Phân công, Ghi chú.
const std::string unruled_header = words(50, 790, "STT") + words(150, 790, "T\\352n") +
                                   words(300, 790, "Ph\\342n c\\364ng") + words(450, 790, "Ghi ch\\372");

TEST(Pdf, ColumnsThatOnlyGapsTellAreRead) {
    const auto grid =
        read_plan_grid(pdf({words(200, 820, "BANG NHIEM VU NAM 2024") + unruled_header + words(50, 770, "1") +
                            words(90, 770, "Ra soat quy dinh ve cac khoan") + words(300, 770, "So Noi vu") +
                            words(450, 770, "a") + words(90, 758, "thu tai cho") + words(50, 740, "2") +
                            words(90, 740, "Bao cao nam") + words(300, 740, "So Tai chinh") +
                            words(60, 640, "Noi nhan: nhu tren") + words(400, 640, "CHU TICH")}));
    ASSERT_EQ(grid.tables.size(), 1u);
    const auto& rows = grid.tables[0].rows;
    ASSERT_EQ(rows.size(), 3u);
    ASSERT_EQ(rows[0].cells.size(), 4u);
    EXPECT_EQ(rows[0].cells[2].text(), "Phân công");
    EXPECT_EQ(rows[1].cells[0].text(), "1");
    EXPECT_EQ(rows[1].cells[1].text(), "Ra soat quy dinh ve cac khoan thu tai cho");
    EXPECT_EQ(rows[1].cells[2].text(), "So Noi vu");
    EXPECT_EQ(rows[1].cells[3].text(), "a");
    EXPECT_EQ(rows[2].cells[1].text(), "Bao cao nam");
    EXPECT_TRUE(rows[2].cells[3].empty());
}

TEST(Pdf, ATableWithoutLinesGoesOnOverPages) {
    const auto body = [](int y, const char* number, const char* title) {
        return words(50, y, number) + words(90, y, title) + words(300, y, "So Noi vu") + words(450, y, "a");
    };
    const auto reading =
        read_plan(pdf({unruled_header + body(770, "1", "Viec mot") + body(750, "2", "Viec hai va"),
                       words(290, 820, "2") + words(90, 790, "phan con lai") + body(770, "3", "Viec ba")}));
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].title(), "Viec hai va phan con lai");
    EXPECT_EQ(reading.rows[2].lead_text(), "So Noi vu");
}

TEST(Pdf, ACellThatAPageBreakSplitsIsOne) {
    // Ruled, the last row of the first page goes on in the first of the second.
    const auto frame = [](int top, int bottom) {
        std::string page = "0.5 w\n" + stroke(50, top, 500, top) + stroke(50, bottom, 500, bottom);
        for (const int x : {50, 100, 300, 500}) page += stroke(x, top, x, bottom);
        return page;
    };
    const auto first = frame(800, 720) + stroke(50, 760, 500, 760) + words(55, 780, "STT") +
                       words(105, 780, "T\\352n") + words(305, 780, "Ph\\342n c\\364ng") +
                       words(55, 740, "1") + words(105, 740, "Ra soat cac") + words(305, 740, "So Noi vu");
    const auto second = frame(800, 720) + stroke(50, 760, 500, 760) + words(105, 780, "quy dinh ve phi") +
                        words(55, 740, "2") + words(105, 740, "Bao cao") + words(305, 740, "So Tai chinh");
    const auto reading = read_plan(pdf({first, second}));
    ASSERT_EQ(reading.rows.size(), 2u);
    EXPECT_EQ(reading.rows[0].title(), "Ra soat cac quy dinh ve phi");
}

TEST(Pdf, WithoutTextOrDamagedIsRefused) {
    EXPECT_EQ(key_of(pdf({stroke(50, 800, 500, 800)})), "plan.pdf_scanned");
    EXPECT_EQ(key_of("%PDF-1.7 and nothing else"), "plan.pdf_unreadable");
    EXPECT_EQ(key_of(pdf({words(50, 700, "chi co chu")})), "");  // no table: the meaning stage says so
}

TEST(Pdf, WhosePagesAreHugeTakesBoundedMemory) {
    auto bytes = pdf({small_table()});
    const std::string box = "[0 0 595 842]";
    bytes.replace(bytes.find(box), box.size(), "[0 0 99999 99]");  // one byte longer: the reader mends that
    EXPECT_NO_THROW(key_of(bytes));
}

TEST(Ruling, FilledAreasAndUnderlinesAreNoTables) {
    Picture picture{200, 100, 1.0, std::vector<std::uint8_t>(200 * 100, 255)};
    for (std::size_t y = 20; y < 60; ++y)
        for (std::size_t x = 20; x < 150; ++x) picture.grey[y * 200 + x] = 0;
    for (std::size_t x = 20; x < 150; ++x) picture.grey[80 * 200 + x] = 0;
    EXPECT_TRUE(ruled_tables(picture).empty());
}

}  // namespace
}  // namespace dondoc::plan
