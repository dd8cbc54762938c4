// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/pages/assignment_list.h"
#include "cli/terminal/width.h"

namespace dondoc::cli {
namespace {

// "Thời hạn" composed, and the same letters decomposed.
const std::string composed = "Th\u1eddi h\u1ea1n";
const std::string decomposed = "Tho\u031b\u0300i ha\u0323n";

std::string printed(const Table& table, std::size_t width = 0, bool colours = false) {
    std::ostringstream out;
    table.print(out, {width, colours});
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(Width, ComposedAndDecomposedLettersAreEquallyWide) {
    EXPECT_EQ(display_width(composed), 8U);
    EXPECT_EQ(display_width(decomposed), 8U);
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("漢字"), 4U);
}

TEST(Width, CuttingNeverSplitsALetter) {
    EXPECT_EQ(cut(composed, 8), composed);
    EXPECT_EQ(cut(composed, 4), "Th\u1edd…");
    EXPECT_EQ(cut(decomposed, 4), "Tho\u031b\u0300…");
    EXPECT_EQ(cut("abc", 1), "…");
    EXPECT_EQ(cut("abc", 0), "");
    EXPECT_EQ(cut("ab cde", 4), "ab…");
    for (std::size_t width = 0; width < 10; ++width) EXPECT_LE(display_width(cut(decomposed, width)), width);
}

TEST(Width, WrapsAtSpacesAndInsideAWordOnlyWhenItMust) {
    EXPECT_EQ(wrap("một hai ba", 7), (std::vector<std::string>{"một hai", "ba"}));
    EXPECT_EQ(wrap("abcdefgh ij", 3), (std::vector<std::string>{"abc", "def", "gh", "ij"}));
    EXPECT_EQ(wrap("", 5), std::vector<std::string>{""});
    for (const auto& line : wrap("Ban hành Kế hoạch " + decomposed + " kiểm tra", 9))
        EXPECT_LE(display_width(line), 9U);
}

TEST(Width, WhatCouldSteerATerminalIsTakenAway) {
    EXPECT_EQ(printable("a\x1b[31mb\nc\td"), "a\uFFFD[31mb c d");
    EXPECT_EQ(printable("x\xff\xc3y"), "x\uFFFD\uFFFDy");
    for (const auto* unseen :
         {"\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u2060", "\u061C", "\u00AD"})
        EXPECT_EQ(printable("a" + std::string{unseen} + "b"), "ab");
    EXPECT_EQ(printable(decomposed), decomposed);
}

TEST(Table, AlignsComposedAndDecomposedCellsAlike) {
    Table table({{"A"}, {"Số", Align::Right}, {"B"}});
    table.add({composed, "7", "x"});
    table.add({decomposed, "123", "y"});
    table.add({"ngắn", "45", "z"});
    EXPECT_EQ(printed(table), "A          Số  B\n" + composed + "    7  x\n" + decomposed + "  123  y\n" +
                                  "ngắn       45  z\n");
}

TEST(Table, WhatMayLeaveGoesBeforeAnythingIsCut) {
    Table table(
        {{"Mã"}, {"Tên", Align::Left, Fit::Leave}, {"Ngày xong"}, {"Nhiệm vụ", Align::Left, Fit::Cut}});
    table.add({"SNV", "Sở Nội vụ tỉnh", "", "Rà soát quy chế"});
    EXPECT_EQ(printed(table, 60),
              "Mã   Tên             Ngày xong  Nhiệm vụ\nSNV  Sở Nội vụ tỉnh             Rà soát quy chế\n");
    EXPECT_EQ(printed(table, 40), "Mã   Tên             Nhiệm vụ\nSNV  Sở Nội vụ tỉnh  Rà soát quy chế\n");
    EXPECT_EQ(printed(table, 22), "Mã   Nhiệm vụ\nSNV  Rà soát quy chế\n");
}

TEST(Table, TitlesAreBrokenBeforeCellsGiveWay) {
    Table table({{"Chưa nhận từ"}, {"Số việc chưa xem", Align::Right}, {"Tên", Align::Left, Fit::Cut}});
    table.add({"02/07/2025", "7", "Sở Nội vụ tỉnh"});
    EXPECT_EQ(printed(table, 32),
              "Chưa nhận     Số  Tên\ntừ          việc\n            chưa\n             xem\n"
              "02/07/2025     7  Sở Nội vụ tỉnh\n");
}

TEST(Table, CutsAndWrapsToTheWidthOfTheTerminal) {
    Table table(
        {{"Id", Align::Right}, {"Nhiệm vụ", Align::Left, Fit::Cut}, {"Vấn đề", Align::Left, Fit::Wrap}});
    table.add({"1", std::string(60, 'x') + composed, "một hai ba bốn năm sáu bảy tám chín mười"});
    const auto lines = lines_of(printed(table, 40));
    EXPECT_GT(lines.size(), 2U);
    for (const auto& line : lines) EXPECT_LE(display_width(line), 40U) << line;
    EXPECT_NE(lines[1].find("…"), std::string::npos);
}

TEST(Table, KeepsWordsWholeInColumnsThatWrap) {
    Table table({{"Nhiệm vụ", Align::Left, Fit::Cut}, {"Tình trạng", Align::Left, Fit::Wrap}});
    table.add({std::string(60, 'x'), "Không hạn, nghiêng"});
    const auto text = printed(table, 24);
    EXPECT_NE(text.find("nghiêng"), std::string::npos) << text;
}

TEST(Table, ALineBelowARowHasTheWholeWidth) {
    Table table({{"Id"}, {"Hạn"}});
    table.add({"1", "31/12"}, "Ban hành Kế hoạch cải cách hành chính của tỉnh");
    EXPECT_EQ(printed(table), "Id  Hạn\n1   31/12\n    Ban hành Kế hoạch cải cách hành chính của tỉnh\n");
    for (const auto& line : lines_of(printed(table, 30))) EXPECT_LE(display_width(line), 30U) << line;
}

TEST(Table, IsNotCutWithoutATerminal) {
    Table table({{"Nhiệm vụ", Align::Left, Fit::Cut}});
    table.add({std::string(500, 'x')});
    EXPECT_NE(printed(table).find(std::string(500, 'x')), std::string::npos);
}

TEST(Table, ColoursOnlyWhenAsked) {
    Table table({{"A"}});
    table.add({{"quá hạn", Tone::Bad}});
    EXPECT_EQ(printed(table).find('\x1b'), std::string::npos);
    EXPECT_NE(printed(table, 0, true).find("\x1b[31mquá hạn\x1b[0m"), std::string::npos);
}

TEST(Tone, WhatWaitsForTheOfficeIsNobodysDelay) {
    v1::AssignmentRow row;
    row.set_timeliness(v1::Timeliness::overdue);
    EXPECT_EQ(tone_of(row), Tone::Bad);
    row.set_days_waiting(3);
    EXPECT_EQ(tone_of(row), Tone::Plain);
}

}  // namespace
}  // namespace dondoc::cli
