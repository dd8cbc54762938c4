// SPDX-License-Identifier: Apache-2.0
// The pages of the manual.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry manual_sentences[] = {
    {"cli.manual.about", "ghi các trang man của mọi lệnh vào một thư mục",
     "write the manual pages of all commands into a folder"},
    {"cli.option.manual_folder", "thư mục nhận các trang; được tạo nếu chưa có",
     "the folder of the pages; made when it is not there"},
    {"cli.option.manual_date", "ngày ghi ở chân trang, dạng 2026-11-28",
     "the day at the foot of each page, as 2026-11-28"},
    {"cli.manual.not_written", "Không ghi được {0}. Hãy kiểm tra thư mục và quyền ghi.",
     "{0} could not be written. Check the folder and its permissions."},
    {"cli.manual.name", "TÊN", "NAME"},
    {"cli.manual.synopsis", "CÁCH DÙNG", "SYNOPSIS"},
    {"cli.manual.description", "MÔ TẢ", "DESCRIPTION"},
    {"cli.manual.commands", "LỆNH", "COMMANDS"},
    {"cli.manual.arguments", "THAM SỐ", "ARGUMENTS"},
    {"cli.manual.options", "TÙY CHỌN", "OPTIONS"},
    {"cli.manual.globals", "TÙY CHỌN CHUNG", "GLOBAL OPTIONS"},
    {"cli.manual.exit_status", "MÃ THOÁT", "EXIT STATUS"},
    {"cli.manual.examples", "VÍ DỤ", "EXAMPLES"},
    {"cli.manual.see_also", "XEM THÊM", "SEE ALSO"},
};

}  // namespace

std::span<const Entry> manual_entries() {
    return manual_sentences;
}

}  // namespace dondoc::text
