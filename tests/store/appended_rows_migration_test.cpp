// SPDX-License-Identifier: Apache-2.0
// A file of which changes lay in the order of assignments, and requests in that of keys.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/old_file.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using testing::ElementsAre;

constexpr sys_seconds given_at{std::chrono::seconds{1'700'000'000}};

sys_seconds seconds_later(int seconds) {
    return given_at + std::chrono::seconds{seconds};
}

std::vector<std::string> lines_of_log(store::Store& store) {
    std::vector<std::string> lines;
    for (const auto& one : store.history.log({}))
        lines.push_back(std::to_string(one.change.assignment.value) + '/' +
                        std::to_string(one.change.revision) + ' ' + one.change.by + ' ' + one.change.detail);
    return lines;
}

TEST(AppendedRowsMigration, WhatWasChangedAndAskedIsThereInTheSameOrder) {
    const TemporaryFolder folder;
    const auto file = folder / "dondoc.db";
    const std::vector<std::string> log{"2/2 an b",   "1/2 an a",  "1/3 bình c",
                                       "2/3 bình d", "2/4 chi  ", "1/4 chi e"};
    {
        store::Store store{file};
        store.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
        store::Document document{{}, "UBND tỉnh", "1/KH", civil(2023, 5, 13), "Kế hoạch", "province"};
        document.id = store.plans.add(document, given_at);
        std::vector<store::Assignment> given;
        for (int i = 0; i < 2; ++i) {
            store::Task task;
            task.document = document.id;
            given.push_back(store.assignments.add(store.plans.add(task), store.agencies.find("A")->id,
                                                  civil(2023, 12, 31), given_at));
        }
        const auto change = [&](int which, const char* by, const char* detail, int at) {
            store.history.write(given.at(which), ChangeKind::Comment, by, {detail, detail},
                                seconds_later(at));
        };
        change(1, "an", "b", 1);
        change(0, "an", "a", 2);
        change(1, "bình", "d", 3);
        change(0, "bình", "c", 3);
        change(1, "chi", " ", 4);
        change(0, "chi", "e", 5);
        store.requests.add("key", "r2", {"digest", "two"}, seconds_later(9));
        store.requests.add("key", "r1", {"digest", "one"}, seconds_later(8));
        ASSERT_EQ(lines_of_log(store), log);
    }
    {
        SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE};
        put_back_to_version_29(raw);
    }
    store::Store store{file};
    EXPECT_EQ(lines_of_log(store), log);
    std::vector<std::string> said;
    for (const auto& change : store.history.of({2})) said.push_back(change.detail);
    EXPECT_THAT(said, ElementsAre("b", "d", " "));
    EXPECT_EQ(store.history.as_of(seconds_later(3), {}, 10).at(1).updated_at, seconds_later(3));
    EXPECT_EQ(store.requests.find("key", "r1")->reply, "one");
    EXPECT_EQ(store.requests.find("key", "r2")->reply, "two");
    store.requests.forget_before(seconds_later(9));
    EXPECT_FALSE(store.requests.find("key", "r1"));
    EXPECT_TRUE(store.requests.find("key", "r2"));
    store.change_texts.make_missing([](const std::string& detail) { return detail; });
    auto& db = store.database.handle();
    EXPECT_EQ(db.execAndGet("SELECT group_concat(words, ',') FROM assignment_change WHERE assignment_id = 1")
                  .getString(),
              "a,c,e");
    EXPECT_EQ(db.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    EXPECT_THROW(db.exec("UPDATE assignment_change SET revision = 2"), SQLite::Exception);
    EXPECT_THROW(db.exec("INSERT INTO request SELECT * FROM request"), SQLite::Exception);
}

}  // namespace
}  // namespace dondoc::test
