// SPDX-License-Identifier: Apache-2.0
// dondoc setup: what it asks, does, and says at the end.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry setup_sentences[] = {
    {"cli.setup.about",
     "thiết lập lần đầu: hỏi vài câu, nạp danh bạ của tỉnh, ghi cấu hình, tạo khóa, khởi động; chạy lại được",
     "first set-up: asks a few questions, takes in the province's register, writes the configuration, makes "
     "keys, starts; can be "
     "run again"},
    {"cli.option.setup_province", "tên hoặc số của tỉnh, thành phố; hoặc tệp danh bạ của mình",
     "name or number of the province; or the file of a register of one's own"},
    {"cli.option.setup_office", "mã cơ quan của Văn phòng theo dõi; mặc định là Văn phòng UBND trong danh bạ",
     "code of the monitoring office; without it the committee's office in the register"},
    {"cli.option.setup_time", "giờ gửi nhắc việc mỗi ngày, như 07:30",
     "when agencies are told each day, as 07:30"},
    {"cli.option.setup_address",
     "tên máy (và cổng) mà các cơ quan dùng để kết nối; không có thì chỉ dùng trên máy này",
     "host (and port) by which agencies connect; without it this machine only"},
    {"cli.option.setup_operator", "họ tên người vận hành đầu tiên", "name of the first operator"},
    {"cli.option.setup_operator_email", "thư điện tử của người ấy", "mail address of the first operator"},
    {"cli.option.setup_mail_server",
     "máy chủ thư để gửi đến từng người (máy, máy:cổng hoặc smtp://máy:cổng); cần dondoc-relay",
     "mail server by which persons are told (host, host:port or smtp://host:port); needs dondoc-relay"},
    {"cli.option.setup_mail_from", "địa chỉ gửi thư, như \"Đôn đốc <dondoc@tinh.gov.vn>\"",
     "sender of mails, as \"Name <dondoc@tinh.gov.vn>\""},
    {"cli.option.setup_profiles", "thư mục ghi hồ sơ kết nối; mặc định là profiles trong thư mục dữ liệu",
     "folder for the profiles; without it profiles in the data folder"},
    {"cli.option.setup_config", "tệp cấu hình của dondocd", "configuration file of dondocd"},
    {"cli.option.setup_dry_run", "chỉ cho xem sẽ ghi gì", "only show what would be written"},
    {"cli.setup.ask_province", "Tỉnh, thành phố nào (tên hoặc số; hoặc tệp danh bạ)",
     "Which province (name or number; or the file of a register)"},
    {"cli.setup.ask_office", "Mã của Văn phòng theo dõi chung", "Code of the monitoring office"},
    {"cli.setup.ask_time", "Giờ gửi nhắc việc mỗi ngày", "Time of day at which agencies are told"},
    {"cli.setup.ask_address", "Tên máy mà các cơ quan dùng để kết nối (để trống: chỉ máy này)",
     "Host by which agencies connect (empty: this machine only)"},
    {"cli.setup.ask_operator", "Họ tên người vận hành đầu tiên (để trống: chưa có)",
     "Name of the first operator (empty: none yet)"},
    {"cli.setup.ask_operator_email", "Thư điện tử của người ấy (để trống: chưa có)",
     "Mail address of the first operator (empty: none yet)"},
    {"cli.setup.ask_mail_server", "Máy chủ thư để gửi đến từng người (để trống: chưa gửi thư)",
     "Mail server by which persons are told (empty: no mail yet)"},
    {"cli.setup.ask_mail_from", "Địa chỉ gửi thư, như Đôn đốc <dondoc@tinh.gov.vn>",
     "Sender of mails, as Name <dondoc@tinh.gov.vn>"},
    {"cli.setup.no_relay",
     "Chưa cài dondoc-relay nên chưa gửi thư được: sudo apt install dondoc-relay, rồi chạy lại.",
     "dondoc-relay, which sends mail, is not installed: sudo apt install dondoc-relay, then run it again."},
    {"cli.setup.mail_without_server", "--mail-from cần đi cùng --mail-server",
     "--mail-from needs --mail-server"},
    {"cli.setup.mail_without_sender", "cần --mail-from: địa chỉ mà thư được gửi đi, như dondoc@tinh.gov.vn",
     "--mail-from is needed: the address that mails come from, as dondoc@tinh.gov.vn"},
    {"cli.setup.broken_off", "Đã dừng giữa chừng; chưa thay đổi gì.", "Broken off; nothing was changed."},
    {"cli.setup.which_province", "cần biết tỉnh, thành phố nào: tên, số, hoặc tệp danh bạ (--province)",
     "a province is needed: its name, its number, or the file of a register (--province)"},
    {"cli.setup.unknown_province",
     "Không có danh bạ của “{0}”. Chọn một trong: {1}; hoặc nêu tệp danh bạ của mình.",
     "There is no register of “{0}”. One of: {1}; or name the file of your own."},
    {"cli.setup.no_registers",
     "Không thấy danh bạ nào đi kèm dondoc (gói dondoc-common): nêu tệp danh bạ của mình với --province.",
     "None of dondoc's registers is here (package dondoc-common): name the file of your own with "
     "--province."},
    {"cli.setup.unknown_office", "Danh bạ {1} không có cơ quan nào mang mã {0}; thường là {2}.",
     "The register {1} has no agency with the code {0}; it usually is {2}."},
    {"cli.setup.bad_time", "“{0}” không phải giờ trong ngày; viết như 07:30",
     "“{0}” is no time of day; write it as 07:30"},
    {"cli.setup.needs_root",
     "Cấu hình đã cài chỉ quản trị hệ thống sửa được: chạy sudo dondoc setup (xem trước thì thêm --dry-run).",
     "The installed configuration is the system administrator's: run sudo dondoc setup (or look first with "
     "--dry-run)."},
    {"cli.setup.none", "(không)", "(none)"},
    {"cli.setup.province", "Tỉnh, thành phố", "Province"},
    {"cli.setup.register", "Danh bạ", "Register"},
    {"cli.setup.office", "Văn phòng theo dõi", "Monitoring office"},
    {"cli.setup.time", "Giờ gửi", "Time of day"},
    {"cli.setup.address", "Máy khác kết nối qua", "Others connect to"},
    {"cli.setup.operator", "Người vận hành", "Operator"},
    {"cli.setup.mail_server", "Máy chủ thư", "Mail server"},
    {"cli.setup.mail_from", "Địa chỉ gửi thư", "Mails come from"},
    {"cli.setup.mail_refused", "dondoc-relay không nhận cấu hình này, nên cấu hình cũ vẫn giữ:\n{0}",
     "dondoc-relay refuses this configuration, so the one before is kept:\n{0}"},
    {"cli.setup.mail_written", "Đã ghi {0}; dondoc-relay chấp nhận.",
     "{0} was written; dondoc-relay accepts it."},
    {"cli.setup.next_mail",
     "  Thư: sudo install -o dondoc-relay -m 600 {0} /etc/dondoc/, mật khẩu (nếu cần) đặt ở một tệp của "
     "/etc/dondoc/dondoc-relay.d, rồi systemctl enable --now dondoc-relay (đang chạy thì restart); thử: "
     "dondoc contact test \"Họ "
     "tên\"",
     "  Mail: sudo install -o dondoc-relay -m 600 {0} /etc/dondoc/, a password (if one is needed) goes into "
     "a file of "
     "/etc/dondoc/dondoc-relay.d, then systemctl enable --now dondoc-relay (restart where it runs); try it: "
     "dondoc contact test "
     "\"Name\""},
    {"cli.setup.profiles", "Hồ sơ ghi vào", "Profiles go to"},
    {"cli.setup.file", "Sẽ ghi tệp", "File to be written"},
    {"cli.setup.dry_run", "Chỉ xem: chưa ghi gì, chưa khởi động gì.",
     "Only shown: nothing was written or started."},
    {"cli.setup.go_on", "Làm như trên?", "Go on?"},
    {"cli.setup.refused", "dondocd không nhận cấu hình này, nên cấu hình cũ vẫn giữ:\n{0}",
     "dondocd refuses this configuration, so the old one stays:\n{0}"},
    {"cli.setup.not_started", "dondocd không khởi động được: {0}", "dondocd did not start: {0}"},
    {"cli.setup.written", "Đã ghi {0}; dondocd chấp nhận.", "{0} was written; dondocd accepts it."},
    {"cli.setup.unchanged", "{0} đã đúng như vậy từ trước.", "{0} was as it should be already."},
    {"cli.setup.office_key", "Văn phòng", "Office"},
    {"cli.setup.profile_made", "Đã tạo hồ sơ {0} cho “{1}”; ai giữ tệp này thì dùng được quyền của nó.",
     "The profile {0} for “{1}” was made; whoever has the file has its rights."},
    {"cli.setup.profile_kept", "Hồ sơ {0} của “{1}” đã có và còn dùng được.",
     "The profile {0} of “{1}” is there already and holds."},
    {"cli.setup.profile_elsewhere",
     "“{0}” đã có khóa {1}, hồ sơ không ở đây. Mất hồ sơ thì dondoc key revoke {1} rồi chạy lại.",
     "“{0}” has the key {1} already; its profile is not here. If it is lost: dondoc key revoke {1}, then run "
     "this again."},
    {"cli.setup.person_added", "{0} là người vận hành của Văn phòng trong danh sách người dùng.",
     "{0} is now a person of the office with the role of an operator."},
    {"cli.setup.next", "Việc tiếp theo:", "What to do next:"},
    {"cli.setup.next_start", "  dondocd không chạy dưới systemd ở đây, nên đã được dừng lại. Chạy: {0}",
     "  Without systemd here, dondocd was ended again. Start it: {0}"},
    {"cli.setup.next_restart",
     "  dondocd đang chạy do người khác khởi động: hãy khởi động lại để theo cấu hình mới.",
     "  dondocd was started by somebody else: restart it, so that it goes by the new configuration."},
    {"cli.setup.next_keep", "  Cất bản sao của {0} và {1} ở nơi an toàn: bản sao lưu hằng đêm không có khóa.",
     "  Keep a copy of {0} and {1} in a safe place: the nightly backup has no keys."},
    {"cli.setup.next_address",
     "  Để các cơ quan kết nối từ máy khác: chạy lại với --address TÊN-MÁY, mở cổng trên tường lửa.",
     "  For agencies on other machines: run this again with --address HOST, and open the port in the "
     "firewall."},
    {"cli.setup.next_keys",
     "  Mở cổng trên tường lửa, rồi cấp khóa cho các cơ quan: dondoc key issue --folder khoa --archive",
     "  Open the port in the firewall, then make the agencies' keys: dondoc key issue --folder keys "
     "--archive"},
    {"cli.setup.next_web",
     "  Trang web: sudo install -o dondoc-web -m 600 {0} /etc/dondoc/, sửa url trong dondoc-web.toml, rồi "
     "systemctl enable --now dondoc-web",
     "  Pages: sudo install -o dondoc-web -m 600 {0} /etc/dondoc/, mend url in dondoc-web.toml, then "
     "systemctl enable --now dondoc-web"},
    {"cli.setup.next_plan",
     "  Nhập văn bản đầu tiên: dondoc plan preview TỆP, rồi dondoc plan import TỆP --level province",
     "  Take in the first document: dondoc plan preview FILE, then dondoc plan import FILE --level province"},
    {"cli.setup.next_watch", "  Trông coi: dondoc status --check; số đo cho Prometheus: dondoc metrics",
     "  Watch over it: dondoc status --check; figures for Prometheus: dondoc metrics"},
};

}  // namespace

std::span<const Entry> setup_entries() {
    return setup_sentences;
}

}  // namespace dondoc::text
