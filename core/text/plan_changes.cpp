// SPDX-License-Identifier: Apache-2.0
// Plans that an operator corrects by hand, amends, or takes back.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry plan_sentences[] = {
    // What an operator decided on a row
    {"decision.before_issue", "Ngày {0} ở trước ngày ban hành văn bản ({1}).",
     "The day {0} is before the document was issued ({1})."},
    {"decision.kind", "Không có loại thời hạn {0}.", "There is no kind of term {0}."},
    {"decision.needs_day", "Loại thời hạn “{0}” cần có ngày đến hạn.",
     "A term of the kind \"{0}\" needs a day."},
    {"decision.needs_start", "Loại thời hạn “{0}” cần có ngày bắt đầu.",
     "A term of the kind \"{0}\" needs a day on which it starts."},
    {"decision.no_day",
     "Loại thời hạn “{0}” không có ngày đến hạn, nhưng có ghi ngày {1}: xóa ngày hoặc sửa loại.",
     "A term of the kind \"{0}\" has no day, but {1} is given: remove the day or change the kind."},
    {"decision.one_day",
     "Loại thời hạn “{0}” chỉ có một ngày đến hạn, nhưng có ghi {1} ngày; nhiều ngày là “định kỳ”.",
     "A term of the kind \"{0}\" has one day, but {1} are given; several days are \"recurring\"."},
    {"decision.start_after_due", "Ngày bắt đầu {0} ở sau ngày đến hạn {1}.",
     "The term starts on {0}, after it is due on {1}."},
    {"decision.too_late", "Ngày {0} ở sau năm 2099; hãy xem lại năm.",
     "The day {0} is after 2099; look at the year again."},
    {"party.no_members",
     "Nhóm “{0}” không có danh sách thành viên. Hãy ghi từng cơ quan, hoặc bổ sung danh bạ.",
     "The group \"{0}\" has no list of members. Name the agencies, or complete the register."},
    {"party.not_registered", "Danh bạ không có cơ quan, mã hay @nhóm nào là “{0}”; xem “dondoc agency list”.",
     "The register has no agency, code or @group \"{0}\"; see \"dondoc agency list\"."},
    {"party.not_registered_near", "Danh bạ không có cơ quan, mã hay @nhóm nào là “{0}”. Có phải “{1}” không?",
     "The register has no agency, code or @group \"{0}\". Is \"{1}\" meant?"},
    {"reason.decided", "Người nhập kế hoạch ấn định; câu chữ của văn bản được giữ nguyên.",
     "Set by the operator; the words of the document are kept."},

    // Amended plans, and those that look like another
    {"plan.amended_reason", "Theo văn bản {0} được nhập lại ngày {1}", "By {0} as imported again on {1}"},
    {"plan.ambiguous_document",
     "Có {1} văn bản mang số {0}: {2}. Hãy nêu thêm ngày ban hành (--issued) hoặc nơi ban hành (--issuer).",
     "{1} documents have the number {0}: {2}. Add the day of issue (--issued) or the issuer (--issuer)."},
    {"plan.changed_meanwhile",
     "Văn bản {0} đã có {1} thay đổi sau lần xem trước, mới nhất: nhiệm vụ {2} của {3}, {4}. Chưa ghi gì; "
     "hãy "
     "chạy lại "
     "để xem.",
     "Since you looked at it, {1} changes were made to {0}; the newest: task {2} of {3}, {4}. Nothing was "
     "stored; run "
     "again to see them."},
    {"plan.differs",
     "Văn bản {0} ngày {1} đã được nhập với nội dung khác ({2} chỗ khác nhau); không có gì bị thay đổi.",
     "Document {0} of {1} has been imported with other content ({2} differences); nothing was changed."},
    {"plan.no_reason", "Hãy nêu lý do (--reason).", "Give a reason (--reason)."},
    {"plan.other_than_seen",
     "Kế hoạch, danh bạ cơ quan hoặc văn bản {0} không còn như lúc được xem. Chưa ghi gì; hãy chạy lại để "
     "xem.",
     "The plan, the register or document {0} is no longer what you looked at. Nothing was stored; run again "
     "to see it."},
    {"plan.similar_document",
     "Đã có văn bản số {0} ngày {1}, nơi ban hành: {2}. Có thể ngày hoặc nơi ban hành bị ghi nhầm. Chưa nhập "
     "gì; nếu "
     "đây là một văn bản khác, hãy thêm --new-document.",
     "There is a document {0} of {1}, issuer: {2}. The day or the issuer may be a slip. Nothing was "
     "imported; if this "
     "is another document, add --new-document."},
    {"plan.similar_rows",
     "Văn bản số {0} ngày {1} (nơi ban hành: {2}) đã có {3} dòng giống hệt kế hoạch này. Có thể số, ngày "
     "hoặc nơi ban "
     "hành bị ghi nhầm. Chưa nhập gì; nếu đây là một văn bản khác, hãy thêm --new-document.",
     "Document {0} of {1} (issuer: {2}) has {3} rows of this very plan. The number, the day or the issuer "
     "may be a "
     "slip. Nothing was imported; if this is another document, add --new-document."},
    {"plan.withdrawn_already", "Văn bản {0} đã được rút từ ngày {1}.",
     "Document {0} has been withdrawn since {1}."},

    // The file to correct: its columns
    {"sheet.column.number", "Số thứ tự", "Number"},
    {"sheet.column.section", "Mục", "Section"},
    {"sheet.column.title", "Nhiệm vụ", "Task"},
    {"sheet.column.requirement", "Yêu cầu, sản phẩm", "Requirement"},
    {"sheet.column.solution", "Giải pháp", "Solution"},
    {"sheet.column.deadline_text", "Thời hạn trong văn bản", "Term in the document"},
    {"sheet.column.due", "Ngày đến hạn", "Due day"},
    {"sheet.column.kind", "Loại thời hạn", "Kind of term"},
    {"sheet.column.start", "Ngày bắt đầu", "Start day"},
    {"sheet.column.lead_text", "Chủ trì trong văn bản", "Lead in the document"},
    {"sheet.column.lead", "Cơ quan chủ trì", "Lead agencies"},
    {"sheet.column.cooperating_text", "Phối hợp trong văn bản", "Cooperation in the document"},
    {"sheet.column.cooperating", "Cơ quan phối hợp", "Cooperating agencies"},
    {"sheet.column.role_notes", "Ghi chú vai trò (chỉ để xem)", "Role notes (only to look at)"},
    {"sheet.column.problems", "Cần xem lại (chỉ để xem)", "To be looked at (only to look at)"},
    {"sheet.column.source", "Vị trí trong tệp gốc", "Place in the source"},
    {"sheet.column.key", "Khóa dòng (đừng sửa)", "Row key (do not change)"},
    {"sheet.document.number", "Số, ký hiệu văn bản", "Document number"},
    {"sheet.document.issued", "Ngày ban hành", "Issued on"},
    {"sheet.document.level", "Cấp văn bản", "Level"},
    {"sheet.document.issuer", "Nơi ban hành", "Issuer"},
    {"sheet.document.title", "Tên văn bản", "Title"},
    {"sheet.hint",
     "Sửa các ô bên dưới rồi nhập bằng dondoc plan import. Ô không sửa giữ cách đọc của chương trình. Nhiều "
     "ngày hoặc "
     "nhiều cơ quan: cách nhau bằng dấu chấm phẩy; nhóm có dấu @ ở trước.",
     "Mend the cells below, then run dondoc plan import. A cell that is not mended keeps its reading. "
     "Several days or "
     "agencies are separated by semicolons; a group begins with @."},

    // The file to correct: what may be wrong in it
    {"sheet.mistake", "{0}: dòng {1}, cột “{2}”: {3}", "{0}: row {1}, column \"{2}\": {3}"},
    {"sheet.mistakes", "có {0} chỗ sai, chưa nhập gì", "{0} mistakes; nothing was imported"},
    {"sheet.mistakes_one", "có 1 chỗ sai, chưa nhập gì", "1 mistake; nothing was imported"},
    {"decision.hour", "“{0}” không phải là giờ; hãy ghi như 17:00.", "“{0}” is no hour; write it as 17:00."},
    {"sheet.two_hours", "“{0}” có nhiều giờ khác nhau; một thời hạn chỉ có một giờ.",
     "“{0}” has several hours; a term has one."},
    {"sheet.bad_day", "“{0}” không phải là ngày; hãy ghi như 31/12/2023.",
     "\"{0}\" is no day; write it as 31/12/2023."},
    {"sheet.bad_kind", "“{0}” không phải là loại thời hạn; dùng một trong: {1}.",
     "\"{0}\" is no kind of term; use one of: {1}."},
    {"sheet.bad_key", "khóa dòng “{0}” đã bị sửa; hãy chép lại từ tệp gốc, hoặc để trống nếu là dòng mới.",
     "the row key \"{0}\" was changed; take it from the original file, or leave it empty for a new row."},
    {"sheet.no_marker",
     "dòng đầu của tệp sửa (“{0} ...”) đã mất; hãy chép lại từ tệp gốc, nếu không các chỗ đã sửa sẽ bị bỏ "
     "qua.",
     "the first line of the file to correct (\"{0} ...\") is gone; take it from the original, or what was "
     "corrected would be lost."},
    {"sheet.no_title", "thiếu nội dung nhiệm vụ.", "the task has no title."},
    {"sheet.formula", "ô chứa công thức bị lỗi (“{0}”).", "the cell has a formula that failed (\"{0}\")."},
    {"sheet.no_column", "thiếu cột “{0}”; hãy giữ nguyên dòng tiêu đề của tệp.",
     "the column \"{0}\" is missing; leave the header of the file as it is."},
    {"sheet.column_twice", "cột “{0}” có hai lần.", "the column \"{0}\" is there twice."},
    {"sheet.no_header", "không tìm thấy dòng tiêu đề của bảng; hãy giữ nguyên các dòng đầu của tệp.",
     "the header of the table was not found; leave the first rows of the file as they are."},
    {"sheet.unclosed_quote", "dấu ngoặc kép mở ở dòng {0} không được đóng.",
     "the quote opened in line {0} is not closed."},
    {"sheet.version", "tệp được ghi theo phiên bản {0}; chương trình này đọc phiên bản 1.",
     "the file is of version {0}; this program reads version 1."},
    {"sheet.unwritten", "không ghi được tệp Excel: {0}", "the Excel file could not be made: {0}"},
    {"sheet.too_long", "ô dài {0} ký tự; Excel chỉ giữ được {1}. Hãy dùng tệp .csv.",
     "a cell has {0} characters; Excel keeps only {1}. Use a .csv file."},

    // The commands
    {"cli.plan.bad_output", "--output {0}: tên tệp phải tận cùng bằng .csv hoặc .xlsx",
     "--output {0}: the file's name must end in .csv or .xlsx"},
    {"plan.not_secret",
     "Văn bản {0} đã nhập không phải văn bản mật, nên các cơ quan phối hợp đã biết: rút lại bằng dondoc plan "
     "withdraw rồi "
     "nhập với số khác nếu cần.",
     "Document {0} was imported and is not secret, so those who cooperate know of it: take it back with "
     "dondoc plan "
     "withdraw, and import it under another number if that is needed."},
    {"cli.option.secret", "văn bản mật: chỉ cơ quan chủ trì, văn phòng và người vận hành thấy",
     "a secret document: only those who lead, the office and operators see it"},
    {"cli.alert.secret", "văn bản mật", "secret"},
    {"cli.file.exists", "tệp đã có; dùng --force để ghi đè",
     "the file is there already; --force overwrites it"},
    {"cli.plan.written", "Đã ghi {0} dòng vào {1}. Sửa xong, nhập bằng: dondoc plan import {1}",
     "{0} rows written to {1}. When it is mended: dondoc plan import {1}"},
    {"cli.plan.contradicts", "{0} {1} khác với trong tệp ({2}); hãy bỏ tùy chọn đó hoặc sửa tệp.",
     "{0} {1} is not what the file says ({2}); leave the option out or mend the file."},
    {"cli.plan.needs", "Thiếu {0}: tệp này không nêu thông tin đó.",
     "{0} is missing: this file does not say it."},
    {"cli.option.output", "ghi cách đọc ra tệp .csv hoặc .xlsx để sửa rồi nhập",
     "write the reading to a .csv or .xlsx file, to be corrected and imported"},
    {"cli.option.force_output", "ghi đè tệp đã có", "overwrite a file that is there"},
    {"cli.option.new_document", "là một văn bản khác, dù giống văn bản đã có",
     "it is another document, though it looks like one that is there"},
    {"cli.option.yes", "không hỏi lại", "do not ask"},
    {"cli.option.amend_reason", "lý do thu hồi những phần việc không còn trong văn bản",
     "why assignments that are no longer in the document are revoked"},
    {"cli.option.withdraw_reason", "lý do rút văn bản", "why the document is taken back"},
    {"cli.option.withdraw_document", "số, ký hiệu của văn bản cần rút",
     "number of the document to take back"},
    {"cli.plan.withdraw_about", "rút một văn bản đã nhập nhầm: thu hồi mọi phần việc chưa xong, không xóa gì",
     "take back a document that was imported by mistake: revokes what is open, deletes nothing"},
    {"cli.plan.difference", "{0} ngày {1} đã được nhập. Bản này khác bản đang có:",
     "{0} of {1} is there already. This plan differs from it:"},
    {"cli.plan.difference_counts", "Thêm {0}, sửa {1}, bỏ {2}, khôi phục {3}, giữ nguyên {4} dòng.",
     "{0} added, {1} changed, {2} dropped, {3} restored, {4} unchanged."},
    {"cli.plan.difference_effect", "Phần việc: giao thêm {0}, đổi thời hạn {1}, thu hồi {2}, mở lại {3}.",
     "Assignments: {0} added, {1} with another term, {2} revoked, {3} reopened."},
    {"cli.plan.reordered", "Thứ tự các dòng thay đổi.", "The order of the rows changes."},
    {"cli.plan.ask_amend", "Thực hiện các thay đổi này?", "Carry this out?"},
    {"cli.plan.ask_withdraw", "Rút văn bản này?", "Take this document back?"},
    {"cli.ask", "{0} [c/K] ", "{0} [y/N] "},
    {"cli.ask.nobody", "Chưa làm gì: không có ai để hỏi.", "Nothing was done: there is nobody to ask."},
    {"cli.ask.declined", "Không thay đổi gì.", "Nothing was changed."},
    {"cli.plan.needs_yes",
     "Chưa thay đổi gì: thêm --yes để thực hiện, hoặc chạy trên cửa sổ lệnh để được hỏi.",
     "Nothing was changed: add --yes to carry it out, or run it on a terminal to be asked."},
    {"cli.plan.would_amend", "Chưa ghi gì.", "Nothing was stored."},
    {"cli.plan.amended", "Đã sửa đổi {0}.", "{0} was amended."},
    {"cli.plan.would_withdraw",
     "Rút {0} ngày {1}: {2} nhiệm vụ; thu hồi {3} phần việc, {4} phần việc đã xong hoặc đã đóng giữ nguyên.",
     "Taking back {0} of {1}: {2} tasks; {3} assignments revoked, {4} that are completed or closed stay."},
    {"cli.plan.withdrawn", "Đã rút {0}: {1} nhiệm vụ, thu hồi {2} phần việc, giữ nguyên {3}.",
     "{0} was taken back: {1} tasks, {2} assignments revoked, {3} kept."},
    {"cli.plan.withdrawn_title", "(đã rút ngày {0}) {1}", "(withdrawn on {0}) {1}"},
    {"cli.plan.change", "{0}: “{1}” → “{2}”", "{0}: \"{1}\" → \"{2}\""},
    {"cli.plan.change_added", "{0}: thêm “{1}”", "{0}: added \"{1}\""},
    {"cli.plan.change_dropped", "{0}: bỏ “{1}”", "{0}: dropped \"{1}\""},
    {"cli.plan.change_decided", "{0}: {1}", "{0}: {1}"},
    {"cli.plan.kind.added", "thêm", "added"},
    {"cli.plan.kind.changed", "sửa", "changed"},
    {"cli.plan.kind.dropped", "bỏ", "dropped"},
    {"cli.plan.kind.restored", "khôi phục", "restored"},
    {"cli.plan.kind.document", "văn bản", "document"},
    {"cli.plan.column.change", "Thay đổi", "Change"},
    {"cli.plan.field.decided", "người nhập ấn định", "set by the operator"},
    {"cli.plan.field.withdrawn", "đã rút", "withdrawn"},
    {"cli.plan.decided.deadline", "thời hạn", "term"},
    {"cli.plan.decided.lead", "cơ quan chủ trì", "lead agencies"},
    {"cli.plan.decided.cooperating", "cơ quan phối hợp", "cooperating agencies"},
    {"cli.task.decided", "Người nhập ấn định", "Set by the operator"},
    {"cli.task.dropped", "Không còn trong văn bản", "No longer in the document"},
    {"cli.task.dropped_since", "từ ngày {0}", "since {0}"},
    {"cli.change.amend", "Văn bản sửa đổi", "Document amended"},
    {"cli.alert.decided", "do người nhập ấn định: {0}", "set by the operator: {0}"},
};

}  // namespace

std::span<const Entry> plan_entries() {
    return plan_sentences;
}

}  // namespace dondoc::text
