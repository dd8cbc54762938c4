// SPDX-License-Identifier: Apache-2.0
#include "domain/clock_trust.h"

namespace dondoc {
namespace {

constexpr std::chrono::seconds drift{2};  // between two looks: both clocks are read in whole seconds

std::chrono::seconds leap_of(const ClockSight& sight) {
    return sight.expected ? std::chrono::abs(sight.now - *sight.expected) : std::chrono::seconds{0};
}

}  // namespace

ClockVerdict judge(const ClockRules& rules, const ClockSight& sight) {
    const bool likely = leap_of(sight) <= rules.max_leap;
    return likely || sight.synchronised || !rules.require_sync ? ClockVerdict::Run : ClockVerdict::Hold;
}

bool was_set(const ClockSight& sight) {
    return leap_of(sight) > drift;
}

}  // namespace dondoc
