// SPDX-License-Identifier: Apache-2.0
// Containers: a task that follows its children is completed and reopened by them.
#include "engine/children.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/parent_change.h"
#include "engine/reports/report.h"
#include "engine/task_terms.h"
#include "engine/transfer.h"
#include "support/province.h"
#include "support/refusal.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto container_term = "Theo tiến độ thời gian Chính phủ, Thủ tướng Chính phủ giao";

engine::Rules rules() {
    engine::Rules made{{daily_policy()}, {}, 7};
    made.office = "VP";
    return made;
}

class Children : public testing::Test {
  protected:
    Children() { province.register_agencies(); }

    // A task of the document by the number of its row.
    TaskId task(const std::string& number, const std::string& document = "01/KH-UBND") {
        for (const auto& one : province.store.plans.list()) {
            if (one.number != document) continue;
            for (const auto& row : province.store.plans.numbered(one.id))
                if (row.number == number) return row.task;
        }
        throw std::runtime_error("no row " + number);
    }
    store::Assignment of(TaskId id, const std::string& agency = "SNV") {
        return province.store.assignments.find(id, province.store.agencies.find(agency)->id).value();
    }
    Workflow state(const std::string& number, const std::string& agency = "SNV") {
        return of(task(number), agency).state;
    }
    void change(const store::Assignment& assignment, const engine::AssignmentChange& wanted) {
        province.engine.change(
            [&](engine::Work& work) { engine::change_assignment(work, assignment, wanted); });
    }
    void complete(const std::string& number, local_days on, const std::string& agency = "SNV") {
        change(of(task(number), agency), {Action::Complete, on, "", "thử"});
    }
    engine::ParentChanged put(std::optional<TaskId> parent, std::vector<TaskId> children,
                              const std::string& reason = {}) {
        engine::ParentChanged changed;
        province.engine.change([&](engine::Work& work) {
            changed = engine::change_parent(work, {parent, std::move(children), reason, "van-phong"});
        });
        return changed;
    }
    std::string refused(std::optional<TaskId> parent, std::vector<TaskId> children,
                        const std::string& reason = {}) {
        return refusal([&] { put(parent, children, reason); });
    }
    ChildrenProgress progress(const std::string& number, sys_seconds as_of = sys_seconds::max()) {
        return engine::progress_of(engine::children_of(province.store, task(number), as_of));
    }
    // "changed" events of the inbox, each as its action.
    std::vector<std::string> changes(const std::string& agency) {
        std::vector<std::string> actions;
        for (const auto& event : province.inbox(agency))
            if (event.has_change()) actions.push_back(event.change().action());
        return actions;
    }

    const std::vector<engine::PlanRow> rows{
        row("4", "Thực hiện nhiệm vụ Chính phủ giao", container_term, "Sở Nội vụ; Sở Tài chính"),
        row("4.1", "Xây dựng đề án", "30/06/2023", "Sở Nội vụ"),
        row("4.2", "Báo cáo kết quả", "31/10/2023", "Sở Tài chính"),
        row("5", "Cập nhật dữ liệu", "Thường xuyên", "Sở Nội vụ"),
        row("6", "Tổng kết", "31/12/2023", "Sở Nội vụ"),
        row("7", "Nhiệm vụ khác được giao", container_term, "Sở Nội vụ"),
        row("8", "Báo cáo định kỳ", "Trước ngày 12 tháng cuối quý trong năm 2023", "Sở Nội vụ")};
    TemporaryFolder folder;
    Province province{folder / "dondoc.db", rules()};
};

TEST_F(Children, RowsAreLinkedByTheirNumbersBelowAContainerAndNothingElseIs) {
    EXPECT_EQ(province.import(rows).linked, 2);
    EXPECT_THAT(province.store.parents.children_of(task("4")), ElementsAre(task("4.1"), task("4.2")));
    EXPECT_THAT(province.store.parents.children_of(task("7")), IsEmpty());
    EXPECT_EQ(progress("4"), (ChildrenProgress{2, 0, civil(2023, 10, 31), {}}));
    EXPECT_TRUE(province.import(rows).unchanged);
    EXPECT_EQ(province.store.parents.history(task("4.1")).size(), 1U);
}

