// SPDX-License-Identifier: Apache-2.0
// Months and quarters by figure or by word, and days whose month stands elsewhere.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "language/deadline/moment.h"

namespace dondoc::language {
namespace {

constexpr int most_days = 31;

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
    return 0;
}

std::size_t read_day_number(const std::vector<Token>& tokens, std::size_t begin, Moment& moment) {
    static const Phrases until_or_and{"đến", "đến hết", "tới", "cho đến", "tới hết", "và", "hoặc", "cùng"};
    auto at = begin + day_word.match(tokens, begin);
    const int day = at < tokens.size() ? small_number(tokens[at]) : -1;
    if (day < 1 || day > most_days) return 0;
    const auto end = ++at;
    if (at >= tokens.size()) return 0;
    const auto joined = until_or_and.match(tokens, at);
    at += joined ? joined : tokens[at].is('-') || tokens[at].is(',') ? 1 : 0;
    Moment next;
    if (at == end || !read_moment(tokens, at, next) || next.unit != Moment::Unit::Day) return 0;
    moment = next;
    moment.day = day;
    moment.says_day = end - begin == 2;
    return end - begin;
}

std::size_t read_month_of_list(const std::vector<Token>& tokens, std::size_t at, const Moment& previous,
                               Moment& moment) {
    if (!previous.lists_months) return 0;
    const auto count = read_further(tokens, at, Moment::Unit::Month, moment);
    if (!count || moment.is_run()) return 0;
    moment.unit = Moment::Unit::Day;
    moment.day = previous.day;
    moment.lists_months = true;
    return count;
}

}  // namespace dondoc::language
