// SPDX-License-Identifier: Apache-2.0
#include "domain/lifecycle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace dondoc {
namespace {

using enum Workflow;
using enum Action;
using testing::ElementsAre;

constexpr Workflow states[]{Assigned,  Received, InProgress,  Reported,
                            Completed, Returned, Transferred, Revoked};

TEST(Lifecycle, WhatIsPossibleIsListed) {
    EXPECT_THAT(possible(Reported, Actor::Office), ElementsAre(Confirm, Rework, Comment));
    EXPECT_THAT(possible(Reported, Actor::Agency), ElementsAre(Recall, Comment));
    EXPECT_THAT(possible(Assigned, Actor::Cooperating), ElementsAre(Comment));
    EXPECT_THAT(possible(Returned, Actor::Operator), ElementsAre(Transfer, Cancel, Reopen, Comment));
}

TEST(Lifecycle, WhoeverReportsDoesNotConfirm) {
    for (const auto state : states) EXPECT_FALSE(after(state, Confirm, Actor::Agency));
    for (const auto state : states) EXPECT_FALSE(after(state, Complete, Actor::Agency));
}

TEST(Lifecycle, ATaskIsCompletedWhenAllThatCountsIs) {
    struct Row {
        std::vector<Workflow> assignments;
        bool completed;
    };
    for (const auto& [assignments, completed] : std::vector<Row>{
             {{}, false},
             {{Completed}, true},
             {{Completed, Reported}, false},
             {{Completed, Transferred, Revoked}, true},
             {{Completed, Returned}, false},
             {{Revoked}, false},
         })
        EXPECT_EQ(is_completed(assignments), completed);
}

TEST(Lifecycle, NamesAreThereAndDiffer) {
    std::set<std::string_view> names;
    for (const auto state : states) names.insert(name_of(state));
    for (int i = 0; i < action_count; ++i) names.insert(name_of(static_cast<Action>(i)));
    for (int i = 0; i < actor_count; ++i) names.insert(name_of(static_cast<Actor>(i)));
    EXPECT_EQ(names.size(), std::size(states) + action_count + actor_count);
    EXPECT_FALSE(names.contains(""));
}

TEST(Lifecycle, WorkIsOpenUntilItIsCompletedOrLeaves) {
    for (const auto state : states)
        EXPECT_EQ(is_open(state),
                  state == Assigned || state == Received || state == InProgress || state == Reported)
            << name_of(state);
}

constexpr auto term_end = civil(2023, 12, 31);

Timeliness open_on(local_days as_of, int due_soon_days = 7) {
    return timeliness({InProgress, term_end, std::nullopt}, as_of, due_soon_days);
}

TEST(Timeliness, OpenWorkIsJudgedByTheDay) {
    EXPECT_EQ(open_on(civil(2023, 12, 23)), Timeliness::InTime);
    EXPECT_EQ(open_on(civil(2023, 12, 24)), Timeliness::DueSoon);
    EXPECT_EQ(open_on(civil(2023, 12, 30)), Timeliness::DueSoon);
    EXPECT_EQ(open_on(civil(2023, 12, 31)), Timeliness::DueToday);
    EXPECT_EQ(open_on(civil(2024, 1, 1)), Timeliness::Overdue);  // a fixed date does not roll past a Sunday
    EXPECT_EQ(open_on(civil(2023, 12, 30), 0), Timeliness::InTime);
}

TEST(Timeliness, EveryOpenStateIsJudgedAlike) {
    for (const auto state : {Assigned, Received, InProgress, Reported})
        EXPECT_EQ(timeliness({state, term_end, std::nullopt}, term_end + date::days{1}, 7),
                  Timeliness::Overdue);
}

TEST(Timeliness, WorkWithoutADayIsNeverLate) {
    EXPECT_EQ(timeliness({InProgress, std::nullopt, std::nullopt}, civil(2030, 1, 1), 7),
              Timeliness::NoDeadline);
    EXPECT_EQ(timeliness({Completed, std::nullopt, civil(2030, 1, 1)}, civil(2030, 1, 1), 7),
              Timeliness::CompletedNoDeadline);
}

TEST(Timeliness, TheDateOfTheResultDecidesWhetherItWasOnTime) {
    const auto as_of = civil(2024, 6, 1);
    EXPECT_EQ(timeliness({Completed, term_end, term_end}, as_of, 7), Timeliness::CompletedOnTime);
    EXPECT_EQ(timeliness({Completed, term_end, term_end + date::days{1}}, as_of, 7),
              Timeliness::CompletedLate);
    EXPECT_EQ(timeliness({Completed, term_end, std::nullopt}, as_of, 7), Timeliness::CompletedOnTime);
}

TEST(Timeliness, WhatLeftTheAgencyIsInNobodysDenominator) {
    for (const auto state : {Returned, Transferred, Revoked})
        EXPECT_EQ(timeliness({state, term_end, std::nullopt}, civil(2024, 6, 1), 7), Timeliness::Withdrawn);
}

}  // namespace
}  // namespace dondoc
