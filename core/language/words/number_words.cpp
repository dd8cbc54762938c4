// SPDX-License-Identifier: Apache-2.0
#include "language/words/number_words.h"

#include <array>

namespace dondoc::language {
namespace {

// 1 to 9 by their place; 0: none of them stands there.
using Digits = std::array<Phrases, 9>;

int digit_at(const Digits& digits, const std::vector<Token>& tokens, std::size_t at) {
    for (std::size_t i = 0; i < digits.size(); ++i)
        if (digits[i].match(tokens, at)) return static_cast<int>(i) + 1;
    return 0;
}

int digit_at(const std::vector<Token>& tokens, std::size_t at) {
    static const Digits digits{
        {{"một"}, {"hai"}, {"ba"}, {"bốn"}, {"năm"}, {"sáu"}, {"bảy", "bẩy"}, {"tám"}, {"chín"}}};
    return digit_at(digits, tokens, at);
}

int digit_behind_tens(const std::vector<Token>& tokens, std::size_t at) {
    static const Digits digits{{{"một", "mốt"},
                                {"hai"},
                                {"ba"},
                                {"bốn", "tư"},
                                {"lăm", "nhăm"},
                                {"sáu"},
                                {"bảy", "bẩy"},
                                {"tám"},
                                {"chín"}}};
    return digit_at(digits, tokens, at);
}

}  // namespace

Numeral read_numeral(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrase hundred{"trăm"}, ten{"mười"}, tens{"mươi"};
    static const Phrases and_ones{"linh", "lẻ"};
    Numeral read;
    const auto add = [&](int value, std::size_t length) {
        read.value += value;
        read.length += length;
    };
    const auto next = [&] { return at + read.length; };

    if (const int digit = digit_at(tokens, at); digit && hundred.match(tokens, at + 1)) {
        add(digit * 100, 2);
        if (const int ones = digit_at(tokens, next() + 1); ones && and_ones.match(tokens, next())) {
            add(ones, 2);
            return read;
        }
    }
    const int digit = digit_at(tokens, next());
    if (ten.match(tokens, next())) {
        add(10, 1);
    } else if (digit && tens.match(tokens, next() + 1)) {
        add(digit * 10, 2);
    } else {
        if (digit && !read) add(digit, 1);
        return read;
    }
    if (const int ones = digit_behind_tens(tokens, next())) add(ones, 1);
    return read;
}

}  // namespace dondoc::language
