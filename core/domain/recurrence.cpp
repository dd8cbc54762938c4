// SPDX-License-Identifier: Apache-2.0
#include "domain/recurrence.h"

#include <algorithm>
#include <variant>

namespace dondoc {

std::optional<local_days> occurrence_after(const Term& term, local_days previous) {
    const auto* recurring = std::get_if<Recurring>(&term);
    if (recurring == nullptr) return std::nullopt;
    return occurrence_from(*recurring, previous + date::days{1});
}

local_days nearest_occurrence(const Recurring& term, local_days day) {
    const auto& listed = term.occurrences;
    const auto later = occurrence_from(term, day);
    auto earlier = listed.front();
    if (later == earlier) return earlier;
    if (day > listed.back()) {
        const auto repeated = day_before(term.repetition, day);
        earlier = std::max(listed.back(), repeated.value_or(listed.back()));
    } else {
        earlier = *std::prev(std::ranges::lower_bound(listed, day));
    }
    return later && *later - day <= day - earlier ? *later : earlier;
}

sys_seconds opening_moment(local_days previous, std::chrono::minutes time_of_day) {
    return to_instant(local_seconds{previous + date::days{1}} + time_of_day);
}

}  // namespace dondoc
