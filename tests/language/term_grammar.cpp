// SPDX-License-Identifier: Apache-2.0
#include "term_grammar.h"

#include <algorithm>

namespace dondoc::test {
namespace {

constexpr const char* roman[] = {"I", "II", "III", "IV"};
constexpr const char* next_year[] = {"năm sau", "năm tiếp theo", "năm kế tiếp", "năm liền kề", "năm tới"};

}  // namespace

std::string TermGrammar::text(int number) {
    return std::to_string(number);
}
std::string TermGrammar::two(int number) {
    return (number < 10 ? "0" : "") + text(number);
}

int length_of_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

PlainDay next_of(PlainDay day) {
    if (++day.day <= length_of_month(day.year, day.month)) return day;
    day.day = 1;
    if (++day.month > 12) day = {day.year + 1, 1, 1};
    return day;
}

PlainDay before(PlainDay day) {
    if (--day.day > 0) return day;
    if (--day.month == 0) day = {day.year - 1, 12, 1};
    day.day = length_of_month(day.year, day.month);
    return day;
}

std::string iso(PlainDay day) {
    return TermGrammar::text(day.year) + '-' + TermGrammar::two(day.month) + '-' + TermGrammar::two(day.day);
}

int TermGrammar::pick(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<std::uint64_t>(high - low + 1));
}

PlainDay TermGrammar::day_after_issue() {
    auto day = issued_;
    for (int left = pick(1, 700); left > 0; --left) day = next_of(day);
    return day;
}

TermGrammar::Span TermGrammar::day_span(PlainDay day) {
    const bool padded = chance(60);
    const auto d = padded ? two(day.day) : text(day.day);
    const auto m = padded ? two(day.month) : text(day.month);
    const auto y = text(day.year);
    Span span{"", day, day};
    switch (pick(0, 5)) {
        case 0:
            span.words = d + '-' + m + '-' + y;
            break;
        case 1:
            span.words = "ngày " + d + " tháng " + m + " năm " + y;
            break;
        case 2:
            span.words = d + '.' + m + '.' + y;
            break;
        case 3:
            span.words = "ngày " + d + '/' + m + '/' + y;
            break;
        default:
            span.words = d + '/' + m + '/' + y;
    }
    span.says_day = span.words.starts_with("ngày");
    return span;
}

TermGrammar::Span TermGrammar::month_span() {
    const int month = pick(1, 12);
    const int year = issued_.year + (month <= issued_.month ? 1 : pick(0, 1));
    static constexpr const char* joins[] = {"/", " năm ", "-"};
    const auto m = chance(50) ? two(month) : text(month);
    const auto words = "tháng " + m + one_of(joins) + text(year);
    const int last = length_of_month(year, month);
    switch (pick(0, 19)) {  // ten days of it, now and then
        case 0:
            return {"thượng tuần " + words, {year, month, 1}, {year, month, 10}};
        case 1:
            return {"trung tuần " + words, {year, month, 11}, {year, month, 20}};
        case 2:
            return {"hạ tuần " + words, {year, month, 21}, {year, month, last}};
        default:
            return {words, {year, month, 1}, {year, month, last}};
    }
}

TermGrammar::Span TermGrammar::quarter_span() {
    const int quarter = pick(1, 4);
    const int year = issued_.year + (quarter * 3 <= issued_.month ? 1 : pick(0, 1));
    const auto name = chance(80) ? std::string{roman[quarter - 1]} : text(quarter);
    static constexpr const char* joins[] = {"/", " năm ", "-"};
    const auto words =
        chance(10) ? "Q" + name + '/' + text(year) : "quý " + name + one_of(joins) + text(year);
    return {words, {year, quarter * 3 - 2, 1}, {year, quarter * 3, length_of_month(year, quarter * 3)}};
}

TermGrammar::Span TermGrammar::year_span() {
    const int year = issued_.year + pick(0, 2);
    return {"năm " + text(year), {year, 1, 1}, {year, 12, 31}};
}

TermGrammar::Span TermGrammar::any_span() {
    switch (pick(0, 5)) {
        case 0:
            return month_span();
        case 1:
            return quarter_span();
        case 2:
            return year_span();
        default:
            return day_span(day_after_issue());
    }
}

// Of the year after the document's.
TermGrammar::Span TermGrammar::told_span() {
    const int year = issued_.year + 1;
    const auto tail = std::string{chance(40) ? " của " : " "} + one_of(next_year);
    const int month = pick(1, 12);
    const int day = pick(1, 28);
    const int quarter = pick(1, 4);
    switch (pick(0, 3)) {
        case 0:
            return {"ngày " + text(day) + " tháng " + text(month) + tail,
                    {year, month, day},
                    {year, month, day},
                    true};
        case 1:
            return {two(day) + '/' + text(month) + tail, {year, month, day}, {year, month, day}};
        case 2:
            return {
                "tháng " + text(month) + tail, {year, month, 1}, {year, month, length_of_month(year, month)}};
        default:
            return {std::string{"quý "} + roman[quarter - 1] + tail,
                    {year, quarter * 3 - 2, 1},
                    {year, quarter * 3, length_of_month(year, quarter * 3)}};
    }
}

std::string TermGrammar::work() {
    static constexpr const char* openings[] = {"",
                                               "",
                                               "",
                                               "hoàn thành ",
                                               "xong ",
                                               "gửi ",
                                               "trình ",
                                               "báo cáo ",
                                               "thời hạn: ",
                                               "thực hiện ",
                                               "ban hành ",
                                               "hoàn thành việc rà soát ",
                                               "trình UBND tỉnh ",
                                               "gửi Sở Nội vụ "};
    return one_of(openings);
}

std::string TermGrammar::event() {
    static constexpr const char* openings[] = {"sau khi ",    "khi ",          "ngay sau khi ",
                                               "kể từ ngày ", "từ thời điểm ", "tính từ ngày ",
                                               "trước khi ",  "kể từ khi "};
    static constexpr const char* happenings[] = {"có quyết định phê duyệt",
                                                 "được giao dự toán hằng năm",
                                                 "nhận đủ hồ sơ hợp lệ",
                                                 "hoàn thành nghiệm thu, bàn giao",
                                                 "có hướng dẫn của Bộ Nội vụ",
                                                 "quyết toán ngân sách hằng quý",
                                                 "Luật có hiệu lực thi hành",
                                                 "đánh giá, xếp loại hằng năm",
                                                 "Nghị định số 15/2024/NĐ-CP ngày 15/3/2024 có hiệu lực"};
    static constexpr const char* tails[] = {
        "", "", " theo quy định", " theo mẫu", " để theo dõi", " theo kế hoạch"};
    return one_of(openings) + one_of(happenings) + one_of(tails);
}

}  // namespace dondoc::test
