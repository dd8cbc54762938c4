// SPDX-License-Identifier: Apache-2.0
// The life of an assignment, from being given to being done: what each action leaves behind, and whom it
// tells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "engine/transfer.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using store::Assignment;
using testing::ElementsAre;
using testing::IsEmpty;

class AssignmentLife : public testing::Test {
  protected:
    AssignmentLife() {
        province.register_agencies();
        province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    }
    Assignment get(AssignmentId id = {1}) { return province.store.assignments.get(id).value(); }
    Assignment act(engine::AssignmentChange change, AssignmentId id = {1}) {
        if (change.by.empty()) change.by = "thử";
        Assignment result;
        province.engine.change(
            [&](engine::Work& work) { result = engine::change_assignment(work, get(id), change); });
        return result;
    }
    static engine::AssignmentChange by(Actor actor, Action action, const std::string& note = {}) {
        engine::AssignmentChange change;
        change.action = action;
        change.actor = actor;
        change.note = note;
        return change;
    }
    static engine::AssignmentChange agency(Action action, const std::string& note = {}) {
        return by(Actor::Agency, action, note);
    }
    static engine::AssignmentChange office(Action action, const std::string& note = {}) {
        return by(Actor::Office, action, note);
    }
    static engine::AssignmentChange extension(Actor actor, Action action, std::optional<local_days> due,
                                              const std::string& decision = {}) {
        auto change = by(actor, action, "lý do");
        change.due = due;
        if (!decision.empty()) change.said.mutable_extension()->set_document(decision);
        return change;
    }
    engine::Transferred transfer(AssignmentId id, const std::string& to) {
        engine::Transferred result;
        province.engine.change([&](engine::Work& work) {
            result = engine::transfer(work, get(id), Actor::Operator, {to, "đúng chức năng", "thử"});
        });
        return result;
    }
    template <typename Act>
    Message refusal(const Act& action) {
        try {
            action();
        } catch (const UserError& error) {
            return error.message();
        }
        return {};
    }
    // "report", "confirm"... of the changes that this agency was told.
    std::vector<std::string> changes_told(const std::string& code) {
        std::vector<std::string> actions;
        for (const auto& event : province.inbox(code))
            if (event.has_change()) actions.push_back(event.change().action());
        return actions;
    }
    std::vector<std::string> history(AssignmentId id = {1}) {
        std::vector<std::string> actions;
        for (const auto& change : province.store.history.of(id)) actions.emplace_back(name_of(change.kind));
        return actions;
    }
    v1::ChangeDetail detail(AssignmentId id = {1}) {
        v1::ChangeDetail read;
        EXPECT_TRUE(read.ParseFromString(province.store.history.of(id).back().detail));
        return read;
    }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db", {{daily_policy()}, {}, 7, "VP"}};
};

TEST_F(AssignmentLife, AReportIsTakenBackByTheAgencyUntilItIsConfirmedAndThatIsNoRework) {
    act(agency(Action::Report));
    ASSERT_EQ(get().state, Workflow::Reported);
    const auto back = act(agency(Action::Recall, "gửi nhầm tệp"));
    EXPECT_EQ(back.state, Workflow::InProgress);
    EXPECT_EQ(back.completed_on, std::nullopt);
    EXPECT_EQ(back.reworks, 0);
    EXPECT_THROW(act(office(Action::Confirm)), UserError) << "there is nothing to confirm any more";
    act(agency(Action::Report));
    act(office(Action::Confirm));
    EXPECT_THROW(act(agency(Action::Recall)), UserError) << "it was confirmed";
    EXPECT_THROW(act(office(Action::Recall)), UserError) << "it is not the office's to take back";
}

