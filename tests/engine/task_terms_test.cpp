// SPDX-License-Identifier: Apache-2.0
// Terms that a document leaves open: the event that was waited for, and what is set later.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/task_terms.h"
#include "support/refusal.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

class TaskTerms : public testing::Test {
  protected:
    void SetUp() override {
        province.register_agencies();
        province.import_again(rows, {});
    }

    engine::TermDecided record(int task, local_days happened, std::optional<local_days> due = {},
                               const std::string& reason = {}) {
        engine::TermDecided decided;
        province.engine.change([&](engine::Work& work) {
            decided = engine::record_event(work, {{task}, happened, due, "15/HD-BNV", reason, "van-phong"});
        });
        return decided;
    }
    engine::TermDecided set(int task, std::optional<local_days> due, const std::string& phrase = {},
                            std::optional<local_days> issued = {}) {
        engine::TermDecided decided;
        province.engine.change([&](engine::Work& work) {
            decided = engine::set_term(
                work, {{task}, due, phrase, "05/TB-UBND", issued, "Chính phủ đã giao", "van-phong"});
        });
        return decided;
    }
    engine::TermDecided undo(int task, engine::Undo what) {
        engine::TermDecided decided;
        province.engine.change([&](engine::Work& work) {
            decided = engine::undo_decision(work, {task}, what, "ghi nhầm", "van-phong");
        });
        return decided;
    }
    void change(AssignmentId id, const engine::AssignmentChange& wanted) {
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, work.store.assignments.get(id).value(), wanted);
        });
    }
    std::optional<local_days> due(int task, const std::string& agency = "SNV") {
        return province.store.assignments.find({task}, province.store.agencies.find(agency)->id)->due;
    }
    const std::vector<engine::PlanRow> rows{
        row("1", "Ban hành quy chế", "Trong 15 ngày kể từ ngày có văn bản hướng dẫn", "Sở Nội vụ",
            "Sở Tài chính"),
        row("2", "Triển khai", "Khi có văn bản hướng dẫn", "Các sở, ban, ngành"),
        row("3", "Rà soát", "Theo tiến độ thời gian Chính phủ, Thủ tướng Chính phủ giao", "Sở Nội vụ"),
        row("4", "Báo cáo", "31/12/2023", "Sở Nội vụ")};
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(TaskTerms, AnHourThatIsDecidedHoldsUntilItIsUndoneAndTheSamePlanIsStillTheSame) {
    set(2, std::nullopt, "trước 17h00 ngày 30/6/2023");
    EXPECT_EQ(due(2), civil(2023, 6, 30));
    EXPECT_EQ(province.store.plans.brief({2}).hour, std::chrono::hours{17});
    EXPECT_EQ(province.store.task_terms.newest({2})->hour, std::chrono::hours{17});
    EXPECT_TRUE(province.import_again(rows, {}).unchanged);
    undo(2, engine::Undo::Term);
    EXPECT_EQ(due(2), std::nullopt);
    EXPECT_EQ(province.store.plans.brief({2}).hour, std::nullopt);
}

TEST_F(TaskTerms, APeriodIsCountedFromTheDayOfTheEventAndEndsOnAWorkingDay) {
    province.advance_to("2023-06-10T08:00");
    EXPECT_EQ(due(1), std::nullopt);
    const auto decided = record(1, civil(2023, 6, 2));  // a Friday; 15 days later it is a Saturday
    EXPECT_EQ(decided.entry.due, civil(2023, 6, 19));
    EXPECT_EQ(decided.changed, 1);
    EXPECT_EQ(decided.told, 2);
    EXPECT_EQ(due(1), civil(2023, 6, 19));
    const auto event = province.inbox("SNV").back().change();
    EXPECT_EQ(event.action(), "event");
    EXPECT_EQ(event.due(), "2023-06-19");
    EXPECT_EQ(event.note(), "15/HD-BNV");
    EXPECT_EQ(province.inbox("STC").back().change().role(), "cooperating");
    province.advance_to("2023-06-20T12:00");
    EXPECT_THAT(told(province, "SNV"), testing::Contains("2023-06-18 reminder -1d"));
    EXPECT_THAT(told(province, "SNV"), testing::Contains("2023-06-20 overdue +1d"));
    const auto life = province.store.history.of({1});
    ASSERT_EQ(life.size(), 1U);
    EXPECT_EQ(life[0].kind, ChangeKind::EventHappened);
    EXPECT_EQ(life[0].by, "van-phong");
    EXPECT_EQ(life[0].original_due, civil(2023, 6, 19));
}

