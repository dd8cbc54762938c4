// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a text begins with, or holds, one of some words; both as they are written.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace dondoc::plan {

inline bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

inline bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace dondoc::plan