TEST_F(AssignmentLife, FromBeingGivenToBeingConfirmedWithThreeDatesApart) {
    province.advance_to("2023-06-01");
    EXPECT_EQ(act(agency(Action::Receive)).state, Workflow::Received);
    auto progress = agency(Action::Progress, "đã có dự thảo");
    progress.percent = 60;
    progress.said.mutable_next()->set_day("2023-09-01");
    progress.said.mutable_next()->set_text("trình");
    EXPECT_EQ(act(progress).progress, 60);
    EXPECT_EQ(detail().next().text(), "trình");

    province.advance_to("2024-01-05");
    auto report = agency(Action::Report, "đã gửi");
    report.date = civil(2023, 12, 30);
    report.said.mutable_result()->set_number("15/BC-SNV");
    const auto reported = act(report);
    EXPECT_EQ(reported.state, Workflow::Reported);
    EXPECT_EQ(detail().result().issued(), "2023-12-30");
    EXPECT_EQ(timeliness(reported.term(), civil(2024, 1, 5), 7), Timeliness::Overdue) << "not confirmed yet";

    province.advance_to("2024-01-09");
    const auto confirmed = act(office(Action::Confirm));
    EXPECT_EQ(confirmed.completed_on, civil(2023, 12, 30));
    EXPECT_EQ(timeliness(confirmed.term(), civil(2024, 1, 9), 7), Timeliness::CompletedOnTime);
    const auto changes = province.store.history.of({1});
    EXPECT_EQ(civil_day(changes.at(2).at), civil(2024, 1, 5));
    EXPECT_EQ(civil_day(changes.at(3).at), civil(2024, 1, 9));
    EXPECT_EQ(confirmed.revision, 5);
    EXPECT_THAT(changes_told("SNV"), ElementsAre("receive", "progress", "report", "confirm"));
    EXPECT_THAT(changes_told("VP"), ElementsAre("report"));
    EXPECT_EQ(province.inbox("VP").back().change().agency(), "SNV");
}

TEST_F(AssignmentLife, AResultThatIsSentBackIsNoResult) {
    act(agency(Action::Report));
    const auto again = act(office(Action::Rework, "thiếu phụ lục"));
    EXPECT_EQ(again.state, Workflow::InProgress);
    EXPECT_EQ(again.reworks, 1);
    EXPECT_EQ(again.completed_on, std::nullopt);
    act(agency(Action::Report));
    EXPECT_EQ(act(office(Action::Rework, "vẫn thiếu")).reworks, 2);
}

TEST_F(AssignmentLife, NobodyIsRemindedOfAResultThatWaitsAndTheAlarmsComeBackWhenItIsSentBack) {
    province.advance_to("2023-12-20");
    act(agency(Action::Report));
    province.advance_to("2024-01-02T10:00");
    EXPECT_THAT(told(province, "SNV"), ElementsAre("2023-12-16 reminder -15d"));
    act(office(Action::Rework, "thiếu phụ lục"));
    province.advance_to("2024-01-04");
    EXPECT_EQ(told(province, "SNV").back(), "2024-01-03 overdue +3d");
}

TEST_F(AssignmentLife, AnOperatorReportsAndConfirmsInOne) {
    act(agency(Action::Report));
    const auto reported_on = get().completed_on;
    province.advance_to("2023-06-01");
    EXPECT_EQ(act(by(Actor::Operator, Action::Complete)).completed_on, reported_on);
}

TEST_F(AssignmentLife, ARequestChangesNothingAndItsGrantMovesTheDayAndTheAlarms) {
    const auto next_alarm = [&] { return province.store.alarms.moment_of({1}).value(); };
    const auto before = next_alarm();
    const auto asked = act(extension(Actor::Agency, Action::RequestExtension, civil(2024, 1, 31)));
    EXPECT_EQ(asked.due, civil(2023, 12, 31));
    EXPECT_EQ(asked.asked_due, civil(2024, 1, 31));
    EXPECT_EQ(next_alarm(), before);
    const auto granted = act(extension(Actor::Office, Action::GrantExtension, {}, "512/UBND-TH"));
    EXPECT_EQ(granted.due, civil(2024, 1, 31));
    EXPECT_EQ(granted.original_due, civil(2023, 12, 31));
    EXPECT_EQ(granted.asked_due, std::nullopt);
    EXPECT_EQ(granted.state, Workflow::Assigned);
    EXPECT_EQ(next_alarm(), before + date::days{31});
    EXPECT_EQ(detail().extension().old_due(), "2023-12-31");
    EXPECT_EQ(detail().extension().document(), "512/UBND-TH");
    EXPECT_THAT(changes_told("VP"), ElementsAre("request_extension"));
    province.advance_to("2024-01-10");
    EXPECT_THAT(told(province, "SNV"), IsEmpty()) << "the old day is past";
}

