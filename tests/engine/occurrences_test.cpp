// SPDX-License-Identifier: Apache-2.0
// Recurring terms: each occurrence is opened once, in order, whatever happens meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "domain/recurrence.h"
#include "engine/occurrences.h"
#include "engine/trials/rehearsal.h"
#include "support/refusal.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string quarterly = "Trước ngày 12 tháng cuối quý và ngày 12/12/2023";  // 11/6, 11/9, 11/12, 12/12

class Occurrences : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }

    std::vector<store::Assignment> of_task(int task) { return province.store.assignments.of_task({task}); }
    // "2023-06-11 assigned" for each assignment of the first task.
    std::vector<std::string> opened(const std::string& agency = "SNV") {
        std::vector<std::string> lines;
        const auto id = province.store.agencies.find(agency)->id;
        for (const auto& assignment : of_task(1))
            if (assignment.agency == id)
                lines.push_back(iso_day(assignment.due.value()) + " " +
                                std::string{name_of(assignment.state)});
        return lines;
    }
    void change(AssignmentId id, Action action) {
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, work.store.assignments.get(id).value(), {action, {}, "", "thử"});
        });
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(Occurrences, TheNextOneIsOpenedAndToldWhenTheOneBeforeHasPassed) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    province.advance_to("2023-06-11T23:59:59");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 assigned"));
    province.advance_to("2023-06-12T07:29:59");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 assigned")) << "nobody is told at night";
    province.advance_to("2023-06-12T07:30");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 assigned", "2023-09-11 assigned"));
    std::vector<std::string> days;  // a notice for the one that is late may come the same morning
    for (const auto& event : province.inbox("SNV"))
        if (event.kind() == v1::EventKind::assigned) days.push_back(event.digest().items(0).due());
    EXPECT_THAT(days, ElementsAre("2023-06-11", "2023-09-11"));
    province.advance_to("2024-12-31");
    EXPECT_THAT(opened(), SizeIs(4));
}

TEST_F(Occurrences, OneThatIsLateStaysOpenAndIsPressedBesideTheNext) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    province.advance_to("2023-06-20");
    const auto assignments = of_task(1);
    EXPECT_EQ(timeliness(assignments[0].term(), province.engine.today(), 7), Timeliness::Overdue);
    EXPECT_EQ(timeliness(assignments[1].term(), province.engine.today(), 7), Timeliness::InTime);
    EXPECT_THAT(told(province, "SNV"), testing::Contains("2023-06-14 overdue +3d"));
    province.advance_to("2023-09-08");
    EXPECT_THAT(told(province, "SNV"), testing::Contains("2023-09-04 reminder -7d"));
}

TEST_F(Occurrences, OneThatIsCompletedEarlyIsFollowedWhenItsDayHasPassed) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    change({1}, Action::Complete);
    province.advance_to("2023-06-11");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 completed"));
    province.advance_to("2023-06-12T07:30");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 completed", "2023-09-11 assigned"));
    EXPECT_EQ(province.store.assignments.find({1}, {1})->due, civil(2023, 9, 11));
}

TEST_F(Occurrences, AfterMonthsOfDowntimeAllThatWereMissedOpenInOrder) {
    province.import({row("1", "Báo cáo quý", quarterly, "Các sở, ban, ngành")});
    SimulatedClock clock{at("2023-05-13T09:00")};
    engine::Engine again{province.store, clock, {{daily_policy()}, {}, 7}};
    clock.set(at("2023-12-20T10:00"));
    int ticks = 0;
    while (again.tick()) ASSERT_LT(++ticks, 100);
    EXPECT_THAT(opened("SNV"), ElementsAre("2023-06-11 assigned", "2023-09-11 assigned",
                                           "2023-12-11 assigned", "2023-12-12 assigned"));
    EXPECT_THAT(opened("STC"), SizeIs(4));
    std::vector<std::string> days;
    for (const auto& event : province.inbox("SNV"))
        if (event.kind() == v1::EventKind::assigned) days.push_back(event.digest().items(0).due());
    EXPECT_THAT(days, ElementsAre("2023-06-11", "2023-09-11", "2023-12-11", "2023-12-12"));
    EXPECT_EQ(again.tick(), false);
}

TEST_F(Occurrences, WhatIsTakenBackIsNotFollowedUntilItIsReopened) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    change({1}, Action::Cancel);
    province.advance_to("2023-10-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 revoked"));
    change({1}, Action::Reopen);
    province.advance_to("2023-10-02");
    EXPECT_THAT(opened(),
                ElementsAre("2023-06-11 in_progress", "2023-09-11 assigned", "2023-12-11 assigned"));
}

