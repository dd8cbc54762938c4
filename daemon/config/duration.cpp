// SPDX-License-Identifier: Apache-2.0
#include "config/duration.h"

#include <charconv>

namespace dondoc::config {

std::optional<Offset> parse_duration(std::string_view text) {
    Offset offset;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, offset.count);
    if (error != std::errc{} || offset.count < 1 || offset.count > longest_duration) return std::nullopt;
    const std::string_view unit{rest, static_cast<std::size_t>(end - rest)};
    if (unit == "w") {
        constexpr int days_a_week = 7;
        if (offset.count > longest_duration / days_a_week) return std::nullopt;
        offset.count *= days_a_week;
        return offset;
    }
    if (unit != "d" && unit != "wd") return std::nullopt;
    offset.unit = unit == "wd" ? Offset::Unit::WorkingDays : Offset::Unit::Days;
    return offset;
}

}  // namespace dondoc::config
