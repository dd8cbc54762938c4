// SPDX-License-Identifier: Apache-2.0
// A plan that is imported again with other rows, and one that is taken back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/mutes.h"
#include "engine/plans/plan_withdrawal.h"
#include "engine/priority_change.h"
#include "engine/transfer.h"
#include "support/refusal.h"
#include "support/told.h"
#include "wire/time.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

engine::Rules rules_with_urgency() {
    auto urgent = daily_policy();
    urgent.name = "gấp";
    urgent.priorities = {Priority::Urgent};
    urgent.before = {{20, Offset::Unit::Days}};
    return {{urgent, daily_policy()}, {}, 7};
}

class PlanAmendment : public testing::Test {
  protected:
    void SetUp() override {
        province.register_agencies();
        province.import(first);
    }

    static store::Document plan(const std::string& number = "01/KH-UBND",
                                local_days issued = civil(2023, 5, 13),
                                const std::string& issuer = "UBND tỉnh") {
        return {{}, issuer, number, issued, "Kế hoạch thử", "province"};
    }
    engine::PlanImport look(const std::vector<engine::PlanRow>& rows) {
        return province.import_again(rows, {.trial = true});
    }
    std::optional<store::Assignment> assignment(int task, const std::string& agency) {
        return province.store.assignments.find({task}, province.store.agencies.find(agency)->id);
    }
    void change(int task, const std::string& agency, Action action) {
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, assignment(task, agency).value(), {action, {}, "", ""});
        });
    }
    v1::Event last_event(const std::string& agency) { return province.inbox(agency).back(); }

    const std::vector<engine::PlanRow> first{
        row("1", "Rà soát thủ tục hành chính", "31/12/2023", "Sở Nội vụ", "Sở Tài chính"),
        row("2", "Số hóa hồ sơ lưu trữ", "Quý III/2023", "Các sở, ban, ngành"),
        row("3", "Bồi dưỡng cán bộ một cửa", "Thường xuyên", "Sở Tài chính")};
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", rules_with_urgency()};
};

TEST_F(PlanAmendment, LookingChangesNothingAndSaysEveryDifference) {
    auto rows = first;
    rows[0].deadline_text = "30/11/2023";
    rows.erase(rows.begin() + 2);
    rows.push_back(row("3", "Khảo sát sự hài lòng của người dân", "31/10/2023", "Sở Nội vụ"));
    const auto events = province.published.size();
    const auto seen = look(rows);
    const auto& difference = seen.difference.value();
    ASSERT_EQ(difference.rows_size(), 3);
    EXPECT_EQ(difference.rows(0).kind(), v1::RowDifference::changed);
    EXPECT_EQ(difference.rows(0).fields(1).field(), "due");
    EXPECT_EQ(difference.rows(0).fields(1).old(), "2023-12-31");
    EXPECT_EQ(difference.rows(0).fields(1).new_(), "2023-11-30");
    EXPECT_EQ(difference.rows(1).kind(), v1::RowDifference::added);
    EXPECT_EQ(difference.rows(2).kind(), v1::RowDifference::dropped);
    EXPECT_EQ(difference.unchanged(), 1U);
    EXPECT_EQ(province.published.size(), events);
    EXPECT_EQ(assignment(1, "SNV")->due, civil(2023, 12, 31));
}

TEST_F(PlanAmendment, AnotherHourOfTheSameDayIsADifferenceAndIsToldByIt) {
    auto rows = first;
    rows[0].deadline_text = "Trước 17h00 ngày 31/12/2023";
    province.amend(rows);
    EXPECT_EQ(province.store.plans.brief({1}).hour, std::chrono::hours{17});
    rows[0].deadline_text = "Trước 06h00 ngày 31/12/2023";
    const auto seen = look(rows).difference.value();
    ASSERT_EQ(seen.rows_size(), 1);
    std::string hours;
    for (const auto& field : seen.rows(0).fields())
        if (field.field() == "hour") hours = field.old() + " -> " + field.new_();
    EXPECT_EQ(hours, "17:00 -> 06:00");
    province.amend(rows);
    province.advance_to("2023-12-31T23:00");
    const auto of_the_day = [&](const v1::Event& event) {
        return event.kind() == v1::EventKind::reminder &&
               civil_day(wire::to_instant(event.time())) == civil(2023, 12, 31);
    };
    int before_the_hour = 0;
    for (const auto& event : province.inbox("SNV"))
        if (of_the_day(event)) before_the_hour += wire::to_instant(event.time()) < at("2023-12-31T06:00");
    EXPECT_EQ(before_the_hour, 1) << "the reminder of the day comes before the hour";
}

