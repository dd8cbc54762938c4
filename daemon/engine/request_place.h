// SPDX-License-Identifier: Apache-2.0
// Where in a request that stands which is refused.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dondoc::engine {

// "rows[3].title": the field of an element of a list, which counts from 0.
inline std::string place_in(std::string_view list, std::size_t index, std::string_view field) {
    return std::string{list}.append("[").append(std::to_string(index)).append("].").append(field);
}

}  // namespace dondoc::engine
