// SPDX-License-Identifier: Apache-2.0
// Kinds of wording in which a part of the phrase is easily taken for the term: years and months told from
// another one, tails with "theo", days that "trước" may or may not reach, periods of data, remarks, hours.
#include <gmock/gmock.h>

#include "language/readers.h"
#include "term_wording.h"
#include "text/catalogue.h"

namespace dondoc::language {
namespace {

using testing::IsEmpty;

constexpr auto issued = civil(2026, 2, 3);

TEST_P(TermKind, IsReadAsACarefulClerkDoes) {
    const auto& wording = GetParam();
    const auto reading = read_deadline(wording.phrase, {issued});
    EXPECT_EQ(name_of(kind_of(reading.deadline.term)), wording.kind);
    std::vector<std::string> due;
    for (const auto day : due_days(reading.deadline.term)) due.push_back(iso_day(day));
    const auto wanted = wording.due.list();
    if (due.size() > wanted.size() && !wanted.empty()) due.resize(wanted.size());
    EXPECT_EQ(due, wanted);
    EXPECT_EQ(reading.problems.empty() ? "" : reading.problems.front().key, wording.doubt);
    for (const auto& problem : reading.problems)
        EXPECT_NE(text::render(text::Lang::Vi, problem), problem.key);
}

INSTANTIATE_TEST_SUITE_P(
    ToldFromAnother, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"chậm nhất ngày 31/01 năm sau", "date", {"2027-01-31"}, ""},
        {"Trước ngày 15 tháng 3 của năm kế tiếp", "before", {"2027-03-14"}, ""},
        {"hết tháng 4 năm tiếp theo", "month", {"2027-04-30"}, ""},
        {"Quý III năm tới", "quarter", {"2027-09-30"}, ""},
        {"cuối năm sau", "year", {"2027-12-31"}, ""},
        {"25/4 - 20/4/2026", "date", {"2026-04-20"}, "deadline.long_stretch"},
        {"15/12 - 20/3/2026", "date", {"2026-03-20"}, ""},
        {"Tháng 02, 03 năm sau", "month", {"2027-03-31"}, ""},
        {"thượng tuần tháng 4/2026", "month", {"2026-04-10"}, ""},
        {"trung tuần tháng 4/2026", "month", {"2026-04-20"}, ""},
        {"trong trung tuần tháng 02 năm 2027", "month", {"2027-02-20"}, ""},
        {"hạ tuần tháng 4/2026", "month", {"2026-04-30"}, ""},
        {"trước hạ tuần tháng 4/2026", "before", {"2026-04-20"}, ""},
        {"trung tuần quý II/2026", "none", {}, "deadline.not_a_time"},
        {"từ 15/10 đến 15/4 năm sau", "date", {"2027-04-15"}, ""},
        {"Tháng 11/2027 và tháng 02 năm sau", "recurring", {"2027-11-30", "2028-02-29"}, ""},
        {"năm 2026 và năm kế tiếp", "year", {"2027-12-31"}, ""},
        {"năm 2026, 2027 và các năm tiếp theo", "from", {}, ""},
        {"Báo cáo hằng năm, chậm nhất ngày 20/3 năm sau",
         "recurring",
         {"2027-03-20"},
         "deadline.year_assumed"},
        {"Chậm nhất ngày 05 của tháng tiếp theo", "recurring", {"2026-03-05", "2026-04-05"}, ""},
        {"Trước ngày 10 tháng đầu của quý liền kề", "recurring", {"2026-04-09", "2026-07-09"}, ""},
        {"ngày 10 tháng 01 năm liền kề trước", "none", {}, "deadline.unread"},
        {"trong 05 ngày đầu của quý tiếp theo", "none", {}, "deadline.not_a_time"},
        {"Thực hiện ở giai đoạn tiếp theo", "none", {}, "deadline.unread"},
        {"tại kỳ họp tiếp theo", "none", {}, "deadline.unread"},
    }));

