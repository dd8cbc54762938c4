// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/period_days.h"

#include <algorithm>

#include "language/deadline/occurrences.h"

namespace dondoc::language {
namespace {

using Every = Rule::Every;

// Does each period of `longer` end where one of `shorter` does? Then its report is due with that one's.
bool ends_with(Every shorter, Every longer) {
    const auto fine = months_that_end(shorter);
    const auto coarse = months_that_end(longer);
    return std::includes(fine.begin(), fine.end(), coarse.begin(), coarse.end());
}

class Placing {
  public:
    explicit Placing(const std::vector<Rule>& rules) : rules_(rules) {}

    PlacedDays take() {
        number_lists();
        for (std::size_t i = 0; i < rules_.size(); ++i)
            if (!rules_[i].is_name() && !place(i)) break;
        return std::move(placed_);
    }

  private:
    // A list is the periods and the days that belong to them: "hằng tháng, trước ngày 20; hằng quý, ..." are
    // two. The periods stand before their days or behind them, as in the first list.
    void number_lists() {
        std::size_t list = 0;
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            if (i > 0 && rules_[i].is_name() != rules_[i - 1].is_name() &&
                rules_[i].is_name() == rules_[0].is_name())
                ++list;
            list_of_.push_back(list);
            if (rules_[i].is_name()) placed_.named.push_back({*rules_[i].every, list});
        }
    }

    std::vector<Every> periods_of(std::size_t list) const {
        std::vector<Every> periods;
        for (const auto& named : placed_.named)
            if (named.list == list) periods.push_back(named.every);
        return periods;
    }

    // Gives a day the period and the month that the phrase says elsewhere.
    bool place(std::size_t at) {
        auto rule = rules_[at];
        const auto list = list_of_[at];
        const auto periods = periods_of(list);
        if (is_start_of_range(at)) return true;
        if (rule.bound == Bound::From) return refuse("deadline.unread");
        const bool monthly = std::find(periods.begin(), periods.end(), Every::Month) != periods.end();
        const bool of_each_period = !rule.every && rule.month;                   // "tháng cuối kỳ"
        const bool month_after = rule.every == Every::Month && rule.month == 1;  // "tháng sau"
        if (of_each_period || (month_after && !periods.empty() && !monthly)) {
            if (periods.empty()) return refuse("deadline.which_period");
            for (const auto every : periods) {
                rule.every = every;
                add(rule, list);
            }
            return true;
        }
        if (!rule.every && monthly) {
            rule.every = Every::Month;
        } else if (!rule.every) {
            const auto* like = periods.empty() ? next_complete(at) : nullptr;
            if (!like || !like->day) return refuse("deadline.which_month");
            rule.every = like->every;
            rule.month = like->month;
        }
        if (rule.every != Every::Month && !rule.month && rule.day.value_or(0))
            return refuse("deadline.which_month");
        add(rule, list);
        return true;
    }

    bool refuse(const char* key) {
        placed_.refusal = key;
        return false;
    }

    // "Từ ngày 20" where "đến ngày 25" follows: only the end is a last day.
    bool is_start_of_range(std::size_t at) const {
        if (at + 1 == rules_.size() || rules_[at + 1].is_name()) return false;
        return rules_[at + 1].ends_range ||
               (rules_[at].bound == Bound::From && rules_[at + 1].bound == Bound::By);
    }

    // "Ngày 10 và ngày 20 tháng cuối quý"
    const Rule* next_complete(std::size_t at) const {
        const auto found = std::find_if(rules_.begin() + static_cast<std::ptrdiff_t>(at), rules_.end(),
                                        [](const Rule& rule) { return rule.every; });
        return found == rules_.end() || found->is_name() ? nullptr : &*found;
    }

    void add(const Rule& rule, std::size_t list) {
        placed_.rules.push_back(rule);
        const auto periods = periods_of(list);
        const bool is_named = std::find(periods.begin(), periods.end(), rule.every) != periods.end();
        for (auto& named : placed_.named)
            if (named.every == rule.every ||
                (is_named && named.list == list && ends_with(*rule.every, named.every)))
                named.has_day = true;
    }

    const std::vector<Rule>& rules_;
    std::vector<std::size_t> list_of_;
    PlacedDays placed_;
};

}  // namespace

PlacedDays place_days(const std::vector<Rule>& rules) {
    return Placing(rules).take();
}

}  // namespace dondoc::language
