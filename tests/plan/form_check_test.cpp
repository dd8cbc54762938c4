// SPDX-License-Identifier: Apache-2.0
// A filled-in form against what its items are to each other.
#include "plan/meaning/form_check.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dondoc::plan {
namespace {

using Quantity = FormItem::Quantity;
using Rows = std::vector<std::vector<std::string>>;

FormItem item(std::string number, std::string name, Quantity quantity) {
    FormItem made;
    made.id = made.number = std::move(number);
    made.name = std::move(name);
    made.quantity = quantity;
    return made;
}

// Five counts, of which one is the sum of two, and a percentage without a number.
ReportForm form() {
    ReportForm form;
    form.title = "Biểu thử";
    form.items = {
        item("1", "Hồ sơ", Quantity::Heading),         item("1.1", "Đã giải quyết", Quantity::ByHand),
        item("1.2", "Đúng hạn", Quantity::ByHand),     item("1.3", "Quá hạn", Quantity::ByHand),
        item("", "Tỷ lệ đúng hạn", Quantity::Percent), item("2", "Nhiệm vụ", Quantity::ByHand)};
    form.items[1].sum_of = {"1.2", "1.3"};
    form.items[4].part = "1.2";
    form.items[4].whole = "1.1";
    form.items[5].at_least = {"1.3"};
    return form;
}

std::string findings(const Rows& rows) {
    Grid grid;
    auto& table = grid.tables.emplace_back();
    for (const auto& cells : rows) {
        auto& row = table.rows.emplace_back();
        for (const auto& cell : cells) {
            row.cells.emplace_back();
            if (!cell.empty()) row.cells.back().paragraphs = {cell};
        }
    }
    std::string all;
    for (const auto& finding : check_filled_form(grid, form())) {
        all += finding.where + " " + finding.what.key;
        for (const auto& arg : finding.what.args) all += " " + arg;
        all += "\n";
    }
    return all;
}

Rows filled(const std::string& done, const std::string& on_time, const std::string& late,
            const std::string& ratio, const std::string& tasks = "2.000") {
    return {{"Biểu mẫu", "", "", ""},
            {"STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả"},
            {"1", "Hồ sơ", "", ""},
            {"1.1.", "Đã giải quyết", "Hồ sơ", done},
            {"1.2", "Đúng hạn", "Hồ sơ", on_time},
            {"1.3", "Quá hạn", "Hồ sơ", late},
            {"", "TỶ LỆ đúng hạn", "%", ratio},
            {"2", "Nhiệm vụ", "Nhiệm vụ", tasks}};
}

TEST(FormCheck, WhatAddsUpIsLetThrough) {
    EXPECT_EQ(findings(filled("209.049", "208.301", "748", "99,64")), "");
    EXPECT_EQ(findings(filled("209049", "208301", "748", "99,64 %")), "");
    EXPECT_EQ(findings(filled("8", "1", "7", "12,5%")), "");
    EXPECT_EQ(findings(filled("8", "8", "0", "100", "0")), "");
}

TEST(FormCheck, APercentageIsHeldAgainstItsCountsInOtherRows) {
    EXPECT_EQ(findings(filled("209.049", "208.301", "748", "99,65")),
              "Tỷ lệ đúng hạn figures.percentage 208301 209049 99,64 99,65\n");
    EXPECT_EQ(findings(filled("0", "0", "0", "100")), "Tỷ lệ đúng hạn figures.form.nothing_to_divide\n");
}

TEST(FormCheck, ATotalIsHeldAgainstItsParts) {
    EXPECT_EQ(findings(filled("9", "1", "7", "11,11")), "1.1 figures.form.sum 9 1.2 + 1.3 8\n");
    EXPECT_EQ(findings(filled("8", "1", "7", "12,5", "6")), "2 figures.form.less_than_parts 6 1.3 7\n");
    EXPECT_EQ(findings(filled("8", "9", "0", "100")),
              "1.1 figures.form.sum 8 1.2 + 1.3 9\nTỷ lệ đúng hạn figures.form.more_than_whole 9 8\n");
}

TEST(FormCheck, WhatIsMissingEmptyOrNoNumberIsSaidAndNothingIsGuessedFromIt) {
    EXPECT_EQ(findings(filled("8", "", "7", "99")), "1.2 figures.form.empty\n");
    EXPECT_EQ(findings(filled("tám", "1", "7", "99")), "1.1 figures.form.not_number tám\n");
    EXPECT_EQ(findings(filled("8", "1", "7", "")), "Tỷ lệ đúng hạn figures.form.empty\n");
    auto rows = filled("8", "1", "7", "12,5");
    rows.pop_back();
    EXPECT_EQ(findings(rows), "2 figures.form.missing\n");
}

TEST(FormCheck, AFileWithoutTheFormIsNoGoodForm) {
    EXPECT_EQ(findings({}), "Biểu thử figures.form.no_items\n");
    EXPECT_EQ(findings({{"1.1", "Đã giải quyết", "Hồ sơ", "8"}}), "Biểu thử figures.form.no_items\n");
}

}  // namespace
}  // namespace dondoc::plan
