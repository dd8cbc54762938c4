// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

#include "store/checkpointing.h"
#include "store/old_file.h"
#include "store/store.h"
#include "store/while_unchanged.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

std::string refusal_to_open(const std::filesystem::path& file) {
    try {
        store::Database database{file};
    } catch (const UserError& error) {
        return error.message().key;
    }
    return "";
}

class DatabaseFile : public testing::Test {
  protected:
    TemporaryFolder folder;
    std::filesystem::path file = folder / "dondoc.db";
};

TEST_F(DatabaseFile, ANewFileGetsTheNewestSchema) {
    store::Database database{file};
    EXPECT_EQ(database.schema_version(), static_cast<int>(store::migrations().size()));
}

TEST_F(DatabaseFile, AFileOfANewerVersionIsRefusedAndLeftAsItIs) {
    { store::Database database{file}; }
    { SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = 999"); }
    EXPECT_EQ(refusal_to_open(file), "storage.newer");
    SQLite::Database raw{file.string()};
    EXPECT_EQ(raw.execAndGet("PRAGMA user_version").getInt(), 999);
}

TEST_F(DatabaseFile, MemoryIsGivenBackAndWhatWasInItIsReadAgain) {
    store::Store store{file};
    const std::string value(2000, 'x');
    {
        store::Transaction transaction{store.database};
        for (int i = 0; i < 1000; ++i) store.settings.set("s" + std::to_string(i), value);
        transaction.commit();
    }
    const auto remembered = [&] {
        int bytes = 0, most = 0;
        sqlite3_db_status(store.database.handle().getHandle(), SQLITE_DBSTATUS_CACHE_USED, &bytes, &most, 0);
        return bytes;
    };
    EXPECT_GT(remembered(), 2'000'000);
    store.database.release_memory();
    EXPECT_LT(remembered(), 200'000);
    EXPECT_EQ(store.settings.get("s999"), value);
}

// A file as version 1 wrote it, with one overdue notice told, one reminder skipped, and a listener.
void write_version_1(const std::filesystem::path& file) {
    auto raw = make_file_of_version(file, 1);
    raw.exec(R"sql(
        INSERT INTO agency (id, code, name, level) VALUES (1, 'A', 'Agency A', 'province'),
                                                          (2, 'OFFICE', 'Office', 'province');
        INSERT INTO document VALUES (1, 'I', '1/KH', 19000, 'T', 'province', 0, NULL);
        INSERT INTO task VALUES (1, 1, 0, '1', '', 'T', '', '', '', 'date', NULL, '', '', '', '', '', 0, 0, '', '', 0,
                                 NULL);
        INSERT INTO assignment (id, task_id, agency_id, state, due) VALUES (1, 1, 1, 0, 19100);
        INSERT INTO alarm VALUES (1, 1650500000, 1, '+8d');
        INSERT INTO event VALUES (1, 1, 1, 1650400000, 3, x''), (2, 2, 1, 1650400000, 4, x'');
        INSERT INTO alert VALUES (1, 19100, '-7d', 1650400000, NULL), (1, 19100, '+1d', 1650400000, 1),
                                 (1, 19100, '^1d', 1650400000, 2);
        INSERT INTO cursor VALUES (1, 'default', 1, 1650400001);
    )sql");
    raw.exec("PRAGMA application_id = " + std::to_string(store::application_id));
}

TEST_F(DatabaseFile, AFileOfVersion1KeepsWhatWasToldToWhomAndACopyIsKept) {
    write_version_1(file);
    store::Store store{file};
    EXPECT_EQ(store.database.schema_version(), static_cast<int>(store::migrations().size()));
    auto& db = store.database.handle();
    EXPECT_EQ(db.execAndGet("SELECT group_concat(step || recipient_id, ' ') FROM "
                            "(SELECT * FROM alert ORDER BY step)")
                  .getString(),
              "+1d1 -7d1 ^1d2");
    EXPECT_TRUE(store.alarms.was_carried_out({1}, local_days{date::days{19100}}, "-7d"));
    EXPECT_EQ(store.alarms.moment_of({1}), sys_seconds{std::chrono::seconds{1650500000}});
    EXPECT_EQ(db.execAndGet("SELECT delivered FROM agency WHERE code = 'A'").getInt(), 1);
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt(), 0);
    const auto copies =
        std::ranges::count_if(std::filesystem::directory_iterator{folder.path()}, [](const auto& entry) {
            return entry.path().filename().string().find(".before-") != std::string::npos;
        });
    EXPECT_EQ(copies, 1);
}

TEST_F(DatabaseFile, WhoWatchesIsToldNowAndThenOfOneLongTransaction) {
    store::Store store{file};
    int told = 0;
    store.database.while_working([&] { ++told; });
    store::Transaction transaction{store.database};
    for (int i = 0; i < 20'000; ++i) store.settings.set("a", std::to_string(i));
    EXPECT_GT(told, 1);
    store.database.while_working(nullptr);
    const int before = told;
    for (int i = 0; i < 20'000; ++i) store.settings.set("a", std::to_string(i));
    EXPECT_EQ(told, before);
}

TEST_F(DatabaseFile, WhatWasReadHoldsWhileNothingIsWritten) {
    store::Store store{file};
    store::WhileUnchanged<std::optional<std::string>> value;
    int reads = 0;
    const auto get = [&] {
        return value.get(store.database, [&] {
            ++reads;
            return store.settings.get("a");
        });
    };
    const auto set = [&](const std::string& to, bool kept) {
        store::Transaction transaction{store.database};
        store.settings.set("a", to);
        if (kept) transaction.commit();
    };
    EXPECT_EQ(get(), std::nullopt);
    EXPECT_EQ(get(), std::nullopt);
    EXPECT_EQ(reads, 1);
    set("one", true);
    EXPECT_EQ(get(), "one");
    set("two", false);
    EXPECT_EQ(get(), "one");
    value.forget();
    EXPECT_EQ(get(), "one");
    EXPECT_EQ(get(), "one");
    EXPECT_EQ(reads, 4);
}

TEST_F(DatabaseFile, AFileOfVersion2KeepsEveryEvent) {
    write_version_1(file);
    {
        SQLite::Database raw{file.string(), SQLite::OPEN_READWRITE};
        raw.exec(store::migrations()[1]);
        raw.exec("UPDATE agency SET head = 1; UPDATE event SET body = 'content'; PRAGMA user_version = 2");
    }
    store::Store store{file};
    EXPECT_EQ(store.retention.first_kept({1}).value, 1);
    EXPECT_EQ(store.inbox.read({1}, {}, 10).at(0).body, "content");
    EXPECT_EQ(store.inbox.acknowledged({1}, "default").value, 1);
}

TEST_F(DatabaseFile, AFileOfAnotherProgramIsRefused) {
    {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
            "CREATE TABLE t (x)");
    }
    EXPECT_EQ(refusal_to_open(file), "storage.foreign");
    const auto text = folder / "text.db";
    std::ofstream{text} << std::string(5000, 'x');
    EXPECT_EQ(refusal_to_open(text), "storage.foreign");
}

TEST_F(DatabaseFile, WhatIsNotCommittedIsNotThere) {
    store::Store store{file};
    {
        store::Transaction transaction{store.database};
        store.settings.set("name", "value");
    }
    EXPECT_FALSE(store.settings.get("name"));
    {
        store::Transaction transaction{store.database};
        store.settings.set("name", "value");
        transaction.commit();
    }
    EXPECT_EQ(store.settings.get("name"), "value");
}

TEST_F(DatabaseFile, WhileCheckpointsAreDeferredOnlyTheLogGrows) {
    store::Store store{file};
    const auto write_20_megabytes = [&](const std::string& name) {
        for (int i = 0; i < 20; ++i) {
            store::Transaction transaction{store.database};
            store.settings.set(name + std::to_string(i), std::string(1'000'000, 'x'));
            transaction.commit();
        }
    };
    store.database.defer_checkpoints(true);
    write_20_megabytes("deferred");
    EXPECT_LT(std::filesystem::file_size(file), 10'000'000U);
    store.database.defer_checkpoints(false);
    EXPECT_GT(std::filesystem::file_size(file), 20'000'000U);
    write_20_megabytes("as ever");
    EXPECT_GT(std::filesystem::file_size(file), 30'000'000U);
}

// Pages of the size that large batches write, commit after commit.
void write_megabytes(store::Store& store, int count, const std::string& name) {
    for (int i = 0; i < count; ++i) {
        store::Transaction transaction{store.database};
        store.settings.set(name + std::to_string(i), std::string(1'000'000, 'x'));
        transaction.commit();
    }
}

// What a thread does is waited for, and within this.
bool soon(const std::function<bool()>& is_so) {
    for (int i = 0; i < 1000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return is_so();
}

TEST_F(DatabaseFile, TheLogIsWrittenBackWhileNobodyCommits) {
    store::Store store{file};
    const store::Checkpointing checkpointing{store.database};
    write_megabytes(store, 20, "first");
    EXPECT_TRUE(soon([&] { return std::filesystem::file_size(file) > 15'000'000U; }));
}

// The head of a log says which one it is.
std::string head_of_log(const std::filesystem::path& file) {
    std::string head(32, '\0');
    std::ifstream{file.string() + "-wal", std::ios::binary}.read(head.data(), 32);
    return head;
}

TEST_F(DatabaseFile, TheLogBeginsAnewThoughItIsWrittenBackByAnother) {
    int small = 0;
    {
        store::Store store{file};
        const store::Checkpointing checkpointing{store.database};
        for (int round = 0; round < 3; ++round) {
            const auto head = head_of_log(file);
            write_megabytes(store, 20, "part" + std::to_string(round) + ".");
            // Each says something else: what changes nothing is not logged.
            EXPECT_TRUE(soon([&] {
                store::Transaction transaction{store.database};
                store.settings.set("small", std::to_string(++small));
                transaction.commit();
                return head_of_log(file) != head;
            }));
        }
    }
    EXPECT_EQ(SQLite::Database(file.string()).execAndGet("PRAGMA integrity_check").getString(), "ok");
    store::Store again{file};
    EXPECT_EQ(again.settings.get("small"), std::to_string(small));
    EXPECT_EQ(again.settings.get("part2.19"), std::string(1'000'000, 'x'));
}

TEST_F(DatabaseFile, WithoutTheThreadTheConnectionWritesItsLogBackAgain) {
    store::Store store{file};
    { const store::Checkpointing checkpointing{store.database}; }
    write_megabytes(store, 20, "first");
    EXPECT_GT(std::filesystem::file_size(file), 10'000'000U);
}

TEST_F(DatabaseFile, ALogThatWasDeletedIsMadeAnewBesideTheThread) {
    store::Store store{file};
    const store::Checkpointing checkpointing{store.database};
    write_megabytes(store, 20, "first");
    std::filesystem::remove(file.string() + "-wal");
    write_megabytes(store, 20, "second");
    EXPECT_TRUE(std::filesystem::exists(file.string() + "-wal"));
    EXPECT_EQ(store.settings.get("first19"), std::string(1'000'000, 'x'));
    EXPECT_EQ(store.database.handle().execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(DatabaseFile, AFullFileIsReportedAsAFullDiskAndNothingIsHalfWritten) {
    store::Store store{file};
    const auto pages = store.database.handle().execAndGet("PRAGMA page_count").getInt();
    store.database.handle().exec("PRAGMA max_page_count = " + std::to_string(pages));
    std::string refused;
    try {
        store::Transaction transaction{store.database};
        store.settings.set("small", "written before");
        store.settings.set("large", std::string(100'000, 'x'));
        transaction.commit();
    } catch (const UserError& error) {
        refused = error.message().key;
    }
    EXPECT_EQ(refused, "storage.full");
    EXPECT_FALSE(store.settings.get("small"));
}

TEST_F(DatabaseFile, NumbersOfARolledBackTransactionAreGivenAgain) {
    store::Store store{file};
    store.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
    const auto agency = store.agencies.find("A")->id;
    const auto append = [&](bool commit) {
        store::Transaction transaction{store.database};
        store::EventWriter writer{store.inbox, sys_seconds{}};
        const auto slot = writer.next(agency);
        writer.append({slot.id, agency, slot.number, "body"}, 1);
        writer.finish();
        if (commit) transaction.commit();
        return slot.number.value;
    };
    EXPECT_EQ(append(true), 1);
    EXPECT_EQ(append(false), 2);
    EXPECT_EQ(append(true), 2);
    EXPECT_EQ(store.inbox.head(agency).value, 2);
    EXPECT_EQ(store.inbox.read(agency, {}, 10).size(), 2U);
}

TEST_F(DatabaseFile, AnAcknowledgementNeverMovesBack) {
    store::Store store{file};
    store.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
    const auto agency = store.agencies.find("A")->id;
    store.inbox.acknowledge(agency, "pc", {7}, {7}, sys_seconds{});
    store.inbox.acknowledge(agency, "pc", {3}, {3}, sys_seconds{});
    EXPECT_EQ(store.inbox.acknowledged(agency, "pc").value, 7);
}

}  // namespace
}  // namespace dondoc::test
