// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/time_scan.h"

#include <algorithm>
#include <utility>

#include "language/deadline/clock_words.h"
#include "language/deadline/near_time.h"
#include "language/deadline/period_words.h"
#include "language/deadline/rule_words.h"
#include "language/deadline/scan_words.h"
#include "language/deadline/term_words.h"

namespace dondoc::language {
namespace {

// "Giữa tháng 6 và tháng 12": the middle of the second, or its end? "Ngày 15 tháng 6 và tháng 12": its 15th,
// or its end?
bool leaves_open(const BoundMoment& previous, const BoundMoment& term) {
    using Part = Moment::Part;
    if (!term.listed || term.restated || term.ends_range) return false;
    const bool own_bound = term.bound != Bound::None && !term.shares_bound;
    if (own_bound || term.moment.part != Part::Whole) return false;
    if (previous.moment.says_day && term.moment.unit == Moment::Unit::Month) return true;
    // "Ngày 20 tháng 3, 6 và 10/12": the 20th of June, or the 6th of December?
    if (term.moment.month_elsewhere && term.moment.in_figures && !term.moment.says_day &&
        previous.moment.unit == Moment::Unit::Day && previous.moment.says_day &&
        !previous.moment.in_figures && term.moment.day <= 12 && term.moment.day > previous.moment.first)
        return true;
    const auto part = previous.moment.part;
    const bool ends_alike = part == Part::Whole || (part == Part::End && term.bound != Bound::Before);
    return !ends_alike && term.moment.unit == previous.moment.unit;
}

}  // namespace

bool TimeScan::read_period() {
    if (at_ > 0 && day_word.match(tokens_, at_ - 1)) return false;  // "ngày 15 năm sau" counts nothing
    Rule headed;
    if (read_headed_period(tokens_, at_, headed)) return false;
    Period period;
    const auto count = language::read_period(tokens_, at_, period);
    if (!count) return false;
    end_other();
    if (period.anchor != Period::Anchor::None && !period.backwards && counts_at_least())
        scan_.unsupported = true;
    at_ += count;
    scan_.further_period = scan_.period.has_value();
    if (!scan_.period) scan_.period = period;
    if (bound_ == Bound::Before) scan_.bound_in_doubt = true;  // "trước 15 ngày kể từ ...": within, or back?
    bound_ = Bound::None;
    return true;
}

// "Tối thiểu 15 ngày kể từ ...": a first day, and no last one.
bool TimeScan::counts_at_least() const {
    static const Phrases least{"ít nhất"}, before{"tối thiểu", "quá", "từ"};
    static const Phrase not_more{"không"};
    if (least.match(tokens_, at_)) return true;
    for (std::size_t length = 1; length <= 2 && length <= at_; ++length)
        if (before.match(tokens_, at_ - length) == length)
            return at_ == length || !not_more.match(tokens_, at_ - length - 1);
    return false;
}

bool TimeScan::read_further_of_list() {
    if (!listed_ || scan_.moments.empty() || bound_ != Bound::None) return false;
    const auto& last = scan_.moments.back().moment;
    Moment moment;
    const auto count = last.unit == Moment::Unit::Month
                           ? language::read_further(tokens_, at_, last.unit, moment)
                           : read_month_of_list(tokens_, at_, last, moment);
    static const Phrases yearly{"hằng năm", "hàng năm", "mỗi năm"};
    return count && yearly.match(tokens_, at_ + count) && read_day();
}

bool TimeScan::read_rule() {
    std::vector<Rule> rules;
    const auto count = read_rules(tokens_, at_, rules);
    if (!count) return false;
    for (auto at = at_; at < at_ + count; ++at)  // "hằng tháng hoặc hằng quý"
        scan_.either = scan_.either || or_word.match(tokens_, at);
    take_rules(rules, count);
    return true;
}

bool TimeScan::read_further_period() {
    Rule rule;
    if (!listed_ || scan_.rules.empty()) return false;
    const auto count = language::read_further_period(tokens_, at_, rule);
    if (count) take_rules({rule}, count);
    return count > 0;
}

bool TimeScan::read_day_alone() {
    Rule rule;
    const bool follows = (listed_ && !scan_.rules.empty() && !scan_.rules.back().is_name()) ||
                         (at_ > 0 && day_word.match(tokens_, at_ - 1));
    const auto count = language::read_day_alone(tokens_, at_, follows || bound_ != Bound::None, rule);
    if (!count) return false;
    if (day_alone_.empty()) day_alone_ = words_.slice(at_, at_ + count);
    note_order('d');
    reports_day_alone_ = reports_day_alone_ || (restated_ && !scan_.moments.empty());
    take_rules({rule}, count);
    return true;
}

Bound TimeScan::bound_with_clock() const {
    if (clock_ == std::chrono::minutes{0}) return Bound::Before;
    return clock_ && bound_ == Bound::Before ? Bound::By : bound_;
}

void TimeScan::take_rules(const std::vector<Rule>& rules, std::size_t count) {
    const bool says_day = day_word.match(tokens_, at_);
    end_other();
    at_ += count;
    for (auto rule : rules) {
        rule.behind_day = listed_ && !scan_.moments.empty();
        const auto* previous = scan_.rules.empty() ? nullptr : &scan_.rules.back();
        if (!rule.is_name()) {
            rule.bound = bound_with_clock();
            take_clock();
            if (previous && !previous->is_name()) {
                // "Ngày 20 tháng đầu quý và tháng cuối quý"
                if (!rule.day && rule.month && listed_ && !restated_ && bound_ == Bound::None)
                    rule.day = previous->day;
                rule.ends_range = range_;
                scan_.either = scan_.either || either_;
                // "Trước ngày 10 và 20 hằng tháng"
                if (listed_ && bound_ == Bound::None && !restated_) {
                    if (!says_day)
                        rule.bound = previous->bound;
                    else if (previous->bound == Bound::Before)
                        scan_.bound_in_doubt = true;
                }
            }
        } else if (previous && either_) {
            scan_.either = true;
        }
        scan_.rules.push_back(rule);
    }
    bound_ = Bound::None;
    listed_ = either_ = range_ = restated_ = until_ = finishes_ = false;
    rule_since_ = true;
}

// Of what is reported it may be the month after: "trong tháng 6, báo cáo trước ngày 10".
bool TimeScan::give_months_to_days() {
    const bool all_days = std::all_of(scan_.rules.begin(), scan_.rules.end(),
                                      [](const Rule& rule) { return rule.day.value_or(0) > 0; });
    const bool all_months =
        std::all_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
            return term.moment.unit == Moment::Unit::Month && term.moment.part == Moment::Part::Whole &&
                   !term.moment.is_run() && term.bound == Bound::None && !term.ends_range && !term.clock;
        });
    // "Tháng 4 (ngày 10), tháng 10 (ngày 20)": each its own.
    const bool in_turn = order_.size() > 2;
    if (day_alone_.empty() || reports_day_alone_ || scan_.moments.empty() || !all_days || !all_months ||
        in_turn)
        return false;
    std::vector<BoundMoment> days;
    for (const auto& month : scan_.moments)
        for (const auto& rule : scan_.rules) {
            BoundMoment day{.bound = rule.bound, .moment = month.moment, .ends_range = rule.ends_range};
            day.moment.unit = Moment::Unit::Day;
            day.moment.day = *rule.day;
            day.moment.says_day = true;
            day.listed = !days.empty() && !rule.ends_range;
            day.clock = scan_.clock;
            days.push_back(day);
        }
    scan_.moments = std::move(days);
    scan_.rules.clear();
    scan_.clock.reset();
    return true;
}

