// SPDX-License-Identifier: Apache-2.0
// The client that the others must not harm: asks every ten milliseconds, and listens.
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "support/raw_province.h"

namespace dondoc::soak {

struct Latency {
    std::size_t answers = 0;
    double median_ms = 0, p99_ms = 0, worst_ms = 0;
};

class WellBehaved {
  public:
    WellBehaved(test::RawProvince& province, const test::Keys& keys)
        : asking_(province.connect(keys)), listening_(province.connect(keys)) {
        listening_->hello("");
        thread_ = std::thread{[this] { live(); }};
    }
    ~WellBehaved() {
        stopping_ = true;
        thread_.join();
    }
    WellBehaved(const WellBehaved&) = delete;
    WellBehaved& operator=(const WellBehaved&) = delete;

    // Since the last time. Only while nobody else asks for it.
    Latency take() {
        collecting_ = false;
        while (!idle_) std::this_thread::yield();
        auto times = std::exchange(times_, {});
        collecting_ = true;
        Latency latency{times.size(), 0, 0, 0};
        if (times.empty()) return latency;
        std::ranges::sort(times);
        latency.median_ms = times[times.size() / 2];
        latency.p99_ms = times[times.size() * 99 / 100];
        latency.worst_ms = times.back();
        return latency;
    }
    bool failed() const { return failed_; }
    std::uint64_t heard() const { return heard_; }

  private:
    void live() {
        try {
            while (!stopping_) {
                idle_ = !collecting_;
                if (idle_) {
                    std::this_thread::yield();
                    continue;
                }
                const auto before = std::chrono::steady_clock::now();
                v1::Request request;
                request.mutable_clock_show();
                if (!asking_->ask(request, 30'000).has_clock()) failed_ = true;
                const std::chrono::duration<double, std::milli> took =
                    std::chrono::steady_clock::now() - before;
                times_.push_back(took.count());
                listen(10);
            }
        } catch (const std::exception&) {
            failed_ = true;
        }
        idle_ = true;
    }
    void listen(int for_ms) {
        while (const auto frame = listening_->receive(for_ms)) {
            if (!frame->has_event()) continue;
            if (frame->event().number() != heard_ + 1) failed_ = true;
            heard_ = frame->event().number();
            listening_->acknowledge(heard_);
        }
    }

    std::unique_ptr<test::RawClient> asking_, listening_;
    std::vector<double> times_;  // of the thread while it collects
    std::atomic<std::uint64_t> heard_{0};
    std::atomic<bool> stopping_{false}, failed_{false}, collecting_{true}, idle_{false};
    std::thread thread_;
};

}  // namespace dondoc::soak
