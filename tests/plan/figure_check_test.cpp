// SPDX-License-Identifier: Apache-2.0
// Percentages of filled-in reports against their counts.
#include "plan/meaning/figure_check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dondoc::plan {
namespace {

std::string found(const std::string& text) {
    std::string all;
    for (const auto& finding : check_text(text)) {
        all += finding.what.key;
        for (const auto& arg : finding.what.args) all += " " + arg;
        all += "\n";
    }
    return all;
}

TEST(FigureCheck, APercentageIsThatOfItsCounts) {
    EXPECT_EQ(found("Đã giải quyết đúng hạn 208.301/209.049 hồ sơ, đạt 99,64%."), "");
    EXPECT_EQ(found("Đã giải quyết đúng hạn 208.301/209.049 hồ sơ, đạt 99,65%."),
              "figures.percentage 208301 209049 99,64 99,65\n");
    EXPECT_EQ(found("cấp huyện 67.890/68.146 (99,62 %), cấp xã 659.451 / 661.081 (99,75 %)"), "");
    EXPECT_EQ(found("hoàn thành 44/149 nhiệm vụ (29,5%); 26/26 nhiệm vụ, đạt 100%"), "");
    EXPECT_EQ(found("hoàn thành 44/149 nhiệm vụ (30,5%); 26/26 nhiệm vụ, đạt 98%"),
              "figures.percentage 44 149 29,5 30,5\nfigures.percentage 26 26 100 98\n");
    EXPECT_EQ(found("1/8 đạt 12,5%; 1/3 đạt 33,3333%; 2/3 đạt 67%"), "");
}

TEST(FigureCheck, DaysNumbersOfDocumentsAndOtherFiguresAreNoCounts) {
    for (const auto* text :
         {"trước ngày 15/12/2024 phải đạt 90%", "ngày 14/3 đạt 20%", "Nghị quyết 76/NQ-CP đạt 50%",
          "theo 5/2023/TT-BTC, 30%", "3/10 xã. Tỷ lệ chung là 45%", "3/10 xã, 4 thôn đạt 45%", "5/0 là 10%",
          "%", "1/2", "/3 4%"})
        EXPECT_EQ(found(text), "") << text;
}

TEST(FigureCheck, APercentageThatIsTheCountAboveItIsDoubted) {
    Grid grid;
    auto& table = grid.tables.emplace_back();
    const auto add = [&](const std::vector<std::string>& cells) {
        auto& row = table.rows.emplace_back();
        for (const auto& cell : cells) {
            row.cells.emplace_back();
            if (!cell.empty()) row.cells.back().paragraphs = {cell};
        }
    };
    add({"STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả"});
    add({"4.1", "Số cơ quan đã kiểm tra", "Cơ quan", "7"});
    add({"4.2", "Tỷ lệ đã kiểm tra", "%", "7"});
    add({"4.3", "Tỷ lệ xử lý", "%", "71,4"});
    add({"4.4", "Số kiến nghị", "Kiến nghị", "120"});
    add({"4.5", "Tỷ lệ", "%", "120"});
    add({"4.6", "Số xã", "Xã", "100"});
    add({"4.7", "Tỷ lệ", "%", "100"});
    add({"", "Tỷ lệ không có số mục", "%", "130"});
    table.rows.back().line = 10;
    add({"", "", "%", "140"});
    table.rows.back().line = 11;
    std::string all;
    for (const auto& finding : check_figures(grid)) all += finding.where + " " + finding.what.key + "\n";
    EXPECT_EQ(all,
              "4.2 figures.same_as_count\n4.5 figures.over_hundred\n"
              "Tỷ lệ không có số mục figures.over_hundred\n11 figures.over_hundred\n");
}

}  // namespace
}  // namespace dondoc::plan
