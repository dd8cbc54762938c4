// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

engine::Rules escalating_rules() {
    auto policy = daily_policy();
    policy.escalate_after = {{15, Offset::Unit::Days}};
    policy.escalate_to = {"VP"};
    return {{policy}, {}, 7};
}

class Alerts : public testing::Test {
  protected:
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(Alerts, EachStepOfThePolicyReachesTheInboxOnceAsTheYearPasses) {
    province.register_agencies();
    province.import({row("1", "Báo cáo năm", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"),
                ElementsAre("2023-12-16 reminder -15d", "2023-12-24 reminder -7d", "2023-12-30 reminder -1d",
                            "2023-12-31 reminder 0d", "2024-01-01 overdue +1d", "2024-01-03 overdue +3d",
                            "2024-01-10 overdue +10d", "2024-01-17 overdue +17d"));
    EXPECT_FALSE(province.engine.next_alarm());
}

TEST_F(Alerts, OneMorningsAlertsOfOneKindAreOneDigest) {
    province.register_agencies();
    province.import({row("1", "Việc một", "31/12/2023", "Sở Nội vụ"),
                     row("2", "Việc hai", "31/12/2023", "Sở Nội vụ"),
                     row("3", "Việc ba", "Trong năm 2023", "Sở Nội vụ")});
    province.advance_to("2023-12-16T12:00");
    const auto inbox = province.inbox("SNV");
    ASSERT_EQ(inbox.size(), 2U);  // what was assigned, and the reminder
    EXPECT_EQ(inbox[1].digest().items_size(), 3);
    EXPECT_EQ(inbox[1].digest().items(0).days_left(), 15);
}

TEST_F(Alerts, WithoutDigestEveryAlertIsAnEventOfItsOwn) {
    auto policy = daily_policy();
    policy.digest = false;
    Province urgent{folder / "urgent.db", {{policy}, {}, 7}};
    urgent.register_agencies();
    urgent.import(
        {row("1", "Việc một", "31/12/2023", "Sở Nội vụ"), row("2", "Việc hai", "31/12/2023", "Sở Nội vụ")});
    urgent.advance_to("2023-12-16T12:00");
    EXPECT_THAT(told(urgent, "SNV"), ElementsAre("2023-12-16 reminder -15d", "2023-12-16 reminder -15d"));
    EXPECT_EQ(urgent.inbox("SNV").size(), 3U);
}

TEST_F(Alerts, ADigestIsCutSoThatNoEventOutgrowsAMessage) {
    province.register_agencies();
    std::vector<engine::PlanRow> rows;
    for (int i = 0; i < 450; ++i) rows.push_back(row(std::to_string(i), "Việc", "31/12/2023", "Sở Nội vụ"));
    province.import(rows);
    province.published.clear();
    province.advance_to("2023-12-16T12:00");
    std::vector<int> sizes;
    for (const auto& stored : province.published) {
        v1::Event event;
        ASSERT_TRUE(event.ParseFromString(stored.body));
        sizes.push_back(event.digest().items_size());
    }
    EXPECT_THAT(sizes, ElementsAre(200, 200, 50));
}

TEST_F(Alerts, CompletedWorkIsNotAlertedAgain) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2023-12-20");
    province.engine.change([](engine::Work& work) {
        engine::change_assignment(work, *work.store.assignments.get({1}),
                                  {Action::Complete, {}, "xong", "thử"});
    });
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-16 reminder -15d"));
}

TEST_F(Alerts, ReopenedWorkIsPressedOnWithoutRepeatingAStep) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2024-01-02");
    const auto change = [&](Action action) {
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, *work.store.assignments.get({1}), {action, {}, "", "thử"});
        });
    };
    change(Action::Complete);
    change(Action::Reopen);
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"),
                ElementsAre("2023-12-16 reminder -15d", "2023-12-24 reminder -7d", "2023-12-30 reminder -1d",
                            "2023-12-31 reminder 0d", "2024-01-01 overdue +1d", "2024-01-03 overdue +3d",
                            "2024-01-10 overdue +10d", "2024-01-17 overdue +17d"));
}

TEST_F(Alerts, AfterDowntimeWhatIsStillTrueIsSentAndWhatWasOvertakenIsRecorded) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.clock.set(at("2023-12-30T09:00"));  // down since May
    while (province.engine.tick()) {
    }
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-30 reminder -1d"));
    EXPECT_THAT(ledger(province, {1}), ElementsAre("-15d skipped", "-7d skipped", "-1d"));
}

