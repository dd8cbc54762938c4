// SPDX-License-Identifier: Apache-2.0
// Whose document it is: what a policy and a report are chosen by.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace dondoc {

inline constexpr std::array<std::string_view, 5> document_levels{"government", "ministry", "province",
                                                                 "district", "commune"};

constexpr bool is_document_level(std::string_view text) {
    return std::ranges::find(document_levels, text) != document_levels.end();
}

}  // namespace dondoc
