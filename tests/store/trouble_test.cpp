// SPDX-License-Identifier: Apache-2.0
// What the store says and does when the disk fails it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "store/store.h"
#include "support/failing_disk.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

class Trouble : public testing::Test {
  protected:
    // The code of the refusal; empty: it was written.
    static std::string write(store::Store& store, const std::string& value) {
        try {
            store::Transaction transaction{store.database};
            store.settings.set("name", value);
            transaction.commit();
            return "";
        } catch (const UserError& error) {
            return error.message().key;
        }
    }
    static std::string trouble(store::Store& store) {
        const auto& trouble = store.database.health().trouble();
        return trouble ? trouble->key : "";
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "dondoc.db";
};

struct Failure {
    int code;
    const char* said;
};
void PrintTo(const Failure& failure, std::ostream* out) {
    *out << failure.said << ' ' << failure.code;
}

class AFailingDisk : public Trouble, public testing::WithParamInterface<Failure> {
  protected:
    FailingDisk disk;
};

TEST_P(AFailingDisk, IsSaidAndReadsGoOnAndItIsOverWithTheFirstWrite) {
    store::Store store{file};
    ASSERT_EQ(write(store, "before"), "");
    disk.fail_writes(GetParam().code);
    EXPECT_EQ(write(store, "during"), GetParam().said);
    EXPECT_EQ(write(store, "during"), GetParam().said);
    EXPECT_EQ(trouble(store), GetParam().said);
    EXPECT_EQ(store.settings.get("name"), "before");
    EXPECT_THROW(store.database.try_to_write(), UserError);

    disk.fail_writes(std::nullopt);
    store.database.try_to_write();
    EXPECT_EQ(trouble(store), "");
    EXPECT_EQ(write(store, "after"), "");
    EXPECT_EQ(store.settings.get("name"), "after");
}

INSTANTIATE_TEST_SUITE_P(Disk, AFailingDisk,
                         testing::Values(Failure{SQLITE_FULL, "storage.full"},
                                         Failure{SQLITE_IOERR_WRITE, "storage.io"},
                                         Failure{SQLITE_IOERR_FSYNC, "storage.io"},
                                         Failure{SQLITE_READONLY, "storage.read_only"}),
                         [](const auto& failure) { return std::to_string(failure.param.code); });

// Where the pages of one table are, by what the table holds.
void damage(const std::filesystem::path& file, const std::string& marker) {
    std::fstream bytes{file, std::ios::in | std::ios::out | std::ios::binary};
    std::string content{std::istreambuf_iterator<char>{bytes}, {}};
    const auto at = content.find(marker);
    ASSERT_NE(at, std::string::npos);
    constexpr std::size_t page = 4096;
    bytes.clear();
    bytes.seekp(static_cast<std::streamoff>(at / page * page));
    bytes << std::string(page, '\xff');
}

TEST_F(Trouble, ADamagedPageEndsAllWritesAndTheOtherPagesAreStillRead) {
    {
        store::Store store{file};
        ASSERT_EQ(write(store, std::string(3000, 'm') + "marker"), "");
        store.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
    }
    damage(file, "mmmmmmmmmm");
    store::Database database{file};
    store::Agencies agencies{database};
    store::Statement names{database, "SELECT name, value FROM setting"};
    const auto read = [&] {
        auto rows = names.query();
        while (rows.next()) {
        }
    };
    EXPECT_THROW(read(), UserError);
    EXPECT_TRUE(database.health().is_damaged());
    EXPECT_TRUE(agencies.find("A"));
    try {
        const store::Transaction transaction{database};
        FAIL() << "a transaction was begun";
    } catch (const UserError& error) {
        EXPECT_EQ(error.message().key, "storage.corrupt");
    }
    EXPECT_THROW(database.try_to_write(), UserError);
    EXPECT_TRUE(database.health().is_damaged()) << "it does not pass";
}

TEST_F(Trouble, ADeletedLogIsMadeAnewWithAllThatWasInIt) {
    store::Store store{file};
    ASSERT_EQ(write(store, "in the log only"), "");
    ASSERT_TRUE(std::filesystem::remove(file.string() + "-wal"));
    EXPECT_EQ(write(store, "later"), "");
    EXPECT_EQ(trouble(store), "");
    EXPECT_TRUE(std::filesystem::exists(file.string() + "-wal"));
    // What another process would find now: both the file and the new log.
    std::filesystem::copy(file, folder / "copy.db");
    std::filesystem::copy(file.string() + "-wal", folder / "copy.db-wal");
    store::Store copy{folder / "copy.db"};
    EXPECT_EQ(copy.settings.get("name"), "later");
}

TEST_F(Trouble, ADatabaseThatWasMovedAwayIsNotWrittenUntilItIsBack) {
    store::Store store{file};
    ASSERT_EQ(write(store, "before"), "");
    std::filesystem::rename(file, folder / "elsewhere.db");
    EXPECT_EQ(write(store, "during"), "storage.moved");
    EXPECT_EQ(store.settings.get("name"), "before");
    std::ofstream{file} << "something else";
    EXPECT_EQ(write(store, "during"), "storage.moved");
    std::filesystem::remove(file);
    std::filesystem::rename(folder / "elsewhere.db", file);
    EXPECT_EQ(write(store, "after"), "");
    store.database.try_to_write();
    EXPECT_EQ(trouble(store), "");
}

}  // namespace
}  // namespace dondoc::test