TEST_F(Alerts, AGentlePaceTellsTheSameInSmallerParts) {
    std::vector<engine::PlanRow> rows;
    for (int i = 1; i <= 450; ++i)
        rows.push_back(row(std::to_string(i), "Báo cáo", "31/12/2023", "Sở Nội vụ; Sở Tài chính"));
    const auto told_at = [&](engine::Pace pace) {
        TemporaryFolder elsewhere;
        Province other{elsewhere / "dondoc.db"};
        other.register_agencies();
        other.import(rows);
        other.published.clear();
        other.clock.set(at("2023-12-30T09:00"));
        std::vector<std::string> bodies;
        int ticks = 1;
        while (other.engine.tick(pace)) ++ticks;
        for (const auto& stored : other.published) bodies.push_back(stored.body);
        return std::pair{ticks, bodies};
    };
    const auto [swift_ticks, swift] = told_at(engine::Pace::Swift);
    const auto [gentle_ticks, gentle] = told_at(engine::Pace::Gentle);
    EXPECT_EQ(swift_ticks, 1);
    EXPECT_EQ(gentle_ticks, 5);  // 200, 200, 50 and 200 of the next agency, 200, 50
    EXPECT_EQ(swift.size(), 6U);
    EXPECT_EQ(gentle, swift);
}

TEST_F(Alerts, AnOverdueNoticeIsNeverSkippedAndThoseMissedAreToldTogether) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.clock.set(at("2024-01-11T09:00"));
    while (province.engine.tick()) {
    }
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2024-01-11 overdue +1d +3d +10d"));
}

TEST_F(Alerts, WorkThatIsOverdueWhenItIsAssignedIsToldAtOnceAndOnce) {
    province.register_agencies();
    province.advance_to("2024-01-05");
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2024-01-05T00:00:01");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2024-01-05 overdue +3d"));
}

TEST_F(Alerts, ALongOverdueTaskIsReportedToTheAgencyAbove) {
    Province escalating{folder / "escalating.db", escalating_rules()};
    escalating.register_agencies();
    escalating.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    escalating.advance_to("2024-03-01");
    EXPECT_THAT(told(escalating, "VP"), ElementsAre("2024-01-15 escalation ^15d"));
    EXPECT_EQ(escalating.inbox("VP").back().digest().items(0).agency(), "SNV");
}

// However many parts a batch is carried out in, and of however many agencies it is.
TEST_F(Alerts, OneMorningsReportsToTheAgencyAboveAreOneDigest) {
    Province escalating{folder / "escalating.db", escalating_rules()};
    escalating.register_agencies();
    std::vector<engine::PlanRow> rows;
    for (int i = 1; i <= 9; ++i)
        rows.push_back(
            row(std::to_string(i), "Việc " + std::to_string(i), "31/12/2023", "Các sở, ban, ngành"));
    escalating.import(rows);
    int parts = 0;
    escalating.engine.on_batch(
        [&] {
            ++parts;
            return false;
        },
        2);
    escalating.advance_to("2024-03-01");
    EXPECT_GT(parts, 18);
    std::vector<int> sizes;
    for (const auto& event : escalating.inbox("VP"))
        if (event.kind() == v1::EventKind::escalation) sizes.push_back(event.digest().items_size());
    EXPECT_THAT(sizes, ElementsAre(18));
}

TEST_F(Alerts, WorkThatIsLongOverdueWhenItIsAssignedIsAlsoReportedAbove) {
    Province escalating{folder / "escalating.db", escalating_rules()};
    escalating.register_agencies();
    escalating.advance_to("2024-02-20");
    escalating.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    escalating.advance_to("2024-03-01");
    EXPECT_THAT(told(escalating, "VP"), ElementsAre("2024-02-20 escalation ^15d"));
    EXPECT_EQ(told(escalating, "SNV").size(), 1U);
}

TEST_F(Alerts, AChangedPolicyPlansAnewAndRepeatsNothing) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2023-12-25");

    auto policy = daily_policy();
    policy.before = {{7, Offset::Unit::Days}, {5, Offset::Unit::Days}, {2, Offset::Unit::Days}};
    policy.after = {};
    policy.repeat.reset();
    engine::Engine changed{province.store, province.clock, {{policy}, {}, 7}};
    while (changed.replan()) {
    }
    while (changed.advance_towards(at("2024-03-01"))) {
    }
    EXPECT_THAT(told(province, "SNV"),
                ElementsAre("2023-12-16 reminder -15d", "2023-12-24 reminder -7d", "2023-12-26 reminder -5d",
                            "2023-12-29 reminder -2d", "2023-12-31 reminder 0d"));
}

