// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <utf8proc.h>

#include <cstdlib>

#include "few_texts.h"
#include "language/readers.h"

namespace dondoc::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr auto issued = civil(2023, 5, 13);

struct Vector {
    const char* phrase;
    const char* kind;
    FewTexts due;
    const char* start = "";
};

void PrintTo(const Vector& vector, std::ostream* out) {
    *out << vector.phrase;
}

DeadlineReading read(std::string_view phrase, local_days day = issued, const Calendar* calendar = nullptr) {
    return read_deadline(phrase, {day, calendar});
}

void expect(const Vector& vector, const DeadlineReading& reading) {
    EXPECT_EQ(name_of(kind_of(reading.deadline.term)), vector.kind) << vector.phrase;
    std::vector<std::string> due;
    for (const auto day : due_days(reading.deadline.term)) due.push_back(iso_day(day));
    EXPECT_EQ(due, vector.due.list()) << vector.phrase;
    if (*vector.start) {
        const auto start = start_day(reading.deadline.term);
        EXPECT_EQ(start ? iso_day(*start) : "", vector.start) << vector.phrase;
    }
    EXPECT_FALSE(reading.deadline.reason.key.empty()) << vector.phrase;
}

class DeadlinePhrase : public testing::TestWithParam<Vector> {};

TEST_P(DeadlinePhrase, IsReadWithoutDoubt) {
    const auto reading = read(GetParam().phrase);
    expect(GetParam(), reading);
    EXPECT_THAT(reading.problems, IsEmpty());
}

TEST_P(DeadlinePhrase, IsReadTheSameInCapitalsAndDecomposed) {
    utf8proc_uint8_t* decomposed = utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(GetParam().phrase));
    expect(GetParam(), read(reinterpret_cast<const char*>(decomposed)));
    std::free(decomposed);
    std::string capitals;
    const std::string phrase = GetParam().phrase;
    for (std::size_t at = 0; at < phrase.size();) {
        utf8proc_int32_t c = 0;
        at += static_cast<std::size_t>(
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(phrase.data() + at), -1, &c));
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(utf8proc_toupper(c), bytes);
        capitals.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    expect(GetParam(), read(capitals));
}

INSTANTIATE_TEST_SUITE_P(Dates, DeadlinePhrase,
                         testing::ValuesIn(std::vector<Vector>{
                             {"31/12/2023", "date", {"2023-12-31"}},
                             {"31-12-2023", "date", {"2023-12-31"}},
                             {"31.12.2023", "date", {"2023-12-31"}},
                             {"31/12/23", "date", {"2023-12-31"}},
                             {"31 / 12 / 2023", "date", {"2023-12-31"}},
                             {"Chậm nhất trong ngày 31/12/2023", "date", {"2023-12-31"}},
                             {"Chậm nhất ngày 30/11/2023.", "date", {"2023-11-30"}},
                             {"chậm nhất là ngày 30/11/2023", "date", {"2023-11-30"}},
                             {"Đến hết ngày 30/6/2023", "date", {"2023-06-30"}},
                             {"không quá ngày 30/6/2023", "date", {"2023-06-30"}},
                             {"ngày 15 tháng 01 năm 2024", "date", {"2024-01-15"}},
                             {"20 tháng 11 năm 2023", "date", {"2023-11-20"}},
                             {"Thời gian hoàn thành: 30/9/2023", "date", {"2023-09-30"}},
                             {"trước 17 giờ 00 ngày 15/6/2023", "date", {"2023-06-15"}},
                             {"30/6", "date", {"2023-06-30"}},
                             {"ngày mười lăm tháng ba năm 2024", "date", {"2024-03-15"}},
                             {"Chậm nhất mùng 10 tháng 9", "date", {"2023-09-10"}},
                             {"Từ ngày 01/6/2023 đến ngày 30/9/2023", "date", {"2023-09-30"}, "2023-06-01"},
                             {"Từ 01/6 - 30/9/2023", "date", {"2023-09-30"}, "2023-06-01"},
                             {"Từ ngày 01 đến ngày 15/6/2023", "date", {"2023-06-15"}, "2023-06-01"},
                         }));
