// SPDX-License-Identifier: Apache-2.0
// Tables of a PDF without lines whose columns are narrow and stand close.
#include <gmock/gmock.h>

#include <array>

#include "pdf_files.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using pdf_page::words;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

// Texts of Helvetica, which has few Vietnamese letters: STT, Tên, Phân công, Tháng hoàn thành.
constexpr std::array lefts{50, 74, 200, 258};
std::string line_of(int y, const std::vector<std::string>& texts) {
    std::string made;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!texts[i].empty()) made += words(lefts[i], y, texts[i]);
    return made;
}
const auto titles = line_of(790, {"STT", "T\\352n", "Ph\\342n c\\364ng", "Th\\341ng ho\\340n th\\340nh"});

std::vector<std::string> cells_read(const PlanTableReading& reading) {
    std::vector<std::string> rows;
    for (const auto& row : reading.rows)
        rows.push_back(row.number() + "|" + row.title() + "|" + row.lead_text() + "|" + row.deadline_text());
    return rows;
}

TEST(Gaps, ColumnsThatStandCloseAreToldByWhereTheirTextsBegin) {
    const auto reading = read_plan(pdf(
        {titles + line_of(770, {"1", "Ra soat quy dinh", "So Tai chinh", "6/2026"}) +
         line_of(758, {"", "ve phi va le phi"}) + line_of(738, {"2", "Bao cao nam", "So Noi vu", "9/2026"}) +
         line_of(718, {"3", "Hop to cong tac", "So Tai chinh", "12/2026"}) +
         line_of(698, {"4", "Mo lop", "So Tai chinh", "12/2026"})}));
    EXPECT_THAT(cells_read(reading),
                ElementsAre("1|Ra soat quy dinh ve phi va le phi|So Tai chinh|6/2026",
                            "2|Bao cao nam|So Noi vu|9/2026", "3|Hop to cong tac|So Tai chinh|12/2026",
                            "4|Mo lop|So Tai chinh|12/2026"));
    for (const std::size_t close : {0U, 2U, 3U})
        EXPECT_THAT(keys_of(reading.rows.at(close)), Contains("row.close_columns")) << close;
    EXPECT_THAT(keys_of(reading.rows.at(1)), Not(Contains("row.close_columns")));
}

TEST(Gaps, AHeadingOverSeveralColumnsIsOneText) {
    const auto reading = read_plan(pdf({titles + line_of(770, {"1", "Hop to", "So Tai chinh", "6/2026"}) +
                                        line_of(750, {"II", "CAI CACH THE CHE VA XAY DUNG CO SO DU LIEU"}) +
                                        line_of(730, {"1", "Bao cao", "So Tai chinh", "9/2026"}) +
                                        line_of(710, {"2", "Mo lop", "So Tai chinh", "9/2026"})}));
    ASSERT_EQ(reading.rows.size(), 3U);
    EXPECT_EQ(reading.rows[1].section(), "CAI CACH THE CHE VA XAY DUNG CO SO DU LIEU");
}

TEST(Gaps, ARowWhoseNumberStandsInItsMiddleBeginsAboveIt) {
    const auto row = [](int y, const char* number, const char* first, const char* last) {
        return line_of(y, {"", first}) + line_of(y - 12, {number, "va cac muc", "So Noi vu", "9/2026"}) +
               line_of(y - 24, {"", last});
    };
    const auto reading =
        read_plan(pdf({titles + row(765, "1", "Ra soat phi", "cua tinh") +
                       row(719, "2", "Bao cao thu", "cua huyen") + row(673, "3", "Mo lop", "cua xa")}));
    EXPECT_THAT(cells_read(reading), ElementsAre("1|Ra soat phi va cac muc cua tinh|So Noi vu|9/2026",
                                                 "2|Bao cao thu va cac muc cua huyen|So Noi vu|9/2026",
                                                 "3|Mo lop va cac muc cua xa|So Noi vu|9/2026"));
}

TEST(Gaps, RowsThatNothingPartsAreMarked) {
    std::string page = line_of(790, {"", "T\\352n", "Ph\\342n c\\364ng", "Th\\341ng ho\\340n th\\340nh"});
    for (const int y : {776, 764, 752})
        page += line_of(y, {"", "Viec " + std::to_string(y), "So Noi vu", "9/2026"});
    const auto reading = read_plan(pdf({page}));
    ASSERT_FALSE(reading.rows.empty());
    EXPECT_TRUE(reading.rows.size() == 3U || keys_of(reading.rows[0]).front() == "row.close_columns");
}

}  // namespace
}  // namespace dondoc::plan
