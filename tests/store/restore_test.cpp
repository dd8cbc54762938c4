// SPDX-License-Identifier: Apache-2.0
// Backups, restores and lineages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "store/backup.h"
#include "store/check.h"
#include "store/damage.h"
#include "store/restore.h"
#include "store/schema.h"
#include "store/store.h"
#include "support/refusal.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

// Writes events into one inbox, each its own transaction.
void tell(store::Store& store, int count, const std::string& code = "A") {
    if (!store.agencies.find(code)) store.agencies.put(Agency{code, "Cơ quan", {}, "province", {}, {}});
    const auto agency = store.agencies.find(code)->id;
    for (int i = 0; i < count; ++i) {
        store::Transaction transaction{store.database};
        store::EventWriter writer{store.inbox, sys_seconds{}};
        const auto slot = writer.next(agency);
        writer.append({slot.id, agency, slot.number, "body"}, 1);
        writer.finish();
        transaction.commit();
    }
}

class BackupAndRestore : public testing::Test {
  protected:
    std::filesystem::path back_up(const std::string& name) {
        return store::back_up(file, folder / name, {}).file;
    }
    store::Restored restore(const std::filesystem::path& backup) {
        return store::restore(backup, file, sys_seconds{});
    }
    std::int64_t common(const std::string& lineage, const std::string& code = "A") {
        store::Store store{file};
        const auto number = store.lineages.common_with(lineage, store.agencies.find(code)->id);
        return number ? number->value : -1;
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "dondoc.db";
};

TEST_F(BackupAndRestore, ABackupOfADatabaseInUseHoldsOneMomentAndIsPrivate) {
    store::Store store{file};
    tell(store, 5);
    std::jthread writer{[&](const std::stop_token& stop) {
        store::Store other{file};
        while (!stop.stop_requested()) tell(other, 1);
    }};
    for (int i = 0; i < 5; ++i) {
        const auto made = store::back_up(file, folder / ("b" + std::to_string(i)), {});
        store::Store copy{made.file};
        EXPECT_EQ(copy.inbox.last_event().value, made.last_event);
        EXPECT_GE(made.last_event, 5);
        EXPECT_THAT(store::check(made.file, store::Reading::OthersWrite, {}).findings, testing::IsEmpty());
        struct stat status {};
        ASSERT_EQ(::stat(made.file.c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600U);
    }
    EXPECT_EQ(refusal([&] { back_up("b0"); }), "backup.exists");
}

TEST_F(BackupAndRestore, ADamagedDatabaseMakesNoBackup) {
    {
        store::Store store{file};
        tell(store, 2000);
    }
    {
        std::fstream bytes{file, std::ios::in | std::ios::out | std::ios::binary};
        bytes.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file) / 4096 / 2 * 4096));
        bytes << std::string(4096, '\xff');
    }
    EXPECT_EQ(refusal([&] { back_up("copy"); }), "backup.bad_copy");
    EXPECT_FALSE(std::filesystem::exists(folder / "copy"));
    EXPECT_FALSE(std::filesystem::exists(folder / "copy.partial"));
    EXPECT_FALSE(store::check(file, store::Reading::NobodyWrites, {}).findings.empty());
}

TEST_F(BackupAndRestore, ARestoreKeepsWhatWasThereAndBeginsALineage) {
    {
        store::Store store{file};
        tell(store, 3);
        EXPECT_EQ(store.lineages.current(), "");
    }
    const auto backup = back_up("backup");
    {
        store::Store store{file};
        tell(store, 4);
    }
    store::note_damage(file, "a page");
    const auto restored = restore(backup);
    EXPECT_EQ(restored.events, 3);
    {
        store::Store store{file};
        EXPECT_EQ(store.inbox.last_event().value, 3);
        EXPECT_EQ(store.lineages.current(), restored.lineage);
        EXPECT_FALSE(restored.lineage.empty());
        store::Store kept{restored.kept.value()};
        EXPECT_EQ(kept.inbox.last_event().value, 7);
    }
    EXPECT_FALSE(store::known_damage(file));
    EXPECT_EQ(common(""), 3);
    EXPECT_EQ(common("feedfeedfeedfeed"), -1);
}

TEST_F(BackupAndRestore, TheSameBackupTwiceGivesTwoLineagesAndBothAreKnown) {
    {
        store::Store store{file};
        tell(store, 3);
    }
    const auto backup = back_up("backup");
    const auto first = restore(backup);
    {
        store::Store store{file};
        tell(store, 2);
    }
    const auto second = restore(backup);
    EXPECT_NE(first.lineage, second.lineage);
    EXPECT_EQ(common(first.lineage), 3);
    EXPECT_EQ(common(""), 3);
}

