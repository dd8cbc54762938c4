// SPDX-License-Identifier: Apache-2.0
// What is said of a rehearsal.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry rehearsal_sentences[] = {
    {"rehearse.busy", "Một lần diễn tập khác đang chạy; hãy đợi nó xong.",
     "Another rehearsal is under way; wait for that to end."},
    {"rehearse.no_room", "Ổ đĩa của {0} không còn đủ chỗ cho bản sao để diễn tập.",
     "The disk of {0} has no room for the copy that a rehearsal needs."},
    {"rehearse.until", "Ngày cuối phải từ {0} đến {1}.", "The last day must be from {0} to {1}."},

    {"cli.option.rehearse_agency", "chỉ xem các buổi sáng của một cơ quan",
     "the mornings of one agency only"},
    {"cli.option.rehearse_until", "ngày cuối cùng; không ghi thì là thời hạn cuối của văn bản",
     "the last day; without it the last term of the document"},
    {"cli.rehearse.about", "diễn tập: từ nay đến hết kế hoạch sẽ báo gì, cho ai, sáng nào; không ghi gì",
     "what would be told to whom on which morning until the plan ends; changes nothing"},
    {"cli.rehearse.after", "{0} phần việc đến hạn sau ngày cuối của lần diễn tập.",
     "{0} assignments fall due after the last day of the rehearsal."},
    {"cli.rehearse.after_one", "1 phần việc đến hạn sau ngày cuối của lần diễn tập.",
     "1 assignment falls due after the last day of the rehearsal."},
    {"cli.rehearse.agencies", "Cơ quan", "Agencies"},
    {"cli.rehearse.agency_silence", "Trong lần diễn tập này {0} không nhận được lời nhắc nào.",
     "{0} is told nothing in this rehearsal."},
    {"cli.rehearse.alerts", "Lời nhắc", "Alerts"},
    {"cli.rehearse.already_past", "{0} phần việc đã qua hạn trước hôm nay.",
     "{0} assignments were due before today."},
    {"cli.rehearse.already_past_one", "1 phần việc đã qua hạn trước hôm nay.",
     "1 assignment was due before today."},
    {"cli.rehearse.assignments", "Phần việc", "Assignments"},
    {"cli.rehearse.busiest", "Nhiều nhất", "Busiest"},
    {"cli.rehearse.busiest_day", "{0} ({1})", "{0} ({1})"},
    {"cli.rehearse.busiest_days", "Những buổi sáng nhiều lời nhắc nhất", "The busiest mornings"},
    {"cli.rehearse.by_agency", "Theo cơ quan", "By agency"},
    {"cli.rehearse.day", "{0} {1}", "{0} {1}"},
    {"cli.rehearse.days_off", "Thời hạn rơi vào ngày nghỉ", "Terms on days that are not worked"},
    {"cli.rehearse.escalations", "Báo cấp trên", "Escalated"},
    {"cli.rehearse.last_working_day", "Ngày làm việc trước đó", "Working day before"},
    {"cli.rehearse.morning", "Buổi sáng", "Morning"},
    {"cli.rehearse.mornings", "Số buổi", "Mornings"},
    {"cli.rehearse.mornings_of", "{0} – {1}", "{0} – {1}"},
    {"cli.rehearse.notices", "Số tin", "Notices"},
    {"cli.rehearse.period", "Diễn tập {0} từ {1} đến {2}: {3} nhiệm vụ, {4} phần việc đang mở.",
     "{0} rehearsed from {1} to {2}: {3} tasks, {4} open assignments."},
    {"cli.rehearse.problems", "{0} dòng đọc chưa chắc; xem bằng: dondoc plan preview",
     "{0} rows were read with doubt; see them with: dondoc plan preview"},
    {"cli.rehearse.problems_one", "1 dòng đọc chưa chắc; xem bằng: dondoc plan preview",
     "1 row was read with doubt; see it with: dondoc plan preview"},
    {"cli.rehearse.reminders", "Nhắc việc", "Reminders"},
    {"cli.rehearse.silence", "Không có lời nhắc nào trong thời gian này.",
     "Nothing would be sent in this time."},
    {"cli.rehearse.tasks", "Nhiệm vụ số", "Tasks"},
    {"cli.rehearse.totals",
     "Nếu không ai hoàn thành việc nào, không ai xem tin nào: {0} lời nhắc trong {1} tin gửi tới {2} cơ "
     "quan.",
     "If nobody completes or looks at anything: {0} alerts in {1} notices to {2} agencies."},
    {"cli.rehearse.weekend", "cuối tuần", "weekend"},
    {"cli.rehearse.which", "Hãy nêu tệp kế hoạch, hoặc số của văn bản đã nhập (--document).",
     "Name the file of a plan, or the number of a document that is there (--document)."},
    {"cli.rehearse.why", "Lý do nghỉ", "Why"},
    {"cli.rehearse.without_day", "{0} phần việc không có ngày đến hạn nên không được nhắc.",
     "{0} assignments have no day and are not reminded of."},
    {"cli.rehearse.without_day_one", "1 phần việc không có ngày đến hạn nên không được nhắc.",
     "1 assignment has no day and is not reminded of."},
};

}  // namespace

std::span<const Entry> rehearsal_entries() {
    return rehearsal_sentences;
}

}  // namespace dondoc::text
