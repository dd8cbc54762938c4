// SPDX-License-Identifier: Apache-2.0
// Exact decimals: numbers of a rule or a report, kept as an integer of their last place.
#pragma once

#include <cstdint>
#include <string>

namespace dondoc {

// The whole number nearest to numerator / denominator, halves away from zero. Neither is negative; the
// denominator is not 0, and both are less than 2^62.
constexpr std::int64_t rounded_half_up(std::int64_t numerator, std::int64_t denominator) {
    const auto whole = numerator / denominator;
    const auto rest = numerator % denominator;
    return whole + (rest >= denominator - rest ? 1 : 0);
}

// (12750, 4) -> "1.2750"
std::string decimal_text(std::int64_t value, int decimals);
// (12750, 4) -> "1.275", (10000, 4) -> "1": as a person would write it.
std::string short_decimal_text(std::int64_t value, int decimals);

}  // namespace dondoc
