// SPDX-License-Identifier: Apache-2.0
// What is said of the database as a file: trouble of the disk, backups, restores, checks.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry storage_sentences[] = {
    {"storage.corrupt",
     "Cơ sở dữ liệu bị hỏng ({0}). dondocd vẫn trả lời những gì đọc được nhưng không ghi gì nữa; hãy dừng nó "
     "và "
     "khôi phục từ bản sao lưu: dondocd --restore TỆP.",
     "The database is damaged ({0}). What can be read is still answered, and nothing is written any more: "
     "stop "
     "the daemon and restore a backup: dondocd --restore FILE."},
    {"storage.log_lost",
     "Tệp {0} đã bị xóa khi đang dùng và chưa làm lại được; không có gì bị thay đổi. Hãy thử lại.",
     "{0} was deleted while in use and could not be made anew yet; nothing was changed. Try again."},
    {"storage.moved",
     "Tệp {0} đã bị xóa hoặc thay thế khi dondocd đang dùng, nên không ghi gì nữa. Hãy đưa tệp cũ trở lại; "
     "nếu không còn, chạy dondoc backup trước khi dừng dondocd để cứu dữ liệu đang mở, rồi khôi phục từ đó.",
     "{0} was deleted or replaced under the daemon, so nothing is written any more. Put the old file back; "
     "if it is gone, run dondoc backup before you stop the daemon, which saves what it holds open, and "
     "restore that."},
    {"storage.shortened",
     "Tệp {0} đã bị cắt ngắn hoặc ghi đè khi dondocd đang dùng, nên không ghi gì nữa. Hãy dừng dondocd và "
     "khôi "
     "phục từ bản sao lưu: dondocd --restore TỆP.",
     "{0} was cut short or overwritten under the daemon, so nothing is written any more. Stop the daemon and "
     "restore a backup: dondocd --restore FILE."},
    {"storage.no_room", "Ổ đĩa của {0} cần trống {1} MiB, chỉ còn {2} MiB; không có gì bị thay đổi.",
     "The disk of {0} needs {1} MiB free and has {2} MiB; nothing was changed."},
    {"storage.read_only",
     "Không ghi được tệp dữ liệu, không có gì bị thay đổi: ổ đĩa chỉ đọc, hoặc dondocd không có quyền ghi "
     "tệp "
     "và thư mục dữ liệu. Hãy xem quyền và chủ của thư mục; nếu đúng thì xem nhật ký của hệ điều hành rồi "
     "gắn "
     "lại ổ đĩa ở chế độ ghi.",
     "The data cannot be written, and nothing was changed: the disk is read-only, or dondocd may not write "
     "the file and its folder. Look at the folder's owner and mode; if they are right, look at the system's "
     "log and mount the disk for writing again."},

    {"status.backup_old",
     "Bản sao lưu tốt gần nhất là của ngày {0}; hãy xem nhật ký của dondocd (backup_failed).",
     "The last good backup is of {0}; see the log of dondocd (backup_failed)."},
    {"status.low_space", "Ổ đĩa của {0} chỉ còn trống {1} MiB.", "The disk of {0} has only {1} MiB free."},
    {"status.no_backup", "Chưa có bản sao lưu nào trong {0}; hãy xem nhật ký của dondocd (backup_failed).",
     "There is no backup in {0} yet; see the log of dondocd (backup_failed)."},
    {"status.restored",
     "Cơ sở dữ liệu được khôi phục từ bản sao lưu ngày {0}: những gì ghi nhận sau bản sao ấy phải nhập lại, "
     "khóa đã thu "
     "hồi sau đó phải thu hồi lại.",
     "The database was restored from a backup on {0}: what was entered after that backup was made has to be "
     "entered "
     "again, and keys revoked since have to be revoked again."},

    {"backup.bad_copy", "Bản sao không nguyên vẹn ({0}) nên đã bị bỏ; hãy chạy dondoc check.",
     "The copy is not sound ({0}) and was thrown away; run dondoc check."},
    {"backup.busy", "Một lần sao lưu khác đang chạy; hãy đợi nó xong.",
     "Another backup is under way; wait for that to end."},
    {"backup.exists", "{0} đã có rồi và không bị ghi đè; hãy đặt tên khác.",
     "{0} is there already and is not written over; choose another name."},
    {"backup.name",
     "“{0}” không dùng làm tên bản sao lưu được: chỉ gồm chữ không dấu, số, - _ và dấu chấm, không có thư "
     "mục, không bắt đầu bằng dấu chấm, dấu - hay dondoc-auto-.",
     "\"{0}\" cannot be the name of a backup: letters without marks, digits, - _ and dots, no folder, and it "
     "does not begin with a dot, a minus or dondoc-auto-."},
    {"backup.stopped", "dondocd đang dừng nên bỏ dở lần sao lưu.",
     "The backup was given up because the daemon is stopping."},

    {"restore.damaged", "Bản sao lưu {0} bị hỏng ({1}); không có gì bị thay đổi. Hãy dùng bản khác.",
     "The backup {0} is damaged ({1}); nothing was changed. Use another one."},
    {"restore.done", "Đã khôi phục {0} vào {1}; lịch sử mới: {2}.",
     "{0} is restored as {1}; new lineage: {2}."},
    {"restore.holds", "Có {0} văn bản, {1} phần việc, {2} tin.",
     "It holds {0} documents, {1} assignments, {2} events."},
    {"restore.itself", "{0} chính là cơ sở dữ liệu đang có, không phải bản sao lưu.",
     "{0} is the database itself, not a backup of it."},
    {"restore.kept", "Cơ sở dữ liệu trước đó được giữ ở {0}.", "The database that was there is kept as {0}."},
    {"restore.last_event", "Tin cuối cùng của nó: {0}. Những gì sau đó không có trong bản sao.",
     "Its newest event is of {0}. What came later is not in it."},
    {"restore.marked", "{0} được đánh dấu là đã bị đưa về trước; lịch sử mới: {1}.",
     "{0} is marked as set back; new lineage: {1}."},
    {"restore.next",
     "Tiếp theo: khởi động dondocd, chạy dondoc check, nhập lại những gì ghi nhận sau bản sao, và xem lại "
     "dondoc key list: "
     "khóa đã thu hồi sau đó lại có hiệu lực.",
     "Next: start dondocd, run dondoc check, enter again what was entered after the backup, and look at "
     "dondoc key list: "
     "keys that were revoked since are valid again."},
    {"restore.not_there", "Không có tệp {0}.", "There is no file {0}."},

    {"check.alert_assignment",
     "Sổ báo ghi bước {1} của phần việc {0}, nhưng không có phần việc này hoặc nó là của cơ quan khác.",
     "The ledger has step {1} of assignment {0}, but there is no such assignment or it is another agency's."},
    {"check.alarm_closed", "Phần việc {0} đã xong hoặc không có hạn mà vẫn còn hẹn báo.",
     "Assignment {0} is closed or has no term, and still has an alarm."},
    {"check.alarm_missing",
     "Lưu ý: {0} phần việc đang mở có hạn nhưng không còn hẹn báo (như phần việc {1}); bình thường nếu chính "
     "sách không còn "
     "gì để báo.",
     "Note: {0} open assignments have a term and no alarm (such as {1}); that is as it should be where no "
     "policy has more "
     "to tell."},
    {"check.alert_event",
     "Sổ nhắc việc ghi phần việc {0}, bước {1} đã báo bằng tin {2}, nhưng không có tin đó.",
     "The ledger says that assignment {0}, step {1} was told by event {2}, which is not there."},
    {"check.bad", "{0}: {1} điểm sai. Hãy khôi phục từ bản sao lưu: dondocd --restore TỆP.",
     "{0}: {1} findings. Restore a backup: dondocd --restore FILE."},
    {"check.busy", "Một lần kiểm tra khác đang chạy; hãy đợi nó xong.",
     "Another check is under way; wait for that to end."},
    {"check.count", "{0}: {1} dòng", "{0}: {1} rows"},
    {"check.cursor", "Cơ quan {0}, bên nghe {1}: đã xác nhận đến {2}, quá tin cuối {3}.",
     "Agency {0}, listener {1}: has acknowledged {2}, which is past the newest event {3}."},
    {"check.foreign_key", "Bảng {0}, dòng {1}: trỏ đến một dòng không có trong bảng {2}.",
     "Table {0}, row {1}: refers to a row that table {2} does not have."},
    {"check.good", "{0}: nguyên vẹn.", "{0}: sound."},
    {"check.inbox_gap", "Hộp tin {0}: từ số {1} đến {2} chỉ có {3} tin.",
     "Inbox {0}: from number {1} to {2} there are only {3} events."},
    {"check.inbox_head", "Hộp tin {0}: ghi là đến số {1}, nhưng tin cuối là số {2}.",
     "Inbox {0}: is said to end at {1}, and its last event is {2}."},
    {"check.older",
     "{0} thuộc phiên bản cũ hơn (lược đồ {1}, chương trình này dùng {2}); hãy khởi động dondocd một lần.",
     "{0} is of an older version (schema {1}, this program uses {2}); start dondocd once."},
    {"check.page", "Trang hỏng: {0}", "Damaged page: {0}"},
    {"check.stopped", "dondocd đang dừng nên bỏ dở lần kiểm tra.",
     "The check was given up because the daemon is stopping."},
    {"check.unreadable", "Không đọc tiếp được: {0}", "Cannot be read on: {0}"},

    {"session.lineage_unknown",
     "Vị trí đã lưu (số {0}) thuộc một lịch sử mà máy chủ này không biết; cơ sở dữ liệu của nó đã bị thay "
     "bằng một bản khác. "
     "Hãy xem đã nhận đến đâu rồi nghe lại với --since.",
     "The saved position (number {0}) is of a history that this daemon does not know; its database was "
     "replaced by another. "
     "See what you have, then listen again with --since."},
    {"session.restored",
     "Máy chủ đã được khôi phục từ bản sao lưu: vị trí đã lưu ({0}) chỉ còn đúng đến số {1}. Các tin sau số "
     "{1} được gửi lại "
     "theo lịch sử mới.",
     "The daemon was restored from a backup: of the saved position ({0}) only what goes to number {1} still "
     "holds. What "
     "follows {1} comes anew."},
    {"client.listen.set_back",
     "Máy chủ đã được khôi phục từ bản sao lưu: vị trí {0} lùi về {1}. Các tin sau số {1} thuộc lịch sử mới; "
     "có việc đã báo trước đó có thể được báo lại.",
     "The daemon was restored from a backup: position {0} goes back to {1}. Events after {1} are of a new "
     "lineage; some of "
     "them may tell again what you were told before."},

    {"config.bad_interval",
     "{0}: “{1}” phải là khoảng thời gian như \"30s\", \"5m\" hoặc \"1h\", nhiều nhất một ngày.",
     "{0}: “{1}” must be an interval as \"30s\", \"5m\" or \"1h\", a day at most."},
    {"config.bad_backup_time", "{0}: “{1}” phải là giờ trong ngày như \"02:00\", hoặc \"off\".",
     "{0}: “{1}” must be a time of day such as \"02:00\", or \"off\"."},
    {"daemon.option.check_data", "kiểm tra cơ sở dữ liệu của một dondocd đã dừng rồi kết thúc",
     "check the database of a dondocd that is stopped, and end"},
    {"daemon.option.mark_restored",
     "cơ sở dữ liệu đã bị đưa về trước bằng cách khác (như ảnh chụp máy ảo): bắt đầu một lịch sử mới rồi kết "
     "thúc",
     "the database was set back by other means (a snapshot of the machine): begin a new lineage, and end"},
    {"daemon.option.restore",
     "khôi phục bản sao lưu này vào thư mục dữ liệu của một dondocd đã dừng rồi kết thúc",
     "restore this backup into the data folder of a dondocd that is stopped, and end"},

    {"cli.backup.about", "sao lưu cơ sở dữ liệu vào thư mục sao lưu trên máy chủ, trong khi dondocd vẫn chạy",
     "copy the database into the daemon's backup folder while it goes on running"},
    {"cli.backup.done",
     "Đã sao lưu vào {0} trên máy chủ ({1} MiB, đến tin có mã {2}); bản sao đã được đọc lại và nguyên "
     "vẹn.",
     "Backed up as {0} on the daemon's machine ({1} MiB, up to event {2}); the copy was read back and is "
     "sound."},
    {"cli.check.table.access_key", "Khóa", "Keys"},
    {"cli.check.table.agency", "Cơ quan", "Agencies"},
    {"cli.check.table.alarm", "Lần báo sắp tới", "Alarms"},
    {"cli.check.table.alert", "Lần đã báo, hoặc bỏ qua", "Alerts told or skipped"},
    {"cli.check.table.assignment", "Phần việc", "Assignments"},
    {"cli.check.table.cursor", "Vị trí của bên nghe", "Positions of listeners"},
    {"cli.check.table.document", "Văn bản", "Documents"},
    {"cli.check.table.event", "Sự kiện", "Events"},
    {"cli.check.table.task", "Nhiệm vụ", "Tasks"},
    {"cli.check.about", "kiểm tra cơ sở dữ liệu: từng trang, và các quy tắc mà dondocd dựa vào",
     "check the database: every page, and the rules that the daemon relies on"},
    {"cli.check.bad", "cơ sở dữ liệu có {0} điểm sai", "{0} things are wrong in the database"},
    {"cli.check.good", "Nguyên vẹn ({0} MiB).", "Sound ({0} MiB)."},
    {"cli.column.table", "Bảng", "Table"},
    {"cli.option.backup_name", "tên tệp; không ghi thì lấy theo ngày giờ",
     "name of the file; without it one with the date"},
    {"cli.status.backup_value", "{0}, trong {1}", "{0}, in {1}"},
    {"cli.status.by_machine", "{0}, theo giờ của máy", "{0}, by the machine's clock"},
    {"cli.status.free", "Đĩa còn trống", "Disk free"},
    {"cli.status.free_value", "{0} MiB", "{0} MiB"},
    {"cli.status.last_backup", "Sao lưu gần nhất", "Last backup"},
    {"cli.status.never", "chưa có", "none"},
    {"cli.status.next_backup", "Sao lưu tới", "Next backup"},
};

}  // namespace

std::span<const Entry> storage_entries() {
    return storage_sentences;
}

}  // namespace dondoc::text
