// SPDX-License-Identifier: Apache-2.0
// A few texts in a row of a table of cases, written as {"a", "b"}. As an array they are data; with a vector
// of strings in each row the table becomes code, on which a compiler with sanitizers works for a minute.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace dondoc::language {

struct FewTexts {
    const char* texts[16] = {};  // up to the first nullptr

    std::vector<std::string> list() const {
        return {std::begin(texts), std::find(std::begin(texts), std::end(texts), nullptr)};
    }
};

}  // namespace dondoc::language
