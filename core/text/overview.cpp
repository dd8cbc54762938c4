// SPDX-License-Identifier: Apache-2.0
// What the office looks at all day: the status, lists that are sorted, `dondoc top`.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry overview_sentences[] = {
    {"cli.list.hour_passed", "hôm nay, đã quá {0}", "today, past {0}"},
    {"cli.overdue.past_hour", "Đến hạn hôm nay, đã quá giờ", "Due today, and its hour has passed"},
    {"cli.status.as_of", "Đến hết ngày", "At the end of"},
    {"cli.usage.as_of_list",
     "--as-of xem lại một ngày đã qua, lâu nhất trước; không dùng cùng --sort, --reverse, --after, "
     "--cooperating",
     "--as-of reads a past day, the longest overdue first; it does not go with --sort, --reverse, --after, "
     "--cooperating"},
    {"cli.status.more_agencies", "... và {0} cơ quan nữa; xem từng cơ quan: dondoc status --agency MÃ",
     "... and {0} more; for one of them: dondoc status --agency CODE"},
    {"cli.top.about", "xem liên tục: việc quá hạn và các cơ quan đang có việc gấp, tự cập nhật",
     "watch: what is overdue and which agencies are pressed, kept up to date"},
    {"cli.top.heading", "dondoc  {0}  tổng {1} phần việc", "dondoc  {0}  {1} assignments in all"},
    {"cli.top.counts",
     "Quá hạn {0}   đến hạn hôm nay {1}   sắp đến hạn {2}   trong hạn hoặc không thời hạn {3}   hoàn thành "
     "{4}   không còn tính {5}",
     "Overdue {0}   due today {1}   due soon {2}   in time or without a term {3}   completed {4}   withdrawn "
     "{5}"},
    {"cli.top.more", "... còn {0} việc quá hạn nữa", "... {0} more overdue"},
    {"cli.top.keys", "q: thoát   r: hỏi lại ngay   ↑ ↓: cuộn", "q: quit   r: ask again now   ↑ ↓: scroll"},
    {"cli.option.once", "in một lần rồi thoát (mặc định khi không in ra màn hình)",
     "print once and exit (as it does where the output is no terminal)"},
    {"cli.usage.top_json",
     "“dondoc top” là màn hình cho người xem; chương trình hãy dùng “dondoc status --json”.",
     "\"dondoc top\" is a screen for people; for programs use \"dondoc status --json\"."},
};

}  // namespace

std::span<const Entry> overview_entries() {
    return overview_sentences;
}

}  // namespace dondoc::text
