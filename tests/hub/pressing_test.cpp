// SPDX-License-Identifier: Apache-2.0
// The office presses agencies by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/pressing.h"
#include "support/asked_hub.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

class Pressing : public testing::Test, protected AskedHub {
  protected:
    Pressing() {
        province.import({row("1", "Rà soát", "31/5/2023", "Sở Nội vụ"),
                         row("2", "Số hóa", "31/12/2023", "Sở Nội vụ"),
                         row("3", "Ngân sách", "31/5/2023", "Sở Tài chính")});
        grant("SNV", Role::Agency, "SNV");
        grant("office", Role::Office, "");
        grant("operator", Role::Operator, "");
        province.advance_to("2023-06-12T09:00");
    }
    v1::Reply press(const std::function<void(v1::PressRequest&)>& set, const std::string& who = "office") {
        v1::Request request;
        request.mutable_press()->set_way("phone");
        set(*request.mutable_press());
        return ask(who, request);
    }
    std::string refusal(const std::function<void(v1::PressRequest&)>& set,
                        const std::string& who = "office") {
        return press(set, who).error().code();
    }
    void change(std::int64_t assignment, Action action) {
        engine::AssignmentChange wanted{action, std::nullopt, "xong", "SNV", Actor::Agency};
        province.engine.change([&](engine::Work& work) {
            engine::change_assignment(work, work.store.assignments.get({assignment}).value(), wanted);
        });
    }
    v1::AssignmentRow row_of(std::uint64_t assignment, const std::string& who = "office") {
        v1::Request request;
        request.mutable_task_list();
        const auto list = ask(who, request).task_list();
        for (const auto& found : list.rows())
            if (found.assignment() == assignment) return found;
        return {};
    }
};

TEST_F(Pressing, ManyAssignmentsAreMutedAtOnceOrNone) {
    v1::Request request;
    auto& wanted = *request.mutable_mute_add();
    wanted.set_until("2023-07-01");
    wanted.set_reason("chờ hướng dẫn");
    for (const auto id : {1, 3, 3, 99}) wanted.add_assignments(static_cast<std::uint64_t>(id));
    EXPECT_EQ(ask("operator", request).error().code(), "assignment.unknown");
    v1::Request list;
    list.mutable_mute_list();
    EXPECT_EQ(ask("office", list).mute_list().mutes_size(), 0) << "none";
    wanted.mutable_assignments()->RemoveLast();
    EXPECT_EQ(ask("operator", request).mute().mutes(), 2U) << "each once";
    EXPECT_TRUE(row_of(1).has_mute());
    EXPECT_FALSE(row_of(2).has_mute());
    wanted.set_agency("SNV");
    EXPECT_EQ(ask("operator", request).error().code(), "mute.one_target");
}

TEST_F(Pressing, IsCountedToldAndKeptInTheHistory) {
    const auto first = press([](auto& wanted) {
        wanted.add_assignments(1);
        wanted.set_day("2023-06-05");
    });
    ASSERT_FALSE(first.has_error()) << first.error().message();
    const auto second = press([](auto& wanted) {
        wanted.add_assignments(1);
        wanted.add_assignments(1);  // said twice is pressed once
        wanted.set_way("letter");
        wanted.set_letter("512/UBND-TH");
        wanted.set_note("đề nghị báo cáo trước 20/6");
    });
    EXPECT_EQ(second.press().told(), 1u);
    EXPECT_EQ(row_of(1).pressed(), 2u);
    EXPECT_EQ(row_of(1).pressed_on(), "2023-06-12");
    EXPECT_EQ(row_of(1, "SNV").pressed(), 2u) << "the agency sees it, too";

    const auto told = province.inbox("SNV").back();
    EXPECT_EQ(told.kind(), v1::EventKind::pressed);
    EXPECT_EQ(told.digest().pressing().document(), "512/UBND-TH");
    EXPECT_EQ(told.digest().pressing().note(), "đề nghị báo cáo trước 20/6");
    ASSERT_EQ(told.digest().items_size(), 1);
    EXPECT_EQ(told.digest().items(0).pressed(), 2u);
    EXPECT_EQ(told.digest().items(0).days_left(), -12);

    v1::Request request;
    request.mutable_assignment_history()->set_action("press");
    const auto history = ask("SNV", request).assignment_history();
    ASSERT_EQ(history.entries_size(), 2);
    EXPECT_EQ(history.entries(0).detail().pressing().way(), "phone");
    EXPECT_EQ(history.entries(1).detail().pressing().nth(), 2u);
    EXPECT_EQ(history.entries(1).by(), "office");

    request.mutable_log()->set_task(1);
    EXPECT_EQ(ask("office", request).log().events().rbegin()->kind(), v1::EventKind::pressed);
}

