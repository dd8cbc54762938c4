// SPDX-License-Identifier: Apache-2.0
#include "engine/mutes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/refusal.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Mutes : public testing::Test {
  protected:
    Mutes() {
        province.register_agencies();
        province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    }
    MuteId mute(const MuteTarget& target, local_days until, const std::string& reason = "chờ hướng dẫn") {
        MuteId id;
        province.engine.change(
            [&](engine::Work& work) { id = engine::add_mute(work, target, until, reason, "thử").id; });
        return id;
    }
    void end(MuteId id) {
        province.engine.change([&](engine::Work& work) { engine::end_mute(work, id, "", "thử"); });
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(Mutes, WhatIsWithheldIsNotedWithTheReasonAndWhatIsStillTrueIsToldAtTheEndInOneItem) {
    mute(AssignmentId{1}, civil(2024, 1, 9));
    province.advance_to("2024-01-09T23:00");
    EXPECT_THAT(told(province, "SNV"), IsEmpty());
    EXPECT_THAT(withheld(province, {1}),
                ElementsAre("2023-12-16 -15d: chờ hướng dẫn", "2023-12-24 -7d: chờ hướng dẫn",
                            "2023-12-30 -1d: chờ hướng dẫn", "2023-12-31 0d: chờ hướng dẫn",
                            "2024-01-01 +1d: chờ hướng dẫn", "2024-01-03 +3d: chờ hướng dẫn"));
    EXPECT_EQ(province.store.alarms.held(std::nullopt), 1);
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"),
                ElementsAre("2024-01-10 overdue +1d +3d +10d", "2024-01-17 overdue +17d"));
    EXPECT_EQ(province.store.alarms.held(std::nullopt), 0);
}

TEST_F(Mutes, AReminderThatIsStillTrueIsToldAtTheEnd) {
    mute(TaskId{1}, civil(2023, 12, 26));
    province.advance_to("2023-12-29");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-27 reminder -7d"));
    EXPECT_THAT(ledger(province, {1}), ElementsAre("-15d skipped", "-7d"));
}

TEST_F(Mutes, EndedEarlyItLetsGoAtOnce) {
    const auto id = mute(DocumentId{1}, civil(2024, 2, 1));
    province.advance_to("2024-01-05T15:00");
    end(id);
    while (province.engine.tick()) {
    }
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2024-01-05 overdue +1d +3d"));
    EXPECT_EQ(refusal([&] { end(id); }), "mute.over");
}

TEST_F(Mutes, WhatTwoMutesCoverWaitsForBoth) {
    const auto agency = province.store.agencies.find("SNV")->id;
    const auto longer = mute(agency, civil(2024, 1, 20));
    province.advance_to("2024-01-02");
    mute(AssignmentId{1}, civil(2024, 1, 12), "đang sáp nhập");
    end(longer);
    province.advance_to("2024-01-12T23:00");
    EXPECT_THAT(told(province, "SNV"), IsEmpty());
    province.advance_to("2024-01-14");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2024-01-13 overdue +1d +3d +10d"));
}

TEST_F(Mutes, WorkThatWasCompletedMeanwhileIsNotTold) {
    mute(AssignmentId{1}, civil(2024, 1, 9));
    province.advance_to("2024-01-05");
    province.engine.change([](engine::Work& work) {
        engine::change_assignment(work, *work.store.assignments.get({1}), {Action::Complete, {}, "", "thử"});
    });
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"), IsEmpty());
}

TEST_F(Mutes, APolicyThatChangesMeanwhileLosesNoNotice) {
    mute(AssignmentId{1}, civil(2024, 1, 9));
    province.advance_to("2024-01-05");
    auto policy = daily_policy();
    policy.after = {{2, Offset::Unit::Days}};
    engine::Engine changed{province.store, province.clock, {{policy}, {}, 7}};
    while (changed.replan()) {
    }
    while (changed.advance_towards(at("2024-01-12"))) {
    }
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2024-01-10 overdue +2d +9d"));
}

TEST_F(Mutes, AMuteNeedsAnEndAndAReason) {
    EXPECT_EQ(refusal([&] { mute(TaskId{1}, civil(2023, 12, 1), ""); }), "mute.no_reason");
    EXPECT_EQ(refusal([&] { mute(TaskId{1}, civil(2023, 5, 12)); }), "mute.past");
    EXPECT_EQ(refusal([&] { mute(TaskId{1}, civil(2024, 6, 1)); }), "mute.too_long");
    EXPECT_EQ(refusal([&] { end({7}); }), "mute.unknown");
    EXPECT_THAT(province.store.mutes.all(10), IsEmpty());
}

}  // namespace
}  // namespace dondoc::test
