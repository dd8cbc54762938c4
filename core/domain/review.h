// SPDX-License-Identifier: Apache-2.0
// When a standing duty ("Thường xuyên") is looked at: it never falls due, so it is reviewed every so often.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/civil.h"

namespace dondoc {

struct ReviewInterval {
    enum class Unit { Days, Months };
    int count = 1;
    Unit unit = Unit::Months;
    bool operator==(const ReviewInterval&) const = default;
};

inline constexpr int longest_review_days = 3650;

// "monthly", "quarterly", "yearly", "45d". nullopt: not of that form, or not 1 to longest_review_days.
std::optional<ReviewInterval> parse_review(std::string_view text);
std::string to_text(const ReviewInterval& interval);

// The n-th review after `since`, the day of the last one or of the beginning; a day that the month does not
// have is its last one (Bộ luật Dân sự 2015, Điều 148.4).
local_days review_day(const ReviewInterval& interval, local_days since, int nth);

// How many reviews have come by `today`, it included.
int reviews_by(const ReviewInterval& interval, local_days since, local_days today);

}  // namespace dondoc