INSTANTIATE_TEST_SUITE_P(
    TailsWithTheo, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"kể từ ngày có kết luận thanh tra theo quy định", "event", {}, ""},
        {"từ ngày bàn giao theo biên bản", "event", {}, ""},
        {"tính từ thời điểm chốt sổ để theo dõi", "event", {}, ""},
        {"10 ngày kể từ ngày nhận đơn theo mẫu", "event", {}, ""},
        {"trước ngày 30/10/2026 theo đề cương", "before", {"2026-10-29"}, ""},
        {"Theo lộ trình của Chính phủ", "as_assigned", {}, ""},
        {"theo mẫu", "none", {}, "deadline.unread"},
        {"trước quý I năm kế tiếp theo quy định hằng năm", "before", {"2026-12-31"}, "deadline.cross_check"},
        {"kể từ ngày ban hành Kế hoạch này", "from", {}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    ReachOfBefore, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"trước ngày 10/4, 10/7, 10/10", "recurring", {"2026-04-09", "2026-07-09", "2026-10-09"}, ""},
        {"Trước 20/5/2026, 20/11/2026", "recurring", {"2026-05-19", "2026-11-19"}, "deadline.check_bound"},
        {"Trước 20/5/2026; 20/11/2026", "recurring", {"2026-05-19", "2026-11-20"}, "deadline.check_bound"},
        {"trước ngày 30/5/2026 và ngày 30/11/2026",
         "recurring",
         {"2026-05-29", "2026-11-30"},
         "deadline.check_bound"},
        {"Trước 30/6/2026: 60%; 31/12/2026: 100%",
         "recurring",
         {"2026-06-29", "2026-12-31"},
         "deadline.check_bound"},
        {"Ngày 12/3/2026 và trước ngày 12/9/2026", "recurring", {"2026-03-12", "2026-09-11"}, ""},
        {"Báo cáo quý trước ngày 15 tháng cuối quý", "recurring", {"2026-03-14", "2026-06-14"}, ""},
        {"từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý này", "none", {}, "deadline.not_a_time"},
        {"Lần thứ nhất trước 15/4, lần thứ hai trước 15/10", "recurring", {"2026-04-14", "2026-10-14"}, ""},
        {"Đợt 1 trong tháng 4, đợt 2 trong tháng 10", "recurring", {"2026-04-30", "2026-10-31"}, ""},
        {"Đợt 1 tháng 5", "month", {"2026-05-31"}, "deadline.other_words"},
    }));

INSTANTIATE_TEST_SUITE_P(
    DataAndEvents, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"Số liệu quý II/2026, gửi trước 12/7/2026", "before", {"2026-07-11"}, ""},
        {"số liệu tính đến 30/9/2026; báo cáo trước 08/10/2026", "before", {"2026-10-07"}, ""},
        {"từ 01/01 đến 30/6 hằng năm, báo cáo chậm nhất ngày 10/7 hằng năm", "recurring", {"2026-07-10"}, ""},
        {"Số liệu từ 01/01/2026 đến 30/6/2026", "none", {}, "deadline.only_data"},
        // "Trước" bounds the day behind it, and tells no other period.
        {"Báo cáo quý IV và cả năm trước ngày 18/12", "before", {"2026-12-17"}, "deadline.headed"},
        {"lũy kế 9 tháng trước ngày 12/10/2026", "before", {"2026-10-11"}, ""},
        {"số liệu quý trước ngày 12/4/2026", "before", {"2026-04-11"}, ""},
        {"lũy kế cả năm trước ngày 10/01/2027", "before", {"2027-01-09"}, ""},
        {"so với năm trước", "none", {}, "deadline.unread"},
        {"số liệu năm trước", "none", {}, "deadline.only_data"},
        {"Sau khi quyết toán ngân sách hằng năm", "event", {}, ""},
        {"trước khi xây dựng dự toán năm 2027", "event", {}, ""},
        {"sau khi hết năm 2026", "event", {}, "deadline.day_inside"},
        {"Khi có hướng dẫn, nhưng không quá 30/6/2026", "date", {"2026-06-30"}, "deadline.day_taken"},
        {"Kỳ họp cuối năm 2026", "none", {}, "deadline.unread"},
        {"trong 20 ngày kể từ ngày ký Quyết định số 15/QĐ-UBND ngày 08/01/2026", "event", {}, ""},
        {"30 ngày kể từ ngày ban hành Nghị quyết của HĐND tỉnh", "event", {}, ""},
        {"20 ngày kể từ ngày ký Quyết định này", "relative", {"2026-02-23"}, ""},
        {"20 ngày kể từ ngày ban hành Thông báo này", "relative", {"2026-02-23"}, ""},
        {"trong 02 ngày làm việc kể từ khi nhận đủ hồ sơ", "event", {}, ""},
        {"03 tháng sau khi nghiệm thu", "event", {}, ""},
        {"khoảng 25/4/2026", "date", {"2026-04-25"}, "deadline.other_words"},
        {"Bắt đầu tháng 4/2026, hoàn thành tháng 12/2026", "month", {"2026-12-31"}, ""},
        {"Từ 15/3/2026, kết thúc trước 15/8/2026", "before", {"2026-08-14"}, ""},
    }));