TEST_F(Children, AContainerIsCompletedByItsLastChildAndEverybodyIsToldOnce) {
    province.import(rows);
    province.advance_to("2023-08-01T08:00");
    complete("4.1", civil(2023, 7, 20));
    EXPECT_EQ(state("4"), Workflow::Assigned);
    complete("4.2", civil(2023, 7, 10), "STC");
    for (const auto* agency : {"SNV", "STC"}) {
        const auto container = of(task("4"), agency);
        EXPECT_EQ(container.state, Workflow::Completed);
        EXPECT_EQ(container.completed_on, civil(2023, 7, 20)) << "the latest of their results";
        EXPECT_THAT(changes(agency), ElementsAre("complete", "children_done"));
        const auto life = province.store.history.of(container.id);
        ASSERT_EQ(life.size(), 1U);
        EXPECT_EQ(life[0].kind, ChangeKind::ChildrenDone);
        EXPECT_EQ(life[0].by, "");
    }
    EXPECT_THAT(changes("VP"), ElementsAre("children_done"));
    const auto event = province.inbox("SNV").back().change();
    EXPECT_EQ(event.children().completed(), 2U);
    EXPECT_EQ(event.completed_on(), "2023-07-20");
}

TEST_F(Children, AChildThatIsReopenedReopensItsContainerAndIsAsOftenAsItHappens) {
    province.import(rows);
    province.advance_to("2023-08-01T08:00");
    for (int i = 0; i < 2; ++i) {
        complete("4.1", civil(2023, 7, 20));
        if (i == 0) complete("4.2", civil(2023, 7, 10), "STC");
        EXPECT_EQ(state("4"), Workflow::Completed);
        change(of(task("4")), {Action::Comment, {}, "đã xem", "thử"});
        change(of(task("4.1")), {Action::Reopen, {}, "chưa đạt", "thử"});
        EXPECT_EQ(state("4"), Workflow::InProgress);
        EXPECT_EQ(of(task("4")).completed_on, std::nullopt);
    }
    EXPECT_THAT(changes("VP"),
                ElementsAre("children_done", "children_open", "children_done", "children_open"));
}

TEST_F(Children, WhatWasCompletedByHandIsNotReopenedByChildren) {
    province.import(rows);
    change(of(task("7")), {Action::Complete, {}, "", "thử"});
    put(task("7"), {task("6")});
    EXPECT_EQ(state("7"), Workflow::Completed);
    EXPECT_THAT(province.store.history.of(of(task("7")).id), testing::SizeIs(1));
}

TEST_F(Children, ByHandAContainerIsNeitherCompletedBeforeNorOpenedAfterItsChildren) {
    province.import(rows);
    const auto container = of(task("4"));
    for (const auto action : {Action::Report, Action::Complete})
        EXPECT_EQ(refusal([&] { change(container, {action, {}, "", "thử"}); }), "assignment.children_open");
    try {
        change(container, {Action::Complete, {}, "", "thử"});
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().args.at(1), "2");
        EXPECT_EQ(error.message().args.at(2), "4.1 (01/KH-UBND, #2); 4.2 (01/KH-UBND, #3)");
    }
    change(container, {Action::Progress, {}, "đang đôn đốc", "thử"});
    EXPECT_EQ(state("4"), Workflow::InProgress);
    complete("4.1", civil(2023, 5, 13));
    complete("4.2", civil(2023, 5, 13), "STC");
    EXPECT_EQ(refusal([&] {
                  change(of(task("4")), {Action::Reopen, {}, "xem lại", "thử"});
              }),
              "assignment.children_done");
}

TEST_F(Children, AContainerHasNoDayAndNoAlertOfItsOwn) {
    province.import(rows);
    EXPECT_EQ(of(task("4")).due, std::nullopt);
    EXPECT_THAT(province.store.alarms.planned_for(task("4")), IsEmpty());
    EXPECT_EQ(refusal([&] {
                  province.engine.change([&](engine::Work& work) {
                      engine::set_term(work, {task("4"), civil(2023, 9, 1), {}, "1/TB", {}, "vì", "thử"});
                  });
              }),
              "term.follows_children");
}

