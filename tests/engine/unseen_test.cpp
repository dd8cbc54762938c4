// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/mutes.h"
#include "engine/persons.h"
#include "engine/priority_change.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

engine::Rules watching_rules() {
    auto policy = daily_policy();
    policy.unseen_after = Offset{5, Offset::Unit::Days};
    return {{policy}, {}, 7, "VP"};
}

class Unseen : public testing::Test {
  protected:
    Unseen() {
        province.register_agencies();
        province.import(
            {row("1", "Một", "31/12/2023", "Sở Nội vụ"), row("2", "Hai", "31/12/2023", "Sở Nội vụ")});
    }
    void acknowledge_all() {
        const auto agency = province.store.agencies.find("SNV")->id;
        const auto head = province.store.inbox.head(agency);
        province.store.inbox.acknowledge(agency, "pc", head, head, province.clock.now());
    }
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", watching_rules()};
};

TEST_F(Unseen, ANoticeThatNobodyLooksAtIsReportedToTheOfficeOnce) {
    province.advance_to("2024-03-01");
    EXPECT_THAT(told(province, "VP"), ElementsAre("2023-12-21 escalation ?5d", "2023-12-21 escalation ?5d"));
    EXPECT_EQ(province.inbox("VP").back().digest().items(0).agency(), "SNV");
}

class UnseenByTwo : public Unseen {
  protected:
    UnseenByTwo() {
        province.import({row("1", "Ba", "31/12/2023", "Sở Tài chính")}, "02/KH-UBND");
        province.advance_to("2023-12-21T00:00");
    }
    std::vector<int> reports() {
        std::vector<int> sizes;
        for (const auto& event : province.inbox("VP"))
            if (event.kind() == v1::EventKind::escalation) sizes.push_back(event.digest().items_size());
        return sizes;
    }
};

TEST_F(UnseenByTwo, TheOfficeIsToldOfOneMomentInOneDigest) {
    province.engine.on_batch([] { return false; }, 1);
    province.advance_to("2023-12-22");
    EXPECT_THAT(reports(), ElementsAre(3));
}

TEST_F(UnseenByTwo, ABatchEndsWhenSomebodyAsksAndGoesOnAfterwards) {
    province.engine.on_batch([] { return true; }, 1);
    EXPECT_TRUE(province.engine.advance_towards(at("2023-12-22")));
    EXPECT_THAT(reports(), ElementsAre(2)) << "of one event, that of SNV";
    province.advance_to("2023-12-22");
    EXPECT_THAT(reports(), ElementsAre(2, 1));
}

TEST_F(Unseen, WhatWasLookedAtInTimeIsNotReported) {
    province.advance_to("2023-12-20");
    acknowledge_all();
    province.advance_to("2023-12-28");
    EXPECT_THAT(told(province, "VP"), IsEmpty());
    province.advance_to("2023-12-30");
    EXPECT_THAT(told(province, "VP").size(), 2U) << "the reminder of 24/12";
}

TEST_F(Unseen, WhatWasCompletedOrMutedIsNotReported) {
    province.advance_to("2023-12-17");
    province.engine.change([](engine::Work& work) {
        engine::change_assignment(work, *work.store.assignments.get({1}), {Action::Complete, {}, "", "thử"});
        engine::add_mute(work, AssignmentId{2}, civil(2023, 12, 23), "chờ", "thử");
    });
    province.advance_to("2023-12-23T12:00");
    EXPECT_THAT(told(province, "VP"), IsEmpty());
    province.advance_to("2023-12-25");
    EXPECT_THAT(told(province, "VP"), ElementsAre("2023-12-24 escalation ?5d"));
}

TEST_F(Unseen, TheListSaysWhoHasNotLookedAndWhoWasNeverReached) {
    province.advance_to("2023-12-25");  // assigned, -15d, -7d
    auto list = province.store.unseen.list();
    ASSERT_EQ(list.size(), 2U);  // and the office, which was told of it
    EXPECT_EQ(list[0].code, "SNV");
    EXPECT_EQ(list[0].delivered.events, 0);
    EXPECT_EQ(list[0].waiting.events, 3);
    EXPECT_EQ(list[0].waiting.since, at("2023-05-13T08:00"));

    const auto agency = list[0].agency;
    province.store.inbox.acknowledge(agency, "pc", {1}, {1}, province.clock.now());
    province.store.unseen.deliver(agency, {2});
    list = province.store.unseen.list();
    ASSERT_EQ(list.at(0).code, "SNV");
    EXPECT_EQ(list[0].delivered.events, 1);
    EXPECT_EQ(list[0].delivered.since, at("2023-12-16T07:30"));
    EXPECT_EQ(list[0].waiting.events, 1);
    EXPECT_EQ(list[0].waiting.since, at("2023-12-24T07:30"));
    acknowledge_all();
    EXPECT_EQ(province.store.unseen.list().at(0).code, "VP");
}

