// SPDX-License-Identifier: Apache-2.0
// What of an assignment decides its timeliness, as the schema's column `standing` and `open_day` keep it. The
// class follows from these and the day on which one looks, by domain/lifecycle.h.
#pragma once

#include <cstdint>
#include <string>

#include "domain/lifecycle.h"

namespace dondoc::store {

enum class Standing {
    OpenWithDay,
    OpenWithoutDay,
    CompletedOnTime,
    CompletedLate,
    Withdrawn,
    CompletedWithoutDay
};

// The civil day as of which one looks; work due within due_soon_days after it is due soon.
struct Moment {
    local_days today;
    int due_soon_days;
    bool operator==(const Moment&) const = default;
};

// `due` is looked at only where it is open with a day.
Timeliness class_of(Standing standing, local_days due, const Moment& moment);

// The condition on `assignment a` that selects the class.
std::string condition_of(Timeliness timeliness, const Moment& moment);

}  // namespace dondoc::store
