// PDF files made by the test itself: ruled cells, merged ones, tables over pages, and what is no such file.
#include <gmock/gmock.h>

#include "domain/message.h"
#include "pdf_files.h"
#include "plan/reader.h"
#include "plan/ruling.h"

namespace dondoc::plan {
namespace {

using namespace tests::pdf_page;
using tests::pdf;

// Three columns from 50 to 500; rows of 40 points below 800. The second and third row share their last cell.
std::string small_table() {
    std::string page = "0.5 w\n" + line(50, 800, 500, 800) + line(50, 760, 500, 760) +
                       line(50, 720, 300, 720) + line(50, 680, 500, 680);
    for (const int x : {50, 100, 300, 500}) page += line(x, 800, x, 680);
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

TEST(Pdf, WithoutTextOrDamagedIsRefused) {
    EXPECT_EQ(key_of(pdf({line(50, 800, 500, 800)})), "plan.pdf_scanned");
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
