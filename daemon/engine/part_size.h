// SPDX-License-Identifier: Apache-2.0
// How much of a batch is done between two looks whether somebody asks: as much as takes a few milliseconds on
// this machine as it is now, so that who asks waits about as long everywhere.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace dondoc::engine {

class PartSize {
  public:
    static constexpr std::chrono::milliseconds longest{5};
    static constexpr int least = 20;  // smaller parts cost more than they are worth

    explicit PartSize(int most) : most_(most), next_(most) {}

    int next() const { return next_; }

    // So many took so long. The next part is at most twice as large as this one was to be: what was quick
    // says little of what comes.
    void took(int done, std::chrono::nanoseconds time) {
        const std::chrono::nanoseconds aim{longest};
        const auto fitting = done * aim.count() / std::max<std::int64_t>(time.count(), 1);
        next_ = static_cast<int>(std::clamp<std::int64_t>(std::min<std::int64_t>(fitting, 2 * next_),
                                                          std::min(least, most_), most_));
    }

  private:
    int most_;
    int next_;
};

}  // namespace dondoc::engine
