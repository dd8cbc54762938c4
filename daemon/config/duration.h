// SPDX-License-Identifier: Apache-2.0
// How far from the due day: "15d" is fifteen days, "2w" two weeks, "5wd" five working days.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "domain/alert_policy.h"

namespace dondoc::config {

inline constexpr int longest_duration = 3650;  // days: ten years

// nullopt: not of that form, or not 1 to longest_duration.
std::optional<Offset> parse_duration(std::string_view text);

// "30s", "5m", "2h": from a second to a day. nullopt: not of that form.
std::optional<std::chrono::seconds> parse_interval(std::string_view text);

}  // namespace dondoc::config
