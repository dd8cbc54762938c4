// SPDX-License-Identifier: Apache-2.0
// The command line of dondoc: options, usage, help, and what was wrong with it.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry command_line_sentences[] = {
    // The connection
    {"client.nobody_listens",
     "Không kết nối được tới {0}: không có chương trình nào nhận kết nối ở đó. dondocd đã chạy chưa?",
     "Cannot reach {0}: nothing listens there. Is dondocd running?"},
    {"client.wrong_server_key",
     "Máy chủ ở {0} không giữ khóa ghi trong hồ sơ (server_key). Hãy hỏi người quản trị khóa công khai hiện "
     "nay của máy chủ, rồi ghi vào hồ sơ: dondoc key server KHÓA.",
     "The server at {0} does not own the key in the profile (server_key). Ask the administrator for its "
     "public key and put it into the profile: dondoc key server KEY."},
    {"client.not_dondoc", "Chương trình ở {0} không phải là dondocd.", "What answers at {0} is not dondocd."},
    {"client.no_answer", "{0} không trả lời trong {1} giây.", "No answer from {0} within {1} seconds."},
    {"client.key_refused",
     "Máy chủ không nhận khóa {0}: khóa chưa được cấp quyền hoặc đã bị thu hồi. Hãy hỏi người quản trị "
     "(dondoc key grant).",
     "The daemon does not accept the key {0}: it was not granted, or was revoked. Ask the administrator "
     "(dondoc key grant)."},

    {"client.unknown_host", "Không tìm ra máy trong {0}: tên máy viết sai, hoặc máy này không hỏi được DNS.",
     "The host in {0} is not known: its name is wrong, or this machine cannot ask the DNS."},

    // Files of the client
    {"client.home.none",
     "Biến HOME chưa đặt và không tìm ra thư mục nhà của người dùng này; hãy đặt HOME, hoặc chỉ ra tệp bằng "
     "--profile, --state, --journal.",
     "HOME is not set and this user has no home folder; set HOME, or name the file with --profile, --state, "
     "--journal."},
    {"client.home.relative", "Biến {0} phải là đường dẫn đầy đủ, bắt đầu bằng /; nay là “{1}”.",
     "{0} must be a full path that begins with /; it is \"{1}\"."},
    {"client.file.unwritable", "không ghi được: {0}", "cannot be written: {0}"},
    {"client.file.unreadable", "không đọc được: {0}", "cannot be read: {0}"},
    {"client.profile.not_there",
     "không có tệp hồ sơ này. Tạo bằng dondoc key new, hoặc chỉ ra tệp khác bằng --profile hay "
     "DONDOC_PROFILE.",
     "there is no such profile. Make one with dondoc key new, or name another with --profile or "
     "DONDOC_PROFILE."},
    {"client.profile.unreadable", "không đọc được tệp hồ sơ", "the profile cannot be read"},
    {"client.profile.too_large", "tệp quá lớn, không phải là hồ sơ", "the file is too large to be a profile"},
    {"client.profile.syntax", "không đúng cú pháp TOML ở cột {1}, khi đọc {0}",
     "not valid TOML at column {1}, in {0}"},
    {"client.profile.unknown_key",
     "không có mục \"{0}\". Các mục: endpoint, server_key, public_key, secret_key, agency, feed.",
     "unknown key \"{0}\". Known: endpoint, server_key, public_key, secret_key, agency, feed."},
    {"client.profile.no_text", "mục \"{0}\" phải là một chuỗi không rỗng",
     "\"{0}\" must be a text that is not empty"},
    {"client.profile.bad_key", "mục \"{0}\" không phải là khóa (40 ký tự Z85)",
     "\"{0}\" is not a key (40 characters Z85)"},
    {"client.profile.missing_key", "thiếu mục \"{0}\"", "\"{0}\" is missing"},
    {"client.profile.key_mismatch", "public_key không thuộc về secret_key",
     "public_key does not belong to secret_key"},
    {"client.profile.readable_by_others",
     "Chú ý: người khác trên máy đọc được khóa bí mật trong {0}. Hãy chạy: chmod 600 {0}",
     "Note: others on this machine can read the secret key in {0}. Run: chmod 600 {0}"},
    {"client.profile.exists", "tệp đã có; dùng --force để ghi đè",
     "the file is there already; --force overwrites it"},
    {"client.profile.bad_endpoint", "\"{0}\" không phải là địa chỉ kết nối (ví dụ tcp://10.0.0.5:7710): {1}",
     "\"{0}\" is not an endpoint (such as tcp://10.0.0.5:7710): {1}"},
    {"client.position.locked", "tệp đang được một chương trình dondoc listen khác dùng",
     "another dondoc listen is using this file"},
    {"client.position.no_file", "không phải là một tệp thường", "not a regular file"},
    {"client.position.damaged", "không phải là tệp vị trí của dondoc listen",
     "not a position file of dondoc listen"},
    {"client.position.no_journal", "dòng cuối không phải là một tin: không phải nhật ký của dondoc listen",
     "its last line is no event: not a journal of dondoc listen"},
    {"client.position.other_agency", "tệp này thuộc hộp tin của {0}, không phải của {1}",
     "this file belongs to the inbox of {0}, not of {1}"},
    {"client.position.other_consumer", "tệp này thuộc bên nghe \"{0}\", không phải \"{1}\"",
     "this file belongs to the listener \"{0}\", not to \"{1}\""},
    {"client.position.beyond_head",
     "Đã nhận đến số {0} nhưng hộp tin trên máy chủ chỉ có đến số {1}: máy chủ đã được khôi phục từ bản sao "
     "cũ hơn. "
     "Hãy hỏi người quản trị, rồi nghe tiếp với --since {1}.",
     "Number {0} was received, yet the inbox ends at {1}: the daemon was restored from an older backup. Ask "
     "the "
     "administrator, then go on with --since {1}."},
    {"client.listen.connected", "Đã kết nối tới {0}, đang chờ tin.", "Connected to {0}, waiting for news."},
    {"client.listen.waiting", "Mất kết nối tới {0}, không nghe gì từ {1}; đang thử kết nối lại.",
     "No connection to {0}, nothing heard since {1}; trying again."},
    {"client.listen.silent", "Không nghe gì từ máy chủ {0} từ {1}; đang mở kết nối khác.",
     "Nothing heard from the daemon at {0} since {1}; opening another connection."},
    {"cli.aside.put",
     "Lệnh cho tin số {0} vẫn kết thúc với mã {1}; tin được để riêng trong {2} và thử lại sau, các tin khác "
     "đi tiếp.",
     "The command for number {0} still ends with {1}; it is put aside in {2} and tried again later, the "
     "others go on."},
    {"cli.aside.done", "Tin số {0} để riêng đã được xử lý xong.",
     "Number {0}, which was put aside, is done."},
    {"cli.aside.empty", "Không có tin nào để riêng.", "Nothing is put aside."},
    {"cli.aside.damaged", "Dòng {0} không phải là một tin.", "Line {0} is no event."},
    {"cli.option.aside", "chỉ liệt kê các tin để riêng vì lệnh --exec không xử lý được",
     "only list what is put aside because the command of --exec failed on it"},

    // The program
    {"cli.about", "dondoc: theo dõi, đôn đốc nhiệm vụ được giao và thời hạn của chúng.",
     "dondoc: follows assigned tasks and their deadlines."},
    {"cli.error", "Lỗi: {0}", "Error: {0}"},
    {"cli.error.incident", "(mã sự cố {0})", "(incident {0})"},
    {"cli.error.fault", "sự cố của chương trình: {0}", "a fault of the program: {0}"},
    {"cli.error.no_whole_program",
     "dondoc: lệnh này cần chương trình {0}, nhưng không chạy được ({1}); hãy cài lại gói dondoc",
     "dondoc: this command needs the program {0}, which cannot be started ({1}); install the package dondoc "
     "again"},
    {"cli.reply.strange", "máy chủ trả lời không như quy ước; hai bên có cùng phiên bản không?",
     "the daemon's answer makes no sense; are both of the same version?"},
    {"cli.output.unwritable", "không ghi được kết quả: {0}", "the output cannot be written: {0}"},
    {"cli.file.not_there", "không có tệp này", "there is no such file"},
    {"cli.file.too_large", "tệp lớn hơn {0} MB", "the file is larger than {0} MB"},
    {"cli.progress", "Đã làm {0}/{1}", "{0} of {1} done"},

    // Help
    {"cli.help.about", "xem cách dùng một lệnh: dondoc help LỆNH",
     "how a command is used: dondoc help COMMAND"},
    {"cli.help.usage", "Cách dùng: {0}", "Usage: {0}"},
    {"cli.help.command_word", "LỆNH", "COMMAND"},
    {"cli.help.options_word", "TÙY CHỌN", "OPTIONS"},
    {"cli.help.commands", "Lệnh:", "Commands:"},
    {"cli.help.arguments", "Tham số:", "Arguments:"},
    {"cli.help.options", "Tùy chọn:", "Options:"},
    {"cli.help.globals", "Tùy chọn chung:", "Global options:"},
    {"cli.help.examples", "Ví dụ:", "Examples:"},
    {"cli.help.exit_codes",
     "Mã kết thúc: 0 xong; 1 bị từ chối; 2 dùng sai lệnh hoặc hồ sơ sai; 3 không kết nối được với máy chủ.",
     "Exit codes: 0 done; 1 refused; 2 wrong usage or profile; 3 the daemon cannot be reached."},

    // Wrong usage
    {"cli.usage.wrong", "{0}", "{0}"},
    {"cli.usage.see_help", "Xem cách dùng: {0} --help", "See: {0} --help"},
    {"cli.usage.no_command", "thiếu lệnh", "a command is missing"},
    {"cli.usage.unknown_command", "không có lệnh \"{0}\"", "no such command: \"{0}\""},
    {"cli.usage.perhaps_command", "không có lệnh \"{0}\"; có phải \"{1}\"?",
     "no such command: \"{0}\"; did you mean \"{1}\"?"},
    {"cli.usage.required", "thiếu {0}", "{0} is missing"},
    {"cli.usage.one_output", "chỉ một thứ được in ra màn hình: --json hoặc một tệp “-”",
     "only one thing can be printed: --json, or one file \"-\""},
    {"cli.usage.no_option", "không có tùy chọn {0}", "there is no option {0}"},
    {"cli.usage.unexpected", "thừa “{0}”", "not expected: \"{0}\""},
    {"cli.usage.no_number", "giá trị không hợp lệ: {0}", "not a valid value: {0}"},
    {"cli.usage.excludes", "không dùng {0} cùng với {1}", "{0} does not go with {1}"},
    {"cli.usage.argument_missing", "{0} cần một giá trị", "{0} needs a value"},
    {"cli.usage.bad_value", "giá trị của {0} không hợp lệ", "the value of {0} is not valid"},
    {"cli.usage.out_of_range", "{0}: “{1}” không phải là số từ {2} đến {3}",
     "{0}: \"{1}\" is no number from {2} to {3}"},
    {"cli.usage.one_of", "{0}: chỉ dùng được một trong: {1}", "{0}: use one of: {1}"},
    {"cli.usage.no_count", "{0}: \"{1}\" không phải là số nguyên từ 0 đến {2}",
     "{0}: \"{1}\" is no whole number from 0 to {2}"},
    {"cli.usage.no_id", "không có mã số {0}; mã số bắt đầu từ 1", "there is no id {0}; ids begin with 1"},
    {"cli.usage.bad_sort",
     "không có thứ tự \"{0}\". Có: due (thời hạn), updated (cập nhật), given (ngày giao), agency (cơ quan), "
     "document (văn bản), progress (tiến độ).",
     "no such order: \"{0}\". Known: due, updated, given, agency, document, progress."},
    {"cli.usage.bad_day", "{0}: \"{1}\" không phải là ngày (viết 31/12/2023 hoặc 2023-12-31)",
     "{0}: \"{1}\" is no day (write 31/12/2023 or 2023-12-31)"},
    {"cli.usage.bad_days", "{0}: \"{1}\" không phải là số ngày (viết 7d hoặc 2w)",
     "{0}: \"{1}\" is no number of days (write 7d or 2w)"},
    {"cli.usage.bad_span", "{0}: \"{1}\" không phải là khoảng thời gian (viết 30d, 2w, 12h hoặc 45m)",
     "{0}: \"{1}\" is no span of time (write 30d, 2w, 12h or 45m)"},
    {"cli.usage.bad_moment",
     "{0}: \"{1}\" không phải là thời điểm (viết 2023-12-31 hoặc \"31/12/2023 07:30\")",
     "{0}: \"{1}\" is no time (write 2023-12-31 or \"31/12/2023 07:30\")"},
    {"cli.usage.bad_state",
     "không có tình trạng \"{0}\". Có: đang mở, hoàn thành, không có thời hạn, trong hạn, sắp đến hạn, đến "
     "hạn hôm "
     "nay, quá hạn, hoàn thành đúng hạn, hoàn thành quá hạn, hoàn thành không có thời hạn, không còn tính.",
     "no such state: \"{0}\". Known: open, completed, no_deadline, in_time, due_soon, due_today, overdue, "
     "completed_on_time, completed_late, completed_no_deadline, withdrawn."},
    {"cli.usage.bad_kind",
     "không có loại tin \"{0}\". Có: assigned (giao việc), reminder (nhắc việc), overdue (báo quá hạn), "
     "escalation (báo "
     "cấp trên), changed (thay đổi), pressed (đôn đốc), undelivered (không gửi được), flow (hồ sơ).",
     "no such kind: \"{0}\". Known: assigned, reminder, overdue, escalation, changed, pressed, undelivered, "
     "flow."},
    {"cli.usage.bad_role",
     "không có vai trò \"{0}\". Có: agency (cơ quan), office (văn phòng), operator (người vận hành), "
     "administrator (quản "
     "trị), gateway (cổng).",
     "no such role: \"{0}\". Known: agency, office, operator, administrator, gateway."},
    {"cli.usage.role_agency", "vai trò agency phải đi cùng --agency, các vai trò khác thì không",
     "the role agency needs --agency, and no other role takes it"},
    {"cli.usage.bad_key", "\"{0}\" không phải là khóa (40 ký tự Z85)",
     "\"{0}\" is not a key (40 characters Z85)"},
    {"cli.usage.bad_level",
     "không có cấp \"{0}\". Có: government (Chính phủ), ministry (bộ), province (tỉnh), district (huyện), "
     "commune (xã).",
     "no such level: \"{0}\". Known: government, ministry, province, district, commune."},
    {"cli.usage.to_or_by", "cần một trong hai: --to hoặc --by", "give either --to or --by"},
    {"cli.usage.since_journal", "nhật ký đã có đến số {0}: không dùng --since khác số đó, hoặc chọn tệp khác",
     "the journal stands at number {0}: leave --since out, or choose another file"},

    // Options
    {"cli.option.profile", "tệp hồ sơ (mặc định: $DONDOC_PROFILE, rồi ~/.config/dondoc/client.toml)",
     "the profile (default: $DONDOC_PROFILE, then ~/.config/dondoc/client.toml)"},
    {"cli.option.endpoint", "địa chỉ máy chủ, thay cho địa chỉ trong hồ sơ",
     "where the daemon is, instead of what the profile says"},
    {"cli.option.lang", "ngôn ngữ: vi hoặc en (mặc định: $DONDOC_LANG, rồi vi)",
     "language: vi or en (default: $DONDOC_LANG, then vi)"},
    {"cli.option.timeout", "chờ trả lời bao nhiêu giây (mặc định 30; 600 khi nhập kế hoạch, chỉnh đồng hồ)",
     "seconds to wait for an answer (default 30; 600 for imports and the clock)"},
    {"cli.option.json", "in ra JSON (cho chương trình khác đọc)", "print JSON, for programs"},
    {"cli.option.help", "in trang trợ giúp này", "print this page"},
    {"cli.option.version", "in phiên bản", "print the version"},
    {"cli.option.agency", "mã cơ quan", "code of the agency"},
    {"cli.option.document", "số, ký hiệu văn bản giao, ví dụ 122/KH-UBND",
     "number of the document, such as 122/KH-UBND"},
    {"cli.option.text",
     "từ có trong tên, yêu cầu, số nhiệm vụ, hoặc trong ý kiến, lý do, số văn bản kết quả của phần việc",
     "words in the title, requirement or number, or in a note, reason or number of a result"},
    {"cli.option.level_filter",
     "chỉ văn bản của cấp này: government (Chính phủ), ministry (bộ), province (tỉnh), district (huyện), "
     "commune (xã)",
     "only documents of this level: government, ministry, province, district, commune"},
    {"cli.option.state",
     "chỉ tình trạng này (dùng được nhiều lần): open (đang mở), completed (hoàn thành), no_deadline (không "
     "có thời hạn), "
     "in_time (trong hạn), due_soon (sắp đến hạn), due_today (đến hạn hôm nay), overdue (quá hạn), "
     "completed_on_time "
     "(hoàn thành đúng hạn), completed_late (hoàn thành quá hạn), completed_no_deadline (hoàn thành, không "
     "có thời hạn), "
     "withdrawn (không còn tính)",
     "only this state (may be repeated): open, completed, no_deadline, in_time, due_soon, due_today, "
     "overdue, "
     "completed_on_time, completed_late, completed_no_deadline, withdrawn"},
    {"cli.option.due_from", "thời hạn từ ngày này", "due on this day or later"},
    {"cli.option.due_to", "thời hạn đến hết ngày này", "due on this day or earlier"},
    {"cli.option.unassigned", "chỉ nhiệm vụ chưa xác định được cơ quan chủ trì",
     "only tasks for which no lead agency could be found"},
    {"cli.option.limit", "in nhiều nhất bao nhiêu dòng (mặc định 100, tối đa 1000)",
     "at most so many lines (default 100, at most 1000)"},
    {"cli.option.sort",
     "sắp theo due (thời hạn), updated (cập nhật), given (ngày giao), agency (cơ quan), document (văn bản) "
     "hoặc progress "
     "(tiến độ); thêm \"-\" ở đầu để đảo ngược",
     "order: due, updated, given, agency, document or progress; a \"-\" before it reverses it"},
    {"cli.option.reverse", "đảo ngược thứ tự", "the other way round"},
    {"cli.option.cooperating_in", "việc mà cơ quan phối hợp, thay vì chủ trì",
     "what the agency cooperates in, not what it leads"},
    {"cli.option.after_place", "xem tiếp từ vị trí mà trang trước đã in",
     "go on from where the page before ended"},
    {"cli.option.offset", "bỏ qua bao nhiêu dòng đầu", "leave out so many lines at the beginning"},
    {"cli.option.within", "trong bao nhiêu ngày tới (mặc định 7d)", "within so many days (default 7d)"},
    {"cli.option.task_id", "mã nhiệm vụ (cột NV)", "id of the task (column Task)"},
    {"cli.option.assignment_id", "mã phần việc (cột PV)", "id of the assignment (column Asgn)"},
    {"cli.option.complete_agency", "mã cơ quan chủ trì đã làm xong",
     "code of the lead agency that has completed it"},
    {"cli.option.result_date", "ngày của văn bản kết quả (mặc định: hôm nay)",
     "day of the result's document (default: today)"},
    {"cli.option.note", "ghi chú, ví dụ số văn bản kết quả",
     "a note, such as the number of the result's document"},
    {"cli.option.register_file", "tệp danh bạ cơ quan (TOML), hoặc thư mục các tệp của nhiều tỉnh",
     "the register of agencies (TOML), or a folder of several provinces' files"},
    {"cli.option.dry_run", "chỉ đọc và báo cáo, không thay đổi gì", "read and report only, change nothing"},
    {"cli.option.agency_text", "phần của mã, tên hoặc tên gọi khác", "part of a code, name or alias"},
    {"cli.option.to", "chỉnh đến thời điểm này", "advance to this time"},
    {"cli.option.by", "chỉnh thêm khoảng này: 30d, 2w, 12h", "advance by so much: 30d, 2w, 12h"},
    {"cli.option.kind",
     "chỉ loại này: assigned (giao việc), reminder (nhắc việc), overdue (báo quá hạn), escalation (báo cấp "
     "trên), changed "
     "(thay đổi), pressed (đôn đốc), undelivered (không gửi được), flow (hồ sơ)",
     "only this kind: assigned, reminder, overdue, escalation, changed, pressed, undelivered, flow"},
    {"cli.option.after", "chỉ tin sau tin có mã này, theo thứ tự đang xem",
     "only what comes after the event with this id, in the order shown"},
    {"cli.option.log_since", "từ ngày hoặc thời điểm này (31/12/2023, \"31/12/2023 07:30\")",
     "from this day or time on (31/12/2023, \"31/12/2023 07:30\")"},
    {"cli.option.log_until", "đến hết ngày này, hoặc trước thời điểm này",
     "to the end of this day, or before this time"},
    {"cli.option.newest_first", "tin mới nhất ở trên", "the newest first"},
    {"cli.option.key_agency", "mã cơ quan của khóa (vai trò agency)", "agency of the key (role agency)"},
    {"cli.option.key_name", "tên để nhận ra khóa này", "a name by which to know the key"},
    {"cli.option.role",
     "vai trò: agency (cơ quan), office (văn phòng), operator (người vận hành), administrator (quản trị), "
     "gateway (cổng)",
     "role: agency, office, operator, administrator, gateway"},
    {"cli.option.out", "ghi hồ sơ mới vào tệp này", "write the new profile to this file"},
    {"cli.option.server_key", "khóa công khai của máy chủ (mặc định: như trong hồ sơ đang dùng)",
     "public key of the daemon (default: as in your own profile)"},
    {"cli.option.profile_endpoint", "địa chỉ máy chủ ghi vào hồ sơ mới (mặc định: địa chỉ đang dùng)",
     "where the owner of the new profile finds the daemon (default: where you do)"},
    {"cli.option.force", "ghi đè tệp đã có", "overwrite the file if it is there"},
    {"cli.option.public_key", "khóa công khai (40 ký tự Z85)", "a public key (40 characters Z85)"},
    {"cli.option.key_or_name",
     "mã khóa như trong “key list”, khóa công khai, hoặc tên chỉ một khóa còn hiệu lực mang",
     "short name of the key as in \"key list\", a public key, or a name that only one key in force has"},
    {"cli.option.listen_agency", "nghe hộp tin của cơ quan này (mặc định: cơ quan của khóa)",
     "the inbox of this agency (default: the key's own)"},
    {"cli.option.from_now",
     "bên nghe mới: bắt đầu từ tin kế tiếp, không nhận những tin đã có; đã nghe rồi thì đi tiếp như thường",
     "a new listener: begins with the next event, without those that are there; one that has listened goes "
     "on"},
    {"cli.option.since", "bắt đầu ngay sau tin số N (0: từ đầu); không kèm --state thì không ghi nhớ vị trí",
     "begin after number N (0: from the beginning); without --state the position is not kept"},
    {"cli.option.consumer", "tên của bên nghe này; hai bên nghe cùng khóa phải khác tên",
     "name of this listener; two listeners of one key need two names"},
    {"cli.option.state_file", "tệp ghi nhớ đã nhận đến số nào (mặc định trong ~/.local/state/dondoc)",
     "file that remembers the position (default in ~/.local/state/dondoc)"},
    {"cli.option.journal", "ghi mỗi tin thành một dòng JSON vào tệp này, mỗi tin đúng một lần",
     "append every event to this file as a line of JSON, each exactly once"},
    {"cli.option.exec",
     "chạy lệnh này cho mỗi tin: JSON ở đầu vào chuẩn, DONDOC_AGENCY, DONDOC_NUMBER, DONDOC_KIND... ở môi "
     "trường; "
     "chạy lại đến khi thành công",
     "run this for each event: JSON on standard input, DONDOC_AGENCY, DONDOC_NUMBER, DONDOC_KIND... in the "
     "environment; again until it succeeds"},
    {"cli.option.until_idle", "kết thúc khi đã nhận hết tin hiện có",
     "end when all that is there has been received"},
    {"cli.option.shell", "bash, zsh hoặc fish", "bash, zsh or fish"},
    {"cli.option.plan_file", "tệp kế hoạch", "the plan"},
    {"cli.option.plan_document", "số, ký hiệu của kế hoạch, ví dụ 122/KH-UBND",
     "number of the plan, such as 122/KH-UBND"},
    {"cli.option.issued", "ngày ban hành", "day on which it was issued"},
    {"cli.option.level",
     "cấp giao: government (Chính phủ), ministry (bộ), province (tỉnh), district (huyện), commune (xã)",
     "level of the issuer: government, ministry, province, district, commune"},
    {"cli.option.title", "trích yếu", "title of the document"},
    {"cli.option.issuer", "cơ quan ban hành", "who issued it"},
    {"cli.option.register", "danh bạ cơ quan để nhận ra tên trong kế hoạch (mặc định: danh bạ mẫu)",
     "register by which the names in the plan are known (default: the sample)"},
    {"cli.option.strict", "từ chối kế hoạch nếu có chỗ không đọc được",
     "refuse the plan if anything cannot be read"},

    // Columns
};

}  // namespace

std::span<const Entry> command_line_entries() {
    return command_line_sentences;
}

}  // namespace dondoc::text
