// SPDX-License-Identifier: Apache-2.0
// Days inside periods: what one part of a phrase leaves out and another one says. "Hằng quý, 6 tháng, năm:
// ngày 15 tháng cuối kỳ", "hằng tháng, trước ngày 20".
#pragma once

#include <string>
#include <vector>

#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

struct NamedPeriod {
    Rule::Every every;
    std::size_t list;      // periods named together, with the days that belong to them
    bool has_day = false;  // its day is said, so that it does not fall due with its last one
};

struct PlacedDays {
    std::vector<Rule> rules;         // complete: each says its period, and its month where that has several
    std::vector<NamedPeriod> named;  // as in the phrase
    std::string refusal;             // key of why a day has no place; empty: they all have
};

PlacedDays place_days(const std::vector<Rule>& rules);

}  // namespace dondoc::language
