// SPDX-License-Identifier: Apache-2.0
// Lists of persons as offices keep them.
#include "filled/person_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dondoc::filled {
namespace {

using ::testing::ElementsAre;

std::string refused(const std::string& text) {
    try {
        read_persons(text, "ds.csv");
    } catch (const UserError& error) {
        return error.message().key;
    }
    return "";
}

TEST(PersonFile, ColumnsAreKnownByTheirTitlesWhereverTheyStand) {
    const auto read = read_persons(
        "DANH SÁCH CÁN BỘ;;;\r\nTT;Email;Họ và tên;Cơ quan;Ghi chú\r\n"
        "1;an@snv.gov.vn;\"Nguyễn Văn \"\"An\"\"\";Sở Nội vụ;mới\r\n;;;;\r\n2;;Lê Thị Chi;STC;\r\n",
        "ds.csv");
    ASSERT_EQ(read.entries.size(), 2u);
    EXPECT_EQ(read.entries[0].edit().name(), "Nguyễn Văn \"An\"");
    EXPECT_EQ(read.entries[0].agency(), "Sở Nội vụ");
    EXPECT_FALSE(read.entries[0].edit().has_phone()) << "without a column nothing is said";
    EXPECT_TRUE(read.entries[1].edit().has_email()) << "an empty cell takes away";
    EXPECT_THAT(read.lines, ElementsAre(3u, 5u));
    ASSERT_EQ(read.remarks.size(), 1u);
    EXPECT_EQ(read.remarks[0].args.front(), "Ghi chú");
    EXPECT_EQ(read.place_of(text::Lang::Vi, "ds.csv", "entries[1].edit.email"),
              "ds.csv, dòng 5, cột Thư điện tử");
    EXPECT_EQ(read.place_of(text::Lang::Vi, "ds.csv", "entries[1].agency"), "ds.csv, dòng 5, cột Cơ quan");
    EXPECT_EQ(read.place_of(text::Lang::Vi, "ds.csv", "agency"), "agency");
}

TEST(PersonFile, CommasAndTabsSeparateToo) {
    for (const auto* text : {"name,email\nAn,an@x.vn\n", "name\temail\nAn\tan@x.vn"})
        EXPECT_EQ(read_persons(text, "ds.csv").entries.at(0).edit().email(), "an@x.vn") << text;
}

TEST(PersonFile, WhatIsNoListIsRefused) {
    EXPECT_EQ(refused("mã;ngày\n1;2\n"), "cli.person.no_header");
    EXPECT_EQ(refused("Họ tên;Email;Thư điện tử\nAn;a@x.vn;b@x.vn\n"), "cli.person.twice_column");
    EXPECT_EQ(refused("Họ tên;Email\n"), "cli.person.no_rows");
    EXPECT_EQ(refused("Họ tên;\"Email\nAn;a@x.vn\n"), "sheet.unclosed_quote");
    EXPECT_EQ(refused(std::string("PK\x03\x04 none")), "plan.broken_archive");
}

}  // namespace
}  // namespace dondoc::filled
