// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are made by several threads and taken in their order by one.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace dondoc::plan {

// As many as the processors run at once, at most four.
inline unsigned page_threads() {
    constexpr unsigned most = 4;
    return std::clamp(std::thread::hardware_concurrency(), 1U, most);
}

template <typename Page>
class PagesInOrder {
  public:
    using MakePage = std::function<Page(std::size_t)>;

    // `worker` is called in each thread before its first page, so that a library which must not be shared is
    // not. One thread: each page is made when it is asked for, by who asks.
    PagesInOrder(std::size_t count, unsigned threads, std::function<MakePage()> worker)
        : count_(count), worker_(std::move(worker)) {
        if (threads <= 1) return;
        ahead_ = std::size_t{threads} * 4;
        try {
            for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            // The system has no more threads; those that there are do the work.
        }
    }
    ~PagesInOrder() {
        {
            const std::lock_guard lock(mutex_);
            claimed_ = count_;
        }
        room_.notify_all();
        for (auto& thread : threads_) thread.join();
    }
    PagesInOrder(const PagesInOrder&) = delete;
    PagesInOrder& operator=(const PagesInOrder&) = delete;

    // To be called `count` times. Throws what making this page threw.
    Page next() {
        if (threads_.empty()) {
            if (!own_) own_ = worker_();
            return own_(taken_++);
        }
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return made_.contains(taken_); });
        auto made = std::move(made_.extract(taken_++).mapped());
        lock.unlock();
        room_.notify_all();
        if (made.failure) std::rethrow_exception(made.failure);
        return std::move(*made.page);
    }

  private:
    struct Made {
        std::optional<Page> page;
        std::exception_ptr failure;
    };

    void work() {
        MakePage make;
        while (const auto index = claim()) {
            Made made;
            try {
                if (!make) make = worker_();
                made.page = make(*index);
            } catch (...) {
                made.failure = std::current_exception();
            }
            {
                const std::lock_guard lock(mutex_);
                made_.emplace(*index, std::move(made));
            }
            done_.notify_one();
        }
    }

    // The next page, when those that wait to be taken are few enough; nothing: there are no more.
    std::optional<std::size_t> claim() {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return claimed_ >= count_ || claimed_ < taken_ + ahead_; });
        if (claimed_ >= count_) return std::nullopt;
        return claimed_++;
    }

    const std::size_t count_;
    const std::function<MakePage()> worker_;
    MakePage own_;
    std::mutex mutex_;
    std::condition_variable room_, done_;
    std::size_t claimed_ = 0, taken_ = 0;
    std::size_t ahead_ = 0;  // pages that may wait
    std::map<std::size_t, Made> made_;
    std::vector<std::thread> threads_;
};

}  // namespace dondoc::plan
