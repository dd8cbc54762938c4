// SPDX-License-Identifier: Apache-2.0
// Who stands where among agencies.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/report_counts.h"

namespace dondoc {

// The rank of each fraction, in the order given: 1 is the largest. Fractions are compared exactly; equal ones
// share a rank, and the next rank counts them all (1, 2, 2, 4). 0: not ranked, because the denominator is
// less than `least`.
std::vector<std::size_t> ranks(const std::vector<Fraction>& fractions, std::int64_t least);

}  // namespace dondoc
