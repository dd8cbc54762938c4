// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/dates.h"

#include <charconv>

namespace dondoc::cli {
namespace {

std::optional<int> number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

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

// Days below 10 and the first two months are written with a 0, as NĐ 30/2020/NĐ-CP has it (Phụ lục I, phần
// II, mục 4).
std::string long_day(local_days day) {
    const date::year_month_day civil{day};
    const auto two_digits = [](unsigned number, unsigned below) {
        return (number < below ? "0" : "") + std::to_string(number);
    };
    constexpr unsigned first_full_day = 10, first_full_month = 3;
    return "ngày " + two_digits(static_cast<unsigned>(civil.day()), first_full_day) + " tháng " +
           two_digits(static_cast<unsigned>(civil.month()), first_full_month) + " năm " +
           std::to_string(static_cast<int>(civil.year()));
}

}  // namespace dondoc::cli