void TimeScan::settle_days_without_period() {
    auto& rules = scan_.rules;
    if (std::any_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.every || rule.month; }) ||
        give_months_to_days())
        return;
    if (!day_alone_.empty() && scan_.not_a_time.empty())
        scan_.not_a_time = day_alone_;
    else if (!rules.empty())
        scan_.unsupported = true;
    rules.clear();
}

bool TimeScan::read_hour() {
    std::chrono::minutes time{};
    const auto count = read_clock(tokens_, at_, time);
    if (!count) {
        const auto hours = read_hours(tokens_, at_);
        at_ += hours;
        scan_.unsupported = scan_.unsupported || hours > 0;
        return hours > 0;
    }
    end_other();
    at_ += count;
    while (at_ < tokens_.size() && (tokens_[at_].is(',') || tokens_[at_].is('-'))) ++at_;
    clock_ = time;
    return true;
}

void TimeScan::take_clock() {
    if (clock_ && scan_.clock && *clock_ != *scan_.clock) scan_.either = true;
    if (clock_) scan_.clock = clock_;
    clock_.reset();
}

void TimeScan::end_clock() {
    if (!clock_) return;
    if (scan_.moments.size() == 1 && scan_.rules.empty() && !scan_.moments[0].clock) {
        auto& term = scan_.moments[0];
        scan_.bound_in_doubt = scan_.bound_in_doubt || term.bound == Bound::Before;
        term.clock = clock_;
    } else {
        take_clock();
    }
}

