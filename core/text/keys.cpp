// SPDX-License-Identifier: Apache-2.0
// Keys that are made, handed out and revoked by dondoc.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry key_sentences[] = {
    {"cli.column.file", "Tệp", "File"},
    {"cli.column.short_name", "Mã khóa", "Key"},
    {"cli.key.all_have_one", "Cơ quan nào cũng đã có khóa; để cấp thêm khóa nữa, dùng --again.",
     "Every agency has a key already; --again makes another."},
    {"cli.key.issue_about", "tạo hồ sơ cho nhiều cơ quan một lúc, mỗi cơ quan một tệp",
     "make profiles for many agencies at once, a file each"},
    {"cli.key.issued", "Đã cấp {0} khóa; hồ sơ ở {1}. Mỗi tệp có khóa bí mật: chỉ giao cho cơ quan của nó.",
     "{0} keys granted; their profiles are in {1}. Each holds a secret: give it to its agency only."},
    {"cli.key.local_endpoint",
     "Chú ý: hồ sơ {0} ghi địa chỉ {1}, chỉ dùng được trên chính máy này. Máy khác cần một địa chỉ khác: "
     "--profile-endpoint tcp://máy:7710, hoặc đặt [listen] public trong dondocd.toml.",
     "Note: the profile {0} says {1}, which is good on this machine only. Another one needs another address: "
     "--profile-endpoint tcp://host:7710, or [listen] public in dondocd.toml."},
    {"cli.key.no_encryption", "Thư viện nén trên máy này không mã hóa được; hãy bỏ --archive.",
     "The library for archives on this machine cannot encrypt; leave --archive out."},
    {"cli.key.passphrases",
     "Mật khẩu của từng tệp ở {0}: gửi cho cơ quan bằng một đường khác, như điện thoại. Mở tệp bằng 7-Zip.",
     "What opens each file is in {0}: tell it on another way, such as by telephone. 7-Zip opens the files."},
    {"cli.key.server_about", "ghi khóa mới của máy chủ vào hồ sơ, khi khóa cũ đã mất",
     "write the daemon's new key into the profile, when the old one was lost"},
    {"cli.key.server_changed", "Đã ghi khóa mới của máy chủ vào {0}.", "The daemon's new key is in {0}."},
    {"cli.option.issue_again", "cả cơ quan đã có khóa", "also for agencies that have a key"},
    {"cli.option.issue_agencies", "mã cơ quan; không ghi thì mọi cơ quan chưa có khóa",
     "codes of agencies; without them all that have no key"},
    {"cli.option.issue_archive", "mỗi hồ sơ trong một tệp .zip có mật khẩu riêng",
     "each profile in a .zip file with a passphrase of its own"},
    {"cli.option.issue_folder", "ghi các hồ sơ vào thư mục này", "the folder for the profiles"},
    {"cli.option.key_in_full", "in khóa công khai thay cho mã khóa",
     "the public keys, not their short names"},
    {"cli.option.new_server_key", "khóa công khai mới của máy chủ (40 ký tự), do người quản trị đưa",
     "the daemon's new public key (40 characters), as its administrator gave it"},
};

}  // namespace

std::span<const Entry> key_entries() {
    return key_sentences;
}

}  // namespace dondoc::text
