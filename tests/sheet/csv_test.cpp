// SPDX-License-Identifier: Apache-2.0
#include "sheet/csv.h"

#include <gtest/gtest.h>

namespace dondoc::sheet {
namespace {

TEST(Csv, ACellIsQuotedWhereItsTextWouldEndIt) {
    EXPECT_EQ(csv_cell("Sở Nội vụ"), "Sở Nội vụ");
    EXPECT_EQ(csv_cell(""), "");
    EXPECT_EQ(csv_cell("a;b"), "\"a;b\"");
    EXPECT_EQ(csv_cell("hai\ndòng"), "\"hai\ndòng\"");
    EXPECT_EQ(csv_cell("gọi là \"gấp\""), "\"gọi là \"\"gấp\"\"\"");
    EXPECT_EQ(csv_cell(" thụt vào"), "\" thụt vào\"");
}

TEST(Csv, WhatASpreadsheetWouldCountIsAText) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("+84912345678"), "'+84912345678");
    EXPECT_EQ(csv_cell("- Rà soát"), "'- Rà soát");
    EXPECT_EQ(csv_cell("'=1"), "''=1") << "one taken away gives the text back";
    EXPECT_EQ(csv_cell("-12"), "-12");
    EXPECT_EQ(csv_cell("-0,5"), "-0,5");
    EXPECT_EQ(csv_cell("98,63"), "98,63");
    EXPECT_EQ(csv_cell("1,2,3"), "\"1,2,3\"");
    EXPECT_EQ(csv_cell("-,5"), "\"'-,5\"");
}

TEST(Csv, EveryLineIsAsWideAsTheTable) {
    EXPECT_EQ(csv_line({"a", "b"}, 4), "a;b;;\r\n");
    EXPECT_EQ(csv_line({}, 2), ";\r\n");
}

}  // namespace
}  // namespace dondoc::sheet
