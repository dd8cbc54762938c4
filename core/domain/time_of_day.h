// SPDX-License-Identifier: Apache-2.0
// "07:30"
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dondoc {

// Since midnight. nullopt: not a time of day.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

}  // namespace dondoc