TEST_F(Occurrences, WhatIsTakenBackAloneIsFollowed) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    const auto cancel_alone = [&](AssignmentId id) {
        province.engine.change([&](engine::Work& work) {
            engine::AssignmentChange change{Action::Cancel, {}, "thử", "thử"};
            change.only_this = true;
            engine::change_assignment(work, work.store.assignments.get(id).value(), change);
        });
    };
    cancel_alone({1});
    province.advance_to("2023-07-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 revoked", "2023-09-11 assigned"));
    // An amendment that leaves its term alone, or moves it, does not end the series.
    cancel_alone({2});
    province.amend({row("1", "Báo cáo quý", "Ngày 15 tháng cuối quý", "Sở Nội vụ")});
    province.advance_to("2023-10-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 revoked", "2023-09-11 revoked", "2023-12-15 assigned"));
    change({3}, Action::Cancel);
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened(), SizeIs(3));
}

TEST_F(Occurrences, ARevocationSaysWhatItTakesBack) {
    using engine::Revocation;
    province.import(
        {row("1", "Báo cáo quý", quarterly, "Sở Nội vụ"), row("2", "Một", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2023-07-01");
    const auto refused = [&](std::int64_t id, std::optional<Revocation> wanted = {}) {
        return refusal([&] {
            province.engine.change([&](engine::Work& work) {
                engine::revocation_of(work, work.store.assignments.get({id}).value(), wanted);
            });
        });
    };
    EXPECT_EQ(refused(3), "assignment.which_occurrences");
    EXPECT_EQ(refused(3, Revocation::Series), "");
    EXPECT_EQ(refused(3, Revocation::OnlyThis), "");
    EXPECT_EQ(refused(1), "") << "an older one is followed by the newest";
    EXPECT_EQ(refused(1, Revocation::Series), "assignment.newer_occurrence");
    EXPECT_EQ(refused(2), "");
    EXPECT_EQ(refused(2, Revocation::OnlyThis), "assignment.not_recurring");
}

TEST_F(Occurrences, WhatIsReturnedIsNotFollowedUntilTheOfficeHasDealtWithIt) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    province.engine.change([&](engine::Work& work) {
        engine::change_assignment(work, work.store.assignments.get({1}).value(),
                                  {Action::Return, {}, "thử", "", Actor::Agency});
    });
    province.advance_to("2023-07-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 returned"));
    change({1}, Action::Reopen);
    province.advance_to("2023-07-01T00:00:01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-11 assigned", "2023-09-11 assigned"));
}

TEST_F(Occurrences, AWithdrawnDocumentOpensNothingAlsoAfterACompletedOne) {
    province.import({row("1", "Báo cáo quý", quarterly, "Các sở, ban, ngành")});
    change({1}, Action::Complete);
    province.withdraw();
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened("SNV"), ElementsAre("2023-06-11 completed"));
    EXPECT_THAT(opened("STC"), ElementsAre("2023-06-11 revoked"));
    EXPECT_EQ(province.engine.next_alarm(), std::nullopt);
}

TEST_F(Occurrences, AnAmendedTermMovesTheNewestAndLeavesTheLateOne) {
    province.import({row("1", "Báo cáo quý", "Ngày 20 tháng cuối quý", "Sở Nội vụ")});
    province.advance_to("2023-07-01");
    ASSERT_THAT(opened(), ElementsAre("2023-06-20 assigned", "2023-09-20 assigned"));
    province.amend({row("1", "Báo cáo quý", "Ngày 15 tháng cuối quý", "Sở Nội vụ")});
    EXPECT_THAT(opened(), ElementsAre("2023-06-20 assigned", "2023-09-15 assigned"));
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened(), ElementsAre("2023-06-20 assigned", "2023-09-15 assigned", "2023-12-15 assigned",
                                      "2024-03-15 assigned"));
}

TEST_F(Occurrences, ATermThatNoLongerRecursIsOneDay) {
    province.import({row("1", "Báo cáo", "Ngày 20 tháng cuối quý", "Sở Nội vụ")});
    province.amend({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened(), ElementsAre("2023-12-31 assigned"));
}

TEST_F(Occurrences, AnAgencyThatLeadsLaterBeginsWithTheNextOne) {
    province.import({row("1", "Báo cáo quý", "Ngày 20 tháng cuối quý", "Sở Nội vụ")});
    change({1}, Action::Complete);
    province.advance_to("2023-06-19");
    province.advance_to("2023-10-01");
    province.amend({row("1", "Báo cáo quý", "Ngày 20 tháng cuối quý", "Sở Tài chính")});
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened("SNV"),
                ElementsAre("2023-06-20 completed", "2023-09-20 revoked", "2023-12-20 revoked"));
    EXPECT_THAT(opened("STC"), ElementsAre("2023-12-20 assigned", "2024-03-20 assigned"));
}

