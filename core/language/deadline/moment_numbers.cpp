// SPDX-License-Identifier: Apache-2.0
// Months and quarters by figure or by word, and days whose month stands elsewhere.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "language/deadline/moment.h"
#include "language/words/number_words.h"

namespace dondoc::language {
namespace {

constexpr int most_days = 31;
constexpr int last_early_day = 10;  // "mùng mười"
constexpr int months_of_a_year = 12;

const Phrases dotted_before{"từ", "đến", "tới", "trước", "hết", "nhất", "quá", "là"};
const Phrases dotted_behind{"đến", "tới", "và", "hằng", "hàng", "năm", "cho"};

bool is_mark_at(const std::vector<Token>& tokens, std::size_t at, char mark) {
    return at < tokens.size() && tokens[at].is(mark);
}
bool is_month_at(const std::vector<Token>& tokens, std::size_t at) {
    const int number = at < tokens.size() ? small_number(tokens[at]) : -1;
    return number >= 1 && number <= months_of_a_year;
}

// 0: no day of a month stands there.
int day_at(const std::vector<Token>& tokens, std::size_t at) {
    const int number = at < tokens.size() ? small_number(tokens[at]) : -1;
    return number >= 1 && number <= most_days ? number : 0;
}

// How many tokens join the day before `at` with the next one.
std::size_t joint_at(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases until_or_and{"đến", "đến hết", "tới", "cho đến", "tới hết", "và", "hoặc", "cùng"};
    if (const auto joined = until_or_and.match(tokens, at)) return joined;
    return at < tokens.size() && (tokens[at].is('-') || tokens[at].is(',')) ? 1 : 0;
}

}  // namespace

int quarter_number(const Token& token) {
    if (token.is_number()) {
        const int number = small_number(token);
        return number >= 1 && number <= 4 ? number : 0;
    }
    std::string roman = token.key;
    std::replace(roman.begin(), roman.end(), 'l', 'i');
    if (roman == "i") return 1;
    if (roman == "ii") return 2;
    if (roman == "iii") return 3;
    if (roman == "iv") return 4;
    return 0;
}

std::size_t read_quarter_name(const std::vector<Token>& tokens, std::size_t at, int& quarter) {
    static const std::array<Phrases, 4> names{{{"một"}, {"hai"}, {"ba"}, {"bốn", "tư"}}};
    static const Phrases behind{"năm", "hằng năm", "hàng năm"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].match(tokens, at)) continue;
        const auto end = at + 1;
        const bool ends = end >= tokens.size() || !(tokens[end].is_word() || tokens[end].is_number());
        if (!ends && !behind.match(tokens, end)) return 0;  // "mỗi quý hai lần"
        quarter = static_cast<int>(i) + 1;
        return 1;
    }
    return 0;
}

std::size_t read_day_of_month(const std::vector<Token>& tokens, std::size_t at, bool behind_day_word,
                              int& day) {
    static const Phrases early_day{"mùng", "mồng"};
    const auto early = early_day.match(tokens, at);
    const auto begin = at + early;
    std::size_t length = 1;
    day = day_at(tokens, begin);
    if (!day && (early || behind_day_word)) {
        const auto numeral = read_numeral(tokens, begin);
        if (!early && numeral.length < 2) return 0;
        day = numeral.value;
        length = numeral.length;
    }
    return day >= 1 && day <= (early ? last_early_day : most_days) ? early + length : 0;
}

std::size_t read_month_name(const std::vector<Token>& tokens, std::size_t at, int& month) {
    // Without "một" and "năm": "ba tháng một lần", "trong tháng năm nay".
    struct Named {
        Phrase name;
        int month;
    };
    static const std::array<Named, 11> names{{{Phrase{"mười hai"}, 12},
                                              {Phrase{"mười một"}, 11},
                                              {Phrase{"mười"}, 10},
                                              {Phrase{"hai"}, 2},
                                              {Phrase{"ba"}, 3},
                                              {Phrase{"tư"}, 4},
                                              {Phrase{"bốn"}, 4},
                                              {Phrase{"sáu"}, 6},
                                              {Phrase{"bảy"}, 7},
                                              {Phrase{"tám"}, 8},
                                              {Phrase{"chín"}, 9}}};
    static const Phrase times{"lần"};
    for (const auto& named : names)
        if (const auto count = named.name.match(tokens, at); count && !times.match(tokens, at + count)) {
            month = named.month;
            return count;
        }
    // With its year behind it there is no doubt: "tháng Năm năm 2026".
    static const Phrase first{"một"}, fifth{"năm"};
    const bool has_year = at + 2 < tokens.size() && year_word.match(tokens, at + 1) > 0 &&
                          may_be_year(small_number(tokens[at + 2]));
    if (!has_year) return 0;
    month = first.match(tokens, at) ? 1 : fifth.match(tokens, at) ? 5 : 0;
    return month ? 1 : 0;
}

