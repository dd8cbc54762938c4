// SPDX-License-Identifier: Apache-2.0
// Alarms that stand side by side are written together: what is told, and what the ledger says, is as if each
// had gone off alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/mutes.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AlertTeller : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }
    void import(int count, const std::string& title = "Việc") {
        std::vector<engine::PlanRow> rows;
        for (int i = 1; i <= count; ++i)
            rows.push_back(row(std::to_string(i), title, "31/12/2023", "Sở Nội vụ"));
        province.import(rows);
    }
    // By event the assignments that its digest names; what was assigned is left out.
    std::map<std::uint64_t, std::set<std::uint64_t>> told_in() {
        std::map<std::uint64_t, std::set<std::uint64_t>> named;
        for (const auto& event : province.inbox("SNV"))
            if (event.kind() != v1::EventKind::assigned)
                for (const auto& item : event.digest().items()) named[event.id()].insert(item.assignment());
        return named;
    }
    // The same by the ledger, of one step.
    std::map<std::uint64_t, std::set<std::uint64_t>> kept_in(const std::string& step, int tasks) {
        std::map<std::uint64_t, std::set<std::uint64_t>> named;
        for (int task = 1; task <= tasks; ++task)
            for (const auto& record : province.store.alarms.history({task}, std::nullopt, 1000))
                if (record.step == step && record.event)
                    named[static_cast<std::uint64_t>(record.event->value)].insert(
                        static_cast<std::uint64_t>(record.assignment.value));
        return named;
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(AlertTeller, WhatSomeHaveBeenToldBeforeIsToldToTheOthersAlone) {
    import(5);
    const auto agency = province.store.agencies.find("SNV")->id;
    province.engine.change([&](engine::Work& work) {
        for (const int id : {2, 5})
            ASSERT_TRUE(work.store.alarms.record({{id}, agency, civil(2023, 12, 31), "-15d"}, agency,
                                                 work.now, EventId{1}));
    });
    province.advance_to("2023-12-16T12:00");
    const auto told = told_in();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told.begin()->second, ElementsAre(1, 3, 4));
    auto kept = kept_in("-15d", 5);
    EXPECT_THAT(kept[1], ElementsAre(2, 5));  // as it was
    kept.erase(1);
    EXPECT_EQ(kept, told);
    province.advance_to("2023-12-25");  // the next step is told to all of them
    EXPECT_THAT(told_in().rbegin()->second, ElementsAre(1, 2, 3, 4, 5));
}

TEST_F(AlertTeller, NothingIsToldWhereAllHaveBeenToldBefore) {
    import(3);
    const auto agency = province.store.agencies.find("SNV")->id;
    province.engine.change([&](engine::Work& work) {
        for (const int id : {1, 2, 3})
            work.store.alarms.record({{id}, agency, civil(2023, 12, 31), "-15d"}, agency, work.now,
                                     EventId{1});
    });
    province.advance_to("2023-12-16T12:00");
    EXPECT_THAT(told_in(), IsEmpty());
    EXPECT_EQ(iso_day(civil_day(province.engine.next_alarm().value())), "2023-12-24");
}

TEST_F(AlertTeller, TheLedgerNamesTheEventThatHoldsTheItemAlsoWhereLongTitlesCutDigestsEarly) {
    constexpr int tasks = 250;
    import(tasks, std::string(3000, 'x'));
    province.advance_to("2023-12-16T12:00");
    const auto told = told_in();
    EXPECT_GT(told.size(), 2U);
    EXPECT_EQ(told, kept_in("-15d", tasks));
    std::size_t items = 0;
    for (const auto& [event, assignments] : told) items += assignments.size();
    EXPECT_EQ(items, static_cast<std::size_t>(tasks));
}

TEST_F(AlertTeller, WhatIsMutedAmongOthersIsLeftOutAndToldAtTheEndOfItsMute) {
    import(4);
    province.advance_to("2023-12-16T07:00");
    province.engine.change([](engine::Work& work) {
        engine::add_mute(work, MuteTarget{AssignmentId{2}}, civil(2023, 12, 20), "họp", "van-phong");
    });
    province.advance_to("2023-12-16T12:00");
    EXPECT_THAT(told_in().rbegin()->second, ElementsAre(1, 3, 4));
    province.advance_to("2023-12-21T12:00");
    EXPECT_THAT(told_in().rbegin()->second, ElementsAre(2));
}

TEST_F(AlertTeller, WhatIsUrgentAmongOthersIsToldByItself) {
    import(4);
    province.engine.change([](engine::Work& work) {
        work.store.plans.set_priority({3}, Priority::Urgent);
        work.tasks_changed = true;
    });
    province.advance_to("2023-12-16T12:00");
    std::vector<std::set<std::uint64_t>> events;
    for (const auto& [event, assignments] : told_in()) events.push_back(assignments);
    EXPECT_THAT(events, testing::UnorderedElementsAre(ElementsAre(1, 2, 4), ElementsAre(3)));
    EXPECT_EQ(told_in(), kept_in("-15d", 4));
}

}  // namespace
}  // namespace dondoc::test
