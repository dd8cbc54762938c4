// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/dates.h"

#include <charconv>
#include <chrono>

#include "wire/time.h"

namespace dondoc::words {
namespace {

std::optional<int> day_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

std::optional<local_days> parse_day(std::string_view text) {
    if (const auto day = parse_iso_day(text)) return day;
    const auto first = text.find('/');
    const auto second = text.find('/', first + 1);
    if (first == text.npos || second == text.npos || text.size() - second - 1 != 4) return std::nullopt;
    const auto day = day_number(text.substr(0, first));
    const auto month = day_number(text.substr(first + 1, second - first - 1));
    const auto year = day_number(text.substr(second + 1));
    if (!day || !month || !year || *day > 31 || *month > 12 || *year == 0) return std::nullopt;
    const auto ymd = date::year{*year} / date::month{static_cast<unsigned>(*month)} /
                     date::day{static_cast<unsigned>(*day)};
    if (!ymd.ok()) return std::nullopt;
    return local_days{ymd};
}

std::string spoken_due(const std::string& iso, const std::string& hour) {
    return (hour.empty() ? "" : hour + ' ') + spoken_iso_day(iso);
}

std::string spoken_iso_day(const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? spoken_day(*day) : iso;
}

std::string spoken_instant(const google::protobuf::Timestamp& time) {
    return spoken_instant(wire::to_instant(time));
}

}  // namespace dondoc::words
