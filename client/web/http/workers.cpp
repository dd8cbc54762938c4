// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/http/workers.h"

#include <utility>

namespace dondoc::web {

Workers::Workers(unsigned threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock{mutex_};
        ends_ = true;
    }
    there_is_work_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::hand(std::function<void()> work) {
    {
        const std::lock_guard lock{mutex_};
        if (ends_ || waiting_.size() >= most_waiting_) return false;
        waiting_.push_back(std::move(work));
    }
    there_is_work_.notify_one();
    return true;
}

void Workers::run() {
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock{mutex_};
            there_is_work_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace dondoc::web