TEST_F(Alerts, ARunningEngineTakesAnotherPolicyAndRepeatsNothing) {
    province.register_agencies();
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2023-12-25");
    auto policy = daily_policy();
    policy.before = {{7, Offset::Unit::Days}, {5, Offset::Unit::Days}, {2, Offset::Unit::Days}};
    policy.after = {};
    policy.repeat.reset();
    province.engine.change_rules({{policy}, {}, 7});
    while (province.engine.replan()) {
    }
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "SNV"),
                ElementsAre("2023-12-16 reminder -15d", "2023-12-24 reminder -7d", "2023-12-26 reminder -5d",
                            "2023-12-29 reminder -2d", "2023-12-31 reminder 0d"));
}

// In the middle of planning by new rules those of before come back: a part is planned by the new ones.
TEST_F(Alerts, GoingBackToThePolicyOfBeforePlansWhatWasPlannedMeanwhile) {
    province.register_agencies();
    province.import(
        {row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ"), row("2", "Báo cáo", "30/11/2023", "Sở Nội vụ")});
    auto policy = daily_policy();
    policy.before = {{10, Offset::Unit::Days}};
    province.engine.change_rules({{policy}, {}, 7});
    ASSERT_TRUE(province.engine.replan());
    EXPECT_EQ(province.store.alarms.planned_for({1}).at(0).step, "-10d");
    engine::Engine again{province.store, province.clock, {{daily_policy()}, {}, 7}};
    while (again.replan()) {
    }
    EXPECT_EQ(province.store.alarms.planned_for({1}).at(0).step, "-15d");
}

TEST_F(Alerts, APolicyThatChangesWhileTheDaemonIsDownLosesNothingThatWasDue) {
    province.register_agencies();
    province.import(
        {row("1", "Báo cáo", "20/12/2023", "Sở Nội vụ"), row("2", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2023-12-12");
    province.clock.set(
        at("2023-12-24T09:00"));  // the morning of -7d and the notices of the other were missed
    auto policy = daily_policy();
    policy.before = {{15, Offset::Unit::Days}, {7, Offset::Unit::Days}, {2, Offset::Unit::Days}};
    engine::Engine changed{province.store, province.clock, {{policy}, {}, 7}};
    province.clock.set(at("2023-12-24T09:00"));  // the store kept the time of its last write
    while (changed.replan()) {
    }
    while (changed.tick()) {
    }
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-05 reminder -15d", "2023-12-24 reminder -7d",
                                                   "2023-12-24 overdue +1d +3d"));
}

TEST_F(Alerts, TheOfficeAndANamedAgencyAreBothTold) {
    auto policy = daily_policy();
    policy.escalate_after = {{15, Offset::Unit::Days}};
    policy.escalate_to = {"VP", "STC"};
    Province escalating{folder / "escalating.db", {{policy}, {}, 7}};
    escalating.register_agencies();
    escalating.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    escalating.advance_to("2024-03-01");
    EXPECT_THAT(told(escalating, "VP"), ElementsAre("2024-01-15 escalation ^15d"));
    EXPECT_THAT(told(escalating, "STC"), ElementsAre("2024-01-15 escalation ^15d"));
}

TEST_F(Alerts, AChangedGroupPlansAnew) {
    auto own = daily_policy();
    own.name = "nhóm";
    own.agencies = {"@các sở, ban, ngành"};
    own.before = {{10, Offset::Unit::Days}};
    Province grouped{folder / "grouped.db", {{own, daily_policy()}, {}, 7}};
    grouped.register_agencies();
    while (grouped.engine.replan()) {
    }
    grouped.import({row("1", "Báo cáo", "31/12/2023", "Văn phòng UBND tỉnh")});
    EXPECT_EQ(grouped.store.alarms.planned_for({1}).at(0).step, "-15d");
    grouped.engine.change([](engine::Work& work) {
        engine::import_register(work, {{}, {{"các sở, ban, ngành", {}, {"VP"}}}});
    });
    while (grouped.engine.replan()) {
    }
    EXPECT_EQ(grouped.store.alarms.planned_for({1}).at(0).step, "-10d");
}

TEST_F(Alerts, NumbersOfEveryInboxAreGapless) {
    province.register_agencies();
    province.import({row("1", "Một", "31/12/2023", "Các sở, ban, ngành", "Văn phòng UBND tỉnh"),
                     row("2", "Hai", "Quý III năm 2023", "Sở Tài chính", "Sở Nội vụ")});
    province.advance_to("2024-03-01");
    for (const auto* code : {"SNV", "STC", "VP"}) {
        const auto inbox = province.inbox(code);
        ASSERT_FALSE(inbox.empty()) << code;
        for (std::size_t i = 0; i < inbox.size(); ++i) {
            EXPECT_EQ(inbox[i].number(), i + 1);
            EXPECT_EQ(inbox[i].agency(), code);
        }
    }
}

}  // namespace
}  // namespace dondoc::test
