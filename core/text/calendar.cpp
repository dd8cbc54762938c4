// SPDX-License-Identifier: Apache-2.0
// What dondoc says about working calendars.
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr std::array calendar_sentences{
    // What is wrong in a file; {0} is the full name of the key.
    Entry{"calendar.day_twice", "{0}: ngày {1} đã được khai ở trên.", "{0}: {1} has been declared above."},
    Entry{"calendar.made_up_weekday",
          "{0}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật, còn {1} là ngày làm việc sẵn rồi.",
          "{0}: a made-up day is a Saturday or a Sunday, but {1} is a weekday."},
    Entry{"calendar.off_weekend",
          "{0}: ngày nghỉ bù hoặc nghỉ hoán đổi phải rơi vào thứ Hai đến thứ Sáu, còn {1} là cuối tuần.",
          "{0}: a substitute or swapped day off is a weekday, but {1} is on a weekend."},
    Entry{"calendar.other_year", "{0}: ngày {1} không thuộc năm {2} của tệp này.",
          "{0}: {1} is not in {2}, the year of this file."},
    Entry{"calendar.year_twice", "Năm {0} đã có ở một tệp lịch khác.",
          "The year {0} is in another calendar file already."},

    // What cannot be true
    Entry{"calendar.check.provisional",
          "Năm {0} là tạm tính. Khi có văn bản quyết định: ghi vào document, đặt official = true.",
          "{0} is provisional. Once there is a decision: name it in document, set official = true."},
    Entry{"calendar.check.law_unknown",
          "Chỉ đối chiếu được với luật các năm từ {0} đến {1}; hãy tự kiểm tra các ngày lễ.",
          "Only the years {0} to {1} can be compared with the law; check the holidays yourself."},
    Entry{"calendar.check.no_holiday",
          "Thiếu ngày lễ {0} ({1}). Thêm dòng này với kind = \"holiday\", hoặc xem lại năm của tệp.",
          "The holiday {0} ({1}) is missing. Add it with kind = \"holiday\", or check the year of the file."},
    Entry{"calendar.check.not_holiday", "Ngày {0} ({1}) là ngày lễ theo luật. Đổi thành kind = \"holiday\".",
          "{0} ({1}) is a holiday by law. Change it to kind = \"holiday\"."},
    Entry{"calendar.check.choice_missing",
          "{2} còn thiếu một ngày nghỉ: {0} hoặc {1}. Thêm ngày mà thông báo của năm đã chọn.",
          "A day off is missing for {2}: {0} or {1}. Add the one that the notice of the year has chosen."},
    Entry{
        "calendar.check.choice_double",
        "{2} chỉ nghỉ một trong hai ngày {0} và {1}. Bỏ ngày mà thông báo của năm không chọn.",
        "Only one of {0} and {1} is off for {2}. Remove the one that the notice of the year has not chosen."},
    Entry{"calendar.check.unknown_holiday",
          "Ngày {0} không phải ngày lễ theo luật mà dondoc biết. Kiểm tra ngày, hoặc ghi văn bản quyết định "
          "vào "
          "document của ngày đó.",
          "{0} is not a holiday by the law that dondoc knows. Check the day, or name what decided it in its "
          "document."},
    Entry{"calendar.check.no_substitute",
          "Ngày lễ {0} rơi vào cuối tuần mà không có nghỉ bù. Thêm {1} với kind = \"substitute\".",
          "The holiday {0} is on a weekend and has no substitute. Add {1} with kind = \"substitute\"."},
    Entry{"calendar.check.odd_substitute",
          "Ngày nghỉ bù {0} không ứng với ngày lễ nào rơi vào cuối tuần. Bỏ dòng này, hoặc sửa ngày.",
          "The substitute day {0} belongs to no holiday on a weekend. Remove it, or mend its day."},
    Entry{"calendar.check.not_made_up",
          "Ngày nghỉ hoán đổi {0} không có ngày làm bù trong vòng 31 ngày. Thêm ngày làm bù với kind = "
          "\"made_up\".",
          "The swapped day off {0} has no made-up day within 31 days. Add it with kind = \"made_up\"."},
    Entry{"calendar.check.made_up_elsewhere",
          "Ngày làm bù cho ngày nghỉ hoán đổi {0} có thể nằm trong năm {1}, mà lịch đang kiểm tra không có "
          "năm đó.",
          "The day made up for {0} may be in {1}, a year that this calendar does not have."},
    Entry{
        "calendar.check.made_up_for_nothing",
        "Ngày làm bù {0} không ứng với ngày nghỉ hoán đổi nào trong vòng 31 ngày. Thêm ngày nghỉ với kind = "
        "\"swapped_off\".",
        "The made-up day {0} belongs to no swapped day off within 31 days. Add that day with kind = "
        "\"swapped_off\"."},
    Entry{"calendar.check.off_elsewhere",
          "Ngày nghỉ hoán đổi ứng với ngày làm bù {0} có thể nằm trong năm {1}, mà lịch đang kiểm tra không "
          "có năm đó.",
          "The day off that {0} makes up for may be in {1}, a year that this calendar does not have."},

    // The commands
    Entry{"cli.calendar.about", "lịch làm việc: ngày nghỉ, ngày làm bù", "the working calendar"},
    Entry{"cli.calendar.show_about",
          "ngày nghỉ và ngày làm bù của một năm, số ngày làm việc; không cần máy chủ",
          "days off and made-up days of a year, and its working days; without a daemon"},
    Entry{"cli.calendar.check_about",
          "kiểm tra tệp lịch: đủ ngày lễ, nghỉ bù, làm bù, đúng ngày âm lịch; không cần máy chủ",
          "check calendar files: holidays, substitutes, swaps, lunar days; without a daemon"},
    Entry{"cli.calendar.count_about", "ngày làm việc thứ N sau một ngày; không cần máy chủ",
          "the N-th working day after a day; without a daemon"},
    Entry{"cli.option.calendar", "thư mục các tệp lịch, hoặc một tệp (mặc định: lịch cài cùng dondoc)",
          "folder of calendar files, or one file (default: the calendar that came with dondoc)"},
    Entry{"cli.option.calendar_year", "năm (mặc định: năm nay)", "the year (default: this year)"},
    Entry{"cli.option.calendar_files",
          "tệp lịch hoặc thư mục, kiểm tra cùng nhau (mặc định: lịch cài cùng dondoc)",
          "calendar files or folders, checked together (default: the calendar that came with dondoc)"},
    Entry{"cli.option.count_from", "ngày bắt đầu, không tính vào; viết 31/12/2023 hoặc 2023-12-31",
          "the first day, which is not counted; write 31/12/2023 or 2023-12-31"},
    Entry{"cli.option.count_days", "bao nhiêu ngày làm việc, từ 1 đến 10000",
          "how many working days, 1 to 10000"},
    Entry{"cli.calendar.none_shipped",
          "không tìm thấy lịch cài cùng dondoc; hãy chỉ ra thư mục hoặc tệp lịch",
          "the calendar that comes with dondoc was not found; name a folder or a file"},
    Entry{"cli.calendar.empty_folder", "thư mục không có tệp lịch nào (*.toml)",
          "the folder has no calendar files (*.toml)"},
    Entry{"cli.calendar.no_year",
          "Lịch không có năm {0}, chỉ có các năm trong khoảng {1} đến {2}. Chép tệp của một năm, sửa theo "
          "thông báo của "
          "năm {0}, rồi chạy dondoc calendar check.",
          "The calendar has no {0}, only years from {1} to {2}. Copy the file of a year, enter the notice of "
          "{0}, then "
          "run dondoc calendar check."},
    Entry{"cli.calendar.has_errors", "Lịch có {0} lỗi phải sửa.",
          "Errors in the calendar to be mended: {0}."},
    Entry{"cli.calendar.checked", "Đã kiểm tra {0} năm: {1} lỗi, {2} điểm cần chú ý.",
          "Years checked: {0}; errors: {1}; warnings: {2}."},
    Entry{"cli.calendar.severity.error", "lỗi", "error"},
    Entry{"cli.calendar.severity.warning", "chú ý", "warning"},
    Entry{"cli.calendar.official", "Lịch làm việc năm {0}: chính thức", "Working calendar of {0}: official"},
    Entry{"cli.calendar.provisional", "Lịch làm việc năm {0}: TẠM TÍNH, còn chờ văn bản quyết định",
          "Working calendar of {0}: PROVISIONAL, its decision is not there yet"},
    Entry{"cli.calendar.document", "Căn cứ: {0}", "Decided by: {0}"},
    Entry{"cli.calendar.counted", "Ngày làm việc thứ {0} sau ngày {1}: {2}, {3}",
          "Working day {0} after {1}: {2}, {3}"},
    Entry{"cli.calendar.count_provisional", "Chú ý: lịch năm {0} là tạm tính.",
          "Note: the calendar of {0} is provisional."},
    Entry{"cli.calendar.count_undeclared",
          "Chú ý: chưa có lịch năm {0}; năm đó chỉ tính nghỉ thứ Bảy, Chủ nhật.",
          "Note: there is no calendar of {0}; only its weekends are off."},
    Entry{"cli.calendar.column.day", "Ngày", "Day"},
    Entry{"cli.calendar.column.weekday", "Thứ", "Weekday"},
    Entry{"cli.calendar.column.kind", "Loại", "Kind"},
    Entry{"cli.calendar.working_days", "Ngày làm việc", "Working days"},
    Entry{"cli.calendar.month", "T{0}", "{0}"},
    Entry{"cli.calendar.whole_year", "Cả năm", "Year"},

    // Words
    Entry{"cli.calendar.kind.holiday", "nghỉ lễ", "holiday"},
    Entry{"cli.calendar.kind.substitute", "nghỉ bù", "substitute"},
    Entry{"cli.calendar.kind.swapped_off", "nghỉ hoán đổi", "swapped off"},
    Entry{"cli.calendar.kind.made_up", "LÀM BÙ", "MADE UP"},
    Entry{"cli.weekday.1", "thứ Hai", "Monday"},
    Entry{"cli.weekday.2", "thứ Ba", "Tuesday"},
    Entry{"cli.weekday.3", "thứ Tư", "Wednesday"},
    Entry{"cli.weekday.4", "thứ Năm", "Thursday"},
    Entry{"cli.weekday.5", "thứ Sáu", "Friday"},
    Entry{"cli.weekday.6", "thứ Bảy", "Saturday"},
    Entry{"cli.weekday.7", "Chủ nhật", "Sunday"},
    Entry{"holiday.new_year", "Tết Dương lịch", "New Year"},
    Entry{"holiday.tet", "Tết Nguyên đán", "Tết"},
    Entry{"holiday.hung_kings", "Giỗ Tổ Hùng Vương", "Hùng Kings' day"},
    Entry{"holiday.victory", "Ngày Chiến thắng", "Victory day"},
    Entry{"holiday.labour", "Ngày Quốc tế lao động", "Labour day"},
    Entry{"holiday.national", "Quốc khánh", "National day"},
};

}  // namespace

std::span<const Entry> calendar_entries() {
    return calendar_sentences;
}

}  // namespace dondoc::text
