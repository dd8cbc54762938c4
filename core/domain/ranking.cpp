// SPDX-License-Identifier: Apache-2.0
#include "domain/ranking.h"

#include <algorithm>
#include <numeric>

namespace dondoc {

std::vector<std::size_t> ranks(const std::vector<Fraction>& fractions, std::int64_t least) {
    least = std::max<std::int64_t>(least, 1);
    std::vector<std::size_t> order(fractions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return fractions[i].denominator < least; });
    const auto is_larger = [&](std::size_t left, std::size_t right) {
        return fractions[left].numerator * fractions[right].denominator >
               fractions[right].numerator * fractions[left].denominator;
    };
    std::ranges::sort(order, is_larger);
    std::vector<std::size_t> result(fractions.size(), 0);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool same = place > 0 && !is_larger(order[place - 1], order[place]);
        result[order[place]] = same ? result[order[place - 1]] : place + 1;
    }
    return result;
}

}  // namespace dondoc
