// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dates.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace dondoc::cli {
namespace {

std::optional<int> number_of(std::string_view text) {
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
    const auto day = number_of(text.substr(0, first));
    const auto month = number_of(text.substr(first + 1, second - first - 1));
    const auto year = number_of(text.substr(second + 1));
    if (!day || !month || !year || *day > 31 || *month > 12 || *year == 0) return std::nullopt;
    const auto ymd = date::year{*year} / date::month{static_cast<unsigned>(*month)} /
                     date::day{static_cast<unsigned>(*day)};
    if (!ymd.ok()) return std::nullopt;
    return local_days{ymd};
}

std::optional<std::chrono::seconds> parse_span(std::string_view text) {
    using namespace std::chrono_literals;
    if (text.empty()) return std::nullopt;
    std::chrono::seconds unit = 24h;
    const char last = text.back();
    if (last < '0' || last > '9') {
        if (last == 'w') {
            unit = 7 * 24h;
        } else if (last == 'h') {
            unit = 1h;
        } else if (last == 'm') {
            unit = 1min;
        } else if (last != 'd') {
            return std::nullopt;
        }
        text.remove_suffix(1);
    }
    const auto count = number_of(text);
    if (!count || *count > 1'000'000) return std::nullopt;
    return *count * unit;
}

std::optional<sys_seconds> parse_moment(std::string_view text) {
    if (const auto instant = parse_instant(text)) return instant;
    const auto space = text.find_first_of(" T");
    const auto day = parse_day(text.substr(0, space));
    if (!day) return std::nullopt;
    return parse_instant(iso_day(*day) + (space == text.npos ? "" : std::string(text.substr(space))));
}

std::string spoken_due(const std::string& iso, const std::string& hour) {
    return (hour.empty() ? "" : hour + ' ') + spoken_iso_day(iso);
}

std::string spoken_iso_day(const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? spoken_day(*day) : iso;
}

sys_seconds instant_of(const google::protobuf::Timestamp& time) {
    return sys_seconds{std::chrono::seconds{time.seconds()}};
}

std::string spoken_instant(const google::protobuf::Timestamp& time) {
    return spoken_instant(instant_of(time));
}

}  // namespace dondoc::cli
