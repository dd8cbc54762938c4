// SPDX-License-Identifier: Apache-2.0
// Tasks of other systems: what is wrong with a file of them, and what becomes of each.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry task_import_sentences[] = {
    {"cli.column.id_there", "Mã", "Id there"},
    {"cli.option.import_columns",
     "cách đọc các cột: một tệp .toml, hoặc tên một tệp trong ~/.config/dondoc/import hay đi kèm (chung, "
     "quan-ly-van-ban); mặc định: tệp mang tên nguồn, nếu không có thì chung",
     "how columns are read: a .toml file, or the name of one in ~/.config/dondoc/import or shipped (chung, "
     "quan-ly-van-ban); default: the one of the source's name, else chung"},
    {"cli.option.import_document", "số văn bản của những dòng không ghi số",
     "number of the document of rows that name none"},
    {"cli.option.import_file",
     "tệp XLSX, CSV hoặc JSONL (mỗi dòng một đối tượng JSON) xuất từ hệ thống khác; - là đầu vào",
     "XLSX, CSV or JSON lines exported from the other system; - is standard input"},
    {"cli.option.import_issued", "ngày ban hành của những dòng không ghi ngày",
     "day of issue of rows that name none"},
    {"cli.option.import_issuer", "nơi ban hành của những dòng không ghi", "issuer of rows that name none"},
    {"cli.option.import_level", "cấp văn bản của những dòng không ghi cấp: government, province ...",
     "level of documents of rows that name none: government, province ..."},
    {"cli.option.import_new_document", "văn bản giống một văn bản đã có vẫn là văn bản khác",
     "a document that looks like one that is there is another one"},
    {"cli.option.import_skip_refused", "bỏ những dòng bị từ chối, nhập các dòng còn lại",
     "leave out the rows that are refused, and take in the others"},
    {"cli.option.import_source", "tên hệ thống khác; mã nhiệm vụ là mã trong hệ thống đó",
     "name of the other system; ids are ids there"},
    {"cli.option.list_source", "chỉ nhiệm vụ nhập từ hệ thống này", "only tasks that came from this system"},
    {"cli.task.import_about", "nhập nhiệm vụ từ hệ thống khác; nhập lại là cập nhật, không tạo hai lần",
     "take in tasks of another system; again is an update, never a double"},
    {"cli.task.sources", "Hệ thống khác", "Other systems"},
    {"import_columns.level",
     "{0} = “{1}” không phải một cấp: dùng government, ministry, province, district, commune.",
     "{0} = “{1}” is no level: use government, ministry, province, district or commune."},
    {"import_columns.state_twice", "{0}: “{1}” đã thuộc một trạng thái khác.",
     "{0}: “{1}” belongs to another state already."},
    {"import_columns.twice", "{0}: cột “{1}” đã được dùng cho {2}.",
     "{0}: the column “{1}” is that of {2} already."},
    {"import_columns.unknown",
     "Không có tệp cách đọc cột “{0}”: hãy nêu đường dẫn tệp .toml, hoặc đặt tệp vào "
     "~/.config/dondoc/import.",
     "There is no file of columns “{0}”: give the path of a .toml file, or put one into "
     "~/.config/dondoc/import."},
    {"row.completed_open", "Có ngày hoàn thành ({0}) nhưng trạng thái là “{1}”: chưa tính là hoàn thành.",
     "There is a day of completion ({0}), but its state is “{1}”: it does not count as completed."},
    {"row.completed_when", "Đã hoàn thành nhưng không có ngày: tính theo ngày nhập.",
     "It is completed and has no day: it counts as of the day of the import."},
    {"row.cut", "Cột “{0}” bị cắt ở cuối: hãy ghi đủ.",
     "The column “{0}” was cut at its end: write all of it."},
    {"row.unknown_priority", "Không hiểu mức ưu tiên “{0}”: tính là thường.",
     "The priority “{0}” is not known: it counts as normal."},
    {"row.unknown_state",
     "Không hiểu trạng thái “{0}”: không chuyển trạng thái nào. Thêm từ này vào tệp cách đọc cột.",
     "The state “{0}” is not known, so none was taken over. Add the word to the file of columns."},
    {"source.unknown", "Không có nhiệm vụ nào nhập từ “{0}”.", "No task came from “{0}”."},
    {"task_import.ask", "Nhập {0} nhiệm vụ nêu trên?", "Take in the {0} tasks above?"},
    {"task_import.ask_doubts", "Nhập {0} nhiệm vụ nêu trên, trong đó {1} nhiệm vụ có chỗ cần xem lại?",
     "Take in the {0} tasks above, of which {1} were read with doubt?"},
    {"task_import.bad_day", "“{0}” không phải một ngày: viết như 30/09/2025 hoặc 2025-09-30.",
     "“{0}” is no day: write it as 30/09/2025 or 2025-09-30."},
    {"task_import.bad_level",
     "“{0}” không phải một cấp: dùng government, ministry, province, district, commune.",
     "“{0}” is no level: use government, ministry, province, district or commune."},
    {"task_import.done",
     "Đã nhập từ {0}: {1} nhiệm vụ mới, {2} thay đổi, {3} gắn với nhiệm vụ đã có, {4} không đổi; {5} phần "
     "việc mới, {6} văn bản mới.",
     "Taken in from {0}: {1} new tasks, {2} changed, {3} known from now on as tasks that are there, {4} "
     "unchanged; {5} new assignments, {6} new documents."},
    {"task_import.doubled", "{0} dòng lặp lại nguyên văn: bỏ qua.", "{0} rows say the same again: left out."},
    {"task_import.doubled_one", "{0} dòng lặp lại nguyên văn: bỏ qua.",
     "{0} row says the same again: left out."},
    {"task_import.id_twice", "Mã “{0}” có hai lần trong yêu cầu.", "The id “{0}” is in the request twice."},
    {"task_import.joined", "{0} dòng nêu thêm cơ quan của nhiệm vụ đã có ở trên: đã gộp.",
     "{0} rows name another agency of a task above: joined."},
    {"task_import.joined_one", "{0} dòng nêu thêm cơ quan của nhiệm vụ đã có ở trên: đã gộp.",
     "{0} row names another agency of a task above: joined."},
    {"task_import.json",
     "Dòng này không phải một đối tượng JSON: mỗi dòng là một đối tượng trọn vẹn trong ngoặc nhọn.",
     "This line is no JSON object: each line is one whole object in braces."},
    {"task_import.json_value", "“{0}” phải là chữ, số nguyên, true, false, null hoặc danh sách các chữ.",
     "“{0}” has to be a text, a whole number, true, false, null or a list of texts."},
    {"task_import.kept", "khác, giữ như đang có: {0}", "other there, kept as it is: {0}"},
    {"task_import.missing", "Ô trống.", "The cell is empty."},
    {"task_import.mistake_row", "{0}: dòng {1}: {2}", "{0}: line {1}: {2}"},
    {"task_import.more_refused", "… và {0} chỗ nữa.", "… and {0} more."},
    {"task_import.no_header",
     "Không có dòng tiêu đề: trong 20 dòng đầu phải có cột “{0}” và cột “{1}”. Tên cột của hệ thống khác ghi "
     "trong một tệp, chọn bằng --columns.",
     "There is no header: one of the first 20 rows has to have the columns “{0}” and “{1}”. What another "
     "system calls them is written in a file, which --columns names."},
    {"task_import.no_id", "Thiếu mã trong hệ thống khác.", "The id in the other system is missing."},
    {"task_import.no_document", "Tệp không có cột số văn bản: thêm --document.",
     "The file has no column of documents: add --document."},
    {"task_import.no_issued", "Tệp không có cột ngày ban hành: thêm --issued.",
     "The file has no column of days of issue: add --issued."},
    {"task_import.no_level", "Không biết cấp của văn bản: thêm --level.",
     "The level of the document is not known: add --level."},
    {"task_import.no_rows", "Tệp không có nhiệm vụ nào.", "The file has no task."},
    {"task_import.no_source", "Thiếu tên hệ thống khác (--source).",
     "The name of the other system is missing (--source)."},
    {"task_import.not_named", "{0} nhiệm vụ nhập trước đây từ nguồn này không có trong tệp: giữ nguyên.",
     "{0} tasks that came from this source are not in the file: they stay as they are."},
    {"task_import.not_named_one", "{0} nhiệm vụ nhập trước đây từ nguồn này không có trong tệp: giữ nguyên.",
     "{0} task that came from this source is not in the file: it stays as it is."},
    {"task_import.other_document",
     "Mã “{0}” lần trước thuộc văn bản {1}, nay thuộc {2}: một nhiệm vụ không chuyển sang văn bản khác. Sửa "
     "lại số, hoặc thu hồi nhiệm vụ cũ.",
     "The id “{0}” was of document {1} and is of {2} now: a task does not move to another document. Correct "
     "the number, or take the old task back."},
    {"task_import.other_row",
     "Mã “{0}” đã có ở dòng {1} với nội dung khác. Một mã là một nhiệm vụ: chỉ tên cơ quan được khác.",
     "The id “{0}” is in line {1} with other words. An id is one task: only its agencies may differ."},
    {"task_import.other_than_seen",
     "Nhiệm vụ của {0} nay không còn như lúc được xem. Không có gì thay đổi; hãy xem lại rồi làm lại.",
     "The tasks of {0} are not as they were looked at any more. Nothing was changed; look again."},
    {"task_import.outcome.added", "mới", "new"},
    {"task_import.outcome.changed", "thay đổi", "changed"},
    {"task_import.outcome.dropped", "đã bỏ khỏi văn bản: giữ như vậy", "dropped from its document: stays so"},
    {"task_import.outcome.linked", "đã có: gắn mã", "there: gets the id"},
    {"task_import.reason", "theo {0}, nhập ngày {1}", "by {0}, taken in on {1}"},
    {"task_import.refused",
     "{0} dòng bị từ chối, nên chưa nhập gì. Sửa các dòng đó, hoặc thêm --skip-refused.",
     "{0} rows are refused, so nothing was taken in. Mend them, or add --skip-refused."},
    {"task_import.refused_one",
     "{0} dòng bị từ chối, nên chưa nhập gì. Sửa dòng đó, hoặc thêm --skip-refused.",
     "{0} row is refused, so nothing was taken in. Mend it, or add --skip-refused."},
    {"task_import.state_change", "trạng thái: {0} → {1}", "state: {0} → {1}"},
    {"task_import.too_many", "Có {0} nhiệm vụ; một lần nhập có nhiều nhất {1}.",
     "There are {0} tasks; one import has {1} at most."},
    {"task_import.twice_column", "Hai cột “{0}” và “{1}” cùng là {2}: bỏ một cột.",
     "The columns “{0}” and “{1}” are both {2}: leave one out."},
    {"task_import.unused_column", "Không dùng cột “{0}”.", "The column “{0}” is not used."},
    {"task_import.which_row",
     "Văn bản có nhiều nhiệm vụ “{0}” (số {1}, {2}): hãy ghi số thứ tự để biết là nhiệm vụ nào.",
     "The document has several tasks “{0}” (rows {1}, {2}): write the number of the row."},
    {"task_import.withdrawn", "Văn bản {0} đã bị rút lại, không nhận thêm nhiệm vụ.",
     "Document {0} was taken back and gets no more tasks."},
    {"task_import.would",
     "Từ {0} sẽ có: {1} nhiệm vụ mới, {2} thay đổi, {3} gắn với nhiệm vụ đã có, {4} không đổi; {5} phần việc "
     "mới, {6} văn bản mới.",
     "From {0} there would be: {1} new tasks, {2} changed, {3} known from now on as tasks that are there, "
     "{4} unchanged; {5} new assignments, {6} new documents."},
};

}  // namespace

std::span<const Entry> task_import_entries() {
    return task_import_sentences;
}

}  // namespace dondoc::text
