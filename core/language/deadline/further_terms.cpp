// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/further_terms.h"

#include <algorithm>
#include <chrono>

#include "language/deadline/clock_words.h"
#include "language/deadline/near_time.h"
#include "language/deadline/period_words.h"
#include "language/deadline/phrase_scan.h"
#include "language/deadline/rule_words.h"
#include "language/deadline/term_words.h"

namespace dondoc::language {
namespace {

const Phrases exceptions{"trừ", "ngoại trừ", "riêng", "không báo cáo", "không kể"};
const Phrases joints{"và", "hoặc", "hay", "đồng thời"};
const Phrases leads{"trong",   "vào",      "dự kiến",      "phấn đấu",    "khoảng",
                    "thì",     "xong",     "hoàn thành",   "kết thúc",    "ban hành",
                    "trình",   "gửi",      "nộp",          "triển khai",  "thực hiện",
                    "tổ chức", "bàn giao", "báo cáo ngày", "khánh thành", "nghiệm thu"};

// The phrase ends right before `at`.
bool ends_before(const Phrases& phrases, const std::vector<Token>& tokens, std::size_t begin,
                 std::size_t at) {
    constexpr std::size_t longest = 2;  // words
    for (std::size_t length = 1; length <= longest && begin + length <= at; ++length)
        if (phrases.match(tokens, at - length) == length) return true;
    return false;
}

bool is_separator_before(const std::vector<Token>& tokens, std::size_t begin, std::size_t at) {
    if (at <= begin) return false;
    const auto& before = tokens[at - 1];
    return before.kind == Token::Kind::Break || before.is(',') || before.is(';') || before.is(':') ||
           before.is('-') || before.is('(');
}

// "để chạy thử, vận hành chính thức ngày 15/5"
bool is_parted(const std::vector<Token>& tokens, std::size_t begin, std::size_t at) {
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
    return std::any_of(first, tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& token) { return token.is(',') || token.is(';'); });
}

bool names_time(const std::vector<Token>& tokens, std::size_t at) {
    Moment moment;
    std::vector<Rule> rules;
    Period period;
    int weekday = 0;
    return read_moment(tokens, at, moment) > 0 || read_rules(tokens, at, rules) > 0 ||
           read_weekday(tokens, at, weekday) > 0 ||
           (read_period(tokens, at, period) > 0 && period.anchor != Period::Anchor::None);
}

bool names_day(const std::vector<Token>& tokens, std::size_t at) {
    Moment moment;
    return read_moment(tokens, at, moment) > 0 && moment.unit == Moment::Unit::Day;
}

}  // namespace

bool time_stands(const std::vector<Token>& tokens, std::size_t at) {
    Moment moment;
    std::vector<Rule> rules;
    Rule day;
    std::chrono::minutes time{};
    return read_moment(tokens, at, moment) > 0 || read_rules(tokens, at, rules) > 0 ||
           read_day_alone(tokens, at, true, day) > 0 || read_clock(tokens, at, time) > 0;
}

bool bounded_time(const std::vector<Token>& tokens, std::size_t at) {
    const auto bound = std::max(before_words.match(tokens, at), inclusive_words.match(tokens, at));
    return bound && time_stands(tokens, at + bound);
}

bool names_further_term(const std::vector<Token>& tokens, std::size_t begin, std::size_t body,
                        std::size_t at) {
    if (exceptions.match(tokens, at) || bounded_time(tokens, at)) return true;
    const bool apart = is_separator_before(tokens, begin, at) || ends_before(joints, tokens, begin, at) ||
                       ends_before(leads, tokens, body, at);
    return (apart && names_time(tokens, at)) || (is_parted(tokens, begin, at) && names_day(tokens, at));
}

bool names_further_day(const std::vector<Token>& tokens, std::size_t at) {
    if (exceptions.match(tokens, at)) return true;
    const bool apart = is_separator_before(tokens, 0, at) || ends_before(joints, tokens, 0, at) ||
                       ends_before(leads, tokens, 0, at);
    return apart && names_day(tokens, at);
}

bool dates_event(const std::vector<Token>& tokens, std::size_t begin, std::size_t at) {
    static const Phrase before{"trước"};
    static const Phrases turns{"kết thúc", "hết", "bắt đầu", "sang", "bước sang"};
    static const Phrases units{"tháng", "quý", "năm", "mỗi quý",
                               "mỗi tháng"};  // "sau khi kết thúc quý": of each
    if (const auto unit = ends_before(turns, tokens, begin, at) ? units.match(tokens, at) : 0)
        if (at + unit >= tokens.size() || !(tokens[at + unit].is_word() || tokens[at + unit].is_number()))
            return true;
    Moment moment;
    return names_day(tokens, at) || (before.match(tokens, begin) && ends_before(turns, tokens, begin, at) &&
                                     read_moment(tokens, at, moment) > 0);
}

bool says_more_than_data(const std::vector<Token>& remark) {
    for (std::size_t at = 0; at < remark.size(); ++at) {
        const auto bound = before_words.match(remark, at);
        if (remark[at].is(';') || (remark[at].is(':') && names_day(remark, at + 1)) ||
            exceptions.match(remark, at) || (bound && time_stands(remark, at + bound)))
            return true;
    }
    return false;
}

bool names_any_time(const std::vector<Token>& remark) {
    Moment moment;
    for (std::size_t at = 0; at < remark.size(); ++at)
        if (const auto document = read_document(remark, at))
            at += document - 1;
        else if (read_moment(remark, at, moment))
            return true;
    return false;
}

std::size_t length_in_description(const std::vector<Token>& tokens, std::size_t at) {
    Moment moment;
    return std::max({std::size_t{1}, read_document(tokens, at), read_moment(tokens, at, moment)});
}

}  // namespace dondoc::language
