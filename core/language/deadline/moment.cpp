// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/moment.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace dondoc::language {
namespace {

const Phrase month_word{"tháng"};
const Phrases quarter_word{"quý", "qui", "q", "q."};
const Phrases period_of_years{"giai đoạn", "thời kỳ"};
const Phrases of_year{"năm", "của năm", "trong năm"};
const Phrases start_word{"đầu", "thượng tuần"};
const Phrases middle_word{"giữa", "trung tuần"};
const Phrases end_word{"cuối",          "ngày cuối", "ngày cuối cùng", "ngày cuối cùng của",
                       "ngày cuối của", "hạ tuần"};
const Phrase first_half{"tháng đầu năm"};
const Phrase last_half{"tháng cuối năm"};
const Phrases year_after{"năm sau",
                         "năm tiếp theo",
                         "năm kế tiếp",
                         "năm kế tiếp sau",
                         "năm liền kề",
                         "năm liền kề sau",
                         "năm liền kề tiếp theo",
                         "năm sau liền kề",
                         "năm kế tiếp liền kề",
                         "năm tiếp theo liền kề",
                         "năm liền sau",
                         "năm kế sau",
                         "năm tiếp sau",
                         "năm tới"};
const Phrases same_year{"năm nay", "năm này", "cùng năm", "năm hiện tại", "năm hiện hành"};
const Phrases of_it{"của", "trong", "vào"};
const Phrases year_before{"năm trước", "năm liền kề trước", "năm học", "năm ngân sách", "năm tài chính"};
// "năm liền kề trước", "một năm sau khi ...", "năm sau năm ban hành": no year that these words name alone.
const Phrases turns_year{"trước", "khi", "ngày", "thời", "năm", "đó", "nữa", "khi có"};
const Phrases dotted_before{"từ", "đến", "tới", "trước", "hết", "nhất", "quá", "là"};
const Phrases dotted_behind{"đến", "tới", "và", "hằng", "hàng", "năm", "cho"};
const Phrases until{"đến", "tới", "đến hết", "đến năm", "đến hết năm"};

constexpr int first_year_known = 1990;
constexpr int last_year_known = 2100;

bool is_year(int number) {
    return number >= first_year_known && number <= last_year_known;
}
bool is_month(int number) {
    return number >= 1 && number <= 12;
}
bool is_day(int number) {
    return number >= 1 && number <= 31;
}

class Reader {
  public:
    Reader(const std::vector<Token>& tokens, std::size_t at, Moment& moment)
        : tokens_(tokens), start_(at), at_(at), moment_(moment) {}

    std::size_t read() {
        moment_ = {};
        read_part();
        if (at_ > start_)
            return read_month() || read_quarter() || read_year() || read_whole_year() ? used() : 0;
        if (accept(period_of_years)) return read_years() ? used() : 0;
        if (read_half() || read_month() || read_quarter() || read_iso_day() || read_year()) return used();
        moment_.says_day = accept(day_word);
        return read_iso_day() || read_day() || (!moment_.says_day && (read_bare_month() || read_years()))
                   ? used()
                   : 0;
    }

    std::size_t read_further(Moment::Unit unit) {
        moment_ = {};
        const bool read = (unit == Moment::Unit::Month && read_month_number()) ||
                          (unit == Moment::Unit::Quarter && read_quarter_number());
        if (!read || month_word.match(tokens_, at_)) return 0;  // "và 6 tháng cuối năm"
        return used();
    }

  private:
    std::size_t used() const { return at_ - start_; }

    template <typename Pattern>
    bool accept(const Pattern& pattern) {
        const auto count = pattern.match(tokens_, at_);
        at_ += count;
        return count > 0;
    }

