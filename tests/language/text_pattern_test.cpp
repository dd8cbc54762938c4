// SPDX-License-Identifier: Apache-2.0
#include "language/words/text_pattern.h"

#include <gtest/gtest.h>

#include "language/words/normalize.h"

namespace dondoc::test {
namespace {

struct Case {
    const char* typed;
    const char* text;
    bool fits;
};
void PrintTo(const Case& spelling, std::ostream* out) {
    *out << spelling.typed << " in " << spelling.text;
}

class TextPattern : public testing::TestWithParam<Case> {};

TEST_P(TextPattern, FindsWordsWhateverTheirForm) {
    const language::TextPattern pattern{GetParam().typed};
    EXPECT_EQ(pattern.fits(language::fold(GetParam().text)), GetParam().fits) << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, TextPattern,
    testing::Values(Case{"cải cách", "Đẩy mạnh Cải cách hành chính", true},
                    Case{"cai cach", "Đẩy mạnh Cải cách hành chính", true},
                    Case{"CẢI CÁCH", "cải cách", true},
                    Case{"ca\u0309i ca\u0301ch", "cải cách", true},  // NFD
                    Case{"cải cach", "cải cách", true}, Case{"cái cách", "cải cách", false},
                    Case{"hoà bình", "tỉnh Hòa Bình", true}, Case{"Hòa Bình", "tỉnh Hoà Bình", true},
                    Case{"dat dai", "Luật Đất đai", true}, Case{"đất đai", "dat dai", false},
                    Case{"dất", "đất", false}, Case{"cách cải", "cải cách", false},
                    Case{"cải", "cảicách", false}, Case{"122/kh-ubnd", "theo Kế hoạch số 122/KH-UBND", true},
                    Case{"122 KH UBND", "122/KH-UBND", true}, Case{"uy ban", "Uỷ ban", true},
                    Case{"ủy ban", "Uỷ ban", true}, Case{"nước", "nuoc", false}, Case{"nuoc", "Nước", true},
                    Case{"3.1", "mục 3.1 và 4", true}, Case{"3.1", "mục 13.1", false}));

TEST(TextPatterns, OfPunctuationAloneIsEmpty) {
    EXPECT_TRUE(language::TextPattern{" \"-% "}.is_empty());
    EXPECT_EQ(language::TextPattern{"“Đất  ĐAI”, 2023"}.bare(), "dat dai 2023");
}

TEST(SymbolKey, IsTheSameForEverySlipOfThePen) {
    for (const auto* typed : {"122/kh-ubnd", " 122 / KH-UBND ", "122/KH–UBND", "122/KH - UBND"})
        EXPECT_EQ(language::symbol_key(typed), "122/kh-ubnd");
    EXPECT_EQ(language::symbol_key("05/QĐ-UBND"), language::symbol_key("05/qd-ubnd"));
    EXPECT_NE(language::symbol_key("122/KH-UBND"), language::symbol_key("12/2KH-UBND"));
}

}  // namespace
}  // namespace dondoc::test
