// SPDX-License-Identifier: Apache-2.0
// Rules of the grammar for periods that stand beside their days, and for work that begins.
#include <algorithm>

#include "term_grammar.h"

namespace dondoc::test {
namespace {

constexpr const char* quarter_names[] = {"quý I", "quý II", "quý III", "quý IV"};
constexpr int months_of_a_quarter = 3;

PlainDay end_of_quarter(int year, int quarter) {  // 1 to 4
    const int month = quarter * months_of_a_quarter;
    return {year, month, length_of_month(year, month)};
}

}  // namespace

// "quý I: trước 15/3/2027; quý II: trước 15/6/2027", "báo cáo quý I trước 05/4/2027, quý II trước ..."
SaidTerm TermGrammar::headed() {
    static constexpr const char* joins[] = {": ", " ", " (", ": gửi ", " gửi "};
    const auto join = one_of(joins);
    const bool inside = chance(50);
    const int year = issued_.year + 1;
    const int first = pick(1, 2);
    SaidTerm said{chance(40) ? "báo cáo " : "", SaidTerm::Kind::Days, {}, -1, "headed"};
    const int last = pick(first + 1, 4);
    for (int quarter = first; quarter <= last; ++quarter) {
        auto day = end_of_quarter(year, quarter);
        day.day = pick(2, 28);
        for (int on = inside ? 0 : pick(30, 45); on > 0; --on) day = next_of(day);
        const auto date = text(day.day) + '/' + text(day.month) + '/' + text(day.year);
        if (quarter > first) said.phrase += chance(50) ? "; " : ", ";
        said.phrase += quarter_names[quarter - 1] + join + "trước " + date + (join == " (" ? ")" : "");
        said.days.push_back(before(day));
    }
    return said;
}

// "báo cáo tháng 6, gửi trước 05/7/2027", "trong quý I/2027 và hoàn thành trước 15/4/2027"
SaidTerm TermGrammar::reported() {
    const auto period = chance(50) ? month_span() : quarter_span();
    auto day = period.last;
    for (int on = pick(2, 20); on > 0; --on) day = next_of(day);
    const auto due = day_span(day);
    static constexpr const char* openings[] = {"báo cáo ", "trong ", "thực hiện trong ", "triển khai trong "};
    static constexpr const char* joins[] = {", gửi trước ", " và hoàn thành trước ", ", xong trước ",
                                            "; báo cáo trước "};
    return {one_of(openings) + period.words + one_of(joins) + due.words,
            SaidTerm::Kind::Days,
            {before(day)},
            -1,
            "reported"};
}

// "quý II các năm 2026, 2027"
SaidTerm TermGrammar::each_year() {
    const int quarter = pick(1, 4);
    const int first = issued_.year + 1;
    const int last = first + pick(1, 3);
    const bool is_before = chance(50);
    const bool is_run = chance(50);
    auto years = text(first);
    SaidTerm said{"", SaidTerm::Kind::Days, {}, -1, "each year"};
    for (int year = first; year <= last; ++year) {
        if (year > first && !is_run) years += (year == last ? " và " : ", ") + text(year);
        const auto end = end_of_quarter(year, quarter);
        said.days.push_back(is_before ? before({year, end.month - 2, 1}) : end);
    }
    if (is_run) years = '(' + years + " - " + text(last) + ')';
    said.phrase = std::string{is_before ? "trước " : "trong "} + quarter_names[quarter - 1] +
                  (is_run ? " " : " các năm ") + years;
    return said;
}

// To begin is the work itself where nothing is said of its end.
SaidTerm TermGrammar::breaking_ground() {
    const auto span = any_span();
    static constexpr const char* bounds[] = {"", "trong ", "vào "};
    if (chance(30))
        return {"khởi công trước " + span.words, SaidTerm::Kind::Days, {before(span.first)}, -1, "ground"};
    return {"khởi công " + one_of(bounds) + span.words, SaidTerm::Kind::Days, {span.last}, -1, "ground"};
}

}  // namespace dondoc::test
