// SPDX-License-Identifier: Apache-2.0
// The part of a phrase that is counted: "15 ngày làm việc kể từ ...".
#pragma once

#include <vector>

#include "language/deadline/phrase_scan.h"

namespace dondoc::language {

// How many tokens from `at` on are a period; 0: none stands there.
std::size_t read_period(const std::vector<Token>& tokens, std::size_t at, Period& period);

}  // namespace dondoc::language
