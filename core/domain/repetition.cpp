// SPDX-License-Identifier: Apache-2.0
#include "domain/repetition.h"

#include <algorithm>
#include <charconv>

namespace dondoc {
namespace {

constexpr int days_in_week = 7;
constexpr date::days longest_gap{800};  // between two days: a year, and what a day before its month shifts

int year_of(local_days day) {
    return int{date::year_month_day{day}.year()};
}

bool take_count(std::string_view& text, int& number) {
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    return true;
}

bool take_part(std::string_view part, Repetition& repetition) {
    if (part.starts_with('@')) {
        repetition.from = parse_iso_day(part.substr(1));
        return repetition.from.has_value();
    }
    if (part.starts_with('w')) {
        part.remove_prefix(1);
        int weekday = 0;
        if (!take_count(part, weekday) || !part.empty() || weekday < 1 || weekday > days_in_week)
            return false;
        repetition.weekdays.push_back(weekday);
        return true;
    }
    DayOfYear day{};
    if (!take_count(part, day.month) || !part.starts_with('-')) return false;
    part.remove_prefix(1);
    if (!take_count(part, day.day)) return false;
    day.before = part == "<";
    constexpr int months = 12;
    constexpr int longest_month = 31;
    if ((!day.before && !part.empty()) || day.month < 1 || day.month > months || day.day < 0 ||
        day.day > longest_month)
        return false;
    repetition.days.push_back(day);
    return true;
}

}  // namespace

local_days day_in_year(const DayOfYear& day, int year) {
    const date::year_month_day_last last{date::year{year} / date::month{static_cast<unsigned>(day.month)} /
                                         date::last};
    const auto length = static_cast<int>(unsigned{last.day()});
    if (day.day > length) return local_days{last};  // "trước ngày 31" as well
    const auto named = day.day == 0
                           ? local_days{last}
                           : civil(year, static_cast<unsigned>(day.month), static_cast<unsigned>(day.day));
    return day.before ? named - date::days{1} : named;
}

std::vector<local_days> days_between(const Repetition& repetition, local_days first, local_days last) {
    std::vector<local_days> days;
    if (repetition.from) first = std::max(first, *repetition.from);
    if (last < first) return days;
    // The day before 1 January is one of the year before.
    for (int year = year_of(first); year <= year_of(last) + 1; ++year)
        for (const auto& day : repetition.days) days.push_back(day_in_year(day, year));
    for (const int weekday : repetition.weekdays) {
        auto day =
            first + (date::weekday{static_cast<unsigned>(weekday % days_in_week)} - date::weekday{first});
        for (; day <= last; day += date::days{days_in_week}) days.push_back(day);
    }
    std::erase_if(days, [&](local_days day) { return day < first || day > last; });
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::optional<local_days> next_day(const Repetition& repetition, local_days from) {
    if (!repetition.is_endless()) return std::nullopt;
    if (repetition.from) from = std::max(from, *repetition.from);
    const auto days = days_between(repetition, from, from + longest_gap);
    return days.empty() ? std::nullopt : std::optional{days.front()};
}

std::optional<local_days> day_before(const Repetition& repetition, local_days day) {
    const auto days = days_between(repetition, day - longest_gap, day - date::days{1});
    return days.empty() ? std::nullopt : std::optional{days.back()};
}

std::string to_text(const Repetition& repetition) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    for (const auto& day : repetition.days)
        add(std::to_string(day.month) + '-' + std::to_string(day.day) + (day.before ? "<" : ""));
    for (const int weekday : repetition.weekdays) add('w' + std::to_string(weekday));
    if (repetition.is_endless() && repetition.from) add('@' + iso_day(*repetition.from));
    return text;
}

std::optional<Repetition> parse_repetition(std::string_view text) {
    Repetition repetition;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (!take_part(text.substr(0, end), repetition)) return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return repetition;
}

}  // namespace dondoc
