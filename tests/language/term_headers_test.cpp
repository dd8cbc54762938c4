// SPDX-License-Identifier: Apache-2.0
// Periods that say to which of them a day belongs, periods of several years, and work that begins.
#include "term_wording.h"

namespace dondoc::language {
namespace {

INSTANTIATE_TEST_SUITE_P(
    PeriodsBesideTheirDays, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"Quý I: trước 15/3; quý II: trước 15/6; quý III: trước 15/9",
         "recurring",
         {"2026-03-14", "2026-06-14", "2026-09-14"},
         "deadline.headed"},
        {"Báo cáo quý II trước ngày 05/7, quý III trước ngày 05/10",
         "recurring",
         {"2026-07-04", "2026-10-04"},
         "deadline.headed"},
        {"trước 20/3 (quý I), trước 20/6 (quý II)",
         "recurring",
         {"2026-03-19", "2026-06-19"},
         "deadline.headed"},
        {"Năm 2026: trước 30/6; năm 2027: trước 31/3",
         "recurring",
         {"2026-06-29", "2027-03-30"},
         "deadline.headed"},
        {"Năm 2026: quý III; năm 2027: quý II", "recurring", {"2026-09-30", "2027-06-30"}, "deadline.headed"},
        {"Báo cáo tháng 6, gửi trước 05/7/2026", "before", {"2026-07-04"}, "deadline.several"},
        {"Báo cáo năm 2025, gửi trước 15/3", "before", {"2026-03-14"}, "deadline.several"},
        {"Trong quý II và hoàn thành trước ngày 10/7", "before", {"2026-07-09"}, "deadline.several"},
        {"Trong quý II hằng năm và hoàn thành trước 15/7", "recurring", {"2026-07-14"}, "deadline.several"},
        {"Thực hiện trong tháng 5 và xong trước ngày 08/6", "before", {"2026-06-07"}, "deadline.several"},
        {"Triển khai trong quý II, hoàn thành trong quý III/2026",
         "quarter",
         {"2026-09-30"},
         "deadline.several"},
        {"Quý II, trước ngày 10/7", "recurring", {"2026-06-30", "2026-07-09"}, "deadline.all_taken"},
        {"Hoàn thành trong tháng 4, báo cáo trước 05/5/2026", "recurring", {"2026-04-30", "2026-05-04"}, ""},
        {"báo cáo 6 tháng trước 10/7, báo cáo năm trước 10/01 năm sau",
         "recurring",
         {"2026-07-09", "2027-01-09", "2027-07-09"},
         ""},
        {"Năm 2026: trước 30/6, trước 30/9; năm 2027: trước 31/3",
         "recurring",
         {"2026-06-29", "2026-09-29", "2027-03-30"},
         "deadline.headed"},
        {"Báo cáo 9 tháng trước 08/10/2026", "before", {"2026-10-07"}, ""},
        {"Báo cáo 9 tháng trước 08/10", "recurring", {"2026-09-30", "2026-10-07"}, "deadline.check_period"},
        {"Báo cáo 6 tháng đầu năm 2026, gửi trước 12/7/2026", "before", {"2026-07-11"}, "deadline.several"},
        {"Báo cáo 6 tháng, cả năm", "recurring", {"2026-06-30", "2026-12-31"}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    PeriodsOfSeveralYears, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"quý IV (2026 - 2028)",
         "recurring",
         {"2026-12-31", "2027-12-31", "2028-12-31"},
         "deadline.years_of_period"},
        {"quý IV (2026)", "quarter", {"2026-12-31"}, ""},
        {"Quý II các năm 2026, 2027", "recurring", {"2026-06-30", "2027-06-30"}, ""},
        {"Tháng 6, 12 các năm 2026, 2027",
         "recurring",
         {"2026-06-30", "2026-12-31", "2027-06-30", "2027-12-31"},
         ""},
        {"Trước 30/6 các năm 2026 và 2027", "recurring", {"2026-06-29", "2027-06-29"}, ""},
        {"Quý III/2026 - 2027", "year", {"2027-12-31"}, "deadline.years_of_period"},
        {"Quý III/2026 đến hết năm 2027", "year", {"2027-12-31"}, ""},
        {"Tháng 9/2026, 2027", "recurring", {"2026-09-30", "2027-12-31"}, "deadline.years_of_period"},
        {"quý IV và các năm 2027, 2028",
         "recurring",
         {"2027-12-31", "2028-12-31"},
         "deadline.years_of_period"},
        {"6 tháng đầu năm sau", "month", {"2027-06-30"}, ""},
        {"trước ngày 25/01 của năm kế tiếp năm báo cáo", "before", {"2027-01-24"}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    WorkThatBegins, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"Khởi công quý II/2026", "quarter", {"2026-06-30"}, ""},
        {"Khởi công trước 15/6/2026", "before", {"2026-06-14"}, ""},
        {"Khởi công từ 15/6/2026", "from", {}, ""},
        {"Khởi công 15/6/2026, hoàn thành trước 30/11/2026", "before", {"2026-11-29"}, ""},
        {"Trình trong quý II/2026, khởi công trong quý III/2026",
         "recurring",
         {"2026-06-30", "2026-09-30"},
         ""},
        {"Trước 15 ngày kể từ ngày 01/6/2026", "relative", {"2026-06-16"}, "deadline.check_bound"},
    }));

