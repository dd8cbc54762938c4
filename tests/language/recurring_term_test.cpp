// SPDX-License-Identifier: Apache-2.0
// A period's name beside days inside it: "Hằng quý, chậm nhất ngày 15 của tháng cuối quý" is one day a
// quarter.
#include <gtest/gtest.h>

#include "language/readers.h"
#include "language/words/normalize.h"

namespace dondoc::language {
namespace {

using Days = std::vector<std::string>;

struct Term {
    const char* phrase;
    Days due;           // empty: no day is taken
    const char* doubt;  // key of the first problem; "": none
    local_days issued = civil(2023, 5, 13);
};
void PrintTo(const Term& term, std::ostream* out) {
    *out << term.phrase;
}

// That day of each month from `first` to December 2023.
Days monthly(int first, int day) {
    Days days;
    for (int month = first; month <= 12; ++month)
        days.push_back(iso_day(civil(2023, static_cast<unsigned>(month), static_cast<unsigned>(day))));
    return days;
}

class RecurringTerm : public testing::TestWithParam<Term> {};

TEST_P(RecurringTerm, HasTheDaysThatACarefulClerkReads) {
    const auto& term = GetParam();
    const auto reading = read_deadline(term.phrase, {term.issued});
    EXPECT_EQ(name_of(kind_of(reading.deadline.term)), term.due.empty() ? "none" : "recurring");
    Days due;
    for (const auto day : due_days(reading.deadline.term)) due.push_back(iso_day(day));
    EXPECT_EQ(due, term.due);
    EXPECT_EQ(reading.problems.empty() ? "" : reading.problems.front().key, term.doubt);
    EXPECT_EQ(reading.deadline.phrase, normalize(term.phrase));
}

const Days ends_of_quarters{"2023-06-30", "2023-09-30", "2023-12-31"};
const Days month_ends{"2023-05-31", "2023-06-30", "2023-07-31", "2023-08-31",
                      "2023-09-30", "2023-10-31", "2023-11-30", "2023-12-31"};
Days in_quarters(const std::string& day) {
    return {"2023-06-" + day, "2023-09-" + day, "2023-12-" + day};
}

INSTANTIATE_TEST_SUITE_P(PeriodAlone, RecurringTerm,
                         testing::ValuesIn(std::vector<Term>{
                             {"Hằng quý", ends_of_quarters, ""},
                             {"Hàng quí", ends_of_quarters, ""},
                             {"Hằng qúy", ends_of_quarters, ""},
                             {"Hằngquý", ends_of_quarters, ""},
                             {"Mỗi quý một lần", ends_of_quarters, ""},
                             {"Hằng tháng", month_ends, ""},
                             {"Hàng  tháng.", month_ends, ""},
                             {"6 tháng một lần", {"2023-06-30", "2023-12-31"}, ""},
                             {"Sáu tháng một lần", {"2023-06-30", "2023-12-31"}, ""},
                             {"Định kì 6 tháng, năm", {"2023-06-30", "2023-12-31"}, ""},
                             {"Hằng năm", {"2023-12-31"}, ""},
                             {"Ngày cuối cùng của quý", ends_of_quarters, ""},
                             {"ngày cuối cùng của mỗi quý", ends_of_quarters, ""},
                             {"Hằng quý, ngày cuối cùng của quý", ends_of_quarters, ""},
                             {"Hằng quý, vào ngày cuối quý", ends_of_quarters, ""},
                             {"Hằng tháng, vào ngày cuối tháng", month_ends, ""},
                             {"Hằng quý, tháng cuối quý", ends_of_quarters, ""},
                             {"Hằng quý trong năm 2023", ends_of_quarters, ""},
                             {"Mỗi quý 01 lần", ends_of_quarters, ""},
                             {"Hằng quý trong các năm 2023, 2024",
                              {"2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31", "2024-06-30",
                               "2024-09-30", "2024-12-31"},
                              ""},
                         }));

INSTANTIATE_TEST_SUITE_P(
    DayOfAMonth, RecurringTerm,
    testing::ValuesIn(std::vector<Term>{
        {"Hằng tháng, trước ngày 20", monthly(5, 19), ""},
        {"Hàng tháng, trước ngày 20", monthly(5, 19), ""},
        {"HẰNG THÁNG, TRƯỚC NGÀY 20", monthly(5, 19), ""},
        {"Hằngtháng,trướcngày20", monthly(5, 19), ""},
        {"Hằng tháng\ntrước ngày 20", monthly(5, 19), ""},
        {"Hằng tháng (trước ngày 20)", monthly(5, 19), ""},
        {"Hằng tháng trước 20", monthly(5, 19), ""},
        {"Trước ngày 20, hằng tháng", monthly(5, 19), ""},
        {"Hàng tháng, ngày 25", monthly(5, 25), ""},
        {"Hàng tháng: ngày 25 của tháng", monthly(5, 25), ""},
        {"Hằng tháng, chậm nhất ngày 25 hằng tháng", monthly(5, 25), ""},
        {"Định kỳ hằng tháng, chậm nhất là ngày 25", monthly(5, 25), ""},
        {"Báo cáo hằng tháng gửi trước ngày 20", monthly(5, 19), ""},
        {"trước ngày 5 hằng tháng", monthly(6, 4), ""},
        {"Hằng tháng, trước ngày mùng 5", monthly(6, 4), ""},
        {"Trước mùng năm hằng tháng", monthly(6, 4), ""},
        {"Hằng tháng, trước ngày hai mươi", monthly(5, 19), ""},
        {"Ngày hai mươi lăm hằng tháng", monthly(5, 25), ""},
        {"Hằng tháng, ngày 05 tháng sau", monthly(6, 5), ""},
        {"Hằng tháng, trước 17 giờ ngày 20", monthly(5, 20), ""},
        {"Trước 17h00 ngày 20 hằng tháng", monthly(5, 20), ""},
        {"Hằng tháng, từ ngày 20 đến ngày 25", monthly(5, 25), ""},
        {"ngày 20-25 hằng tháng", monthly(5, 25), ""},
        {"Từ ngày 20 đến ngày 25 hằng tháng", monthly(5, 25), ""},
        {"Hằng tháng, quý, năm: trước ngày 20", monthly(5, 19), ""},
        {"Ngày 10 và ngày 20 hằng tháng, trong quý IV/2023",
         {"2023-10-10", "2023-10-20", "2023-11-10", "2023-11-20", "2023-12-10", "2023-12-20"},
         ""},
        {"Trước ngày 10 và 20 hằng tháng, từ tháng 11/2023",
         {"2023-11-09", "2023-11-19", "2023-12-09", "2023-12-19"},
         ""},
        {"Từ tháng 9 đến tháng 11/2023, trước ngày 20 hằng tháng",
         {"2023-09-19", "2023-10-19", "2023-11-19"},
         ""},
        {"Hằng tháng, trước ngày 31",
         {"2023-05-30", "2023-06-30", "2023-07-30", "2023-08-30", "2023-09-30", "2023-10-30", "2023-11-30",
          "2023-12-30"},
         ""},
        {"Trước ngày 01 hằng tháng", month_ends, ""},
        {"Mỗi tháng 01 lần, vào ngày 25", monthly(5, 25), ""},
        {"Hằng tháng, ngày 5, 15 và 25, từ tháng 12/2023", {"2023-12-05", "2023-12-15", "2023-12-25"}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    DayOfAQuarter, RecurringTerm,
    testing::ValuesIn(std::vector<Term>{
        {"Hằng quý, chậm nhất ngày 15 của tháng cuối quý", in_quarters("15"), ""},
        {"Hàng quí, chậm nhất ngày 15 của tháng cuối quí", in_quarters("15"), ""},
        {"Chậm nhất ngày 15 của tháng cuối quý", in_quarters("15"), ""},
        {"Chậm nhất ngày 15 của tháng cuối quý, định kỳ hằng quý", in_quarters("15"), ""},
        {"Định kỳ hằng quý trước ngày 15 tháng cuối", in_quarters("14"), ""},
        {"Hằng quý, ngày 20 trong tháng cuối của mỗi quý", in_quarters("20"), ""},
        {"Định kỳ hằng quý trước ngày 10 của tháng đầu quý sau", {"2023-07-09", "2023-10-09"}, ""},
        {"Hằng quý, trước ngày 05 tháng sau", {"2023-07-04", "2023-10-04"}, ""},
        {"Hằng quý, 6 tháng, năm; trước ngày 15 của tháng cuối quý", in_quarters("14"), ""},
        {"Định kỳ quý, 6 tháng, năm, chậm nhất ngày 20 tháng cuối của kỳ báo cáo", in_quarters("20"), ""},
        {"6 tháng, năm: trước ngày 20 tháng cuối kỳ", {"2023-06-19", "2023-12-19"}, ""},
        {"Hằng quý (15/3, 15/6, 15/9, 15/12)", in_quarters("15"), ""},
        {"Hằng quý: tháng 3, 6, 9, 12", ends_of_quarters, ""},
        {"Ngày 10 và ngày 20 tháng cuối quý",
         {"2023-06-10", "2023-06-20", "2023-09-10", "2023-09-20", "2023-12-10", "2023-12-20"},
         ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    DaysOfTheYear, RecurringTerm,
    testing::ValuesIn(std::vector<Term>{
        {"6 tháng một lần, trước ngày 15/6 và 15/12", {"2023-06-14", "2023-12-14"}, ""},
        {"06 tháng/lần (trước 15/6 và 15/12)", {"2023-06-14", "2023-12-14"}, ""},
        {"Trước ngày 15/6 và 15/12, định kỳ 6 tháng", {"2023-06-14", "2023-12-14"}, ""},
        {"Định kỳ 6 tháng, năm trước ngày 15/6 và 15/12/2023", {"2023-06-14", "2023-12-14"}, ""},
        {"Định kỳ 6 tháng, trước 30/11/2023", {"2023-11-29"}, "", civil(2023, 8, 1)},
        {"Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12", {"2023-06-14", "2023-12-14"}, ""},
        {"Hằng năm, trước 30/11", {"2023-11-29"}, ""},
        {"Hàng năm, chậm nhất ngày 30 tháng 11", {"2023-11-30"}, ""},
        {"Trước 30/11 hằng năm", {"2023-11-29"}, ""},
        {"Hằng năm, tháng 12", {"2023-12-31"}, ""},
        {"Hằng năm, trước 30/11", {"2023-11-29", "2024-11-29"}, "", civil(2023, 11, 20)},
        {"Trước ngày 15/6 và 15/12 hằng năm",
         {"2023-12-14", "2024-06-14", "2024-12-14"},
         "",
         civil(2023, 11, 20)},
        {"Trước 30/6 hằng năm", {"2024-06-29"}, "deadline.year_assumed", civil(2023, 8, 1)},
        {"Hằng năm giai đoạn 2023-2025, trước 30/11", {"2023-11-29", "2024-11-29", "2025-11-29"}, ""},
        {"Từ năm 2024 đến năm 2025, hằng năm trước 30/11", {"2024-11-29", "2025-11-29"}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    InOneCell, RecurringTerm,
    testing::ValuesIn(std::vector<Term>{
        {"Hằng quý trước ngày 20 tháng cuối quý; hằng năm trước 15/12/2023",
         {"2023-06-19", "2023-09-19", "2023-12-14", "2023-12-19"},
         ""},
        {"Hằng quý, chậm nhất ngày 15 của tháng cuối quý và ngày 12/12/2023",
         {"2023-06-15", "2023-09-15", "2023-12-12", "2023-12-15"},
         ""},
        {"Báo cáo tháng trước ngày 25; báo cáo năm trước ngày 15/12",
         {"2023-05-24", "2023-06-24", "2023-07-24", "2023-08-24", "2023-09-24", "2023-10-24", "2023-11-24",
          "2023-12-14", "2023-12-24"},
         ""},
        {"Định kỳ hằng quý (trước ngày 20 tháng cuối quý), 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)",
         {"2023-06-14", "2023-06-19", "2023-09-19", "2023-12-14", "2023-12-19"},
         ""},
        {"Thường xuyên; báo cáo hằng quý trước ngày 15 tháng cuối quý", in_quarters("14"), ""},
    }));

// Two readings are possible, or a part is missing: a person decides.
INSTANTIATE_TEST_SUITE_P(Doubtful, RecurringTerm,
                         testing::ValuesIn(std::vector<Term>{
                             {"Hằng quý, trước ngày 15", {}, "deadline.which_month"},
                             {"Ngày 15 hằng quý", {}, "deadline.which_month"},
                             {"6 tháng một lần, trước ngày 15", {}, "deadline.which_month"},
                             {"Hằng năm, ngày 15", {}, "deadline.which_month"},
                             {"Hằng quý, cuối tháng", {}, "deadline.which_month"},
                             {"Chậm nhất ngày 20 tháng cuối của kỳ báo cáo", {}, "deadline.which_period"},
                             {"Trước ngày 15 tháng cuối", {}, "deadline.which_period"},
                             {"Trước ngày 20", {}, "deadline.not_a_time"},
                             {"Trước ngày 20 của tháng", {}, "deadline.not_a_time"},
                             {"Cuối tháng", {}, "deadline.unread"},
                             {"Hằng tháng, ngày 32", {}, "deadline.not_a_time"},
                             {"Hằng tháng, từ ngày 15", {}, "deadline.unread"},
                             {"Từ 15/6 hằng năm", {}, "deadline.unread"},
                             {"Ngày 15 hoặc ngày 20 hằng tháng", {}, "deadline.which"},
                             {"Hằng tháng hoặc hằng quý", {}, "deadline.which"},
                             {"Hằng tháng, sau ngày 20", {}, "deadline.unread"},
                             {"Hằng tháng, trước ngày 2O", {}, "deadline.not_a_time"},
                             {"Ngày 15 của tháng 6 và tháng 12 hằng năm", {}, "deadline.which"},
                             {"Trước ngày 15 tháng 6 và tháng 12/2023", {}, "deadline.which"},
                             {"Hai tháng một lần", {}, "deadline.not_a_time"},
                             {"Quý IV hằng năm, trước 15/11", {"2023-11-14"}, "deadline.several"},
                             {"Hằng quý, trước ngày 12/12/2023",
                              {"2023-06-30", "2023-09-30", "2023-12-11", "2023-12-31"},
                              "deadline.check_period"},
                             {"Hằng năm, ngày 15 tháng cuối quý",
                              {"2023-06-15", "2023-09-15", "2023-12-15", "2023-12-31"},
                              "deadline.check_period"},
                             {"Báo cáo tháng trước ngày 20; báo cáo quý",
                              {"2023-05-19", "2023-06-19", "2023-06-30", "2023-07-19", "2023-08-19",
                               "2023-09-19", "2023-09-30", "2023-10-19", "2023-11-19", "2023-12-19",
                               "2023-12-31"},
                              "deadline.check_period"},
                             {"Hằng tháng, trước ngày 20 theo mẫu", monthly(5, 19), ""},
                             {"Tháng 6/2023 và định kỳ hằng tháng", {"2023-06-30"}, "deadline.check_period"},
                             {"Hăng tháng, trước ngày 20", {}, "deadline.unread"},
                             {"Trước ngày 10 và ngày 20 hằng tháng, từ tháng 12/2023",
                              {"2023-12-09", "2023-12-20"},
                              "deadline.check_bound"},
                         }));

}  // namespace
}  // namespace dondoc::language
