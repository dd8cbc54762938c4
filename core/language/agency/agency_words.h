// SPDX-License-Identifier: Apache-2.0
// The words that names of agencies begin with, for texts that have to be read without the register.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

// How many tokens from `at` on begin the name of an agency or of a group of them, with who speaks for it
// ("Giám đốc Sở"); 0: none begins there. "Báo cáo", "Ban hành", "Hội nghị" begin none.
std::size_t begins_agency(const std::vector<Token>& tokens, std::size_t at);

// Where the names that begin at `at` end, with what narrows them down, and what is said of them begins; `end`
// where nothing but names stands there.
std::size_t end_of_agencies(const std::vector<Token>& tokens, std::size_t at, std::size_t end);

}  // namespace dondoc::language
