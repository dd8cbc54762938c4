// SPDX-License-Identifier: Apache-2.0
// Names without what nobody sees, and lines of a log that stay lines.
#include "domain/plain_text.h"

#include <gtest/gtest.h>

#include "domain/limits.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

TEST(PlainText, ANameHasNothingThatNobodySees) {
    for (const auto* name : {"Sở Nội vụ – máy số 2 “chính”", "a b", "…", "đ", "Ủy ban"})
        EXPECT_EQ(refusal([&] { require_plain(name, "name"); }), "") << name;
    for (const std::string name : {"a\nb", "a\x1b[2J", "a\tb", "\x7f", "\xc2\x85", "\xe2\x80\x8b",
                                   "\xe2\x80\xae", "\xe2\x80\xa8", "\xe2\x81\xa6", "\xef\xbb\xbf"})
        EXPECT_EQ(refusal([&] { require_plain(name, "name"); }), "value.hidden_character") << escaped(name);
    EXPECT_EQ(refusal([] { require_plain(std::string{"a\0b", 3}, "name"); }), "value.hidden_character");
}

TEST(PlainText, WhatIsWrittenToTheLogStaysInItsLine) {
    EXPECT_EQ(escaped("name=\"Sở Tài chính\""), "name=\"Sở Tài chính\"");
    EXPECT_EQ(escaped("x\n2026-11-28 critical \x1b[2J"), "x\\x0a2026-11-28 critical \\x1b[2J");
    EXPECT_EQ(escaped("\xe2\x80\xae"), "\\xe2\\x80\\xae");
    EXPECT_EQ(escaped("\xc2\x9b"), "\\xc2\\x9b");
    EXPECT_EQ(escaped("\xe2\x80"), "\xe2\x80") << "cut off: none of these";
    EXPECT_EQ(escaped(""), "");
}

TEST(PlainText, WhatIsShownHasOnlyWhatIsSeen) {
    EXPECT_EQ(visible("hai dòng\nvà\tcột"), "hai dòng\nvà\tcột");
    EXPECT_EQ(visible("a\x1b[2Jb\x7f\r"), "a [2Jb  ");
    EXPECT_EQ(visible("x\xe2\x80\xaegpj\xe2\x80\x8b\xef\xbb\xbf"), "xgpj");
}

TEST(PlainText, WhatIsCutEndsWithAWholeCharacter) {
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("abcdef", 5), "ab…");
    EXPECT_EQ(shortened("ộộộộ", 8), "ộ…");  // of three bytes each
    EXPECT_EQ(shortened(std::string(1000, 'x'), 512).size(), 512U);
}

}  // namespace
}  // namespace dondoc::test
