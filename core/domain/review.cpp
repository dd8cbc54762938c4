// SPDX-License-Identifier: Apache-2.0
#include "domain/review.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dondoc {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 3> named_months{
    {{"monthly", 1}, {"quarterly", 3}, {"yearly", 12}}};

}  // namespace

std::optional<ReviewInterval> parse_review(std::string_view text) {
    for (const auto& [name, months] : named_months)
        if (text == name) return ReviewInterval{months, ReviewInterval::Unit::Months};
    int count = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    const bool is_days = std::string_view{rest, static_cast<std::size_t>(end - rest)} == "d";
    if (error != std::errc{} || !is_days || count < 1 || count > longest_review_days) return std::nullopt;
    return ReviewInterval{count, ReviewInterval::Unit::Days};
}

std::string to_text(const ReviewInterval& interval) {
    if (interval.unit == ReviewInterval::Unit::Days) return std::to_string(interval.count) + "d";
    const auto* const found =
        std::ranges::find(named_months, interval.count, &std::pair<std::string_view, int>::second);
    return std::string{found->first};
}

local_days review_day(const ReviewInterval& interval, local_days since, int nth) {
    const int count = interval.count * nth;
    if (interval.unit == ReviewInterval::Unit::Days) return since + date::days{count};
    const date::year_month_day first{since};
    const auto wanted = first + date::months{count};
    if (wanted.ok()) return local_days{wanted};
    return local_days{wanted.year() / wanted.month() / date::last};
}

int reviews_by(const ReviewInterval& interval, local_days since, local_days today) {
    constexpr int longest_month = 31;
    const auto days = static_cast<int>((today - since).count());
    const int longest = interval.count * (interval.unit == ReviewInterval::Unit::Days ? 1 : longest_month);
    int passed = std::max(0, days / longest);
    while (review_day(interval, since, passed + 1) <= today) ++passed;
    return passed;
}

}  // namespace dondoc
