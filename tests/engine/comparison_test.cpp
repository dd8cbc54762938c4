// SPDX-License-Identifier: Apache-2.0
#include "engine/trials/comparison.h"

#include <gtest/gtest.h>

#include "support/told.h"

namespace dondoc::test {
namespace {

class Comparison : public testing::Test {
  protected:
    Comparison() {
        province.register_agencies();
        province.import(
            {row("1", "Một", "31/12/2023", "Sở Nội vụ"), row("2", "Hai", "30/11/2023", "Sở Tài chính")});
    }
    engine::PolicyComparison::Result compare(const AlertPolicy& candidate) {
        engine::PolicyComparison comparison{province.engine, {{candidate}, {}, 7}};
        while (comparison.compare_some()) {
        }
        return comparison.result();
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(Comparison, TheSamePolicyChangesNothing) {
    auto renamed = daily_policy();
    renamed.name = "tên khác";
    for (const auto* now : {"2023-05-13T09:00", "2023-12-20T09:00", "2024-02-20"}) {
        province.advance_to(now);
        const auto result = compare(renamed);
        EXPECT_TRUE(result.rows.empty()) << now;
        EXPECT_EQ(result.assignments, 2U);
    }
}

TEST_F(Comparison, CountsWhatIsAddedDroppedAndMovedByAgencyAndMonth) {
    province.advance_to("2023-12-01T09:00");  // of the second only notices are left: +3d, +10d, +17d
    auto candidate = daily_policy();
    candidate.before = {{10, Offset::Unit::Days}, {7, Offset::Unit::Days}, {1, Offset::Unit::Days}};
    candidate.time_of_day = std::chrono::hours{9};
    const auto result = compare(candidate);
    EXPECT_EQ(result.total.added, 1U);    // -10d
    EXPECT_EQ(result.total.dropped, 1U);  // -15d
    EXPECT_EQ(result.total.moved, 10U);   // 7, 1, 0 before, 1, 3, 10, 17 after, and 3, 10, 17 of the other
    const auto& own = result.rows.at({"SNV", date::year{2023} / date::month{12}});
    EXPECT_EQ(own.added, 1U);
    EXPECT_EQ(own.dropped, 1U);
    EXPECT_EQ(own.moved, 3U);
    EXPECT_EQ(result.rows.at({"SNV", date::year{2024} / date::month{1}}).moved, 4U);
    EXPECT_EQ(result.examples.size(), 10U);
}

TEST_F(Comparison, AReviewIntervalIsPartOfThePolicy) {
    province.import({row("1", "Ba", "Thường xuyên", "Sở Nội vụ")}, "02/KH-UBND");
    auto candidate = daily_policy();
    candidate.review = ReviewInterval{3, ReviewInterval::Unit::Months};
    const auto result = compare(candidate);
    EXPECT_EQ(result.total.added, 4U);
    EXPECT_EQ(result.total.dropped + result.total.moved, 0U);
    ASSERT_EQ(result.examples.size(), 4U);
    EXPECT_EQ(result.examples[0].step, "review");
    EXPECT_EQ(iso_day(result.examples[0].due), "2023-08-13");
    // It then comes as it was said.
    engine::Engine changed{province.store, province.clock, {{candidate}, {}, 7}};
    while (changed.replan()) {
    }
    while (changed.advance_towards(at("2024-05-14"))) {
    }
    int reminders = 0;
    for (const auto& line : told(province, "SNV")) reminders += line.ends_with("review") ? 1 : 0;
    EXPECT_EQ(reminders, 4);
}

TEST_F(Comparison, SaysWhatTheCandidateThenDoes) {
    auto candidate = daily_policy();
    candidate.before = {{20, Offset::Unit::Days}};
    candidate.escalate_after = {{2, Offset::Unit::Days}};
    candidate.escalate_to = {"VP", "STC"};
    const auto result = compare(candidate);
    const auto changes_nothing = [&] {
        return told(province, "SNV").empty() && province.store.alarms.planned_for({1}).at(0).step == "-15d";
    };
    EXPECT_TRUE(changes_nothing());
    EXPECT_EQ(result.total.added, 2U + 4U);  // -20d of both, ^2d of both to two agencies
    EXPECT_EQ(result.total.dropped, 6U);
    engine::Engine changed{province.store, province.clock, {{candidate}, {}, 7}};
    while (changed.replan()) {
    }
    while (changed.advance_towards(at("2024-03-01"))) {
    }
    EXPECT_EQ(told(province, "SNV").size(), 6U);
    EXPECT_EQ(told(province, "VP").size(), 2U);
}

}  // namespace
}  // namespace dondoc::test
