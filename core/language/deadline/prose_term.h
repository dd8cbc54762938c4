// SPDX-License-Identifier: Apache-2.0
// The term that a sentence of running text names.
#pragma once

#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

struct TermPlace {
    std::size_t begin, end;  // tokens
};

// Only what sets a term is one: "trước ngày 15/12/2024", "hết quý III", "định kỳ hằng quý", "trong 10 ngày kể
// từ ...". The years and days of programmes and documents that a sentence only names are none.
std::vector<TermPlace> find_terms(const std::vector<Token>& tokens, std::size_t begin, std::size_t end);

}  // namespace dondoc::language
