// SPDX-License-Identifier: Apache-2.0
// kill -9 at random moments of what moves whole files: migration, backup, restore.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <random>
#include <thread>

#include "store/backup.h"
#include "store/check.h"
#include "store/restore.h"
#include "store/schema.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 25;
constexpr int few = 3000, many = 6000;

void add_events(store::Store& store, int count) {
    if (!store.agencies.find("A")) store.agencies.put(Agency{"A", "Cơ quan", {}, "province", {}, {}});
    const auto agency = store.agencies.find("A")->id;
    store::Transaction transaction{store.database};
    store::EventWriter writer{store.inbox, sys_seconds{}};
    for (int i = 0; i < count; ++i) {
        const auto slot = writer.next(agency);
        writer.append({slot.id, agency, slot.number, std::string(1000, 'b')}, 1);
    }
    writer.finish();
    transaction.commit();
}

std::chrono::microseconds time_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

// True: it was killed before its end.
bool run_and_kill(const std::function<void()>& work, std::chrono::microseconds after) {
    const auto child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    std::this_thread::sleep_for(after);  // the random moment itself
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

class Killed : public testing::Test {
  protected:
    // The moments are spread over what the work takes when nobody kills it.
    void kill_at_random(std::chrono::microseconds whole, const std::function<void()>& prepare,
                        const std::function<void()>& work, const std::function<void()>& expect) {
        std::mt19937 random{20261121};
        int killed = 0;
        for (int round = 0; round < rounds; ++round) {
            const std::chrono::microseconds moment{
                std::uniform_int_distribution<long>{0, whole.count()}(random)};
            SCOPED_TRACE("round " + std::to_string(round) + ", " + std::to_string(moment.count()) + " us");
            prepare();
            killed += run_and_kill(work, moment) ? 1 : 0;
            expect();
            if (HasFatalFailure()) return;
        }
        EXPECT_GT(killed, rounds / 4);
    }
    void clear() {
        for (const auto& entry : fs::directory_iterator{folder.path()})
            if (entry.path().filename() != "backup" && entry.path().filename() != "origin")
                fs::remove_all(entry.path());
    }

    TemporaryFolder folder;
    fs::path file = folder / "dondoc.db";
    fs::path origin = folder / "origin";
    fs::path backup = folder / "backup";
};

TEST_F(Killed, ARestoreLeavesTheOldOrTheNewAndNeverNeither) {
    {
        store::Store store{file};
        add_events(store, few);
    }
    store::back_up(file, backup, {});
    {
        store::Store store{file};
        add_events(store, many - few);
    }
    store::back_up(file, origin, {});
    const auto work = [&] { store::restore(backup, file, sys_seconds{}); };
    const auto whole = time_of(work);
    kill_at_random(
        whole,
        [&] {
            clear();
            fs::copy(origin, file);
        },
        work,
        [&] {
            store::finish_restore(file);
            ASSERT_TRUE(fs::exists(file));
            store::Store store{file};
            const auto events = store.inbox.last_event().value;
            EXPECT_TRUE(events == few || events == many) << events;
            EXPECT_EQ(events == few, !store.lineages.current().empty());
            EXPECT_THAT(store::check(file, store::Reading::OthersWrite, {}).findings, testing::IsEmpty());
        });
}

TEST_F(Killed, ABackupIsWholeOrNotThere) {
    {
        store::Store store{file};
        add_events(store, many);
    }
    fs::create_directory(folder / "backups");
    const auto to = folder / "backups" / "made.db";
    const auto work = [&] { store::back_up(file, to, {}); };
    const auto whole = time_of(work);
    kill_at_random(
        whole, [&] { fs::remove(to); }, work,
        [&] {
            store::remove_unfinished_backups(folder / "backups");
            for (const auto& entry : fs::directory_iterator{folder / "backups"})
                EXPECT_EQ(entry.path().filename(), "made.db");
            if (!fs::exists(to)) return;
            EXPECT_THAT(store::check(to, store::Reading::NobodyWrites, {}).findings, testing::IsEmpty());
        });
}

TEST_F(Killed, AMigrationLeavesTheOldOrTheNewAndItsCopyIsWhole) {
    {
        SQLite::Database version_1{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        version_1.exec(store::migrations()[0]);
        version_1.exec("INSERT INTO agency (id, code, name, level, head) VALUES (1, 'A', 'A', 'province', " +
                       std::to_string(many) + ")");
        version_1.exec("WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " +
                       std::to_string(many) +
                       ") INSERT INTO event SELECT i, 1, i, 0, 1, randomblob(1000) FROM n");
        version_1.exec("PRAGMA user_version = 1");
        version_1.exec("PRAGMA application_id = " + std::to_string(store::application_id));
    }
    fs::copy(file, origin);
    const auto work = [&] { store::Database{file}; };
    const auto whole = time_of(work);
    kill_at_random(
        whole,
        [&] {
            clear();
            fs::copy(origin, file);
        },
        work,
        [&] {
            store::Store store{file};
            EXPECT_EQ(store.database.schema_version(), static_cast<int>(store::migrations().size()));
            EXPECT_EQ(store.inbox.last_event().value, many);
            EXPECT_THAT(store::check(file, store::Reading::OthersWrite, {}).findings, testing::IsEmpty());
            const auto copy = file.string() + ".before-" + std::to_string(store::migrations().size());
            ASSERT_TRUE(fs::exists(copy));
            EXPECT_FALSE(fs::exists(copy + ".partial"));
            SQLite::Database raw{copy};
            EXPECT_EQ(raw.execAndGet("PRAGMA integrity_check").getString(), "ok");
            EXPECT_EQ(raw.execAndGet("SELECT count(*) FROM event").getInt(), many);
        });
}

}  // namespace
}  // namespace dondoc::test
