// SPDX-License-Identifier: Apache-2.0
// Persons of agencies and of the office, and who of them is responsible.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry person_sentences[] = {
    {"action.responsible", "phân công người phụ trách", "name who is responsible"},
    {"cli.change.responsible", "Phân công người phụ trách", "who is responsible was named"},
    {"person.nobody", "không ai", "nobody"},
    {"person.no_name", "Thiếu họ và tên.", "The name is missing."},
    {"person.email",
     "“{0}” không phải một địa chỉ thư điện tử: viết đúng một địa chỉ, không dấu, không kèm tên, như "
     "an@snv.gov.vn.",
     "“{0}” is no mail address: write one address alone, without a name, as an@snv.gov.vn."},
    {"person.phone",
     "“{0}” không phải một số điện thoại: chỉ gồm chữ số (8 đến 15), có thể bắt đầu bằng dấu +, như "
     "0912345678.",
     "“{0}” is no telephone number: 8 to 15 digits, perhaps behind a +, as 0912345678."},
    {"person.lang", "Không có ngôn ngữ “{0}”: dùng vi (tiếng Việt) hoặc en (tiếng Anh).",
     "There is no language “{0}”: use vi or en."},
    {"person.channel",
     "“{0}” không phải tên một kênh: dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất 20 ký tự, như "
     "mail, "
     "zalo, sms.",
     "“{0}” is no name of a channel: small letters, digits and hyphens, 20 at most, as mail, zalo, sms."},
    {"person.channels", "Một người có nhiều nhất {0} kênh.", "A person has {0} channels at most."},
    {"person.quiet",
     "“{0}” không phải giờ yên lặng: viết hai giờ khác nhau cách bằng dấu gạch, như 21:00-06:00, hoặc none.",
     "“{0}” is no time to be quiet: write two different times of day with a hyphen, as 21:00-06:00, or "
     "none."},
    {"person.told",
     "Không hiểu “{0}” ở mục nhận tin: dùng lead (chủ trì), cooperating (phối hợp), head (lãnh đạo, chỉ nhận "
     "việc quá "
     "hạn) hoặc none (không nhận).",
     "“{0}” says nothing of what somebody is told: use lead, cooperating, head (only of what is overdue) or "
     "none."},
    {"person.told_head",
     "Lãnh đạo (head) chỉ nhận việc quá hạn, nên không đi cùng lead hay cooperating: chọn một.",
     "A head is told only of what is overdue, so head does not go with lead or cooperating: choose one."},
    {"person.role",
     "Không có quyền “{0}” cho một người: dùng agency (cơ quan), office (văn phòng), operator (người vận "
     "hành) hoặc "
     "none (không đăng nhập).",
     "A person cannot have the role “{0}”: use agency, office, operator or none (may not log in)."},
    {"person.role_of_agency",
     "Quyền “{0}” không hợp với nơi làm việc: người của cơ quan chỉ có quyền cơ quan, người của văn phòng có "
     "quyền văn "
     "phòng hoặc người vận hành.",
     "The role “{0}” does not fit: somebody of an agency has that of an agency, somebody of the office that "
     "of the "
     "office or of an operator."},
    {"person.same_name",
     "Cơ quan đó đã có {0} (số {1}). Sửa người đó bằng dondoc person change {1}; nếu là người khác trùng "
     "tên, thêm "
     "--another.",
     "{0} is there already (number {1}). Change that one with dondoc person change {1}; if it is somebody "
     "else of the "
     "same name, add --another."},
    {"person.too_many", "Một cơ quan có nhiều nhất {0} người.", "An agency has {0} persons at most."},
    {"person.too_many_entries", "Một tệp có nhiều nhất {0} người.", "A file has {0} persons at most."},
    {"person.nothing_said", "Không có gì thay đổi ở {0}.", "Nothing would change of {0}."},
    {"person.deputy_self", "{0} không thể tự thay mình.", "{0} cannot stand in for themselves."},
    {"person.deputy_elsewhere", "{0} không cùng cơ quan với {1}, nên không thay được.",
     "{0} is not of the same agency as {1} and cannot stand in."},
    {"person.deputy_days", "Thời gian thay từ {0} đến {1}: ngày cuối trước ngày đầu.",
     "The deputy would be from {0} to {1}: the last day is before the first."},
    {"person.deputy_passed", "Ngày cuối của thời gian thay, {0}, đã qua (hôm nay là {1}).",
     "The last day of the deputy, {0}, has passed (today is {1})."},
    {"person.deputy_no_end", "Thiếu ngày cuối của thời gian thay: thêm --to NGÀY.",
     "The last day of the deputy is missing: add --to DAY."},
    {"person.no_reason", "Thiếu lý do: thêm --reason.", "A reason is missing: add --reason."},
    {"person.hand_over_self", "Không thể giao lại việc của {0} cho chính người đó.",
     "The work of {0} cannot be handed over to the same person."},
    {"person.twice",
     "Tệp có hai dòng cùng cơ quan và cùng tên “{0}”: nếu là hai người, ghi thư điện tử khác nhau cho mỗi "
     "người.",
     "The file has two rows of one agency with the name “{0}”: if they are two persons, give each a mail "
     "address of "
     "its own."},
    {"person.which_of_same_name",
     "Có nhiều người tên {0} ở cơ quan này và thư điện tử không cho biết là ai: sửa từng người bằng dondoc "
     "person "
     "change.",
     "Several persons of this agency are called {0}, and the mail address does not say which is meant: "
     "change each with "
     "dondoc person change."},
    {"person.other_than_seen",
     "Từ lúc xem trước đã có người sửa danh sách người dùng: xem lại những gì sẽ thay đổi rồi nhập.",
     "Somebody has changed the persons since they were looked at: look again at what would change."},
    {"person.closed", "Phần việc số {0} đang ở trạng thái “{1}”, không còn cần người phụ trách.",
     "Assignment {0} is “{1}” and needs nobody who is responsible."},
    {"person.elsewhere", "{0} không phải người của {2}, nên không phụ trách được phần việc số {1}.",
     "{0} is nobody of {2} and cannot be responsible for assignment {1}."},
    {"person.same_responsible", "Phần việc số {0} đã do {1} phụ trách; không có gì thay đổi.",
     "Responsible for assignment {0} is {1} already; nothing was changed."},
    {"person.unknown", "Không có người nào là “{0}”; xem dondoc person list.",
     "There is no person “{0}”; see dondoc person list."},
    {"person.ambiguous", "“{0}” là của nhiều người: {1}. Hãy ghi số của người đó.",
     "“{0}” is several persons: {1}. Say the number."},
    {"person.removed", "{0} đã được gỡ khỏi danh sách ngày {1}.", "{0} was removed on {1}."},
    {"person.changed_meanwhile",
     "{0} đã được người khác sửa: đang ở bản {2}, không phải bản {1}. Hãy xem lại.",
     "{0} has been changed meanwhile: it is at revision {2}, not {1}. Look again."},
    {"person.untold.everything",
     "{0}: không ai được báo, dù là việc mới, việc sắp đến hạn hay việc quá hạn. {1}",
     "{0}: nobody is told of anything, be it new, near its term or overdue. {1}"},
    {"person.untold.before_overdue",
     "{0}: chỉ lãnh đạo được báo khi việc đã quá hạn; việc mới và việc sắp đến hạn không ai được báo. {1}",
     "{0}: only heads are told, and only of what is overdue; of new work, and of what is near its term, "
     "nobody "
     "is. {1}"},
    {"person.untold.led",
     "{0}: chỉ có người nhận việc phối hợp; việc chủ trì không ai được báo, dù mới, sắp đến hạn hay quá hạn. "
     "{1}",
     "{0}: somebody is told of what is cooperated in; of what is led, be it new, near its term or overdue, "
     "nobody is. {1}"},
    {"person.untold.led_before_overdue",
     "{0}: việc chủ trì mới và sắp đến hạn không ai được báo, chỉ lãnh đạo được báo khi đã quá hạn. {1}",
     "{0}: of what is led nobody is told while it is new or near its term, only heads once it is overdue. "
     "{1}"},
    {"person.untold.remedy",
     "Cần ít nhất một người mà mục “Nhận tin” có việc chủ trì, có thư điện tử hoặc kênh khác; nếu vắng mặt "
     "thì "
     "người thay cũng vậy.",
     "At least one person has to be told of what the agency leads and have a mail address or another "
     "channel; "
     "so has the deputy of one who is away."},
    {"person.untold.more", "{0} và {1} cơ quan khác", "{0} and {1} agencies more"},
    {"person.office_or_agency",
     "Chỉ chọn một: --agency hoặc --office; khóa của cơ quan chỉ xem được người của mình.",
     "Either --agency or --office; an agency's key sees its own persons alone."},
    {"sheet.not_a_table", "Tệp này không phải bảng CSV hay XLSX.", "This file is no table in CSV or XLSX."},
    {"sheet.many_sheets", "Tệp có {0} trang tính có dữ liệu: chỉ giữ lại trang cần nhập.",
     "{0} sheets of the file have rows: keep only the one that is meant."},

    {"cli.person.about", "người phụ trách của cơ quan và của văn phòng",
     "persons of agencies and of the office"},
    {"cli.person.list_about", "danh sách người", "list persons"},
    {"cli.person.show_about", "một người: cách liên hệ, việc đang phụ trách, những lần thay đổi",
     "one person: how to reach them, what they are responsible for, what was changed"},
    {"cli.person.add_about", "thêm một người", "add a person"},
    {"cli.person.change_about", "sửa một người; cử người thay khi vắng mặt",
     "change a person; name a deputy while they are away"},
    {"cli.person.remove_about", "gỡ một người: thư điện tử và số điện thoại bị xóa, tên còn trong lịch sử",
     "remove a person: mail address and number are forgotten, the name stays in the history"},
    {"cli.person.import_about", "nhập danh sách người từ CSV, XLSX hoặc tệp danh bạ TOML",
     "import persons from CSV, XLSX or a register in TOML"},
    {"cli.assignment.responsible_about", "phân công người phụ trách một phần việc",
     "name who is responsible for an assignment"},
    {"cli.option.person", "số, họ tên hoặc thư điện tử của một người",
     "number, name or mail address of a person"},
    {"cli.option.person_agency", "mã cơ quan của người đó", "code of the person's agency"},
    {"cli.option.person_office", "người của văn phòng", "somebody of the office"},
    {"cli.option.persons_office", "chỉ người của văn phòng", "only persons of the office"},
    {"cli.option.person_name", "họ và tên", "name"},
    {"cli.option.person_position", "chức vụ", "position"},
    {"cli.option.person_email", "thư điện tử", "mail address"},
    {"cli.option.person_phone", "số điện thoại", "telephone number"},
    {"cli.option.person_lang", "ngôn ngữ của tin gửi đến: vi hoặc en", "language of what is sent: vi or en"},
    {"cli.option.person_channels", "kênh nhận tin, kênh đầu được thử trước: mail, zalo, sms ...",
     "channels, the first is tried first: mail, zalo, sms ..."},
    {"cli.option.person_quiet", "giờ yên lặng, như 21:00-06:00; none: không có",
     "when nothing is sent, as 21:00-06:00; none: always"},
    {"cli.option.person_told", "nhận tin về việc gì: lead, cooperating, head (chỉ việc quá hạn) hoặc none",
     "of what they are told: lead, cooperating, head (only what is overdue) or none"},
    {"cli.option.person_role", "được đăng nhập với quyền: agency, office, operator hoặc none",
     "may log in as: agency, office, operator or none"},
    {"cli.option.person_another", "là người khác, trùng tên với người đã có",
     "somebody else than the one of the same name who is there"},
    {"cli.option.deputy", "người thay khi vắng mặt", "who stands in while the person is away"},
    {"cli.option.deputy_from", "ngày đầu vắng mặt; để trống: hôm nay", "first day away; empty: today"},
    {"cli.option.deputy_to", "ngày cuối vắng mặt", "last day away"},
    {"cli.option.no_deputy", "thôi người thay", "nobody stands in any more"},
    {"cli.option.person_reason", "lý do", "reason"},
    {"cli.option.hand_over", "người nhận những việc đang phụ trách",
     "who takes over what the person is responsible for"},
    {"cli.option.person_text", "một phần của họ tên, chức vụ, thư hoặc số điện thoại",
     "part of a name, position, address or number"},
    {"cli.option.persons_removed", "cả những người đã gỡ", "also those who were removed"},
    {"cli.option.persons_after", "tiếp theo người số N", "go on after person N"},
    {"cli.option.persons_file", "tệp CSV, XLSX hoặc TOML", "a file in CSV, XLSX or TOML"},
    {"cli.option.persons_agency", "mã cơ quan của những dòng không ghi cơ quan",
     "code of the agency of rows that name none"},
    {"cli.option.responsible", "người phụ trách: số, họ tên hoặc thư điện tử",
     "who is responsible: number, name or mail address"},
    {"cli.option.nobody", "không còn ai phụ trách", "nobody is responsible any more"},
    {"cli.option.of_responsible", "chỉ việc do người này phụ trách",
     "only what this person is responsible for"},
    {"cli.column.person", "Họ và tên", "Name"},
    {"cli.column.position", "Chức vụ", "Position"},
    {"cli.column.email", "Thư điện tử", "Mail address"},
    {"cli.column.phone", "Điện thoại", "Telephone"},
    {"cli.column.told_of", "Nhận tin", "Told of"},
    {"cli.person.field.name", "Họ và tên", "name"},
    {"cli.person.field.position", "Chức vụ", "position"},
    {"cli.person.field.agency", "Cơ quan", "agency"},
    {"cli.person.field.email", "Thư điện tử", "mail address"},
    {"cli.person.field.phone", "Điện thoại", "telephone"},
    {"cli.person.field.lang", "Ngôn ngữ", "language"},
    {"cli.person.field.channels", "Kênh", "channels"},
    {"cli.person.field.quiet", "Giờ yên lặng", "quiet hours"},
    {"cli.person.field.told", "Nhận tin", "told"},
    {"cli.person.field.role", "Quyền", "role"},
    {"cli.person.field.deputy", "Người thay", "deputy"},
    {"cli.person.told.lead", "việc chủ trì", "as lead"},
    {"cli.person.told.cooperating", "việc phối hợp", "as cooperating"},
    {"cli.person.told.head", "chỉ việc quá hạn", "only what is overdue"},
    {"cli.person.told.none", "không nhận", "nothing"},
    {"cli.person.id", "Số", "Number"},
    {"cli.person.login", "Đăng nhập", "May log in"},
    {"cli.person.lang.vi", "tiếng Việt", "Vietnamese"},
    {"cli.person.lang.en", "tiếng Anh", "English"},
    {"cli.person.no_login", "không", "no"},
    {"cli.person.of_office", "văn phòng", "the office"},
    {"cli.person.open", "Đang phụ trách", "Responsible for"},
    {"cli.person.open_count", "{0} phần việc (dondoc task list --responsible {1})",
     "{0} open (dondoc task list --responsible {1})"},
    {"cli.person.deputy", "{0}, từ {1} đến {2}", "{0}, from {1} to {2}"},
    {"cli.person.removed_on", "Đã gỡ", "Removed"},
    {"cli.person.history", "Những lần thay đổi", "What was changed"},
    {"cli.person.action.add", "Thêm", "added"},
    {"cli.person.action.change", "Sửa", "changed"},
    {"cli.person.action.move", "Chuyển nơi làm việc", "moved"},
    {"cli.person.action.deputy", "Người thay", "deputy"},
    {"cli.person.action.remove", "Gỡ", "removed"},
    {"cli.person.field_changed", "{0} (đã đổi)", "{0} (changed)"},
    {"cli.person.field_change", "{0}: {1} → {2}", "{0}: {1} → {2}"},
    {"cli.person.empty", "Chưa có người nào. Thêm bằng dondoc person add hoặc dondoc person import.",
     "There is nobody yet. Use dondoc person add or dondoc person import."},
    {"cli.person.more", "Còn nữa: dondoc person list --after {0}.",
     "There are more: dondoc person list --after {0}."},
    {"cli.person.added", "Đã thêm {0} (số {1}, {2}).", "Added {0} (number {1}, {2})."},
    {"cli.person.changed", "Đã sửa {0} (số {1}, {2}).", "Changed {0} (number {1}, {2})."},
    {"cli.person.removed", "Đã gỡ {0} (số {1}, {2}).", "Removed {0} (number {1}, {2})."},
    {"cli.person.handed_over", "{0} phần việc đã giao lại.", "{0} assignments were handed over."},
    {"cli.person.released", "{0} phần việc không còn người phụ trách; xem dondoc task list.",
     "Nobody is responsible any more for {0} assignments; see dondoc task list."},
    {"cli.person.one_deputy", "Chỉ chọn một: --deputy hoặc --no-deputy.", "Either --deputy or --no-deputy."},
    {"cli.person.where", "Hãy chọn đúng một: --agency MÃ hoặc --office.",
     "Say exactly one: --agency CODE or --office."},
    {"cli.person.difference_new", "Dòng {0}: thêm {1} ({2})", "Row {0}: adds {1} ({2})"},
    {"cli.person.difference", "Dòng {0}: sửa {1} ({2})", "Row {0}: changes {1} ({2})"},
    {"cli.person.would_import", "Sẽ thêm {0} người, sửa {1}, giữ nguyên {2}.",
     "Would add {0} persons, change {1}, leave {2} as they are."},
    {"cli.person.imported", "Đã thêm {0} người, sửa {1}, giữ nguyên {2}.",
     "Added {0} persons, changed {1}, left {2} as they are."},
    {"cli.person.ask_import", "Nhập như trên?", "Import this?"},
    {"cli.person.not_imported", "Không có gì thay đổi.", "Nothing was changed."},
    {"cli.person.no_header",
     "Không tìm thấy dòng tiêu đề: cần một cột “Họ và tên”, và các cột như “Cơ quan”, “Chức vụ”, “Thư điện "
     "tử”, “Điện "
     "thoại”, “Nhận tin”.",
     "There is no header: a column “Name” is needed, and others as “Agency”, “Position”, “Email”, “Phone”, "
     "“Told”."},
    {"cli.person.unused_column", "Cột “{0}” không dùng đến.", "The column “{0}” is not used."},
    {"cli.person.twice_column", "Hai cột cùng nghĩa: “{0}” và “{1}”. Giữ lại một.",
     "Two columns mean the same: “{0}” and “{1}”. Keep one."},
    {"cli.person.row_place", "{0}, dòng {1}", "{0}, row {1}"},
    {"cli.person.row_place_field", "{0}, dòng {1}, cột {2}", "{0}, row {1}, column {2}"},
    {"cli.person.no_rows", "Tệp không có người nào.", "The file has no persons."},
    {"cli.person.responsible", "Phần việc số {0} ({1}): người phụ trách là {2}.",
     "Assignment {0} ({1}): responsible is {2}."},
    {"cli.person.one_responsible", "Hãy chọn đúng một: --person NGƯỜI hoặc --nobody.",
     "Say exactly one: --person PERSON or --nobody."},
    {"cli.life.responsible", "Người phụ trách: {0}", "responsible: {0}"},
};

}  // namespace

std::span<const Entry> person_entries() {
    return person_sentences;
}

}  // namespace dondoc::text
