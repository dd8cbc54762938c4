#include "domain/recurrence.h"

#include <algorithm>

namespace dondoc {

std::optional<local_days> occurrence_after(const Term& term, local_days previous) {
    const auto* recurring = std::get_if<Recurring>(&term);
    if (recurring == nullptr) return std::nullopt;
    const auto next = std::ranges::upper_bound(recurring->occurrences, previous);
    if (next == recurring->occurrences.end()) return std::nullopt;
    return *next;
}

local_days nearest_occurrence(const Recurring& term, local_days day) {
    const auto& days = term.occurrences;
    const auto later = std::ranges::lower_bound(days, day);
    if (later == days.begin()) return *later;
    const auto earlier = *std::prev(later);
    if (later == days.end()) return earlier;
    return *later - day <= day - earlier ? *later : earlier;
}

sys_seconds opening_moment(local_days previous, std::chrono::minutes time_of_day) {
    return to_instant(local_seconds{previous + date::days{1}} + time_of_day);
}

}  // namespace dondoc
