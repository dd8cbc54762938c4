// SPDX-License-Identifier: Apache-2.0
// Two tables that stand side by side in one sheet are two tables.
#include <gmock/gmock.h>

#include "odf_files.h"
#include "office_files.h"
#include "plan/reader.h"
#include "reading_keys.h"

namespace dondoc::plan {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> told(const PlanTableReading& reading) {
    std::vector<std::string> rows;
    for (const auto& row : reading.rows)
        rows.push_back(row.number() + "|" + row.section() + "|" + row.title() + "|" + row.lead_text() + "|" +
                       row.deadline_text());
    return rows;
}

TEST(TablesBeside, EachHasItsOwnTitles) {
    const auto apart =
        sheet_row(1,
                  {"STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "", "TT", "Nội dung", "Hoàn thành", "Đơn vị"}) +
        sheet_row(
            2, {"1", "Lập danh mục", "Sở Nội vụ", "Quý I/2026", "", "1", "Mở lớp", "30/6/2026", "Sở Y tế"}) +
        sheet_row(3, {"2", "Họp dân", "Sở Y tế", "Quý II/2026", "", "", "", "", ""});
    EXPECT_THAT(told(read_plan(xlsx({{apart, ""}}))),
                ElementsAre("1||Lập danh mục|Sở Nội vụ|Quý I/2026", "2||Họp dân|Sở Y tế|Quý II/2026",
                            "1||Mở lớp|Sở Y tế|30/6/2026"));
    const auto close =
        sheet_row(1, {"STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"}) +
        sheet_row(2, {"1", "Một", "Sở Nội vụ", "Quý I/2026", "3", "Ba", "Sở Y tế", "30/6/2026"}) +
        sheet_row(3, {"2", "Hai", "Sở Y tế", "Quý II/2026", "4", "Bốn", "Sở Tư pháp", "30/9/2026"});
    const auto reading = read_plan(xlsx({{close, ""}}));
    EXPECT_THAT(told(reading), ElementsAre("1||Một|Sở Nội vụ|Quý I/2026", "2||Hai|Sở Y tế|Quý II/2026",
                                           "3||Ba|Sở Y tế|30/6/2026", "4||Bốn|Sở Tư pháp|30/9/2026"));
    EXPECT_THAT(keys_of(reading), IsEmpty());
    EXPECT_EQ(reading.rows[2].source().line(), 2u);
}

TEST(TablesBeside, WithoutNumbersAnEmptyColumnPartsThem) {
    const auto rows =
        sheet_row(1, {"Nhiệm vụ", "Chủ trì", "Hạn", "", "Công việc", "Đơn vị thực hiện", "Thời gian"}) +
        sheet_row(2, {"Rà soát", "Sở Nội vụ", "30/6/2026", "", "Tập huấn", "Sở Y tế", "30/9/2026"});
    EXPECT_THAT(told(read_plan(xlsx({{rows, ""}}))),
                ElementsAre("||Rà soát|Sở Nội vụ|30/6/2026", "||Tập huấn|Sở Y tế|30/9/2026"));
}

TEST(TablesBeside, TheirHeadersMayStandInDifferentRowsAndTheirTitleAboveBoth) {
    const auto rows = sheet_row(1, {"Thời hạn hoàn thành: trước ngày 30/9/2026"}) +
                      sheet_row(2, {"STT", "Nhiệm vụ", "Chủ trì"}) +
                      sheet_row(3, {"1", "Rà soát", "Sở Nội vụ", "", "STT", "Nhiệm vụ", "Chủ trì", "Hạn"}) +
                      sheet_row(4, {"2", "Họp", "Sở Y tế", "", "1", "Tập huấn", "Sở Y tế", "30/12/2026"});
    EXPECT_THAT(told(read_plan(xlsx({{rows, "A1:H1"}}))),
                ElementsAre("1||Rà soát|Sở Nội vụ|trước ngày 30/9/2026",
                            "2||Họp|Sở Y tế|trước ngày 30/9/2026", "1||Tập huấn|Sở Y tế|30/12/2026"));
}

TEST(TablesBeside, OfAnOpenDocumentToo) {
    const auto rows =
        odf_row({"STT", "Nhiệm vụ", "Chủ trì", "Hạn", "", "STT", "Nhiệm vụ", "Chủ trì", "Hạn"}) +
        odf_row({"1", "Một", "Sở Nội vụ", "2026", "", "1", "Hai", "Sở Y tế", "2027"});
    EXPECT_THAT(told(read_plan(odf("spreadsheet", odf_table(rows)))),
                ElementsAre("1||Một|Sở Nội vụ|2026", "1||Hai|Sở Y tế|2027"));
}

TEST(TablesBeside, OneThatIsNoPlanIsNamed) {
    const auto rows =
        sheet_row(1, {"STT", "Nhiệm vụ", "Chủ trì", "Hạn", "", "STT", "Họ và tên", "Điện thoại"}) +
        sheet_row(2, {"1", "Một", "Sở Nội vụ", "2026", "", "1", "Nguyễn Thị Hồng Nhung", "0901 234 567"});
    const auto reading = read_plan(xlsx({{rows, ""}}));
    EXPECT_THAT(told(reading), ElementsAre("1||Một|Sở Nội vụ|2026"));
    EXPECT_THAT(keys_of(reading), ElementsAre("plan.skipped_table"));
}

TEST(TablesBeside, ATableWithAnEmptyColumnIsOne) {
    const auto rows = sheet_row(1, {"STT", "Nhiệm vụ", "Chủ trì", "Hạn", "", "Ghi chú", "Số văn bản"}) +
                      sheet_row(2, {"1", "Một", "Sở Nội vụ", "2026", "", "gấp", "12/QĐ"});
    const auto reading = read_plan(xlsx({{rows, ""}}));
    EXPECT_THAT(told(reading), ElementsAre("1||Một|Sở Nội vụ|2026"));
    EXPECT_EQ(reading.rows[0].beside_size(), 2);
}

}  // namespace
}  // namespace dondoc::plan