TEST_F(PlanAmendment, AChangedTermIsPlannedAnewAndToldFromOldToNew) {
    auto rows = first;
    rows[0].deadline_text = "30/11/2023";
    const auto amended = province.amend(rows);
    EXPECT_EQ(amended.replanned, 1);
    EXPECT_EQ(assignment(1, "SNV")->due, civil(2023, 11, 30));
    const auto told = last_event("SNV").change();
    EXPECT_EQ(told.action(), "amend");
    EXPECT_EQ(told.changed(1).old(), "2023-12-31");
    EXPECT_EQ(told.changed(1).new_(), "2023-11-30");
    EXPECT_EQ(last_event("STC").change().role(), "cooperating");
    province.advance_to("2023-11-16T09:00");
    EXPECT_EQ(last_event("SNV").kind(), v1::EventKind::reminder);
    EXPECT_EQ(last_event("SNV").digest().items(0).due(), "2023-11-30");
}

TEST_F(PlanAmendment, WhatWasToldIsNotToldAgainWhenATermComesBack) {
    province.advance_to("2023-09-24T09:00");
    const auto told = province.inbox("STC").size();
    auto rows = first;
    rows[1].deadline_text = "31/12/2023";
    province.amend(rows);
    province.amend(first);
    province.advance_to("2023-09-24T20:00");
    std::size_t reminders = 0;
    for (const auto& event : province.inbox("STC"))
        if (event.kind() == v1::EventKind::reminder) ++reminders;
    EXPECT_EQ(reminders, 2U);  // fifteen and seven days before 30/9/2023
    EXPECT_EQ(province.inbox("STC").size(), told + 2) << "only that it was amended, twice";
}

TEST_F(PlanAmendment, AlertsSayTheNewTitle) {
    province.advance_to("2023-12-16T09:00");  // the title has been read for an alert
    auto rows = first;
    rows[0].title = "Rà soát các thủ tục hành chính";
    province.amend(rows);
    province.advance_to("2023-12-24T09:00");
    EXPECT_EQ(last_event("SNV").digest().items(0).title(), "Rà soát các thủ tục hành chính");
}

TEST_F(PlanAmendment, ChangedLeadsAreRevokedAndAssigned) {
    auto rows = first;
    rows[0].lead_text = "Văn phòng UBND tỉnh";
    const auto amended = province.amend(rows);
    EXPECT_EQ(amended.assignments, 1);
    EXPECT_EQ(amended.revoked, 1);
    EXPECT_EQ(assignment(1, "SNV")->state, Workflow::Revoked);
    EXPECT_EQ(assignment(1, "SNV")->note, "Văn bản sửa đổi");
    EXPECT_EQ(assignment(1, "VP")->state, Workflow::Assigned);
    EXPECT_EQ(last_event("VP").kind(), v1::EventKind::assigned);
    EXPECT_EQ(last_event("SNV").change().action(), "cancel");
    province.amend(first);
    EXPECT_EQ(assignment(1, "SNV")->state, Workflow::InProgress) << "it leads again";
    EXPECT_EQ(assignment(1, "VP")->state, Workflow::Revoked);
}

TEST_F(PlanAmendment, WorkThatWasHandedOnFollowsTheDocument) {
    province.engine.change([&](engine::Work& work) {
        engine::transfer(work, assignment(1, "SNV").value(), Actor::Operator,
                         {"VP", "đúng chức năng", "thử"});
    });
    auto rows = first;
    rows[0].deadline_text = "25/12/2023";
    EXPECT_EQ(province.amend(rows).replanned, 1);
    EXPECT_EQ(assignment(1, "VP")->due, civil(2023, 12, 25));
    EXPECT_EQ(assignment(1, "SNV")->state, Workflow::Transferred);
    province.amend({rows[1], rows[2]});
    EXPECT_EQ(assignment(1, "VP")->state, Workflow::Revoked);
    EXPECT_EQ(province.amend(rows).reopened, 1);
    EXPECT_EQ(assignment(1, "VP")->state, Workflow::InProgress);
    rows[0].lead_text = "Sở Tài chính";
    EXPECT_EQ(province.amend(rows).revoked, 1);
    EXPECT_EQ(assignment(1, "VP")->state, Workflow::Revoked);
}

