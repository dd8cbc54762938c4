// SPDX-License-Identifier: Apache-2.0
// Tasks of another system: added once, found again, mended by what it says otherwise than the last time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/row_edit.h"
#include "engine/task_import.h"
#include "support/refusal.h"
#include "support/told.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Row = v1::TaskImportReply::Row;
using State = v1::ImportedState;

engine::ImportedTask imported(const std::string& id, const std::string& title, const std::string& deadline,
                              const std::string& lead, State::State state = State::open,
                              const std::string& document = "01/KH-UBND") {
    engine::ImportedTask task;
    task.said.set_id(id);
    task.said.mutable_document()->set_number(document);
    task.said.mutable_row()->set_title(title);
    task.said.mutable_row()->set_deadline_text(deadline);
    task.said.mutable_row()->set_lead_text(lead);
    task.said.set_state(state);
    task.document = {{}, "UBND tỉnh", document, civil(2023, 5, 13), "", "province"};
    task.row = row("", title, deadline, lead);
    return task;
}

class TaskImport : public testing::Test {
  protected:
    void SetUp() override { province.register_agencies(); }

    engine::TaskImported look(const std::vector<engine::ImportedTask>& tasks) { return run(tasks, {}, true); }
    engine::TaskImported take(const std::vector<engine::ImportedTask>& tasks) {
        return run(tasks, look(tasks).seen, false);
    }
    engine::TaskImported run(const std::vector<engine::ImportedTask>& tasks, const std::string& seen,
                             bool trial) {
        engine::TaskImported result;
        const engine::TaskImport wanted{"qlvb", tasks, seen, "van-phong", "theo qlvb", {.trial = trial}};
        const auto work = [&](engine::Work& w) { result = engine::import_tasks(w, wanted); };
        if (trial)
            province.engine.attempt(work);
        else
            province.engine.change(work);
        return result;
    }
    static std::vector<int> outcomes(const engine::TaskImported& done) {
        std::vector<int> list;
        for (const auto& row : done.rows) list.push_back(row.outcome);
        return list;
    }
    std::int64_t task_count() {
        std::int64_t count = 0;
        for (const auto& document : province.store.plans.list())
            count += province.store.plans.task_count(document.id);
        return count;
    }
    store::Assignment assignment(TaskId task, const std::string& agency) {
        return province.store.assignments.find(task, province.store.agencies.find(agency)->id).value();
    }

    const std::vector<engine::ImportedTask> two{
        imported("9", "Rà soát quỹ nhà công vụ", "31/8/2023", "SNV"),
        imported("10", "Báo cáo kết quả rà soát", "30/9/2023", "Sở Tài chính", State::in_progress)};
    TemporaryFolder folder;
    Province province{folder / "dondoc.db"};
};

TEST_F(TaskImport, IsAddedOnceAndTheSameAgainChangesNothing) {
    const auto done = take(two);
    EXPECT_THAT(outcomes(done), ElementsAre(Row::added, Row::added));
    EXPECT_EQ(done.documents, 1);
    EXPECT_EQ(done.assignments, 2);
    EXPECT_EQ(assignment(done.rows[0].task, "SNV").due, civil(2023, 8, 31));
    EXPECT_EQ(assignment(done.rows[1].task, "STC").state, Workflow::InProgress);
    const auto told = province.published.size();
    const auto again = take(two);
    EXPECT_THAT(outcomes(again), ElementsAre(Row::unchanged, Row::unchanged));
    EXPECT_EQ(task_count(), 2);
    EXPECT_EQ(province.published.size(), told);
}

TEST_F(TaskImport, AnAgencyIsToldInOneDigestWhatItIsGivenByManyDocuments) {
    take({imported("1", "Việc một", "31/8/2023", "SNV", State::open, "01/KH-UBND"),
          imported("2", "Việc hai", "31/8/2023", "SNV", State::open, "02/KH-UBND"),
          imported("3", "Việc đã xong", "31/8/2023", "SNV", State::withdrawn, "03/KH-UBND")});
    const auto inbox = province.inbox("SNV");
    std::vector<int> given;
    for (const auto& event : inbox)
        if (event.kind() == v1::EventKind::assigned) given.push_back(event.digest().items_size());
    EXPECT_THAT(given, ElementsAre(2)) << "what is over as it comes is not given to anybody";
}

