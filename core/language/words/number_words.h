// SPDX-License-Identifier: Apache-2.0
// Numbers in words, as laws and careful clerks write terms: "mười lăm", "bốn mươi lăm", "một trăm hai mươi".
#pragma once

#include <cstddef>
#include <vector>

#include "language/words/words.h"

namespace dondoc::language {

struct Numeral {
    int value = 0;           // 1 to 999
    std::size_t length = 0;  // tokens; 0: no number stands there

    explicit operator bool() const { return length > 0; }
};

// The longest that stands from `at` on. "năm" behind tens is no five but years: "hai mươi năm".
Numeral read_numeral(const std::vector<Token>& tokens, std::size_t at);

}  // namespace dondoc::language