INSTANTIATE_TEST_SUITE_P(
    RemarksAndSchoolYears, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"Trước 15/5/2026 (10 ngày trước ngày bầu cử)", "before", {"2026-05-14"}, "deadline.remark"},
        {"2026 (chuyển tiếp sang 2027)", "year", {"2026-12-31"}, "deadline.remark"},
        {"Trước 15/7 âm lịch", "none", {}, "deadline.lunar"},
        {"Năm học 2026-2027", "none", {}, "deadline.unread"},
        {"Năm học 2026-2027, kết thúc trước 25/5/2027", "before", {"2027-05-24"}, "deadline.other_words"},
        {"trước 01/9/2026 để đón năm học mới", "before", {"2026-08-31"}, ""},
        {"03 tháng/01 lần", "recurring", {"2026-03-31"}, ""},
        {"ít nhất 2 lần trong năm", "ongoing", {}, "deadline.times"},
        {"Từ 09.3 - 13.3", "date", {"2026-03-13"}, ""},
        {"Trong tuần từ 04.5 đến 08.5.2026", "date", {"2026-05-08"}, ""},
        {"QIII/2026", "quarter", {"2026-09-30"}, ""},
        {"Các tháng 5; 11 hằng năm", "recurring", {"2026-05-31", "2026-11-30"}, ""},
        {"ngày 22-12 hằng năm", "recurring", {"2026-12-22"}, ""},
        {"Ngày 29/02 hằng năm", "recurring", {"2026-02-28"}, ""},
        {"31/12/2026?", "date", {"2026-12-31"}, "deadline.other_words"},
    }));

INSTANTIATE_TEST_SUITE_P(
    OfPartsOfAYear, TermKind,
    testing::ValuesIn(std::vector<Wording>{
        {"Quý I, 6 tháng, 9 tháng và năm",
         "recurring",
         {"2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"},
         ""},
        {"Báo cáo quý 1, 6 tháng, quý 3, cả năm", "recurring", {"2026-03-31", "2026-06-30"}, ""},
        {"6 tháng đầu năm và 6 tháng cuối năm", "recurring", {"2026-06-30", "2026-12-31"}, ""},
        {"Thường xuyên, định kỳ báo cáo hằng tháng", "recurring", {"2026-02-28", "2026-03-31"}, ""},
        {"Tháng Tám năm 2026", "month", {"2026-08-31"}, ""},
        {"Rằm tháng Bảy", "none", {}, "deadline.lunar"},
        {"trong tháng mười một năm 2026", "month", {"2026-11-30"}, ""},
        {"ba tháng một lần", "recurring", {"2026-03-31", "2026-06-30"}, ""},
        {"ngày 15/ tháng 7/ năm 2026", "date", {"2026-07-15"}, ""},
        {"trước ngày 10 các tháng 4, 8 và 12", "recurring", {"2026-04-09", "2026-08-09", "2026-12-09"}, ""},
        {"chậm nhất ngày 20 của các tháng 5, 11 hằng năm", "recurring", {"2026-05-20", "2026-11-20"}, ""},
        {"T9/2026", "month", {"2026-09-30"}, ""},
        {"hằng tháng, bắt đầu từ tháng 10/2026", "recurring", {"2026-10-31", "2026-11-30"}, ""},
        {"Quý II/2026 trình, quý III/2026 ban hành", "recurring", {"2026-06-30", "2026-09-30"}, ""},
        {"Trước ngày 20/5/2026 hoặc theo yêu cầu của Bộ", "before", {"2026-05-19"}, "deadline.day_taken"},
        {"ngày ... tháng 6 năm 2026", "month", {"2026-06-30"}, "deadline.other_words"},
        // A last day begins nothing that goes on.
        {"trước 20/11/2026; những năm tiếp theo: trước 20/10", "none", {}, "deadline.unread"},
        {"chậm nhất 20/11/2026 và các năm sau", "none", {}, "deadline.unread"},
        {"từ năm 2026 và các năm sau", "from", {}, ""},
    }));