TEST_F(TaskImport, ADifferenceIsShownAndCarriedOutOnTheSameTask) {
    const auto first = take(two);
    auto changed = two;
    changed[0].said.mutable_row()->set_deadline_text("15/9/2023");
    changed[0].row.deadline_text = "15/9/2023";
    changed[1].said.set_state(State::completed);
    changed[1].completed_on = civil(2023, 5, 13);
    const auto seen = look(changed);
    EXPECT_THAT(outcomes(seen), ElementsAre(Row::changed, Row::changed));
    EXPECT_EQ(seen.rows[0].fields[1].field(), "due");
    EXPECT_EQ(seen.rows[0].fields[1].new_(), "2023-09-15");
    EXPECT_EQ(assignment(first.rows[0].task, "SNV").due, civil(2023, 8, 31)) << "looking changes nothing";
    const auto done = take(changed);
    EXPECT_EQ(done.rows[0].task, first.rows[0].task);
    EXPECT_EQ(assignment(first.rows[0].task, "SNV").due, civil(2023, 9, 15));
    EXPECT_EQ(assignment(first.rows[1].task, "STC").state, Workflow::Completed);
    EXPECT_EQ(task_count(), 2);
}

TEST_F(TaskImport, WhatWasDecidedHereStaysUntilTheOtherSystemSaysSomethingElseOfIt) {
    const auto task = take(two).rows[0].task;
    province.engine.change([&](engine::Work& work) {
        engine::RowMending mending;
        mending.task = task;
        mending.lead = "STC";
        mending.reason = "đúng chức năng";
        engine::mend_row(work, mending, {.by = "van-phong", .doubts_seen = true});
    });
    EXPECT_THAT(outcomes(take(two)), ElementsAre(Row::unchanged, Row::unchanged));
    auto changed = two;
    changed[0].said.mutable_row()->set_title("Rà soát toàn bộ quỹ nhà công vụ");
    changed[0].row.title = "Rà soát toàn bộ quỹ nhà công vụ";
    take(changed);
    const auto now = province.store.plans.task(task).value();
    EXPECT_EQ(now.title, "Rà soát toàn bộ quỹ nhà công vụ");
    EXPECT_THAT(now.lead, ElementsAre("Sở Tài chính")) << "it said nothing new of the agency";
    changed[0].said.mutable_row()->set_lead_text("VP");
    changed[0].row.lead_text = "VP";
    take(changed);
    EXPECT_THAT(province.store.plans.task(task)->lead, ElementsAre("Văn phòng UBND tỉnh"));
}

TEST_F(TaskImport, ATaskThatTheDocumentHasGetsTheIdAlsoWhereItsTitleWasCut) {
    province.import(
        {row("1", "Số hóa toàn bộ hồ sơ lưu trữ của các cơ quan sau sắp xếp", "30/9/2023", "Sở Nội vụ")});
    const auto done = take({imported("7", "Số hóa toàn bộ hồ sơ lưu trữ của các…", "", "Sở Nội vụ")});
    EXPECT_THAT(outcomes(done), ElementsAre(Row::linked));
    EXPECT_EQ(done.rows[0].task, TaskId{1});
    EXPECT_EQ(task_count(), 1);
    EXPECT_EQ(assignment({1}, "SNV").due, civil(2023, 9, 30)) << "the document's own words hold";
    EXPECT_EQ(province.store.task_sources.of({1}).at(0).id, "7");
}

TEST_F(TaskImport, TwoIdsOfOneTitleAndOtherAgenciesAreTwoTasks) {
    const auto done = take({imported("1", "Báo cáo tình hình", "31/8/2023", "SNV"),
                            imported("2", "Báo cáo tình hình", "31/8/2023", "STC"),
                            imported("3", "Báo cáo tình hình", "31/8/2023", "STC")});
    EXPECT_THAT(outcomes(done), ElementsAre(Row::added, Row::added, Row::linked))
        << "the third is the second";
    EXPECT_EQ(task_count(), 2);
    EXPECT_EQ(done.rows[2].task, done.rows[1].task);
    EXPECT_THAT(outcomes(take({imported("1", "Báo cáo tình hình", "31/8/2023", "SNV"),
                               imported("2", "Báo cáo tình hình", "31/8/2023", "STC"),
                               imported("3", "Báo cáo tình hình", "31/8/2023", "STC")})),
                ElementsAre(Row::unchanged, Row::unchanged, Row::unchanged));
}

