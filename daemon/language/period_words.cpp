#include "language/period_words.h"

#include <array>
#include <utility>

namespace dondoc::language {
namespace {

const Phrase working_days{"ngày làm việc"};
const Phrase days{"ngày"};
const Phrase weeks{"tuần"};
const Phrase months{"tháng"};
const Phrase quarters{"quý"};
const Phrase years{"năm"};
const Phrase half{"nửa"};
const Phrases lead_in{"trong",    "trong vòng", "trong thời hạn", "trong thời gian", "không quá",
                      "sau",      "tối đa",     "chậm nhất",      "chậm nhất là",    "chậm nhất sau",
                      "thời hạn", "ít nhất",    "trước ít nhất"};
const Phrases counted_from{"kể từ", "tính từ", "từ", "sau", "kể từ sau", "tính kể từ"};
const Phrases counted_back{"trước"};
const Phrases issue_words{"ký", "ban hành", "ký ban hành", "ký, ban hành", "được ban hành", "được ký", "ra"};
const Phrases own_document{"kế hoạch", "văn bản", "quyết định", "chỉ thị", "chương trình", "công văn"};
const Phrases this_document{"kế hoạch này",     "văn bản này",  "quyết định này", "chỉ thị này",
                            "chương trình này", "công văn này", "kế hoạch"};

const Phrases every_word{
    "hằng", "hàng",        "mỗi",          "từng",     "định kỳ",  "định kỳ hằng", "định kỳ hàng", "các",
    "theo", "định kỳ mỗi", "định kỳ theo", "cuối mỗi", "cuối các", "cuối hằng",    "cuối hàng",    "báo cáo"};
const Phrases last_day{"ngày cuối", "ngày cuối cùng", "cuối"};
const Phrase of{"của"};
const Phrases next_one{"sau", "tiếp theo", "kế tiếp", "liền kề", "báo cáo"};
const Phrases separators{"và", "hoặc"};

const std::array<std::pair<Phrases, int>, 13>& number_words() {
    static const std::array<std::pair<Phrases, int>, 13> words{{{{"một"}, 1},
                                                                {{"hai"}, 2},
                                                                {{"ba"}, 3},
                                                                {{"bốn"}, 4},
                                                                {{"năm"}, 5},
                                                                {{"sáu"}, 6},
                                                                {{"bảy"}, 7},
                                                                {{"tám"}, 8},
                                                                {{"chín"}, 9},
                                                                {{"mười"}, 10},
                                                                {{"mười lăm"}, 15},
                                                                {{"hai mươi"}, 20},
                                                                {{"ba mươi"}, 30}}};
    return words;
}

class Cursor {
  public:
    Cursor(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), start_(at), at_(at) {}

    template <typename Pattern>
    bool accept(const Pattern& pattern) {
        const auto count = pattern.match(tokens_, at_);
        at_ += count;
        return count > 0;
    }
    template <typename Pattern>
    bool stands(const Pattern& pattern) const {
        return pattern.match(tokens_, at_) > 0;
    }
    bool accept_mark(char mark) {
        if (at_ >= tokens_.size() || !tokens_[at_].is(mark)) return false;
        ++at_;
        return true;
    }
    bool stands_number() const { return at_ < tokens_.size() && tokens_[at_].is_number(); }
    bool at_end() const { return at_ >= tokens_.size(); }
    // At the end, or at something that ends a clause.
    bool at_clause_end() const { return at_end() || !(tokens_[at_].is_word() || tokens_[at_].is_number()); }
    int accept_number() {
        const int number = stands_number() ? small_number(tokens_[at_]) : -1;
        if (number >= 0) ++at_;
        return number;
    }
    bool accept_moment(Moment& moment) {
        const auto count = read_moment(tokens_, at_, moment);
        at_ += count;
        return count > 0;
    }
    std::size_t position() const { return at_; }
    void back(std::size_t to) { at_ = to; }
    std::size_t used() const { return at_ - start_; }
    const std::vector<Token>& tokens() const { return tokens_; }

