// SPDX-License-Identifier: GPL-3.0-or-later
// How far one word is from another.
#pragma once

#include <cstddef>
#include <string_view>

namespace dondoc::cli {

// How many letters have to be changed, added or left out to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b);

}  // namespace dondoc::cli
