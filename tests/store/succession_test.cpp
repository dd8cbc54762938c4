// SPDX-License-Identifier: Apache-2.0
#include "store/succession.h"

#include <gtest/gtest.h>

#include "store/schema.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

constexpr auto first_of_july = civil(2025, 7, 1);

// A file as the version before agencies had a past wrote it.
TEST(SuccessionMigration, AgenciesTheirAliasesAndTheirWorkStay) {
    TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        for (int version = 0; version < 4; ++version) raw.exec(store::migrations()[version]);
        raw.exec(R"sql(
            INSERT INTO agency (id, code, name, level, valid_to) VALUES (1, 'A', 'Agency A', 'district', 20269);
            INSERT INTO agency_alias VALUES (1, 0, 'AA');
            INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 1650000000, NULL);
            INSERT INTO task VALUES (1, 1, 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '',
                                     0, NULL, 0);
            INSERT INTO assignment (id, task_id, agency_id, state, due) VALUES (1, 1, 1, 2, 19100);
            PRAGMA user_version = 4;
        )sql");
        raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
    }
    store::Store store{file};
    EXPECT_EQ(store.agencies.read("A"),
              (Agency{"A", "Agency A", {"AA"}, "district", {}, civil(2025, 6, 30)}));
    EXPECT_EQ(store.assignments.get({1})->state, Workflow::InProgress);
    EXPECT_EQ(store.successions.open_of({1}), std::vector{AssignmentId{1}});
    EXPECT_TRUE(store.successions.all().empty());
}

class SuccessionStore : public testing::Test {
  protected:
    SuccessionStore() {
        for (const auto* code : {"A", "B", "C", "D"})
            store.agencies.put(Agency{code, "Cơ quan", {}, "province", {}, {}});
    }
    AgencyId id(const char* code) { return store.agencies.find(code)->id; }
    void add(SuccessionKind kind, local_days on, std::vector<AgencyId> from, std::vector<AgencyId> to) {
        store.successions.add({{}, kind, on, "15/NQ", std::move(from), std::move(to), "an", {}});
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
};

TEST_F(SuccessionStore, AFormerCodeFindsTheAgencyUntilAnotherHasIt) {
    store.agencies.rename(id("A"), "A2", "Tên mới", first_of_july);
    EXPECT_EQ(store.agencies.find("A")->code, "A2");
    EXPECT_EQ(store.agencies.load().agencies[0].former,
              (std::vector<FormerName>{{first_of_july - date::days{1}, "A", "Cơ quan"}}));
    store.agencies.rename(id("B"), "A", "Cơ quan khác", first_of_july);
    EXPECT_EQ(store.agencies.find("A")->name, "Cơ quan khác");
}

TEST_F(SuccessionStore, ASoleSuccessorAnswersAlsoForWhatItsOwnSuccessorTookOver) {
    add(SuccessionKind::Merge, first_of_july, {id("A"), id("B")}, {id("B")});
    add(SuccessionKind::Merge, first_of_july + date::days{100}, {id("B")}, {id("C")});
    const auto restated = store.successions.restatement(first_of_july + date::days{200});
    EXPECT_EQ(restated.of({1}, id("A")), id("C"));
    EXPECT_EQ(restated.of({1}, id("D")), id("D"));
    EXPECT_EQ(store.successions.restatement(first_of_july).of({1}, id("A")), id("B"));
}

TEST_F(SuccessionStore, AnAgencyThatComesBackIsNotGoneRoundInCircles) {
    add(SuccessionKind::Merge, first_of_july, {id("A")}, {id("B")});
    add(SuccessionKind::Merge, first_of_july + date::days{100}, {id("B")}, {id("A")});
    EXPECT_EQ(store.successions.restatement(first_of_july + date::days{200}).of({1}, id("A")), id("A"));
    EXPECT_FALSE(store.successions.ended_by(id("A")));
    EXPECT_TRUE(store.successions.ended_by(id("B")));
}

TEST_F(SuccessionStore, WhatWasSplitStaysWithItUnlessItWasHandedOver) {
    add(SuccessionKind::Split, first_of_july, {id("A")}, {id("B"), id("C")});
    const auto restated = store.successions.restatement(first_of_july);
    EXPECT_EQ(restated.of({1}, id("A")), id("A"));
}

}  // namespace
}  // namespace dondoc::test
