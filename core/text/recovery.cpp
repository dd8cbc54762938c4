// SPDX-License-Identifier: Apache-2.0
// Keys that are lost, rotated or handed out, and restores that would lock somebody out: what dondocd says of
// them.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry recovery_sentences[] = {
    {"administrator.made",
     "Đã cấp một khóa quản trị mới; hồ sơ ở {0}. Hồ sơ có khóa bí mật: chỉ người quản trị được đọc.",
     "A new administrator's key was granted; its profile is {0}. It holds a secret: keep it to yourself."},
    {"administrator.next",
     "Tiếp theo: khởi động dondocd, rồi xem “dondoc key list” và thu hồi các khóa quản trị không còn dùng.",
     "Next: start dondocd, then look at \"dondoc key list\" and revoke administrators' keys that are no "
     "longer "
     "used."},
    {"administrator.no_database",
     "Không có cơ sở dữ liệu {0}. Lần khởi động đầu tiên tự tạo khóa quản trị; nếu cần khôi phục: dondocd "
     "--restore TỆP.",
     "There is no database {0}. The first start makes an administrator's key by itself; to restore one: "
     "dondocd "
     "--restore FILE."},
    {"administrator.old_kept", "Hồ sơ trước đó được giữ ở {0}.",
     "The profile that was there is kept as {0}."},
    {"daemon.option.force", "với --rotate-key finish: đổi khóa dù có bên còn chưa nhận được khóa mới",
     "with --rotate-key finish: even when somebody has not heard of the new key"},
    {"daemon.option.new_administrator",
     "cấp một khóa quản trị mới và ghi hồ sơ admin.toml, khi hồ sơ cũ đã mất hoặc không dùng được",
     "grant a new administrator's key and write admin.toml, when the old one is lost or opens nothing"},
    {"daemon.option.new_server_key",
     "tạo khóa mới cho dondocd khi khóa cũ đã mất và không có bản sao; mọi hồ sơ phải được sửa theo",
     "make a new key of dondocd when the old one is lost and has no copy; every profile has to be changed"},
    {"daemon.help.exit_codes",
     "Mã kết thúc: 0 xong; 1 chưa làm được, có thể thử lại; 2 dùng sai lệnh, cấu hình sai, hoặc lỗi mà khởi "
     "động "
     "lại không khắc phục được.",
     "Exit codes: 0 done; 1 could not be done now; 2 wrong usage or configuration, or what no restart "
     "mends."},
    {"data.no_folder",
     "Không có và không tạo được thư mục dữ liệu {0}: {1}. Hãy sửa data_dir trong tệp cấu hình, hoặc tạo thư "
     "mục ấy cho người dùng chạy dondocd.",
     "There is no data folder {0} and it cannot be made: {1}. Mend data_dir in the configuration, or make "
     "the folder for the user that runs dondocd."},
    {"data.not_ours",
     "dondocd không có quyền đọc và ghi {0}. Hãy chạy bằng người dùng sở hữu thư mục dữ liệu, hoặc giao lại "
     "cho "
     "người dùng ấy: chown -R dondoc {0}",
     "dondocd may not read and write {0}. Run it as the owner of the data folder, or hand it over: chown -R "
     "dondoc "
     "{0}"},
    {"keys.made", "Đã tạo khóa mới cho dondocd. Khóa công khai: {0}",
     "A new key of dondocd was made. Its public half: {0}"},
    {"keys.made_next",
     "Hồ sơ của mọi cơ quan và người dùng vẫn ghi khóa cũ và chưa kết nối được. Gửi khóa công khai trên cho "
     "từng "
     "nơi qua một đường tin cậy; ở mỗi nơi chạy: dondoc key server '{0}'. Rồi khởi động dondocd.",
     "The profiles of all agencies and people still have the old key and cannot connect. Send them the "
     "public key "
     "above on a way that can be trusted; each of them runs: dondoc key server '{0}'. Then start dondocd."},
    {"keys.never_announced",
     "Khóa kế tiếp chưa từng được thông báo: nếu đổi bây giờ thì mọi hồ sơ đều không kết nối được. Hãy khởi "
     "động "
     "dondocd, đợi các bên kết nối, rồi chạy lại. Vẫn muốn đổi: thêm --force.",
     "The next key was never announced: after this no profile could connect. Start dondocd, wait until the "
     "clients "
     "have been connected, then run this again. To do it all the same: add --force."},
    {"keys.not_lost", "{0} vẫn còn: không tạo khóa khác. Để đổi khóa, dùng --rotate-key.",
     "{0} is there: no other key is made. To change it, use --rotate-key."},
    {"keys.not_told",
     "{0} khóa còn hiệu lực chưa kết nối lần nào từ khi thông báo khóa kế tiếp, nên sẽ không kết nối được "
     "nữa: {1}. "
     "Hãy đợi, hoặc thu hồi khóa không dùng; vẫn muốn đổi: thêm --force.",
     "{0} keys in force have not been connected since the next key was announced and would be locked out: "
     "{1}. "
     "Wait, or revoke what is not used; to do it all the same: add --force."},
    {"keys.profile_changed", "Hồ sơ quản trị {0} đã ghi khóa mới.",
     "The administrator's profile {0} has it."},
    {"restore.other_clock",
     "{0} được giữ bằng {1}, còn nơi khôi phục dùng {2}; dữ liệu thử không thay được dữ liệu thật. Không có "
     "gì bị "
     "thay đổi.",
     "{0} was kept by {1}, and what it would replace by {2}; a trial does not take the place of the real "
     "thing. "
     "Nothing was changed."},
    {"restore.served",
     "{0} là cơ sở dữ liệu của một dondocd đang chạy, không phải bản sao lưu. Hãy tạo bản sao lưu bằng "
     "dondoc "
     "backup rồi khôi phục từ đó. Không có gì bị thay đổi.",
     "{0} is the database of a dondocd that is running, not a backup. Make one with dondoc backup and "
     "restore that. "
     "Nothing was changed."},
};

}  // namespace

std::span<const Entry> recovery_entries() {
    return recovery_sentences;
}

}  // namespace dondoc::text
