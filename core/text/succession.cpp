// SPDX-License-Identifier: Apache-2.0
// Agencies in time: renamed, merged, split, dissolved, and what becomes of their work.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry succession_sentences[] = {
    {"succession.merge", "sáp nhập", "merger"},
    {"succession.split", "chia tách", "split"},
    {"succession.rename", "đổi tên", "renaming"},
    {"succession.dissolve", "giải thể", "dissolution"},

    // What is refused.
    {"succession.none",
     "Chưa nêu việc sắp xếp nào; viết [[succession]] trong tệp hoặc dùng --kind, --from, --to.",
     "No succession is given; write [[succession]] in the file or use --kind, --from, --to."},
    {"succession.no_kind", "Chưa nêu hình thức: merge, split, rename hoặc dissolve.",
     "The kind is missing: merge, split, rename or dissolve."},
    {"succession.no_day", "Chưa nêu ngày bắt đầu có hiệu lực.",
     "The first day on which it holds is missing."},
    {"succession.no_document", "Chưa nêu văn bản quyết định việc {0}.",
     "The document that decides the {0} is missing."},
    {"succession.shape",
     "Hai bên của việc {0} không đúng: sáp nhập về đúng một cơ quan; chia tách từ một thành ít nhất hai; đổi "
     "tên "
     "một cơ quan thành nhiều nhất một mã mới; giải thể thì không cơ quan nào vừa thôi vừa kế tục; mỗi mã "
     "ghi một lần.",
     "The two sides of the {0} do not fit: a merger leads to exactly one agency; a split from one to at "
     "least two; "
     "a renaming from one to at most one new code; in a dissolution nobody ceases and takes over; each code "
     "once."},
    {"succession.unknown", "Không có cơ quan nào mang mã {0}; thêm [[agency]] của cơ quan đó vào tệp.",
     "No agency has the code {0}; add its [[agency]] to the file."},
    {"succession.ended", "Cơ quan {0} chỉ hoạt động đến hết ngày {1}.", "Agency {0} exists until {1} only."},
    {"succession.before_start", "Cơ quan {0} mới có từ ngày {1}, không thể thôi hoạt động trước đó.",
     "Agency {0} exists since {1} only and cannot cease before."},
    {"succession.to_ended", "Cơ quan {0} không tồn tại vào ngày {1} nên không thể kế tục.",
     "Agency {0} does not exist on {1} and cannot take over."},
    {"succession.future",
     "Ngày {0} chưa đến (hôm nay là {1}): việc chỉ được chuyển từ ngày đó. Xem trước bằng --dry-run.",
     "{0} has not come (today is {1}): work is handed over from that day on. Look ahead with --dry-run."},
    {"succession.code_taken", "Mã {0} đang là của “{1}”.", "The code {0} is that of “{1}”."},
    {"succession.no_change",
     "Cơ quan {0} đã mang đúng mã và tên này; nêu tên mới bằng [[agency]] hoặc --name.",
     "Agency {0} has this very code and name; give the new name with [[agency]] or --name."},
    {"succession.renamed_later", "Cơ quan {0} đã đổi tên sau ngày {1}; hãy nhập các lần đổi tên theo thứ tự.",
     "Agency {0} was renamed after {1}; enter renamings in their order."},
    {"succession.choice_unknown",
     "Cơ quan {0} không còn phần việc {1} (nhiệm vụ {2}) phải chọn; chạy lại --dry-run với một tệp mới.",
     "Agency {0} has no assignment {1} (task {2}) to choose for; run --dry-run again with a new file."},
    {"succession.choice_other", "“{0}” không phải cơ quan kế tục; chọn một trong: {1}.",
     "“{0}” is no successor; choose one of: {1}."},
    {"succession.choice_twice", "Phần việc này đã được chọn ở một dòng khác.",
     "This piece of work is chosen for in another row already."},
    {"succession.unchosen",
     "Còn {0} phần việc chưa chọn cơ quan kế tục: ghi ra bằng --dry-run --choose TỆP.csv, điền rồi chạy lại "
     "với "
     "--choose TỆP.csv.",
     "For {0} pieces of work no successor is chosen: write them with --dry-run --choose FILE.csv, fill it in "
     "and "
     "run again with --choose FILE.csv."},
    {"succession.left",
     "{0} còn {1} phần việc đang mở mà không ai kế tục: nêu cơ quan kế tục (to), hoặc --leave để trả về văn "
     "phòng.",
     "{0} has {1} open assignments that nobody takes over: name a successor (to), or --leave to return them "
     "to the "
     "office."},
    {"succession.too_many", "Quá nhiều việc cho một lần: nhiều nhất {0}. Hãy tách thành nhiều lần.",
     "Too much work for one time: at most {0}. Do it in parts."},
    {"succession.changed_meanwhile",
     "Việc của các cơ quan này đã thay đổi từ lúc xem trước. Không có gì được ghi; hãy xem lại.",
     "The work of these agencies has changed since it was shown. Nothing was stored; look again."},
    {"agency.former_code", "Mã {0} là mã cũ; cơ quan này nay mang mã {1}. Hãy sửa danh bạ.",
     "The code {0} is a former one; the agency has the code {1} now. Mend the register."},
    {"register.bad_kind", "Hình thức “{0}” không hợp lệ: dùng merge, split, rename hoặc dissolve.",
     "“{0}” is no kind: use merge, split, rename or dissolve."},
    {"register.has_successions",
     "Tệp có [[succession]], là việc chuyển cả công việc đang mở: dùng “dondoc agency succeed {0}”.",
     "The file has a [[succession]], which hands open work over: use “dondoc agency succeed {0}”."},
    {"party.ended",
     "“{0}” chỉ hoạt động đến hết ngày {1}, không cơ quan nào kế tục. Hãy chọn cơ quan được giao.",
     "“{0}” exists until {1} only and nobody takes over. Choose who is assigned."},
    {"party.succeeded", "“{0}” chỉ hoạt động đến hết ngày {1}; kế tục: {2}. Hãy chọn cơ quan được giao.",
     "“{0}” exists until {1} only; taken over by: {2}. Choose who is assigned."},
    {"party.not_yet", "“{0}” chỉ có từ ngày {1}, sau ngày ban hành. Hãy chọn cơ quan được giao.",
     "“{0}” exists since {1} only, after the day of issue. Choose who is assigned."},

    // What still names a predecessor.
    {"succession.keys",
     "{0} còn {1} khóa: vẫn mở được hộp tin cũ để đọc, nhưng không có tin mới. Cấp khóa cho cơ quan kế tục; "
     "thu hồi "
     "bằng “dondoc key revoke” khi không cần nữa.",
     "{0} has {1} keys: they still open its old inbox for reading, where nothing new comes. Grant keys to "
     "the "
     "successors; revoke these with \"dondoc key revoke\" when they are no longer needed."},
    {"succession.mute",
     "Lệnh tạm dừng nhắc số {0} của cả cơ quan {1} (đến {2}) không theo sang cơ quan kế tục.",
     "Mute {0} of the whole agency {1} (until {2}) does not go over to the successors."},
    {"succession.group",
     "Nhóm {0} có {1} nhưng chưa có cơ quan kế tục {2}; nếu thuộc nhóm, ghi vào [[group]].",
     "The group {0} has {1} but not its successor {2}; if it belongs there, say so in [[group]]."},
    {"succession.policy", "Chính sách “{0}” nêu tên {1}: sửa cấu hình dondocd theo cơ quan kế tục.",
     "The policy “{0}” names {1}: mend dondocd's configuration."},
    {"succession.policy_code", "Chính sách “{0}” nêu mã cũ {1}: sửa cấu hình dondocd thành {2}.",
     "The policy “{0}” names the former code {1}: make it {2} in dondocd's configuration."},
    {"succession.office", "[office] của cấu hình dondocd là {0}: sửa theo cơ quan kế tục.",
     "[office] in dondocd's configuration is {0}: name the successor."},
    {"succession.office_code", "[office] của cấu hình dondocd là mã cũ {0}: sửa thành {1}.",
     "[office] in dondocd's configuration is the former code {0}: make it {1}."},
    {"status.agency_ended", "{0} hoạt động đến hết ngày {1}; kế tục: {2}. Hộp tin này chỉ còn để đọc lại.",
     "{0} exists until {1}; taken over by: {2}. This inbox is for reading only."},

    // What dondoc prints.
    {"cli.succession.about", "đổi tên, sáp nhập, chia tách, giải thể cơ quan và chuyển việc đang mở",
     "rename, merge, split, dissolve agencies and hand their open work over"},
    {"cli.option.succession_file", "tệp danh bạ có [[succession]]", "a register file with [[succession]]"},
    {"cli.option.succession_kind",
     "merge (sáp nhập), split (chia tách), rename (đổi tên) hoặc dissolve (giải thể)",
     "merge, split, rename or dissolve"},
    {"cli.option.succession_day", "ngày đầu tiên có hiệu lực", "the first day on which it holds"},
    {"cli.option.succession_document", "văn bản quyết định", "the deciding document"},
    {"cli.option.succession_from", "mã cơ quan cũ; ghi nhiều lần được",
     "code of a predecessor; may be repeated"},
    {"cli.option.succession_to", "mã cơ quan kế tục; ghi nhiều lần được",
     "code of a successor; may be repeated"},
    {"cli.option.succession_name", "tên mới (rename)", "the new name (rename)"},
    {"cli.option.choose", "bảng chọn cơ quan kế tục: --dry-run ghi ra, điền xong đọc lại",
     "table of who takes over what: written by --dry-run, filled in, read back"},
    {"cli.option.leave", "việc không ai kế tục được trả về văn phòng",
     "work that nobody takes over goes back to the office"},
    {"cli.option.as_of", "danh bạ như vào ngày đó", "the register as it was on that day"},
    {"cli.usage.file_or_options", "Nêu một tệp, hoặc --kind với --day, --document, --from; không cả hai.",
     "Give a file, or --kind with --day, --document, --from; not both."},
    {"cli.succession.line", "{0} từ {1} theo {2}: {3} → {4}", "{0} from {1} by {2}: {3} → {4}"},
    {"cli.succession.entered_before", " (đã nhập từ trước)", " (entered before)"},
    {"cli.succession.nobody", "không ai", "nobody"},
    {"cli.succession.to_choose", "(chưa chọn)", "(not chosen)"},
    {"cli.succession.agencies", "Danh bạ: {0} cơ quan mới, {1} thay đổi.",
     "Register: {0} new agencies, {1} changed."},
    {"cli.succession.no_work", "Không có việc đang mở nào phải chuyển.",
     "There is no open work to hand over."},
    {"cli.succession.from", "Từ", "From"},
    {"cli.succession.to", "Sang", "To"},
    {"cli.succession.open", "Đang mở", "Open"},
    {"cli.succession.with_due", "Có thời hạn", "With a day"},
    {"cli.succession.joined", "Gộp", "Joined"},
    {"cli.succession.cooperations", "Phối hợp", "Cooperating"},
    {"cli.succession.remarks", "Cần xem lại", "To be looked at"},
    {"cli.succession.written",
     "Đã ghi {0} phần việc cần chọn vào {1}: điền cột “{2}” rồi chạy lại với --choose {1}.",
     "{0} pieces of work were written to {1}: fill in “{2}” and run again with --choose {1}."},
    {"cli.succession.ask", "Ghi vào danh bạ và chuyển việc?", "Enter this and hand the work over?"},
    {"cli.succession.done", "Đã ghi; đã chuyển {0} phần việc và {1} việc phối hợp.",
     "Entered; {0} assignments and {1} cooperations handed over."},
    {"cli.succession.done_ended", "{0} việc phối hợp thôi vì không ai kế tục.",
     "{0} cooperations ended, as nobody takes over."},
    {"cli.succession.done_returned",
     "{0} phần việc trả về văn phòng: xem “dondoc task list --waiting”, rồi “dondoc assignment transfer” "
     "sang "
     "cơ quan khác hoặc “dondoc assignment cancel”.",
     "{0} assignments went back to the office: see \"dondoc task list --waiting\", then \"dondoc assignment "
     "transfer\" them to another agency or \"dondoc assignment cancel\" them."},
    {"cli.succession.unjoined", "Không gộp vì đã có kết quả", "Not joined, because there is a result"},
    {"cli.succession.kept",
     "Phần việc {0} của {1} ({2} số {3}) đã báo cáo: ở lại chờ xác nhận, không gộp với phần của {4} ({5}).",
     "Assignment {0} of {1} ({2} no. {3}) was reported: it stays to be confirmed, and is not joined with "
     "{4}'s ({5})."},
    {"cli.succession.returned",
     "Phần việc {0} của {1} ({2} số {3}) trả về văn phòng: {4} đã có kết quả ({5}). Văn phòng thu hồi, hoặc "
     "chuyển cho cơ quan khác.",
     "Assignment {0} of {1} ({2} no. {3}) goes back to the office: {4} has a result already ({5}). The "
     "office "
     "cancels it or transfers it to another agency."},
    {"cli.succession.column_assignment", "phần việc", "assignment"},
    {"cli.succession.column_task", "nhiệm vụ", "task"},
    {"cli.succession.column_from", "cơ quan cũ", "predecessor"},
    {"cli.succession.column_to", "giao cho", "given to"},
    {"cli.succession.column_candidates", "có thể giao cho", "candidates"},
    {"cli.succession.column_document", "văn bản", "document"},
    {"cli.succession.column_number", "số thứ tự", "number"},
    {"cli.succession.column_title", "nội dung", "title"},
    {"cli.succession.column_due", "thời hạn", "due"},
    {"cli.succession.mistake", "{0}:{1}, cột “{2}”: {3}", "{0}:{1}, column “{2}”: {3}"},
    {"cli.succession.no_table",
     "{0} không phải bảng chọn do “dondoc agency succeed --dry-run --choose” ghi ra (cần {1} cột).",
     "{0} is no table as \"dondoc agency succeed --dry-run --choose\" writes it (it has {1} columns)."},
    {"cli.succession.not_number", "“{0}” không phải số; giữ nguyên cột này như đã ghi ra.",
     "“{0}” is no number; leave this column as it was written."},
    {"cli.agency.former", "Tên trước đây", "Former names"},
    {"cli.agency.former_name", "{0} (mã {1}, đến hết {2})", "{0} (code {1}, until {2})"},
    {"cli.agency.successions", "Sắp xếp", "Successions"},
    {"cli.agency.open", "Phần việc đang mở", "Open assignments"},
    {"cli.agency.cooperations", "Đang phối hợp", "Cooperating in"},
    {"cli.agency.keys", "Khóa đang dùng", "Keys in force"},
    {"cli.change.succession", "Sắp xếp cơ quan", "Agency reorganised"},
    {"cli.alert.taken_over", "nhận lại của {0}", "taken over from {0}"},
    {"cli.alert.succession", "Sắp xếp cơ quan: {0}", "Agency reorganised: {0}"},
    {"cli.alert.succession_share", "{0} ({1}): {2} phần việc, {3} việc phối hợp",
     "{0} ({1}): {2} assignments, {3} cooperations"},
    {"cli.alert.succession_left", "không ai kế tục: {0} phần việc trả về văn phòng, thôi {1} việc phối hợp",
     "nobody takes over: {0} assignments go back to the office, {1} cooperations end"},
};

}  // namespace

std::span<const Entry> succession_entries() {
    return succession_sentences;
}

}  // namespace dondoc::text
