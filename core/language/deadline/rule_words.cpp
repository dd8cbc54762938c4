// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/rule_words.h"

#include <optional>
#include <utility>

#include "language/deadline/near_time.h"
#include "language/deadline/term_words.h"
#include "language/words/cursor.h"

namespace dondoc::language {
namespace {

const Phrases every_word{"hằng",         "hàng",         "mỗi",      "từng",      "định kỳ",
                         "định kỳ hằng", "định kỳ hàng", "các",      "theo",      "định kỳ mỗi",
                         "định kỳ theo", "cuối mỗi",     "cuối các", "cuối hằng", "cuối hàng",
                         "báo cáo",      "sơ kết",       "tổng kết"};
const Phrases reports{"báo cáo", "sơ kết", "tổng kết", "báo cáo sơ kết", "báo cáo tổng kết"};
const Phrases last_day{"ngày cuối", "ngày cuối cùng", "cuối"};
const Phrases of{"của", "trong", "các", "của các", "trong các", "vào các"};
const Phrases next_one{"sau",      "tiếp theo",   "kế tiếp",     "liền kề",
                       "liền sau", "liền kề sau", "sau liền kề", "tiếp sau"};
const Phrases reported{"báo cáo", "đó", "này"};
const Phrases reported_month{"tháng báo cáo", "của tháng báo cáo"},
    reported_quarter{"quý báo cáo", "của quý báo cáo"}, reported_year{"năm báo cáo", "của năm báo cáo"},
    reported_period{"kỳ báo cáo", "của kỳ báo cáo"};
const Phrases some_period{"kỳ", "kỳ báo cáo"};
const Phrase rule_day{"ngày"};
const Phrase rule_month{"tháng"};
const Phrase rule_quarter{"quý"};
const Phrase rule_year{"năm"};
const Phrase rule_half{"nửa"};
const Phrases separators{"và", "hoặc"};

bool counts_months(const Cursor& at) {
    static const Phrases many{"một", "ba", "sáu", "chín", "nửa"};
    return at.stands_number() || at.stands(many);
}

// "tháng 6", but not "tháng 01 lần"
bool stands_ordinal(const Cursor& at) {
    static const Phrase times{"lần"};
    return at.stands_number() && !times.match(at.tokens(), at.position() + 1);
}

bool stands_previous(const Cursor& at) {
    return tells_previous(at.tokens(), at.position());
}

// "báo cáo tháng Năm": May, or each month of a year?
bool stands_fifth(const Cursor& at) {
    static const Phrases of_a_year{"năm nay", "năm sau", "năm tới", "năm này"};
    Cursor next{at};
    return !at.stands(of_a_year) && next.accept(rule_year) && !next.stands_number();
}

// "quý III", "quý tư năm 2026": one, and not each.
bool stands_quarter(const Cursor& at) {
    int quarter = 0;
    if (at.at_end()) return false;
    if (at.stands_number()) return stands_ordinal(at);
    return quarter_number(at.tokens()[at.position()]) ||
           read_quarter_name(at.tokens(), at.position(), quarter);
}

std::optional<Rule::Every> accept_every_unit(Cursor& at) {
    static const Phrases part_of_year{"học",     "ngân sách", "tài chính", "sau", "tới",
                                      "kế tiếp", "liền kề",   "tiếp theo", "nay"};
    const auto before = at.position();
    if (counts_months(at) && !at.stands(rule_half)) {
        static const Phrases half_of_a_year{"đầu năm", "cuối năm"};  // "báo cáo 6 tháng đầu năm" is once
        const int count = accept_count(at);
        if (at.accept(rule_month) && !stands_ordinal(at) && !at.stands(half_of_a_year)) {
            if (count == 6) return Rule::Every::HalfYear;
            if (count == 9) return Rule::Every::NineMonths;
            if (count == 3) return Rule::Every::Quarter;
            if (count == 1) return Rule::Every::Month;
            if (count == 12) return Rule::Every::Year;
        } else if (count == 1 && at.accept(rule_year)) {
            return Rule::Every::Year;
        } else if (count == 1 && at.accept(rule_quarter)) {
            return Rule::Every::Quarter;
        }
        at.back(before);
        return std::nullopt;
    }
    static const Phrases part{"đầu", "giữa", "cuối", "thứ"};  // "tháng cuối quý" names no period
    if (at.accept(rule_month)) {
        if (!stands_ordinal(at) && !stands_fifth(at) && !at.stands(part) && !stands_previous(at))
            return Rule::Every::Month;
        at.back(before);
        return std::nullopt;
    }
    if (at.accept(rule_quarter) && !stands_previous(at) && !stands_quarter(at)) return Rule::Every::Quarter;
    static const Phrases a_year{"năm", "cả năm"};
    if (at.accept(a_year) && !stands_ordinal(at) && !at.stands(part_of_year) && !stands_previous(at))
        return Rule::Every::Year;
    if (at.accept(rule_half) && at.accept(rule_year)) return Rule::Every::HalfYear;
    at.back(before);
    return std::nullopt;
}

// "hằng quý, 6 tháng và năm"
bool accept_every(Cursor& at, std::vector<Rule>& rules) {
    const auto begin = at.position();
    while (at.accept(every_word)) {
    }
    const bool only_reported = reports.match(at.tokens(), begin) == at.position() - begin;
    if (at.position() == begin) return false;
    const auto first = accept_every_unit(at);
    if (!first) return false;
    rules.push_back({.every = *first, .only_reported = only_reported});
    static const Phrases once{"một lần", "1 lần", "01 lần"};
    at.accept(once);
    for (;;) {
        const auto before = at.position();
        if (!at.accept_mark(',') && !at.accept_mark(';') && !at.accept_mark('/')) {
            if (!at.accept(separators)) break;
        }
        at.accept(separators);
        at.accept(every_word);
        const auto next = accept_every_unit(at);
        if (!next) {
            at.back(before);
            break;
        }
        rules.push_back({.every = *next});
    }
    return true;
}

// "Quý I, 6 tháng, Quý III (or 9 tháng) và năm": the reports of a year, one at the end of each quarter.
bool accept_reports_of_a_year(Cursor& at, std::vector<Rule>& rules) {
    static const Phrases first{"quý i", "quý 1"};
    static const Phrases half{"6 tháng", "06 tháng", "sáu tháng", "6 tháng đầu năm", "06 tháng đầu năm"};
    static const Phrases third{"quý iii", "quý 3", "9 tháng", "09 tháng", "chín tháng"};
    static const Phrases whole{"năm", "cả năm", "hằng năm", "hàng năm"};
    const auto separate = [&] {
        const bool marked = at.accept_mark(',') || at.accept_mark(';') || at.accept_mark('/');
        return at.accept(separators) || marked;
    };
    while (at.accept(every_word)) {
    }
    if (!at.accept(first) || !separate() || !at.accept(half) || !separate() || !at.accept(third) ||
        !separate() || !at.accept(whole) || at.stands_number())
        return false;
    rules = {{.every = Rule::Every::Quarter}};
    return true;
}

// "sau", "tiếp theo quý báo cáo"
bool accept_next(Cursor& at) {
    if (!at.accept(next_one)) return false;
    if (!at.accept(reported_month) && !at.accept(reported_quarter) && !at.accept(reported_year))
        at.accept(reported_period);
    return true;
}

// The month behind what is reported on: of each month, unless that is told.
bool accept_month_after(Cursor& at, Rule& rule) {
    if (!at.accept(rule_month) || !at.accept(next_one)) return false;
    rule.every = Rule::Every::Month;
    rule.month = 1;
    rule.following = true;
    if (at.accept(reported_quarter))
        rule.every = Rule::Every::Quarter;
    else if (at.accept(reported_year))
        rule.every = Rule::Every::Year;
    else if (at.accept(reported_period))
        rule.every.reset();  // which one stands elsewhere
    else
        at.accept(reported_month);
    return true;
}

// "quý sau", "tháng tiếp theo": the one after the period that is reported on; "quý báo cáo": that one.
void accept_following(Cursor& at, Rule& rule) {
    if (accept_next(at))
        rule.following = true;
    else
        at.accept(reported);
}

// Which month of the period: "tháng đầu quý sau", "tháng thứ hai của quý", "tháng cuối kỳ báo cáo". With
// `says_day` the period may be a year, or stand elsewhere: "ngày 15 tháng cuối".
bool accept_month_of_period(Cursor& at, bool says_day, Rule& rule) {
    static const Phrases first{"tháng đầu", "tháng đầu tiên", "tháng thứ nhất", "tháng đầu của"};
    static const Phrases second{"tháng giữa", "tháng thứ hai", "tháng thứ 2"};
    static const Phrases third{"tháng cuối", "tháng cuối cùng", "tháng thứ ba", "tháng thứ 3"};
    if (at.accept(first))
        rule.month = 1;
    else if (at.accept(second))
        rule.month = 2;
    else if (at.accept(third))
        rule.month = 0;
    else
        return false;
    if (says_day && at.at_clause_end()) return true;
    at.accept(of);
    at.accept(every_word);
    if (at.accept(rule_quarter)) {
        if (!at.at_end() && quarter_number(at.tokens()[at.position()])) return false;  // of one: "quý III"
        if (stands_previous(at)) return false;
        rule.every = Rule::Every::Quarter;
    } else if (says_day && at.accept(rule_year)) {
        if (at.stands_number()) return false;
        rule.every = Rule::Every::Year;
    } else if (!says_day || !at.accept(some_period)) {
        return false;
    }
    accept_following(at, rule);
    return true;
}

// The period behind a day: "hằng tháng", "của quý", "tháng sau", "kỳ báo cáo".
bool accept_period_of_day(Cursor& at, Rule& rule) {
    const bool is_last = rule.day == 0;
    if (is_last && at.accept(some_period)) {
        rule.month = 0;
        accept_following(at, rule);
        return true;
    }
    const bool every = at.accept(every_word);
    if (!every && !is_last) return accept_month_after(at, rule);  // "ngày 05 tháng sau"
    const auto unit = accept_every_unit(at);
    if (!unit) return false;
    if (*unit == Rule::Every::Year && !every) return false;
    // "cuối tháng": of which month stands elsewhere.
    if (*unit == Rule::Every::Month && !every) return at.at_clause_end();
    rule.every = unit;
    return true;
}

// Past "(trước 15/6)," or ": trước 15/6;". False: neither stands there, or it does not end.
bool pass_day_of_period(Cursor& at, char opens, char closes) {
    constexpr std::size_t longest = 20;  // tokens
    if (!at.accept_mark(opens)) return false;
    for (std::size_t i = 0; i < longest && !at.at_end(); ++i) {
        if (at.accept_mark(closes)) {
            at.accept_mark(',');
            at.accept_mark(';');
            at.accept(separators);
            return true;
        }
        at.back(at.position() + 1);
    }
    return false;
}

std::optional<int> accept_day(Cursor& at, bool says_day) {
    int day = 0;
    const auto length = read_day_of_month(at.tokens(), at.position(), says_day, day);
    at.back(at.position() + length);
    return length ? std::optional{day} : std::nullopt;
}

// "ngày 12 tháng cuối quý", "ngày 20 hằng tháng", "tháng cuối quý", "ngày cuối cùng của tháng cuối quý"
bool accept_day_rule(Cursor& at, std::vector<Rule>& rules) {
    Rule rule;
    bool says_day = false;
    if (at.accept(last_day)) {
        rule.day = 0;
    } else {
        says_day = at.accept(rule_day);
        rule.day = accept_day(at, says_day);
    }
    const bool apart = at.accept_mark(',');
    at.accept(of);
    const auto period = at.position();
    Rule inside = rule;
    if (accept_month_of_period(at, says_day && rule.day, inside)) {
        rules.push_back(inside);
        return true;
    }
    at.back(period);
    if (!rule.day || !accept_period_of_day(at, rule)) return false;
    // "Hằng tháng trước ngày 20, hằng quý trước ngày ...": the period is the next one's.
    if (apart && (at.stands(before_words) || at.stands(inclusive_words))) return false;
    rules.push_back(rule);
    return true;
}

}  // namespace

std::size_t read_headed_period(const std::vector<Token>& tokens, std::size_t at, Rule& rule) {
    for (const auto& [opens, closes] : {std::pair{'(', ')'}, {':', ';'}}) {
        Cursor cursor(tokens, at);
        rule = {.every = accept_every_unit(cursor)};
        if (!rule.every || *rule.every == Rule::Every::Month || *rule.every == Rule::Every::Year) return 0;
        const auto used = cursor.used();
        if (pass_day_of_period(cursor, opens, closes) && accept_every_unit(cursor) &&
            cursor.accept_mark(opens))
            return used;
    }
    return 0;
}

std::size_t read_rules(const std::vector<Token>& tokens, std::size_t at, std::vector<Rule>& rules) {
    Cursor reports(tokens, at);
    if (accept_reports_of_a_year(reports, rules)) return reports.used();
    Cursor each(tokens, at);
    if (accept_every(each, rules)) return each.used();
    rules.clear();
    Cursor day(tokens, at);
    if (accept_day_rule(day, rules)) return day.used();
    rules.clear();
    Cursor list(tokens, at);  // "6 tháng, năm" without "hằng"
    const auto first = accept_every_unit(list);
    static const Phrases once{"lần", "một lần", "1 lần", "01 lần"};
    if (first && first != Rule::Every::Month && first != Rule::Every::Year && list.accept_mark(',')) {
        if (const auto next = accept_every_unit(list)) {
            rules = {{.every = *first}, {.every = *next}};
            return list.used();
        }
    }
    Rule headed;
    if (const auto count = read_headed_period(tokens, at, headed)) {
        rules = {headed};
        return count;
    }
    Cursor frequency(tokens, at);  // "01 lần/quý"; twice a year could be any two rule_day
    if (frequency.accept_number() == 1 && frequency.accept(once) && frequency.accept_mark('/')) {
        if (const auto unit = accept_every_unit(frequency)) {
            rules = {{.every = *unit}};
            return frequency.used();
        }
    }
    Cursor interval(tokens, at);  // "6 tháng/lần", "quý/lần", "ba tháng một lần", but not "hai tháng một lần"
    const bool counted = counts_months(interval);
    if (const auto unit = accept_every_unit(interval)) {
        if ((interval.accept_mark('/') || counted) && interval.accept(once)) {
            rules = {{.every = *unit}};
            return interval.used();
        }
    }
    return 0;
}

std::size_t read_further_period(const std::vector<Token>& tokens, std::size_t at, Rule& rule) {
    static const Phrases bounds{"trước", "chậm nhất"};
    Cursor cursor(tokens, at);
    rule = {.every = accept_every_unit(cursor)};
    return rule.every && (cursor.at_clause_end() || cursor.stands(bounds)) ? cursor.used() : 0;
}

std::size_t read_day_alone(const std::vector<Token>& tokens, std::size_t at, bool bound, Rule& rule) {
    Cursor cursor(tokens, at);
    const bool says_day = cursor.accept(rule_day);
    if (!says_day && !bound) return 0;
    const auto day = accept_day(cursor, says_day);
    if (!day) return 0;
    const auto end = cursor.position();
    static const Phrases of_month{"của tháng", "trong tháng"};
    if (cursor.accept(of_month) && !cursor.at_clause_end()) return 0;
    if (cursor.position() == end && !cursor.at_end()) {
        const auto& next = tokens[end];
        const bool is_date = next.is('/') || next.is('.') || next.is('-') || next.is(',');
        if (is_date && end + 1 < tokens.size() && tokens[end + 1].is_number() && !tokens[end + 1].spaced &&
            !next.is('-'))
            return 0;
        if (next.is('%') || next.is_number() || cursor.stands(rule_month) || cursor.stands(rule_quarter))
            return 0;
        // "không quá 3 lần", "ngày 2O"
        if (next.is_word() && !cursor.stands(separators) && (!says_day || !next.spaced)) return 0;
    }
    rule = {.day = day};
    return cursor.used();
}

}  // namespace dondoc::language
