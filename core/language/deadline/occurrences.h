// SPDX-License-Identifier: Apache-2.0
// From what a phrase names to days of the calendar: missing years, and the days of rules that repeat.
#pragma once

#include <optional>
#include <vector>

#include "domain/repetition.h"
#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

struct YearedSpan {
    DaySpan days;
    bool next_year = false;  // no year is named, and in the document's own year that day has passed
};

date::days length(const YearedSpan& span);  // less one
bool lies_in(const YearedSpan& inner, const YearedSpan& outer);

// One span for each moment. A missing year comes from the moments beside it, else from the document's date:
// the first such day that is not before it. Nothing: one of them is a day that does not exist.
std::optional<std::vector<YearedSpan>> spans_of(const std::vector<BoundMoment>& moments, local_days issued);

// The last acceptable day of one moment under its bound.
local_days due_of(const BoundMoment& term, const YearedSpan& span);

struct Horizon {
    local_days first;
    local_days last;
};

// How far a rule that repeats is followed: to the end of the year the phrase names, else of the document's
// year (of the next one where the document is from its last two months, which is when plans of a new year are
// issued).
Horizon horizon_of(const std::vector<BoundMoment>& moments, local_days issued);

// The months of a year with which such periods end, ascending.
std::vector<int> months_that_end(Rule::Every every);

// The last acceptable days of complete rules (each says its period) within the horizon, in no order.
std::vector<local_days> occurrences_of(const std::vector<Rule>& rules, const Horizon& horizon);

// The same as days of every year: of a complete rule, and of a moment that names no year.
std::vector<DayOfYear> days_of_year(const Rule& rule);
DayOfYear day_of_year(const BoundMoment& term);

}  // namespace dondoc::language
