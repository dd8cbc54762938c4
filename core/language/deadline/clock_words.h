// SPDX-License-Identifier: Apache-2.0
// Hours of the day and days of the week in a term: "trước 17h00 ngày ...", "thứ Sáu hằng tuần".
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// How many tokens from `at` on are a time of day, 0:00 to 24:00; 0: none stands there. "24 giờ kể từ khi" is
// a number of hours and none.
std::size_t read_clock(const std::vector<Token>& tokens, std::size_t at, std::chrono::minutes& time);

// A number of hours that a term is counted with: "trong 24 giờ kể từ khi nhận". The tokens up to "kể từ".
std::size_t read_hours(const std::vector<Token>& tokens, std::size_t at);

// "thứ Sáu", "thứ 6", "Chủ nhật": 1 is Monday, 7 Sunday.
std::size_t read_weekday(const std::vector<Token>& tokens, std::size_t at, int& weekday);

}  // namespace dondoc::language