struct Hour {
    const char* phrase;
    const char* due;
    int minutes;  // of the day; -1: up to its end
    const char* doubt;
};
void PrintTo(const Hour& hour, std::ostream* out) {
    *out << hour.phrase;
}

class TermHour : public testing::TestWithParam<Hour> {};

TEST_P(TermHour, IsKeptWithItsDay) {
    const auto reading = read_deadline(GetParam().phrase, {issued});
    const auto due = due_days(reading.deadline.term);
    EXPECT_EQ(due.empty() ? "" : iso_day(due.front()), GetParam().due);
    EXPECT_EQ(reading.deadline.hour ? static_cast<int>(reading.deadline.hour->count()) : -1,
              GetParam().minutes);
    EXPECT_EQ(reading.problems.empty() ? "" : reading.problems.front().key, GetParam().doubt);
}

INSTANTIATE_TEST_SUITE_P(Hours, TermHour,
                         testing::ValuesIn(std::vector<Hour>{
                             {"trước 16h00 ngày 05/3/2026", "2026-03-05", 960, ""},
                             {"Chậm nhất 17 giờ 30 phút ngày 20/3/2026", "2026-03-20", 1050, ""},
                             {"8:15 ngày 20/3/2026", "2026-03-20", 495, ""},
                             {"trước 5 giờ chiều ngày 20/3/2026", "2026-03-20", 1020, ""},
                             {"ngày 20/3/2026, trước 11h30", "2026-03-20", 690, ""},
                             {"từ 8h00 ngày 02/3/2026 đến 17h00 ngày 06/3/2026", "2026-03-06", 1020, ""},
                             {"Trước 17h00, thứ Sáu ngày 20/3/2026", "2026-03-20", 1020, ""},
                             {"thứ Năm, ngày 20/3/2026", "2026-03-20", -1, "deadline.other_weekday"},
                             {"trước 11 giờ trưa ngày 12/5/2026", "2026-05-12", 660, ""},
                             {"trước 10 giờ đêm ngày 12/5/2026", "2026-05-12", 1320, ""},
                             {"trước 12 giờ đêm ngày 12/5/2026", "2026-05-12", -1, ""},
                             {"trước 0h00 thứ Hai hằng tuần", "2026-02-08", -1, ""},
                             {"trước 0h00 ngày 05 hằng tháng", "2026-02-04", -1, ""},
                             {"Trước 0h00 ngày 15/12/2026", "2026-12-14", -1, ""},
                             {"trước 24h00 ngày 15/12/2026", "2026-12-15", -1, ""},
                             {"trước 25h00 ngày 20/3/2026", "", -1, "deadline.not_a_time"},
                             {"trước 16h00 thứ Tư hằng tuần", "2026-02-04", 960, ""},
                             {"trước thứ Tư hằng tuần", "2026-02-03", -1, ""},
                             {"trước 17h00 ngày 20 hằng tháng", "2026-02-20", 1020, ""},
                             {"Hằng ngày trước 16h00", "", -1, "deadline.hour_alone"},
                             {"Khi có bão, báo cáo trước 17 giờ 30", "", -1, "deadline.hour_alone"},
                             {"trong 24 giờ kể từ khi nhận tin", "", -1, ""},
                             {"Trong 48 giờ", "", -1, "deadline.unread"},
                         }));

}  // namespace
}  // namespace dondoc::language
