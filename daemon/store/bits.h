// SPDX-License-Identifier: Apache-2.0
// Several values of an enumeration in one column: a bit for each.
#pragma once

#include <cstdint>
#include <vector>

namespace dondoc::store {

template <typename Enum>
std::int64_t bit_of(Enum value) {
    return std::int64_t{1} << static_cast<int>(value);
}

template <typename Enum>
std::int64_t bits_of(const std::vector<Enum>& values) {
    std::int64_t bits = 0;
    for (const auto value : values) bits |= bit_of(value);
    return bits;
}

}  // namespace dondoc::store
