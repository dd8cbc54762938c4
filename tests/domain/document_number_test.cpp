// SPDX-License-Identifier: Apache-2.0
// One number of a document, however it is typed, printed or scanned.
#include "domain/document_number.h"

#include <gtest/gtest.h>

#include "domain/message.h"

namespace dondoc::test {
namespace {

struct Spelling {
    const char* what;
    const char* typed;
    const char* shown;
};

class DocumentNumber : public testing::TestWithParam<Spelling> {};

TEST_P(DocumentNumber, IsTheSameInEverySpelling) {
    EXPECT_EQ(number_key(GetParam().typed), "418/qđ-ubnd");
    EXPECT_EQ(printed_number(GetParam().typed), GetParam().shown);
    EXPECT_EQ(printed_number(GetParam().shown), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, DocumentNumber,
    testing::Values(Spelling{"plain", "418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"blanks", "  418 /QĐ - UBND ", "418/QĐ-UBND"},
                    Spelling{"no_break_space", "418\u00A0/ QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"small", "418/qđ-ubnd", "418/qđ-ubnd"},
                    Spelling{"label", "Số: 418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"label_without_colon", "số 418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"label_in_capitals", "SỐ:418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"label_glued", "Số418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"label_decomposed", "So\u0302\u0301: 418/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"stars", "*418*/QĐ-UBND", "418/QĐ-UBND"},
                    Spelling{"bold_label", "**Số: 418/QĐ-UBND**", "418/QĐ-UBND"},
                    Spelling{"quoted", "“418/QĐ-UBND”", "418/QĐ-UBND"},
                    Spelling{"en_dash", "418/QĐ–UBND", "418/QĐ–UBND"},
                    Spelling{"em_dash", "418/QĐ — UBND", "418/QĐ—UBND"},
                    Spelling{"no_break_hyphen", "418/QĐ\u2011UBND", "418/QĐ\u2011UBND"},
                    Spelling{"minus", "418/QĐ\u2212UBND", "418/QĐ\u2212UBND"},
                    Spelling{"full_width_hyphen", "418/QĐ\uFF0DUBND", "418/QĐ\uFF0DUBND"},
                    Spelling{"other_stroke", "418\u2215QĐ-UBND", "418\u2215QĐ-UBND"},
                    Spelling{"icelandic_letter", "418/Q\u00D0-UBND", "418/Q\u00D0-UBND"},
                    Spelling{"zero_width", "418/QĐ\u200B-UBND", "418/QĐ-UBND"},
                    Spelling{"soft_hyphen", "418/QĐ-UB\u00ADND", "418/QĐ-UBND"},
                    Spelling{"zeros", "0418/QĐ-UBND", "0418/QĐ-UBND"},
                    Spelling{"full_stop", "418/QĐ-UBND.", "418/QĐ-UBND"}),
    [](const auto& spelling) { return std::string{spelling.param.what}; });

TEST(DocumentNumbers, OfAnotherFigureSymbolOrMarkAreOthers) {
    for (const auto* other : {"419/QĐ-UBND", "4180/QĐ-UBND", "418/QD-UBND", "418/QĐ-HĐND", "418/UBND",
                              "418QĐ-UBND", "418/QĐUBND", "418/2025/QĐ-UBND"})
        EXPECT_FALSE(is_same_number("418/QĐ-UBND", other)) << other;
    EXPECT_FALSE(is_same_number("10/KH-UBND", "1/KH-UBND"));
    EXPECT_TRUE(is_same_number("05/CĐ-UBND", "5/CĐ-UBND"));
}

TEST(DocumentNumbers, WordsThatBeginLikeTheLabelKeepThem) {
    EXPECT_EQ(printed_number("Sốt-01/BC"), "Sốt-01/BC");
    EXPECT_EQ(printed_number("Số"), "Số");
}

TEST(DocumentNumbers, ControlCharactersAreRefusedWithTheirPlace) {
    for (const std::string_view typed : {"78/QĐ\x1b[31m-UBND", "78/QĐ\x07-UBND", "78/QĐ\u0085-UBND"}) {
        try {
            printed_number(typed, "document.number");
            FAIL() << typed;
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, "plan.control_character");
            EXPECT_EQ(error.place(), "document.number");
        }
    }
    EXPECT_EQ(number_key("78/QĐ\x1b-UBND"), number_key("78/QĐ-UBND"));  // of old files: compared all the same
}

TEST(DocumentNumbers, NothingAndGarbageHaveAKeyOrNone) {
    EXPECT_EQ(number_key(""), "");
    EXPECT_EQ(number_key(" * “” "), "");
    EXPECT_EQ(printed_number("*"), "");
    EXPECT_EQ(number_key("\xFF\xFE/KH"), number_key("\xFF\xFE / kh"));
    EXPECT_EQ(number_key("0"), "0");
}

}  // namespace
}  // namespace dondoc::test
