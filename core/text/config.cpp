// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

// {0} is the full name of the key, except where there is none.
constexpr std::array config_sentences{
    // The configuration file
    Entry{"config.bad_agency_code",
          "{0}: “{1}” không phải mã cơ quan; mã gồm 1 đến 35 ký tự A-Z, a-z, 0-9 và dấu . _ -",
          "{0}: “{1}” is not an agency code, which is 1 to 35 characters of A-Z, a-z, 0-9 and . _ -"},
    Entry{"config.bad_days", "{0}: “{1}” phải là số ngày, viết như \"7d\", từ 1 đến {2}.",
          "{0}: “{1}” must be a number of days, such as \"7d\", from 1 to {2}."},
    Entry{
        "config.bad_duration",
        "{0}: “{1}” không phải khoảng thời gian; viết \"7d\" là 7 ngày, \"2w\" là 2 tuần, \"5wd\" là 5 ngày "
        "làm việc, từ 1 đến {2} ngày.",
        "{0}: “{1}” is not a duration; write \"7d\" for 7 days, \"2w\" for 2 weeks, \"5wd\" for 5 working "
        "days, from 1 to {2} days."},
    Entry{"config.bad_endpoint", "{0}: “{1}” không phải địa chỉ; viết tcp://máy:cổng hoặc ipc:///đường/dẫn.",
          "{0}: “{1}” is not an address; write tcp://host:port or ipc:///path."},
    Entry{"config.bad_instant", "{0}: “{1}” không phải thời điểm; viết như \"2023-05-13T08:00\".",
          "{0}: “{1}” is not an instant; write one such as \"2023-05-13T08:00\"."},
    Entry{"config.bad_name", "{0}: tên dài quá {1} byte hoặc có ký tự điều khiển.",
          "{0}: the name is longer than {1} bytes or has control characters."},
    Entry{"config.bad_public",
          "{0}: “{1}” không phải địa chỉ mà máy khác kết nối tới được; viết tcp://tên-máy:cổng.",
          "{0}: “{1}” is no address that other machines can connect to; write tcp://host:port."},
    Entry{"config.bad_time", "{0}: “{1}” không phải giờ trong ngày; viết như \"07:30\".",
          "{0}: “{1}” is not a time of day; write one such as \"07:30\"."},
    Entry{"config.empty", "{0}: không được để trống.", "{0}: must not be empty."},
    Entry{"config.endpoint_taken", "{0}: địa chỉ {1} đã dùng cho listen.sessions.",
          "{0}: the address {1} is used by listen.sessions already."},
    Entry{"config.escalation_half",
          "{0}: escalate_after cần nơi nhận: [office] hoặc escalate_to; escalate_to cần escalate_after.",
          "{0}: escalate_after needs somebody to tell, [office] or escalate_to; escalate_to needs "
          "escalate_after."},
    Entry{"config.every_last", "{0}: mục \"every ...\" chỉ có một và phải đứng cuối danh sách.",
          "{0}: there is one \"every ...\" at most, and it is the last of the list."},
    Entry{"config.every_unit", "{0}: “{1}” phải tính cùng đơn vị (d hoặc wd) với mục đứng ngay trước nó.",
          "{0}: “{1}” must count in the unit (d or wd) of the entry before it."},
    Entry{"config.limit_alone", "{0}: chỉ có nghĩa khi danh sách after kết thúc bằng \"every ...\".",
          "{0}: means something only when the list after ends with \"every ...\"."},
    Entry{"config.missing", "{0}: phải có.", "{0}: must be there."},
    Entry{"config.no_endpoint", "{0}: phải có ít nhất một địa chỉ.", "{0}: needs one address at least."},
    Entry{"config.no_office", "{0}: cần nơi nhận; nêu văn phòng bằng [office] agency = \"MÃ\".",
          "{0}: needs somebody to tell; name the office with [office] agency = \"CODE\"."},
    Entry{"config.not_day", "{0}: phải là một ngày, viết không có dấu nháy như 2023-01-02.",
          "{0}: must be a day, written without quotes such as 2023-01-02."},
    Entry{"config.not_decimal", "{0}: phải là số từ {1} đến {2}, viết không có dấu nháy như 0.75.",
          "{0}: must be a number from {1} to {2}, written without quotes such as 0.75."},
    Entry{"config.not_falling",
          "{0}: các mốc phải xếp từ xa đến gần ngày đến hạn, như [\"15d\", \"7d\", \"1d\"].",
          "{0}: steps must stand from the furthest to the nearest, such as [\"15d\", \"7d\", \"1d\"]."},
    Entry{"config.not_flag", "{0}: phải là true hoặc false.", "{0}: must be true or false."},
    Entry{"config.not_integer", "{0}: phải là số nguyên từ {1} đến {2}.",
          "{0}: must be a whole number from {1} to {2}."},
    Entry{"config.not_one_of", "{0}: “{1}” không dùng được; chọn một trong: {2}.",
          "{0}: “{1}” cannot be used; choose one of: {2}."},
    Entry{"config.not_rising", "{0}: các mốc phải xếp từ sớm đến muộn, như [\"1d\", \"3d\", \"1w\"].",
          "{0}: steps must stand from the earliest to the latest, such as [\"1d\", \"3d\", \"1w\"]."},
    Entry{"config.not_section", "{0}: phải là một mục, mở đầu bằng dòng [{0}].",
          "{0}: must be a section, begun by a line [{0}]."},
    Entry{"config.not_sections", "{0}: phải là các mục, mỗi mục mở đầu bằng dòng [[{0}]].",
          "{0}: must be sections, each begun by a line [[{0}]]."},
    Entry{"config.not_text", "{0}: phải là chuỗi ký tự trong dấu nháy kép.",
          "{0}: must be text in double quotes."},
    Entry{"config.not_texts", "{0}: phải là danh sách chuỗi ký tự, như [\"a\", \"b\"].",
          "{0}: must be a list of texts, such as [\"a\", \"b\"]."},
    Entry{"config.out_of_range", "{0}: phải nằm trong khoảng từ {1} đến {2}.",
          "{0}: must be from {1} to {2}."},
    Entry{"config.path_too_long", "{0}: đường dẫn trong “{1}” dài quá {2} byte.",
          "{0}: the path in “{1}” is longer than {2} bytes."},
    Entry{
        "config.policies_cross",
        "{0}: chính sách “{1}” và “{2}” ở trên cùng nhận một số việc mà không cái nào nằm trọn trong cái "
        "kia; "
        "hãy thu hẹp một bên (levels, priorities, kinds, agencies).",
        "{0}: the policies “{1}” and “{2}” above share some work and neither is a part of the other; narrow "
        "one of them (levels, priorities, kinds, agencies)."},
    Entry{"config.policy_unreachable",
          "{0}: mọi việc của chính sách “{1}” đã thuộc “{2}” và các chính sách ở trên, nên nó không bao giờ "
          "được dùng; hãy đưa nó lên trước hoặc bỏ đi.",
          "{0}: all that the policy “{1}” is meant for belongs to “{2}” and those above, so that it would "
          "never "
          "be used; move it up or remove it."},
    Entry{"config.policy_twice", "{0}: đã có một chính sách tên “{1}” ở trên.",
          "{0}: there is a policy named “{1}” above already."},
    Entry{"config.start_missing", "{0}: đồng hồ mô phỏng cần clock.start, như \"2023-05-13T08:00\".",
          "{0}: a simulated clock needs clock.start, such as \"2023-05-13T08:00\"."},
    Entry{"config.no_file", "{0}: không có tệp {1}.", "{0}: there is no file {1}."},
    Entry{"config.syntax", "Sai cú pháp TOML ở cột {1}, khi đọc {0}.",
          "Not valid TOML at column {1}, in {0}."},
    Entry{"config.too_exact", "{0}: nhiều nhất {1} chữ số thập phân.", "{0}: {1} decimals at most."},
    Entry{"config.too_large", "Tệp {0} lớn hơn {1} byte, không phải tệp cấu hình.",
          "The file {0} is larger than {1} bytes, which no configuration is."},
    Entry{"config.too_many", "{0}: nhiều nhất {1} mục.", "{0}: {1} entries at most."},
    Entry{"config.twice", "{0}: “{1}” có hai lần.", "{0}: “{1}” is there twice."},
    Entry{"config.unknown_agency",
          "{0}: danh bạ không có cơ quan hay nhóm nào là “{1}”; xem dondoc agency list.",
          "{0}: the register has no agency or group “{1}”; see dondoc agency list."},
    Entry{"config.unknown_key", "Không có khóa “{0}”; ở đây chỉ dùng: {1}.",
          "There is no key “{0}”; known here: {1}."},
    Entry{"config.unknown_section", "Không có mục “{0}”; ở đây chỉ dùng: {1}.",
          "There is no section “{0}”; known here: {1}."},
    Entry{"config.unreadable", "Không đọc được tệp {0}: {1}.", "The file {0} cannot be read: {1}."},
};

}  // namespace

std::span<const Entry> config_entries() {
    return config_sentences;
}

}  // namespace dondoc::text
