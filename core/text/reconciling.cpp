// SPDX-License-Identifier: Apache-2.0
// The list of another system beside what is here; figures of a report against themselves.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry reconcile_sentences[] = {
    {"cli.task.export_about", "xuất tình hình nhiệm vụ theo cột của hệ thống kia",
     "tasks as they stand here, in the other system's columns"},
    {"cli.task.reconcile_about",
     "đối chiếu danh sách của hệ thống khác với dondoc: khác nhau, chỉ có ở bên nào; không thay đổi gì",
     "the list of another system beside what is here: what differs, who has what; changes nothing"},
    {"cli.option.task_export", "tệp ghi ra: .xlsx, hoặc CSV; - là đầu ra",
     "file to write: .xlsx, or CSV; - is the output"},
    {"cli.report.verify_about", "kiểm tra số học của một báo cáo đã điền: tỷ lệ so với số đếm",
     "the arithmetic of a report that is filled in: percentages against counts"},
    {"cli.option.verify_file", "báo cáo: DOCX, XLSX, ODT, ODS, PDF, HTML, CSV hoặc văn bản thường",
     "the report: DOCX, XLSX, ODT, ODS, PDF, HTML, CSV or plain text"},
    {"figures.none", "Không thấy chỗ nào sai về số học.", "No figure was found that is wrong."},
    {"figures.nothing",
     "Không thấy tỷ lệ phần trăm nào trong tệp, nên chưa kiểm tra được gì (tệp quét thì cần nhận dạng chữ "
     "trước).",
     "There is no percentage in the file, so nothing was checked (a scan has to be recognised first)."},
    {"figures.percentage", "{0}/{1} là {2}%, trong báo cáo ghi {3}%.",
     "{0}/{1} is {2}%, the report says {3}%."},
    {"figures.over_hundred", "tỷ lệ {0}% lớn hơn 100%.", "{0}% is more than 100%."},
    {"figures.same_as_count", "tỷ lệ ghi {0}%, đúng bằng số đếm ở dòng trên: có thể ghi nhầm.",
     "the percentage is {0}, the very count above it: perhaps a mistake."},
    {"reconcile.title", "Đối chiếu nhiệm vụ với “{0}”", "Tasks beside those of “{0}”"},
    {"reconcile.file", "Danh sách bên kia", "List of the other side"},
    {"reconcile.day", "Ngày", "Day"},
    {"reconcile.same", "Khớp", "The same"},
    {"reconcile.differs", "Khác nhau", "Different"},
    {"reconcile.only_there", "Chỉ có ở bên kia", "Only there"},
    {"reconcile.only_here", "Chỉ có ở dondoc", "Only here"},
    {"reconcile.field", "Mục", "What"},
    {"reconcile.here", "Ở dondoc", "Here"},
    {"reconcile.there", "Ở bên kia", "There"},
    {"reconcile.field.title", "nội dung", "title"},
    {"reconcile.field.state", "trạng thái", "state"},
    {"reconcile.field.deadline", "thời hạn", "term"},
    {"reconcile.field.completed", "ngày hoàn thành", "day of the result"},
    {"reconcile.state.open", "chưa thực hiện", "open"},
    {"reconcile.state.in_progress", "đang thực hiện", "in progress"},
    {"reconcile.state.completed", "hoàn thành", "completed"},
    {"reconcile.state.withdrawn", "thu hồi", "withdrawn"},
    {"reconcile.signatures", "Ký xác nhận", "Signatures"},
    {"reconcile.signs", "Người ký", "Who signs"},
    {"reconcile.name", "Họ tên, chức vụ", "Name, position"},
    {"reconcile.signature", "Chữ ký", "Signature"},
    {"reconcile.clerk", "Người đối chiếu", "Who compared"},
    {"reconcile.head", "Lãnh đạo Văn phòng", "Head of the office"},
    {"reconcile.other_side", "Đại diện bên kia", "For the other side"},
    {"reconcile.refused",
     "{0} ô của danh sách bên kia không đọc được; dòng có ô ấy không được đối chiếu, nên có thể bị kể là chỉ "
     "có ở "
     "dondoc.",
     "{0} cells of the other side's list could not be read; their rows were not compared, and may be listed "
     "as "
     "only here."},
    {"reconcile.exported", "Đã ghi {0} nhiệm vụ vào {1}.", "Wrote {0} tasks to {1}."},
};

}  // namespace

std::span<const Entry> reconcile_entries() {
    return reconcile_sentences;
}

}  // namespace dondoc::text
