// SPDX-License-Identifier: Apache-2.0
// The parts of a phrase that come again: "hằng quý", "ngày 20 hằng tháng", "ngày 15 của tháng cuối quý".
#pragma once

#include <vector>

#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

// How many tokens from `at` on are rules that repeat, of which a list may name several ("hằng quý, 6 tháng,
// năm"); 0: none stands there.
std::size_t read_rules(const std::vector<Token>& tokens, std::size_t at, std::vector<Rule>& rules);

// The same for a period without "hằng", which another one stands before: "năm" in "hằng quý (...), năm
// (...)".
std::size_t read_further_period(const std::vector<Token>& tokens, std::size_t at, Rule& rule);

// The same for "ngày 20" without a month, whose period stands elsewhere. `bound`: a word like "trước" or
// another day of a list stands before it, and then "ngày" need not be there.
std::size_t read_day_alone(const std::vector<Token>& tokens, std::size_t at, bool bound, Rule& rule);

// "06 tháng" of "06 tháng (trước 15/6), năm (trước 15/12)": a period with its day behind it, as the next has
// one.
std::size_t read_headed_period(const std::vector<Token>& tokens, std::size_t at, Rule& rule);

}  // namespace dondoc::language
