// SPDX-License-Identifier: Apache-2.0
#include "language/words/cursor.h"

#include <array>
#include <utility>

namespace dondoc::language {
namespace {

const std::array<std::pair<Phrases, int>, 13>& number_words() {
    static const std::array<std::pair<Phrases, int>, 13> words{{{{"một"}, 1},
                                                                {{"hai"}, 2},
                                                                {{"ba"}, 3},
                                                                {{"bốn"}, 4},
                                                                {{"năm"}, 5},
                                                                {{"sáu"}, 6},
                                                                {{"bảy"}, 7},
                                                                {{"tám"}, 8},
                                                                {{"chín"}, 9},
                                                                {{"mười"}, 10},
                                                                {{"mười lăm"}, 15},
                                                                {{"hai mươi"}, 20},
                                                                {{"ba mươi"}, 30}}};
    return words;
}

}  // namespace

int accept_count(Cursor& at) {
    int count = at.accept_number();
    if (count < 0) {
        std::size_t longest = 0;
        for (const auto& [words, value] : number_words()) {
            const auto length = words.match(at.tokens(), at.position());
            if (length > longest) {
                longest = length;
                count = value;
            }
        }
        at.back(at.position() + longest);
    }
    const auto before = at.position();
    if (count >= 0 && at.accept_mark('(')) {
        constexpr std::size_t longest_remark = 4;
        for (std::size_t i = 0; i < longest_remark && !at.at_end(); ++i) {
            if (at.accept_mark(')')) return count;
            at.back(at.position() + 1);
        }
        if (at.accept_mark(')')) return count;
        at.back(before);
    }
    return count;
}

}  // namespace dondoc::language
