// SPDX-License-Identifier: Apache-2.0
// Groups with members that did not exist on the day of issue.
#include <gtest/gtest.h>

#include "language/readers.h"
#include "language/rows/row_reader.h"

namespace dondoc::language {
namespace {

Agency agency(std::string code, std::string name, std::optional<local_days> from = {},
              std::optional<local_days> to = {}) {
    return {std::move(code), std::move(name), {}, "commune", from, to};
}

const local_days reform = civil(2025, 7, 1);
const date::days one_day{1};

// Two communes that begin with the reform, of which one comes from a district of before; and two departments,
// of which one went over into the other.
Register province() {
    Register known;
    known.agencies = {agency("XA", "UBND xã An Bình", reform),
                      agency("XB", "UBND xã Bình Yên", reform),
                      agency("HA", "UBND huyện An Khê", {}, reform - one_day),
                      agency("STP", "Sở Tư pháp"),
                      agency("SKH", "Sở Kế hoạch", {}, reform - one_day),
                      agency("STC", "Sở Tài chính")};
    known.groups = {{"UBND cấp xã", {"UBND các xã"}, {"XA", "XB"}},
                    {"địa phương", {}, {"XA", "XB", "HA"}},
                    {"UBND cấp huyện", {}, {"HA"}},
                    {"các sở", {}, {"STP", "SKH", "STC"}},
                    {"sở tổng hợp", {}, {"SKH", "STP"}}};
    known.successions = {{SuccessionKind::Split, reform, "12/NQ", {"HA"}, {"XA", "XB"}},
                         {SuccessionKind::Merge, reform, "13/NQ", {"SKH", "STC"}, {"STC"}}};
    return known;
}

std::vector<std::string> questions(const std::string& cell, local_days written,
                                   AbsentMembers absent = AbsentMembers::Ask) {
    const AgencyReader agencies{province(), written};
    std::vector<std::string> keys;
    for (const auto& problem :
         read_row({"31/12/2025", cell, ""}, agencies, {written, nullptr}, {}, absent).problems)
        keys.push_back(problem.key);
    return keys;
}

using Keys = std::vector<std::string>;

TEST(AbsentMembersOfGroups, ThatComeLaterAreAskedFor) {
    const AgencyReader agencies{province(), reform - one_day};
    const auto row =
        read_row({"15/7/2025", "Sở Tư pháp; UBND các xã", ""}, agencies, {reform - one_day, nullptr});
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0],
              (Message{"group.comes_later",
                       {"UBND cấp xã", "2", "2", "01/07/2025", "UBND xã An Bình; UBND xã Bình Yên"}}));
    EXPECT_EQ(agencies.count(row.lead), 1U);
    EXPECT_EQ(agencies.absent_of("UBND cấp xã").at(0).takers, Keys{"XA"});
    EXPECT_EQ(questions("UBND các xã", reform), Keys{});
}

TEST(AbsentMembersOfGroups, ThatHadEndedAreAskedForWithWhoTookOver) {
    const AgencyReader agencies{province(), reform};
    const auto row = read_row({"15/7/2025", "UBND cấp huyện", ""}, agencies, {reform, nullptr});
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0], (Message{"group.succeeded",
                                        {"UBND cấp huyện", "1", "1", "30/06/2025", "UBND huyện An Khê", "2",
                                         "UBND xã An Bình; UBND xã Bình Yên"}}));
    EXPECT_EQ(questions("sở tổng hợp", reform), Keys{"group.succeeded"});
}

TEST(AbsentMembersOfGroups, WhoseWorkIsInTheGroupAllTheSameAreNotAskedFor) {
    EXPECT_EQ(questions("các sở", reform), Keys{});                // Sở Tài chính has it
    EXPECT_EQ(questions("địa phương", reform - one_day), Keys{});  // UBND huyện An Khê has it, and goes over
    EXPECT_EQ(questions("địa phương", reform), Keys{});
}

TEST(AbsentMembersOfGroups, WithoutSuccessorsSaySo) {
    auto known = province();
    known.successions.clear();
    const AgencyReader agencies{known, reform};
    const auto row = read_row({"15/7/2025", "UBND cấp huyện", ""}, agencies, {reform, nullptr});
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].key, "group.ended");
    EXPECT_TRUE(agencies.absent_of("UBND cấp huyện").at(0).takers.empty());
}

TEST(AbsentMembersOfGroups, AreNotAskedForOnceSomebodyHasDecided) {
    for (const auto choice : {AbsentMembers::Assign, AbsentMembers::Leave})
        EXPECT_EQ(questions("UBND các xã", reform - one_day, choice), Keys{});
}

TEST(AbsentMembersOfGroups, ThatCooperateAreAskedForToo) {
    const AgencyReader agencies{province(), reform - one_day};
    const auto row =
        read_row({"15/7/2025", "Sở Tư pháp", "UBND các xã"}, agencies, {reform - one_day, nullptr});
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].key, "group.comes_later");
}

}  // namespace
}  // namespace dondoc::language
