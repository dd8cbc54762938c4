// SPDX-License-Identifier: Apache-2.0
// Standing duties are looked at every so often.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/mutes.h"
#include "engine/reviews.h"
#include "support/refusal.h"
#include "support/told.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

engine::Rules rules(const char* review, std::chrono::minutes time = std::chrono::minutes{7 * 60 + 30}) {
    auto policy = daily_policy();
    policy.review = parse_review(review);
    policy.time_of_day = time;
    return {{policy}, {}, 7};
}

class Reviews : public testing::Test {
  protected:
    void SetUp() override {
        province.register_agencies();
        province.import({row("1", "Cập nhật dữ liệu", "Thường xuyên", "Sở Nội vụ"),
                         row("2", "Duy trì một cửa", "Từ 01/6/2023", "Sở Nội vụ"),
                         row("3", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    }
    void review(int assignment, const std::string& note = "vẫn thực hiện") {
        province.engine.change([&](engine::Work& work) {
            engine::record_review(work, work.store.assignments.get({assignment}).value(), note, "so-noi-vu");
        });
    }
    // Days on which the agency was reminded, with the assignments.
    std::vector<std::string> reminded() {
        std::vector<std::string> lines;
        for (const auto& event : province.inbox("SNV"))
            for (const auto& item : event.digest().items())
                if (!item.review().empty())
                    lines.push_back(iso_day(civil_day(wire::to_instant(event.time()))) + " " +
                                    std::to_string(item.assignment()));
        return lines;
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db", rules("quarterly")};
};

// Who asks waits for one agency's reminders, and each agency is told in one digest all the same.
TEST_F(Reviews, ABatchOfRemindersEndsWhenSomebodyAsksAndTearsNobodysDigest) {
    province.import({row("1", "Kiểm tra", "Thường xuyên", "Các sở, ban, ngành"),
                     row("2", "Theo dõi", "Thường xuyên", "Các sở, ban, ngành")},
                    "02/KH-UBND");
    const auto sizes = [&](const std::string& agency) {
        std::vector<int> found;
        for (const auto& event : province.inbox(agency))
            if (event.kind() == v1::EventKind::reminder) found.push_back(event.digest().items_size());
        return found;
    };
    province.engine.on_batch([] { return true; }, 1);
    EXPECT_TRUE(province.engine.advance_towards(at("2023-08-14")));
    EXPECT_THAT(sizes("SNV"), ElementsAre(3));
    EXPECT_THAT(sizes("STC"), IsEmpty());
    province.advance_to("2023-08-14");
    EXPECT_THAT(sizes("SNV"), ElementsAre(3));
    EXPECT_THAT(sizes("STC"), ElementsAre(2));
}

TEST_F(Reviews, TheAgencyIsRemindedEveryPeriodUntilItHasReviewed) {
    province.advance_to("2023-12-01");
    EXPECT_THAT(reminded(), ElementsAre("2023-08-13 1", "2023-09-01 2", "2023-11-13 1"));
    review(1);
    EXPECT_EQ(province.store.reviews.of({1})->due, civil(2024, 3, 1));
    province.advance_to("2024-03-02");
    EXPECT_THAT(reminded(), ElementsAre("2023-08-13 1", "2023-09-01 2", "2023-11-13 1", "2023-12-01 2",
                                        "2024-03-01 1", "2024-03-01 2"));
    const auto life = province.store.history.of({1});
    ASSERT_EQ(life.size(), 1U);
    EXPECT_EQ(life[0].kind, ChangeKind::Review);
    EXPECT_EQ(life[0].state, Workflow::Assigned);
}

TEST_F(Reviews, AListSaysWhatIsToBeReviewed) {
    auto& store = province.store;
    EXPECT_EQ(store.reviews.count(std::nullopt, civil(2023, 8, 12)), 0);
    EXPECT_EQ(store.reviews.count(std::nullopt, civil(2023, 8, 13)), 1);
    const auto all = store.reviews.list(store.agencies.find("SNV")->id, std::nullopt, 10, 0);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].since, civil(2023, 6, 1));
    EXPECT_TRUE(store.reviews.list(store.agencies.find("STC")->id, std::nullopt, 10, 0).empty());
}

TEST_F(Reviews, AfterDowntimeTheNewestPeriodIsToldOnce) {
    SimulatedClock clock{at("2023-05-13T09:00")};
    engine::Engine again{province.store, clock, rules("quarterly")};
    clock.set(at("2024-12-20T10:00"));
    while (again.tick()) {
    }
    EXPECT_THAT(reminded(), ElementsAre("2024-12-20 1", "2024-12-20 2"));
    EXPECT_THAT(ledger(province, {1}), ElementsAre("review"));
}

TEST_F(Reviews, AnotherPolicyPlansAnewAndTellsNothingTwice) {
    province.advance_to("2023-08-13T12:00");
    ASSERT_THAT(reminded(), ElementsAre("2023-08-13 1"));
    SimulatedClock clock{at("2023-08-13T12:00")};
    engine::Engine again{province.store, clock, rules("quarterly", std::chrono::minutes{9 * 60})};
    while (again.replan()) {
    }
    while (again.advance_towards(at("2023-09-30"))) {
    }
    EXPECT_THAT(reminded(), ElementsAre("2023-08-13 1", "2023-09-01 2"));
    auto without = rules("quarterly");
    without.policies[0].review = std::nullopt;
    engine::Engine none{province.store, clock, without};
    while (none.replan()) {
    }
    EXPECT_EQ(province.store.reviews.count(std::nullopt, std::nullopt), 0);
}

TEST_F(Reviews, AMuteHoldsTheReminderUntilItsEnd) {
    province.engine.change([](engine::Work& work) {
        engine::add_mute(work, TaskId{1}, civil(2023, 8, 20), "đang sắp xếp bộ máy", "van-phong");
    });
    province.advance_to("2023-08-31");
    EXPECT_THAT(reminded(), ElementsAre("2023-08-21 1"));
}

TEST_F(Reviews, WhatIsClosedOrHasATermIsNotReviewed) {
    EXPECT_EQ(refusal([&] { review(3); }), "review.not_standing");
    EXPECT_EQ(refusal([&] { review(1, ""); }), "review.no_note");
    province.engine.change([](engine::Work& work) {
        engine::change_assignment(work, work.store.assignments.get({1}).value(),
                                  {Action::Cancel, {}, "", "van-phong"});
    });
    EXPECT_EQ(refusal([&] { review(1); }), "review.closed");
    province.advance_to("2023-08-31");
    EXPECT_THAT(reminded(), IsEmpty());
}

}  // namespace
}  // namespace dondoc::test