TEST_F(TaskImport, ACutTitleNeverReplacesTheWholeOne) {
    const std::string whole = "Tổng hợp vướng mắc của trung tâm phục vụ hành chính công";
    const auto task = take({imported("1", whole, "31/8/2023", "SNV")}).rows[0].task;
    const auto done = take({imported("1", "Tổng hợp vướng mắc của trung tâm…", "31/8/2023", "SNV")});
    EXPECT_THAT(outcomes(done), ElementsAre(Row::unchanged));
    EXPECT_EQ(province.store.plans.task(task)->title, whole);
    // And a whole one replaces one that was cut.
    const auto cut = take({imported("2", "Lập phương án bố trí trụ sở dôi dư sau…", "31/8/2023", "SNV")});
    take({imported("2", "Lập phương án bố trí trụ sở dôi dư sau sắp xếp", "31/8/2023", "SNV")});
    EXPECT_EQ(province.store.plans.task(cut.rows[0].task)->title,
              "Lập phương án bố trí trụ sở dôi dư sau sắp xếp");
}

TEST_F(TaskImport, WhatIsNotNamedStaysAndIsCounted) {
    take(two);
    const auto done = take({two[0]});
    EXPECT_EQ(done.not_named, 1);
    EXPECT_EQ(task_count(), 2);
}

TEST_F(TaskImport, ARowThatIsRefusedIsNotedInATrialAndRefusesTheWholeCommand) {
    auto tasks = two;
    tasks[1].said.set_state(State::completed);
    tasks[1].completed_on = civil(2023, 5, 1);  // before the document
    const auto seen = look(tasks);
    EXPECT_THAT(outcomes(seen), ElementsAre(Row::added, Row::refused));
    EXPECT_EQ(seen.rows[1].error->message().key, "assignment.before_issue");
    EXPECT_THAT(seen.rows[1].error->place(), testing::StartsWith("tasks[1]"));
    EXPECT_EQ(refusal([&] { run(tasks, seen.seen, false); }), "assignment.before_issue");
    EXPECT_EQ(task_count(), 0);
}

TEST_F(TaskImport, OnlyWhatWasSeenIsCarriedOut) {
    const auto seen = look(two).seen;
    province.import({row("1", "Rà soát quỹ nhà công vụ", "30/9/2023", "Sở Nội vụ")});
    EXPECT_EQ(refusal([&] { run(two, seen, false); }), "task_import.other_than_seen");
    EXPECT_EQ(task_count(), 1);
    EXPECT_THAT(province.store.task_sources.of({1}), IsEmpty());
}

TEST_F(TaskImport, AnIdDoesNotMoveToAnotherDocumentAndNothingIsAddedToOneThatWasWithdrawn) {
    take(two);
    auto moved = two;
    moved[0].document.number = "02/KH-UBND";
    moved[0].said.mutable_document()->set_number("02/KH-UBND");
    EXPECT_EQ(look(moved).rows[0].error->message().key, "task_import.other_document");
    province.withdraw();
    const auto more = look({imported("11", "Việc khác", "31/8/2023", "SNV")});
    EXPECT_EQ(more.rows[0].error->message().key, "task_import.withdrawn");
    auto changed = two;
    changed[0].said.mutable_row()->set_title("Rà soát lại");
    EXPECT_EQ(look(changed).rows[0].outcome, Row::dropped);
}

TEST_F(TaskImport, AnIdTwiceAndASourceWithoutANameAreRefused) {
    EXPECT_EQ(refusal([&] { look({two[0], two[0]}); }), "task_import.id_twice");
    const engine::TaskImport nameless{"", two, {}, "van-phong", "", {.trial = true}};
    EXPECT_EQ(refusal([&] {
                  province.engine.attempt([&](engine::Work& work) { engine::import_tasks(work, nameless); });
              }),
              "task_import.no_source");
}

}  // namespace
}  // namespace dondoc::test