TEST_F(PlanAmendment, ADroppedRowIsRevokedAndNotDeletedAndCompletedWorkStays) {
    change(2, "SNV", Action::Complete);
    const auto amended = province.amend({first[0], first[2]});
    EXPECT_EQ(amended.revoked, 1);
    EXPECT_EQ(assignment(2, "SNV")->state, Workflow::Completed);
    EXPECT_EQ(assignment(2, "STC")->state, Workflow::Revoked);
    EXPECT_TRUE(province.store.plans.task({2})->dropped_at);
    EXPECT_EQ(province.store.plans.task_count({1}), 2);
    EXPECT_TRUE(province.import_again({first[0], first[2]}, {}).unchanged);

    const auto restored = province.amend(first);
    EXPECT_EQ(restored.difference->rows(0).kind(), v1::RowDifference::restored);
    EXPECT_EQ(restored.reopened, 1);
    EXPECT_EQ(assignment(2, "SNV")->state, Workflow::Completed);
    EXPECT_EQ(assignment(2, "STC")->state, Workflow::InProgress);
    EXPECT_EQ(province.store.plans.task_count({1}), 3);
}

TEST_F(PlanAmendment, TheSameAmendedPlanTwiceChangesNothing) {
    auto rows = first;
    rows[0].title = "Rà soát các thủ tục hành chính";
    std::swap(rows[1], rows[2]);
    province.amend(rows);
    const auto events = province.published.size();
    EXPECT_TRUE(province.import_again(rows, {}).unchanged);
    EXPECT_EQ(province.published.size(), events);
    EXPECT_EQ(province.store.plans.tasks_of({1}), (std::vector<TaskId>{{1}, {3}, {2}}));
}

TEST_F(PlanAmendment, AChangeInBetweenIsRefusedAndNamed) {
    const std::vector rows{first[0], first[2]};
    const auto seen = look(rows).difference->seen();
    change(2, "SNV", Action::Complete);
    const engine::ImportTerms terms{.amendment = engine::Amendment{seen, "", ""}};
    try {
        province.import_again(rows, terms);
        FAIL() << "not refused";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "plan.changed_meanwhile");
        EXPECT_EQ(error.message().args[3], "SNV");
        EXPECT_EQ(error.message().args[4], "@action.complete");
    }
    EXPECT_FALSE(province.store.plans.task({2})->dropped_at);
    EXPECT_EQ(refusal([&] { province.import_again({first[0]}, terms); }), "plan.changed_meanwhile");
    EXPECT_EQ(refusal([&] {
                  province.import_again(
                      {first[0]}, {.amendment = engine::Amendment{look(rows).difference->seen(), "", ""}});
              }),
              "plan.other_than_seen");
}

TEST_F(PlanAmendment, WhatTheOperatorDecidedWinsAndIsKept) {
    auto rows = first;
    rows[2].decided.term = DecidedTerm{DeadlineKind::Date, {civil(2023, 10, 31)}, {}};
    rows[2].decided.lead = std::vector<std::string>{"VP", "@các sở, ban, ngành"};
    province.amend(rows);
    const auto task = province.store.plans.task({3}).value();
    EXPECT_EQ(task.deadline.phrase, "Thường xuyên");
    EXPECT_EQ(task.deadline.reason.key, "reason.decided");
    EXPECT_EQ(task.decided, (std::vector<std::string>{"deadline", "lead"}));
    EXPECT_EQ(assignment(3, "VP")->due, civil(2023, 10, 31));
    EXPECT_EQ(assignment(3, "SNV")->due, civil(2023, 10, 31));
    EXPECT_EQ(last_event("VP").digest().items(0).decided_size(), 2);
    EXPECT_TRUE(province.import_again(rows, {}).unchanged);
}