TEST_F(AssignmentLife, ARequestMayBeRefusedGrantedForAnotherDayOrLapse) {
    act(extension(Actor::Agency, Action::RequestExtension, civil(2024, 1, 31)));
    const auto refused = act(extension(Actor::Office, Action::RefuseExtension, {}));
    EXPECT_EQ(refused.due, civil(2023, 12, 31));
    EXPECT_EQ(refused.asked_due, std::nullopt);
    EXPECT_EQ(detail().extension().due(), "2024-01-31");
    act(extension(Actor::Agency, Action::RequestExtension, civil(2024, 1, 31)));
    EXPECT_EQ(act(extension(Actor::Office, Action::GrantExtension, civil(2024, 1, 15), "1/QĐ")).due,
              civil(2024, 1, 15));
    act(extension(Actor::Agency, Action::RequestExtension, civil(2024, 2, 28)));
    EXPECT_EQ(act(agency(Action::Report)).asked_due, std::nullopt);
    EXPECT_EQ(act(extension(Actor::Operator, Action::Extend, civil(2024, 3, 1), "2/QĐ")).state,
              Workflow::Reported);
}

TEST_F(AssignmentLife, AnExtensionThatCannotBeIsRefusedWithTheReason) {
    province.import({row("1", "Thường trực", "Thường xuyên", "Sở Nội vụ")}, "02/KH-UBND");
    struct Row {
        engine::AssignmentChange change;
        AssignmentId id;
        std::string key;
    };
    const auto day = civil(2024, 1, 31);
    for (const auto& [change, id, key] : std::vector<Row>{
             {extension(Actor::Agency, Action::RequestExtension, day), {2}, "assignment.no_deadline"},
             {extension(Actor::Agency, Action::RequestExtension, {}), {1}, "assignment.no_due"},
             {extension(Actor::Agency, Action::RequestExtension, civil(2023, 12, 31)),
              {1},
              "assignment.not_later"},
             {extension(Actor::Operator, Action::Extend, civil(2100, 1, 1), "1/QĐ"),
              {1},
              "decision.too_late"},
             {extension(Actor::Operator, Action::Extend, day), {1}, "assignment.no_decision"},
             {extension(Actor::Office, Action::GrantExtension, {}, "1/QĐ"), {1}, "assignment.not_asked"},
             {extension(Actor::Office, Action::RefuseExtension, {}), {1}, "assignment.not_asked"},
             {extension(Actor::Agency, Action::GrantExtension, day, "1/QĐ"), {1}, "access.other_actor"},
             {extension(Actor::Office, Action::Extend, day, "1/QĐ"), {1}, "access.other_actor"}})
        EXPECT_EQ(refusal([this, &change = change, &id = id] { act(change, id); }).key, key);
    EXPECT_THAT(history(), IsEmpty());
}

TEST_F(AssignmentLife, NobodyAsksForADayThatHasPassed) {
    province.advance_to("2024-02-10T08:00");
    const auto ask = [&](local_days due) {
        return refusal([&] { act(extension(Actor::Agency, Action::RequestExtension, due)); }).key;
    };
    EXPECT_EQ(ask(civil(2024, 2, 9)), "assignment.day_passed");
    EXPECT_EQ(ask(civil(2024, 2, 10)), "");
    province.advance_to("2024-02-11T08:00");
    EXPECT_EQ(refusal([&] { act(extension(Actor::Office, Action::GrantExtension, {}, "1/TB")); }).key,
              "assignment.day_passed");
    act(extension(Actor::Operator, Action::Extend, civil(2024, 1, 31), "1/TB"));
    EXPECT_EQ(get().due, civil(2024, 1, 31)) << "decided in time and entered late";
}