TEST_F(Unseen, WhatAProgramAcknowledgedIsHandedAndNotSeen) {
    province.advance_to("2023-12-20");
    const auto agency = province.store.agencies.find("SNV")->id;
    const auto head = province.store.inbox.head(agency);
    province.store.inbox.acknowledge(agency, "phan-mem", head, {0}, province.clock.now());
    const auto list = province.store.unseen.list();
    ASSERT_EQ(list.at(0).code, "SNV");
    EXPECT_EQ(list[0].handed.events, 2);
    EXPECT_EQ(list[0].waiting.events, 0);
    province.advance_to("2023-12-22");
    EXPECT_EQ(told(province, "VP").size(), 2U);
}

// From when an agency has persons, what a listener showed says nothing of them.
TEST_F(Unseen, WhereAnAgencyHasPersonsOneOfThemMustLook) {
    acknowledge_all();
    const auto agency = province.store.agencies.find("SNV")->id;
    engine::NewPerson wanted{agency, {}, false, "thử"};
    wanted.edit.name = "Nguyễn Văn An";
    PersonId person;
    province.engine.change([&](engine::Work& work) { person = engine::add_person(work, wanted).id; });
    EXPECT_TRUE(province.store.unseen.list().empty()) << "what was shown before there was a person";
    province.advance_to("2023-12-17");
    acknowledge_all();
    ASSERT_EQ(province.store.unseen.list().size(), 1U);
    EXPECT_TRUE(province.store.unseen.list()[0].by_persons);
    EXPECT_EQ(province.store.unseen.list()[0].handed.events, 1);
    province.engine.change([&](engine::Work& work) {
        EXPECT_EQ(work.store.looks.mark(agency, {2}, {work.now, person, "SNV"}), 1);
        EXPECT_EQ(work.store.looks.mark(agency, {2}, {work.now, person, "SNV"}), 0);
    });
    EXPECT_TRUE(province.store.unseen.list().empty());
    EXPECT_EQ(province.store.looks.seen_to(agency), InboxSeq{2});
    province.advance_to("2023-12-23");
    EXPECT_THAT(told(province, "VP"), IsEmpty());
}

TEST_F(Unseen, LooksInAnyOrderLeaveWhatNobodyLookedAt) {
    const auto agency = province.store.agencies.find("SNV")->id;
    province.advance_to("2023-12-25");  // assigned, -15d, -7d
    province.engine.change([&](engine::Work& work) {
        work.store.looks.mark(agency, {3}, {work.now, std::nullopt, "SNV"});
        work.store.looks.mark(agency, {1}, {work.now, std::nullopt, "SNV"});
        EXPECT_EQ(work.store.looks.mark(agency, {4}, {work.now, std::nullopt, "SNV"}), 0) << "not told yet";
    });
    const auto list = province.store.unseen.list();
    EXPECT_EQ(list.at(0).waiting.events, 1);
    EXPECT_EQ(list[0].waiting.since, at("2023-12-16T07:30"));
    province.engine.change([&](engine::Work& work) {
        EXPECT_EQ(work.store.looks.mark_up_to(agency, {3}, 100, {work.now, std::nullopt, "SNV"}), 1);
    });
    EXPECT_EQ(province.store.looks.seen_to(agency), InboxSeq{3});
}

TEST(Priority, AnUrgentTaskFollowsItsOwnPolicyAndEachAlertStandsAlone) {
    TemporaryFolder folder;
    auto urgent = daily_policy();
    urgent.name = "khẩn";
    urgent.priorities = {Priority::Urgent};
    urgent.before = {{5, Offset::Unit::Days}, {2, Offset::Unit::Days}};
    Province province{folder / "dondoc.db", {{urgent, daily_policy()}, {}, 7}};
    province.register_agencies();
    province.import(
        {row("1", "Một", "31/12/2023", "Các sở, ban, ngành"), row("2", "Hai", "31/12/2023", "Sở Nội vụ")});
    const auto change = [&](TaskId task, Priority priority, const std::string& reason) -> std::string {
        try {
            province.engine.change(
                [&](engine::Work& work) { engine::change_priority(work, task, priority, reason, "thử"); });
        } catch (const UserError& error) {
            return error.message().key;
        }
        return "";
    };
    province.advance_to("2023-12-17");  // what alerts remember of the task is of the time before
    EXPECT_EQ(change({1}, Priority::Urgent, ""), "task.no_reason");
    EXPECT_EQ(change({1}, Priority::Normal, "x"), "task.same_priority");
    EXPECT_EQ(change({9}, Priority::Urgent, "x"), "task.unknown");
    EXPECT_EQ(change({1}, Priority::Urgent, "công điện"), "");
    EXPECT_EQ(change({2}, Priority::Urgent, "công điện"), "");
    province.advance_to("2023-12-27");
    EXPECT_THAT(told(province, "STC"), ElementsAre("2023-12-16 reminder -15d", "2023-12-26 reminder -5d"));
    const auto inbox = province.inbox("SNV");
    ASSERT_EQ(inbox.size(), 6U);  // assigned, -15d, two changes, two of -5d
    EXPECT_EQ(inbox[2].change().action(), "priority");
    EXPECT_EQ(inbox[5].digest().items_size(), 1);
    EXPECT_EQ(province.store.notices.history({1}, std::nullopt, 10).size(), 4U);
}

}  // namespace
}  // namespace dondoc::test
