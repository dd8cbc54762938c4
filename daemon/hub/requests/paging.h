// SPDX-License-Identifier: Apache-2.0
// How much of a list one answer holds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace dondoc::hub {

// Rows of one answer. 0 asks for the usual number; nobody gets more than the maximum.
inline constexpr int usual_page_size = 100;
inline constexpr int max_page_size = 1000;
constexpr int page_size(std::uint32_t wanted) {
    if (wanted == 0) return usual_page_size;
    return wanted < max_page_size ? static_cast<int>(wanted) : max_page_size;
}

// Rows that are passed over; a number that no list reaches is the furthest one.
constexpr std::int64_t offset_of(std::uint64_t wanted) {
    constexpr auto furthest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(wanted, furthest));
}

}  // namespace dondoc::hub
