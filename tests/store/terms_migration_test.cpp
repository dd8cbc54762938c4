// SPDX-License-Identifier: Apache-2.0
// A file from before recurring terms had an assignment for each occurrence.
#include <gtest/gtest.h>

#include "domain/recurrence.h"
#include "store/old_file.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

void write_termless_file(const std::filesystem::path& file) {
    auto raw = make_file_of_version(file, 4);
    raw.exec(R"sql(
        INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'A', 'province'), (2, 'B', 'B', 'province');
        INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 0, NULL);
        INSERT INTO task VALUES (1, 1, 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '', 0,
                                 NULL, 0),
                                (2, 1, 1, '2', '', 'U', '', '', '', 'recurring', NULL, '', '', '', '', '', 0, 0, '', '',
                                 0, NULL, 0);
        INSERT INTO task_due VALUES (1, 19100), (2, 19100), (2, 19200);
        INSERT INTO assignment (id, task_id, agency_id, state, due, given_due, original_due, given_at, revision,
                                completed_on, reworks, progress)
        VALUES (5, 1, 1, 4, 19120, 19100, 19100, 1640000000, 3, 19110, 2, 100),
               (6, 2, 1, 0, 19100, 19100, 19100, 1640000000, 1, NULL, 0, NULL),
               (7, 2, 2, 7, 19100, 19100, 19100, 1640000000, 2, NULL, 0, NULL),
               (8, 1, 2, 4, NULL, NULL, NULL, 1640000000, 2, 19110, 0, NULL);
        INSERT INTO assignment_change VALUES (5, 2, 1650000000, 'report', 'a', 3, 19120, 19100, 19110, 100, 2, x''),
                                             (7, 2, 1650000000, 'cancel', 'a', 7, 19100, 19100, NULL, NULL, 0, x'');
        INSERT INTO alarm VALUES (6, 1650500000, 1, '-7d', NULL);
        INSERT INTO alert VALUES (6, 19100, '-15d', 1650400000, 1, NULL);
    )sql");
    raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
}

class TermsMigration : public testing::Test {
  protected:
    void SetUp() override { write_termless_file(folder / "dondoc.db"); }
    TemporaryFolder folder;
};

TEST_F(TermsMigration, WhatRecursIsToBeReadOnceMore) {
    store::Store store{folder / "dondoc.db"};
    const auto unsettled = store.plans.unsettled(10);
    ASSERT_EQ(unsettled.size(), 1U);
    EXPECT_EQ(unsettled[0], TaskId{2});
    EXPECT_EQ(std::get<Recurring>(store.plans.task({2})->deadline.term).repetition, Repetition{});
    store.plans.settle({2}, {{{6, 15, true}}, {}});
    EXPECT_TRUE(store.plans.unsettled(10).empty());
    EXPECT_EQ(std::get<Recurring>(store.plans.task({2})->deadline.term).repetition,
              (Repetition{{{6, 15, true}}, {}}));
    EXPECT_EQ(store.plans.task({1})->deadline.hour, std::nullopt);
}

TEST_F(TermsMigration, EveryAssignmentIsKeptWithAllThatHangsOnIt) {
    store::Store store{folder / "dondoc.db"};
    auto& db = store.database.handle();
    const auto completed = store.assignments.get({5}).value();
    EXPECT_EQ(completed.state, Workflow::Completed);
    EXPECT_EQ(completed.due, local_days{date::days{19120}});
    EXPECT_EQ(completed.original_due, local_days{date::days{19100}});
    EXPECT_EQ(completed.reworks, 2);
    EXPECT_EQ(completed.progress, 100);
    EXPECT_EQ(completed.revision, 3);
    EXPECT_EQ(completed.occurrence, std::nullopt);
    EXPECT_EQ(store.history.of({5}).size(), 1U);
    EXPECT_EQ(store.alarms.planned_for({2}).size(), 1U);
    EXPECT_EQ(store.alarms.carried_out({6}, local_days{date::days{19100}}).size(), 1U);
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    EXPECT_EQ(db.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(db.execAndGet("PRAGMA foreign_keys").getInt(), 1);
    EXPECT_EQ(db.execAndGet("SELECT count FROM tally WHERE scope = 0 AND standing = 4").getInt(), 1);
}

TEST_F(TermsMigration, TheNextOccurrenceOfWhatWasNotTakenBackIsOpened) {
    store::Store store{folder / "dondoc.db"};
    const local_days first{date::days{19100}};
    EXPECT_EQ(store.assignments.get({6})->occurrence, first);
    const auto openings = store.openings.due(sys_seconds::max(), 10);
    ASSERT_EQ(openings.size(), 1U);
    EXPECT_EQ(openings[0].after, AssignmentId{6});
    EXPECT_EQ(openings[0].at, opening_moment(first, {}));
}

TEST_F(TermsMigration, WhatWasCompletedWithoutATermIsCountedAsThat) {
    store::Store store{folder / "dondoc.db"};
    const store::Moment moment{local_days{date::days{19100}}, 7};
    const auto agency = store.tallies.of(AgencyId{2}, moment);
    EXPECT_EQ(agency,
              (store::TimelinessCounts{{Timeliness::Withdrawn, 1}, {Timeliness::CompletedNoDeadline, 1}}));
    EXPECT_EQ(store.tallies.all(moment).at(Timeliness::CompletedNoDeadline), 1);
    EXPECT_EQ(store.tallies.of(DocumentId{1}, moment).at(Timeliness::CompletedNoDeadline), 1);
}

TEST_F(TermsMigration, CountsGoOnAndAnOccurrenceIsThereOnce) {
    store::Store store{folder / "dondoc.db"};
    const local_days second{date::days{19200}};
    store.assignments.add({2}, {1}, second, sys_seconds{}, second);
    const auto counts = store.tallies.of(AgencyId{1}, {second - date::days{50}, 7});
    EXPECT_EQ(counts.at(Timeliness::InTime), 1);
    EXPECT_EQ(counts.at(Timeliness::Overdue), 1);
    EXPECT_THROW(store.assignments.add({2}, {1}, second, sys_seconds{}, second), SQLite::Exception);
    EXPECT_EQ(store.assignments.newest_occurrence({2}, {1}), second);
}

}  // namespace
}  // namespace dondoc::test
