// SPDX-License-Identifier: Apache-2.0
#include "language/deadline/moment_years.h"

namespace dondoc::language {
namespace {

const Phrases of_year{"năm", "của năm", "trong năm"};
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
// The year that it follows: of a duty of this document that is the document's own.
const Phrases year_told_from{"năm báo cáo",      "năm kế hoạch",      "năm ngân sách",   "năm thực hiện",
                             "năm đánh giá",     "năm ban hành",      "của năm báo cáo", "của năm kế hoạch",
                             "của năm đánh giá", "so với năm báo cáo"};
const Phrases same_year{"năm nay", "năm này", "cùng năm", "năm hiện tại", "năm hiện hành"};
const Phrases of_it{"của", "trong", "vào"};
const Phrases year_before{"năm trước", "năm liền kề trước", "năm học", "năm ngân sách", "năm tài chính"};
// "năm liền kề trước", "một năm sau khi ...", "năm sau năm ban hành": no year that these words name alone.
const Phrases turns_year{"trước", "khi", "ngày", "thời", "năm", "đó", "nữa", "khi có"};
const Phrases until{"đến", "tới", "đến hết", "đến năm", "đến hết năm"};

}  // namespace

bool YearReader::read_year() {
    const auto before = at_;
    if ((year_after.match(tokens_, at_) || same_year.match(tokens_, at_)) && read_told_year()) {
        moment_.unit = Moment::Unit::Year;
        return true;
    }
    if (!accept(year_word) || !may_be_year(number())) return back(before);
    return read_years();
}

bool YearReader::read_whole_year() {
    if (year_before.match(tokens_, at_) || (!read_told_year() && !accept(year_word))) return false;
    moment_.unit = Moment::Unit::Year;
    return true;
}

bool YearReader::read_years() {
    const auto before = at_;
    accept(year_word);
    if (!may_be_year(number())) return back(before);
    moment_.unit = Moment::Unit::Year;
    moment_.year = number();
    ++at_;
    const auto after_first = at_;
    if (is_mark(0, "-"))
        ++at_;
    else
        accept(until);
    if (at_ > after_first && may_be_year(number()) && number() > *moment_.year && !is_mark(1, "/-.")) {
        moment_.first_year = moment_.year;
        moment_.year = number();
        ++at_;
    } else {
        at_ = after_first;
    }
    return true;
}

bool YearReader::read_year_of_day(char separator) {
    const auto before = at_;
    const bool marked = is_mark(0, "/-.");
    const int year = number(marked ? 1 : 0);
    if (marked && may_be_year(year)) {
        moment_.year = year;
        at_ += 2;
        return true;
    }
    if (marked && separator != '-' && tokens_[at_].is(separator) && year >= 0 && peek(1)->key.size() == 2) {
        moment_.year = 2000 + year;
        at_ += 2;
        return true;
    }
    if (!marked && read_told_year()) return true;
    if (!marked && accept(of_year) && may_be_year(number())) {
        moment_.year = number();
        ++at_;
        return true;
    }
    return back(before);
}

void YearReader::read_its_year() {
    const auto before = at_;
    const bool bracket = is_mark(0, "(");
    if (is_mark(0, "/-.,(")) ++at_;
    if (read_told_year()) return;
    accept(of_year);
    const bool of_several = bracket && peek(1) && !is_mark(1, ")");  // "quý III (2026 - 2027)"
    if (may_be_year(number()) && !is_mark(1, "/") && !of_several) {
        moment_.year = number();
        ++at_;
    } else {
        at_ = before;
    }
}

bool YearReader::read_told_year() {
    const auto before = at_;
    accept(of_it);
    if (accept(year_after)) {
        accept(year_told_from);
        if (turns_year.match(tokens_, at_)) return back(before);
        moment_.years_on = 1;
    } else if (accept(same_year)) {
        moment_.years_on = 0;
    } else {
        return back(before);
    }
    return true;
}

}  // namespace dondoc::language
