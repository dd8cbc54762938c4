// SPDX-License-Identifier: Apache-2.0
#include "store/live_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "domain/message.h"
#include "store/database.h"
#include "store/restore.h"
#include "support/temporary_folder.h"

namespace dondoc::store {
namespace {

sys_seconds minute(int count) {
    return parse_instant("2025-07-09T08:00").value() + std::chrono::minutes{count};
}

class LiveCopiesTest : public testing::Test {
  protected:
    LiveCopiesTest() : database{folder / "dondoc.db"} {
        database.handle().exec("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)");
        fill(1, 5'000);
    }
    void fill(int from, int to) {
        Transaction transaction{database};
        for (int i = from; i <= to; ++i)
            database.handle().exec("INSERT OR REPLACE INTO filler VALUES (" + std::to_string(i) + ", '" +
                                   std::string(60, static_cast<char>('a' + (i + to) % 26)) + "')");
        transaction.commit();
    }
    LiveCopies::Refreshed refresh(int at) { return copies.refresh(folder / "dondoc.db", minute(at), {}); }
    std::int64_t rows_of(const std::filesystem::path& file) const {
        SQLite::Database copy{"file:" + file.string() + "?immutable=1",
                              SQLite::OPEN_READONLY | SQLite::OPEN_URI};
        return copy.execAndGet("SELECT count(*) FROM filler").getInt64();
    }
    std::filesystem::path taken() const {
        fetch_copy(folder / "live", newest_copy(folder / "live").value(), folder / "taken.db");
        return folder / "taken.db";
    }

    test::TemporaryFolder folder;
    Database database;
    LiveCopies copies{folder / "live"};
};

TEST_F(LiveCopiesTest, WriteWhatHasChangedOnly) {
    const auto whole = refresh(0);
    EXPECT_EQ(whole.written, whole.pages);
    EXPECT_EQ(refresh(5).written, whole.pages) << "the second of the two";
    EXPECT_LE(refresh(10).written, 2U) << "page 1 counts changes";
    fill(5'001, 5'050);
    const auto changed = refresh(15);
    EXPECT_GE(changed.written, 1U);
    EXPECT_LT(changed.written, 20U) << "of " << changed.pages;
    EXPECT_EQ(rows_of(taken()), 5'050);
}

TEST_F(LiveCopiesTest, ShrinkWithTheDatabase) {
    refresh(0);
    const auto before = refresh(5).pages;
    database.handle().exec("DELETE FROM filler WHERE id > 100");
    database.handle().exec("VACUUM");
    const auto after = refresh(10);
    EXPECT_LT(after.pages, before);
    EXPECT_EQ(std::filesystem::file_size(folder / "live" / after.copy.file),
              after.pages * PageSink::page_bytes);
    EXPECT_EQ(rows_of(taken()), 100);
}

TEST_F(LiveCopiesTest, ADaemonThatComesAgainGoesOnWithWhatIsThere) {
    refresh(0);
    refresh(5);
    LiveCopies again{folder / "live"};
    EXPECT_LE(again.refresh(folder / "dondoc.db", minute(10), {}).written, 2U);
}

TEST_F(LiveCopiesTest, WhatIsBegunAndNotFinishedLeavesTheOtherWhole) {
    const auto older = refresh(0).copy;
    const auto good = refresh(5).copy;
    ASSERT_NE(older.file, good.file);
    {  // killed while the older one was written
        std::fstream file{folder / "live" / older.file, std::ios::in | std::ios::out | std::ios::binary};
        file << std::string(100'000, 'x');
    }
    EXPECT_EQ(newest_copy(folder / "live"), good);
    EXPECT_EQ(rows_of(taken()), 5'000);
    LiveCopies again{folder / "live"};
    EXPECT_EQ(again.refresh(folder / "dondoc.db", minute(10), {}).copy.file, older.file);
    EXPECT_EQ(rows_of(taken()), 5'000);
}

TEST_F(LiveCopiesTest, AnEndThatIsAskedForChangesNothing) {
    const auto good = refresh(0).copy;
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(copies.refresh(folder / "dondoc.db", minute(5), stop.get_token()), UserError);
    EXPECT_EQ(newest_copy(folder / "live"), good);
    EXPECT_EQ(refresh(10).copy.made, minute(10));
    EXPECT_EQ(rows_of(taken()), 5'000);
}

TEST_F(LiveCopiesTest, ASecondMachineTakesWhatIsNewerAndKeepsItsOwnWhenThatIsTorn) {
    std::filesystem::create_directories(folder / "standby");
    EXPECT_FALSE(renew_copy(folder / "live", folder / "standby")) << "there is none yet";
    refresh(0);
    EXPECT_TRUE(renew_copy(folder / "live", folder / "standby"));
    EXPECT_FALSE(renew_copy(folder / "live", folder / "standby")) << "it is here already";
    fill(5'001, 5'010);
    const auto newer = refresh(5).copy;
    std::filesystem::resize_file(folder / "live" / newer.file, 4096);
    EXPECT_THROW(renew_copy(folder / "live", folder / "standby"), UserError);
    EXPECT_EQ(newest_copy(folder / "standby")->made, minute(0));
    EXPECT_EQ(rows_of(folder / "standby" / newest_copy(folder / "standby")->file), 5'000);
}

TEST_F(LiveCopiesTest, ATornCopyIsNotTaken) {
    const auto copy = refresh(0).copy;
    {
        std::fstream file{folder / "live" / copy.file, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(8 * 4096 + 100);
        file << "x";
    }
    try {
        taken();
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "standby.torn");
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "taken.db"));
}

TEST_F(LiveCopiesTest, ANoteThatSaysNothingIsRefusedAndNoneIsNone) {
    EXPECT_FALSE(newest_copy(folder / "live"));
    std::filesystem::create_directories(folder / "live");
    for (const auto* text : {"", "file ../../etc/passwd\nmade 2025-07-09T08:00:00+07:00\ndigest 00\n",
                             "file dondoc-copy-1.db\n"}) {
        std::ofstream{folder / "live/dondoc-copy.txt"} << text;
        EXPECT_THROW(newest_copy(folder / "live"), UserError) << text;
    }
}

TEST_F(LiveCopiesTest, WhoHasTakenOverIsKnownToAll) {
    refresh(0);
    EXPECT_FALSE(taken_over(folder / "live"));
    note_taken_over(folder / "live", {"L2", minute(7)});
    EXPECT_EQ(taken_over(folder / "live")->lineage, "L2");
    EXPECT_EQ(taken_over(folder / "live")->at, minute(7));
}

TEST_F(LiveCopiesTest, ACopyIsRestoredAsAnyBackup) {
    refresh(0);
    std::filesystem::create_directories(folder / "other");
    const auto restored = restore(taken(), folder / "other/dondoc.db", minute(9));
    EXPECT_FALSE(restored.lineage.empty());
}

}  // namespace
}  // namespace dondoc::store
