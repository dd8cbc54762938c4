// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/recurrence.h"

#include <algorithm>
#include <set>

#include "language/deadline/occurrences.h"
#include "language/deadline/period_days.h"

namespace dondoc::language {
namespace {

bool is_span(const BoundMoment& term) {
    return term.moment.unit != Moment::Unit::Day && term.moment.part == Moment::Part::Whole;
}

int months_of(const Moment& moment) {
    switch (moment.unit) {
        case Moment::Unit::Day:
            return 0;
        case Moment::Unit::Month:
            return moment.last - moment.first + 1;
        case Moment::Unit::Quarter:
            return (moment.last - moment.first + 1) * 3;
        case Moment::Unit::Year:
            return 12;
    }
    return 0;
}

class Composer {
  public:
    Composer(const PhraseScan& scan, local_days issued)
        : scan_(scan), issued_(issued), horizon_(horizon_of(scan.moments, issued)) {}

    Recurrence take() {
        mend_leap_days();
        const auto spans = spans_of(scan_.moments, issued_);
        if (!spans) return refused("deadline.unread");
        spans_ = *spans;
        auto placed = place_days(scan_.rules);
        if (!placed.refusal.empty()) return refused(placed.refusal);
        rules_ = std::move(placed.rules);
        named_ = std::move(placed.named);
        has_days_of_rules_ = !rules_.empty();
        if (!sort_moments()) return refused("deadline.unread");
        keep_narrowest();
        const bool repeat = !days_.empty() && name_periods();
        add_periods_without_day();
        check_bounds();
        check_windows();
        found_.days = days_within(repeat, horizon_);
        if (repeat && !found_.days.empty() && tells_next_year()) {  // "10/7 và 10/01 năm sau"
            horizon_.last = civil(int{date::year_month_day{horizon_.last}.year()} + 1, 12, 31);
            found_.days = days_within(repeat, horizon_);
        }
        if (found_.days.empty() && names_no_year()) take_next(repeat);
        go_on(repeat);
        return std::move(found_);
    }

  private:
    static Recurrence refused(std::string key) {
        Recurrence nothing;
        nothing.refusal = std::move(key);
        return nothing;
    }

    // "Ngày 29/02 hằng năm" is the last day of February, 28 or 29.
    void mend_leap_days() {
        for (auto& term : scan_.moments) {
            auto& moment = term.moment;
            constexpr int leap_day = 29;
            if (moment.unit != Moment::Unit::Day || moment.tells_year() || moment.first != 2) continue;
            if (moment.day != leap_day) continue;
            moment.unit = Moment::Unit::Month;
            moment.part = Moment::Part::End;
        }
    }

    // Days stay days; a stretch of time as long as the periods or longer ("trong năm 2023", "từ tháng 6 đến
    // tháng 12") is when they come.
    bool sort_moments() {
        for (std::size_t i = 0; i < scan_.moments.size(); ++i)
            if (!sort_moment(i)) return false;
        return true;
    }

    // False: it can mean nothing beside these rules.
    bool sort_moment(std::size_t i) {
        const auto& term = scan_.moments[i];
        const bool yearly = shortest_period() == 12;
        const bool ended = i + 1 < scan_.moments.size() && scan_.moments[i + 1].ends_range;
        const bool stretch = is_span(term) && months_of(term.moment) >= shortest_period();
        if (term.breaks_ground) doubt_periods();
        if (ends_what_comes_again(term)) {
            add_end(i);
        } else if (stretch && is_report_beside(term)) {
            doubt_periods();
        } else if (yearly && (ended || term.ends_range) && names_no_year()) {  // "từ 01/6 đến 30/9 hằng năm"
            if (ended && term.ends_range) return false;                        // "15/3-15/6-15/9"
            if (term.ends_range && !has_result_behind(i)) days_.push_back(i);
        } else if (term.ends_range) {
            add_window({spans_[i - 1].days.first, spans_[i].days.last});
        } else if (term.bound == Bound::From && !ended) {
            if (yearly && !term.moment.year) return false;
            add_window({spans_[i].days.first, horizon_.last});
            open_.insert(i);
        } else if (!ended && stretch && term.bound != Bound::Before) {
            add_stretch(i);
        } else if (!ended) {
            // "Ngày 20 tháng cuối quý, kết thúc trước 30/5": one more day, or the end?
            if (has_days_of_rules_ && (term.finishes || is_span(term))) doubt_periods();
            days_.push_back(i);
        }
        return true;
    }

