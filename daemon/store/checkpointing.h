// SPDX-License-Identifier: Apache-2.0
// Writes the log of a database back into its file on a thread of its own: who commits does not wait for it.
//
// The thread owns nothing but a connection while it writes back; what is in the log is on disk already. A log
// begins anew only when all of it is written back and nobody has written meanwhile. So, when the thread has
// done its share, the little that came meanwhile is written back by the connection that commits.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/database.h"

namespace dondoc::store {

class Checkpointing {
  public:
    // From now until this goes the database leaves writing back to this; before and after it does it itself.
    // The database is not owned and outlives this.
    explicit Checkpointing(Database& database);
    ~Checkpointing();
    Checkpointing(const Checkpointing&) = delete;
    Checkpointing& operator=(const Checkpointing&) = delete;

  private:
    void logged(int pages);  // after a commit, of what is in the log now
    void finish(int pages);
    void run();
    int write_back() const noexcept;  // pages written back so far of this log; 0 after a failure

    Database& database_;
    const std::filesystem::path file_;
    int again_at_ = 0;  // pages in the log, below which a new pass is not worth its syncs
    int few_;           // pages that the connection that commits may write back itself; more after each pass

    std::mutex mutex_;
    std::condition_variable changed_;
    bool wanted_ = false, stopping_ = false;  // guarded by the mutex
    std::atomic<bool> working_ = false;
    std::atomic<int> written_ = 0;  // by the thread, of the present log

    std::thread thread_;  // last: it uses all of the above
};

}  // namespace dondoc::store