TEST_F(AssignmentLife, WhatIsNotPossibleSaysWhatIs) {
    const auto refused = refusal([&] { act(office(Action::Confirm)); });
    EXPECT_EQ(refused.key, "assignment.state");
    EXPECT_EQ(refused.args.at(3), "@action.grant_extension, @action.refuse_extension, @action.comment");
    act(agency(Action::Report));
    EXPECT_EQ(refusal([&] { act(office(Action::RefuseExtension, "không")); }).args.at(3),
              "@action.confirm, @action.rework, @action.comment");
}

TEST_F(AssignmentLife, ProgressIsAPercentageOrSomethingSaid) {
    auto progress = agency(Action::Progress);
    EXPECT_EQ(refusal([&] { act(progress); }).key, "assignment.nothing_said");
    progress.said.mutable_next()->set_text("trình dự thảo");
    progress.said.mutable_next()->set_day(iso_day(province.engine.today() - date::days{1}));
    EXPECT_EQ(refusal([&] { act(progress); }).key, "assignment.next_day_passed");
    progress.said.clear_next();
    progress.percent = 101;
    EXPECT_EQ(refusal([&] { act(progress); }).key, "assignment.percent");
    progress.percent = 0;
    EXPECT_EQ(act(progress).state, Workflow::InProgress);
}

TEST_F(AssignmentLife, ACommentIsKeptAndLeavesTheRestAlone) {
    act(agency(Action::Report, "đã gửi"));
    const auto commented = act(by(Actor::Cooperating, Action::Comment, "xin bản mềm"));
    EXPECT_EQ(commented.state, Workflow::Reported);
    EXPECT_EQ(commented.note, "đã gửi");
    EXPECT_EQ(commented.revision, 3);
    EXPECT_EQ(province.inbox("SNV").back().change().note(), "xin bản mềm");
}

TEST_F(AssignmentLife, ReturnedWorkIsTheOfficesToDealWith) {
    act(agency(Action::Return, "thuộc Sở Tài chính"));
    EXPECT_THAT(changes_told("VP"), ElementsAre("return"));
    EXPECT_EQ(province.store.alarms.moment_of({1}), std::nullopt);
    EXPECT_EQ(act(by(Actor::Operator, Action::Reopen, "đúng của Sở Nội vụ")).state, Workflow::Assigned);
    EXPECT_TRUE(province.store.alarms.moment_of({1}));
}

TEST_F(AssignmentLife, ATransferKeepsTheTermAndTheHistory) {
    act(extension(Actor::Operator, Action::Extend, civil(2024, 1, 31), "1/QĐ"));
    act(agency(Action::Return, "thuộc Sở Tài chính"));
    const auto [from, to] = transfer({1}, "STC");
    EXPECT_EQ(from.state, Workflow::Transferred);
    EXPECT_EQ(from.agency, province.store.agencies.find("SNV")->id);
    EXPECT_EQ(to.state, Workflow::Assigned);
    EXPECT_EQ(to.due, civil(2024, 1, 31));
    EXPECT_EQ(to.original_due, civil(2023, 12, 31));
    EXPECT_EQ(to.transferred_from, AssignmentId{1});
    EXPECT_THAT(history(), ElementsAre("extend", "return", "transfer"));
    EXPECT_THAT(history(to.id), ElementsAre("take_over"));
    EXPECT_EQ(detail(to.id).agency(), "SNV");
    EXPECT_EQ(province.inbox("STC").back().kind(), v1::EventKind::assigned);
    EXPECT_EQ(province.inbox("SNV").back().change().action(), "transfer");
    EXPECT_EQ(province.store.alarms.moment_of({1}), std::nullopt);
    province.advance_to("2024-01-17");
    EXPECT_THAT(told(province, "STC"), ElementsAre("2024-01-16 reminder -15d"));
    EXPECT_THAT(told(province, "SNV"), IsEmpty());
}

TEST_F(AssignmentLife, WhatGoesBackIsTheAssignmentThatItHadBefore) {
    const auto to = transfer({1}, "STC").to;
    const auto back = transfer(to.id, "SNV").to;
    EXPECT_EQ(back.id, AssignmentId{1});
    EXPECT_EQ(back.state, Workflow::Assigned);
    EXPECT_EQ(get(to.id).state, Workflow::Transferred);
    EXPECT_THAT(history(), ElementsAre("transfer", "take_over"));
}

