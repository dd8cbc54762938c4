// SPDX-License-Identifier: Apache-2.0
#include "domain/policy_choice.h"

#include <gtest/gtest.h>

#include "domain/mute.h"
#include "years.h"

namespace dondoc {
namespace {

AlertPolicy named(std::string name) {
    AlertPolicy policy;
    policy.name = std::move(name);
    return policy;
}

const GroupMembers groups{{"các sở", {"SNV", "STC"}}};

std::string chosen(const std::vector<AlertPolicy>& policies, const AlertSubject& subject) {
    const auto* policy = policy_for(policies, subject, groups);
    return policy == nullptr ? "" : policy->name;
}

TEST(PolicyChoice, TheFirstWhoseEveryConditionFitsHolds) {
    auto urgent_sector = named("urgent sector");
    urgent_sector.priorities = {Priority::Urgent};
    urgent_sector.agencies = {"@các sở"};
    auto own = named("own");
    own.agencies = {"SNV"};
    own.kinds = {DeadlineKind::Year};
    own.priorities = {Priority::Normal};
    auto province = named("province");
    province.levels = {"province", "district"};
    const std::vector policies{urgent_sector, own, province};

    struct Case {
        AlertSubject subject;
        const char* name;
    };
    const std::vector<Case> cases{
        {{"province", Priority::Urgent, DeadlineKind::Year, "STC"}, "urgent sector"},
        {{"government", Priority::Urgent, DeadlineKind::Date, "SNV"}, "urgent sector"},
        {{"government", Priority::Normal, DeadlineKind::Year, "SNV"}, "own"},
        {{"province", Priority::Normal, DeadlineKind::Date, "SNV"}, "province"},
        {{"district", Priority::Urgent, DeadlineKind::Date, "XA"}, "province"},
        {{"government", Priority::Normal, DeadlineKind::Date, "XA"}, ""},
    };
    for (const auto& [subject, name] : cases)
        EXPECT_EQ(chosen(policies, subject), name) << subject.level << " " << subject.agency;
}

TEST(PolicyChoice, AGroupThatIsNotThereFitsNobody) {
    auto policy = named("x");
    policy.agencies = {"@không có"};
    EXPECT_EQ(chosen({policy}, {"province", Priority::Normal, DeadlineKind::Date, "SNV"}), "");
}

TEST(PolicyConflict, TheParticularStandsBeforeTheGeneral) {
    auto urgent = named("urgent");
    urgent.priorities = {Priority::Urgent};
    auto government = named("government");
    government.levels = {"government"};
    government.priorities = {Priority::Normal};
    const auto all = named("all");
    EXPECT_FALSE(conflict_of_last({urgent, government, all}));
    EXPECT_FALSE(conflict_of_last({urgent, government}));
    const auto behind = conflict_of_last({all, urgent});
    ASSERT_TRUE(behind);
    EXPECT_EQ(behind->kind, PolicyConflict::Kind::Unreachable);
    EXPECT_EQ(behind->other, "all");
}

TEST(PolicyConflict, TwoThatCrossAreRefused) {
    auto urgent = named("urgent");
    urgent.priorities = {Priority::Urgent};
    auto government = named("government");
    government.levels = {"government"};
    const auto crossing = conflict_of_last({urgent, government});
    ASSERT_TRUE(crossing);
    EXPECT_EQ(crossing->kind, PolicyConflict::Kind::Crossing);
}

TEST(PolicyConflict, WhatSeveralTakeTogetherIsUnreachable) {
    auto urgent = named("urgent"), normal = named("normal");
    urgent.priorities = {Priority::Urgent};
    normal.priorities = {Priority::Normal};
    EXPECT_TRUE(conflict_of_last({urgent, normal, named("all")}));
    normal.agencies = {"SNV"};
    EXPECT_FALSE(conflict_of_last({urgent, normal, named("all")}));
}

TEST(Mute, WhatItHeldBackIsLookedAtOnTheWorkingDayThatFollows) {
    AlertPolicy policy;
    const Mute mute{{}, TaskId{1}, civil(2023, 12, 29), "", "", {}, {}};  // a Friday
    EXPECT_EQ(iso_instant(release_moment(mute, policy, vietnam_calendar())), "2024-01-02T07:30:00+07:00");
    policy.working_days_only = false;
    EXPECT_EQ(iso_instant(release_moment(mute, policy, vietnam_calendar())), "2023-12-30T07:30:00+07:00");
}

}  // namespace
}  // namespace dondoc