    void add_end(std::size_t i) {
        if (!has_days_of_rules_) doubt_periods();
        add_window({horizon_.first, due_of(scan_.moments[i], spans_[i])});
        open_.insert(i);
        is_ended_ = true;
    }

    // When the periods come.
    void add_stretch(std::size_t i) {
        const auto& term = scan_.moments[i];
        const auto& days = spans_[i].days;
        // "Hằng quý; hoàn thành trong năm 2027": then, or up to then?
        if ((term.finishes || term.restated) && days.first > issued_) doubt_periods();
        if (shortest_period() != 12 && months_of(term.moment) == shortest_period()) doubt_periods();
        if (!term.moment.year && term.moment.unit == Moment::Unit::Year)
            says_within_year_ = true;  // "hằng tháng trong năm"
        else
            add_window({term.bound == Bound::None ? days.first : horizon_.first, days.last});
    }

    // "Ngày 25 hằng tháng đến 10/4"; beside a period that has no day of its own only with a year: "báo cáo
    // năm đến 15/12" may be its day.
    bool ends_what_comes_again(const BoundMoment& term) const {
        const bool is_day = term.moment.unit == Moment::Unit::Day ||
                            term.moment.part != Moment::Part::Whole ||
                            (has_days_of_rules_ && months_of(term.moment) < shortest_period());
        return term.until && !term.ends_range && is_day && (has_days_of_rules_ || term.moment.year);
    }

    // "Hằng quý, 6 tháng đầu năm và cả năm": reports that fall due with one of the others.
    bool is_report_beside(const BoundMoment& term) const {
        const bool of_years =
            term.moment.unit == Moment::Unit::Year && (shortest_period() != 12 || term.moment.first_year);
        return term.beside_rule && !of_years;
    }

    // "Từ 01/4 đến 30/9 hằng năm, báo cáo chậm nhất ngày 12/10": the stretch is not what is due.
    bool has_result_behind(std::size_t at) const {
        return std::any_of(scan_.moments.begin() + static_cast<std::ptrdiff_t>(at) + 1, scan_.moments.end(),
                           [](const BoundMoment& term) {
                               return term.restated && !term.ends_range && term.bound != Bound::From;
                           });
    }

    // The narrower of two that overlap counts; of two apart, "năm 2023, 2024", both.
    void add_window(DaySpan window) {
        for (auto& other : windows_)
            if (other.first <= window.last && window.first <= other.last) {
                other = {std::max(other.first, window.first), std::min(other.last, window.last)};
                return;
            }
        windows_.push_back(window);
    }

    // "Quý IV hằng năm, trước 15/11": the day is in the quarter.
    void keep_narrowest() {
        const auto all = days_;
        std::erase_if(days_, [&](std::size_t outer) {
            const auto inner = std::find_if(all.begin(), all.end(), [&](std::size_t i) {
                return is_span(scan_.moments[outer]) && !is_span(scan_.moments[i]) &&
                       spans_[outer].days.first <= spans_[i].days.first &&
                       spans_[i].days.last <= spans_[outer].days.last;
            });
            if (inner == all.end()) return false;
            const auto due = spoken_day(due_of(scan_.moments[*inner], spans_[*inner]));
            found_.problems.push_back({"deadline.several", {due}});
            return true;
        });
    }

    int shortest_period() const {
        int shortest = 12;
        for (const auto& rule : scan_.rules)
            if (rule.every) {
                const auto ends = months_that_end(*rule.every);
                shortest = std::min(shortest, 12 / static_cast<int>(ends.size()));
            }
        return shortest;
    }

    bool names_no_year() const {
        return std::none_of(scan_.moments.begin(), scan_.moments.end(),
                            [](const BoundMoment& term) { return term.moment.year.has_value(); });
    }

