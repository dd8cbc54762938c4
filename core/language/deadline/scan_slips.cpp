// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/scan_slips.h"

#include <algorithm>

#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

bool is_date_mark(char c) {
    return c == '/' || c == '-' || c == '.';
}
char digit_for(char c) {
    if (c == 'O' || c == 'o') return '0';
    if (c == 'l' || c == 'I') return '1';
    return 0;
}
bool is_letter_byte(char c) {  // of ASCII, or a byte of another
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Day and month, with or without a year: one or two signs, a mark, one or two, a mark, two or four.
bool has_shape_of_a_date(std::string_view run) {
    std::size_t part = 0;
    std::size_t length = 0;
    std::size_t digits = 0;
    for (const char c : run) {
        if (is_date_mark(c)) {
            if (length < 1 || length > 2 || ++part > 2) return false;
            length = 0;
        } else {
            ++length;
            digits += is_digit(c) ? 1 : 0;
        }
    }
    const bool ends_well = part == 1 ? length == 1 || length == 2 : part == 2 && (length == 2 || length == 4);
    return ends_well && digits >= 2;
}

}  // namespace

MendedPhrase mend_scan_slips(std::string_view phrase) {
    MendedPhrase mended;
    for (std::size_t at = 0; at < phrase.size();) {
        auto end = at;
        while (end < phrase.size() &&
               (is_digit(phrase[end]) || is_date_mark(phrase[end]) || digit_for(phrase[end])))
            ++end;
        auto run = phrase.substr(at, end - at);
        while (!run.empty() && is_date_mark(run.back())) run.remove_suffix(1);
        const bool stands_alone = (at == 0 || !is_letter_byte(phrase[at - 1])) &&
                                  (end == phrase.size() || !is_letter_byte(phrase[end]));
        if (run.empty()) {
            mended.phrase += phrase[at++];
            continue;
        }
        std::string taken{run};
        if (stands_alone && has_shape_of_a_date(run))
            std::transform(taken.begin(), taken.end(), taken.begin(),
                           [](char c) { return digit_for(c) ? digit_for(c) : c; });
        if (taken != run) mended.slips.push_back({std::string(run), taken});
        mended.phrase += taken;
        at += run.size();
    }
    return mended;
}

}  // namespace dondoc::language