    const Token* peek(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    bool is_mark(std::size_t ahead, std::string_view marks) const {
        const auto* token = peek(ahead);
        return token && token->kind == Token::Kind::Mark && token->key.size() == 1 &&
               marks.find(token->key[0]) != std::string_view::npos;
    }
    int number(std::size_t ahead = 0) const {
        const auto* token = peek(ahead);
        return token ? small_number(*token) : -1;
    }

    void read_part() {
        if (accept(end_word))
            moment_.part = Moment::Part::End;
        else if (accept(start_word))
            moment_.part = Moment::Part::Start;
        else if (accept(middle_word))
            moment_.part = Moment::Part::Middle;
    }

    // "/2023", "-2023", "năm 2023", " 2023" after a month or a quarter.
    void read_its_year() {
        const auto before = at_;
        if (is_mark(0, "/-.,(")) ++at_;
        if (read_told_year()) return;
        accept(of_year);
        if (is_year(number()) && !is_mark(1, "/")) {
            moment_.year = number();
            ++at_;
        } else {
            at_ = before;
        }
    }

    // "của năm sau", "năm kế tiếp", "năm nay"
    bool read_told_year() {
        const auto before = at_;
        accept(of_it);
        if (accept(year_after)) {
            if (turns_year.match(tokens_, at_)) return back(before);
            moment_.years_on = 1;
        } else if (accept(same_year)) {
            moment_.years_on = 0;
        } else {
            return back(before);
        }
        return true;
    }

    bool read_month() {
        const auto before = at_;
        if (accept(month_word) && (read_month_number() || read_month_word())) return true;
        back(before);
        return read_short_month() || back(before);
    }

    // "T12/2026", "Th. 6/2026": with its year, or it would be anything.
    bool read_short_month() {
        static const Phrases short_month{"t", "t.", "th", "th.", "thg", "thg."};
        return accept(short_month) && read_month_number() && moment_.year;
    }

    // "tháng Tư", "tháng mười hai"
    bool read_month_word() {
        const auto count = read_month_name(tokens_, at_, moment_.first);
        if (!count) return false;
        moment_.unit = Moment::Unit::Month;
        moment_.last = moment_.first;
        at_ += count;
        read_its_year();
        return true;
    }

    bool read_month_number() {
        if (!is_month(number())) return false;
        moment_.unit = Moment::Unit::Month;
        moment_.first = moment_.last = number();
        ++at_;
        // "tháng 6-9/2023"; the second number must not begin a date: "tháng 6 - 30/9".
        if (is_mark(0, "-") && is_month(number(1)) && number(1) > moment_.first &&
            !(is_mark(2, "/") && !is_year(number(3)))) {
            moment_.last = number(1);
            at_ += 2;
        }
        read_its_year();
        return true;
    }

    bool read_quarter() {
        const auto before = at_;
        return (accept(quarter_word) && read_quarter_number()) || back(before);
    }

    bool read_quarter_number() {
        const auto* token = peek();
        if (!token || !quarter_number(*token)) return false;
        moment_.unit = Moment::Unit::Quarter;
        moment_.first = moment_.last = quarter_number(*token);
        ++at_;
        const auto* next = peek(1);
        if (is_mark(0, "-") && next && quarter_number(*next) > moment_.first) {
            moment_.last = quarter_number(*next);
            at_ += 2;
        }
        read_its_year();
        return true;
    }

    bool read_year() {
        const auto before = at_;
        if (year_after.match(tokens_, at_) && read_told_year()) {
            moment_.unit = Moment::Unit::Year;
            return true;
        }
        if (!accept(year_word) || !is_year(number())) return back(before);
        return read_years();
    }

    // "cuối năm": of the year that the document is from.
    bool read_whole_year() {
        if (year_before.match(tokens_, at_)) return false;
        if (!read_told_year() && !accept(year_word)) return false;
        moment_.unit = Moment::Unit::Year;
        return true;
    }

    // "2023", "2021-2025", "2021 đến 2025"
    bool read_years() {
        const auto before = at_;
        accept(year_word);
        if (!is_year(number())) return back(before);
        moment_.unit = Moment::Unit::Year;
        moment_.year = number();
        ++at_;
        const auto after_first = at_;
        if (is_mark(0, "-"))
            ++at_;
        else
            accept(until);
        if (at_ > after_first && is_year(number()) && number() > *moment_.year && !is_mark(1, "/-.")) {
            moment_.first_year = moment_.year;
            moment_.year = number();
            ++at_;
        } else {
            at_ = after_first;
        }
        return true;
    }

    int number_of_months() {
        static const Phrase three{"ba"};
        static const Phrase six{"sáu"};
        static const Phrase nine{"chín"};
        if (accept(six)) return 6;
        if (accept(nine)) return 9;
        if (accept(three)) return 3;
        const int months = number();
        if (is_month(months)) ++at_;
        return months;
    }

    // "2023-12-31", as programs write it
    bool read_iso_day() {
        if (!is_year(number()) || !is_mark(1, "-/") || !is_month(number(2)) || !is_mark(3, "-/") ||
            !is_day(number(4)) || is_mark(5, "-/"))
            return false;
        moment_.unit = Moment::Unit::Day;
        moment_.year = number();
        moment_.first = moment_.last = number(2);
        moment_.day = number(4);
        at_ += 5;
        return true;
    }

    // "6 tháng đầu năm 2023", "9 tháng đầu năm"
    bool read_half() {
        const auto before = at_;
        const int months = number_of_months();
        if (!is_month(months)) return back(before);
        moment_.unit = Moment::Unit::Month;
        if (accept(first_half)) {
            moment_.first = 1;
            moment_.last = months;
        } else if (accept(last_half)) {
            moment_.first = 13 - months;
            moment_.last = 12;
        } else {
            return back(before);
        }
        read_its_year();
        return true;
    }

    // "6/2023"
    bool read_bare_month() {
        if (!is_month(number()) || !is_mark(1, "/-") || !is_year(number(2)) || is_mark(3, "/-")) return false;
        moment_.unit = Moment::Unit::Month;
        moment_.first = moment_.last = number();
        moment_.year = number(2);
        at_ += 3;
        return true;
    }

    // "31/12/2023", "31-12-2023", "31.12.2023", "31/12", "15 tháng 01 năm 2024"
    bool read_day() {
        const int day = number();
        if (!is_day(day)) return false;
        moment_.unit = Moment::Unit::Day;
        moment_.day = day;
        const auto before = at_;
        ++at_;
        static const Phrase of_month{"của tháng"};
        if (is_mark(0, "/") && month_word.match(tokens_, at_ + 1)) ++at_;  // "30/ tháng 6/ năm 2026"
        static const Phrases of_months{"các tháng", "của các tháng", "trong các tháng", "vào các tháng"};
        moment_.lists_months = moment_.says_day && accept(of_months);
        if (moment_.lists_months || accept(month_word) || (moment_.says_day && accept(of_month))) {
            if (!is_month(number())) return back(before);
            moment_.first = moment_.last = number();
            ++at_;
            read_its_year();
            return true;
        }
        if (!is_mark(0, "/-.") || number(1) < 1 || number(1) > 99) return back(before);
        const char separator = tokens_[at_].key[0];
        moment_.first = moment_.last = number(1);
        at_ += 2;
        if (read_year_of_day(separator)) return true;
        if (!is_month(moment_.first)) return back(before);
        if (separator == '-' && moment_.says_day) return stands_for_date() || back(before);
        return separator == '/' || moment_.says_day || stands_dotted(before) ? true : back(before);
    }

    // "ngày 20-11" is a date; "ngày 5-11" may be seven days, unless a year or "hằng năm" follows.
    bool stands_for_date() const {
        static const Phrases yearly{"hằng năm", "hàng năm", "mỗi năm"};
        return moment_.day > moment_.first || yearly.match(tokens_, at_) > 0;
    }

    // "từ 22.2 - 27.2": a word of time before it, and nothing that is counted behind it.
    bool stands_dotted(std::size_t day) const {
        const bool behind_range =
            day >= 3 && tokens_[day - 1].is('-') && tokens_[day - 2].is_number() && tokens_[day - 3].is('.');
        if (!behind_range && (day == 0 || !dotted_before.match(tokens_, day - 1))) return false;
        const auto* next = peek();
        return !next || next->kind == Token::Kind::Break || dotted_behind.match(tokens_, at_) > 0 ||
               (next->kind == Token::Kind::Mark && !next->is('%') && !next->is('.'));
    }

    // "/2023", ".23", " năm 2023" after day and month. Two digits only behind the same mark as before them.
    bool read_year_of_day(char separator) {
        const auto before = at_;
        const bool marked = is_mark(0, "/-.");
        const int year = number(marked ? 1 : 0);
        if (marked && is_year(year)) {
            moment_.year = year;
            at_ += 2;
            return true;
        }
        if (marked && separator != '-' && tokens_[at_].is(separator) && year >= 0 &&
            peek(1)->key.size() == 2) {
            moment_.year = 2000 + year;
            at_ += 2;
            return true;
        }
        if (!marked && read_told_year()) return true;
        if (!marked && accept(of_year) && is_year(number())) {
            moment_.year = number();
            ++at_;
            return true;
        }
        return back(before);
    }

    bool back(std::size_t to) {
        at_ = to;
        return false;
    }

    const std::vector<Token>& tokens_;
    std::size_t start_;
    std::size_t at_;
    Moment& moment_;
};

}  // namespace

std::size_t read_moment(const std::vector<Token>& tokens, std::size_t at, Moment& moment) {
    return Reader(tokens, at, moment).read();
}

std::size_t read_further(const std::vector<Token>& tokens, std::size_t at, Moment::Unit unit,
                         Moment& moment) {
    return Reader(tokens, at, moment).read_further(unit);
}

}  // namespace dondoc::language
