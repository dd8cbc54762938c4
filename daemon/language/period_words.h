// The parts of a phrase that are counted or come again: "15 ngày làm việc kể từ ...", "ngày 20 hằng tháng".
#pragma once

#include <vector>

#include "language/phrase_scan.h"

namespace dondoc::language {

// How many tokens from `at` on are a period; 0: none stands there.
std::size_t read_period(const std::vector<Token>& tokens, std::size_t at, Period& period);

// The same for rules that repeat, of which a list may name several ("hằng quý, 6 tháng, năm").
std::size_t read_rules(const std::vector<Token>& tokens, std::size_t at, std::vector<Rule>& rules);

}  // namespace dondoc::language