bool TimeScan::read_weekday() {
    int weekday = 0;
    const auto at = at_ + (weekly_day_word() ? 1 : 0);
    const auto count = language::read_weekday(tokens_, at, weekday);
    if (!count) return false;
    end_other();
    if (!scan_.weekdays.empty()) {  // "từ thứ Hai đến thứ Sáu": two days, or five?
        const bool dashed = at_ > 0 && tokens_[at_ - 1].is('-');
        weekday_range_ = weekday_range_ || until_ || dashed;
        scan_.either = scan_.either || either_;
    }
    until_ = false;
    at_ = at + count;
    scan_.weekdays.push_back({weekday, bound_with_clock()});
    if (listed_ && bound_ == Bound::None && scan_.weekdays.size() > 1)
        scan_.weekdays.back().bound = scan_.weekdays[scan_.weekdays.size() - 2].bound;
    weekday_ = weekday;
    listed_ = false;
    return true;
}

bool TimeScan::weekly_day_word() const {  // "ngày thứ Sáu hằng tuần"
    int weekday = 0;
    return day_word.match(tokens_, at_) && language::read_weekday(tokens_, at_ + 1, weekday) > 0;
}

void TimeScan::end_weekdays() {
    if (weekly_ && scan_.weekdays.empty()) scan_.ongoing = scan_.often = true;
    if (weekly_ && weekday_range_) scan_.unsupported = true;
    if (weekly_) return;
    const bool of_days = std::all_of(scan_.moments.begin(), scan_.moments.end(), [](const BoundMoment& term) {
        return term.moment.unit == Moment::Unit::Day && term.weekday;
    });
    if (!scan_.weekdays.empty() && (!of_days || scan_.moments.size() != scan_.weekdays.size()))
        scan_.unsupported = true;
    scan_.weekdays.clear();
}

bool TimeScan::read_day() {
    Moment moment;
    const bool within = at_ > 0 && within_word.match(tokens_, at_ - 1) > 0;
    const auto count = read_moment_here(moment);
    if (!count) return false;
    // "Kỳ họp thường lệ giữa năm 2026": the session has no day yet.
    if (session_ && bound_ == Bound::None && !restated_) scan_.unsupported = true;
    at_ += count;
    end_other();
    auto term = term_of(moment, within);
    if (term.listed && term.bound == Bound::None && !term.ends_range) carry_bound(term, within);
    if (!scan_.moments.empty())
        scan_.either = scan_.either || either_ || leaves_open(scan_.moments.back(), term);
    scan_.moments.push_back(term);
    note_order('m');
    forget_what_led_here();
    return true;
}

