// SPDX-License-Identifier: Apache-2.0
#include "language/words/cursor.h"

#include "language/words/number_words.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_remark = 6;  // tokens

int accept_plain_count(Cursor& at) {
    if (const int count = at.accept_number(); count >= 0) return count;
    const auto numeral = read_numeral(at.tokens(), at.position());
    at.back(at.position() + numeral.length);
    return numeral ? numeral.value : -1;
}

}  // namespace

int accept_count(Cursor& at) {
    const auto begin = at.position();
    const int count = accept_plain_count(at);
    const auto before = at.position();
    if (count < 0 || !at.accept_mark('(')) return count;
    if (const int again = accept_plain_count(at); again >= 0 && again != count) {
        at.back(begin);  // "15 (mười hai)": one of them is wrong
        return -1;
    }
    for (std::size_t i = 0; i <= longest_remark && !at.at_end(); ++i) {
        if (at.accept_mark(')')) return count;
        at.back(at.position() + 1);
    }
    at.back(before);
    return count;
}

}  // namespace dondoc::language
