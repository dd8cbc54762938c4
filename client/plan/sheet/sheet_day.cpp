// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

#include "domain/time_of_day.h"
#include "plan/sheet/sheet_reader.h"

namespace dondoc::plan {
namespace {

// Serial numbers of the years 1990 to 2099, counted as every spreadsheet does after 1900.
constexpr auto serial_base = civil(1899, 12, 30);
constexpr int first_serial = 32'874, last_serial = 73'050;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-')
        return std::nullopt;
    return value;
}

std::string_view without_time(std::string_view text) {
    const auto at = text.find_first_of(" T");
    return at != std::string_view::npos && text.find(':', at) != std::string_view::npos ? text.substr(0, at)
                                                                                        : text;
}

}  // namespace

std::optional<local_days> parse_sheet_day(std::string_view text) {
    text = without_time(text);
    if (const auto serial = number(text)) {
        if (*serial < first_serial || *serial > last_serial) return std::nullopt;
        return serial_base + date::days{*serial};
    }
    if (const auto iso = parse_iso_day(text)) return iso;
    const auto first = text.find_first_of("/-.");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto day = number(text.substr(0, first));
    const auto month = number(text.substr(first + 1, second - first - 1));
    auto year = number(text.substr(second + 1));
    if (!day || !month || !year) return std::nullopt;
    const auto digits = text.size() - second - 1;
    if (digits == 2) *year += 2000;
    if (digits != 2 && digits != 4) return std::nullopt;
    const date::year_month_day made{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                    date::day{static_cast<unsigned>(*day)}};
    if (!made.ok()) return std::nullopt;
    return local_days{made};
}

std::optional<SheetMoment> parse_sheet_moment(std::string_view text) {
    constexpr std::size_t clock = 5;  // "17:00"
    constexpr std::chrono::minutes last_minute{24 * 60 - 1};
    std::optional<std::chrono::minutes> hour;
    if (const auto blank = text.find(' '); blank == clock) hour = parse_time_of_day(text.substr(0, clock));
    if (hour) {
        text.remove_prefix(clock + 1);
    } else if (const auto at = text.find_first_of(" T"); at != std::string_view::npos) {
        hour = parse_time_of_day(text.substr(at + 1, clock));
    }
    const auto day = parse_sheet_day(text);
    if (!day) return std::nullopt;
    if (hour == std::chrono::minutes{0} || hour == last_minute) hour.reset();
    return SheetMoment{*day, hour};
}

}  // namespace dondoc::plan