TEST_F(PlanAmendment, ADecisionThatCannotHoldIsRefusedWithItsRow) {
    const auto refused = [&](language::RowDecisions decided) {
        auto rows = first;
        rows[1].decided = std::move(decided);
        try {
            look(rows);
        } catch (const UserError& error) {
            return error.message().key + " " + error.place();
        }
        return std::string{};
    };
    EXPECT_EQ(refused({DecidedTerm{DeadlineKind::Date, {}, {}}, {}, {}}),
              "decision.needs_day rows[1].decided.deadline");
    EXPECT_EQ(refused({DecidedTerm{DeadlineKind::Date, {civil(2022, 1, 1)}, {}}, {}, {}}),
              "decision.before_issue rows[1].decided.deadline");
    EXPECT_EQ(refused({{}, std::vector<std::string>{"Sở Vũ trụ"}, {}}),
              "party.not_registered rows[1].decided.lead");
    EXPECT_THAT(refused({{}, {}, std::vector<std::string>{"Sở Nội vự"}}),
                HasSubstr("party.not_registered_near"));
}

TEST_F(PlanAmendment, ASlipInDateOrIssuerIsRefusedUnlessItIsAnotherDocument) {
    const auto other_day = plan("01/KH-UBND", civil(2023, 5, 31));
    EXPECT_EQ(refusal([&] { province.import_again(first, {}, other_day); }), "plan.similar_document");
    // Who names no issuer means the document that has the number and the day.
    EXPECT_TRUE(province.import_again(first, {}, plan("01/KH-UBND", civil(2023, 5, 13), "")).unchanged);
    EXPECT_EQ(refusal([&] { province.import_again(first, {}, plan("10/KH-UBND", civil(2024, 5, 13))); }),
              "plan.similar_rows");
    EXPECT_EQ(province.store.plans.count(), 1);
    EXPECT_EQ(province.import_again(first, {.new_document = true}, other_day).tasks, 3);
}

TEST_F(PlanAmendment, AWithdrawnDocumentIsRevokedAndMayComeAgain) {
    change(1, "SNV", Action::Complete);
    const auto withdrawn = province.withdraw();
    EXPECT_EQ(withdrawn.tasks, 3);
    EXPECT_EQ(withdrawn.revoked, 3);
    EXPECT_EQ(withdrawn.kept, 1);
    EXPECT_EQ(assignment(1, "SNV")->state, Workflow::Completed);
    EXPECT_EQ(assignment(2, "STC")->note, "nhập nhầm");
    EXPECT_FALSE(province.engine.next_alarm()) << "nothing is left to be told";
    EXPECT_EQ(refusal([&] { change(2, "STC", Action::Reopen); }), "assignment.dropped");
    EXPECT_EQ(refusal([&] { province.withdraw(); }), "plan.withdrawn_already");
    EXPECT_EQ(refusal([&] { province.withdraw("77/KH-UBND"); }), "list.document_unknown_like");
    EXPECT_EQ(refusal([&] { province.import_again(first, {}); }), "plan.differs");
    EXPECT_EQ(province.amend(first).reopened, 3);
    EXPECT_FALSE(province.store.plans.get({1}).withdrawn_at);
    EXPECT_TRUE(province.import_again(first, {}).unchanged);
}

TEST_F(PlanAmendment, AWithdrawnDocumentDoesNotStandInTheWayOfTheRightOne) {
    province.withdraw();
    EXPECT_EQ(province.import_again(first, {}, plan("01/KH-UBND", civil(2023, 5, 12))).tasks, 3);
}

TEST_F(PlanAmendment, ATaskKeepsItsPriorityAndIsPlannedByIt) {
    province.engine.change(
        [](engine::Work& work) { engine::change_priority(work, {1}, Priority::Urgent, "gấp", "van-phong"); });
    auto rows = first;
    rows[0].deadline_text = "30/11/2023";
    rows[0].lead_text = "Sở Nội vụ, Sở Tài chính";
    rows[0].cooperating_text.clear();
    rows.insert(rows.begin(), row("4", "Khảo sát sự hài lòng của người dân", "31/10/2023", "Sở Nội vụ"));
    province.amend(rows);
    EXPECT_EQ(province.store.plans.task({1})->priority, Priority::Urgent);
    const auto planned = province.store.alarms.planned_for({1});
    ASSERT_EQ(planned.size(), 2U);
    for (const auto& alarm : planned) EXPECT_EQ(alarm.step, "-20d") << alarm.agency;
    EXPECT_EQ(province.store.plans.task({4})->priority, Priority::Normal);
    EXPECT_EQ(province.store.alarms.planned_for({4}).at(0).step, "-15d");
}

