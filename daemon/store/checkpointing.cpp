// SPDX-License-Identifier: Apache-2.0
#include "store/checkpointing.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace dondoc::store {
namespace {

constexpr int pages_of_a_pass = 4000;      // 16 MB
constexpr int most_pages_logged = 64'000;  // 262 MB, whatever the thread is at
constexpr int few_pages = 500;             // are written back at once, in a few milliseconds

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

// Of the log: pages in it, and pages written back.
struct Passed {
    int logged = -1, written = -1;
};

Passed pass(sqlite3* connection) {
    Passed passed;
    sqlite3_wal_checkpoint_v2(connection, nullptr, SQLITE_CHECKPOINT_PASSIVE, &passed.logged,
                              &passed.written);
    return passed;
}

}  // namespace

Checkpointing::Checkpointing(Database& database)
    : database_(database), file_(database.file()), thread_([this] { run(); }) {
    database_.after_commits([this](int pages) { logged(pages); });
}

Checkpointing::~Checkpointing() {
    database_.after_commits(nullptr);
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Checkpointing::logged(int pages) {
    if (pages < pages_of_a_pass) {  // it has begun anew
        again_at_ = pages_of_a_pass;
        written_ = 0;
        return;
    }
    // While the thread is just writing back, this does nothing.
    if (pages >= most_pages_logged) return finish(pages);
    if (working_) return;
    if (written_ > 0 && pages - written_ <= few_pages) return finish(pages);
    if (pages < again_at_) return;
    again_at_ = pages + few_pages;
    working_ = true;
    {
        const std::lock_guard lock{mutex_};
        wanted_ = true;
    }
    changed_.notify_one();
}

void Checkpointing::finish(int pages) {
    const auto passed = pass(database_.handle().getHandle());
    written_ = 0;
    // A reader (a backup) keeps the log from beginning anew, however much is written back.
    again_at_ =
        passed.written >= 0 && passed.written >= passed.logged ? pages + pages_of_a_pass : pages + few_pages;
}

void Checkpointing::run() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return wanted_ || stopping_; });
        if (stopping_) return;
        wanted_ = false;
        lock.unlock();
        written_ = write_back();
        working_ = false;
        lock.lock();
    }
}

// A connection for each pass: one that stayed would keep the database from making a log anew that was
// deleted under it. What fails here fails again where it is told: the log grows, until a commit finds no
// room.
int Checkpointing::write_back() const noexcept {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(file_.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const Connection connection{opened, sqlite3_close};
    // The log is opened by reading; without that there is nothing to write back.
    if (code != SQLITE_OK ||
        sqlite3_exec(opened, "PRAGMA user_version", nullptr, nullptr, nullptr) != SQLITE_OK)
        return 0;
    return std::max(0, pass(connection.get()).written);
}

}  // namespace dondoc::store
