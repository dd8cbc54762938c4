// SPDX-License-Identifier: Apache-2.0
// Pages on which lists of persons and progress sheets are sent, looked through and taken in.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry web_sheet_sentences[] = {
    {"page.sheet.persons", "Nhập danh sách người dùng", "Take in a list of persons"},
    {"page.sheet.persons_file", "Tệp danh sách (Excel hoặc CSV)", "The list (Excel or CSV)"},
    {"page.sheet.persons_hint",
     "Một dòng tiêu đề với các cột như Họ và tên, Chức vụ, Cơ quan, Thư điện tử, Điện thoại, Quyền; thứ tự "
     "tùy ý.",
     "A header with columns such as Name, Position, Agency, E-mail, Phone, Role, in any order."},
    {"page.sheet.of_agency", "Cơ quan của những dòng không ghi cơ quan", "The agency of rows that name none"},
    {"page.sheet.of_agency_hint", "Mã hoặc tên; bỏ trống nếu dòng nào cũng ghi.",
     "Code or name; empty where each row names one."},
    {"page.sheet.of_office", "những dòng đó là người của văn phòng", "those rows are of the office itself"},
    {"page.sheet.no_agency", "Có dòng không ghi cơ quan: hãy chọn cơ quan cho những dòng đó, hoặc văn phòng.",
     "A row names no agency: choose the agency of such rows, or the office."},
    {"page.sheet.progress", "Phiếu tiến độ", "Progress sheet"},
    {"page.sheet.progress_file", "Phiếu đã điền (Excel)", "The sheet that was filled in (Excel)"},
    {"page.sheet.progress_hint", "Tải phiếu về, điền vào các ô màu vàng, lưu rồi gửi lại ở đây.",
     "Fetch the sheet, fill in the yellow cells, save it and send it here."},
    {"page.sheet.fetch", "Tải phiếu về (Excel)", "Fetch the sheet (Excel)"},
    {"page.sheet.look", "Xem trước", "Look at it first"},
    {"page.sheet.look_at", "Xem trước {0}", "Look at {0}"},
    {"page.sheet.what", "Từng dòng", "Row by row"},
    {"page.sheet.row", "Dòng", "Row"},
    {"page.sheet.would", "Sẽ", "Would be"},
    {"page.sheet.changes", "Nội dung", "What"},
    {"page.sheet.adds", "thêm", "added"},
    {"page.sheet.changes_one", "sửa", "changed"},
    {"page.sheet.taken", "cập nhật", "taken in"},
    {"page.sheet.done_before", "đã có từ trước", "done before"},
    {"page.sheet.refused", "không nhận", "refused"},
    {"page.sheet.count", "Sẽ cập nhật {0} dòng; {1} dòng không có gì để cập nhật hoặc không nhận được.",
     "{0} rows would be taken in; {1} are refused, or were done before."},
    {"page.sheet.nothing_filled", "Phiếu chưa điền gì.", "Nothing was filled in."},
    {"page.sheet.more", "… và {0} dòng nữa", "... and {0} more rows"},
    {"page.sheet.take_in", "Nhập như trên", "Take this in"},
    {"page.sheet.drop", "Bỏ tệp này", "Drop this file"},
    {"page.sheet.gone", "Tệp này không còn: đã nhập, đã bỏ, hoặc quá một ngày. Hãy gửi lại.",
     "This file is not there any more: it was taken in, dropped, or is older than a day. Send it again."},
    {"page.sheet.changed_meanwhile",
     "Công việc vừa thay đổi từ lúc xem trước; dưới đây là tình hình mới. Hãy xem lại rồi nhập.",
     "The work has changed since you looked; below is how it stands now. Look again, then take it in."},
    {"page.done.persons", "Đã nhập danh sách.", "The list is taken in."},
    {"page.done.sheet", "Đã cập nhật theo phiếu.", "The sheet is taken in."},
};

}  // namespace

std::span<const Entry> web_sheet_entries() {
    return web_sheet_sentences;
}

}  // namespace dondoc::text
