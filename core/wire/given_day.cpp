// SPDX-License-Identifier: Apache-2.0
#include "wire/given_day.h"

namespace dondoc::wire {

std::optional<DayBefore> day_before(const v1::LifeEntry& entry) {
    const bool is_extended = entry.action() == "extend" || entry.action() == "grant_extension";
    if (is_extended && entry.detail().has_extension())
        return DayBefore{parse_iso_day(entry.detail().extension().old_due())};
    for (const auto& field : entry.detail().changed())
        if (field.field() == "due") return DayBefore{parse_iso_day(field.old())};
    return std::nullopt;
}

}  // namespace dondoc::wire
