// SPDX-License-Identifier: Apache-2.0
#include "language/words/normalize.h"

#include "language/words/unicode.h"

namespace dondoc::language {

std::string normalize(std::string_view text) {
    return clean(text, Lines::Join);
}

std::string fold(std::string_view text) {
    std::string folded;
    for_each_code_point(lower_case(normalize(text)), [&](char32_t c, std::string_view bytes) {
        if (is_dash(c))
            folded += '-';
        else
            folded += bytes;
    });
    return folded;
}

}  // namespace dondoc::language
