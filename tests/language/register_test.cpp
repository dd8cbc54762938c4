// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "sample_register.h"

namespace dondoc::language {
namespace {

constexpr const char* good_register = R"([[agency]]
code = "SNV"
name = "Sở Nội vụ"
aliases = ["Nội vụ"]
level = "province"
valid_from = 2020-01-01
valid_to = 2025-06-30

[[agency]]
code = "UBND.A"
name = "UBND huyện A"
level = "district"

[[group]]
name = "tất cả"
members = ["SNV"]
member_levels = ["district"]
)";

TEST(RegisterFile, IsReadWithDatesAliasesAndMembersByLevel) {
    const auto agencies = parse_register(good_register, "a.toml");
    ASSERT_EQ(agencies.agencies.size(), 2u);
    EXPECT_EQ(agencies.agencies[0].valid_to, civil(2025, 6, 30));
    EXPECT_EQ(agencies.agencies[0].aliases, std::vector<std::string>{"Nội vụ"});
    ASSERT_EQ(agencies.groups.size(), 1u);
    EXPECT_EQ(agencies.groups[0].members, (std::vector<std::string>{"SNV", "UBND.A"}));
}

struct Wrong {
    const char* find;
    const char* replace;
    const char* key;
    const char* place;
};

TEST(RegisterFile, SaysWhatIsWrongAndOnWhichLine) {
    for (const auto& wrong : std::vector<Wrong>{
             {"code = \"SNV\"", "code = \"S N\"", "register.bad_code", "a.toml:2"},
             {"code = \"UBND.A\"", "code = \"SNV\"", "register.duplicate_code", "a.toml:10"},
             {"name = \"UBND huyện A\"", "name = \"sở nội vụ\"", "register.duplicate_name", "a.toml:9"},
             {"level = \"district\"", "level = \"huyện\"", "register.bad_level", "a.toml:12"},
             {"aliases = [\"Nội vụ\"]", "alias = [\"Nội vụ\"]", "register.unknown_key", "a.toml:4"},
             {"aliases = [\"Nội vụ\"]", "aliases = \"Nội vụ\"", "register.not_list", "a.toml:4"},
             {"name = \"Sở Nội vụ\"\n", "", "register.missing_key", "a.toml:1"},
             {"name = \"Sở Nội vụ\"", "name = 5", "register.not_text", "a.toml:3"},
             {"valid_to = 2025-06-30", "valid_to = \"2025\"", "register.not_day", "a.toml:7"},
             {"valid_to = 2025-06-30", "valid_to = 2019-06-30", "register.ends_before_start", "a.toml:7"},
             {"members = [\"SNV\"]", "members = [\"XXX\"]", "register.unknown_member", "a.toml:16"},
             {"name = \"tất cả\"", "name = \"@tất cả\"", "register.group_at", "a.toml:15"},
             {"[[group]]", "[[groups]]", "register.unknown_key", "a.toml:14"},
             {"[[group]]", "[[group]", "register.syntax", "a.toml:14"},
         }) {
        std::string text = good_register;
        text.replace(text.find(wrong.find), std::string_view(wrong.find).size(), wrong.replace);
        try {
            parse_register(text, "a.toml");
            ADD_FAILURE() << "accepted: " << wrong.replace;
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, wrong.key) << wrong.replace;
            EXPECT_EQ(error.place(), wrong.place) << wrong.replace;
        }
    }
}

TEST(RegisterFile, NamesPersonsOfAgenciesAndOfTheOffice) {
    const auto read = parse_register(R"([[person]]
agency = "SNV"
name = "Nguyễn Văn An"
told = ["lead", "cooperating"]
phone = ""

[[person]]
name = "Trần Thị Bình"
role = "operator"
)",
                                     "a.toml");
    ASSERT_EQ(read.persons.size(), 2u);
    EXPECT_EQ(read.persons[0].agency, "SNV");
    EXPECT_EQ(read.persons[0].edit.told, "lead, cooperating");
    EXPECT_EQ(read.persons[0].edit.phone, "") << "said, and empty";
    EXPECT_FALSE(read.persons[0].edit.email.has_value());
    EXPECT_EQ(read.persons[1].agency, "");
    const auto refused = [](const std::string& lines) {
        try {
            parse_register("[[person]]\n" + lines, "a.toml");
        } catch (const UserError& error) {
            return error.message().key + " " + error.place();
        }
        return std::string{};
    };
    EXPECT_EQ(refused("name = \"An\"\nemail = \"an\""), "person.email a.toml:3");
    EXPECT_EQ(refused("name = \"An\"\nmail = \"an@x.vn\""), "register.unknown_key a.toml:3");
    EXPECT_EQ(refused("email = \"an@x.vn\""), "register.missing_key a.toml:1");
    EXPECT_EQ(refused("name = \"An\"\nphone = 912345678"), "register.not_text a.toml:3");
}

TEST(RegisterFile, WithoutAgenciesIsRefused) {
    EXPECT_THROW(parse_register("", "a.toml"), UserError);
}

TEST(SampleRegister, HasNineDistrictsThatEndedInJune2025) {
    const auto agencies = parse_register(tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml"),
                                         "config/agencies/sample.toml");
    std::size_t districts = 0;
    for (const auto& agency : agencies.agencies) {
        if (agency.level != "district") continue;
        ++districts;
        EXPECT_EQ(agency.valid_to, civil(2025, 6, 30)) << agency.code;
    }
    EXPECT_EQ(districts, 9u);
}

TEST(SampleRegister, ReadsEveryNameAndAliasAsItself) {
    const auto agencies = parse_register(tests::read_file(DONDOC_SOURCE_DIR "/config/agencies/sample.toml"),
                                         "config/agencies/sample.toml");
    const auto check = [](const std::string& text, const std::string& name) {
        const auto reading = tests::sample_agencies().read(text);
        ASSERT_EQ(reading.parties.size(), 1u) << text;
        EXPECT_EQ(reading.parties[0].name, name) << text;
    };
    for (const auto& agency : agencies.agencies) {
        check(agency.name, agency.name);
        for (const auto& alias : agency.aliases) check(alias, agency.name);
    }
    for (const auto& group : agencies.groups) {
        check(group.name, "@" + group.name);
        for (const auto& alias : group.aliases) check(alias, "@" + group.name);
    }
}

}  // namespace
}  // namespace dondoc::language
