// SPDX-License-Identifier: Apache-2.0
// Recurring terms: one occurrence is opened after the other. The next one is opened when the day of the one
// before it has passed, whether that was completed early or is still overdue.
#pragma once

#include <chrono>
#include <optional>

#include "domain/deadline.h"

namespace dondoc {

// The first occurrence after `previous`; nullopt: there is none, or the term does not recur.
std::optional<local_days> occurrence_after(const Term& term, local_days previous);

// The one that lies nearest to `day`, the later of two: what an occurrence becomes when the document is
// amended.
local_days nearest_occurrence(const Recurring& term, local_days day);

// When the occurrence after `previous` is opened: that day ends at 24:00 (Bộ luật Dân sự 2015, Điều 148.6),
// and its agency is told in the morning, at the time of day of its policy.
sys_seconds opening_moment(local_days previous, std::chrono::minutes time_of_day);

}  // namespace dondoc