BoundMoment TimeScan::term_of(const Moment& moment, bool within) const {
    BoundMoment term;
    const auto* previous = scan_.moments.empty() ? nullptr : &scan_.moments.back();
    // "Trình 15/3 - ban hành 30/3", "trước 15/6 - trước 15/12" are two steps.
    const bool steps = previous && range_ && dash_ &&
                       (restated_ || (bound_ == Bound::Before && previous->bound != Bound::From));
    term.moment = moment;
    term.until = !scan_.rules.empty() && (until_ || (range_ && rule_since_));
    term.bound = term.until && bound_ == Bound::None ? Bound::By : bound_;
    term.listed = previous && (listed_ || steps);
    term.ends_range = previous && range_ && !steps && !rule_since_;
    term.behind_dash = term.ends_range && dash_;
    term.beside_rule = listed_ && !within && term.bound == Bound::None &&
                       (rule_since_ || (previous && previous->beside_rule));
    term.apart = previous && (apart_ || round_since_);
    term.restated = restated_;
    term.finishes = finishes_;
    term.clock = clock_;
    term.weekday = weekday_;
    term.work = work_;
    term.breaks_ground = ground_ && bound_ == Bound::From;
    return term;
}

void TimeScan::note_order(char what) {
    if (order_.empty() || order_.back() != what) order_ += what;
}

void TimeScan::forget_what_led_here() {
    bound_ = Bound::None;
    clock_.reset();
    weekday_.reset();
    work_ = Work::None;
    either_ = listed_ = range_ = restated_ = apart_ = session_ = dash_ = ground_ = false;
    rule_since_ = until_ = finishes_ = round_since_ = false;
}

void TimeScan::carry_bound(BoundMoment& term, bool within) {
    const auto& previous = scan_.moments.back();
    if (restated_ || within) return;
    const bool joined = !term.moment.says_day && !apart_;
    if (joined) term.bound = previous.bound;
    term.shares_bound = joined;
    if (joined && previous.clock && !term.clock) term.clock = previous.clock;
    const bool other_kind =
        (term.moment.unit != Moment::Unit::Day && previous.moment.unit != term.moment.unit) ||
        term.moment.part != previous.moment.part;
    if (previous.bound == Bound::Before &&
        (!joined || other_kind || (previous.moment.year && term.moment.year)))
        scan_.bound_in_doubt = true;
}

void TimeScan::end_ground_breaking() {
    auto& terms = scan_.moments;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!terms[i].breaks_ground || (i == 0 && terms.size() > 1)) continue;
        terms[i].bound = Bound::None;
        terms[i].restated = true;
    }
}

std::size_t TimeScan::read_moment_here(Moment& moment) const {
    if (listed_ && !scan_.moments.empty())
        if (const auto count = read_month_of_list(tokens_, at_, scan_.moments.back().moment, moment))
            return count;
    if (listed_ && !scan_.moments.empty())  // "tháng 6, 7 và 9/2023"
        if (const auto count = read_further(tokens_, at_, scan_.moments.back().moment.unit, moment)) {
            moment.part = scan_.moments.back().moment.part;  // "đầu tháng 4, 7, 10"
            return count;
        }
    if (const auto count = read_moment(tokens_, at_, moment)) return count;
    if (const auto count = read_day_number(tokens_, at_, moment)) return count;
    // "trong năm", "hết năm": of the document's year.
    if (at_ == 0 || !tokens_[at_ - 1].is_word() || !year_word.match(tokens_, at_)) return 0;
    const auto next = at_ + 1;
    const bool bound_follows =  // "quý IV và cả năm trước ngày 20/12"
        before_words.match(tokens_, next) && !tells_previous(tokens_, next);
    if (!bound_follows && next < tokens_.size() && (tokens_[next].is_word() || tokens_[next].is_number()))
        return 0;
    moment = {};
    moment.unit = Moment::Unit::Year;
    return 1;
}

void TimeScan::end_other() {
    if (other_begin_ < other_end_) add_other(words_.slice(other_begin_, other_end_));
    other_begin_ = other_end_ = 0;
}

void TimeScan::add_other(std::string_view words) {
    if (!scan_.other.empty()) scan_.other += " ... ";
    scan_.other += words;
}

}  // namespace dondoc::language
