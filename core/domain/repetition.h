// SPDX-License-Identifier: Apache-2.0
// Days that come again without an end: days of a year, or of a week.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"

namespace dondoc {

struct DayOfYear {
    int month;            // 1 to 12
    int day;              // of it; 0: its last. One that the month does not have is its last, too
    bool before = false;  // the day before that one
    auto operator<=>(const DayOfYear&) const = default;
};

struct Repetition {
    std::vector<DayOfYear> days;  // of every year
    std::vector<int> weekdays;    // of every week: 1 is Monday, 7 Sunday
    // None comes before this day. Unset: all do.
    std::optional<local_days> from = std::nullopt;

    bool is_endless() const { return !days.empty() || !weekdays.empty(); }
    bool operator==(const Repetition&) const = default;
};

local_days day_in_year(const DayOfYear& day, int year);

// The first day on or after `from`; nullopt: nothing comes again.
std::optional<local_days> next_day(const Repetition& repetition, local_days from);
// The last one before `day`.
std::optional<local_days> day_before(const Repetition& repetition, local_days day);
// All from `first` to `last`, ascending, each once.
std::vector<local_days> days_between(const Repetition& repetition, local_days first, local_days last);

// "6-15", "2-0" (last of February), "12-1<" (the day before), "w3" (Wednesday), "@2026-11-28" (not before),
// joined by spaces, as they are stored. Empty: it ends.
std::string to_text(const Repetition& repetition);
// nullopt: not such a text.
std::optional<Repetition> parse_repetition(std::string_view text);

}  // namespace dondoc