INSTANTIATE_TEST_SUITE_P(Before, DeadlinePhrase,
                         testing::ValuesIn(std::vector<Vector>{
                             {"Trước 31/10/2023", "before", {"2023-10-30"}},
                             {"Trước ngày 15/01/2024", "before", {"2024-01-14"}},
                             {"trước ngày 15 tháng 01 năm 2024", "before", {"2024-01-14"}},
                             {"Trướcngày15/6/2023", "before", {"2023-06-14"}},
                             {"Hoàn thành trước 30/9/2023", "before", {"2023-09-29"}},
                             {"Xong trước ngày 5/7", "before", {"2023-07-04"}},
                             {"trước ngày mùng 5/9/2023", "before", {"2023-09-04"}},
                             {"trước mồng năm tháng chín năm 2023", "before", {"2023-09-04"}},
                             {"Trước tháng 10/2023", "before", {"2023-09-30"}},
                             {"Trước quý IV/2023", "before", {"2023-09-30"}},
                         }));
INSTANTIATE_TEST_SUITE_P(YearsQuartersMonths, DeadlinePhrase,
                         testing::ValuesIn(std::vector<Vector>{
                             {"Trong năm 2023", "year", {"2023-12-31"}},
                             {"Năm 2023", "year", {"2023-12-31"}},
                             {"2023", "year", {"2023-12-31"}},
                             {"Trongnăm 2023", "year", {"2023-12-31"}},
                             {"Cả năm", "year", {"2023-12-31"}},
                             {"Cuối năm 2023", "year", {"2023-12-31"}},
                             {"giữa năm 2023", "year", {"2023-06-30"}},
                             {"Năm 2023-2025", "year", {"2025-12-31"}, "2023-01-01"},
                             {"Giai đoạn 2021 - 2025", "year", {"2025-12-31"}, "2021-01-01"},
                             {"từ nay đến hết năm 2023", "year", {"2023-12-31"}},
                             {"Quý III năm 2023", "quarter", {"2023-09-30"}},
                             {"Quý III/2023", "quarter", {"2023-09-30"}},
                             {"QuýIII/2023", "quarter", {"2023-09-30"}},
                             {"Qui III", "quarter", {"2023-09-30"}},
                             {"Quí III năm 2023", "quarter", {"2023-09-30"}},
                             {"Qúy III-2023", "quarter", {"2023-09-30"}},
                             {"quý 3", "quarter", {"2023-09-30"}},
                             {"quý 3/2023", "quarter", {"2023-09-30"}},
                             {"Quý III-IV/2023", "quarter", {"2023-12-31"}, "2023-07-01"},
                             {"Quý III – IV năm 2023", "quarter", {"2023-12-31"}, "2023-07-01"},
                             {"Quý III, IV/2023", "quarter", {"2023-12-31"}, "2023-07-01"},
                             {"Hết quý II/2023", "quarter", {"2023-06-30"}},
                             {"cuối quý III/2023", "quarter", {"2023-09-30"}},
                             {"Tháng 01/2024", "month", {"2024-01-31"}},
                             {"hết tháng 12/2023", "month", {"2023-12-31"}},
                             {"Tháng 12-2023", "month", {"2023-12-31"}},
                             {"tháng 12 năm 2023", "month", {"2023-12-31"}},
                             {"12/2023", "month", {"2023-12-31"}},
                             {"Trong tháng12/2023", "month", {"2023-12-31"}},
                             {"tháng 02/2024", "month", {"2024-02-29"}},
                             {"đầu tháng 6/2023", "month", {"2023-06-01"}},
                             {"giữa tháng 6/2023", "month", {"2023-06-15"}},
                             {"cuối tháng 6/2023", "month", {"2023-06-30"}},
                             {"Tháng 6-9/2023", "month", {"2023-09-30"}, "2023-06-01"},
                             {"từ tháng 6 đến tháng 12/2023", "month", {"2023-12-31"}, "2023-06-01"},
                             {"từ tháng 10/2023 đến tháng 3/2024", "month", {"2024-03-31"}, "2023-10-01"},
                             {"6 tháng đầu năm 2023", "month", {"2023-06-30"}, "2023-01-01"},
                             {"6 tháng cuối năm", "month", {"2023-12-31"}, "2023-07-01"},
                         }));
