// SPDX-License-Identifier: Apache-2.0
// When a period ends: Bộ luật Dân sự 2015, Điều 147 and 148.
#pragma once

#include <optional>
#include <vector>

#include "domain/calendar.h"
#include "domain/deadline.h"
#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

struct PeriodEnd {
    DueOn due;
    Message reason;
    std::vector<Message> problems;
};

// `calendar` may be null: then nothing is rolled past days off. Nothing: a period too long to mean anything.
std::optional<PeriodEnd> end_of_period(const Period& period, local_days from, const Calendar* calendar);

}  // namespace dondoc::language
