// SPDX-License-Identifier: Apache-2.0
#include "store/checkpointing.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace dondoc::store {
namespace {

constexpr int pages_of_a_pass = 4000;      // 16 MB
constexpr int most_pages_logged = 64'000;  // 262 MB, whatever the thread is at
constexpr int few_pages = 100;             // are written back at once, in two milliseconds or three
constexpr int most_pages_at_once = 500;    // likewise, where more comes while the thread writes back

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

// SQLite syncs the file with the pass that writes back all that is logged, which is the one that somebody
// waits for.
void sync_what_was_written(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    const int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK && file->pMethods != nullptr) file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

}  // namespace

Checkpointing::Checkpointing(Database& database)
    : database_(database), file_(database.file()), few_(few_pages), thread_([this] { run(); }) {
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
        few_ = few_pages;
        written_ = 0;
        return;
    }
    // While the thread is just writing back, this does nothing.
    if (pages >= most_pages_logged) return finish(pages);
    if (working_) return;
    if (written_ > 0 && pages - written_ <= few_) return finish(pages);
    if (pages < again_at_) return;
    if (written_ > 0) few_ = std::min(2 * few_, most_pages_at_once);
    again_at_ = pages + few_;
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
    few_ = few_pages;
    // A reader (a backup) keeps the log from beginning anew, however much is written back.
    const bool is_whole = passed.written >= 0 && passed.written >= passed.logged;
    again_at_ = pages + (is_whole ? pages_of_a_pass : most_pages_at_once);
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
    const int written = pass(opened).written;
    sync_what_was_written(opened);
    return std::max(0, written);
}

}  // namespace dondoc::store