  private:
    const std::vector<Token>& tokens_;
    std::size_t start_;
    std::size_t at_;
};

// "15", "mười lăm (15)", "15 (mười lăm)"
int accept_count(Cursor& at) {
    int count = at.accept_number();
    if (count < 0) {
        std::size_t longest = 0;
        for (const auto& [words, value] : number_words()) {
            const auto length = words.match(at.tokens(), at.position());
            if (length > longest) {
                longest = length;
                count = value;
            }
        }
        at.back(at.position() + longest);
    }
    const auto before = at.position();
    if (count >= 0 && at.accept_mark('(')) {
        constexpr std::size_t longest_remark = 4;
        for (std::size_t i = 0; i < longest_remark && !at.at_end(); ++i) {
            if (at.accept_mark(')')) return count;
            at.back(at.position() + 1);
        }
        if (at.accept_mark(')')) return count;
        at.back(before);
    }
    return count;
}

bool accept_unit(Cursor& at, Period& period) {
    if (at.accept(working_days)) {
        period.unit = Period::Unit::WorkingDay;
    } else if (at.accept(days)) {
        period.unit = Period::Unit::Day;
    } else if (at.accept(weeks)) {
        period.unit = Period::Unit::Week;
    } else if (at.accept(months)) {
        period.unit = Period::Unit::Month;
    } else if (at.accept(quarters)) {
        period.unit = Period::Unit::Month;
        period.count *= 3;
    } else if (at.accept(years)) {
        period.unit = Period::Unit::Year;
    } else {
        return false;
    }
    return !at.stands_number();  // "15 tháng 01" is a day, not fifteen months
}

// What the period is counted from; only the issue of this very document is known here.
Period::Anchor accept_anchor(Cursor& at, Moment& from) {
    if (at.accept_moment(from) && from.unit == Moment::Unit::Day) return Period::Anchor::Moment;
    at.accept(days);
    if (at.accept(issue_words)) {
        if (at.at_clause_end()) return Period::Anchor::Issue;
        if (!at.accept(this_document)) at.accept(own_document);
        return at.at_clause_end() ? Period::Anchor::Issue : Period::Anchor::Event;
    }
    if (at.accept(this_document) && at.accept(issue_words) && at.at_clause_end())
        return Period::Anchor::Issue;
    return Period::Anchor::Event;
}

bool accept_half(Cursor& at, Period& period) {
    const auto before = at.position();
    if (!at.accept(half)) return false;
    if (at.accept(months)) {  // Bộ luật Dân sự 2015, Điều 146: nửa tháng là mười lăm ngày
        period = {15, Period::Unit::Day, Period::Anchor::None, {}, false};
    } else if (at.accept(years)) {
        period = {6, Period::Unit::Month, Period::Anchor::None, {}, false};
    } else {
        at.back(before);
        return false;
    }
    return true;
}

std::optional<Rule::Every> accept_every_unit(Cursor& at) {
    const auto before = at.position();
    if (const int count = at.accept_number(); count >= 0) {
        if (at.accept(months) && !at.stands_number()) {
            if (count == 6) return Rule::Every::HalfYear;
            if (count == 9) return Rule::Every::NineMonths;
            if (count == 3) return Rule::Every::Quarter;
            if (count == 1) return Rule::Every::Month;
            if (count == 12) return Rule::Every::Year;
        } else if (count == 1 && at.accept(years)) {
            return Rule::Every::Year;
        }
        at.back(before);
        return std::nullopt;
    }
    if (at.accept(months) && !at.stands_number()) return Rule::Every::Month;
    if (at.accept(quarters) && (at.at_end() || !quarter_number(at.tokens()[at.position()])))
        return Rule::Every::Quarter;
    if (at.accept(years) && !at.stands_number()) return Rule::Every::Year;
    if (at.accept(half) && at.accept(years)) return Rule::Every::HalfYear;
    at.back(before);
    return std::nullopt;
}

// "hằng quý, 6 tháng và năm"
bool accept_every(Cursor& at, std::vector<Rule>& rules) {
    if (!at.accept(every_word)) return false;
    at.accept(every_word);
    const auto first = accept_every_unit(at);
    if (!first) return false;
    rules.push_back({*first, 0, 0, Bound::None});
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
        rules.push_back({*next, 0, 0, Bound::None});
    }
    return true;
}

// Which month of the quarter: "tháng đầu", "tháng thứ hai", "tháng cuối"; 0 is the last.
bool accept_month_of_quarter(Cursor& at, int& month) {
    static const Phrases first{"tháng đầu", "tháng đầu tiên", "tháng thứ nhất", "tháng đầu của"};
    static const Phrases second{"tháng giữa", "tháng thứ hai", "tháng thứ 2"};
    static const Phrases third{"tháng cuối", "tháng cuối cùng", "tháng thứ ba", "tháng thứ 3"};
    if (at.accept(first))
        month = 1;
    else if (at.accept(second))
        month = 2;
    else if (at.accept(third))
        month = 0;
    else
        return false;
    at.accept(of);
    at.accept(every_word);
    if (!at.accept(quarters)) return false;
    if (!at.at_end() && quarter_number(at.tokens()[at.position()]))
        return false;  // of one quarter: "quý III"
    at.accept(next_one);
    return true;
}

// "ngày 12 tháng cuối quý", "ngày 20 hằng tháng", "tháng cuối quý", "ngày cuối cùng của tháng cuối quý"
bool accept_day_rule(Cursor& at, std::vector<Rule>& rules) {
    Rule rule{Rule::Every::Month, 0, 0, Bound::None};
    bool has_day = at.accept(last_day);
    if (!has_day) {
        at.accept(days);
        if (const int day = at.accept_number(); day >= 1 && day <= 31) {
            rule.day = day;
            has_day = true;
        }
    }
    at.accept_mark(',');
    at.accept(of);
    if (accept_month_of_quarter(at, rule.month)) {
        rule.every = Rule::Every::Quarter;
    } else if (has_day) {
        const bool every = at.accept(every_word);
        if (every || rule.day == 0) {
            const auto unit = accept_every_unit(at);
            if (!unit) return false;
            if (!every && *unit == Rule::Every::Month) return false;  // "cuối tháng": of which month?
            if (*unit == Rule::Every::Year && (rule.day || !every)) return false;
            rule.every = *unit;
        } else if (!at.accept(months) || !at.accept(next_one)) {  // "ngày 05 tháng sau"
            return false;
        }
    } else {
        return false;
    }
    rules.push_back(rule);
    return true;
}

}  // namespace

