// SPDX-License-Identifier: Apache-2.0
// Spans of time as configurations have them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace dondoc::language {

// "90s", "5m", "2h", "3d"; nullopt: not of that form, or nothing.
std::optional<std::chrono::seconds> parse_span(const std::string& text);

}  // namespace dondoc::language
