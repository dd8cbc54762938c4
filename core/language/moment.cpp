#include "language/moment.h"

#include <algorithm>

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
        return read ? used() : 0;
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
        accept(of_year);
        if (is_year(number()) && !is_mark(1, "/")) {
            moment_.year = number();
            ++at_;
        } else {
            at_ = before;
        }
    }

    bool read_month() {
        const auto before = at_;
        return (accept(month_word) && read_month_number()) || back(before);
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
        if (!accept(year_word) || !is_year(number())) return back(before);
        return read_years();
    }

    // "cuối năm": of the year that the document is from.
    bool read_whole_year() {
        if (!accept(year_word)) return false;
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
        if (accept(month_word) || (moment_.says_day && accept(of_month))) {
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
        return separator == '/' || moment_.says_day ? true : back(before);
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

local_days last_of_month(int year, int month) {
    return local_days{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
}
local_days day_in(int year, int month, int day) {
    return civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

// The part of a span of whole months. Bộ luật Dân sự 2015, Điều 146: the start, middle and end of a month are
// its 1st, 15th and last day, of a year 1/1, 30/6 and 31/12; of a quarter by analogy.
DaySpan part_of(DaySpan span, Moment::Part part, local_days middle) {
    switch (part) {
        case Moment::Part::Start:
            return {span.first, span.first};
        case Moment::Part::Middle:
            return {middle, middle};
        case Moment::Part::End:
            return {span.last, span.last};
        case Moment::Part::Whole:
            break;
    }
    return span;
}

}  // namespace

int small_number(const Token& token) {
    if (!token.is_number() || token.key.size() > 4) return -1;
    int value = 0;
    for (const char digit : token.key) value = value * 10 + (digit - '0');
    return value;
}

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

std::size_t read_moment(const std::vector<Token>& tokens, std::size_t at, Moment& moment) {
    return Reader(tokens, at, moment).read();
}

std::size_t read_further(const std::vector<Token>& tokens, std::size_t at, Moment::Unit unit,
                         Moment& moment) {
    return Reader(tokens, at, moment).read_further(unit);
}

std::optional<DaySpan> days_of(const Moment& moment, int year) {
    const int y = moment.year.value_or(year);
    switch (moment.unit) {
        case Moment::Unit::Day: {
            const auto day = date::year{y} / date::month{static_cast<unsigned>(moment.first)} /
                             date::day{static_cast<unsigned>(moment.day)};
            if (!day.ok()) return std::nullopt;
            return DaySpan{local_days{day}, local_days{day}};
        }
        case Moment::Unit::Month:
            return part_of({day_in(y, moment.first, 1), last_of_month(y, moment.last)}, moment.part,
                           day_in(y, moment.first, 15));
        case Moment::Unit::Quarter:
            return part_of({day_in(y, moment.first * 3 - 2, 1), last_of_month(y, moment.last * 3)},
                           moment.part, day_in(y, moment.first * 3 - 1, 15));
        case Moment::Unit::Year:
            return part_of({day_in(moment.first_year.value_or(y), 1, 1), day_in(y, 12, 31)}, moment.part,
                           day_in(y, 6, 30));
    }
    return std::nullopt;
}

}  // namespace dondoc::language
