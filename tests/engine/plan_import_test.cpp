// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/province.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

class PlanImport : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }

    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(PlanImport, AGroupIsExpandedToOneAssignmentPerMember) {
    const auto imported = province.import({row("1", "Báo cáo", "31/12/2023", "Các sở, ban, ngành")});
    EXPECT_EQ(imported.tasks, 1);
    EXPECT_EQ(imported.assignments, 2);
    EXPECT_EQ(imported.with_due, 2);
}

TEST_F(PlanImport, EveryAgencyIsToldWhatItWasGiven) {
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ", "Sở Tài chính")});
    ASSERT_EQ(province.inbox("SNV").size(), 1U);
    EXPECT_EQ(province.inbox("SNV")[0].kind(), v1::EventKind::assigned);
    EXPECT_EQ(province.inbox("SNV")[0].digest().items(0).role(), "lead");
    EXPECT_EQ(province.inbox("STC")[0].digest().items(0).role(), "cooperating");
    EXPECT_TRUE(province.inbox("VP").empty());
}

TEST_F(PlanImport, TheSamePlanTwiceChangesNothing) {
    const std::vector rows{row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")};
    province.import(rows);
    const auto events = province.published.size();
    EXPECT_TRUE(province.import(rows).unchanged);
    EXPECT_EQ(province.published.size(), events);
    EXPECT_EQ(province.store.plans.count(), 1);
}

TEST_F(PlanImport, AnAmendedPlanIsRefusedAndNothingChanges) {
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    EXPECT_EQ(refusal([&] { province.import({row("1", "Báo cáo khác", "31/12/2023", "Sở Nội vụ")}); }),
              "plan.differs");
    EXPECT_EQ(province.store.plans.task({1})->title, "Báo cáo");
}

TEST_F(PlanImport, TheSameNumberOfAnotherYearIsAnotherDocument) {
    province.import({row("1", "Báo cáo", "31/12/2023", "Sở Nội vụ")});
    province.engine.change([](engine::Work& work) {
        const store::Document document{{}, "UBND tỉnh", "01/KH-UBND", civil(2024, 1, 5), "", "province"};
        engine::import_plan(
            work, document,
            read_plan(work.directory, work.rules, document, {row("1", "Khác", "Năm 2024", "Sở Nội vụ")}), {});
    });
    EXPECT_EQ(province.store.plans.count(), 2);
}

TEST_F(PlanImport, ARowWhoseAgencyIsUnknownIsKeptAndFlagged) {
    const auto imported =
        province.import({row("1", "Báo cáo", "31/12/2023", "Sở Vũ trụ"), row("2", "Khác", "", "")});
    EXPECT_EQ(imported.tasks, 2);
    EXPECT_EQ(imported.assignments, 0);
    EXPECT_FALSE(province.store.plans.task({1})->problems.empty());
    EXPECT_EQ(province.store.plans.task({1})->lead_text, "Sở Vũ trụ");
    EXPECT_FALSE(province.store.plans.task({2})->problems.empty());
}

TEST_F(PlanImport, AReadingComesBackFromTheStoreAsItWasMade) {
    province.import({row("1", "Báo cáo", "Trước 31/10/2023", "Sở Nội vụ"),
                     row("2", "Báo cáo", "Trước ngày 12 tháng cuối quý và ngày 12/12/2023", "Sở Nội vụ"),
                     row("3", "Báo cáo", "Từ 01/6/2023", "Sở Nội vụ"),
                     row("4", "Báo cáo", "Thường xuyên", "Sở Nội vụ"),
                     row("5", "Báo cáo", "lúc thuận tiện", "Sở Nội vụ")});
    const auto term = [&](int id) { return province.store.plans.task({id})->deadline.term; };
    EXPECT_EQ(term(1), Term(DueOn{DueBasis::Before, civil(2023, 10, 30), {}, {}}));
    EXPECT_EQ(kind_of(term(2)), DeadlineKind::Recurring);
    EXPECT_GT(due_days(term(2)).size(), 1U);
    EXPECT_EQ(term(3), Term(From{civil(2023, 6, 1)}));
    EXPECT_EQ(term(4), Term(Ongoing{}));
    EXPECT_EQ(term(5), Term(Unread{}));
}

TEST_F(PlanImport, WhatIsNoPlanIsRefusedWithTheReason) {
    EXPECT_EQ(refusal([&] { province.import({}); }), "plan.no_rows");
    EXPECT_EQ(refusal([&] { province.import({row("1", "Báo cáo", "", "")}, ""); }), "plan.no_number");
    EXPECT_EQ(refusal([&] { province.import({row("1", "Báo cáo", "", "")}, "1", "galaxy"); }), "plan.level");
    EXPECT_EQ(refusal([&] { province.import({row("1", "", "", "")}); }), "plan.no_title");
    EXPECT_EQ(province.store.plans.count(), 0);
}

// A row that goes to so many agencies, and one in which as many others cooperate, so many times.
std::vector<engine::ReadRow> rows_of_many(Province& province, const store::Document& document, int agencies,
                                          int rows, const std::string& lead, const std::string& cooperating) {
    Register content;
    content.groups = {{"khối một", {}, {}}, {"khối hai", {}, {}}};
    for (int i = 0; i < 2 * agencies; ++i) {
        content.agencies.push_back(
            {"CQ" + std::to_string(i), "Cơ quan " + std::to_string(i), {}, "province", {}, {}});
        content.groups[i < agencies ? 0 : 1].members.push_back(content.agencies.back().code);
    }
    province.engine.change([&](engine::Work& work) { engine::import_register(work, content); });
    const auto read = engine::read_plan(province.engine.directory(), province.engine.rules(), document,
                                        {row("1", "Báo cáo", "31/12/2023", lead, cooperating)});
    return {static_cast<std::size_t>(rows), read.at(0)};
}

TEST_F(PlanImport, AMillionAssignmentsAreTakenInAndOneMoreIsRefusedBeforeAnythingIsWritten) {
    const store::Document document{{}, "UBND tỉnh", "01/KH-UBND", civil(2023, 5, 13), "", "province"};
    auto rows = rows_of_many(province, document, 1000, 1000, "khối một", "khối hai");
    const auto take_in = [&] {
        province.engine.change([&](engine::Work& work) { engine::import_plan(work, document, rows, {}); });
    };
    province.engine.attempt([&](engine::Work& work) {
        EXPECT_NO_THROW(engine::agencies_of_rows(work, document, rows, language::AbsentMembers::Ask));
    });
    rows.push_back(engine::read_plan(province.engine.directory(), province.engine.rules(), document,
                                     {row("2", "Báo cáo", "31/12/2023", "Cơ quan 0")})
                       .at(0));
    EXPECT_EQ(refusal(take_in), "plan.too_many_assignments");
    rows.back() = engine::read_plan(province.engine.directory(), province.engine.rules(), document,
                                    {row("2", "Báo cáo", "31/12/2023", "", "Cơ quan 0")})
                      .at(0);
    EXPECT_EQ(refusal(take_in), "plan.too_many_cooperating");
    EXPECT_EQ(province.store.plans.count(), 0);
    EXPECT_TRUE(province.published.empty());
}

TEST_F(PlanImport, ManyAgenciesOfARowGetTheirAssignmentsInItsOrderAndAreToldOfTheirOwn) {
    const auto imported =
        province.import({row("1", "Một", "31/12/2023", "Sở Tài chính; Sở Nội vụ"),
                         row("2", "Hai", "30/11/2023", "Các sở, ban, ngành", "Văn phòng UBND tỉnh")});
    EXPECT_EQ(imported.assignments, 4);
    EXPECT_EQ(imported.cooperations, 1);
    const auto agency_of = [&](int id) {
        return province.store.agencies.get(province.store.assignments.get({id})->agency).code;
    };
    EXPECT_THAT((std::vector{agency_of(1), agency_of(2), agency_of(3), agency_of(4)}),
                testing::ElementsAre("STC", "SNV", "SNV", "STC"));
    const auto inbox = province.inbox("STC");
    ASSERT_EQ(inbox.size(), 1U);
    ASSERT_EQ(inbox[0].digest().items_size(), 2);
    const auto& first = inbox[0].digest().items(0);
    EXPECT_EQ(first.assignment(), 1U);
    EXPECT_EQ(first.task(), 1U);
    EXPECT_EQ(first.title(), "Một");
    EXPECT_EQ(first.due(), "2023-12-31");
    EXPECT_EQ(inbox[0].digest().items(1).assignment(), 4U);
    const auto cooperates = province.inbox("VP").at(0).digest().items(0);
    EXPECT_EQ(cooperates.assignment(), 0U);
    EXPECT_EQ(cooperates.role(), "cooperating");
    EXPECT_EQ(cooperates.title(), "Hai");
}

TEST_F(PlanImport, AnAgencyThatNoLongerExistsIsAskedFor) {
    province.engine.change([](engine::Work& work) {
        engine::import_register(work,
                                {{{"STC", "Sở Tài chính", {}, "province", {}, civil(2023, 1, 31)}}, {}});
    });
    const std::vector rows{row("1", "Báo cáo", "31/12/2023", "Các sở, ban, ngành")};
    EXPECT_EQ(refusal([&] { province.import(rows); }), "plan.absent_members");
    EXPECT_EQ(province.store.plans.count(), 0);
    EXPECT_EQ(province.import_again(rows, {.absent = language::AbsentMembers::Leave}).assignments, 1);
}

}  // namespace
}  // namespace dondoc::test