// An older backup by mistake, then the newer one: who followed the first may lack what lies between them.
TEST_F(BackupAndRestore, ALineageOfAnOlderBackupHoldsOnlyAsFarAsThatBackup) {
    {
        store::Store store{file};
        tell(store, 3);
        tell(store, 1, "B");
    }
    const auto older = back_up("older");
    {
        store::Store store{file};
        tell(store, 4);
    }
    const auto newer = back_up("newer");
    const auto mistaken = restore(older);
    {
        store::Store store{file};
        tell(store, 9);
    }
    restore(newer);
    EXPECT_EQ(common(mistaken.lineage), 3);
    EXPECT_EQ(common(mistaken.lineage, "B"), 1);
    EXPECT_EQ(common(""), 7);
}

TEST_F(BackupAndRestore, WhatIsNoBackupIsRefusedAndNothingIsChanged) {
    {
        store::Store store{file};
        tell(store, 3);
    }
    const auto write = [&](const std::string& name, const std::string& content) {
        std::ofstream{folder / name, std::ios::binary} << content;
        return folder / name;
    };
    EXPECT_EQ(refusal([&] { restore(folder / "none"); }), "restore.not_there");
    EXPECT_EQ(refusal([&] { restore(folder.path()); }), "restore.not_there");
    EXPECT_EQ(refusal([&] { restore(file); }), "restore.itself");
    EXPECT_EQ(refusal([&] { restore(write("empty", "")); }), "storage.foreign");
    EXPECT_EQ(refusal([&] { restore(write("text", std::string(9000, 'x'))); }), "storage.foreign");
    {
        SQLite::Database{(folder / "foreign").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
            "CREATE TABLE t (x)");
    }
    EXPECT_EQ(refusal([&] { restore(folder / "foreign"); }), "storage.foreign");
    const auto newer = back_up("newer");
    { SQLite::Database{newer.string(), SQLite::OPEN_READWRITE}.exec("PRAGMA user_version = 999"); }
    try {
        restore(newer);
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "storage.newer");
        EXPECT_EQ(error.message().args.at(0), newer.string());
    }
    const auto cut = back_up("cut");
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    EXPECT_EQ(refusal([&] { restore(cut); }), "restore.damaged");

    store::Store store{file};
    EXPECT_EQ(store.inbox.last_event().value, 3);
    EXPECT_EQ(store.lineages.current(), "");
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::HasSubstr("restor")));
}

TEST_F(BackupAndRestore, ARestoreThatWasKilledWhenItsCopyWasReadyIsEndedAtTheNextStart) {
    {
        store::Store store{file};
        tell(store, 3);
    }
    const auto backup = back_up("backup");
    {
        store::Store store{file};
        tell(store, 1);
    }
    std::filesystem::copy(backup, file.string() + ".restored");
    std::filesystem::rename(file, file.string() + ".half-moved");  // as if it was killed in between
    store::finish_restore(file);
    store::Store store{file};
    EXPECT_EQ(store.inbox.last_event().value, 3);
}

TEST_F(BackupAndRestore, ADatabaseThatWasSetBackByOtherMeansCanBeMarked) {
    {
        store::Store store{file};
        tell(store, 3);
    }
    const auto marked = store::mark_restored(file, sys_seconds{});
    EXPECT_EQ(common(""), 3);
    store::Store store{file};
    EXPECT_EQ(store.lineages.current(), marked.lineage);
}

TEST_F(BackupAndRestore, ACheckNamesWhatIsWrong) {
    {
        store::Store store{file};
        tell(store, 5);
        auto& db = store.database.handle();
        db.exec("PRAGMA foreign_keys = OFF");
        db.exec("DELETE FROM event WHERE number = 3");
        db.exec("INSERT INTO cursor SELECT id, 'pc', 99, 0, 0 FROM agency");
        db.exec("INSERT INTO alert VALUES (1, 77, 19000, '+1d', 0, 1, 12345)");
        db.exec("INSERT INTO cursor VALUES (99, 'pc', 0, 0, 0)");
        db.exec("UPDATE agency SET head = 6");
    }
    std::vector<std::string> found;
    for (const auto& finding : store::check(file, store::Reading::NobodyWrites, {}).findings)
        found.push_back(finding.key);
    EXPECT_THAT(found, testing::UnorderedElementsAre("check.inbox_gap", "check.inbox_head", "check.cursor",
                                                     "check.alert_event", "check.alert_assignment",
                                                     "check.foreign_key"));
}

}  // namespace
}  // namespace dondoc::test
