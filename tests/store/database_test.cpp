#include <gtest/gtest.h>

#include <fstream>

#include "store/schema.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

std::string refusal(const std::filesystem::path& file) {
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
    EXPECT_EQ(refusal(file), "storage.newer");
    SQLite::Database raw{file.string()};
    EXPECT_EQ(raw.execAndGet("PRAGMA user_version").getInt(), 999);
}

TEST_F(DatabaseFile, AFileOfAnotherProgramIsRefused) {
    {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
            "CREATE TABLE t (x)");
    }
    EXPECT_EQ(refusal(file), "storage.foreign");
    const auto text = folder / "text.db";
    std::ofstream{text} << std::string(5000, 'x');
    EXPECT_EQ(refusal(text), "storage.foreign");
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
    store.inbox.acknowledge(agency, "pc", {7}, sys_seconds{});
    store.inbox.acknowledge(agency, "pc", {3}, sys_seconds{});
    EXPECT_EQ(store.inbox.acknowledged(agency, "pc").value, 7);
}

}  // namespace
}  // namespace dondoc::test
