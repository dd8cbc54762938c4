// SPDX-License-Identifier: Apache-2.0
// Whether the machine's clock is believed. What was told cannot be taken back, so a clock that has leapt
// further than is likely is doubted until a time source, a person or its own return speaks for it. Pure.
#pragma once

#include <chrono>
#include <optional>

#include "domain/civil.h"

namespace dondoc {

struct ClockRules {
    std::chrono::hours max_leap{7 * 24};  // forward or back; a machine may be off as long without being asked
    bool require_sync = true;             // false: whatever the clock says is believed
    bool operator==(const ClockRules&) const = default;
};

// What is known of the clock at one moment.
struct ClockSight {
    sys_seconds now;  // what it says
    // What it should say: the last instant that was believed, and what has passed since, as far as the daemon
    // was there to count it. nullopt: nothing was ever believed.
    std::optional<sys_seconds> expected;
    bool synchronised = false;
};

enum class ClockVerdict {
    Run,
    Hold  // nothing that depends on the time is decided
};
ClockVerdict judge(const ClockRules& rules, const ClockSight& sight);

// The clock was set while the daemon ran, be it believed or not: more than it drifts by itself.
bool was_set(const ClockSight& sight);

}  // namespace dondoc
