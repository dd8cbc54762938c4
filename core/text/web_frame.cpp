// SPDX-License-Identifier: Apache-2.0
// What all pages of dondoc-web have around their content, what was just done, and what went wrong.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry web_frame_sentences[] = {
    {"page.frame.skip", "Đến nội dung chính", "Skip to the content"},
    {"page.frame.ways", "Các trang", "Pages"},
    {"page.frame.search", "Tìm nhiệm vụ", "Search tasks"},
    {"page.frame.search_hint", "Tìm nhiệm vụ…", "Search tasks…"},
    {"page.frame.search_do", "Tìm", "Search"},
    {"page.frame.new_task", "Giao một việc", "Assign a task"},
    {"page.frame.office", "Văn phòng", "The office"},
    {"page.frame.settings", "Cài đặt của tôi", "My settings"},
    {"page.frame.sign_out", "Đăng xuất", "Sign out"},
    {"page.frame.foot", "dondoc {0}", "dondoc {0}"},

    {"page.done.receive", "Đã tiếp nhận.", "Received."},
    {"page.done.start", "Đã ghi là đang thực hiện.", "Noted as under way."},
    {"page.done.progress", "Đã ghi tiến độ.", "The progress is noted."},
    {"page.done.report", "Đã gửi báo cáo; văn phòng sẽ xác nhận.", "Reported; the office will confirm it."},
    {"page.done.recall", "Đã rút lại báo cáo; việc lại là của cơ quan.",
     "The report is taken back; the work is your agency's again."},
    {"page.done.confirm", "Đã xác nhận kết quả.", "The result is confirmed."},
    {"page.done.rework", "Đã trả về làm lại; cơ quan được báo.", "Sent back; the agency is told."},
    {"page.done.complete", "Đã ghi hoàn thành.", "Noted as completed."},
    {"page.done.return", "Đã trả lại; văn phòng được báo.", "Returned; the office is told."},
    {"page.done.transfer", "Đã chuyển cơ quan khác.", "Handed to the other agency."},
    {"page.done.cancel", "Đã thu hồi.", "Taken back."},
    {"page.done.reopen", "Đã mở lại.", "Reopened."},
    {"page.done.request_extension", "Đã gửi đề nghị gia hạn; hạn cũ còn giữ cho đến khi được đồng ý.",
     "The extension is asked for; the term stays until it is granted."},
    {"page.done.grant_extension", "Đã cho gia hạn.", "The extension is granted."},
    {"page.done.refuse_extension", "Đã từ chối gia hạn.", "The extension is refused."},
    {"page.done.extend", "Đã gia hạn.", "Extended."},
    {"page.done.comment", "Đã ghi ý kiến.", "The comment is noted."},
    {"page.done.responsible", "Đã ghi người phụ trách.", "Who answers for it is noted."},
    {"page.done.press", "Đã ghi đôn đốc; các cơ quan được báo.", "Pressing is noted; the agencies are told."},
    {"page.done.mute", "Đã tạm dừng báo.", "Muted."},
    {"page.done.mute_end", "Đã báo trở lại.", "The mute is ended."},
    {"page.done.priority", "Đã đổi mức ưu tiên; các cơ quan được báo.",
     "The priority is changed; the agencies are told."},
    {"page.done.saved", "Đã lưu.", "Saved."},
};

}  // namespace

std::span<const Entry> web_frame_entries() {
    return web_frame_sentences;
}

}  // namespace dondoc::text
