// SPDX-License-Identifier: Apache-2.0
#include "domain/self_scoring.h"

#include "domain/decimal.h"

namespace dondoc {

std::optional<std::int64_t> points_of(const ScoredCriterion& criterion, const CriterionWork& work,
                                      std::optional<std::int64_t> table) {
    using Rule = ScoredCriterion::Rule;
    constexpr std::int64_t whole_percent = 100;
    if (criterion.rule == Rule::ByHand) return criterion.points;
    if (criterion.rule == Rule::Table) return table;
    if (work.assigned == 0) return std::nullopt;
    switch (criterion.rule) {
        case Rule::All:
            return work.done == work.assigned ? criterion.max : 0;
        case Rule::AllOnTime:
            return work.on_time == work.assigned ? criterion.max : 0;
        default:
            // Exactly, not by a rounded share: 79.999 % is below 80 %.
            if (work.done * whole_percent * criterion_one < criterion.floor_percent * work.assigned) return 0;
            return rounded_half_up(criterion.max * work.done, work.assigned);
    }
}

}  // namespace dondoc