std::size_t read_period(const std::vector<Token>& tokens, std::size_t at, Period& period) {
    Cursor cursor(tokens, at);
    cursor.accept(lead_in);
    if (!accept_half(cursor, period)) {
        period.count = accept_count(cursor);
        if (period.count < 1) return 0;
        if (!accept_unit(cursor, period)) return 0;
    }
    const auto after_unit = cursor.position();
    cursor.accept_mark(',');
    if (cursor.accept(counted_from)) {
        period.anchor = accept_anchor(cursor, period.from);
        return cursor.used();
    }
    if (cursor.accept(counted_back) && cursor.accept_moment(period.from) &&
        period.from.unit == Moment::Unit::Day) {
        period.anchor = Period::Anchor::Moment;
        period.backwards = true;
        return cursor.used();
    }
    cursor.back(after_unit);
    static const Phrases not_a_period{"đầu", "cuối", "lần", "một lần", "đầu năm", "cuối năm"};
    if (cursor.stands(not_a_period) || cursor.accept_mark('/')) return 0;
    if (period.unit == Period::Unit::Month && period.count == 6 && !cursor.at_end() &&
        cursor.accept_mark(','))
        return 0;  // "6 tháng, năm" is a list of reports
    return cursor.used();
}

std::size_t read_rules(const std::vector<Token>& tokens, std::size_t at, std::vector<Rule>& rules) {
    Cursor each(tokens, at);
    if (accept_every(each, rules)) return each.used();
    rules.clear();
    Cursor day(tokens, at);
    if (accept_day_rule(day, rules)) return day.used();
    rules.clear();
    Cursor list(tokens, at);  // "6 tháng, năm" without "hằng"
    const auto first = accept_every_unit(list);
    static const Phrases once{"lần", "một lần", "1 lần"};
    if (first && first != Rule::Every::Month && first != Rule::Every::Year && list.accept_mark(',')) {
        if (const auto next = accept_every_unit(list)) {
            rules = {{*first, 0, 0, Bound::None}, {*next, 0, 0, Bound::None}};
            return list.used();
        }
    }
    Cursor frequency(tokens, at);  // "01 lần/quý"; twice a year could be any two days
    if (frequency.accept_number() == 1 && frequency.accept(once) && frequency.accept_mark('/')) {
        if (const auto unit = accept_every_unit(frequency)) {
            rules = {{*unit, 0, 0, Bound::None}};
            return frequency.used();
        }
    }
    Cursor interval(tokens, at);  // "6 tháng/lần", "3 tháng một lần"
    if (const auto unit = interval.stands_number() ? accept_every_unit(interval) : std::nullopt) {
        interval.accept_mark('/');
        if (interval.accept(once)) {
            rules = {{*unit, 0, 0, Bound::None}};
            return interval.used();
        }
    }
    return 0;
}

}  // namespace dondoc::language