TEST_F(Pressing, AReportOfAPastDayKnowsWhatWasPressedUntilThen) {
    press([](auto& wanted) { wanted.add_assignments(1); });
    const auto noon = at("2023-06-12T12:00");
    province.advance_to("2023-06-20T09:00");
    press([](auto& wanted) { wanted.add_assignments(1); });
    auto& history = province.store.history;
    EXPECT_FALSE(engine::pressed_until(history, {1}, at("2023-06-11T12:00")).has_value());
    EXPECT_EQ(engine::pressed_until(history, {1}, noon)->nth(), 1u);
    const auto now = engine::pressed_until(history, {1}, province.clock.now());
    EXPECT_EQ(now->nth(), 2u);
    EXPECT_EQ(now->day(), "2023-06-20");
}

TEST_F(Pressing, AllThatIsOverdueButNotWhatWaitsForTheOffice) {
    EXPECT_EQ(press([](auto& wanted) { wanted.set_overdue(true); }).press().assignments_size(), 2);
    const auto one_document = press([](auto& wanted) {
        wanted.set_document("01/KH-UBND");
        wanted.set_agency("STC");
    });
    ASSERT_EQ(one_document.press().assignments_size(), 1);
    EXPECT_EQ(one_document.press().assignments(0).agency(), "STC");
    change(1, Action::Report);
    const auto rest = press([](auto& wanted) { wanted.set_overdue(true); }).press();
    ASSERT_EQ(rest.assignments_size(), 1);
    EXPECT_EQ(rest.assignments(0).assignment(), 3u);
    EXPECT_EQ(refusal([](auto& wanted) { wanted.add_assignments(1); }), "press.reported");
    EXPECT_EQ(refusal([](auto& wanted) {
                  wanted.set_overdue(true);
                  wanted.set_agency("SNV");
              }),
              "press.nothing");
}

TEST_F(Pressing, WhatIsWrongIsRefusedAndNobodyIsPressed) {
    EXPECT_EQ(refusal([](auto& wanted) { wanted.add_assignments(1); }, "SNV"), "access.denied");
    EXPECT_EQ(refusal([](auto&) {}), "press.what");
    EXPECT_EQ(refusal([](auto& wanted) {
                  wanted.add_assignments(1);
                  wanted.set_overdue(true);
              }),
              "press.what");
    EXPECT_EQ(refusal([](auto& wanted) { wanted.add_assignments(99); }), "assignment.unknown");
    EXPECT_EQ(refusal([](auto& wanted) {
                  wanted.add_assignments(1);
                  wanted.set_way("fax");
              }),
              "press.way");
    EXPECT_EQ(refusal([](auto& wanted) {
                  wanted.add_assignments(1);
                  wanted.set_day("2023-06-13");
              }),
              "press.future");
    EXPECT_EQ(refusal([](auto& wanted) {
                  wanted.add_assignments(1);
                  wanted.set_day("2023-05-12");
              }),
              "press.before");
    EXPECT_EQ(refusal([](auto& wanted) { wanted.set_document("99/KH-UBND"); }).substr(0, 21),
              "list.document_unknown");
    EXPECT_EQ(row_of(1).pressed(), 0u);
}

TEST_F(Pressing, ATrialPressesNobodyAndWhatHasChangedSinceIsLookedAtAgain) {
    const auto seen = press([](auto& wanted) {
                          wanted.set_overdue(true);
                          wanted.set_dry_run(true);
                      }).press();
    EXPECT_EQ(seen.assignments_size(), 2);
    EXPECT_EQ(seen.assignments(0).pressed(), 1u) << "as it would be";
    EXPECT_EQ(row_of(1).pressed(), 0u);
    change(1, Action::Start);
    const auto again = [&](auto& wanted) {
        wanted.set_overdue(true);
        wanted.set_seen(seen.seen());
    };
    EXPECT_EQ(refusal(again), "press.other_than_seen");
}

TEST_F(Pressing, ManyOfOneAgencyComeAsOneDigest) {
    province.import({row("1", "A", "31/5/2023", "Sở Nội vụ"), row("2", "B", "31/5/2023", "Sở Nội vụ")},
                    "02/KH-UBND");
    const auto before = province.inbox("SNV").size();
    EXPECT_EQ(press([](auto& wanted) { wanted.set_overdue(true); }).press().told(), 2u);
    const auto inbox = province.inbox("SNV");
    ASSERT_EQ(inbox.size(), before + 1);
    EXPECT_EQ(inbox.back().digest().items_size(), 3);
}

}  // namespace
}  // namespace dondoc::test
