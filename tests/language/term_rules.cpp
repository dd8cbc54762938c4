// SPDX-License-Identifier: Apache-2.0
// The rules of the grammar: each makes one phrase and says what it means.
#include <algorithm>

#include "term_grammar.h"

namespace dondoc::test {
namespace {

constexpr const char* next_one[] = {"sau", "tiếp theo", "kế tiếp", "liền kề"};
constexpr const char* every[] = {"hằng", "hàng", "mỗi"};
constexpr const char* inclusive[] = {"chậm nhất ", "chậm nhất là ", "muộn nhất ", "đến hết ",
                                     "không quá ", "hết ",          "",           "trong "};

}  // namespace

SaidTerm TermGrammar::bounded() {
    const auto span = any_span();
    if (chance(45))
        return {work() + "trước " + span.words, SaidTerm::Kind::Days, {before(span.first)}, -1, "bounded"};
    return {work() + one_of(inclusive) + span.words, SaidTerm::Kind::Days, {span.last}, -1, "bounded"};
}

SaidTerm TermGrammar::told() {
    const auto span = told_span();
    if (chance(45))
        return {work() + "trước " + span.words, SaidTerm::Kind::Days, {before(span.first)}, -1, "told"};
    return {work() + one_of(inclusive) + span.words, SaidTerm::Kind::Days, {span.last}, -1, "told"};
}

SaidTerm TermGrammar::with_hour() {
    auto span = day_span(day_after_issue());
    const int hour = pick(0, 24);
    const int minute = hour == 24 || hour == 0 ? 0 : pick(0, 3) * 15;
    static constexpr const char* marks[] = {"h", " giờ ", ":"};
    const auto clock = text(hour) + one_of(marks) + two(minute);
    static constexpr const char* bounds[] = {"trước ", "chậm nhất ", "trước lúc ", ""};
    const auto words = (span.says_day ? "" : "ngày ") + span.words;
    SaidTerm said{
        one_of(bounds) + clock + ' ' + words, SaidTerm::Kind::Days, {span.first}, hour * 60 + minute, "hour"};
    if (hour == 0) said.days = {before(span.first)};
    if (hour == 0 || hour == 24) said.minutes = -1;
    return said;
}

SaidTerm TermGrammar::range() {
    auto first = day_after_issue();
    auto last = first;
    for (int left = pick(1, 200); left > 0; --left) last = next_of(last);
    const auto from = day_span(first);
    const auto to = day_span(last);
    static constexpr const char* joins[] = {" đến ", " đến hết ", " - ", " tới "};
    return {"từ " + from.words + one_of(joins) + to.words, SaidTerm::Kind::Days, {last}, -1, "range"};
}

// "trước A và B", where nothing says that the second stands for itself.
SaidTerm TermGrammar::list() {
    const int year = issued_.year + 1;
    const int first = pick(1, 6);
    const int second = pick(first + 1, 12);
    const PlainDay a{year, first, pick(1, 28)};
    const PlainDay b{year, second, pick(1, 28)};
    const bool is_before = chance(50);
    static constexpr const char* joins[] = {" và ", ", "};
    const auto days = text(a.day) + '/' + text(a.month) + one_of(joins) + text(b.day) + '/' + text(b.month) +
                      '/' + text(year);
    return {std::string{is_before ? "trước ngày " : "ngày "} + days, SaidTerm::Kind::Days,
            is_before ? std::vector{before(a), before(b)} : std::vector{a, b}, -1, "list"};
}

SaidTerm TermGrammar::doubtful_list() {
    const auto a = day_span(day_after_issue());
    const auto b = day_span(day_after_issue());
    static constexpr const char* joins[] = {" và ngày ", ", ngày ", "; ", " (lần 1), ngày ", ": 50%; "};
    const auto join = one_of(joins);
    const auto second = join.ends_with("ngày ") && b.says_day ? b.words.substr(6) : b.words;
    return {"trước " + a.words + join + second, SaidTerm::Kind::Refused, {}, -1, "doubtful list"};
}

SaidTerm TermGrammar::series_of(std::string phrase, const std::vector<PlainDay>& days, PlainDay from) {
    SaidTerm said{std::move(phrase), SaidTerm::Kind::Series, days, -1, "series"};
    std::erase_if(said.days, [&](const PlainDay& day) { return day < from; });
    std::sort(said.days.begin(), said.days.end());
    constexpr std::size_t looked_at = 5;
    if (said.days.size() > looked_at) said.days.resize(looked_at);
    return said;
}

SaidTerm TermGrammar::monthly() {
    const int day = pick(1, 31);
    const bool is_before = chance(50);
    std::vector<PlainDay> days;
    for (int month = 0; month < 30; ++month) {
        const int year = issued_.year + month / 12;
        const int length = length_of_month(year, month % 12 + 1);
        const PlainDay named{year, month % 12 + 1, std::min(day, length)};
        days.push_back(is_before && day <= length ? before(named) : named);
    }
    const auto bound = std::string{is_before ? "trước ngày " : "chậm nhất ngày "} + text(day);
    const auto period = one_of(every) + std::string{" tháng"};
    return series_of(chance(50) ? period + ", " + bound : bound + ' ' + period, days, issued_);
}

SaidTerm TermGrammar::quarterly() {
    const int day = pick(1, 28);
    const bool is_before = chance(50);
    const int place = pick(0, 2);
    static constexpr const char* months[] = {"tháng đầu", "tháng thứ hai", "tháng cuối"};
    std::vector<PlainDay> days;
    for (int quarter = 0; quarter < 10; ++quarter) {
        const PlainDay named{issued_.year + quarter / 4, quarter % 4 * 3 + place + 1, day};
        days.push_back(is_before ? before(named) : named);
    }
    static constexpr const char* joins[] = {" quý", " của quý", " mỗi quý"};
    const auto bound =
        std::string{is_before ? "trước ngày " : "ngày "} + text(day) + ' ' + months[place] + one_of(joins);
    return series_of(chance(40) ? one_of(every) + std::string{" quý, "} + bound : bound, days, issued_);
}

SaidTerm TermGrammar::yearly() {
    const int month = pick(1, 12);
    const int day = pick(1, length_of_month(2024, month));
    const bool is_before = chance(50);
    std::vector<PlainDay> days;
    for (int year = issued_.year; year < issued_.year + 8; ++year) {
        const bool missing = day > length_of_month(year, month);
        const PlainDay named{year, month, missing ? length_of_month(year, month) : day};
        days.push_back(is_before ? before(named) : named);
    }
    const auto date =
        chance(50) ? text(day) + '/' + text(month) : "ngày " + text(day) + " tháng " + text(month);
    const auto bound = (is_before ? "trước " : "chậm nhất ") + date;
    const auto period = one_of(every) + std::string{" năm"};
    return series_of(chance(50) ? period + ", " + bound : bound + ' ' + period, days, issued_);
}

SaidTerm TermGrammar::weekly() {
    static constexpr const char* names[] = {"thứ Hai", "thứ Ba", "thứ Tư",  "thứ Năm",
                                            "thứ Sáu", "thứ 7",  "Chủ nhật"};
    const int weekday = pick(0, 6);
    const bool is_before = chance(40);
    int today = 5;  // 1 January 2000 was a Saturday
    for (PlainDay day{2000, 1, 1}; day < issued_; day = next_of(day)) today = (today + 1) % 7;
    std::vector<PlainDay> days;
    auto day = issued_;
    for (int i = 0; i < 60; ++i, day = next_of(day), today = (today + 1) % 7)
        if (today == (is_before ? (weekday + 6) % 7 : weekday)) days.push_back(day);
    const auto bound = std::string{is_before ? "trước " : ""} + names[weekday];
    return series_of(chance(50) ? bound + " hằng tuần" : "hằng tuần, " + bound, days, issued_);
}

// "ngày 10 của tháng sau", "tháng đầu quý tiếp theo": of the period after the one that runs.
SaidTerm TermGrammar::after_period() {
    const int day = pick(1, 28);
    const bool is_before = chance(50);
    const bool of_month = chance(50);
    std::vector<PlainDay> days;
    for (int i = of_month ? issued_.month : (issued_.month - 1) / 3 + 1; days.size() < 6; ++i) {
        const PlainDay named = of_month ? PlainDay{issued_.year + i / 12, i % 12 + 1, day}
                                        : PlainDay{issued_.year + i / 4, i % 4 * 3 + 1, day};
        days.push_back(is_before ? before(named) : named);
    }
    const auto bound = std::string{is_before ? "trước ngày " : "chậm nhất ngày "} + text(day);
    const auto of = std::string{chance(50) ? " " : " của "};
    return series_of(bound + of + (of_month ? "tháng " : "tháng đầu quý ") + one_of(next_one), days, issued_);
}

SaidTerm TermGrammar::counted() {
    const auto from = day_span(day_after_issue());
    const int count = pick(1, 90);
    auto due = from.first;
    for (int left = count; left > 0; --left) due = next_of(due);
    static constexpr const char* openings[] = {"", "trong ", "trong vòng ", "trong thời hạn "};
    return {one_of(openings) + text(count) + " ngày kể từ " + from.words,
            SaidTerm::Kind::Days,
            {due},
            -1,
            "counted"};
}

SaidTerm TermGrammar::waiting() {
    static constexpr const char* standing[] = {"thường xuyên", "thường xuyên, liên tục",
                                               "theo tiến độ được giao", "theo kế hoạch của Bộ Nội vụ",
                                               "theo quy định của pháp luật"};
    const auto phrase = chance(80) ? event() : one_of(standing);
    static constexpr const char* instants[] = {"nhận đủ hồ sơ theo quy định",
                                               "ký Quyết định số 15/QĐ-UBND ngày 15/3/2024",
                                               "ban hành Nghị quyết của HĐND tỉnh"};
    const auto counted = text(pick(1, 60)) + " ngày kể từ ngày " + one_of(instants);
    return {chance(15) ? counted : phrase, SaidTerm::Kind::Open, {}, -1, "waiting"};
}

SaidTerm TermGrammar::with_data() {
    const auto due = day_span(day_after_issue());
    const auto data = any_span();
    static constexpr const char* openings[] = {"số liệu ", "số liệu tính đến ", "kỳ số liệu đến ",
                                               "chốt số liệu "};
    static constexpr const char* joins[] = {", gửi trước ", "; báo cáo trước ", ", nộp trước "};
    return {one_of(openings) + data.words + one_of(joins) + due.words,
            SaidTerm::Kind::Days,
            {before(due.first)},
            -1,
            "data"};
}

SaidTerm TermGrammar::with_remark() {
    auto said = chance(50) ? bounded() : told();
    static constexpr const char* remarks[] = {" (30 ngày trước ngày khai mạc)",
                                              " (tức ngày 02/3 âm lịch)",
                                              " (chuyển tiếp từ năm 2024)",
                                              " (đầu năm học 2026 - 2027)",
                                              " (ngay sau khi kết thúc đợt kiểm tra)",
                                              " (theo Công văn số 12/UBND-NC)",
                                              " (trước kỳ nghỉ hè)",
                                              " (để kịp tổng hợp)"};
    said.phrase += one_of(remarks);
    said.rule = "remark";
    return said;
}

SaidTerm TermGrammar::with_purpose() {
    auto said = chance(50) ? bounded() : told();
    static constexpr const char* purposes[] = {" để tổng hợp",
                                               " để đón năm học mới",
                                               " theo mẫu gửi kèm",
                                               " theo quy định hằng năm",
                                               " nhằm phục vụ kỳ họp cuối năm",
                                               " để kịp trình Quốc hội năm sau"};
    said.phrase += one_of(purposes);
    said.rule = "purpose";
    return said;
}

SaidTerm TermGrammar::window() {
    const auto first = day_after_issue();
    auto last = first;
    for (int left = pick(2, 200); left > 0; --left) last = next_of(last);
    const auto from = day_span(first);
    const auto to = day_span(last);
    static constexpr const char* openings[] = {"từ ", "bắt đầu từ ", "khởi công "};
    static constexpr const char* joins[] = {", hoàn thành trước ", " và kết thúc trước ", "; xong trước "};
    return {one_of(openings) + from.words + one_of(joins) + to.words,
            SaidTerm::Kind::Days,
            {before(last)},
            -1,
            "window"};
}

SaidTerm TermGrammar::refused() {
    const auto span = any_span();
    const auto day = day_span(day_after_issue());
    static constexpr const char* phrases[] = {"năm học 2026 - 2027",
                                              "kỳ họp thường lệ cuối năm 2026",
                                              "tại phiên họp tiếp theo",
                                              "trong 05 ngày đầu quý sau",
                                              "trước 20/12 âm lịch",
                                              "so với quý trước",
                                              "trong tuần tới",
                                              "ngày cuối cùng",
                                              "trước Tết Nguyên đán",
                                              "02 lần/năm",
                                              "trong 24 giờ",
                                              "10 ngày",
                                              "trước ngày 15"};
    static constexpr const char* turns[] = {"sau ", "không trước ", "sớm nhất ", "chưa xong ", "trừ "};
    switch (pick(0, 3)) {
        case 0:
            return {one_of(turns) + span.words, SaidTerm::Kind::Refused, {}, -1, "turned"};
        case 1:
            return {"trước " + span.words + " hoặc " + day.words, SaidTerm::Kind::Refused, {}, -1, "either"};
        case 2:
            return {"tháng " + text(pick(13, 40)) + '/' + text(issued_.year),
                    SaidTerm::Kind::Refused,
                    {},
                    -1,
                    "no month"};
        default:
            return {one_of(phrases), SaidTerm::Kind::Refused, {}, -1, "refused"};
    }
}

SaidTerm TermGrammar::make() {
    using Rule = SaidTerm (TermGrammar::*)();
    static constexpr Rule rules[] = {
        &TermGrammar::bounded,         &TermGrammar::bounded,  &TermGrammar::told,
        &TermGrammar::with_hour,       &TermGrammar::range,    &TermGrammar::list,
        &TermGrammar::doubtful_list,   &TermGrammar::monthly,  &TermGrammar::quarterly,
        &TermGrammar::yearly,          &TermGrammar::weekly,   &TermGrammar::after_period,
        &TermGrammar::counted,         &TermGrammar::waiting,  &TermGrammar::with_data,
        &TermGrammar::with_remark,     &TermGrammar::window,   &TermGrammar::with_purpose,
        &TermGrammar::headed,          &TermGrammar::reported, &TermGrammar::each_year,
        &TermGrammar::breaking_ground, &TermGrammar::refused};
    auto said = (this->*rules[pick(0, static_cast<int>(std::size(rules)) - 1)])();
    if (chance(10)) said.phrase = "- " + said.phrase;
    if (chance(15)) said.phrase += chance(50) ? "." : ";";
    return said;
}

}  // namespace dondoc::test
