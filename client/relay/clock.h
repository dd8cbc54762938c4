// SPDX-License-Identifier: GPL-3.0-or-later
// What time it is for what is sent: the machine's, or where the daemon lives by a simulated clock, the
// daemon's as it was told last.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "domain/civil.h"

namespace dondoc::relay {

class RelayClock {  // of all threads
  public:
    sys_seconds now() const {
        const auto told = simulated_.load();
        if (told != 0) return sys_seconds{std::chrono::seconds{told}};
        return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    }
    bool is_simulated() const { return simulated_.load() != 0; }
    // Never goes back.
    void simulate(sys_seconds at) {
        auto known = simulated_.load();
        const auto told = static_cast<std::int64_t>(at.time_since_epoch().count());
        while (told > known && !simulated_.compare_exchange_weak(known, told)) {
        }
    }

  private:
    std::atomic<std::int64_t> simulated_{0};  // seconds since 1970; 0: the machine's
};

}  // namespace dondoc::relay