TEST_F(TaskTerms, AnEventWithoutAPeriodHasNoDayUntilOneIsGiven) {
    const auto open = record(2, civil(2023, 5, 13));
    EXPECT_EQ(open.entry.due, std::nullopt);
    EXPECT_EQ(open.changed, 0);
    EXPECT_EQ(open.told, 2);
    EXPECT_EQ(refusal([&] { record(2, civil(2023, 5, 13), civil(2023, 8, 1)); }), "term.no_reason");
    const auto decided = record(2, civil(2023, 5, 13), civil(2023, 8, 1), "theo kết luận họp");
    EXPECT_EQ(decided.changed, 2);
    EXPECT_EQ(due(2, "STC"), civil(2023, 8, 1));
}

TEST_F(TaskTerms, WhatWasRecordedWronglyIsCorrectedAndUndoneAndAllOfItIsKept) {
    province.advance_to("2023-06-10T08:00");
    record(1, civil(2023, 6, 2));
    record(1, civil(2023, 6, 5), {}, "ngày ký là 05/6");
    EXPECT_EQ(due(1), civil(2023, 6, 20));
    undo(1, engine::Undo::Event);
    EXPECT_EQ(due(1), std::nullopt);
    EXPECT_EQ(refusal([&] { undo(1, engine::Undo::Event); }), "term.nothing_to_undo");
    std::vector<std::string> actions;
    for (const auto& entry : province.store.task_terms.of({1})) actions.emplace_back(name_of(entry.kind));
    EXPECT_THAT(actions, ElementsAre("event", "event", "event_undone"));
    EXPECT_EQ(province.store.history.of({1}).size(), 3U);
    EXPECT_TRUE(province.store.alarms.planned_for({1}).empty());
    record(1, civil(2023, 6, 2));
    EXPECT_EQ(due(1), civil(2023, 6, 19));
}

TEST_F(TaskTerms, WorkThatIsReopenedHasTheTermThatHoldsNow) {
    province.advance_to("2023-06-10T08:00");
    record(1, civil(2023, 6, 2));
    change({1}, {Action::Complete, {}, "", "thử"});
    record(1, civil(2023, 6, 5), {}, "ngày ký là 05/6");
    EXPECT_EQ(due(1), civil(2023, 6, 19)) << "what is completed keeps its own";
    change({1}, {Action::Reopen, {}, "chưa đạt", "thử"});
    EXPECT_EQ(due(1), civil(2023, 6, 20));
    change({1}, {Action::Complete, {}, "", "thử"});
    undo(1, engine::Undo::Event);
    change({1}, {Action::Reopen, {}, "chưa đạt", "thử"});
    EXPECT_EQ(due(1), std::nullopt);
    EXPECT_TRUE(province.store.alarms.planned_for({1}).empty());
}

TEST_F(TaskTerms, ADayThatIsPutOffKeepsTheFirstOneAsTheOriginal) {
    set(3, civil(2023, 9, 30));
    const auto id = province.store.assignments.find({3}, province.store.agencies.find("SNV")->id)->id;
    change(id, {Action::RequestExtension, {}, "xin", "thử", Actor::Agency, civil(2023, 10, 31)});
    set(3, civil(2023, 11, 30));
    auto assignment = province.store.assignments.get(id).value();
    EXPECT_EQ(assignment.due, civil(2023, 11, 30));
    EXPECT_EQ(assignment.original_due, civil(2023, 9, 30));
    EXPECT_EQ(assignment.asked_due, std::nullopt) << "less than what was given";
    set(3, civil(2023, 8, 31));
    assignment = province.store.assignments.get(id).value();
    EXPECT_EQ(assignment.original_due, civil(2023, 8, 31));
    undo(3, engine::Undo::Term);
    set(3, civil(2023, 12, 15));
    EXPECT_EQ(province.store.assignments.get(id)->original_due, civil(2023, 12, 15));
}

TEST_F(TaskTerms, ATermIsSetByADayOrReadFromAPhrase) {
    EXPECT_EQ(set(3, civil(2023, 9, 30)).entry.due, civil(2023, 9, 30));
    EXPECT_EQ(due(3), civil(2023, 9, 30));
    const auto read = set(3, {}, "Quý IV/2023");
    EXPECT_EQ(read.entry.due, civil(2023, 12, 31));
    EXPECT_EQ(read.entry.why.key, "deadline.quarter");
    EXPECT_EQ(due(3), civil(2023, 12, 31));
    province.advance_to("2023-12-16T12:00");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-16 reminder -15d", "2023-12-16 reminder -15d"))
        << "the one that was set, and task 4";
    undo(3, engine::Undo::Term);
    EXPECT_EQ(due(3), std::nullopt);
}