TEST_F(PlanAmendment, WhatWasAmendedOrDroppedIsAmongWhatWasTold) {
    auto rows = first;
    rows[0].deadline_text = "30/11/2023";
    province.amend(rows);
    rows.erase(rows.begin());
    province.amend(rows);
    std::vector<std::string> lines;
    for (const auto& notice : province.store.notices.history({1}, std::nullopt, 100))
        lines.push_back(notice.told + " " +
                        v1::EventKind::Kind_Name(static_cast<v1::EventKind::Kind>(notice.kind)));
    EXPECT_THAT(lines, ElementsAre("SNV assigned", "STC assigned", "SNV changed", "STC changed",
                                   "SNV changed", "STC changed"));
}

TEST_F(PlanAmendment, AMuteHoldsForTheAmendedTermToo) {
    province.engine.change([](engine::Work& work) {
        engine::add_mute(work, TaskId{1}, civil(2023, 12, 20), "chờ", "van-phong");
    });
    province.advance_to("2023-12-17");
    auto rows = first;
    rows[0].deadline_text = "25/12/2023";
    province.amend(rows);
    province.advance_to("2023-12-25T12:00");
    auto lines = told(province, "SNV");
    std::erase_if(lines, [](const auto& line) { return line < "2023-12"; });  // of task 2
    EXPECT_THAT(lines,
                ElementsAre("2023-12-21 reminder -7d", "2023-12-24 reminder -1d", "2023-12-25 reminder 0d"));
}

// Row 1 of SNV, with STC cooperating, goes to the office alone, and is written anew in the same amendment.
TEST_F(PlanAmendment, WhoLosesAPartHearsNothingOfTheNewText) {
    auto rows = first;
    const auto title = rows[0].title;
    rows[0].title += " theo chỉ đạo mật";
    rows[0].requirement = "Yêu cầu mật";
    rows[0].lead_text = "Văn phòng UBND tỉnh";
    rows[0].cooperating_text.clear();
    const auto before = province.published.size();
    province.amend(rows);
    int told = 0;
    for (std::size_t i = before; i < province.published.size(); ++i) {
        v1::Event event;
        ASSERT_TRUE(event.ParseFromString(province.published[i].body));
        if (event.agency() == "VP") continue;
        ++told;
        EXPECT_EQ(event.change().title(), title) << event.ShortDebugString();
        EXPECT_EQ(province.published[i].body.find("mật"), std::string::npos) << event.ShortDebugString();
    }
    EXPECT_EQ(told, 2) << "that the part was taken back, and that the cooperation ended";
    const auto end = last_event("STC").change();
    EXPECT_EQ(end.role(), "cooperating");
    ASSERT_EQ(end.changed_size(), 1);
    EXPECT_EQ(end.changed(0).field(), "cooperating");
    EXPECT_EQ(end.changed(0).old(), "Sở Tài chính");

    auto& partings = province.store.partings;
    const auto id = [&](const char* code) { return province.store.agencies.find(code)->id; };
    const auto parted = partings.of(id("SNV"), {1});
    ASSERT_TRUE(parted);
    EXPECT_EQ(partings.text_at({1}, *parted)->title, title);
    EXPECT_FALSE(partings.of(id("VP"), {1})) << "it has the work";
    EXPECT_FALSE(partings.of(id("STC"), {1})) << "it never had a part";
    EXPECT_FALSE(partings.text_at({2}, *parted)) << "not amended";

    // What it says after the parting does not bring the new text nearer.
    province.advance_to("2023-06-01T08:00");
    province.engine.change([&](engine::Work& work) {
        const auto part = work.store.assignments.find({1}, id("SNV")).value();
        engine::AssignmentChange comment{Action::Comment, std::nullopt, "còn gì không", "snv"};
        comment.actor = Actor::Agency;
        engine::change_assignment(work, part, comment);
    });
    EXPECT_EQ(partings.of(id("SNV"), {1}), parted);
    province.amend(first);
    EXPECT_FALSE(partings.of(id("SNV"), {1})) << "it has the work again";
}

}  // namespace
}  // namespace dondoc::test
