// SPDX-License-Identifier: Apache-2.0
// The office presses by hand: by letter, by telephone, by mail.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry press_sentences[] = {
    {"action.press", "đôn đốc", "press"},
    {"cli.change.press", "Đôn đốc", "pressed"},
    {"cli.event.pressed", "ĐÔN ĐỐC", "PRESSED"},
    {"press.way",
     "Không có cách đôn đốc “{0}”: dùng letter (công văn), phone (điện thoại) hoặc mail (thư điện tử).",
     "There is no way “{0}” to press somebody: use letter, phone or mail."},
    {"press.what", "Hãy chọn đúng một: số các phần việc, hoặc --document, --overdue.",
     "Say exactly one: numbers of assignments, or --document, --overdue."},
    {"press.nothing", "Không có phần việc nào quá hạn đang chờ cơ quan thực hiện; không có gì để đôn đốc.",
     "Nothing that is overdue waits for its agency; there is nobody to be pressed."},
    {"press.too_many", "{0} phần việc cùng lúc, nhiều hơn {1}: chọn bớt bằng --agency hoặc --document.",
     "{0} assignments at once are more than {1}: choose fewer by --agency or --document."},
    {"press.closed", "Phần việc số {0} đang ở trạng thái “{1}”, không còn để đôn đốc.",
     "Assignment {0} is “{1}”; nobody can be pressed for it."},
    {"press.reported",
     "Phần việc số {0} đã được báo cáo và đang chờ văn phòng xác nhận: xác nhận hoặc yêu cầu làm lại, thay "
     "cho đôn đốc.",
     "Assignment {0} is reported and waits for the office: confirm it or send it back instead."},
    {"press.future", "Ngày đôn đốc {0} còn chưa tới (hôm nay là {1}).",
     "The day {0} has not come (today is {1})."},
    {"press.before", "Ngày đôn đốc {0} trước ngày giao phần việc số {1} ({2}): xem lại --day.",
     "The day {0} is before assignment {1} was given ({2}): check --day."},
    {"press.other_than_seen",
     "Từ lúc xem đã có thay đổi ở những việc sắp đôn đốc; chưa đôn đốc ai. Hãy xem lại.",
     "What would be pressed for has changed since it was looked at; nobody was pressed. Look again."},
    {"letter.not_docx", "Mẫu công văn phải là tệp .docx.", "The template has to be a .docx file."},
    {"letter.macros", "Mẫu công văn có macro nên không dùng: lưu lại thành .docx không có macro.",
     "The template has macros and is not used: save it as .docx without them."},
    {"letter.unknown_field", "Mẫu công văn có trường «{0}» không biết. Các trường có: {1}.",
     "The template has a field «{0}» that nobody knows. There are: {1}."},
    {"letter.list_outside",
     "Trường «{0}» của danh sách phải nằm trong một dòng của bảng: dòng đó được lặp lại cho mỗi việc.",
     "The field «{0}» of the list has to stand in a row of a table, which is repeated for each entry."},
    {"letter.two_lists", "Mẫu công văn có hai dòng mang trường của danh sách: chỉ giữ một dòng.",
     "Two rows of the template have fields of the list: keep one."},
    {"letter.unwritten", "Không soạn được công văn từ mẫu này.",
     "The letter could not be written from this template."},

    {"cli.press.about", "đôn đốc cơ quan: ghi lại, đếm số lần, báo cho cơ quan, soạn công văn",
     "press agencies: noted, counted, told to them, with a letter"},
    {"cli.press.way.letter", "bằng công văn", "by letter"},
    {"cli.press.way.phone", "qua điện thoại", "by telephone"},
    {"cli.press.way.mail", "qua thư điện tử", "by mail"},
    {"cli.press.letter", "{0} số {1}", "{0} {1}"},
    {"cli.press.day", "ngày {0}", "on {0}"},
    {"cli.press.nth", "lần thứ {0}", "time {0}"},
    {"cli.column.nth", "Lần thứ", "Time"},
    {"cli.press.count", "đã đôn đốc {0} lần, lần cuối {1}", "pressed {0} times, last on {1}"},
    {"cli.press.would",
     "Sẽ đôn đốc {0} phần việc của {1} cơ quan:", "Would press for {0} assignments of {1} agencies:"},
    {"cli.press.done", "Đã đôn đốc {0} phần việc của {1} cơ quan; các cơ quan đã được báo.",
     "Pressed for {0} assignments of {1} agencies; they were told."},
    {"cli.press.ask", "Đôn đốc những việc này?", "Press for these?"},
    {"cli.press.nobody", "Chưa đôn đốc ai.", "Nobody was pressed."},
    {"cli.press.letter_written", "Đã soạn công văn: {0}", "The letter was written: {0}"},
    {"cli.press.letter_needs_template", "Cần cả hai: --letter TỆP và --template MẪU.",
     "Both --letter FILE and --template FILE are needed."},
    {"cli.option.press_assignment", "số các phần việc", "numbers of assignments"},
    {"cli.option.press_document", "mọi việc quá hạn của văn bản số này",
     "all that is overdue of the document"},
    {"cli.option.press_overdue", "mọi việc quá hạn", "all that is overdue"},
    {"cli.option.press_agency", "chỉ của cơ quan này", "only this agency's"},
    {"cli.option.press_by", "cách đôn đốc: letter (công văn), phone (điện thoại), mail (thư điện tử)",
     "how: letter, phone, mail"},
    {"cli.option.press_number", "số của công văn đôn đốc", "number of the letter"},
    {"cli.option.press_day", "ngày đôn đốc; để trống: hôm nay", "day on which it was done; empty: today"},
    {"cli.option.press_note", "lời nhắn, cơ quan đọc được", "a note that the agencies read"},
    {"cli.option.press_letter", "tệp công văn được soạn (.docx); có @agency trong tên: mỗi cơ quan một tệp",
     "the letter that is written (.docx); with @agency in its name: one for each agency"},
    {"cli.option.press_template", "mẫu công văn của văn phòng (.docx)", "the office's template (.docx)"},
    {"cli.report.pressed", "Số lần đôn đốc", "Times pressed"},
    {"cli.report.pressed_on", "Đôn đốc lần cuối", "Last pressed"},
};

}  // namespace

std::span<const Entry> press_entries() {
    return press_sentences;
}

}  // namespace dondoc::text