    // Are the days of the year the days of the periods that have none yet? True: they come again each year.
    bool name_periods() {
        std::set<int> ends;
        for (const auto& named : named_)
            if (!named.has_day)
                for (const int month : months_that_end(named.every)) ends.insert(month);
        if (ends.empty() || !are_one_each({ends.begin(), ends.end()})) return false;
        if (are_reports_themselves(ends.size())) doubt_periods();
        for (auto& named : named_) named.has_day = true;
        return std::none_of(days_.begin(), days_.end(),
                            [&](std::size_t i) { return scan_.moments[i].moment.year.has_value(); });
    }

    // "Quý I, quý III, 6 tháng, năm", "báo cáo năm và 6 tháng đầu năm": no days of the others, but reports,
    // too.
    bool are_reports_themselves(std::size_t periods) const {
        const bool reported = std::ranges::any_of(scan_.rules, &Rule::only_reported);
        return std::ranges::any_of(days_, [&](std::size_t i) {
            const auto& moment = scan_.moments[i].moment;
            const bool whole = is_span(scan_.moments[i]) && scan_.moments[i].bound == Bound::None;
            const bool from_january = months_of(moment) > 3 && moment.first == 1;  // "6 tháng đầu năm"
            const bool quarter = months_of(moment) == 3 && (periods > 1 || named_.size() > 1 || reported);
            const bool other_month = months_of(moment) == 1 && periods == 2 && moment.last % 6 != 0;
            return whole && (from_january || quarter || other_month);
        });
    }

    // One day in each period from the document's on; in a year as many as it likes.
    bool are_one_each(const std::vector<int>& ends) const {
        const auto periods = static_cast<int>(ends.size());
        if (ends == std::vector<int>{12}) return true;
        const auto place = [&](local_days day) {  // counted through the years
            const date::year_month_day civil{day};
            const auto month = static_cast<int>(unsigned{civil.month()});
            const auto slot = std::lower_bound(ends.begin(), ends.end(), month) - ends.begin();
            return int{civil.year()} * periods + static_cast<int>(slot);
        };
        std::vector<int> places;
        for (const auto i : days_) {
            const auto last = spans_[i].days.last;
            if (static_cast<int>(unsigned{date::year_month_day{last}.month()}) > ends.back()) return false;
            places.push_back(place(last));
        }
        std::sort(places.begin(), places.end());
        for (std::size_t i = 1; i < places.size(); ++i)
            if (places[i] != places[i - 1] + 1) return false;
        // "10/4, 10/7, 10/10 và 10/01 năm sau" are one round, each in the period behind its own.
        if (places.size() == ends.size()) return true;
        const bool from_the_start = places.front() <= place(issued_) || places.front() % periods == 0;
        const bool to_the_end = places.back() >= places.front() / periods * periods + periods - 1;
        return from_the_start && to_the_end;
    }

    // They fall due with their last day: no doubt where the phrase names nothing else.
    void add_periods_without_day() {
        const bool has_days = !rules_.empty() || !days_.empty();
        const auto without = std::count_if(named_.begin(), named_.end(),
                                           [](const NamedPeriod& named) { return !named.has_day; });
        for (const auto& named : named_)
            if (!named.has_day) rules_.push_back({.every = named.every});
        if (has_days && without > 0) doubt_periods();
    }

    void doubt_periods() {
        const Message doubt{"deadline.check_period", {}};
        if (std::find(found_.problems.begin(), found_.problems.end(), doubt) == found_.problems.end())
            found_.problems.push_back(doubt);
    }

    // "Trước ngày 12 tháng cuối quý và ngày 12/12": is that one before, too?
    void check_bounds() {
        const auto first = std::find_if(rules_.begin(), rules_.end(),
                                        [](const Rule& rule) { return rule.bound != Bound::None; });
        if (first == rules_.end() || first->bound != Bound::Before) return;
        const bool differs =
            std::any_of(rules_.begin(), rules_.end(),
                        [](const Rule& rule) { return !rule.is_name() && rule.bound != Bound::Before; }) ||
            std::any_of(days_.begin(), days_.end(),
                        [&](std::size_t i) { return scan_.moments[i].bound != Bound::Before; });
        if (differs) found_.problems.push_back({"deadline.check_bound", {}});
    }