INSTANTIATE_TEST_SUITE_P(
    Recurring, DeadlinePhrase,
    testing::ValuesIn(std::vector<Vector>{
        {"Hằng quý", "recurring", {"2023-06-30", "2023-09-30", "2023-12-31"}},
        {"hàng quý", "recurring", {"2023-06-30", "2023-09-30", "2023-12-31"}},
        {"Cuối mỗi quý", "recurring", {"2023-06-30", "2023-09-30", "2023-12-31"}},
        {"01 lần/quý", "recurring", {"2023-06-30", "2023-09-30", "2023-12-31"}},
        {"Hàng năm", "recurring", {"2023-12-31"}},
        {"Trước ngày 20 tháng cuối quý", "recurring", {"2023-06-19", "2023-09-19", "2023-12-19"}},
        {"Chậm nhất ngày 20 của tháng cuối quý", "recurring", {"2023-06-20", "2023-09-20", "2023-12-20"}},
        {"ngày 05 tháng đầu quý sau", "recurring", {"2023-07-05", "2023-10-05"}},
        {"Định kỳ 6 tháng, năm", "recurring", {"2023-06-30", "2023-12-31"}},
        {"Báo cáo quý, 6 tháng, năm", "recurring", {"2023-06-30", "2023-09-30", "2023-12-31"}},
        {"6 tháng/lần", "recurring", {"2023-06-30", "2023-12-31"}},
        {"Trước ngày 15/6 và 15/12 hằng năm", "recurring", {"2023-06-14", "2023-12-14"}},
        {"Trước ngày 15/6 và 15/12/2023", "recurring", {"2023-06-14", "2023-12-14"}},
        {"Trước 30/9/2023; hoàn thành 30/11/2023", "recurring", {"2023-09-29", "2023-11-30"}},
        {"10/6; 10/9; 10/12/2023", "recurring", {"2023-06-10", "2023-09-10", "2023-12-10"}},
        {"Quý II, IV/2023", "recurring", {"2023-06-30", "2023-12-31"}},
        {"Tháng 6, tháng 12/2023", "recurring", {"2023-06-30", "2023-12-31"}},
        {"Tháng 6, 7 và 9/2023", "recurring", {"2023-06-30", "2023-07-31", "2023-09-30"}},
    }));
INSTANTIATE_TEST_SUITE_P(
    WithoutADay, DeadlinePhrase,
    testing::ValuesIn(std::vector<Vector>{
        {"Thường xuyên", "ongoing", {}},
        {"Thường xuyên, liên tục", "ongoing", {}},
        {"Thường xuyên trong năm 2023", "ongoing", {}},
        {"Hằng ngày", "ongoing", {}},
        {"Từ 01/6/2023", "from", {}, "2023-06-01"},
        {"Kể từ ngày 01 tháng 6 năm 2023", "from", {}, "2023-06-01"},
        {"Từ tháng 7/2023 trở đi", "from", {}, "2023-07-01"},
        {"Năm 2023 và các năm tiếp theo", "from", {}, "2023-01-01"},
        {"Khi có văn bản hướng dẫn của Bộ Nội vụ", "event", {}},
        {"Ngay sau khi Nghị định số 15/2023/NĐ-CP ngày 15/3/2023 có hiệu lực", "event", {}},
        {"Trước khi trình HĐND tỉnh", "event", {}},
        {"trong 05 ngày làm việc kể từ ngày nhận được văn bản", "event", {}},
        {"Theo tiến độ thời gian Chính phủ, Thủ tướng chính phủ giao", "as_assigned", {}},
        {"Theo Kế hoạch số 188/KH-UBND ngày 24/12/2022", "as_assigned", {}},
    }));

// The calendar of domain.md, section 4, as far as the vectors of its section 3 need it.
Calendar calendar_of_the_vectors() {
    const SpecialDay off{SpecialDay::Kind::Holiday, ""};
    const SpecialDay worked{SpecialDay::Kind::MadeUp, ""};
    const auto add = [](CalendarYear& year, const SpecialDay& kind, std::initializer_list<local_days> days) {
        for (const auto day : days) year.days.emplace(day, kind);
    };
    CalendarYear y2023{true, "", {}}, y2024{true, "", {}}, y2025{true, "", {}}, y2026{true, "", {}};
    add(y2023, off, {civil(2023, 9, 1), civil(2023, 9, 4)});
    add(y2024, off,
        {civil(2024, 1, 1), civil(2024, 2, 8), civil(2024, 2, 9), civil(2024, 2, 12), civil(2024, 2, 13),
         civil(2024, 2, 14), civil(2024, 4, 18), civil(2024, 4, 29), civil(2024, 4, 30), civil(2024, 5, 1)});
    add(y2024, worked, {civil(2024, 5, 4)});
    add(y2025, off, {civil(2025, 4, 7), civil(2025, 4, 30), civil(2025, 5, 1), civil(2025, 5, 2)});
    add(y2025, worked, {civil(2025, 4, 26)});
    add(y2026, off,
        {civil(2026, 2, 16), civil(2026, 2, 17), civil(2026, 2, 18), civil(2026, 2, 19), civil(2026, 2, 20),
         civil(2026, 8, 31), civil(2026, 9, 1), civil(2026, 9, 2)});
    add(y2026, worked, {civil(2026, 8, 22)});
    Calendar calendar;
    calendar.set(date::year{2023}, y2023);
    calendar.set(date::year{2024}, y2024);
    calendar.set(date::year{2025}, y2025);
    calendar.set(date::year{2026}, y2026);
    return calendar;
}

