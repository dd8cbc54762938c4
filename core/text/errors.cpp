// SPDX-License-Identifier: Apache-2.0
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry daemon_sentences[] = {
    {"access.agency_ended",
     "Cơ quan {0} đã kết thúc từ ngày {1}: khóa này chỉ để xem. Cơ quan tiếp nhận, hoặc văn phòng, làm việc "
     "đó.",
     "{0} ceased on {1}: this key is for looking. Who took over, or the office, does that."},
    {"access.denied", "Khóa này không có quyền làm việc đó; cần khóa có vai trò: {0}.",
     "This key may not do that; it takes a key of the role: {0}."},
    {"access.other_actor", "Khóa này không có quyền làm việc “{0}”; được làm: {1}.",
     "This key may not do \"{0}\"; who may: {1}."},
    {"access.foreign", "Khóa này chỉ dùng được cho việc và hộp tin của {1}, không dùng được cho {0}.",
     "This key is good for the work and the inbox of {1} only, not for {0}."},
    {"access.revoked", "Khóa này đã bị thu hồi; hãy xin người quản trị cấp khóa mới.",
     "This key has been revoked; ask an administrator for a new one."},

    {"action.amend", "sửa đổi theo văn bản", "amend"},
    {"action.cancel", "thu hồi", "revoke"},
    {"action.complete", "hoàn thành", "complete"},
    {"action.reopen", "mở lại", "reopen"},
    {"action.start", "bắt đầu", "start"},

    {"agency.bad_code", "Mã cơ quan “{0}” không hợp lệ: dùng 1 đến 35 ký tự A-Z a-z 0-9 . _ -",
     "The agency code \"{0}\" is not valid: use 1 to 35 characters of A-Z a-z 0-9 . _ -"},
    {"agency.level", "Cơ quan {0} có cấp “{1}”; cấp phải là central, province, district hoặc commune.",
     "Agency {0} has the level \"{1}\"; it must be central, province, district or commune."},
    {"agency.no_name", "Cơ quan {0} chưa có tên.", "Agency {0} has no name."},
    {"agency.twice", "Mã cơ quan {0} được ghi hai lần.", "The agency code {0} is given twice."},
    {"agency.unknown", "Không có cơ quan nào mang mã {0}; xem “dondoc agency list”.",
     "No agency has the code {0}; see \"dondoc agency list\"."},
    {"agency.unknown_like", "Không có cơ quan nào mang mã {0}. Có phải: {1}?",
     "No agency has the code {0}. Did you mean: {1}?"},

    {"assignment.before_issue", "Ngày hoàn thành {0} ở trước ngày ban hành văn bản ({1}).",
     "The day of completion {0} is before the document was issued ({1})."},
    {"assignment.dropped",
     "Phần việc {0} thuộc một dòng không còn trong văn bản (văn bản đã rút hoặc đã sửa) nên không mở lại "
     "được; hãy nhập lại văn bản.",
     "The row of assignment {0} is no longer in its document (withdrawn or amended), so it cannot be "
     "reopened; import the document again."},
    {"assignment.future", "Ngày hoàn thành {0} ở sau hôm nay ({1}).",
     "The day of completion {0} is after today ({1})."},
    {"assignment.no_action", "Chưa nói phải làm gì với phần việc.",
     "It is not said what to do with the assignment."},
    {"assignment.no_agency", "Hãy nêu mã cơ quan chủ trì (--agency) hoặc số phần việc.",
     "Name the lead agency (--agency) or give the number of the assignment."},
    {"assignment.none", "Cơ quan này không chủ trì nhiệm vụ số {0}.", "This agency does not lead task {0}."},
    {"assignment.unknown", "Không có phần việc số {0}.", "There is no assignment {0}."},

    {"clock.backwards", "Thời gian không đi lùi: bây giờ đã là {0}.",
     "Time does not go back: it is already {0}."},
    {"clock.busy", "Đồng hồ đang được chỉnh tới; hãy đợi lần chỉnh trước xong.",
     "The clock is being advanced already; wait for that to end."},
    {"clock.mixed",
     "Dữ liệu này được giữ bằng loại đồng hồ khác; không thể mở với đồng hồ “{0}”. Hãy dùng thư mục dữ liệu "
     "khác "
     "hoặc sửa [clock] mode.",
     "This data was kept by a clock of the other kind and cannot be opened with clock \"{0}\". Use another "
     "data "
     "folder or mend [clock] mode."},
    {"clock.range", "Thời điểm nằm ngoài các năm 1 đến 9999.", "The instant is outside the years 1 to 9999."},
    {"clock.too_far", "Mỗi lần chỉ chỉnh tới được nhiều nhất {0} ngày; hãy xem lại năm.",
     "At most {0} days can be advanced at once; look at the year again."},
    {"clock.system",
     "Máy chủ chạy theo đồng hồ thật, không chỉnh tới được; chỉ chỉnh được khi [clock] mode = \"simulated\".",
     "The daemon follows the real clock, which cannot be advanced; only [clock] mode = \"simulated\" can."},

    {"daemon.about", "dondocd theo dõi thời hạn của các nhiệm vụ được giao và báo cho cơ quan thực hiện.",
     "dondocd tracks the deadlines of assigned tasks and tells the agencies."},
    {"daemon.descriptors",
     "Hệ thống chỉ cho dondocd mở {0} tệp, ít nhất phải được {1}. Hãy nâng LimitNOFILE (hoặc ulimit -n).",
     "The system lets dondocd open {0} files only; it needs {1} at least. Raise LimitNOFILE (or ulimit -n)."},
    {"daemon.config_mistakes", "cấu hình có {0} chỗ phải sửa", "the configuration has {0} mistakes"},
    {"daemon.config_laid_over", "đặt lên trên: {0}", "laid over it: {0}"},
    {"daemon.config_instead", "(thay {0})", "(instead of {0})"},
    {"status.config_refused",
     "cấu hình đã sửa nhưng có chỗ sai, nên dondocd vẫn chạy theo cấu hình trước: {0}; xem bằng dondocd "
     "--check-config",
     "the changed configuration has a mistake, so dondocd goes on by the one before: {0}; see dondocd "
     "--check-config"},
    {"status.config_at_start", "cấu hình đã sửa, có khóa chỉ đổi khi dondocd khởi động lại: {0}",
     "the configuration was changed; some keys change only when dondocd is restarted: {0}"},
    {"daemon.config_good", "cấu hình hợp lệ", "the configuration is valid"},
    {"daemon.register_not_checked", "không đọc được danh bạ, nên chưa kiểm tra mã cơ quan trong chính sách",
     "the register cannot be read, so the agencies that policies name were not checked"},
    {"daemon.option.check", "chỉ kiểm tra tệp cấu hình rồi kết thúc",
     "only check the configuration file and end"},
    {"daemon.option.config", "tệp cấu hình", "configuration file"},
    {"daemon.option.data", "thư mục dữ liệu, thay cho [daemon] data_dir",
     "data folder, instead of [daemon] data_dir"},

    {"data.locked", "Một dondocd khác đang dùng thư mục {0}; mỗi thư mục chỉ dùng cho một dondocd.",
     "Another dondocd uses the folder {0}; a folder is for one daemon only."},
    {"file.unwritable", "Không ghi được {0}: {1}.", "{0} cannot be written: {1}."},

    {"group.no_name", "Có một nhóm cơ quan chưa có tên.", "A group of agencies has no name."},
    {"group.unknown_member", "Nhóm “{0}” có thành viên {1} không có trong danh bạ cơ quan.",
     "The group \"{0}\" has the member {1}, which is not in the register."},

    {"internal",
     "Lỗi bên trong máy chủ, không phải do người dùng; mã sự cố {0} nằm trong nhật ký của dondocd.",
     "A fault of the daemon, not yours; its log has the incident {0}."},

    {"key.agency_given", "Chỉ khóa có vai trò agency mới gắn với một cơ quan; bỏ {0} hoặc đổi vai trò.",
     "Only a key of the role agency belongs to an agency; leave out {0} or change the role."},
    {"key.agency_missing", "Khóa có vai trò agency phải nêu mã cơ quan.",
     "A key of the role agency needs the code of its agency."},
    {"key.ambiguous", "Có {1} khóa tên “{0}”; hãy dùng chính khóa công khai.",
     "{1} keys have the name \"{0}\"; give the public key itself."},
    {"key.last_administrator", "Đây là khóa quản trị cuối cùng; hãy cấp khóa khác trước khi thu hồi.",
     "This is the last administrator's key; grant another before you revoke it."},
    {"key.malformed", "“{0}” không phải khóa công khai (40 ký tự Z85).",
     "\"{0}\" is not a public key (40 characters Z85)."},
    {"key.no_role", "Hãy nêu vai trò: agency, office, operator hoặc administrator.",
     "Name a role: agency, office, operator or administrator."},
    {"key.unknown", "Không có khóa nào đang hiệu lực là “{0}”.", "No key in force is \"{0}\"."},
    {"keys.lost",
     "Có cơ sở dữ liệu nhưng mất khóa của dondocd ({0}). Hãy chép lại thư mục keys từ nơi đã cất; nếu không "
     "còn ở đâu nữa: dondocd --new-server-key.",
     "There is a database but the daemon's key ({0}) is gone. Copy the folder keys back from where it was "
     "kept; if it is nowhere: dondocd --new-server-key."},
    {"keys.unreadable", "Không đọc được khóa của dondocd trong {0}.",
     "The daemon's key in {0} cannot be read."},

    {"list.document_unknown",
     "Không có văn bản nào số {0} trong những gì khóa này được xem; xem “dondoc plan list”.",
     "No document that this key may see has the number {0}; see \"dondoc plan list\"."},
    {"list.document_unknown_like", "Không có văn bản nào số {0}. Có phải: {1}?",
     "No document has the number {0}. Did you mean: {1}?"},
    {"list.no_words", "“{0}” không có chữ hay số nào để tìm.",
     "\"{0}\" has no letters or figures to look for."},
    {"list.position",
     "“{0}” không phải là một vị trí của danh sách theo thứ tự này; dùng vị trí mà trang trước đã cho.",
     "\"{0}\" is no place in a list of this order; use the one that the page before gave."},
    {"list.role_of_whom", "Hãy nêu cơ quan phối hợp (--agency).",
     "Give the agency that cooperates (--agency)."},
    {"list.unassigned_sort", "Nhiệm vụ chưa rõ cơ quan chủ trì chỉ xem được theo thứ tự mã số.",
     "Tasks without an agency are listed by their ids only."},
    {"listen.failed", "Không mở được {0}: {1}. Có thể địa chỉ đang được chương trình khác dùng.",
     "{0} cannot be opened: {1}. Another program may be using the address."},

    {"plan.issued", "Ngày ban hành {0} không hợp lý; phải trong các năm 1990 đến 2099.",
     "The day of issue {0} cannot be right; it must be in the years 1990 to 2099."},
    {"plan.level", "Cấp “{0}” không hợp lệ: dùng government, ministry, province, district hoặc commune.",
     "The level \"{0}\" is not valid: use government, ministry, province, district or commune."},
    {"plan.no_issued", "Hãy nêu ngày ban hành của văn bản.",
     "Give the day on which the document was issued."},
    {"plan.no_number", "Hãy nêu số, ký hiệu của văn bản.", "Give the number of the document."},
    {"plan.no_rows", "Không tìm thấy nhiệm vụ nào trong kế hoạch.", "No task was found in the plan."},
    {"plan.no_title", "Dòng {0} không có nội dung nhiệm vụ.", "Line {0} has no title."},
    {"plan.strict", "{0} dòng có chỗ không đọc được; không nhập gì vì đã yêu cầu --strict.",
     "{0} rows have something that could not be read; nothing was imported because of --strict."},
    {"plan.too_many_assignments",
     "Kế hoạch sinh ra hơn {0} phần việc; hãy chia thành nhiều văn bản, mỗi văn bản một số riêng (cùng số là "
     "sửa đổi văn bản đã nhập).",
     "The plan would make more than {0} assignments; split it into documents, each with a number of its own "
     "(the same number amends what was imported)."},
    {"plan.too_many_cooperating",
     "Kế hoạch giao phối hợp hơn {0} lượt (mỗi cơ quan trong mỗi nhiệm vụ là một lượt); hãy chia thành nhiều "
     "văn "
     "bản, mỗi văn bản một số riêng.",
     "The plan would have agencies cooperate more than {0} times (once for each agency of each task); split "
     "it "
     "into documents, each with a number of its own."},
    {"plan.too_many_rows",
     "Kế hoạch có {0} dòng, quá giới hạn {1}; hãy chia thành nhiều văn bản, mỗi văn bản một số riêng (cùng "
     "số là sửa đổi văn bản đã nhập).",
     "The plan has {0} rows, more than {1}; split it into documents, each with a number of its own (the same "
     "number amends what was imported)."},

    {"request.id", "Mã yêu cầu phải có từ 1 đến {0} byte.", "The request id must have 1 to {0} bytes."},
    {"request.id_used", "Mã yêu cầu {0} đã dùng cho một yêu cầu khác.",
     "The request id {0} has been used for another request."},
    {"request.malformed", "Không hiểu nội dung gửi đến: không phải một ClientFrame của dondoc.v1.",
     "What was sent is not understood: it is no ClientFrame of dondoc.v1."},
    {"request.too_large",
     "Yêu cầu dài {0} byte, quá giới hạn {1} của loại yêu cầu này; hãy chia thành nhiều lần.",
     "The request has {0} bytes, more than the {1} of its kind; split it."},
    {"request.unknown",
     "Máy chủ này không biết yêu cầu đó; có thể dondocd cũ hơn chương trình dondoc đang dùng.",
     "This daemon does not know that request; it may be older than your program."},

    {"session.ahead",
     "Vị trí đã lưu ({0}) vượt quá hộp tin của máy chủ (mới đến {1}): cơ sở dữ liệu đã bị đưa về trước mà "
     "không dùng "
     "dondocd --restore. Người quản trị chạy dondocd --mark-restored; hoặc nghe lại với --since {1}.",
     "The saved position ({0}) is past the daemon's inbox (which ends at {1}): the database was set back "
     "without "
     "dondocd --restore. Its administrator runs dondocd --mark-restored; or listen again with --since {1}."},
    {"session.consumer_long", "Tên bên nghe dài quá {0} byte.",
     "The listener's name is longer than {0} bytes."},
    {"session.no_agency", "Hãy nêu cơ quan muốn nghe; khóa này không thuộc riêng cơ quan nào.",
     "Name the agency to listen to; this key belongs to none."},
    {"session.superseded",
     "Một phiên nghe khác, cũng tên “{0}” và cùng khóa, đã thay phiên này; nghe ở hai máy thì đặt --consumer "
     "khác nhau.",
     "Another listener with the same key and the same name \"{0}\" has taken over; to listen on two machines "
     "give them two names (--consumer)."},

    {"state.assigned", "mới giao", "assigned"},
    {"state.completed", "hoàn thành", "completed"},
    {"state.in_progress", "đang thực hiện", "in progress"},
    {"state.received", "đã tiếp nhận", "received"},
    {"state.reported", "đã báo cáo, chờ xác nhận", "reported"},
    {"state.returned", "trả lại", "returned"},
    {"state.revoked", "thu hồi", "revoked"},
    {"state.transferred", "đã chuyển", "transferred"},

    {"status.escalate_to_unknown", "Chính sách báo cáo lên {0}, nhưng không có cơ quan nào mang mã đó.",
     "The policies escalate to {0}, but no agency has that code."},
    {"status.year_not_declared",
     "Lịch làm việc năm {0} chưa có văn bản chính thức; ngày nghỉ có thể thay đổi.",
     "The working calendar of {0} has no official document yet; days off may change."},

    {"storage.busy", "Chương trình khác đang giữ cơ sở dữ liệu; không có gì bị thay đổi. Hãy thử lại.",
     "Another program holds the database; nothing was changed. Try again."},
    {"storage.foreign", "{0} không phải cơ sở dữ liệu của dondoc.", "{0} is not a database of dondoc."},
    {"storage.full",
     "Đĩa đầy: không ghi được, không có gì bị thay đổi. Hãy giải phóng chỗ trống rồi làm lại.",
     "The disk is full: nothing was written and nothing was changed. Make room and try again."},
    {"storage.io",
     "Không đọc ghi được cơ sở dữ liệu ({0}); không có gì bị thay đổi. Hãy xem nhật ký của hệ điều hành "
     "(journalctl -k).",
     "The database cannot be read or written ({0}); nothing was changed. See the system's log (journalctl "
     "-k)."},
    {"storage.newer",
     "{0} thuộc phiên bản mới hơn (lược đồ {1}, chương trình này chỉ biết đến {2}); hãy dùng dondocd mới "
     "hơn.",
     "{0} is of a newer version (schema {1}, this program knows up to {2}); use a newer dondocd."},

    {"task.unknown", "Không có nhiệm vụ số {0}.", "There is no task {0}."},
    {"value.kind", "Không có loại tin số {0}.", "There is no kind {0} of events."},
    {"value.role", "Không có vai trò “{0}” trong nhiệm vụ: dùng lead hoặc cooperating.",
     "There is no role \"{0}\" in a task: use lead or cooperating."},
    {"value.sort", "Không có thứ tự số {0}.", "There is no order {0}."},
    {"value.timeliness", "Không có tình trạng số {0}.", "There is no state {0}."},
    {"value.too_many", "Có ít nhất {0} mục, quá giới hạn {1}; hãy chia thành nhiều lần.",
     "There are at least {0} entries, more than {1}; split it."},
    {"value.too_long", "Nội dung dài {0} byte, quá giới hạn {1}.", "The text has {0} bytes, more than {1}."},
    {"value.hidden_character",
     "Tên có ký tự điều khiển hoặc ký tự không nhìn thấy (xuống dòng, dấu đảo chiều chữ...); hãy gõ lại.",
     "The name has a control character or one that cannot be seen (a line's end, a mark of direction ...); "
     "type it anew."},
    {"value.day", "“{0}” không phải một ngày có thật; viết như 2023-12-31.",
     "\"{0}\" is not a day that exists; write it like 2023-12-31."},
};

}  // namespace

std::span<const Entry> daemon_entries() {
    return daemon_sentences;
}

}  // namespace dondoc::text
