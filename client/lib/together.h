// SPDX-License-Identifier: Apache-2.0
// The threads of a program that end together: when one is done or fails, or somebody asks from outside, all
// of them end. What one throws comes out of run().
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "lib/files.h"

namespace dondoc::client {

class Together {
  public:
    using Work = std::function<void()>;

    // `stop_fd` becomes readable when the program is to end. Not owned.
    explicit Together(int stop_fd);
    ~Together();
    Together(const Together&) = delete;
    Together& operator=(const Together&) = delete;

    void start(Work work);       // in a thread of its own
    void run(const Work& work);  // in this one, until all have ended

    bool ends() const;
    // False: it ends.
    bool rest(std::chrono::milliseconds time) const;
    // Readable when it ends: for whoever waits for descriptors.
    int fd() const { return any_.get(); }

  private:
    void guarded(const Work& work);

    int stop_fd_;
    Descriptor ended_, any_;
    std::mutex mutex_;  // of failure_
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace dondoc::client
