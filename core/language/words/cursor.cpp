// SPDX-License-Identifier: Apache-2.0
#include "language/words/cursor.h"

#include <array>
#include <utility>

namespace dondoc::language {
namespace {

const std::array<std::pair<Phrase, int>, 13>& number_words() {
    static const std::array<std::pair<Phrase, int>, 13> words{{{Phrase{"một"}, 1},
                                                               {Phrase{"hai"}, 2},
                                                               {Phrase{"ba"}, 3},
                                                               {Phrase{"bốn"}, 4},
                                                               {Phrase{"năm"}, 5},
                                                               {Phrase{"sáu"}, 6},
                                                               {Phrase{"bảy"}, 7},
                                                               {Phrase{"tám"}, 8},
                                                               {Phrase{"chín"}, 9},
                                                               {Phrase{"mười"}, 10},
                                                               {Phrase{"mười lăm"}, 15},
                                                               {Phrase{"hai mươi"}, 20},
                                                               {Phrase{"ba mươi"}, 30}}};
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
