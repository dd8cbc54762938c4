// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that do what is handed to them, in its order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dondoc::web {

class Workers {
  public:
    Workers(unsigned threads, std::size_t most_waiting);
    // Does what waits, then ends.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False: too much waits already. The work must not throw.
    bool hand(std::function<void()> work);

  private:
    void run();

    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable there_is_work_;
    std::deque<std::function<void()>> waiting_;
    bool ends_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dondoc::web
