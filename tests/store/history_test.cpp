// SPDX-License-Identifier: Apache-2.0
#include "store/history.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <tuple>
#include <utility>

#include "store/schema.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using std::chrono::seconds;
using store::AssignmentAsOf;

constexpr sys_seconds start{seconds{1'700'000'000}};

class AssignmentHistory : public testing::Test {
  protected:
    AssignmentHistory() {
        for (const auto* code : {"A", "B"})
            store.agencies.put(Agency{code, "Cơ quan", {}, "province", {}, {}});
        store::Document document{{}, "UBND tỉnh", "1/KH", civil(2023, 5, 13), "Kế hoạch", "province"};
        document.id = store.plans.add(document, start);
        for (int i = 0; i < 20; ++i) {
            store::Task task;
            task.document = document.id;
            task.number = std::to_string(i + 1);
            tasks.push_back(store.plans.add(task));
        }
    }
    AgencyId agency(const char* code) { return store.agencies.find(code)->id; }
    store::Assignment give(sys_seconds at, std::optional<local_days> due = civil(2023, 12, 31)) {
        return store.assignments.add(tasks.at(given++), agency("A"), due, at);
    }
    std::vector<AssignmentAsOf> all_as_of(sys_seconds instant, int part = 1000) {
        std::vector<AssignmentAsOf> all;
        for (AssignmentId after;;) {
            const auto found = store.history.as_of(instant, after, part);
            all.insert(all.end(), found.begin(), found.end());
            if (found.size() < static_cast<std::size_t>(part)) return all;
            after = found.back().id;
        }
    }
    AssignmentAsOf now(const store::Assignment& a) {
        return {a.id,           a.task,         store.plans.task(a.task)->document,
                a.agency,       a.state,        a.due,
                a.original_due, a.completed_on, a.given_at,
                a.updated_at,   a.reworks,      a.progress};
    }

    TemporaryFolder folder;
    store::Store store{folder / "dondoc.db"};
    std::vector<TaskId> tasks;
    std::size_t given = 0;
};

TEST_F(AssignmentHistory, AChangeWritesTheAssignmentAndItsRow) {
    auto assignment = give(start);
    EXPECT_EQ(assignment.revision, 1);
    assignment.state = Workflow::InProgress;
    assignment.progress = 40;
    store.history.write(assignment, ChangeKind::Progress, "an", {"chi tiết"}, start + seconds{5});
    EXPECT_EQ(assignment.revision, 2);
    const auto read = store.assignments.get(assignment.id).value();
    EXPECT_EQ(read.state, Workflow::InProgress);
    EXPECT_EQ(read.revision, 2);
    EXPECT_EQ(read.updated_at, start + seconds{5});
    const auto changes = store.history.of(assignment.id);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, ChangeKind::Progress);
    EXPECT_EQ(changes[0].by, "an");
    EXPECT_EQ(changes[0].detail, "chi tiết");
    EXPECT_EQ(changes[0].progress, 40);
}

// What has not changed is left alone, where it would have to be written in indexes.
TEST_F(AssignmentHistory, WhicheverFieldChangesIsWritten) {
    auto assignment = give(start);
    const auto other = give(start);
    store::Person person;
    person.agency = agency("A");
    const auto responsible = store.persons.add(person, {"an", "an"});
    const std::vector<std::function<void(store::Assignment&)>> changes{
        [](auto& a) { a.state = Workflow::Reported; },
        [](auto& a) { a.due = civil(2024, 1, 31); },
        [](auto& a) { a.due = std::nullopt; },
        [](auto& a) { a.completed_on = civil(2024, 1, 30); },
        [](auto& a) { a.note = "ghi chú"; },
        [](auto& a) { a.original_due = civil(2024, 2, 1); },
        [](auto& a) { a.asked_due = civil(2024, 2, 2); },
        [](auto& a) { a.reworks = 2; },
        [](auto& a) { a.progress = 40; },
        [](auto& a) { a.progress = std::nullopt; },
        [&](auto& a) { a.transferred_from = other.id; },
        [&](auto& a) { a.responsible = responsible; },
        [](auto& a) { a.pressed = 3; },
        [](auto& a) { a.pressed_on = civil(2024, 2, 3); },
        [](auto&) {},
        [&](auto& a) {  // all at once, back to what it was
            auto as_given = other;
            std::swap(as_given, a);
            std::tie(a.id, a.task, a.revision) = std::tie(as_given.id, as_given.task, as_given.revision);
        }};
    auto at = start;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        changes[i](assignment);
        store.history.write(assignment, ChangeKind::Comment, "an", {}, at += seconds{1});
        EXPECT_EQ(assignment.updated_at, at);
        EXPECT_EQ(store.assignments.get(assignment.id), assignment) << i;
    }
    EXPECT_EQ(store.history.of(assignment.id).size(), changes.size());
    EXPECT_EQ(store.assignments.get(other.id), other);
}