    // What a time of year says of one rule it need not say of the others.
    void check_windows() {
        const bool several_rules = rules_.size() > 1 && windows_.size() > 1;
        const bool follows = std::ranges::any_of(rules_, &Rule::following);
        const bool of_one_year = days_.size() > 1 && shortest_period() == 12 && names_whole_year();
        const bool once_and_yearly =  // "trong quý II/2026 và hằng năm"
            !names_no_year() && open_.empty() && std::ranges::any_of(scan_.rules, [](const Rule& rule) {
                return rule.behind_day && rule.is_name() && *rule.every == Rule::Every::Year;
            });
        if (several_rules || (follows && !windows_.empty()) || of_one_year || once_and_yearly)
            doubt_periods();
    }
    bool names_whole_year() const {
        return std::ranges::any_of(scan_.moments, [](const BoundMoment& term) {
            return term.moment.unit == Moment::Unit::Year && !term.moment.first_year &&
                   term.bound == Bound::None;
        });
    }

    std::vector<local_days> days_within(bool repeat, const Horizon& horizon) const {
        auto days = occurrences_of(rules_, horizon);
        const auto first_year = int{date::year_month_day{horizon.first}.year()};
        const auto last_year = int{date::year_month_day{horizon.last}.year()};
        for (int year = first_year; repeat && year <= last_year + 1; ++year)
            for (const auto i : days_)
                if (const auto span = days_of(scan_.moments[i].moment, year); span && year >= first_of(i))
                    days.push_back(due_of(scan_.moments[i], {*span, false}));
        std::erase_if(days, [&](local_days day) { return !comes_on(day, horizon); });
        if (!repeat)
            for (const auto i : days_) days.push_back(due_of(scan_.moments[i], spans_[i]));
        std::erase_if(days, [&](local_days day) { return day < issued_; });
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }

    bool tells_next_year() const {
        return std::any_of(days_.begin(), days_.end(), [&](std::size_t i) { return first_of(i) > 0; });
    }

    // "10/01 năm sau" of a yearly report comes first in the year after the document's.
    int first_of(std::size_t i) const {
        const auto on = scan_.moments[i].moment.years_on;
        return on ? int{date::year_month_day{issued_}.year()} + *on : 0;
    }

    bool comes_on(local_days day, const Horizon& horizon) const {
        if (day < horizon.first || day > horizon.last) return false;
        return windows_.empty() || std::any_of(windows_.begin(), windows_.end(), [&](const DaySpan& window) {
                   return window.first <= day && day <= window.last;
               });
    }

    // A duty that comes again has no end, unless the phrase names a year or a stretch of time for it. "Từ
    // tháng 4/2026" is a beginning alone.
    void go_on(bool repeat) {
        for (std::size_t i = 0; i < scan_.moments.size(); ++i)
            if (scan_.moments[i].moment.year && !open_.contains(i)) return;
        const bool only_begins = open_.size() == 1 && windows_.size() == 1;
        if ((!windows_.empty() && !only_begins) || is_ended_ || says_within_year_ || found_.days.empty())
            return;
        auto& days = found_.repetition.days;
        for (const auto& rule : rules_)
            for (const auto& day : days_of_year(rule)) days.push_back(day);
        for (const auto i : days_)
            if (repeat) days.push_back(day_of_year(scan_.moments[i]));
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
    }

    // None is left in the plan's year: the first one after it.
    void take_next(bool repeat) {
        auto further = horizon_;
        further.last += date::days{366};
        auto days = days_within(repeat, further);
        if (days.empty()) return;
        days.resize(1);
        found_.problems.push_back({"deadline.year_assumed", {spoken_day(days.front())}});
        found_.days = std::move(days);
    }

    PhraseScan scan_;
    local_days issued_;
    Horizon horizon_;
    std::vector<DaySpan> windows_;   // when the periods are; empty: throughout
    std::set<std::size_t> open_;     // moments that say from when on alone
    std::vector<YearedSpan> spans_;  // of scan_.moments
    std::vector<NamedPeriod> named_;
    std::vector<Rule> rules_;        // complete
    std::vector<std::size_t> days_;  // which of scan_.moments are days
    bool says_within_year_ = false;
    bool has_days_of_rules_ = false;  // "ngày 20 hằng tháng", before periods without a day join them
    bool is_ended_ = false;           // "đến ..." says when
    Recurrence found_;
};

}  // namespace

Recurrence recurrence_of(const PhraseScan& scan, local_days issued) {
    return Composer(scan, issued).take();
}

}  // namespace dondoc::language
