// SPDX-License-Identifier: Apache-2.0
// C++23 has this as std::ranges::contains.
#pragma once

#include <algorithm>

namespace dondoc {

bool contains(const auto& list, const auto& value) {
    return std::ranges::find(list, value) != list.end();
}

}  // namespace dondoc