TEST_F(AssignmentHistory, OfAnotherRevisionNothingIsWritten) {
    auto assignment = give(start);
    auto stale = assignment;
    store.history.write(assignment, ChangeKind::Start, "an", {}, start);
    EXPECT_THROW(store.history.write(stale, ChangeKind::Start, "an", {}, start), std::logic_error);
    EXPECT_EQ(store.history.of(assignment.id).size(), 1U);
}

TEST_F(AssignmentHistory, BeforeItWasGivenItIsNotThereAndThenAsItWasGiven) {
    auto assignment = give(start + seconds{10});
    const auto as_given = now(assignment);
    assignment.due = assignment.original_due = civil(2024, 1, 31);
    store.history.write(assignment, ChangeKind::Amend, "an", {}, start + seconds{20});
    EXPECT_TRUE(all_as_of(start + seconds{9}).empty());
    EXPECT_EQ(all_as_of(start + seconds{10}), std::vector{as_given});
    EXPECT_EQ(all_as_of(start + seconds{19}), std::vector{as_given});
    EXPECT_EQ(all_as_of(start + seconds{20}), std::vector{now(assignment)});
}

TEST_F(AssignmentHistory, TheLogIsFiltered) {
    auto one = give(start);
    auto other = give(start);
    store.history.write(one, ChangeKind::Start, "an", {}, start + seconds{1});
    store.history.write(other, ChangeKind::Start, "an", {}, start + seconds{2});
    store.history.write(one, ChangeKind::Comment, "an", {}, start + seconds{3});
    const auto log = [&](const std::function<void(store::ChangeFilter&)>& narrow) {
        store::ChangeFilter filter;
        narrow(filter);
        return store.history.log(filter);
    };
    EXPECT_EQ(log([](auto&) {}).size(), 3U);
    EXPECT_EQ(log([&](auto& filter) { filter.assignment = one.id; }).size(), 2U);
    EXPECT_EQ(log([&](auto& filter) { filter.task = other.task; }).size(), 1U);
    EXPECT_EQ(log([&](auto& filter) { filter.agency = agency("B"); }).size(), 0U);
    EXPECT_EQ(log([](auto& filter) { filter.kind = ChangeKind::Start; }).size(), 2U);
    EXPECT_EQ(log([](auto& filter) { filter.documents = {DocumentId{1}}; }).size(), 3U);
    EXPECT_EQ(log([](auto& filter) { filter.documents = {DocumentId{2}}; }).size(), 0U);
    EXPECT_EQ(log([](auto& filter) { filter.since = start + seconds{2}; }).size(), 2U);
    EXPECT_EQ(log([](auto& filter) { filter.before = start + seconds{2}; }).size(), 1U);
    EXPECT_EQ(log([](auto& filter) { filter.limit = 1; }).at(0).agency, "A");
    EXPECT_EQ(log([](auto& filter) { filter.offset = 1; }).at(0).change.assignment, other.id);
}

// Whatever happened, the past is what was recorded of it at the time.
TEST_F(AssignmentHistory, AsOfAnyInstantItIsWhatItWasThen) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const auto below = [&](int limit) { return std::uniform_int_distribution{0, limit - 1}(random); };
        TemporaryFolder place;
        store::Store own{place / "dondoc.db"};
        own.database.forgo_durability();
        own.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
        store::Document document{{}, "UBND tỉnh", "1/KH", civil(2023, 5, 13), "Kế hoạch", "province"};
        document.id = own.plans.add(document, start);
        std::map<AssignmentId, AssignmentAsOf> standing;
        std::map<sys_seconds, std::vector<AssignmentAsOf>> recorded;
        std::vector<store::Assignment> assignments;
        auto clock = start;
        for (int step = 0; step < 150; ++step) {
            clock += seconds{below(3)};
            if (assignments.empty() || below(8) == 0) {
                store::Task task;
                task.document = document.id;
                const auto due = below(3) == 0 ? std::nullopt : std::optional{civil(2023, 6, 1)};
                assignments.push_back(
                    own.assignments.add(own.plans.add(task), own.agencies.find("A")->id, due, clock));
            } else {
                auto& changed =
                    assignments[static_cast<std::size_t>(below(static_cast<int>(assignments.size())))];
                changed.state = static_cast<Workflow>(below(8));
                if (below(2) == 0) changed.due = civil(2023, 6, 1) + date::days{below(100)};
                if (below(4) == 0) changed.original_due = changed.due;
                changed.completed_on = below(2) == 0 ? std::nullopt : changed.due;
                changed.reworks += below(2);
                changed.progress = below(101);
                own.history.write(changed, ChangeKind::Progress, "an", {}, clock);
            }
            std::vector<AssignmentAsOf> all;
            for (const auto& a : assignments)
                all.push_back({a.id, a.task, document.id, a.agency, a.state, a.due, a.original_due,
                               a.completed_on, a.given_at, a.updated_at, a.reworks, a.progress});
            recorded[clock] = all;
        }
        for (const auto& [instant, expected] : recorded) {
            std::vector<AssignmentAsOf> found;
            for (AssignmentId after;;) {
                const auto part = own.history.as_of(instant, after, 4);
                if (part.empty()) break;
                found.insert(found.end(), part.begin(), part.end());
                after = part.back().id;
            }
            EXPECT_EQ(found, expected);
        }
    }
}

