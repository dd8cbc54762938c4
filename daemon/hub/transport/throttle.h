// SPDX-License-Identifier: Apache-2.0
// Lines that anybody outside can cause: one a second of a kind is written, the others are counted, so that
// nobody fills the disk with them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace dondoc::hub {

class Throttle {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // nullopt: say nothing. Otherwise how many were left out since the last one that was said.
    std::optional<std::uint64_t> pass(Time now = std::chrono::steady_clock::now()) {
        if (said_ && now - *said_ < interval) {
            ++left_out_;
            return std::nullopt;
        }
        said_ = now;
        return std::exchange(left_out_, 0);
    }

  private:
    static constexpr std::chrono::seconds interval{1};
    std::optional<Time> said_;
    std::uint64_t left_out_ = 0;
};

}  // namespace dondoc::hub