TEST(DeadlinePeriod, IsCountedOnTheWorkingCalendarAndRollsPastDaysOff) {
    const auto calendar = calendar_of_the_vectors();
    for (const Vector& vector : std::vector<Vector>{
             {"10 ngày kể từ ngày 10/02/2026", "relative", {"2026-02-23"}},
             {"trong 10 ngày kể từ 10/02/2026", "relative", {"2026-02-23"}},
             {"1 tháng kể từ 31/01/2024", "relative", {"2024-02-29"}},
             {"trong 03 tháng kể từ ngày 30/11/2024", "relative", {"2025-02-28"}},
             {"3 ngày làm việc kể từ ngày 25/4/2025", "relative", {"2025-04-29"}},
             {"trong vòng 05 ngày làm việc kể từ ngày 26/4/2024", "relative", {"2024-05-07"}},
             {"05 (năm) ngày làm việc, kể từ ngày 20 tháng 8 năm 2026", "relative", {"2026-08-26"}},
             {"trong 15 ngày làm việc kể từ ngày 12/02/2026", "relative", {"2026-03-12"}},
             {"mười lăm (15) ngày làm việc kể từ ngày 12/02/2026", "relative", {"2026-03-12"}},
             {"30 (ba mươi) ngày kể từ ngày 05/6/2023", "relative", {"2023-07-05"}},
             {"sáu mươi ngày kể từ ngày 02/6/2023", "relative", {"2023-08-01"}},
             {"hai mươi mốt ngày kể từ ngày 01/6/2023", "relative", {"2023-06-22"}},
             {"một trăm hai mươi ngày kể từ ngày 01/6/2023", "relative", {"2023-09-29"}},
             {"mười hai (12) tháng kể từ ngày 05/6/2023", "relative", {"2024-06-05"}},
             {"hai năm kể từ ngày 05/6/2023", "relative", {"2025-06-05"}},
             {"2 tuần sau ngày 01/6/2023", "relative", {"2023-06-15"}},
             {"30 ngày kể từ ngày ban hành Kế hoạch này", "relative", {"2023-06-12"}},
             {"nửa tháng kể từ ngày 01/6/2023", "relative", {"2023-06-16"}},
             {"5 ngày làm việc trước ngày 15/6/2023", "relative", {"2023-06-08"}},
         }) {
        const auto reading = read(vector.phrase, issued, &calendar);
        expect(vector, reading);
        EXPECT_THAT(reading.problems, IsEmpty()) << vector.phrase;
    }
}

TEST(DeadlinePeriod, KeepsTheDayBeforeRollingAndSaysSo) {
    const auto calendar = calendar_of_the_vectors();
    const auto reading = read("10 ngày kể từ ngày 10/02/2026", issued, &calendar);
    EXPECT_EQ(std::get<DueOn>(reading.deadline.term).nominal, civil(2026, 2, 20));
    EXPECT_EQ(reading.deadline.reason.key, "deadline.days_rolled");
}

TEST(DeadlinePeriod, SaysThatAYearsDaysOffAreNotDecided) {
    const auto calendar = calendar_of_the_vectors();
    EXPECT_EQ(read("10 ngày kể từ ngày 10/02/2029", issued, &calendar).problems.at(0).key,
              "deadline.calendar_provisional");
}

