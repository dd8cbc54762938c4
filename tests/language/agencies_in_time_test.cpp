// SPDX-License-Identifier: Apache-2.0
// Names and codes of agencies on a day, and the file that says who went over into whom.
#include "domain/agencies_in_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/readers.h"

namespace dondoc::language {
namespace {

using testing::ElementsAre;

const auto change = civil(2025, 3, 1);
const date::days one{1};

// "Sở Xây dựng" was SXD, and is from the change on what SGTVT is called.
Register two_of_one_name() {
    Register content;
    content.agencies = {
        {"SXD", "Sở Xây dựng", {"Sở XD"}, "province", {}, change - one},
        {"SGTVT2", "Sở Xây dựng", {}, "province", {}, {}, {{change - one, "SGTVT", "Sở Giao thông"}}}};
    content.successions = {{SuccessionKind::Merge, change, "1/NQ", {"SXD", "SGTVT2"}, {"SGTVT2"}}};
    return content;
}

TEST(AgenciesInTime, ANameIsTheOneWhoHadItThen) {
    const auto content = two_of_one_name();
    EXPECT_EQ(name_on(content.agencies[1], change - one).code, "SGTVT");
    EXPECT_EQ(name_on(content.agencies[1], change).name, "Sở Xây dựng");
    const AgencyReader before{content, change - one};
    EXPECT_EQ(before.read("Sở Xây dựng").parties.at(0).code, "SXD");
    EXPECT_EQ(before.read("Sở Giao thông").parties.at(0).code, "SGTVT2");
    const AgencyReader after{content, change};
    EXPECT_EQ(after.read("Sở Xây dựng").parties.at(0).code, "SGTVT2");
    EXPECT_EQ(after.read("Sở Giao thông").parties.at(0).code, "SGTVT2");
    EXPECT_TRUE(after.read("Sở Xây dựng").problems.empty());
    EXPECT_THAT(successors_of(content, "SXD"), ElementsAre("Sở Xây dựng"));
    EXPECT_THROW((void)after.resolve("SXD"), UserError);
}

TEST(AgenciesInTime, WhoWasNotThereYetIsMarked) {
    Register content;
    content.agencies = {{"XA", "UBND xã A", {}, "commune", change, {}}};
    const auto read = AgencyReader{content, change - one}.read("UBND xã A");
    EXPECT_EQ(read.parties.at(0).kind, Party::Kind::Unknown);
    EXPECT_EQ(read.problems.at(0), (Message{"party.not_yet", {"UBND xã A", "01/03/2025"}}));
}

constexpr const char* file = R"([[agency]]
code = "STC1"
name = "Sở Tài chính"
level = "province"

[[agency]]
code = "STC2"
name = "Sở Tài chính"
level = "province"
valid_from = 2025-03-01

[[succession]]
kind = "merge"
day = 2025-03-01
document = "15/NQ-HĐND"
from = ["STC1", "SKHDT"]
to = ["STC2"]
)";

TEST(SuccessionFile, EndsItsPredecessorsSoThatANameMayGoOver) {
    const auto content = parse_register(file, "a.toml");
    ASSERT_EQ(content.successions.size(), 1U);
    EXPECT_EQ(content.successions[0],
              (Succession{SuccessionKind::Merge, change, "15/NQ-HĐND", {"STC1", "SKHDT"}, {"STC2"}}));
}

TEST(SuccessionFile, SaysWhatIsWrongAndOnWhichLine) {
    struct Wrong {
        const char* find;
        const char* replace;
        const char* key;
        const char* place;
    };
    for (const auto& wrong : std::vector<Wrong>{
             {"kind = \"merge\"", "kind = \"gộp\"", "register.bad_kind", "a.toml:13"},
             {"day = 2025-03-01", "day = \"2025\"", "register.not_day", "a.toml:14"},
             {"document = \"15/NQ-HĐND\"\n", "", "register.missing_key", "a.toml:12"},
             {"from = [\"STC1\", \"SKHDT\"]", "from = []", "register.missing_key", "a.toml:12"},
             {"to = [\"STC2\"]", "to = [\"S T\"]", "register.bad_code", "a.toml:17"},
             {"to = [\"STC2\"]", "into = [\"STC2\"]", "register.unknown_key", "a.toml:17"},
             {"day = 2025-03-01", "day = 2025-04-01", "register.duplicate_name", "a.toml:6"}}) {
        std::string text = file;
        text.replace(text.find(wrong.find), std::string(wrong.find).size(), wrong.replace);
        try {
            parse_register(text, "a.toml");
            ADD_FAILURE() << wrong.replace;
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, wrong.key) << wrong.replace;
            EXPECT_EQ(error.place(), wrong.place) << wrong.replace;
        }
    }
}

}  // namespace
}  // namespace dondoc::language