TEST_F(Children, WhatDoesNotCount) {
    province.import(rows);
    put(task("7"), {task("5"), task("6")});
    EXPECT_EQ(progress("7").counted, 1) << "a standing duty is never finished";
    change(of(task("6")), {Action::Cancel, {}, "thôi", "thử"});
    EXPECT_EQ(progress("7").counted, 0) << "what was revoked is nobody's";
    EXPECT_EQ(state("7"), Workflow::Assigned) << "with no child that counts nothing follows";
    change(of(task("7")), {Action::Complete, {}, "", "thử"});
    EXPECT_EQ(state("7"), Workflow::Completed);
}

TEST_F(Children, RevokingTheLastOpenChildCompletesTheContainer) {
    province.import(rows);
    complete("4.1", civil(2023, 5, 13));
    change(of(task("4.2"), "STC"), {Action::Cancel, {}, "thôi", "thử"});
    EXPECT_EQ(state("4"), Workflow::Completed);
    change(of(task("4.2"), "STC"), {Action::Reopen, {}, "lại", "thử"});
    EXPECT_EQ(state("4"), Workflow::InProgress);
}

TEST_F(Children, ARecurringChildIsFinishedWithItsLastOccurrence) {
    province.import(rows);
    put(task("7"), {task("8")});
    while (true) {
        const auto open = of(task("8"));
        province.advance_to(iso_day(*open.due + date::days{1}) + "T08:00");
        change(open, {Action::Complete, *open.due, "", "thử"});
        if (province.store.openings.of_task(task("8")).empty() && !is_open(of(task("8")).state)) break;
        EXPECT_NE(state("7"), Workflow::Completed) << iso_day(*open.due);
    }
    EXPECT_EQ(state("7"), Workflow::Completed);
}

TEST_F(Children, ContainersOfContainersFollowUpwards) {
    province.import(rows);
    put(task("7"), {task("4"), task("6")});
    EXPECT_EQ(progress("7").due, civil(2023, 12, 31));
    province.advance_to("2023-06-01T08:00");
    complete("6", civil(2023, 5, 20));
    complete("4.1", civil(2023, 5, 30));
    complete("4.2", civil(2023, 5, 25), "STC");
    EXPECT_EQ(state("4"), Workflow::Completed);
    EXPECT_EQ(state("7"), Workflow::Completed);
    EXPECT_EQ(of(task("7")).completed_on, civil(2023, 5, 30));
    change(of(task("4.2"), "STC"), {Action::Reopen, {}, "chưa đạt", "thử"});
    EXPECT_EQ(state("4"), Workflow::InProgress);
    EXPECT_EQ(state("7"), Workflow::InProgress);
}

TEST_F(Children, LinksAreMadeOnceAcrossDocumentsAndTakenBackWithAReason) {
    province.import(rows);
    province.import({row("1", "Việc của Chính phủ", "30/09/2023", "Sở Tài chính")}, "22/QĐ-TTg",
                    "government");
    const auto child = task("1", "22/QĐ-TTg");
    const auto changed = put(task("7"), {child, task("6")}, "QĐ 22");
    EXPECT_THAT(changed.changed, ElementsAre(child, task("6")));
    EXPECT_EQ(changed.told, 1);
    EXPECT_EQ(changed.progress, (ChildrenProgress{2, 0, civil(2023, 12, 31), {}}));
    EXPECT_THAT(changes("SNV"), ElementsAre("children"));
    EXPECT_THAT(put(task("7"), {child}).changed, IsEmpty());
    EXPECT_THAT(changes("SNV"), ElementsAre("children"));

    EXPECT_EQ(refused({}, {child}), "parent.no_reason");
    EXPECT_THAT(put({}, {child}, "nhầm").changed, ElementsAre(child));
    EXPECT_EQ(put({}, {child}, "nhầm").told, 0);
    EXPECT_EQ(progress("7").counted, 1);
    const auto history = province.store.parents.history(child);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].parent, task("7"));
    EXPECT_EQ(history[0].by, "van-phong");
    EXPECT_EQ(history[1].parent, std::nullopt);
    EXPECT_EQ(history[1].reason, "nhầm");
}