INSTANTIATE_TEST_SUITE_P(
    PartsAndListsOfMonths, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"nửa đầu tháng 7/2026", "month", {"2026-07-15"}, ""},
        {"nửa cuối tháng 7/2026", "month", {"2026-07-31"}, ""},
        {"trước nửa cuối tháng 7/2026", "none", {}, "deadline.unread"},
        {"trước ngày 12 tháng Tư năm 2026", "before", {"2026-04-11"}, ""},
        {"ngày 25 tháng 2, 5, 8 và 11", "recurring", {"2026-02-25", "2026-05-25", "2026-08-25"}, ""},
        {"ngày 5 tháng 3, 10 và 12 tháng 4", "recurring", {"2026-03-05", "2026-04-10", "2026-04-12"}, ""},
        {"Từ 08 - 12/3/2026", "date", {"2026-03-12"}, ""},
        {"Định kỳ 3 tháng 1 lần", "recurring", {"2026-03-31", "2026-06-30"}, ""},
        {"quý/lần", "recurring", {"2026-03-31", "2026-06-30"}, ""},
        {"một tháng một lần", "recurring", {"2026-02-28", "2026-03-31"}, ""},
        {"06.4 - 11.4", "date", {"2026-04-11"}, ""},
        {"trước ngày 05 của tháng liền sau tháng báo cáo", "recurring", {"2026-03-04", "2026-04-04"}, ""},
        {"chậm nhất ngày 10 tháng đầu quý sau quý báo cáo", "recurring", {"2026-04-10", "2026-07-10"}, ""},
        {"Ngay trong tháng 3/2026", "month", {"2026-03-31"}, ""},
        {"báo cáo theo mẫu 02 trước ngày 25/11/2026", "before", {"2026-11-24"}, ""},
        {"Số liệu tháng 5 trước ngày 05/6/2026", "before", {"2026-06-04"}, ""},
        {"Kỳ báo cáo quý III/2026: trước ngày 20/9/2026", "before", {"2026-09-19"}, ""},
        {"số liệu từ 01/01/2026 đến trước 30/6/2026, gửi trước 05/7/2026", "before", {"2026-07-04"}, ""},
        {"trong vòng 12 giờ kể từ khi xảy ra sự cố", "event", {}, ""},
        {"chậm nhất sau 03 giờ kể từ khi có lệnh", "event", {}, ""},
    }));

}  // namespace
}  // namespace dondoc::language
