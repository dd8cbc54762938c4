// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/moment.h"

#include "language/deadline/moment_years.h"

namespace dondoc::language {
namespace {

const Phrase month_word{"tháng"};
const Phrases quarter_word{"quý", "qui", "q", "q."};
const Phrases period_of_years{"giai đoạn", "thời kỳ"};
const Phrase start_word{"đầu"}, middle_word{"giữa"}, first_ten{"thượng tuần"}, second_ten{"trung tuần"},
    rest_of_month{"hạ tuần"};
const Phrases end_word{"cuối", "ngày cuối", "ngày cuối cùng", "ngày cuối cùng của", "ngày cuối của"};
const Phrases first_part{"nửa đầu"},
    second_part{"nửa cuối", "nửa sau"};  // they end in the middle, at the end
const Phrase first_half{"tháng đầu năm"}, last_half{"tháng cuối năm"};

bool is_month(int number) {
    return number >= 1 && number <= 12;
}
bool is_day(int number) {
    return number >= 1 && number <= 31;
}

class Reader : public YearReader {
  public:
    using YearReader::YearReader;

    std::size_t read() {
        moment_ = {};
        read_part();
        if (at_ > start_)
            return read_month() || (!of_ten_days() && (read_quarter() || read_year() || read_whole_year()))
                       ? used()
                       : 0;
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
        if (!read || month_word.match(tokens_, at_)) return 0;                 // "và 6 tháng cuối năm"
        if (is_mark(0, "/.") && number(1) >= 0 && !peek(1)->spaced) return 0;  // "tháng 3, trước 10/4"
        return used();
    }

  private:
    bool of_ten_days() const { return moment_.part >= Moment::Part::FirstTen; }

    void read_part() {
        static const Phrase before{"trước"};
        const bool bounded = at_ > 0 && before.match(tokens_, at_ - 1);
        if (!bounded && accept(first_part))
            moment_.part = Moment::Part::Middle;
        else if (!bounded && accept(second_part))
            moment_.part = Moment::Part::End;
        else if (accept(end_word))
            moment_.part = Moment::Part::End;
        else if (accept(start_word))
            moment_.part = Moment::Part::Start;
        else if (accept(middle_word))
            moment_.part = Moment::Part::Middle;
        else if (accept(first_ten))
            moment_.part = Moment::Part::FirstTen;
        else if (accept(second_ten))
            moment_.part = Moment::Part::SecondTen;
        else if (accept(rest_of_month))
            moment_.part = Moment::Part::Rest;
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
            !(is_mark(2, "/") && !may_be_year(number(3)))) {
            moment_.last = number(1);
            at_ += 2;
        }
        read_its_year();
        return true;
    }

    bool read_quarter() {
        const auto before = at_;
        return (accept(quarter_word) && (read_quarter_number() || read_quarter_word())) || back(before);
    }

    // "quý tư năm 2026"
    bool read_quarter_word() {
        const auto count = read_quarter_name(tokens_, at_, moment_.first);
        if (!count) return false;
        moment_.unit = Moment::Unit::Quarter;
        moment_.last = moment_.first;
        at_ += count;
        read_its_year();
        return true;
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

    // "2023-12-31", as programs write it
    bool read_iso_day() {
        if (!may_be_year(number()) || !is_mark(1, "-/") || !is_month(number(2)) || !is_mark(3, "-/") ||
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
        const int months = read_month_count(tokens_, at_);
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
        --at_;  // its "năm" may be the first word of "năm sau"
        if (!read_told_year()) {
            ++at_;
            read_its_year();
        }
        return true;
    }

    // "6/2023", and each of "6/2023 - 9/2023"
    bool read_bare_month() {
        const bool begins_range =
            is_mark(3, "-") && is_month(number(4)) && is_mark(5, "/") && may_be_year(number(6));
        if (!is_month(number()) || !is_mark(1, "/-") || !may_be_year(number(2)) ||
            (is_mark(3, "/-") && !begins_range))
            return false;
        moment_.unit = Moment::Unit::Month;
        moment_.first = moment_.last = number();
        moment_.year = number(2);
        at_ += 3;
        return true;
    }

    // "31/12/2023", "31-12-2023", "31.12.2023", "31/12", "15 tháng 01 năm 2024", "mùng 5/3"
    bool read_day() {
        const auto length = read_day_of_month(tokens_, at_, moment_.says_day, moment_.day);
        if (!length) return false;
        moment_.unit = Moment::Unit::Day;
        moment_.says_day = moment_.says_day || number() < 0;
        const auto before = at_;
        at_ += length;
        static const Phrase of_month{"của tháng"};
        if (is_mark(0, "/") && month_word.match(tokens_, at_ + 1)) ++at_;  // "30/ tháng 6/ năm 2026"
        static const Phrases of_months{"các tháng", "của các tháng", "trong các tháng", "vào các tháng"};
        moment_.lists_months = moment_.says_day && accept(of_months);
        if (moment_.lists_months || accept(month_word) || (moment_.says_day && accept(of_month)))
            return (read_month_of_day() && !counts_months(before)) || back(before);
        if (!is_mark(0, "/-.") || number(1) < 1 || number(1) > 99) return back(before);
        const char separator = tokens_[at_].key[0];
        // "3-4/2026": March and April, or the third of April?
        if (separator == '-' && is_mark(2, "/") && is_month(moment_.day) && !moment_.says_day)
            return back(before);
        moment_.first = moment_.last = number(1);
        moment_.in_figures = true;
        at_ += 2;
        if (read_year_of_day(separator)) return true;
        if (!is_month(moment_.first)) return back(before);
        if (separator == '-' && moment_.says_day) return stands_for_date() || back(before);
        return separator == '/' || moment_.says_day || stands_dotted(tokens_, before, at_) ? true
                                                                                           : back(before);
    }

    bool read_month_of_day() {
        const auto named = moment_.says_day ? read_month_name(tokens_, at_, moment_.first) : 0;
        if (!named && !is_month(number())) return false;
        if (!named) moment_.first = number();
        moment_.last = moment_.first;
        at_ += named ? named : 1;
        moment_.lists_months = moment_.lists_months || (moment_.says_day && months_follow(tokens_, at_));
        read_its_year();
        return true;
    }

    // "trong 02 tháng 3, 4/2026"
    bool counts_months(std::size_t day) const {
        static const Phrases within{"trong", "trong cả", "cả"};
        const bool told = day > 0 && within.match(tokens_, day - 1) > 0;
        return told && !moment_.says_day && is_month(moment_.day) &&
               (is_mark(0, ",") || and_word.match(tokens_, at_));
    }

    // "ngày 20-11" is a date; "ngày 5-11" may be seven days, unless a year or "hằng năm" follows.
    bool stands_for_date() const {
        static const Phrases yearly{"hằng năm", "hàng năm", "mỗi năm"};
        return moment_.day > moment_.first || yearly.match(tokens_, at_) > 0;
    }
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