int read_month_count(const std::vector<Token>& tokens, std::size_t& at) {
    static const Phrase three{"ba"}, six{"sáu"}, nine{"chín"};
    for (const auto& [name, months] : {std::pair{&six, 6}, {&nine, 9}, {&three, 3}})
        if (name->match(tokens, at)) {
            ++at;
            return months;
        }
    return is_month_at(tokens, at) ? small_number(tokens[at++]) : 0;
}

bool months_follow(const std::vector<Token>& tokens, std::size_t at) {
    static const Phrases behind{"hằng năm", "hàng năm", "mỗi năm", "năm"};
    auto end = at;
    for (auto next = end;; end = ++next) {
        next += is_mark_at(tokens, next, ',') ? 1 : 0;
        next += and_word.match(tokens, next);
        if (next == end || !is_month_at(tokens, next)) break;
    }
    if (end == at) return false;
    return end == tokens.size() || tokens[end].kind == Token::Kind::Break || tokens[end].is(';') ||
           tokens[end].is(')') || behind.match(tokens, end) > 0;
}

bool stands_dotted(const std::vector<Token>& tokens, std::size_t day, std::size_t end) {
    const auto is = [&](std::size_t at, char mark) { return is_mark_at(tokens, at, mark); };
    const bool ends_range = day >= 3 && is(day - 1, '-') && tokens[day - 2].is_number() && is(day - 3, '.');
    const bool begins_range = day == 0 && is(end, '-') && is(end + 2, '.') && is_month_at(tokens, end + 3);
    const bool behind_word = day > 0 && dotted_before.match(tokens, day - 1) > 0;
    if ((!ends_range && !begins_range && !behind_word) || is(end, '/')) return false;  // "từ 10 - 12/3"
    if (end >= tokens.size() || tokens[end].kind == Token::Kind::Break) return true;
    if (tokens[end].kind == Token::Kind::Mark) return !is(end, '%') && !is(end, '.');
    return dotted_behind.match(tokens, end) > 0;
}

std::size_t read_day_number(const std::vector<Token>& tokens, std::size_t begin, Moment& moment) {
    auto at = begin + day_word.match(tokens, begin);
    const int day = day_at(tokens, at);
    if (!day) return 0;
    const auto end = ++at;
    Moment next;  // of a list "12, 13 và 14/3" the last one
    std::size_t count = 0;
    for (int listed = 0; listed < most_days; ++listed) {
        const auto joint = joint_at(tokens, at);
        if (!joint) return 0;
        at += joint;
        count = read_moment(tokens, at, next);
        if (count) break;
        at += day_word.match(tokens, at);
        if (!day_at(tokens, at++)) return 0;
    }
    if (!count || next.unit != Moment::Unit::Day) return 0;
    if (day > next.day) return 0;  // "ngày 30 và 01/5": of the month before
    moment = next;
    moment.day = day;
    moment.says_day = end - begin == 2;
    moment.month_elsewhere = true;
    return end - begin;
}

std::size_t read_month_of_list(const std::vector<Token>& tokens, std::size_t at, const Moment& previous,
                               Moment& moment) {
    if (!previous.lists_months) return 0;
    static const Phrase month{"tháng"}, within{"trong"};
    const auto word = month.match(tokens, at);  // "các tháng 3, 6, 9 và tháng 12"
    if (word && at > 0 && within.match(tokens, at - 1)) return 0;
    const auto count = read_further(tokens, at + word, Moment::Unit::Month, moment);
    if (!count || moment.is_run()) return 0;
    moment.unit = Moment::Unit::Day;
    moment.day = previous.day;
    moment.lists_months = true;
    return word + count;
}

}  // namespace dondoc::language
