// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar_check.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "domain/public_holidays.h"

namespace dondoc {
namespace {

using Kind = SpecialDay::Kind;
using Severity = CalendarFinding::Severity;

constexpr date::days farthest_swap{31};  // between a swapped day and the one made up for it

std::vector<local_days> days_of(const CalendarYear& year, Kind kind) {
    std::vector<local_days> days;
    for (const auto& [day, special] : year.days)
        if (special.kind == kind) days.push_back(day);
    return days;
}

class YearCheck {
  public:
    YearCheck(date::year year, const CalendarYear& data, std::vector<CalendarFinding>& findings)
        : year_(year), data_(data), findings_(findings) {}

    void check() {
        if (!data_.official)
            find(Severity::Warning, std::nullopt, "calendar.check.provisional", {std::to_string(int{year_})});
        const auto holidays = public_holidays(year_);
        if (holidays.empty())
            return find(Severity::Warning, std::nullopt, "calendar.check.law_unknown",
                        {std::to_string(first_law_year), std::to_string(last_law_year)});
        for (const auto& holiday : holidays) check_holiday(holiday);
        for (const auto& [day, special] : data_.days)  // one with a document of its own has been decided
            if (special.kind == Kind::Holiday && special.document.empty() && !known_.contains(day))
                find(Severity::Warning, day, "calendar.check.unknown_holiday", {spoken_day(day)});
        check_substitutes();
    }

  private:
    void find(Severity severity, std::optional<local_days> day, std::string key,
              std::vector<std::string> args) {
        findings_.push_back({severity, year_, day, {std::move(key), std::move(args)}});
    }
    // Against the law.
    void deviates(local_days day, std::string key, std::vector<std::string> args) {
        find(data_.official ? Severity::Error : Severity::Warning, day, std::move(key), std::move(args));
    }

    bool is_holiday(local_days day) const {
        const auto special = data_.days.find(day);
        return special != data_.days.end() && special->second.kind == Kind::Holiday;
    }

    void check_holiday(const PublicHoliday& holiday) {
        const auto name = "@" + word_key(holiday.which);
        for (const auto day : holiday.days) {
            known_.insert(day);
            if (is_holiday(day)) continue;
            deviates(day,
                     data_.days.contains(day) ? "calendar.check.not_holiday" : "calendar.check.no_holiday",
                     {spoken_day(day), name});
        }
        if (holiday.one_of.empty()) return;
        known_.insert(holiday.one_of.begin(), holiday.one_of.end());
        const auto first = holiday.one_of.front(), last = holiday.one_of.back();
        const auto chosen = std::ranges::count_if(holiday.one_of, [&](auto day) { return is_holiday(day); });
        if (chosen != 1)
            deviates(first, chosen == 0 ? "calendar.check.choice_missing" : "calendar.check.choice_double",
                     {spoken_day(first), spoken_day(last), name});
    }

    // The next days that would be worked, each taken once, in the order of the holidays.
    void check_substitutes() {
        std::set<local_days> expected;
        for (const auto holiday : days_of(data_, Kind::Holiday)) {
            if (!is_weekend(holiday)) continue;
            auto day = holiday;
            while (is_weekend(day) || is_off_otherwise(day) || expected.contains(day)) day += date::days{1};
            expected.insert(day);
            if (!has_substitute(day))
                deviates(holiday, "calendar.check.no_substitute", {spoken_day(holiday), spoken_day(day)});
        }
        for (const auto day : days_of(data_, Kind::Substitute))
            if (!expected.contains(day)) deviates(day, "calendar.check.odd_substitute", {spoken_day(day)});
    }
    bool has_substitute(local_days day) const {
        const auto special = data_.days.find(day);
        return special != data_.days.end() && special->second.kind == Kind::Substitute;
    }
    bool is_off_otherwise(local_days day) const {
        const auto special = data_.days.find(day);
        return special != data_.days.end() &&
               (special->second.kind == Kind::Holiday || special->second.kind == Kind::SwappedOff);
    }

    date::year year_;
    const CalendarYear& data_;
    std::vector<CalendarFinding>& findings_;
    std::set<local_days> known_;
};

// Swaps cross the end of a year: a Saturday in December may be worked for a day in January.
class SwapCheck {
  public:
    SwapCheck(const Calendar& calendar, std::vector<CalendarFinding>& findings)
        : calendar_(calendar), findings_(findings) {
        for (const auto& [year, data] : calendar.years()) {
            for (const auto day : days_of(data, Kind::SwappedOff)) off_.insert(day);
            for (const auto day : days_of(data, Kind::MadeUp)) worked_.insert(day);
        }
    }

    void check() {
        while (take_nearest_pair()) continue;
        for (const auto day : off_)
            half(day, "calendar.check.not_made_up", "calendar.check.made_up_elsewhere");
        for (const auto day : worked_)
            half(day, "calendar.check.made_up_for_nothing", "calendar.check.off_elsewhere");
    }

  private:
    bool take_nearest_pair() {
        auto nearest = farthest_swap + date::days{1};
        std::pair<local_days, local_days> pair;
        for (const auto off : off_)
            for (const auto worked : worked_)
                if (const auto apart = std::chrono::abs(off - worked); apart < nearest) {
                    nearest = apart;
                    pair = {off, worked};
                }
        if (nearest > farthest_swap) return false;
        off_.erase(pair.first);
        worked_.erase(pair.second);
        return true;
    }

    void half(local_days day, const std::string& key, const std::string& elsewhere_key) {
        const auto year = date::year_month_day{day}.year();
        for (const auto near : {day - farthest_swap, day + farthest_swap}) {
            const auto other = date::year_month_day{near}.year();
            if (calendar_.find(other)) continue;
            findings_.push_back({Severity::Warning,
                                 year,
                                 day,
                                 {elsewhere_key, {spoken_day(day), std::to_string(int{other})}}});
            return;
        }
        findings_.push_back({Severity::Error, year, day, {key, {spoken_day(day)}}});
    }

    const Calendar& calendar_;
    std::vector<CalendarFinding>& findings_;
    std::set<local_days> off_, worked_;  // not yet paired
};

}  // namespace

std::vector<CalendarFinding> check_calendar(const Calendar& calendar) {
    std::vector<CalendarFinding> findings;
    for (const auto& [year, data] : calendar.years()) YearCheck(year, data, findings).check();
    SwapCheck(calendar, findings).check();
    std::ranges::stable_sort(
        findings, {}, [](const CalendarFinding& finding) { return std::tuple(finding.year, finding.day); });
    return findings;
}

}  // namespace dondoc