TEST_F(AssignmentLife, ATransferThatCannotBeIsRefused) {
    province.import({row("1", "Cùng làm", "31/12/2023", "Các sở, ban, ngành")}, "02/KH-UBND");
    EXPECT_EQ(refusal([&] { transfer({1}, "KHONG"); }).key, "agency.unknown");
    EXPECT_EQ(refusal([&] { transfer({1}, "SNV"); }).key, "assignment.same_agency");
    EXPECT_EQ(refusal([&] { transfer({2}, "STC"); }).key, "assignment.has_it");
    act(by(Actor::Operator, Action::Complete));
    EXPECT_EQ(refusal([&] { transfer({1}, "STC"); }).key, "assignment.state");
}

TEST_F(AssignmentLife, OfWhatHasChangedSinceItWasSeenTheNewestChangeIsNamed) {
    const auto require = [&](std::int64_t revision) {
        return refusal([&] {
            province.engine.attempt(
                [&](engine::Work& work) { engine::require_revision(work, get(), revision); });
        });
    };
    EXPECT_EQ(require(1).key, "");
    EXPECT_EQ(require(2).key, "assignment.other_revision");
    auto start = agency(Action::Start);
    start.by = "an";
    act(start);
    EXPECT_THAT(require(1).args,
                ElementsAre("1", "1", "2", "@action.start", "an", "13/05/2023 08:00", "@state.in_progress"));
    EXPECT_EQ(require(1).key, "assignment.changed_meanwhile");
    EXPECT_EQ(require(2).key, "");
}

// Whatever people do, in whatever order: the past is what was recorded of it at the time.
TEST_F(AssignmentLife, AsOfAnyInstantItIsWhatItWasThen) {
    province.store.database.forgo_durability();
    province.import({row("1", "Một", "31/8/2023", "Các sở, ban, ngành"), row("2", "Hai", "", "Sở Tài chính")},
                    "02/KH-UBND");
    const auto document_of = [&](const Assignment& a) { return province.store.plans.task(a.task)->document; };
    const auto standing = [&] {
        std::vector<store::AssignmentAsOf> all;
        for (std::int64_t id = 1;; ++id) {
            const auto a = province.store.assignments.get({id});
            if (!a) return all;
            all.push_back({a->id, a->task, document_of(*a), a->agency, a->state, a->due, a->original_due,
                           a->completed_on, a->given_at, a->updated_at, a->reworks, a->progress});
        }
    };
    std::mt19937 random{42};
    const auto below = [&](int limit) { return std::uniform_int_distribution{0, limit - 1}(random); };
    std::map<sys_seconds, std::vector<store::AssignmentAsOf>> recorded;
    int carried_out = 0;
    for (int step = 0; step < 600; ++step) {
        if (below(3) == 0)
            province.advance_to(iso_instant(province.engine.now() + std::chrono::minutes{below(3000)}));
        const AssignmentId id{1 + below(static_cast<int>(standing().size()))};
        const auto action = static_cast<Action>(below(action_count));
        const auto actor = below(2) == 0 ? Actor::Operator : static_cast<Actor>(below(actor_count));
        auto change = by(actor, action, "lý do");
        if (below(2) == 0) change.due = civil(2023, 9, 1) + date::days{below(300)};
        if (below(2) == 0) change.percent = below(101);
        change.said.mutable_extension()->set_document("1/QĐ");
        const auto refused = refusal([&] {
            if (action == Action::Transfer)
                transfer(id, below(2) == 0 ? "SNV" : "VP");
            else
                act(change, id);
        });
        carried_out += refused.key.empty() ? 1 : 0;
        recorded[province.engine.now()] = standing();
    }
    EXPECT_GT(carried_out, 50) << "most of what is tried at random is refused";
    for (const auto& [instant, expected] : recorded)
        EXPECT_EQ(province.store.history.as_of(instant, {}, 1000), expected) << iso_instant(instant);
}

}  // namespace
}  // namespace dondoc::test
