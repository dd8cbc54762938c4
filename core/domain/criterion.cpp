// SPDX-License-Identifier: Apache-2.0
#include "domain/criterion.h"

#include <algorithm>

#include "domain/decimal.h"

namespace dondoc {

Score score(const Criterion& criterion, const ReportCounts& counts) {
    Score result;
    result.base = criterion.base == Criterion::Base::Due ? counts.fallen_due() : counts.assigned();
    if (result.base == 0) return result;
    const auto weighted = criterion.on_time * counts.on_time + criterion.late * counts.late +
                          criterion.overdue * counts.overdue;
    result.share = rounded_half_up(weighted, result.base);  // weights are ten-thousandths already
    // Exactly, not by the rounded share: 79.999 % is below 80 %.
    result.below_floor = weighted * 100 < criterion.floor_percent * result.base;
    if (result.below_floor) return result;
    std::int64_t unit = criterion_one;  // of the points, beside the ten-thousandths of max
    for (int i = 0; i < criterion.decimals; ++i) unit /= 10;
    result.points = rounded_half_up(criterion.max * weighted, result.base * criterion_one * unit);
    return result;
}

const Criterion* find_criterion(const std::vector<Criterion>& criteria, const std::string& id, int year) {
    const auto found = std::ranges::find_if(criteria, [&](const Criterion& criterion) {
        return criterion.id == id && criterion.first_year <= year && year <= criterion.last_year;
    });
    return found == criteria.end() ? nullptr : &*found;
}

}  // namespace dondoc
