// SPDX-License-Identifier: Apache-2.0
// What programs that watch over the daemon are told.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry monitoring_sentences[] = {
    {"cli.metrics.about", "số đo của máy chủ cho Prometheus (dạng văn bản)",
     "figures of the daemon for Prometheus, in its text format"},
    {"cli.option.metrics_out", "ghi vào tệp này, thay trọn một lần (cho textfile collector)",
     "write this file, replaced as a whole (for the textfile collector)"},
    {"cli.metrics.not_written", "Không ghi được {0}. Hãy kiểm tra thư mục và quyền ghi.",
     "{0} could not be written. Check the folder and its permissions."},
    {"cli.option.status_check",
     "một dòng cho chương trình giám sát; mã kết thúc 0 là ổn, 1 là có việc phải xem",
     "one line for monitoring; exit code 0: all is well, 1: something has to be looked at"},
    {"cli.check.well", "DONDOC OK: {0} quá hạn, {1} sắp đến hạn, {2} nơi đang nghe.",
     "DONDOC OK: {0} overdue, {1} due soon, {2} listening."},
    {"cli.check.not_well", "DONDOC CẢNH BÁO: {0} quá hạn, {1} sắp đến hạn, {2} nơi đang nghe.",
     "DONDOC WARNING: {0} overdue, {1} due soon, {2} listening."},
    {"cli.check.alarms_late", "Lời nhắc bị chậm {0} phút: máy chủ không gửi kịp hoặc đang chờ xác nhận giờ.",
     "Alerts are {0} minutes late: the daemon does not keep up, or waits for its clock to be confirmed."},
};

}  // namespace

std::span<const Entry> monitoring_entries() {
    return monitoring_sentences;
}

}  // namespace dondoc::text
