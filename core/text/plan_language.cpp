// SPDX-License-Identifier: Apache-2.0
// Running text of plans, and what is doubtful in phrases and cells.
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr std::array plan_language_sentences{
    Entry{"cli.option.running_text",
          "tìm thêm nhiệm vụ trong phần lời văn ngoài bảng, mỗi việc đều phải xem lại",
          "also offer tasks of the text outside the tables; each has to be looked at"},
    Entry{"plan.from_running_text",
          "Lấy từ phần lời văn, không phải từ bảng: “{0}”. Hãy đối chiếu tên việc, cơ quan và "
          "thời "
          "hạn với bản gốc.",
          "Taken from the running text, not from a table: “{0}”. Compare title, agencies and term "
          "with the original."},
    Entry{
        "plan.no_running_duties",
        "Không tìm thấy bảng nhiệm vụ nào, và phần lời văn cũng không có việc nào ghi rõ cơ quan được giao "
        "hoặc thời "
        "hạn. Hãy kiểm tra lại tệp.",
        "There is no table of tasks, and the running text names no duty with an agency or a term. Check the "
        "file."},
    Entry{"deadline.not_a_time",
          "Trong thời hạn “{1}” có phần không phải ngày, tháng, quý, năm nào: “{0}”. Hãy đối chiếu với bản "
          "gốc rồi "
          "ghi rõ ngày.",
          "In the term “{1}” this is no day, month, quarter or year: “{0}”. Compare with the original and "
          "write "
          "the day."},
    Entry{
        "deadline.which",
        "“{0}” nói nhiều mốc mà không nói lấy mốc nào. Hãy ghi rõ một ngày, hoặc nối các kỳ bằng “và”.",
        "“{0}” names several times and does not say which one counts. Write one day, or join them with “và” "
        "(and) if each counts."},
    Entry{
        "deadline.scan_slip",
        "Đã đọc “{0}” là “{1}” (chữ O, l, I quét nhầm từ số 0, 1). Hãy đối chiếu với bản gốc.",
        "“{0}” was read as “{1}” (letters O, l, I scanned for the digits 0, 1). Compare with the original."},
    Entry{"party.not_leading", "Chỉ một cơ quan được ghi là chủ trì; đã hiểu {0} là phối hợp. Hãy kiểm tra.",
          "Only one agency is said to lead; {0} were taken for cooperating. Please check."},
    Entry{"party.unclear_role", "“{0}” không nói rõ ai chủ trì, ai phối hợp. Hãy kiểm tra.",
          "“{0}” does not say clearly who leads and who cooperates. Please check."},
    Entry{"party.either", "“{0}” nói “hoặc”: đã ghi cả hai. Hãy chọn cơ quan được giao.",
          "“{0}” says “hoặc” (or): both were taken. Choose who it is assigned to."},
    Entry{"party.excepted",
          "“{0}”: cơ quan được trừ ra vẫn đang nằm trong nhóm được giao. Hãy ghi rõ từng cơ quan được giao.",
          "“{0}”: the agency that is excepted is still in the group that is assigned. Name the agencies one "
          "by one."},
    Entry{"party.in_brackets",
          "Trong ngoặc có tên cơ quan “{0}”, chưa được tính. Hãy ghi rõ cơ quan đó có được giao hay không.",
          "The agency “{0}” in brackets was not counted. Say whether it is assigned."},
    Entry{"row.lead_cooperates",
          "“{0}” vừa chủ trì vừa phối hợp trong cùng một việc. Hãy kiểm tra lại hai cột.",
          "“{0}” both leads and cooperates in one task. Check the two columns."},
};

}  // namespace

std::span<const Entry> plan_language_entries() {
    return plan_language_sentences;
}

}  // namespace dondoc::text