TEST_F(Occurrences, WhoeverTookOverGetsTheOnesThatFollow) {
    province.import({row("1", "Báo cáo quý", "Ngày 20 tháng cuối quý", "Sở Nội vụ")});
    province.engine.change([](engine::Work& work) {
        auto given = work.store.assignments.get({1}).value();
        auto taken = work.store.assignments.add(given.task, work.store.agencies.find("STC")->id, given.due,
                                                work.now, given.occurrence);
        taken.transferred_from = given.id;
        work.store.history.write(taken, ChangeKind::TakeOver, "thử", {}, work.now);
        given.state = Workflow::Transferred;
        work.store.history.write(given, ChangeKind::Transfer, "thử", {}, work.now);
    });
    province.advance_to("2024-02-01");
    EXPECT_THAT(opened("SNV"), ElementsAre("2023-06-20 transferred"));
    EXPECT_THAT(opened("STC"), ElementsAre("2023-06-20 assigned", "2023-09-20 assigned",
                                           "2023-12-20 assigned", "2024-03-20 assigned"));
}

TEST_F(Occurrences, ARehearsalLivesThroughAllOfThem) {
    province.import({row("1", "Báo cáo quý", quarterly, "Sở Nội vụ")});
    engine::Rehearsal rehearsal{
        province.engine,
        [](engine::Work& work) {
            return work.store.plans.find("UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13))->id;
        },
        std::nullopt};
    while (rehearsal.step()) {
    }
    EXPECT_EQ(rehearsal.report().until(), "2023-12-12");
    // Each has its reminders; 12/12 is opened on 12/12 alone.
    EXPECT_GE(rehearsal.report().agencies(0).reminders(), 3U * 4U);
    EXPECT_THAT(opened(), SizeIs(1));
}

// Random recurrences, policies of the day, downtimes and deaths between two ticks: what is opened is what the
// phrase says, each once.
class RandomOccurrences : public testing::TestWithParam<unsigned> {};

TEST_P(RandomOccurrences, OpenedAreThoseOfThePeriodEachOnce) {
    std::mt19937 random{GetParam()};
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    const std::vector<std::string> phrases{"Hằng tháng",
                                           "Ngày " + std::to_string(1 + below(28)) + " hằng tháng",
                                           "Trước ngày 12 tháng cuối quý và ngày 12/12/2023",
                                           "Hằng quý",
                                           "30/6; 31/10/2023",
                                           "Định kỳ 6 tháng, năm"};
    const auto phrase = phrases[static_cast<std::size_t>(below(static_cast<int>(phrases.size())))];
    Recurring term;
    {
        Province province{file};
        province.register_agencies();
        province.import({row("1", "Báo cáo", phrase, "Các sở, ban, ngành")});
        term = std::get<Recurring>(province.store.plans.task({1})->deadline.term);
    }
    auto now = at("2023-05-13T08:00");
    const auto end = at("2024-01-20");
    while (now < end) {
        store::Store store{file};
        SimulatedClock clock{now};
        engine::Engine engine{store, clock, {{daily_policy()}, {}, 7}};
        now = std::min(end, now + std::chrono::hours{below(24 * 60)});
        clock.set(now);  // it was down until now
        for (int ticks = below(4); ticks > 0 && engine.tick(); --ticks) {
        }
        const auto target = std::min(end, now + std::chrono::hours{below(24 * 40)});
        if (below(2) == 0)
            while (engine.advance_towards(target)) {
            }
        now = engine.now();
        for (const auto& assignment : store.assignments.of_task({1}))
            if (is_open(assignment.state) && below(4) == 0)
                engine.change([&](engine::Work& work) {
                    engine::change_assignment(work, assignment, {Action::Complete, {}, "", ""});
                });
        store.settings.set("clock", iso_instant(now));
    }
    store::Store store{file};
    SimulatedClock clock{now};
    engine::Engine engine{store, clock, {{daily_policy()}, {}, 7}};
    while (engine.tick()) {
    }
    std::vector<local_days> called_for{term.occurrences.front()};
    while (const auto next = occurrence_after(term, called_for.back())) {
        if (opening_moment(called_for.back(), daily_policy().time_of_day) > now) break;
        called_for.push_back(*next);
    }
    for (const auto* code : {"SNV", "STC"}) {
        std::vector<local_days> opened;
        for (const auto& assignment : store.assignments.of_task({1}))
            if (assignment.agency == store.agencies.find(code)->id)
                opened.push_back(assignment.occurrence.value());
        EXPECT_EQ(opened, called_for) << phrase;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomOccurrences, testing::Range(0U, 25U));

}  // namespace
}  // namespace dondoc::test
