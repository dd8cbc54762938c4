// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>

#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

constexpr auto new_year = civil(2023, 1, 1);

store::TimelinessCounts without_zeros(store::TimelinessCounts counts) {
    std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
    return counts;
}

class Tallies : public testing::Test {
  protected:
    Tallies() {
        auto& db = store.database.handle();
        db.exec(
            "INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'A', 'province'), (2, 'B', 'B', "
            "'province'), (3, 'C', 'C', 'province')");
        db.exec(
            "INSERT INTO document (id, issuer, number, issued, title, level, imported_at, withdrawn_at) "
            "VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 0, NULL), "
            "(2, 'I', '2/KH', 19000, 'T', 'province', 0, NULL)");
        for (int task = 1; task <= 40; ++task)
            db.exec(
                "INSERT INTO task (id, document_id, ordinal, number, section, title, requirement, solution, "
                "deadline_text, deadline_kind, start, reason_key, reason_args, lead_text, cooperating_text, "
                "role_notes, source_table, source_line, search, decided, content, dropped_at, priority) "
                "VALUES (" +
                std::to_string(task) + ", " + std::to_string(1 + task % 2) +
                ", 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '', 0, NULL, 0)");
    }

    std::optional<local_days> some_day() {
        if (random() % 5 == 0) return std::nullopt;
        return new_year + date::days{static_cast<int>(random() % 30)};
    }

    // Looks at each assignment, by the rule itself.
    void expect_true(const store::Moment& moment) {
        std::map<AgencyId, store::TimelinessCounts> agencies;
        std::map<DocumentId, store::TimelinessCounts> documents;
        store::TimelinessCounts all;
        for (const auto& [id, assignment] : assignments) {
            const auto timeliness = dondoc::timeliness(assignment.term(), moment.today, moment.due_soon_days);
            ++agencies[assignment.agency][timeliness];
            ++documents[{1 + assignment.task.value % 2}][timeliness];
            ++all[timeliness];
        }
        EXPECT_EQ(without_zeros(store.tallies.all(moment)), all);
        for (const auto& [agency, counts] : agencies)
            EXPECT_EQ(without_zeros(store.tallies.of(agency, moment)), counts);
        for (const auto& [document, counts] : documents)
            EXPECT_EQ(without_zeros(store.tallies.of(document, moment)), counts);
        expect_lists_to_agree(moment, all);
        std::int64_t before = std::numeric_limits<std::int64_t>::max();
        for (const auto agency : store.tallies.pressing(moment)) {
            auto& counts = agencies[agency];
            EXPECT_GT(
                counts[Timeliness::Overdue] + counts[Timeliness::DueToday] + counts[Timeliness::DueSoon], 0);
            EXPECT_LE(counts[Timeliness::Overdue], before);
            before = counts[Timeliness::Overdue];
        }
    }

    // A list of one class finds as many as the tallies say, and so does the count that looks at each.
    void expect_lists_to_agree(const store::Moment& moment, const store::TimelinessCounts& all) {
        for (const auto& [timeliness, count] : all) {
            store::AssignmentFilter filter;
            filter.timeliness = {timeliness};
            filter.today = moment.today;
            filter.due_soon_days = moment.due_soon_days;
            EXPECT_EQ(static_cast<std::int64_t>(store.lists.all(filter).size()), count);
            EXPECT_EQ(store.tallies.count(filter), count);
        }
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    std::mt19937 random{20231231};
    std::map<AssignmentId, store::Assignment> assignments;
};

TEST_F(Tallies, AgreeWithALookAtEachAssignmentAfterAnyChanges) {
    for (int task = 1; task <= 40; ++task) {
        for (int agency = 1; agency <= 3; ++agency) {
            const auto due = some_day();
            const auto assignment = store.assignments.add({task}, {agency}, due, sys_seconds{});
            assignments[assignment.id] = assignment;
        }
    }
    for (int round = 0; round < 60; ++round) {
        store::Transaction transaction{store.database};
        for (int change = 0; change < 10; ++change) {
            auto& [id, assignment] =
                *std::next(assignments.begin(), static_cast<long>(random() % assignments.size()));
            assignment.state = static_cast<Workflow>(random() % 8);
            assignment.due = some_day();
            assignment.completed_on = assignment.state == Workflow::Completed
                                          ? std::optional{new_year + date::days{random() % 30}}
                                          : std::nullopt;
            store.history.write(assignment, ChangeKind::Start, "", {}, sys_seconds{});
        }
        transaction.commit();
        // The moment stands still for some rounds, as it does between two days.
        expect_true({new_year + date::days{round / 4}, 3 + round / 12});
    }
}

TEST_F(Tallies, DoNotSayWhatTheyDoNotKnow) {
    store::AssignmentFilter filter;
    filter.today = new_year;
    filter.waiting = true;
    EXPECT_FALSE(store.tallies.count(filter));
    filter = {};
    filter.today = new_year;
    filter.agency = AgencyId{1};
    filter.documents = {DocumentId{1}};
    EXPECT_FALSE(store.tallies.count(filter));
}

TEST_F(Tallies, TellNothingOfWhatWasRolledBack) {
    {
        store::Transaction transaction{store.database};
        store.assignments.add({1}, {1}, new_year, sys_seconds{});
    }
    EXPECT_TRUE(store.tallies.all({new_year, 7}).empty());
}

TEST_F(Tallies, WhatWasLookedAtInATransactionIsForgottenWithIt) {
    const store::Moment moment{new_year, 7};
    EXPECT_TRUE(store.tallies.pressing(moment).empty());
    {
        store::Transaction transaction{store.database};
        store.assignments.add({1}, {1}, new_year, sys_seconds{});
        EXPECT_EQ(store.tallies.pressing(moment), std::vector{AgencyId{1}});
    }
    EXPECT_TRUE(store.tallies.pressing(moment).empty());
    EXPECT_TRUE(without_zeros(store.tallies.of(AgencyId{1}, moment)).empty());
}

}  // namespace
}  // namespace dondoc::test
