// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/occurrences.h"

#include <algorithm>
#include <chrono>

namespace dondoc::language {
namespace {

int year_of(local_days day) {
    return int{date::year_month_day{day}.year()};
}

constexpr unsigned first_month_of_next_plans = 11;

int months_in(Rule::Every every) {
    const auto ends = months_that_end(every);
    return 12 / static_cast<int>(ends.size());
}

// The year of the first such span that has not ended before `day`.
int first_year_from(const Moment& moment, local_days day) {
    const int year = year_of(day);
    const auto days = days_of(moment, year);
    return days && days->last < day ? year + 1 : year;
}

// "Tháng 12/2026 và tháng 01 năm sau": counted from the year named before it, else from the document's.
void resolve_told_years(std::vector<BoundMoment>& moments, int issued) {
    int base = issued;
    for (auto& term : moments) {
        auto& moment = term.moment;
        if (moment.year)
            base = *moment.year;
        else if (moment.years_on)
            moment.year = base + *moment.years_on;
    }
}

// Years that the moment to the right gives: "15/6 và 15/12/2023", "từ tháng 10 đến tháng 3/2024". In a list
// none goes back to before the document: "15/12, 15/6".
void take_years_from_the_right(std::vector<BoundMoment>& moments, local_days issued) {
    for (std::size_t i = moments.size(); i-- > 1;) {
        auto& left = moments[i - 1].moment;
        const auto& right = moments[i].moment;
        if (left.year || !right.year) continue;
        const int year = right.first_year.value_or(*right.year);
        const auto left_days = days_of(left, year);
        const auto right_days = days_of(right, year);
        const bool is_later = left_days && right_days && left_days->first > right_days->last;
        const auto year_before = days_of(left, year - 1);
        const bool passed = moments[i].listed && year_before && year_before->last < issued;
        left.year = is_later && !passed ? year - 1 : year;
    }
}

DayOfYear day_of_rule(const Rule& rule, int end) {
    int month = end;
    if (rule.every == Rule::Every::NineMonths)
        month = rule.month.value_or(0) ? 10 : 9;  // the month after it
    else if (rule.every != Rule::Every::Month && rule.month.value_or(0))
        month = end - months_in(*rule.every) + *rule.month;
    const bool before = rule.bound == Bound::Before;
    return {month, rule.day.value_or(before && rule.month ? 1 : 0), before};  // "trước tháng cuối quý"
}

// `issued`: what follows a period follows the first that has not ended before that day.
void add_year_of(const Rule& rule, int year, local_days issued, std::vector<local_days>& days) {
    for (const int end : months_that_end(rule.every.value())) {
        const auto begin = civil(year, static_cast<unsigned>(end - months_in(*rule.every) + 1), 1);
        if (!rule.following || begin > issued) days.push_back(day_in_year(day_of_rule(rule, end), year));
    }
}

}  // namespace

date::days length(const YearedSpan& span) {
    return span.days.last - span.days.first;
}

bool lies_in(const YearedSpan& inner, const YearedSpan& outer) {
    return length(inner) < length(outer) && outer.days.first <= inner.days.first &&
           inner.days.last <= outer.days.last;
}

std::vector<int> months_that_end(Rule::Every every) {
    switch (every) {
        case Rule::Every::Month:
            return {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        case Rule::Every::Quarter:
            return {3, 6, 9, 12};
        case Rule::Every::HalfYear:
            return {6, 12};
        case Rule::Every::NineMonths:
            return {9};
        case Rule::Every::Year:
            return {12};
    }
    return {};
}

std::optional<std::vector<YearedSpan>> spans_of(const std::vector<BoundMoment>& moments, local_days issued) {
    auto dated = moments;
    resolve_told_years(dated, year_of(issued));
    // A list without any year: its last one is the next to come, and the others are counted back from it.
    const bool no_year = std::none_of(moments.begin(), moments.end(),
                                      [](const BoundMoment& term) { return term.moment.tells_year(); });
    if (no_year && !dated.empty()) dated.back().moment.year = first_year_from(dated.back().moment, issued);
    take_years_from_the_right(dated, issued);
    std::vector<YearedSpan> spans;
    std::optional<local_days> previous;
    for (const auto& term : dated) {
        const auto& moment = term.moment;
        const int year = moment.year.value_or(first_year_from(moment, previous.value_or(issued)));
        const auto days = days_of(moment, year);
        if (!days) return std::nullopt;
        previous = days->first;
        spans.push_back({*days, no_year && year > year_of(issued)});
    }
    return spans;
}

local_days due_of(const BoundMoment& term, const YearedSpan& span) {
    // The day begins at 0h00, so a term then is the end of the day before.
    const bool at_its_start = term.clock == std::chrono::minutes{0};
    if ((term.bound == Bound::Before && !term.clock) || at_its_start) return span.days.first - date::days{1};
    return span.days.last;
}

Horizon horizon_of(const std::vector<BoundMoment>& moments, local_days issued) {
    const date::year_month_day day{issued};
    int last = int{day.year()} + (unsigned{day.month()} >= first_month_of_next_plans ? 1 : 0);
    int named = 0;
    for (const auto& term : moments) named = std::max(named, term.moment.year.value_or(0));
    if (named >= int{day.year()} && named <= int{day.year()} + 10) last = named;
    return {issued, civil(last, 12, 31)};
}

std::vector<local_days> occurrences_of(const std::vector<Rule>& rules, const Horizon& horizon) {
    std::vector<local_days> days;
    // "Trước ngày 01" of a year's first month is a day of the year before.
    for (int year = year_of(horizon.first); year <= year_of(horizon.last) + 1; ++year)
        for (const auto& rule : rules) add_year_of(rule, year, horizon.first, days);
    std::erase_if(days, [&](local_days day) { return day < horizon.first || day > horizon.last; });
    return days;
}

std::vector<DayOfYear> days_of_year(const Rule& rule) {
    std::vector<DayOfYear> days;
    for (const int end : months_that_end(rule.every.value())) days.push_back(day_of_rule(rule, end));
    return days;
}

DayOfYear day_of_year(const BoundMoment& term) {
    constexpr int common_year = 2023;  // 29/02 is a month's last day, see recurrence.cpp
    const auto span = days_of(term.moment, common_year).value();
    const bool before = due_of(term, {span, false}) < span.first;
    const date::year_month_day day{before ? span.first : span.last};
    const bool is_last = day == date::year_month_day{day.year() / day.month() / date::last};
    const bool of_month = is_last && term.moment.unit != Moment::Unit::Day;
    return {static_cast<int>(unsigned{day.month()}), of_month ? 0 : static_cast<int>(unsigned{day.day()}),
            before};
}

}  // namespace dondoc::language
