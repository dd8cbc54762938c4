// SPDX-License-Identifier: Apache-2.0
// The clerk's day: what is read in a plan and asked before it is taken in, single rows, many at once.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry day_sentences[] = {
    // Single rows.
    {"row.doubts", "{0} chỗ trong dòng này chưa chắc đã hiểu đúng; hãy xem lại rồi xác nhận.",
     "{0} points of the row may not be understood; look at them and confirm."},
    {"row.new_document", "Chưa có văn bản số {0}; để lập văn bản mới hãy thêm {1}.",
     "There is no document {0}; to make it, add {1}."},
    {"row.same_title",
     "Văn bản {0} đã có nhiệm vụ này, dòng {1} (NV {2}), với cơ quan hoặc thời hạn khác; để sửa hãy dùng "
     "“dondoc "
     "task edit {2}”, để thêm dòng nữa hãy nêu --number.",
     "Document {0} has this task, row {1} (task {2}), with other agencies or another term; to mend it use "
     "\"dondoc task edit {2}\", to add another row give --number."},
    {"row.nothing", "Chưa nêu sửa gì ở nhiệm vụ {0}.", "Nothing was said to change in task {0}."},
    {"row.no_reason", "Thiếu căn cứ: thêm --reason hoặc --document SỐ của văn bản quyết định.",
     "What it rests on is missing: add --reason, or --document with the number of the deciding document."},
    {"row.unread", "Không đọc được thời hạn “{0}”. Hãy ghi rõ ngày, ví dụ 31/12/2025.",
     "The term \"{0}\" could not be read. Write the day, such as 31/12/2025."},

    {"batch.empty", "Chưa nêu phần việc nào.", "No assignment was named."},
    {"batch.too_many", "Mỗi lần nhiều nhất {1} phần việc, ở đây có {0}.",
     "At most {1} assignments at once; these are {0}."},
    {"task.which_row", "Văn bản {0} có nhiều nhiệm vụ; hãy nêu số thứ tự của nhiệm vụ, ví dụ: {0} 1.2",
     "Document {0} has several tasks; give the number of the row, for example: {0} 1.2"},
    {"task.no_such_row", "Văn bản {0} không có nhiệm vụ số {1} trong những gì khóa này được xem.",
     "Document {0} has no row {1} among what this key may see."},

    {"cli.task.add_about", "thêm một nhiệm vụ bằng tay, lập văn bản nếu chưa có",
     "add one task by hand; its document is made when it is not there"},
    {"cli.task.assign_about", "giao nhiệm vụ cho cơ quan khác cơ quan đã đọc được từ văn bản",
     "assign a task to other agencies than were read in the document"},
    {"cli.task.edit_about", "sửa một dòng của văn bản đã nhập",
     "mend one row of a document that was taken in"},
    {"cli.option.row_document", "số, ký hiệu văn bản giao; chưa có thì thêm --issued và --level",
     "number of the document; where it is new add --issued and --level"},
    {"cli.option.row_title", "nội dung nhiệm vụ", "what has to be done"},
    {"cli.option.row_lead",
     "cơ quan chủ trì: mã hoặc tên, cách nhau bằng dấu phẩy hoặc chấm phẩy; nhóm cũng được",
     "who leads: codes or names, commas or semicolons between them; groups too"},
    {"cli.option.row_cooperating", "cơ quan phối hợp, ghi như --lead",
     "who cooperates, written as for --lead"},
    {"cli.option.row_due", "thời hạn, viết như trong kế hoạch: “trước ngày 05/7/2025”, “Quý III/2025”",
     "the term, written as in a plan: \"trước ngày 05/7/2025\", \"Quý III/2025\""},
    {"cli.option.row_requirement", "kết quả, sản phẩm phải đạt", "the result that is required"},
    {"cli.option.row_number", "số thứ tự của nhiệm vụ trong văn bản; không nêu thì lấy số tiếp theo",
     "number of the row in the document; without it the next one"},
    {"cli.option.row_reason", "vì sao sửa", "why it is changed"},
    {"cli.option.row_decided_by", "số văn bản quyết định việc sửa", "number of the document that decides so"},
    {"cli.option.task_and_priority",
     "nhiệm vụ (mã, hoặc số văn bản và số thứ tự), rồi mức: normal hoặc urgent",
     "the task (id, or document and row), then normal or urgent"},
    {"cli.row.document", "{0}, ngày {1}, số thứ tự {2}", "{0} of {1}, row {2}"},
    {"cli.row.doubt", "Cần xem lại: {0}", "To be looked at: {0}"},
    {"cli.row.dry_run", "Chưa ghi gì.", "Nothing was written."},
    {"cli.row.ask_doubts", "Dòng này có {0} chỗ cần xem lại. Vẫn ghi?",
     "{0} points are doubtful. Write it all the same?"},
    {"cli.row.ask_change", "Ghi thay đổi này?", "Write this change?"},
    {"cli.row.new_document", "Đã lập văn bản {0}, ngày {1}.", "The document {0} of {1} was made."},
    {"cli.row.added", "Đã thêm nhiệm vụ {0} (văn bản {1}, số {2}), giao {3} phần việc: PV {4}.",
     "Task {0} was added ({1}, row {2}) with {3} assignments: {4}."},
    {"cli.row.mended",
     "Đã sửa nhiệm vụ {0} (văn bản {1}, số {2}): giao mới {3}, thu hồi {4}, đổi hạn {5} phần việc; hiện có "
     "PV {6}.",
     "Task {0} ({1}, row {2}) was changed: {3} assignments given, {4} revoked, {5} with another term; now "
     "{6}."},
    {"cli.row.unchanged", "Nhiệm vụ {0} (văn bản {1}, số {2}) đã đúng như vậy, không có gì thay đổi; PV {3}.",
     "Task {0} ({1}, row {2}) says just that already; nothing was changed; assignments {3}."},
    {"cli.row.decisions", "Đã quyết định thêm", "Decided by hand"},
    {"cli.plan.export_about", "xuất văn bản thành bảng tính, sửa rồi nhập lại được",
     "write a document as a workbook, which can be corrected and imported again"},
    {"cli.plan.exported", "Đã xuất văn bản {0}: {1} dòng vào {2}.", "{0}: {1} rows were written to {2}."},
    {"cli.option.task_reference", "mã nhiệm vụ (NV), hoặc số văn bản và số thứ tự của nhiệm vụ trong đó",
     "id of the task, or number of its document and of its row"},
    {"cli.option.work_reference",
     "mã phần việc (PV), một hoặc nhiều; hoặc số văn bản và số thứ tự của nhiệm vụ",
     "ids of assignments; or number of the document and of the row"},
    {"cli.usage.work", "Hãy nêu mã, hoặc số văn bản và số thứ tự của nhiệm vụ, ví dụ: 122/KH-UBND 1.2",
     "Give an id, or the number of a document and of a row, for example: 122/KH-UBND 1.2"},
    {"cli.work.several", "Văn bản {0} có nhiều nhiệm vụ số {1}; hãy dùng mã: {2}",
     "Document {0} has several rows {1}; use the id: {2}"},
    {"cli.work.no_assignment", "Nhiệm vụ {0} không có phần việc nào của cơ quan {1}.",
     "Task {0} has no assignment of agency {1}."},
    {"cli.option.batch_waiting", "mọi kết quả đang chờ xác nhận", "all results that wait to be confirmed"},
    {"cli.option.batch_from",
     "tệp có mã các phần việc, cách nhau bằng dấu cách hoặc xuống dòng; - là đầu vào",
     "file with ids of assignments, blanks or line breaks between them; - is standard input"},
    {"cli.column.after_change", "Sau khi làm", "Afterwards"},
    {"cli.batch.more", "… và {0} phần việc nữa.", "… and {0} assignments more."},
    {"cli.batch.refused", "Bỏ qua PV {0}: {1}", "Left out assignment {0}: {1}"},
    {"cli.batch.none", "Không có phần việc nào như vậy.", "There is no such assignment."},
    {"cli.batch.too_many", "Có {0} phần việc; một lần làm được nhiều nhất {1}. Hãy thu hẹp điều kiện.",
     "There are {0} assignments; {1} can be changed at once. Say more of which are meant."},
    {"cli.batch.all_refused", "Không phần việc nào trong {0} phần việc làm được; không có gì thay đổi.",
     "None of the {0} assignments can be changed so; nothing was changed."},
    {"cli.batch.ask", "{0}: {1} phần việc nêu trên?", "{0}: the {1} assignments above?"},
    {"cli.batch.done", "Đã ghi “{0}” cho {1} phần việc.", "\"{0}\" was recorded for {1} assignments."},
    {"cli.did.request_extension", "Đã gửi đề nghị gia hạn đến {0}; chờ quyết định.",
     "An extension to {0} was asked for; it waits for a decision."},
    {"cli.did.extend", "Đã gia hạn: hạn mới {0}.", "Extended: now due {0}."},
    {"cli.did.refuse_extension", "Đã từ chối gia hạn: hạn vẫn là {0}.",
     "The extension was refused: still due {0}."},
    {"cli.did.rework", "Đã yêu cầu {0} làm lại (lần {1}).", "{0} was asked to rework it (time {1})."},
    {"cli.did.comment", "Đã gửi ý kiến: “{0}”.", "The comment was sent: \"{0}\"."},
    {"cli.did.other", "Đã ghi: {0}.", "Recorded: {0}."},
    {"cli.assignment.ask_empty_result",
     "Báo cáo này không có số văn bản, ghi chú hay tài liệu kèm theo. Vẫn báo cáo?",
     "This result has no number, note or evidence. Report it all the same?"},
    {"cli.assignment.empty_result", "Chưa báo cáo. Thêm --number SỐ hoặc --note.",
     "Nothing was reported. Add --number or --note."},
    {"cli.children.would_turn.completed",
     "Nhiệm vụ {0} ({1}, số {2}: {3}) sẽ thành hoàn thành cho {4} cơ quan, vì mọi nhiệm vụ con còn lại đã "
     "xong.",
     "Task {0} ({1}, row {2}: {3}) would be completed for {4} agencies, since all children that are left "
     "are."},
    {"cli.children.would_turn.reopened", "Nhiệm vụ {0} ({1}, số {2}: {3}) sẽ mở lại cho {4} cơ quan.",
     "Task {0} ({1}, row {2}: {3}) would be opened again for {4} agencies."},
    {"cli.children.would_turn.none", "Không nhiệm vụ nào hoàn thành hoặc mở lại vì việc này.",
     "No task would be completed or opened again by it."},
    {"cli.children.turned.completed", "Nhiệm vụ {0} ({1}, số {2}: {3}) đã hoàn thành cho {4} cơ quan.",
     "Task {0} ({1}, row {2}: {3}) is completed for {4} agencies."},
    {"cli.children.turned.reopened", "Nhiệm vụ {0} ({1}, số {2}: {3}) đã mở lại cho {4} cơ quan.",
     "Task {0} ({1}, row {2}: {3}) is open again for {4} agencies."},
    {"cli.children.ask", "Vẫn làm?", "Go on?"},
    {"cli.alert.assignment", "PV {0}", "assignment {0}"},
    {"cli.alert.task", "NV {0}", "task {0}"},

    {"cli.agency.export_about", "xuất danh bạ ra tệp, nhập lại được bằng agency import",
     "write the register as a file that agency import reads"},
    {"cli.agency.exported", "Đã xuất {0} cơ quan, {1} nhóm vào {2}.",
     "{0} agencies and {1} groups were written to {2}."},
    {"cli.agency.edit_about", "sửa một cơ quan trong danh bạ", "change one agency of the register"},
    {"cli.agency.group_about", "lập hoặc sửa một nhóm cơ quan", "make or change one group of agencies"},
    {"cli.agency.no_alias", "{0} không có tên gọi khác “{1}”.", "{0} has no other name \"{1}\"."},
    {"cli.agency.no_member", "Nhóm “{0}” không có thành viên {1}.", "The group \"{0}\" has no member {1}."},
    {"cli.agency.is_new", "{0}: mới ({1})", "{0}: new ({1})"},
    {"cli.agency.changes_to", "{0} “{1}” → “{2}”", "{0} \"{1}\" → \"{2}\""},
    {"cli.agency.ask_rename", "Đổi tên cơ quan như trên? (đổi tên theo văn bản thì dùng agency succeed)",
     "Rename agencies as shown? (for a renaming by a document use agency succeed)"},
    {"cli.agency.field.name", "tên", "name"},
    {"cli.agency.field.aliases", "tên gọi khác", "other names"},
    {"cli.agency.field.level", "cấp", "level"},
    {"cli.agency.field.valid_from", "từ ngày", "from"},
    {"cli.agency.field.valid_to", "đến ngày", "until"},
    {"cli.agency.field.members", "thành viên", "members"},
    {"cli.option.register_output", "tệp .toml được ghi; không nêu thì in ra",
     "the .toml file to write; printed without it"},
    {"cli.option.agency_name", "tên mới", "the new name"},
    {"cli.option.agency_alias", "thêm một tên gọi khác; nhắc lại được", "one more name; may be repeated"},
    {"cli.option.agency_no_alias", "bỏ một tên gọi khác", "take another name away"},
    {"cli.option.agency_level", "cấp: central, province, district, commune",
     "central, province, district or commune"},
    {"cli.option.agency_from", "ngày đầu tiên hoạt động", "the first day on which it exists"},
    {"cli.option.agency_to", "ngày cuối cùng hoạt động", "the last day on which it exists"},
    {"cli.option.group_name", "tên nhóm", "name of the group"},
    {"cli.option.group_members", "mã mọi thành viên, cách nhau bằng dấu phẩy",
     "codes of all members, commas between them"},
    {"cli.option.group_add", "thêm thành viên", "add members"},
    {"cli.option.group_remove", "bỏ thành viên", "take members out"},

    {"cli.option.report_agency_level", "chỉ các cơ quan cấp này: central, province, district, commune",
     "only agencies of this level: central, province, district, commune"},
    {"cli.option.report_group", "chỉ các cơ quan của nhóm này", "only agencies of this group"},
    {"report.unknown_group", "Danh bạ không có nhóm “{0}”; xem “dondoc agency list”.",
     "The register has no group \"{0}\"; see \"dondoc agency list\"."},
    {"report.nobody", "Không có cơ quan nào thuộc cấp “{0}” và nhóm đã nêu.",
     "No agency is of the level \"{0}\" and the group that was named."},
    {"cli.status.waiting", "đã báo cáo, chờ xác nhận", "reported, waiting to be confirmed"},
    {"cli.status.waiting_longest", "đã báo cáo, chờ xác nhận (lâu nhất {0} ngày)",
     "reported, waiting to be confirmed (the longest for {0} days)"},
    {"cli.life.waiting", "đã báo cáo, chờ xác nhận {0} ngày", "reported, waiting for {0} days"},

    {"plan.issued_later",
     "Ngày ban hành {0} còn {2} ngày nữa mới đến (hôm nay {1}); hãy xem lại ngày, tháng.",
     "The day of issue {0} is {2} days after today ({1}); look at the day and the month."},
    {"plan.issued_ahead", "Ngày ban hành {0} còn cách hôm nay ({1}) nhiều năm; hãy xem lại năm.",
     "The day of issue {0} is years after today ({1}); look at the year."},

    // Registers.
    {"agency.name_taken",
     "Cơ quan {0} không dùng được tên “{1}”: tên đó đang là của {2} ({3}). Một cơ quan đổi tên hoặc kế tục "
     "thì "
     "dùng “dondoc agency succeed”; sửa tên gọi thì nhập đúng mã {2}.",
     "Agency {0} cannot have the name \"{1}\": it is {2}'s ({3}). For an agency that was renamed or taken "
     "over "
     "use \"dondoc agency succeed\"; to mend a name, import the code {2}."},
    {"register.levels_alone",
     "Nhóm “{0}”: tệp chỉ có nhóm thì không biết cơ quan nào thuộc cấp nào; hãy ghi members bằng mã.",
     "Group \"{0}\": a file of groups alone does not say who is of which level; write members, with codes."},

    {"cli.plan.from_head", "Đọc ở đầu văn bản: {0}. Sai thì ghi lại bằng chính tùy chọn đó.",
     "Read in the head of the document: {0}. Where that is wrong, give the option."},
    {"cli.plan.read_with", "Đọc theo {0}.", "Read with {0}."},
    {"cli.plan.register_file", "danh bạ trong tệp {0}", "the register of {0}"},
    {"cli.plan.register_sample",
     "danh bạ mẫu {0} (tên gọi năm 2023, không phải danh bạ của đơn vị; nêu --register TỆP hoặc --profile)",
     "the sample register {0} (names of 2023, not your own register; give --register FILE or --profile)"},
    {"cli.plan.register_daemon", "danh bạ của máy chủ {0} ({1} cơ quan)",
     "the register of the daemon {0} ({1} agencies)"},
    {"cli.plan.register_unreachable", "Chú ý: không hỏi được danh bạ của máy chủ: {0}",
     "Note: the daemon's register could not be asked for: {0}"},
    {"cli.plan.common_problems", "Nhiều dòng có cùng chỗ cần xem lại", "What several rows have in common"},
    {"cli.column.rows", "Số dòng", "Rows"},
    {"cli.column.in_rows", "Ở các dòng", "In rows"},
    {"cli.plan.group_of", "{0} cơ quan: {1}", "{0} agencies: {1}"},
    {"cli.plan.ask_absent", "Giao cả cho các cơ quan đó hoặc cơ quan kế tục ({0} phần việc)?",
     "Assign it to those agencies or to who took over, too ({0} assignments)?"},
    {"cli.plan.absent_undecided",
     "Chưa nhập gì. Hãy ghi rõ từng cơ quan trong kế hoạch, hoặc nhập với --absent leave để bỏ qua.",
     "Nothing was imported. Name the agencies in the plan, or import with --absent leave to leave them out."},
    {"cli.option.absent",
     "cơ quan của nhóm chưa có hoặc không còn vào ngày ban hành: assign giao cho họ hoặc cơ quan kế tục, "
     "leave "
     "bỏ qua; không nêu thì hỏi",
     "agencies of a group that were not there yet, or no more, on the day of issue: assign to them or to who "
     "took over, leave them out; asks when not given"},
    {"cli.usage.bad_absent", "--absent nhận assign hoặc leave, không nhận “{0}”.",
     "--absent takes assign or leave, not \"{0}\"."},
    {"cli.rehearse.doubt", "  {0}: {1}", "  {0}: {1}"},
    {"cli.plan.double",
     "Chú ý: “{0}” và “{1}” (ngày {2}) là cùng một số văn bản, đã được nhập hai lần; hãy rút bản nhập thừa "
     "bằng "
     "dondoc plan withdraw, ghi số đúng như trên.",
     "Note: \"{0}\" and \"{1}\" ({2}) are one number and were imported twice; withdraw the one too many with "
     "dondoc plan withdraw, its number spelt as above."},
    {"plan.control_character",
     "Số văn bản có ký tự điều khiển, không thấy được khi in; hãy gõ lại số, ký hiệu.",
     "The number of the document has a control character, which no print shows; type the number again."},

    // Groups whose members did not all exist on the day of issue.
    {"group.comes_later",
     "Nhóm “{0}”: {1}/{2} cơ quan chỉ có từ ngày {3}, sau ngày ban hành, nên chưa được giao ({4}). Hãy nhập "
     "với --absent assign để giao cho các cơ quan đó, hoặc --absent leave để bỏ qua.",
     "Group \"{0}\": {1} of {2} agencies exist since {3} only, after the day of issue, and are not assigned "
     "({4}). Import with --absent assign to assign it to them, or --absent leave to leave them out."},
    {"group.ended",
     "Nhóm “{0}”: {1}/{2} cơ quan đã chấm dứt hoạt động (hết ngày {3}), không cơ quan nào kế tục ({4}). Hãy "
     "chọn cơ quan được giao, hoặc nhập với --absent leave để bỏ qua.",
     "Group \"{0}\": {1} of {2} agencies had ended (until {3}) and nobody took over ({4}). Choose who is "
     "assigned, or import with --absent leave to leave them out."},
    {"group.succeeded",
     "Nhóm “{0}”: {1}/{2} cơ quan đã chấm dứt hoạt động (hết ngày {3}: {4}); kế tục: {5} cơ quan ({6}). Hãy "
     "nhập với --absent assign để giao cho cơ quan kế tục, hoặc --absent leave để bỏ qua.",
     "Group \"{0}\": {1} of {2} agencies had ended (until {3}: {4}); taken over by {5} agencies ({6}). "
     "Import "
     "with --absent assign to assign it to those, or --absent leave to leave them out."},
    {"plan.absent_members",
     "{0} dòng giao cho nhóm có cơ quan chưa có hoặc không còn vào ngày ban hành {1}; giao cho các cơ quan "
     "đó "
     "hoặc cơ quan kế tục thì thêm {2} phần việc. Chưa nhập gì: hãy chọn --absent assign (giao) hoặc "
     "--absent "
     "leave (bỏ qua). Dòng: {3}.",
     "{0} rows assign to groups with agencies that were not there yet, or no more, on the day of issue {1}; "
     "assigned to those, or to who took over, there are {2} assignments more. Nothing was imported: choose "
     "--absent assign or --absent leave. Rows: {3}."},
};

}  // namespace

std::span<const Entry> day_entries() {
    return day_sentences;
}

}  // namespace dondoc::text