TEST_F(TaskTerms, AnEventTakesNoDayAwayThatWasSet) {
    set(2, civil(2023, 8, 1));
    record(2, civil(2023, 5, 13));
    EXPECT_EQ(due(2), civil(2023, 8, 1));
}

TEST_F(TaskTerms, AnAgencyThatLeadsLaterGetsTheDayThatHolds) {
    set(3, civil(2023, 9, 30));
    auto plan = rows;
    plan[2].lead_text = "Các sở, ban, ngành";
    province.amend(plan);
    EXPECT_EQ(due(3, "STC"), civil(2023, 9, 30));
    EXPECT_EQ(due(3, "SNV"), civil(2023, 9, 30));
}

TEST_F(TaskTerms, TheDocumentAsAmendedWinsOverWhatWasDecidedOnItsOldTerm) {
    set(3, civil(2023, 9, 30));
    auto plan = rows;
    plan[2].deadline_text = "30/11/2023";
    province.amend(plan);
    EXPECT_EQ(due(3), civil(2023, 11, 30));
    EXPECT_EQ(province.store.task_terms.newest({3})->kind, ChangeKind::Amend);
    plan[2].deadline_text = rows[2].deadline_text;
    province.amend(plan);
    EXPECT_EQ(due(3), std::nullopt);
}

TEST_F(TaskTerms, TheSamePlanAgainChangesNothing) {
    set(3, civil(2023, 9, 30));
    EXPECT_TRUE(province.import_again(rows, {}).unchanged);
    EXPECT_EQ(due(3), civil(2023, 9, 30));
}

TEST_F(TaskTerms, WhatIsCompletedKeepsItsTerm) {
    province.engine.change([&](engine::Work& work) {
        const auto mine = work.store.assignments.find({2}, work.store.agencies.find("STC")->id).value();
        engine::change_assignment(work, mine, {Action::Complete, {}, "", ""});
    });
    EXPECT_EQ(record(2, civil(2023, 5, 13), civil(2023, 8, 1)).changed, 1);
    EXPECT_EQ(due(2, "STC"), std::nullopt);
}

TEST_F(TaskTerms, RefusesWhatCannotBeMeant) {
    const auto refused = [&](const engine::EventRecord& wanted) {
        return refusal(
            [&] { province.engine.change([&](engine::Work& work) { engine::record_event(work, wanted); }); });
    };
    EXPECT_EQ(refused({{99}, civil(2023, 5, 13), {}, "1/HD", "", ""}), "task.unknown");
    EXPECT_EQ(refused({{4}, civil(2023, 5, 13), {}, "1/HD", "", ""}), "term.not_event");
    EXPECT_EQ(refused({{1}, civil(2023, 5, 13), {}, "", "", ""}), "term.no_document");
    EXPECT_EQ(refused({{1}, civil(2023, 5, 14), {}, "1/HD", "", ""}), "term.event_future");
    EXPECT_EQ(refused({{1}, civil(2023, 5, 12), {}, "1/HD", "", ""}), "term.event_before_issue");
    EXPECT_EQ(refused({{1}, civil(2023, 5, 13), civil(2023, 5, 12), "1/HD", "", ""}),
              "term.due_before_event");
    EXPECT_EQ(refused({{1}, civil(2023, 5, 13), civil(2203, 5, 12), "1/HD", "", ""}), "decision.too_late");

    EXPECT_EQ(refusal([&] { set(4, civil(2023, 9, 30)); }), "term.has_day");
    EXPECT_EQ(refusal([&] { set(3, {}); }), "term.due_or_phrase");
    EXPECT_EQ(refusal([&] { set(3, civil(2023, 9, 30), "Quý IV/2023"); }), "term.due_or_phrase");
    EXPECT_EQ(refusal([&] { set(3, {}, "lúc thuận tiện"); }), "term.unread");
    EXPECT_EQ(refusal([&] { set(3, {}, "Hằng quý"); }), "term.not_one_day");
    EXPECT_EQ(refusal([&] { set(3, {}, "Quý IV/2023", civil(2023, 5, 14)); }), "term.issued_future");
    EXPECT_EQ(refusal([&] { set(3, civil(2023, 5, 1)); }), "decision.before_issue");
    EXPECT_EQ(refusal([&] { undo(3, engine::Undo::Term); }), "term.nothing_to_undo");
    EXPECT_TRUE(province.store.task_terms.of({3}).empty());
    set(3, civil(2023, 9, 30));
    EXPECT_EQ(refusal([&] { set(3, civil(2023, 9, 30)); }), "term.same");
}

}  // namespace
}  // namespace dondoc::test