// Whatever assignments they are of: what is said with changes is appended, and only their index lies in the
// order of assignments.
TEST_F(AssignmentHistory, ChangesThatShareACommitWriteFewPages) {
    std::vector<store::Assignment> assignments;
    for (std::size_t i = 0; i < tasks.size(); ++i) assignments.push_back(give(start));
    int logged = 0;
    store.database.after_commits([&](int pages) { logged = pages; });
    int last = 0;
    for (int round = 1; round <= 30; ++round) {
        const int before = logged;
        store::Transaction transaction{store.database};
        for (auto& one : assignments)
            store.history.write(one, ChangeKind::Comment, "an", {std::string(300, 'a')},
                                start + seconds{round});
        transaction.commit();
        last = logged - before;
    }
    store.database.after_commits(nullptr);
    EXPECT_LE(last, 15);
}

// A file as version 2 wrote it: one that was told and completed, one that was never touched, one whose row
// was dropped before changes were told apart.
TEST(AssignmentHistoryMigration, WhatIsKnownOfThePastIsCarriedOver) {
    TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    {
        SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        raw.exec(store::migrations()[0]);
        raw.exec(store::migrations()[1]);
        raw.exec(R"sql(
            INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'Agency A', 'province');
            INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 1650000000, NULL);
            INSERT INTO task VALUES (1, 1, 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '',
                                     0, NULL, 0),
                                    (2, 1, 1, '2', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '',
                                     0, NULL, 0),
                                    (3, 1, 2, '3', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '',
                                     0, 1655000000, 0);
            INSERT INTO assignment (id, task_id, agency_id, state, due, completed_on, note)
            VALUES (1, 1, 1, 4, 19100, 19090, 'BC 1'), (2, 2, 1, 0, 19200, NULL, ''), (3, 3, 1, 7, NULL, NULL, '');
            INSERT INTO event VALUES (1, 1, 1, 1650000100, 1, x''), (2, 1, 2, 1650400000, 5, x'');
            INSERT INTO notice VALUES (1, 1), (1, 2);
            PRAGMA user_version = 2;
        )sql");
        raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
    }
    store::Store store{file};
    const auto instant = [](std::int64_t value) { return sys_seconds{seconds{value}}; };
    const auto completed = store.assignments.get({1}).value();
    EXPECT_EQ(completed.given_at, instant(1650000100));
    EXPECT_EQ(completed.updated_at, instant(1650400000));
    EXPECT_EQ(completed.original_due, completed.due);
    EXPECT_EQ(completed.revision, 2);
    EXPECT_EQ(completed.note, "BC 1");
    ASSERT_EQ(store.history.of({1}).size(), 1U);
    EXPECT_EQ(store.history.of({1})[0].kind, ChangeKind::CarriedOver);
    EXPECT_EQ(store.history.of({1})[0].state, Workflow::Completed);

    const auto untouched = store.assignments.get({2}).value();
    EXPECT_EQ(untouched.revision, 1);
    EXPECT_EQ(untouched.given_at, instant(1650000000));
    EXPECT_TRUE(store.history.of({2}).empty());
    EXPECT_EQ(store.assignments.get({3})->updated_at, instant(1655000000));

    const auto then = store.history.as_of(instant(1650300000), {}, 10);
    ASSERT_EQ(then.size(), 3U);
    EXPECT_EQ(then[0].state, Workflow::Assigned);
    EXPECT_EQ(then[1].due, local_days{date::days{19200}});
    EXPECT_EQ(store.history.as_of(instant(1650400000), {}, 1).at(0).state, Workflow::Completed);
}

}  // namespace
}  // namespace dondoc::test
