// SPDX-License-Identifier: Apache-2.0
#include "domain/civil.h"

#include <array>
#include <cstdio>

namespace dondoc {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Exactly `width` digits at the front of `text`, which is moved past them.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (!is_digit(text[i])) return std::nullopt;
        value = value * 10 + static_cast<unsigned>(text[i] - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<local_days> take_iso_day(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    const auto ymd = date::year{static_cast<int>(*year)} / date::month{*month} / date::day{*day};
    if (!ymd.ok() || *year == 0) return std::nullopt;
    return local_days{ymd};
}

// "", "Z", "+07:00" at the end of an instant.
std::optional<std::chrono::minutes> take_offset(std::string_view text) {
    using std::chrono::minutes;
    if (text.empty()) return minutes{vietnam_offset};
    if (text == "Z") return minutes{0};
    const int sign = text.front() == '-' ? -1 : 1;
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 14 || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59 || !text.empty()) return std::nullopt;
    return sign * minutes{*hour * 60 + *minute};
}

}  // namespace

std::string iso_day(local_days day) {
    const date::year_month_day ymd{day};
    std::array<char, 24> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", int{ymd.year()},
                                     unsigned{ymd.month()}, unsigned{ymd.day()});
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::optional<local_days> parse_iso_day(std::string_view text) {
    const auto day = take_iso_day(text);
    return text.empty() ? day : std::nullopt;
}

std::string spoken_day(local_days day) {
    const date::year_month_day ymd{day};
    std::array<char, 24> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%02u/%02u/%04d", unsigned{ymd.day()},
                                     unsigned{ymd.month()}, int{ymd.year()});
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string clock_text(std::chrono::minutes time_of_day) {
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(time_of_day.count() / 60),
                  static_cast<int>(time_of_day.count() % 60));
    return clock.data();
}

std::string iso_instant(sys_seconds instant) {
    const auto local = to_local(instant);
    const auto day = date::floor<date::days>(local);
    const date::hh_mm_ss time{local - day};
    std::array<char, 24> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d+07:00", int(time.hours().count()),
                      int(time.minutes().count()), int(time.seconds().count()));
    return iso_day(day) + std::string{buffer.data(), static_cast<std::size_t>(length)};
}

std::string spoken_instant(sys_seconds instant) {
    const auto local = to_local(instant);
    const auto day = date::floor<date::days>(local);
    return spoken_day(day) + ' ' + clock_text(std::chrono::duration_cast<std::chrono::minutes>(local - day));
}

std::optional<sys_seconds> parse_instant(std::string_view text) {
    const auto day = take_iso_day(text);
    if (!day) return std::nullopt;
    if (text.empty()) return to_instant(local_seconds{*day});
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    unsigned second = 0;
    if (take(text, ':')) {
        const auto given = take_digits(text, 2);
        if (!given || *given > 59) return std::nullopt;
        second = *given;
    }
    const auto offset = take_offset(text);
    if (!offset) return std::nullopt;
    const auto time_of_day =
        std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{second};
    return sys_seconds{(local_seconds{*day} + time_of_day).time_since_epoch() - *offset};
}

}  // namespace dondoc
