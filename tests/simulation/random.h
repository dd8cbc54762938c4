// SPDX-License-Identifier: Apache-2.0
// Where all chance of a run comes from: its seed.
#pragma once

#include <cstdint>
#include <random>

namespace dondoc::simulation {

using Random = std::mt19937_64;

inline int between(Random& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<std::uint64_t>(most - least + 1));
}

}  // namespace dondoc::simulation
