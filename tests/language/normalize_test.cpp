// SPDX-License-Identifier: Apache-2.0
#include "language/words/normalize.h"

#include <gtest/gtest.h>

namespace dondoc::language {
namespace {

TEST(Normalize, ComposesAndKeepsOneKindOfSpace) {
    EXPECT_EQ(normalize("  So\xCC\x9B\xCC\x89\xC2\xA0\tNo\xCC\xA3\xCC\x82i\n vu\xCC\xA3 "), "Sở Nội vụ");
}

TEST(Normalize, DropsWhatIsInvisible) {
    EXPECT_EQ(normalize("S\xC2\xADở\xE2\x80\x8B"), "Sở");
}

TEST(Normalize, TurnsBytesThatAreNotUtf8IntoReplacementCharacters) {
    EXPECT_EQ(normalize("a\xff\xc3"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Normalize, ManyCombiningMarksTakeLinearTime) {
    std::string marks = "a";
    for (int i = 0; i < 200'000; ++i) marks += i % 2 ? "\xCC\xA3" : "\xCC\x82";
    EXPECT_LT(normalize(marks).size(), 20u);
}

TEST(Fold, LowersCaseAndKeepsDiacritics) {
    EXPECT_EQ(fold("ĐẶNG – Ở"), "đặng - ở");
    EXPECT_NE(fold("Sở"), fold("So"));
}

}  // namespace
}  // namespace dondoc::language