TEST_F(Children, WhatMakesNoSenseIsRefusedAndChangesNothing) {
    province.import(rows);
    put(task("7"), {task("4")});
    const TaskId nobody{999};
    const auto t = [&](const char* number) { return task(number); };
    struct Case {
        std::optional<TaskId> parent;
        std::vector<TaskId> children;
        const char* code;
    };
    const std::vector<Case> cases{
        {t("7"), {}, "parent.none_named"},   {t("7"), {t("7")}, "parent.itself"},
        {t("4"), {t("7")}, "parent.cycle"},  {t("7"), {t("6"), nobody}, "task.unknown"},
        {nobody, {t("6")}, "task.unknown"},  {t("5"), {t("6")}, "parent.kind"},  // a standing duty
        {t("6"), {t("5")}, "parent.kind"},                                       // it has its own day
        {t("8"), {t("6")}, "parent.kind"},                                       // it recurs
        {t("7"), {t("4.1")}, "parent.other"}};
    for (const auto& one : cases) EXPECT_EQ(refused(one.parent, one.children), one.code);
    EXPECT_EQ(province.store.parents.of(t("6")), std::nullopt);

    province.withdraw();
    EXPECT_EQ(refused(TaskId{6}, {TaskId{5}}), "parent.withdrawn");
}

TEST_F(Children, AParentWhoseTermWasSetIsRefused) {
    province.import(rows);
    province.engine.change([&](engine::Work& work) {
        engine::set_term(work, {task("7"), civil(2023, 9, 1), {}, "1/TB", {}, "vì", "thử"});
    });
    EXPECT_EQ(refused(task("7"), {task("6")}), "parent.has_day");
}

TEST_F(Children, LevelsAreLimited) {
    std::vector<engine::PlanRow> deep;
    for (int i = 1; i <= max_task_levels + 1; ++i)
        deep.push_back(row(std::to_string(i), "Việc " + std::to_string(i), container_term, "Sở Nội vụ"));
    province.import(deep);
    for (int i = max_task_levels; i > 1; --i)  // from below
        put(task(std::to_string(i - 1)), {task(std::to_string(i))});
    EXPECT_EQ(refused(task(std::to_string(max_task_levels + 1)), {task("1")}), "parent.too_deep");
    EXPECT_EQ(refused(task(std::to_string(max_task_levels)), {task(std::to_string(max_task_levels + 1))}),
              "parent.too_deep");
}

TEST_F(Children, AnAmendmentLinksWhatItAddsAndReopensTheContainer) {
    province.import(rows);
    complete("4.1", civil(2023, 5, 13));
    complete("4.2", civil(2023, 5, 13), "STC");
    EXPECT_EQ(state("4"), Workflow::Completed);
    auto amended = rows;
    amended.insert(amended.begin() + 3, row("4.3", "Công bố kết quả", "30/11/2023", "Sở Nội vụ"));
    EXPECT_EQ(province.amend(amended).linked, 1);
    EXPECT_EQ(province.store.parents.of(task("4.3")), task("4"));
    EXPECT_EQ(state("4"), Workflow::InProgress);
    province.amend(rows);  // without it
    EXPECT_EQ(state("4"), Workflow::Completed);
    EXPECT_EQ(progress("4").counted, 2);
    province.amend(amended);  // the row is restored
    EXPECT_EQ(progress("4").counted, 3);
    EXPECT_EQ(state("4"), Workflow::InProgress);
}

