// SPDX-License-Identifier: Apache-2.0
// What the operating system and the TOML reader say, as part of a sentence.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry system_sentences[] = {
    {"system.eacces", "không có quyền truy cập", "permission denied"},
    {"system.eaddrinuse", "địa chỉ đang được chương trình khác dùng", "the address is in use"},
    {"system.eaddrnotavail", "máy này không có địa chỉ đó", "this machine has no such address"},
    {"system.ebusy", "đang được dùng", "it is in use"},
    {"system.econnrefused", "bên kia từ chối kết nối", "connection refused"},
    {"system.edquot", "hết hạn mức đĩa", "disk quota exceeded"},
    {"system.eexist", "đã có rồi", "it is there already"},
    {"system.efbig", "tệp quá lớn", "the file is too large"},
    {"system.einval", "giá trị không hợp lệ", "not a valid value"},
    {"system.eio", "lỗi đọc ghi của ổ đĩa", "the disk failed to read or write"},
    {"system.eisdir", "đây là thư mục, không phải tệp", "it is a folder"},
    {"system.eloop", "các liên kết trỏ vòng quanh", "symbolic links go round in a circle"},
    {"system.emfile", "chương trình đã mở quá nhiều tệp", "the program has too many files open"},
    {"system.enametoolong", "tên quá dài", "the name is too long"},
    {"system.enetunreach", "không có đường mạng tới đó", "the network cannot be reached"},
    {"system.enfile", "máy đã mở quá nhiều tệp", "the machine has too many files open"},
    {"system.enodev", "không có thiết bị hoặc giao diện mạng này", "there is no such device or interface"},
    {"system.enoent", "không có tệp hoặc thư mục này", "there is no such file or folder"},
    {"system.enoexec", "tệp không chạy được", "the file cannot be run"},
    {"system.enomem", "hết bộ nhớ", "out of memory"},
    {"system.enospc", "ổ đĩa đầy", "the disk is full"},
    {"system.enotdir", "một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"},
    {"system.enotempty", "thư mục không rỗng", "the folder is not empty"},
    {"system.enxio", "không có thiết bị này", "there is no such device"},
    {"system.eperm", "không được phép", "it is not permitted"},
    {"system.epipe", "bên nhận đã đóng", "the reader has closed"},
    {"system.eprotonosupport", "loại địa chỉ này không dùng được", "this kind of address cannot be used"},
    {"system.erofs", "hệ thống tệp chỉ đọc", "the file system is read-only"},
    {"system.etimedout", "quá thời gian chờ", "timed out"},
    {"system.exdev", "hai nơi không cùng một ổ đĩa", "the two are on different disks"},

    {"toml.array", "danh sách [...]", "a list [...]"},
    {"toml.boolean", "giá trị true hoặc false", "a value true or false"},
    {"toml.date", "ngày hoặc giờ", "a date or time"},
    {"toml.encoding", "chữ không phải UTF-8", "text that is not UTF-8"},
    {"toml.inline_table", "bảng trong ngoặc nhọn", "a table in braces"},
    {"toml.key", "dòng “tên = giá trị”", "a line \"name = value\""},
    {"toml.number", "một số", "a number"},
    {"toml.string", "một chuỗi trong dấu nháy", "a text in quotes"},
    {"toml.table", "tên mục [...]", "the name of a section [...]"},
    {"toml.twice", "một tên được ghi hai lần", "a name that is there twice"},
    {"toml.value", "một giá trị", "a value"},
};

}  // namespace

std::span<const Entry> system_entries() {
    return system_sentences;
}

}  // namespace dondoc::text
