// SPDX-License-Identifier: Apache-2.0
// Reasons of deadlines, problems of rows, cells, tables and registers. Days are written as the offices write
// them.
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr std::array language_sentences{
    // Why a task is due then.
    Entry{"deadline.date", "Đến hết ngày {0}.", "Until the end of {0}."},
    Entry{"deadline.hour", "Chậm nhất {1} ngày {0}.", "By {1} on {0}."},
    Entry{"deadline.before", "Trước {0}: chậm nhất hết ngày {1}.", "Before {0}: by the end of {1}."},
    Entry{"deadline.month", "Trong tháng: đến hết ngày cuối tháng, {0}.",
          "Within the month: until the end of its last day, {0}."},
    Entry{"deadline.quarter", "Trong quý: đến hết ngày cuối quý, {0}.",
          "Within the quarter: until the end of its last day, {0}."},
    Entry{"deadline.year", "Trong năm: đến hết ngày {0}.", "Within the year: until the end of {0}."},
    Entry{"deadline.part",
          "Đầu, giữa, cuối tháng hoặc năm tính theo Điều 146 Bộ luật Dân sự 2015: đến hết ngày {0}.",
          "Start, middle or end of a month or year, counted by Article 146 of the Civil Code 2015: until the "
          "end of {0}."},
    Entry{"deadline.days", "{0} ngày, không tính ngày {1}: đến hết ngày {2}.",
          "{0} days, {1} not counted: until the end of {2}."},
    Entry{
        "deadline.days_rolled",
        "{0} ngày, không tính ngày {1}: hết ngày {2}; ngày đó nghỉ nên đến hết ngày làm việc tiếp theo, {3}.",
        "{0} days, {1} not counted: {2}; that is a day off, so until the end of the next working day, {3}."},
    Entry{"deadline.days_back", "{0} ngày trước ngày {1}: đến hết ngày {2}.",
          "{0} days before {1}: until the end of {2}."},
    Entry{"deadline.working_days", "{0} ngày làm việc, không tính ngày {1}: đến hết ngày {2}.",
          "{0} working days, {1} not counted: until the end of {2}."},
    Entry{"deadline.working_days_back", "{0} ngày làm việc trước ngày {1}: đến hết ngày {2}.",
          "{0} working days before {1}: until the end of {2}."},
    Entry{"deadline.weeks", "{0} tuần, không tính ngày {1}: đến hết ngày {2}.",
          "{0} weeks, {1} not counted: until the end of {2}."},
    Entry{
        "deadline.weeks_rolled",
        "{0} tuần, không tính ngày {1}: hết ngày {2}; ngày đó nghỉ nên đến hết ngày làm việc tiếp theo, {3}.",
        "{0} weeks, {1} not counted: {2}; that is a day off, so until the end of the next working day, {3}."},
    Entry{"deadline.weeks_back", "{0} tuần trước ngày {1}: đến hết ngày {2}.",
          "{0} weeks before {1}: until the end of {2}."},
    Entry{"deadline.months", "{0} tháng kể từ ngày {1}: đến hết ngày {2}.",
          "{0} months from {1}: until the end of {2}."},
    Entry{"deadline.months_rolled",
          "{0} tháng kể từ ngày {1}: hết ngày {2}; ngày đó nghỉ nên đến hết ngày làm việc tiếp theo, {3}.",
          "{0} months from {1}: {2}; that is a day off, so until the end of the next working day, {3}."},
    Entry{"deadline.months_back", "{0} tháng trước ngày {1}: đến hết ngày {2}.",
          "{0} months before {1}: until the end of {2}."},
    Entry{"deadline.years", "{0} năm kể từ ngày {1}: đến hết ngày {2}.",
          "{0} years from {1}: until the end of {2}."},
    Entry{"deadline.years_rolled",
          "{0} năm kể từ ngày {1}: hết ngày {2}; ngày đó nghỉ nên đến hết ngày làm việc tiếp theo, {3}.",
          "{0} years from {1}: {2}; that is a day off, so until the end of the next working day, {3}."},
    Entry{"deadline.years_back", "{0} năm trước ngày {1}: đến hết ngày {2}.",
          "{0} years before {1}: until the end of {2}."},
    Entry{"deadline.recurring", "Nhiều kỳ, mỗi kỳ đến hết ngày: {0}.",
          "Comes again, each until the end of: {0}."},
    Entry{"deadline.recurring_on",
          "Nhiều kỳ, mỗi kỳ đến hết ngày: {0}; và tiếp tục như thế cho đến khi có văn bản thôi.",
          "Several occurrences, each until the end of: {0}; and so on until it is withdrawn."},
    Entry{"deadline.ongoing", "Việc thường xuyên, không có ngày đến hạn.",
          "A standing duty: no day on which it is due."},
    Entry{"deadline.from", "Bắt đầu từ ngày {0}, không có ngày đến hạn.",
          "Starts on {0}; no day on which it is due."},
    Entry{"deadline.event", "Tính theo một sự kiện: chưa có hạn cho đến khi sự kiện đó được ghi nhận.",
          "Hangs on an event: no due day until that event is recorded."},
    Entry{"deadline.period_from_event",
          "Thời hạn tính từ một sự kiện: chưa có hạn cho đến khi sự kiện đó được ghi nhận.",
          "A period from an event: no due day until that event is recorded."},
    Entry{"deadline.as_assigned", "Theo tiến độ được giao ở văn bản khác: chưa có hạn cho đến khi được đặt.",
          "As assigned by another document: no due day until it is set."},
    Entry{"deadline.not_read", "Chưa có thời hạn.", "No term yet."},

    // What is doubtful or missing in a term, and what to do.
    Entry{"deadline.missing", "Không có thời hạn. Hãy bổ sung thời hạn hoàn thành.",
          "There is no term. Add when it has to be done."},
    Entry{"deadline.unread", "Không đọc được thời hạn “{0}”. Hãy ghi rõ ngày, ví dụ 31/12/2023.",
          "The term “{0}” could not be read. Write the day, such as 31/12/2023."},
    Entry{"deadline.no_such_day", "Không có ngày {0}. Hãy đối chiếu với bản gốc rồi sửa lại.",
          "There is no day {0}. Compare with the original and correct it."},
    Entry{"deadline.no_start", "“{0}” không nói tính từ ngày nào. Hãy ghi rõ ngày bắt đầu tính.",
          "“{0}” does not say from which day it counts. Write the day it starts from."},
    Entry{"deadline.lunar", "“{0}” là ngày âm lịch. Hãy ghi ngày dương lịch.",
          "“{0}” is a day of the lunar calendar. Write the day of the solar calendar."},
    Entry{"deadline.only_data", "“{0}” chỉ nói kỳ của số liệu. Hãy ghi rõ ngày phải gửi.",
          "“{0}” only says which period the data are from. Write the day by which they are due."},
    Entry{"deadline.remark", "Phần trong ngoặc “{0}” không được dùng để tính hạn. Hãy kiểm tra.",
          "The remark “{0}” in brackets was not used for the term. Check it."},
    Entry{
        "deadline.day_inside",
        "Trong phần “{0}” có một ngày không được dùng để tính hạn. Hãy kiểm tra xem đó có phải là hạn không.",
        "“{0}” names a day that was not used. Check whether it is the term."},
    Entry{"deadline.far", "{0} cách ngày văn bản ({1}) hơn 30 năm. Hãy kiểm tra năm.",
          "{0} is more than 30 years behind the document's day ({1}). Check the year."},
    Entry{
        "deadline.beside_period",
        "Thời hạn vừa tính theo số ngày, vừa nêu mốc khác; đã lấy thời hạn tính theo số ngày. Hãy kiểm tra.",
        "The term counts days and names another time as well; the counted one was taken. Please check."},
    Entry{"deadline.times", "“{0}” chỉ nói số lần mà không nói ngày nào. Hãy ghi rõ các ngày.",
          "“{0}” says how often and not on which days. Write the days."},
    Entry{"deadline.hour_alone",
          "Giờ {0} không được nhắc, vì việc này không có ngày đến hạn. Hãy ghi ngày, hoặc để nguyên nếu chỉ "
          "cần ghi "
          "lại.",
          "Nobody is alerted by the hour {0}, because the work has no day on which it is due. Write days, or "
          "leave it "
          "as it is."},
    Entry{"deadline.other_weekday", "Ngày {0} không rơi vào thứ đã ghi. Hãy đối chiếu với bản gốc.",
          "{0} is not the day of the week that is written. Compare with the original."},
    Entry{"deadline.several_hours", "Các ngày có giờ khác nhau; đã lấy giờ sớm nhất. Hãy kiểm tra.",
          "The days have different hours; the earliest was taken. Check it."},
    Entry{"deadline.cross_check",
          "Ngày đã đọc không khớp với mọi ngày, tháng, năm ghi trong thời hạn. Hãy kiểm tra.",
          "The day that was read does not account for every day, month and year of the phrase. Check it."},
    Entry{"deadline.other_words", "Trong thời hạn còn có chữ chưa hiểu: “{0}”. Hãy kiểm tra ngày đã đọc.",
          "The term has words that were not understood: “{0}”. Check the day that was read."},
    Entry{"deadline.long_stretch",
          "Đã hiểu là từ {0} đến {1}, gần một năm. Hãy kiểm tra hai ngày có bị ghi ngược không.",
          "From {0} to {1} was taken, nearly a year. Check that the two days did not change places."},
    Entry{"deadline.year_assumed",
          "Thời hạn không ghi năm; đã hiểu là {0} vì ngày đó trong năm ban hành đã qua. Hãy kiểm tra.",
          "The term names no year; {0} was taken, since that day of the document's own year has passed. "
          "Please check."},
    Entry{"deadline.check_bound",
          "Chữ “trước” được hiểu là chỉ áp dụng cho kỳ định kỳ, không áp dụng cho ngày ghi riêng. Hãy kiểm "
          "tra.",
          "“Trước” (before) was taken to govern the recurring day only, not the separate one. Please check."},
    Entry{"deadline.check_period",
          "Không rõ các ngày, tháng ghi trong thời hạn là của kỳ nào; kỳ không có ngày riêng được lấy ngày "
          "cuối "
          "kỳ. Hãy kiểm tra.",
          "It is not clear to which period the days and months of the term belong; of a period without a day "
          "of its own the last day was taken. Please check."},
    Entry{"deadline.which_month",
          "“{0}” không nói ngày ấy thuộc tháng nào của kỳ. Hãy ghi rõ, ví dụ “ngày 15 của tháng cuối quý”.",
          "“{0}” does not say of which month of the period the day is. Write it, for example “ngày 15 của "
          "tháng cuối quý”."},
    Entry{"deadline.which_period",
          "“{0}” không nói kỳ nào. Hãy ghi rõ hằng tháng, hằng quý, 6 tháng hay hằng năm.",
          "“{0}” does not say which period. Write each month, quarter, half-year or year."},
    Entry{"deadline.several", "Thời hạn nói nhiều mốc; đã lấy mốc cụ thể nhất, {0}. Hãy kiểm tra.",
          "The term names several times; the most exact one, {0}, was taken. Please check."},
    Entry{
        "deadline.headed",
        "Tên kỳ trong thời hạn được hiểu là để nói ngày bên cạnh thuộc kỳ nào; chỉ các ngày ấy là hạn. Hãy "
        "kiểm tra.",
        "The periods of the term were taken to say to which of them the days beside them belong; those days "
        "alone fall due. Please check."},
    Entry{"deadline.all_taken", "Thời hạn nói hai mốc; cả hai được lấy làm hạn. Hãy kiểm tra.",
          "The term names two times; both were taken to fall due. Please check."},
    Entry{
        "deadline.years_of_period",
        "Không rõ là kỳ ấy của từng năm, hay một khoảng đến hết năm cuối, hay một năm học. Hãy kiểm tra ngày "
        "đã đọc.",
        "It is not clear whether that period of each year, all the time up to the last year's end, or a "
        "school year is meant. Check the days that were read."},
    Entry{"deadline.day_taken",
          "Thời hạn vừa nói việc thường xuyên hoặc một sự kiện, vừa ghi ngày; đã lấy ngày. Hãy kiểm tra.",
          "The term speaks of a standing duty or an event as well as of a day; the day was taken. Please "
          "check."},
    Entry{"deadline.part_of_quarter",
          "Luật không quy định đầu quý, giữa quý là ngày nào; đã hiểu là {0}. Hãy kiểm tra.",
          "The law does not say which day starts or halves a quarter; {0} was taken. Please check."},
    Entry{"deadline.passed", "Hạn {0} trước ngày ban hành văn bản, {1}. Hãy đối chiếu với bản gốc.",
          "The due day {0} is before the document's own date, {1}. Compare with the original."},
    Entry{"deadline.all_passed", "Mọi kỳ đều trước ngày ban hành văn bản, {0}. Hãy đối chiếu với bản gốc.",
          "Every occurrence is before the document's own date, {0}. Compare with the original."},
    Entry{"deadline.calendar_provisional",
          "Lịch nghỉ năm {0} chưa có văn bản chính thức; hạn tính theo ngày làm việc có thể thay đổi.",
          "The days off of {0} are not decided yet; a term counted on working days may change."},

    // Agencies.
    Entry{"party.vague", "“{0}” không nêu rõ cơ quan nào. Hãy chọn các cơ quan cụ thể.",
          "“{0}” does not say which agencies. Choose them."},
    Entry{"party.unknown",
          "Không có “{0}” trong danh bạ cơ quan. Hãy thêm vào danh bạ hoặc chọn cơ quan khác.",
          "“{0}” is not in the register of agencies. Add it there or choose another."},
    Entry{"party.unknown_near",
          "Không có “{0}” trong danh bạ cơ quan. Gần nhất là “{1}” (khác {2} chữ cái): hãy xác nhận hoặc "
          "chọn cơ quan khác.",
          "“{0}” is not in the register of agencies. The nearest is “{1}” ({2} letters differ): confirm it "
          "or choose another."},
    Entry{"party.unknown_with_more",
          "Không có “{0}” trong danh bạ cơ quan. Tên bắt đầu như “{1}”: hãy xác nhận hoặc chọn cơ quan khác.",
          "“{0}” is not in the register of agencies. It begins like “{1}”: confirm that or choose another."},
    Entry{"party.which_province",
          "“{0}” có ở nhiều tỉnh hoặc không nói của tỉnh nào: {1}. Hãy ghi rõ tỉnh, hoặc ghi cơ quan ban "
          "hành (--issuer).",
          "“{0}” does not say of which province: {1}. Name the province, or the issuer of the document "
          "(--issuer)."},
    Entry{"party.other_words", "Sau “{0}” còn có chữ chưa hiểu: “{1}”. Hãy kiểm tra.",
          "Behind “{0}” stand words that were not understood: “{1}”. Please check."},
    Entry{"party.deputies", "“{0}” là nhiều người của một cơ quan; đã ghi cơ quan ấy. Hãy kiểm tra.",
          "“{0}” are several persons of one agency; that agency was taken. Please check."},
    Entry{"party.assigner", "“{0}” được hiểu là bên giao việc, không phải bên được giao. Hãy kiểm tra.",
          "“{0}” was taken for who assigns the work, not for who is assigned. Please check."},
    Entry{"row.leads_nobody",
          "Không đọc được cơ quan chủ trì nào từ “{0}”: chưa giao gì. Ghi mã hoặc tên như trong danh bạ "
          "(dondoc agency list).",
          "No agency that leads could be read from \"{0}\": nothing was assigned. Write the code or the name "
          "as in "
          "the register (dondoc agency list)."},
    Entry{"row.no_lead", "Không có cơ quan chủ trì. Hãy bổ sung.", "No agency leads this task. Add one."},

    // A file that is no plan.
    Entry{"plan.too_big", "Tệp lớn {0} MiB, quá giới hạn {1} MiB. Hãy tách riêng bảng nhiệm vụ.",
          "The file has {0} MiB, more than the {1} MiB that are read. Save the table of tasks by itself."},
    Entry{"plan.too_long", "Tệp có hơn {0} dòng. Hãy tách thành nhiều tệp.",
          "The file has more than {0} rows. Split it into several files."},
    Entry{"plan.too_wide", "Bảng có hơn {0} cột, không phải bảng nhiệm vụ.",
          "The table has more than {0} columns; it is no table of tasks."},
    Entry{"plan.office_file", "Đây là tệp Word hoặc Excel (hoặc tệp nén), không phải văn bản.",
          "This is a Word or Excel file (or an archive), no text."},
    Entry{"plan.old_office_file",
          "Đây là tệp Word hoặc Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu. Hãy bỏ mật khẩu và lưu dưới "
          "dạng .docx hoặc .xlsx.",
          "This is an old Word or Excel file (.doc, .xls), or one with a password. Remove the password and "
          "save it as .docx or .xlsx."},
    Entry{"plan.broken_archive",
          "Tệp Word hoặc Excel bị hỏng hoặc tải về chưa đủ. Hãy mở tệp, lưu lại rồi thử lại.",
          "The Word or Excel file is damaged or incomplete. Open it, save it again, and retry."},
    Entry{"plan.broken_xml",
          "Tệp Word hoặc Excel bị hỏng ở byte {0} của một phần bên trong. Hãy mở tệp, lưu lại rồi thử lại.",
          "The Word or Excel file is damaged at byte {0} of one of its parts. Open it, save it again, and "
          "retry."},
    Entry{"plan.archive_too_big",
          "Nội dung tệp sau khi giải nén quá lớn, không phải một kế hoạch. Hãy chép riêng bảng nhiệm vụ sang "
          "tệp mới.",
          "The file's content is far larger than a plan's when unpacked. Copy the table of tasks into a new "
          "file."},
    Entry{"plan.too_much_text",
          "Các ô gộp lặp lại quá nhiều chữ. Hãy kiểm tra các ô gộp trong bảng rồi thử lại.",
          "Merged cells repeat too much text. Check the merged cells of the table and retry."},
    Entry{"plan.xml_doctype",
          "Tệp chứa khai báo DOCTYPE, tệp Word và Excel không bao giờ có; không đọc. Hãy lưu lại tệp bằng "
          "Word hoặc Excel.",
          "The file has a DOCTYPE, which no Word or Excel file has; it is not read. Save it again with Word "
          "or Excel."},
    Entry{"plan.xml_deep", "Bảng lồng nhau quá {0} lớp, không đọc được. Hãy chép bảng nhiệm vụ sang tệp mới.",
          "The file nests more than {0} levels deep. Copy the table of tasks into a new file."},
    Entry{"plan.locked", "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.",
          "The file has a password. Remove it and save the file again."},
    Entry{
        "plan.other_archive",
        "Đây là tệp nén nhưng không phải Word (.docx) hay Excel (.xlsx). Hãy giải nén rồi chọn tệp kế hoạch.",
        "This is an archive, but no Word (.docx) or Excel (.xlsx) file. Unpack it and choose the plan."},
    Entry{
        "plan.pdf_unreadable",
        "Không đọc được tệp PDF: tệp bị hỏng hoặc quá phức tạp. Hãy dùng bản .docx hoặc .xlsx của kế hoạch.",
        "The PDF file cannot be read: it is damaged or too complex. Use the plan's .docx or .xlsx."},
    Entry{"plan.pdf_scanned",
          "Tệp PDF chỉ có ảnh quét, không có chữ, và không đọc được ảnh: hãy cài tesseract-ocr-vie và "
          "tesseract-ocr-eng (gói "
          "Debian) "
          "trên máy này, hoặc dùng bản .docx, .xlsx.",
          "The PDF file has scanned pictures and no text, and pictures cannot be read here: install "
          "tesseract-ocr-vie and tesseract-ocr-eng (Debian packages) on this machine, or use the plan's "
          ".docx or .xlsx."},
    Entry{"plan.pdf_long", "Tệp PDF có hơn {0} trang. Hãy tách riêng phần phụ lục có bảng nhiệm vụ.",
          "The PDF file has more than {0} pages. Extract the pages with the table of tasks."},
    Entry{"plan.pdf_file", "Đây là tệp PDF, không phải văn bản.", "This is a PDF file, no text."},
    Entry{"plan.utf16", "Tệp được lưu bằng mã UTF-16. Hãy lưu lại bằng mã UTF-8.",
          "The file is saved as UTF-16. Save it as UTF-8."},
    Entry{"plan.not_utf8", "Dòng {0} không phải mã UTF-8. Hãy lưu lại tệp bằng mã UTF-8 (Unicode).",
          "Line {0} is not UTF-8. Save the file as UTF-8 (Unicode)."},
    Entry{
        "plan.binary",
        "Tệp không phải văn bản: dòng {0} có ký tự điều khiển. Hãy chọn tệp kế hoạch dạng văn bản, .docx, "
        ".xlsx hoặc .pdf.",
        "The file is no text: line {0} has control characters. Choose a plan as text, .docx, .xlsx or .pdf."},
    Entry{"plan.no_header",
          "Không tìm thấy bảng nhiệm vụ: không dòng nào có các cột như “STT”, “Nội dung”, “Cơ quan chủ trì”, "
          "“Thời gian”. Hãy kiểm tra tệp có bảng với dòng tiêu đề; trong tệp văn bản, các cột phải cách nhau "
          "bằng tab hoặc dấu ; trong tệp PDF, bảng phải có kẻ ô hoặc các cột cách nhau rõ.",
          "No table of tasks was found: no row has columns such as “STT”, “Nội dung”, “Cơ quan chủ trì”, "
          "“Thời gian”. Check that the file has a table with a header; in a text file its columns must be "
          "separated by tabs or semicolons, and in a PDF file its cells must be ruled or its columns stand "
          "well apart."},
    Entry{"plan.no_tasks", "Bảng có dòng tiêu đề nhưng không có nhiệm vụ nào. Hãy kiểm tra lại tệp.",
          "The table has a header but no task. Check the file."},
    Entry{"plan.bad_issue_date", "Ngày ban hành “{0}” không hợp lệ. Hãy ghi theo dạng 2023-05-13.",
          "“{0}” is no date of issue. Write it as 2023-05-13."},

    // Doubts about a table.
    Entry{"plan.merged_cells",
          "{0} dòng có ô trống, đã hiểu là ô gộp và lấy nội dung của dòng trên trong cùng mục. Hãy kiểm tra "
          "các dòng {1}.",
          "{0} rows have empty cells, which were taken as merged with the row above in the same section. "
          "Check lines {1}."},
    Entry{"plan.totals", "{0} dòng là dòng cộng, không phải nhiệm vụ, nên bỏ qua: dòng {1}.",
          "{0} rows sum up others and are no tasks; they were left out: lines {1}."},
    Entry{"plan.paired_paragraphs",
          "Nhiệm vụ {0} (dòng {1}): các đoạn trong ô được ghép lần lượt với các cơ quan. Hãy kiểm tra.",
          "Task {0} (line {1}): the paragraphs of a cell were paired with the agencies in order. Please "
          "check."},
    Entry{"plan.mirrored_cells",
          "Nhiệm vụ {0} (dòng {1}): ô chủ trì và ô phối hợp ghi cùng các cơ quan theo thứ tự đảo, đã tách "
          "thành hai việc. Hãy kiểm tra.",
          "Task {0} (line {1}): lead and cooperating cells name the same agencies in turn and were read as "
          "two duties. Please check."},
    Entry{"plan.displaced_lead",
          "Nhiệm vụ {0} (dòng {1}): cột thời hạn ghi cơ quan “{2}”, đã hiểu là cơ quan chủ trì. Hãy kiểm tra "
          "và bổ sung thời hạn.",
          "Task {0} (line {1}): the column of terms names agencies, “{2}”; they were taken as leading. "
          "Check, and add the term."},
    Entry{"plan.displaced_cooperating",
          "Nhiệm vụ {0} (dòng {1}): cột thời hạn ghi cơ quan “{2}”, đã hiểu là cơ quan phối hợp. Hãy kiểm "
          "tra và bổ sung thời hạn.",
          "Task {0} (line {1}): the column of terms names agencies, “{2}”; they were taken as cooperating. "
          "Check, and add the term."},

    // The register of agencies.
    Entry{"register.syntax", "Tệp danh bạ sai cú pháp TOML: {0}.", "The register is not valid TOML: {0}."},
    Entry{"register.empty", "Tệp danh bạ không có cơ quan nào ([[agency]]).",
          "The register has no agency ([[agency]])."},
    Entry{"register.unknown_key", "Không có khóa “{0}”. Các khóa hợp lệ: {1}.",
          "There is no key “{0}”. Known keys: {1}."},
    Entry{"register.missing_key", "Thiếu khóa “{0}”.", "The key “{0}” is missing."},
    Entry{"register.not_tables", "Hãy viết mỗi mục thành một bảng [[agency]] hoặc [[group]].",
          "Write each entry as a table [[agency]] or [[group]]."},
    Entry{"register.not_text", "“{0}” phải là chữ trong dấu ngoặc kép.",
          "“{0}” has to be text in quotation marks."},
    Entry{"register.not_list", "“{0}” phải là danh sách chữ: [\"...\", \"...\"].",
          "“{0}” has to be a list of texts: [\"...\", \"...\"]."},
    Entry{"register.not_day", "“{0}” phải là ngày, ví dụ 2025-06-30, không có dấu ngoặc kép.",
          "“{0}” has to be a day such as 2025-06-30, without quotation marks."},
    Entry{"register.bad_length", "“{0}” để trống hoặc quá dài.", "“{0}” is empty or too long."},
    Entry{"register.bad_code", "Mã “{0}” không hợp lệ: dùng 1 đến 35 ký tự A-Z a-z 0-9 . _ -.",
          "“{0}” is no code: use 1 to 35 characters of A-Z a-z 0-9 . _ -."},
    Entry{"register.duplicate_code", "Mã “{0}” đã dùng cho cơ quan khác.",
          "The code “{0}” is another agency's."},
    Entry{"register.duplicate_name", "Tên “{0}” đã dùng cho {1}, không thể dùng cho {2}.",
          "The name “{0}” stands for {1} and cannot stand for {2}."},
    Entry{"register.bad_level", "Cấp “{0}” không hợp lệ: dùng central, province, district hoặc commune.",
          "“{0}” is no level: use central, province, district or commune."},
    Entry{"register.ends_before_start", "Cơ quan {0} có ngày kết thúc trước ngày bắt đầu.",
          "Agency {0} ends before it starts."},
    Entry{"register.group_at", "Tên nhóm “{0}” không viết dấu @ ở đầu.",
          "Write the group's name “{0}” without the @."},
    Entry{"register.unknown_member", "Nhóm “{1}” có thành viên “{0}” không phải mã cơ quan nào trong tệp.",
          "Group “{1}” has a member “{0}” that is no agency's code in this file."},
    Entry{"register.twice_member", "Nhóm “{1}” ghi thành viên “{0}” hai lần.",
          "Group “{1}” names “{0}” twice."},
};

}  // namespace

std::span<const Entry> language_entries() {
    return language_sentences;
}

}  // namespace dondoc::text
