// SPDX-License-Identifier: Apache-2.0
// A file from before containers has tasks that are nobody's children.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/old_file.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

void write_childless_file(const std::filesystem::path& file) {
    auto raw = make_file_of_version(file, 8);
    raw.exec(R"sql(
        INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'A', 'province');
        INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 0, NULL);
        INSERT INTO task VALUES (1, 1, 0, '4', '', 'T', '', '', '', 'as_assigned', NULL, '', '', '', '', '', 0, 0, '',
                                 '', 0, NULL, 0),
                                (2, 1, 1, '4.1', '', 'U', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '',
                                 0, NULL, 1);
        INSERT INTO task_due VALUES (2, 19100);
        INSERT INTO assignment (id, task_id, agency_id, state, due, given_due, original_due, given_at, revision)
        VALUES (5, 1, 1, 0, NULL, NULL, NULL, 1640000000, 1), (6, 2, 1, 2, 19100, 19100, 19100, 1640000000, 2);
        INSERT INTO assignment_change VALUES (6, 2, 1650000000, 'start', 'a', 2, 19100, 19100, NULL, NULL, 0, x'');
    )sql");
    raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
}

TEST(ChildrenMigration, EveryTaskIsKeptAndIsNobodysChild) {
    TemporaryFolder folder;
    write_childless_file(folder / "dondoc.db");
    store::Store store{folder / "dondoc.db"};
    EXPECT_EQ(store.plans.task({2})->priority, Priority::Urgent);
    EXPECT_EQ(store.parents.of({2}), std::nullopt);
    EXPECT_EQ(store.parents.count({1}), 0);
    EXPECT_EQ(store.assignments.get({6})->state, Workflow::InProgress);
    auto& db = store.database.handle();
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    EXPECT_EQ(db.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST(ChildrenMigration, ChildrenStandAsTheyStoodAtAnyInstant) {
    TemporaryFolder folder;
    write_childless_file(folder / "dondoc.db");
    const auto instant = [](std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; };
    store::Store store{folder / "dondoc.db"};
    store.parents.set({2}, {instant(1'645'000'000), TaskId{1}, "a", ""});
    store.parents.set({2}, {instant(1'660'000'000), std::nullopt, "a", "nhầm"});
    const auto states = [&](std::int64_t seconds) {
        std::vector<Workflow> found;
        for (const auto& child : store.parents.list({1}, instant(seconds)))
            for (const auto& part : child.child.parts) found.push_back(part.state);
        return found;
    };
    using testing::ElementsAre;
    EXPECT_THAT(states(1'644'999'999), ElementsAre());
    EXPECT_THAT(states(1'645'000'000), ElementsAre(Workflow::Assigned));
    EXPECT_THAT(states(1'650'000'000), ElementsAre(Workflow::InProgress));
    EXPECT_THAT(states(1'660'000'000), ElementsAre());
    EXPECT_TRUE(store.parents.list({1}).empty());
    EXPECT_EQ(store.parents.history({2}).size(), 2U);
}

}  // namespace
}  // namespace dondoc::test
