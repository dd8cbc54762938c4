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

std::optional<std::chrono::seconds> parse_interval(std::string_view text) {
    int count = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    const std::string_view unit{rest, static_cast<std::size_t>(end - rest)};
    const int seconds = unit == "s" ? 1 : unit == "m" ? 60 : unit == "h" ? 3600 : 0;
    constexpr int seconds_a_day = 24 * 3600;
    if (error != std::errc{} || seconds == 0 || count < 1 || count > seconds_a_day / seconds)
        return std::nullopt;
    return std::chrono::seconds{count * seconds};
}

}  // namespace dondoc::config
