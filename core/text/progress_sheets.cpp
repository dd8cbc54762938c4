// SPDX-License-Identifier: Apache-2.0
// Progress by spreadsheet.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry update_sentences[] = {
    {"update.column.assignment", "Phần việc", "Assignment"},
    {"update.column.document", "Văn bản", "Document"},
    {"update.column.number", "Số", "Number"},
    {"update.column.title", "Nội dung", "Task"},
    {"update.column.due", "Thời hạn", "Due"},
    {"update.column.standing", "Tình hình", "Standing"},
    {"update.column.responsible", "Người phụ trách", "Responsible"},
    {"update.column.state", "Trạng thái", "State"},
    {"update.column.percent", "Tiến độ (%)", "Progress (%)"},
    {"update.column.result", "Số văn bản kết quả", "Result's number"},
    {"update.column.date", "Ngày kết quả", "Result's date"},
    {"update.column.note", "Ghi chú", "Note"},
    {"update.column.key", "Mã dòng", "Row key"},
    {"update.hint", "Điền vào các ô màu vàng, lưu lại rồi chạy: dondoc assignment update TỆP",
     "Fill in the yellow cells, save, and run: dondoc assignment update FILE"},
    {"update.no_sheet",
     "Tệp này không phải phiếu tiến độ; lấy phiếu bằng: dondoc assignment sheet -o phieu.xlsx",
     "This file is no progress sheet; get one by: dondoc assignment sheet -o sheet.xlsx"},
    {"update.version", "Phiếu này theo mẫu “{0}” mà chương trình không đọc được; hãy lấy phiếu mới.",
     "This sheet is of version “{0}”, which this program does not read; get a new one."},
    {"update.no_key",
     "Phiếu đã mất cột Mã dòng (cột ẩn), nên không biết dòng nào là phần việc nào; hãy lấy phiếu mới.",
     "The sheet has lost its hidden column Row key, so nobody knows which row is which; get a new one."},
    {"update.bad_key", "Mã dòng “{0}” đã bị sửa.", "The row's key, “{0}”, was changed."},
    {"update.bad_state", "Không có trạng thái “{0}”.", "There is no state “{0}”."},
    {"update.not_by_sheet",
     "Phiếu không chuyển sang trạng thái “{0}” được: dùng đã tiếp nhận, đang thực hiện hoặc đã báo cáo.",
     "A sheet cannot bring about “{0}”: use received, in progress or reported."},
    {"update.bad_percent", "Tiến độ “{0}” không phải số nguyên từ 0 đến 100.",
     "The progress “{0}” is no whole number from 0 to 100."},
    {"update.bad_day", "“{0}” không phải một ngày; viết như 31/12/2025.",
     "“{0}” is no day; write it as 31/12/2025."},
    {"update.result_without_report",
     "Có số hoặc ngày văn bản kết quả mà trạng thái không phải “đã báo cáo”: đổi trạng thái, hoặc bỏ hai ô "
     "đó.",
     "A result's number or date is given, and the state is not “reported”: change the state, or clear the "
     "two cells."},
    {"update.twice", "Phần việc số {0} có hai dòng.", "Assignment {0} has two rows."},
    {"update.too_many", "{0} dòng cùng lúc, nhiều hơn {1}.", "{0} rows at once are more than {1}."},
    {"update.too_long", "Có hơn {0} phần việc đang mở: chọn bớt bằng --document hoặc --responsible.",
     "There are more than {0} open assignments: choose fewer by --document or --responsible."},
    {"update.not_xlsx", "phiếu tiến độ là tệp .xlsx, không phải “{0}”",
     "a progress sheet is an .xlsx file, not “{0}”"},
    {"update.some_refused",
     "{0} dòng không cập nhật được: sửa các dòng đó rồi nhập lại phiếu, hoặc lấy phiếu mới.",
     "{0} rows were not taken in: mend them and take the sheet in again, or get a new one."},
    {"update.sheet_about", "Phiếu để cơ quan điền tiến độ (XLSX)",
     "A sheet for an agency to say its progress (XLSX)"},
    {"update.about", "Cập nhật tiến độ từ phiếu đã điền; xem trước rồi hỏi",
     "Take in the progress of a sheet that was filled in; shown first, and asked"},
    {"update.option.output", "tệp phiếu được ghi (.xlsx)", "the sheet to write (.xlsx)"},
    {"update.option.file", "phiếu đã điền", "the sheet that was filled in"},
    {"update.written", "Đã ghi {0} phần việc vào {1}. Điền xong, cập nhật bằng: dondoc assignment update {1}",
     "{0} assignments were written to {1}. When it is filled in: dondoc assignment update {1}"},
    {"update.row", "Dòng {0}: phần việc {1} ({2}, số {3}) {4}", "Row {0}: assignment {1} ({2}, {3}) {4}"},
    {"update.change.state", "trạng thái: {0}", "state: {0}"},
    {"update.change.percent", "tiến độ: {0}%", "progress: {0}%"},
    {"update.change.result", "văn bản kết quả: {0}", "result: {0}"},
    {"update.change.date", "ngày kết quả: {0}", "result's date: {0}"},
    {"update.change.note", "ghi chú: {0}", "note: {0}"},
    {"update.refused", "Không cập nhật: {0}", "Not taken in: {0}"},
    {"update.meanwhile", "{0}: {1} ({2})", "{0}: {1} ({2})"},
    {"update.would", "Sẽ cập nhật {0} dòng; không cập nhật được {1}; đã cập nhật từ trước {2}.",
     "Would take in {0} rows; refused {1}; taken in before {2}."},
    {"update.ask", "Cập nhật như trên?", "Take this in?"},
    {"update.nothing", "Không có gì thay đổi.", "Nothing was changed."},
    {"update.done", "Đã cập nhật {0} phần việc.", "{0} assignments were brought up to date."},
};

}  // namespace

std::span<const Entry> update_entries() {
    return update_sentences;
}

}  // namespace dondoc::text