TEST_F(Children, AnAmendmentLeavesAloneWhatWasSaidByHand) {
    province.import(rows);
    put({}, {task("4.2")}, "việc riêng");
    put(task("7"), {task("6")});
    auto amended = rows;
    amended.push_back(row("9", "Thêm", "30/11/2023", "Sở Nội vụ"));
    EXPECT_EQ(province.amend(amended).linked, 0);
    EXPECT_EQ(province.store.parents.of(task("4.2")), std::nullopt);
    EXPECT_EQ(province.store.parents.of(task("6")), task("7"));
    amended[1].number = "10";  // what was linked by its number alone is so no longer
    province.amend(amended);
    EXPECT_EQ(province.store.parents.of(task("10")), std::nullopt);
}

TEST_F(Children, WithAnAmendedTermOfItsOwnTheParentFollowsNobody) {
    province.import(rows);
    auto amended = rows;
    amended[0].deadline_text = "31/12/2023";
    province.amend(amended);
    EXPECT_EQ(of(task("4")).due, civil(2023, 12, 31));
    complete("4", civil(2023, 5, 13));
    EXPECT_EQ(state("4"), Workflow::Completed);
    EXPECT_EQ(province.store.parents.of(task("4.1")), std::nullopt);
}

TEST_F(Children, AContainerThatIsHandedOnFollowsAtItsNewAgency) {
    province.import(rows);
    complete("4.1", civil(2023, 5, 13));
    province.engine.change([&](engine::Work& work) {
        engine::transfer(work, of(task("4")), Actor::Operator, {"VP", "đổi việc", "thử"});
    });
    complete("4.2", civil(2023, 5, 13), "STC");
    EXPECT_EQ(state("4", "SNV"), Workflow::Transferred);
    EXPECT_EQ(state("4", "VP"), Workflow::Completed);
    EXPECT_THAT(changes("VP"), testing::Contains("children_done").Times(1)) << "the office leads it";
}

TEST_F(Children, APlanThatIsWithdrawnTakesNobodyElseAlong) {
    province.import(rows);
    province.import({row("1", "Việc của Chính phủ", "30/09/2023", "Sở Tài chính")}, "22/QĐ-TTg",
                    "government");
    put(task("7"), {task("1", "22/QĐ-TTg"), task("6")});
    complete("6", civil(2023, 5, 13));
    province.withdraw("22/QĐ-TTg");
    EXPECT_EQ(state("7"), Workflow::Completed) << "what is left of its children is completed";
}

TEST_F(Children, AReportOfThePastShowsThemAsTheyWereAndAddsUp) {
    province.import(rows);
    province.advance_to("2023-06-10T08:00");
    complete("4.1", civil(2023, 6, 9));
    province.advance_to("2023-07-10T08:00");
    complete("4.2", civil(2023, 7, 9), "STC");
    province.advance_to("2023-08-10T08:00");
    put({}, {task("4.2")}, "việc riêng");
    struct Case {
        const char* as_of;
        std::uint32_t counted, completed;
        const char* state;
        std::uint64_t no_deadline_completed;
    };
    for (const auto& one :
         {Case{"2023-06-01", 2, 0, "assigned", 0}, Case{"2023-06-15", 2, 1, "assigned", 0},
          Case{"2023-07-15", 2, 2, "completed", 2}, Case{"2023-08-10", 1, 1, "completed", 2}}) {
        v1::ReportRequest asked;
        asked.set_kind(v1::ReportKind::plan);
        asked.set_document("01/KH-UBND");
        asked.set_as_of(one.as_of);
        const auto document = province.store.plans.list().front();
        engine::ReportRun run{province.engine,
                              engine::understand(province.engine, asked, {.document = document})};
        while (run.step()) {
        }
        const auto& container = run.report().rows(0);
        EXPECT_EQ(container.number(), "4");
        EXPECT_EQ(container.children().counted(), one.counted) << one.as_of;
        EXPECT_EQ(container.children().completed(), one.completed) << one.as_of;
        EXPECT_EQ(container.state(), one.state) << one.as_of;
        const auto& c = run.report().total().current();
        EXPECT_EQ(c.given(),
                  c.on_time() + c.late() + c.overdue() + c.in_time() + c.no_deadline() + c.withdrawn());
        EXPECT_EQ(c.no_deadline_completed(), one.no_deadline_completed) << one.as_of;
    }
}

}  // namespace
}  // namespace dondoc::test
