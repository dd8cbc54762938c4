// SPDX-License-Identifier: Apache-2.0
// What people write of a person.
#include "language/agency/person_cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/message.h"
#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string refused(const PersonEdit& edit) {
    PersonFacts facts;
    facts.name = "Nguyễn Văn An";
    try {
        edited(facts, edit);
    } catch (const UserError& error) {
        return error.message().key + " at " + error.place();
    }
    return "";
}
PersonFacts read(PersonEdit edit) {
    edit.name = "Nguyễn Văn An";
    return edited({}, edit);
}

TEST(PersonCells, AreReadAsPeopleWriteThem) {
    PersonEdit edit;
    edit.name = "  Nguyễn   Văn An ";
    edit.email = "an.nv@snv.thainguyen.gov.vn";
    edit.phone = "(0208) 3855-123";
    edit.lang = "tiếng Anh";
    edit.channels = "Thư điện tử; zalo, mail";
    edit.quiet = "21h - 6h30";
    edit.told = "Phối hợp; Chủ trì";
    edit.role = "Cơ quan";
    const auto facts = edited({}, edit);
    EXPECT_EQ(facts.name, "Nguyễn Văn An");
    EXPECT_EQ(facts.phone, "02083855123");
    EXPECT_EQ(facts.lang, "en");
    EXPECT_THAT(facts.channels, ElementsAre("mail", "zalo"));
    EXPECT_EQ(facts.quiet->from, std::chrono::hours{21});
    EXPECT_EQ(facts.quiet->until, std::chrono::minutes{6 * 60 + 30});
    EXPECT_THAT(facts.told, ElementsAre(Told::Lead, Told::Cooperating));
    EXPECT_EQ(facts.role, Role::Agency);
    EXPECT_EQ(written(facts).quiet, "21:00-06:30");
    EXPECT_EQ(edited({}, written(facts)), facts) << "what is written is read again as it was";
}

TEST(PersonCells, WhatIsNotSaidStaysAndWhatIsEmptyIsTakenAway) {
    PersonEdit edit;
    edit.phone = "0912345678";
    edit.quiet = "12:00-13:30";
    auto facts = read(edit);
    PersonEdit other;
    other.phone = "";
    facts = edited(facts, other);
    EXPECT_EQ(facts.phone, "");
    EXPECT_TRUE(facts.quiet.has_value());
    other.quiet = "none";
    EXPECT_FALSE(edited(facts, other).quiet.has_value());
}

TEST(PersonCells, ATelephoneNumberWhoseZeroASpreadsheetTookIsMended) {
    for (const auto& [typed, number] : {std::pair{"912345678", "0912345678"},
                                        {"0912 345.678", "0912345678"},
                                        {"+84 912 345 678", "+84912345678"},
                                        {"024 3825 1234", "02438251234"},
                                        {"19001234", "19001234"}}) {
        PersonEdit edit;
        edit.phone = typed;
        EXPECT_EQ(read(edit).phone, number) << typed;
    }
}

TEST(PersonCells, OnlyOnePlainMailAddressIsTaken) {
    for (const auto* good : {"an@snv.gov.vn", "a.b+c@mail.example.com", "x_y-z@a-b.vn"}) {
        PersonEdit edit;
        edit.email = good;
        EXPECT_EQ(read(edit).email, good);
    }
    for (const auto* bad :
         {"an", "an@", "@snv.gov.vn", "an@snv", "an@snv..vn", "an@-snv.vn", "a n@snv.gov.vn",
          "An <an@snv.gov.vn>", "an@snv.gov.vn, b@snv.gov.vn", "an@snv.gov.vn\r\nBcc: x@y.vn",
          ".an@snv.gov.vn", "ân@snv.gov.vn", "an@snv.gov.vn."}) {
        PersonEdit edit;
        edit.email = bad;
        EXPECT_EQ(refused(edit), "person.email at email") << bad;
    }
}

TEST(PersonCells, WhatIsNotUnderstoodIsRefusedWithItsField) {
    const auto check = [](auto field, const char* text, const char* refusal) {
        PersonEdit edit;
        edit.*field = text;
        EXPECT_EQ(refused(edit), refusal) << text;
    };
    check(&PersonEdit::name, " ", "person.no_name at name");
    check(&PersonEdit::phone, "0912 máy lẻ 3", "person.phone at phone");
    check(&PersonEdit::phone, "12345", "person.phone at phone");
    check(&PersonEdit::phone, "84+912345678", "person.phone at phone");
    check(&PersonEdit::lang, "fr", "person.lang at lang");
    check(&PersonEdit::channels, "mail, Za lo", "person.channel at channels");
    check(&PersonEdit::channels, "a,b,c,d,e,f,g,h,i", "person.channels at channels");
    check(&PersonEdit::quiet, "21:00", "person.quiet at quiet");
    check(&PersonEdit::quiet, "25:00-06:00", "person.quiet at quiet");
    check(&PersonEdit::quiet, "06:00-06:00", "person.quiet at quiet");
    check(&PersonEdit::quiet, "21:60-06:00", "person.quiet at quiet");
    check(&PersonEdit::told, "lead, boss", "person.told at told");
    check(&PersonEdit::told, "lead, head", "person.told_head at told");
    check(&PersonEdit::role, "administrator", "person.role at role");
}

// Errors go over the wire, which takes no half letters.
TEST(PersonCells, WhatIsRefusedIsCutBetweenLetters) {
    std::string longer = "x";
    for (int i = 0; i < 200; ++i) longer += "ộ";
    for (const auto& field : person_fields) {
        PersonEdit edit;
        edit.name = "Nguyễn Văn An";
        edit.*field.value = longer;
        try {
            edited({}, edit);
        } catch (const UserError& error) {
            for (const auto& argument : error.message().args) EXPECT_TRUE(is_utf8(argument)) << field.name;
        }
    }
}

TEST(PersonCells, NobodyMayBeToldNothingAndNotLogIn) {
    PersonEdit edit;
    edit.told = "không";
    edit.role = "none";
    EXPECT_THAT(read(edit).told, IsEmpty());
    EXPECT_FALSE(read(edit).role.has_value());
    edit.told = "lãnh đạo";
    EXPECT_THAT(read(edit).told, ElementsAre(Told::Head));
}

}  // namespace
}  // namespace dondoc::language