TEST(Deadline, AFixedDayDoesNotRoll) {
    const auto calendar = calendar_of_the_vectors();
    for (const Vector& vector : std::vector<Vector>{{"31/12/2023", "date", {"2023-12-31"}},
                                                    {"trước ngày 15/12/2024", "before", {"2024-12-14"}},
                                                    {"trước ngày 15/01/2024", "before", {"2024-01-14"}},
                                                    {"Quý III năm 2023", "quarter", {"2023-09-30"}}})
        expect(vector, read(vector.phrase, issued, &calendar));
}

TEST(Deadline, BeforeGovernsTheRuleAndIsToBeCheckedForTheSeparateDay) {
    const auto reading = read("Trước ngày 12 tháng cuối quý và ngày 12/12/2023", civil(2023, 6, 8));
    expect({"", "recurring", {"2023-06-11", "2023-09-11", "2023-12-11", "2023-12-12"}}, reading);
    EXPECT_EQ(reading.problems.at(0).key, "deadline.check_bound");
}

TEST(Deadline, OccurrencesBeforeTheIssueDateAreDropped) {
    expect({"", "recurring", {"2023-12-11"}}, read("Trước ngày 12 tháng cuối quý", civil(2023, 10, 1)));
    EXPECT_EQ(read("15/3/2023 và 15/4/2023").problems.at(0).key, "deadline.all_passed");
}

TEST(Deadline, AMissingYearIsTheNextToComeAndIsToBeCheckedWhereThatIsAnother) {
    EXPECT_THAT(read("Trước 15/12").problems, IsEmpty());
    for (const Vector& vector : std::vector<Vector>{{"Tháng 01", "month", {"2024-01-31"}},
                                                    {"Quý I", "quarter", {"2024-03-31"}},
                                                    {"15/01", "date", {"2024-01-15"}}}) {
        const auto reading = read(vector.phrase);
        expect(vector, reading);
        EXPECT_EQ(reading.problems.at(0).key, "deadline.year_assumed") << vector.phrase;
    }
}

TEST(Deadline, APassedDayIsReadButReported) {
    const auto reading = read("31/12/2022");
    expect({"", "date", {"2022-12-31"}}, reading);
    EXPECT_EQ(reading.problems.at(0).key, "deadline.passed");
}

TEST(Deadline, WordsThatWereNotUnderstoodAreReportedBesideTheDay) {
    const auto reading = read("Trình Ban Thường vụ trước 15/9/2023");
    expect({"", "before", {"2023-09-14"}}, reading);
    EXPECT_EQ(reading.problems.at(0), (Message{"deadline.other_words", {"Ban Thường vụ"}}));
    EXPECT_EQ(read("mùng 15/6/2023").problems.at(0), (Message{"deadline.other_words", {"mùng"}}));
    EXPECT_EQ(read("mỗi ngày hai lần").problems.at(0), (Message{"deadline.other_words", {"hai lần"}}));
}

TEST(Deadline, WhatIsNotUnderstoodIsUnreadAndNeverGuessed) {
    for (const auto& [phrase, key] : std::vector<std::pair<const char*, const char*>>{
             {"", "deadline.missing"},
             {" - ", "deadline.missing"},
             {"Các sở, ban, ngành, UBND cấp huyện", "deadline.unread"},
             {"Sau ngày 15/6/2023", "deadline.unread"},
             {"Không trước ngày 15/6/2023", "deadline.unread"},
             {"Trước kỳ họp tháng 7/2023", "deadline.unread"},
             {"cuối tháng", "deadline.unread"},
             {"Trong 15 ngày", "deadline.no_start"},
             {"31/11/2023", "deadline.no_such_day"},
             {"29/02/2023", "deadline.no_such_day"},
             {"12/31/2023", "deadline.no_such_day"},
             {"ba mươi", "deadline.unread"},
             {"15 (mười hai) ngày kể từ ngày 01/6/2023", "deadline.not_a_time"},
             {"\xff\xfe\x00", "deadline.unread"}}) {
        const auto reading = read(phrase);
        EXPECT_TRUE(std::holds_alternative<Unread>(reading.deadline.term)) << phrase;
        ASSERT_THAT(reading.problems, Not(IsEmpty())) << phrase;
        EXPECT_EQ(reading.problems[0].key, key) << phrase;
    }
}

TEST(Deadline, ThePhraseIsKeptAsWritten) {
    EXPECT_EQ(read("  Trước   31/10/2023 ").deadline.phrase, "Trước 31/10/2023");
}

}  // namespace
}  // namespace dondoc::language
