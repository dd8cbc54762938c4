// SPDX-License-Identifier: Apache-2.0
// What stands in a term and names no day by itself: rounds, how often, years that do not end with December,
// and what only looks like a time. Each says how many tokens it takes from `at` on; 0: it does not stand
// there.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// A day that only belongs to a document's name: "Kế hoạch số 188/KH-UBND ngày 24/12/2022".
std::size_t read_document(const std::vector<Token>& tokens, std::size_t at);

// "đợt I", "lần thứ hai"
std::size_t read_round(const std::vector<Token>& tokens, std::size_t at);

// "03 lần trong năm", "02 lần/năm": how often, and not on which days.
std::size_t read_times(const std::vector<Token>& tokens, std::size_t at);

// "Quý trước" is another quarter; in "báo cáo quý trước ngày 20" the word bounds the day behind it. `at` is
// the place of "trước".
bool tells_previous(const std::vector<Token>& tokens, std::size_t at);

enum class OtherYear { School, Told };  // Told: "quý trước", from one that is not known here
std::size_t read_other_year(const std::vector<Token>& tokens, std::size_t at, OtherYear& kind);

// A number or a word of time that names none: "tháng 13/2023", "32/01". It must not leave the rest of the
// phrase to be read as if that stood alone.
std::size_t length_of_false_time(const std::vector<Token>& tokens, std::size_t at);

// A mark that parts or frames what is said, and has no meaning of its own.
bool is_separator(const Token& token);

}  // namespace dondoc::language
