// SPDX-License-Identifier: Apache-2.0
// What each key may use up: so much a second, and ten seconds' worth at once. Time comes in with tick(), so
// it is as coarse as its caller's and stands still in a test.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>

namespace dondoc::hub {

class Allowance {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // 0: no limit.
    explicit Allowance(int per_second) : per_second_(per_second) {}

    // Everybody begins anew with what may be used at once.
    void change(int per_second) {
        per_second_ = per_second;
        left_.clear();
    }

    // How much of `wanted` may be used now; it counts as used.
    int take(const std::string& key, int wanted) {
        if (per_second_ == 0) return wanted;
        auto& left = left_.try_emplace(key, burst()).first->second;
        const int taken = std::clamp(left, 0, wanted);
        left -= taken;
        return taken;
    }
    // For what is known only afterwards: the key may be left in debt, of at most what it may use at once.
    void charge(const std::string& key, int amount) {
        if (per_second_ == 0 || amount <= 0) return;
        auto& left = left_.try_emplace(key, burst()).first->second;
        left = std::max(-burst(), left - std::min(amount, 2 * burst()));
    }
    void tick(Time now) {
        const auto passed = told_ ? std::chrono::duration_cast<std::chrono::milliseconds>(now - *told_)
                                  : std::chrono::milliseconds{0};
        const auto gained = std::min<std::int64_t>(passed.count() * per_second_ / 1000, 2 * burst());
        if (told_ && gained == 0) return;  // what is less than one is not lost
        told_ = now;
        // Who has used nothing for a while is forgotten, so that the table is as small as the traffic.
        for (auto it = left_.begin(); it != left_.end();) {
            it->second += static_cast<int>(gained);
            it = it->second >= burst() ? left_.erase(it) : std::next(it);
        }
    }

  private:
    int burst() const { return 10 * per_second_; }

    int per_second_;
    std::unordered_map<std::string, int> left_;
    std::optional<Time> told_;
};

}  // namespace dondoc::hub
