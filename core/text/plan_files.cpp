// SPDX-License-Identifier: Apache-2.0
// What a plan's file holds besides its tasks, what it takes back, and what it leaves open.
#include <array>
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr std::array plan_file_sentences{
    // Of one row.
    Entry{"row.doubtful", "Chương trình đọc tệp còn nghi ngờ dòng này. Hãy đối chiếu với bản gốc.",
          "The program that read the file is in doubt about this row. Compare with the original."},
    Entry{"row.taken_over", "Ô trống ở cột {0} đã lấy theo dòng {1}. Hãy đối chiếu với bản gốc.",
          "The empty cell of column {0} was filled from line {1}. Compare with the original."},
    Entry{"row.over_page",
          "Ô ở cột {0} được hiểu là ô gộp từ trang trước (dòng {1}). Hãy đối chiếu với bản gốc.",
          "The cell of column {0} was taken as merged with the page before (line {1}). Compare with the "
          "original."},
    Entry{"row.one_of_columns", "Có nhiều cột cùng nghĩa: {0}. Đã lấy cột “{1}”. Hãy kiểm tra.",
          "Several columns mean the same: {0}. Column “{1}” was taken. Please check."},
    Entry{
        "row.marked_months",
        "Các ô được đánh dấu liền nhau từ “{0}” đến “{1}”, đã hiểu là một khoảng thời gian. Nếu là nhiều "
        "hạn riêng, hãy ghi rõ.",
        "Marks stand side by side from “{0}” to “{1}”; they were taken for one stretch of time. If they are "
        "several terms, say so."},
    Entry{"row.lead_from_heading",
          "Bảng không có cột cơ quan; cơ quan chủ trì lấy theo đề mục “{0}”. Hãy đối chiếu với bản gốc.",
          "The table has no column of agencies; the lead was taken from the heading “{0}”. Compare with the "
          "original."},
    Entry{"row.terms_beside_leads",
          "Ô thời hạn ghi nhiều hạn ({1}), ngang với từng cơ quan chủ trì ({0}); có thể mỗi cơ quan có hạn "
          "riêng. "
          "Hãy tách dòng nếu đúng như vậy.",
          "There are as many terms ({1}) as leads ({0}), line by line; each lead may have its own. Part the "
          "row "
          "if so."},
    Entry{"row.term_from_heading",
          "Bảng không có cột thời hạn; thời hạn lấy theo đề mục “{0}”. Hãy đối chiếu với bản gốc.",
          "The table has no column of terms; the term was taken from the heading “{0}”. Compare with the "
          "original."},
    Entry{"row.which_column", "Có nhiều cột cùng nghĩa: {0}. Chưa lấy cột nào; hãy chọn một.",
          "Several columns mean the same: {0}. None of them was taken; choose one."},
    Entry{"row.cell_error", "Ô {0} chứa lỗi {1}, không có nội dung. Hãy sửa ô đó trong tệp gốc.",
          "Cell {0} holds the error {1} and no content. Mend it in the original file."},
    Entry{"row.not_calculated",
          "Ô {0} là công thức chưa được tính nên không có nội dung. Hãy mở tệp bằng Excel rồi lưu lại.",
          "Cell {0} is a formula that was never calculated and has no content. Open the file in Excel and "
          "save it."},
    Entry{"row.struck", "Phần chữ bị gạch ngang “{0}” không được tính. Hãy kiểm tra.",
          "The text “{0}” is struck through and was not counted. Please check."},
    Entry{"row.hidden_text", "Phần chữ bị ẩn “{0}” không được tính. Hãy kiểm tra.",
          "The text “{0}” is hidden and was not counted. Please check."},
    Entry{"row.note_mark",
          "Dấu chú thích “{0}” (chỉ số trên) không được tính là chữ hay số. Hãy xem chú thích đó.",
          "The note mark “{0}” (superscript) was not counted as text or figure. Look at the note."},
    Entry{"row.choice_boxes", "Ô có các ô chọn: “{0}”; chỉ lấy mục được đánh dấu. Hãy đối chiếu với bản gốc.",
          "The cell has boxes to tick, “{0}”; only what is ticked was taken. Compare with the original."},
    Entry{"row.several_numbers",
          "Dòng này mang nhiều số thứ tự ({0}), có thể gồm nhiều nhiệm vụ. Hãy tách từng nhiệm vụ ra.",
          "This row has several numbers ({0}) and may be several tasks. Part them."},
    Entry{
        "plan.prose_unread",
        "{0} đoạn lời văn nêu cơ quan, thời hạn hoặc là một mục được giao mà không đọc được thành nhiệm vụ: "
        "{1}. "
        "Hãy xem lại.",
        "{0} paragraphs name an agency or a term, or are items of a list of duties, and were not understood: "
        "{1}. Look at them."},
    Entry{"row.changes_daily",
          "“{0}” là ngày tự thay đổi theo hôm mở tệp (trường DATE, hàm TODAY). Hãy ghi ngày cố định.",
          "“{0}” changes with the day on which the file is opened (a DATE field, TODAY). Write a fixed day."},
    Entry{"row.old_font", "Chữ theo bảng mã cũ {0} đã được đổi sang Unicode. Hãy kiểm tra.",
          "Text in the old encoding {0} was changed to Unicode. Please check."},

    // plan preview --explain
    Entry{"cli.option.explain_rows", "nói rõ từng dòng được đọc từ ô nào, theo quy tắc nào",
          "say of each row from which cell it was read, and by which rule"},
    Entry{"cli.option.with_progress",
          "ghi nhận tình hình thực hiện mà các cột của kế hoạch nêu (“Tiến độ”, “Kết quả”, “Tình trạng”)",
          "take over how far the tasks are by the plan's own columns (“Tiến độ”, “Kết quả”, “Tình trạng”)"},
    Entry{"cli.plan.progress_unused",
          "Cột {0} nêu tình hình thực hiện; không được ghi nhận. Muốn ghi, nhập với --with-progress.",
          "{0} says how far the tasks are; that was not taken over. To take it over, import with "
          "--with-progress."},
    Entry{"cli.plan.no_progress", "Không cột nào nêu tình hình thực hiện.",
          "No column says how far the tasks are."},
    Entry{"cli.plan.progress_would",
          "Sẽ ghi tình hình của {0} dòng theo cột {1}, nếu dòng chỉ giao một cơ quan.",
          "Would take over how far {0} rows are by {1}, where a row is one agency's."},
    Entry{"cli.plan.progress_taken", "Đã ghi tình hình của {0} phần việc theo cột {1}.",
          "Took over how far {0} assignments are by {1}."},
    Entry{"cli.progress_left.heading",
          "{0} dòng không ghi được tình hình thực hiện:", "Of {0} rows it was not taken over:"},
    Entry{"cli.progress_left.unread", "không hiểu hết lời văn", "the words are not understood"},
    Entry{"cli.progress_left.several", "không đúng một cơ quan thực hiện; hãy ghi cho từng cơ quan",
          "it is not the work of one agency; report it for each"},
    Entry{"cli.progress_left.known", "phần việc đã có báo cáo", "something was reported already"},
    Entry{"cli.progress_read.nothing", "không hiểu", "not understood"},
    Entry{"cli.progress_read.not_begun", "chưa bắt đầu", "not begun"},
    Entry{"cli.progress_read.done_on", "xong ngày {0}, chờ xác nhận", "done on {0}, to be confirmed"},
    Entry{"cli.progress_read.share", "{0}%", "{0}%"},
    Entry{"cli.progress_read.under_way", "đang thực hiện", "under way"},
    Entry{"cli.column.said", "Kế hoạch ghi", "The plan says"},
    Entry{"cli.column.understood", "Hiểu là", "Understood as"},
    Entry{"cli.explain.row", "{0} {1} (bảng {2}, dòng {3})", "{0} {1} (table {2}, line {3})"},
    Entry{"cli.explain.section", "  Mục: {0}", "  Section: {0}"},
    Entry{"cli.explain.cell", "  {0}: “{1}”, {2}", "  {0}: “{1}”, {2}"},
    Entry{"cli.explain.meaning", "    → {0}", "    → {0}"},
    Entry{"cli.explain.beside", "  Giữ kèm, cột “{0}”: {1}", "  Kept beside, column “{0}”: {1}"},
    Entry{"cli.explain.problem", "  ! {0}", "  ! {0}"},
    Entry{"cli.explain.own", "cột {1} “{0}”, dòng {2}", "column {1} “{0}”, line {2}"},
    Entry{"cli.explain.merged", "cột “{0}”, ô gộp từ dòng {1}", "column “{0}”, cell merged from line {1}"},
    Entry{"cli.explain.taken_over", "cột “{0}”, ô trống nên lấy theo dòng {1}",
          "column “{0}”, empty, so taken from line {1}"},
    Entry{"cli.explain.ditto", "cột “{0}”, ghi “như trên”: theo dòng {1}",
          "column “{0}”, which says “as above”: line {1}"},
    Entry{"cli.explain.over_page", "cột “{0}”, ô gộp qua trang từ dòng {1}",
          "column “{0}”, cell merged over the page from line {1}"},
    Entry{"cli.explain.above_table", "dòng phía trên bảng", "the line above the table"},
    Entry{"cli.explain.elsewhere", "không phải từ ô của bảng", "from no cell of a table"},

    // Of columns.
    Entry{"plan.guessed_columns",
          "Tên cột {0} không quen, đã hiểu theo nội dung các ô bên dưới. Hãy kiểm tra.",
          "The column titles {0} are not known; they were understood by their cells. Please check."},
    Entry{"plan.progress_beside",
          "Bảng thứ {0}: cột {1} nêu tình hình thực hiện nên chỉ giữ kèm, không ghi nhận.",
          "Table {0}: {1} says how far the tasks are; it was kept beside the rows and not taken over."},
    Entry{"plan.columns_beside",
          "Bảng thứ {0}: các cột {1} không phải nhiệm vụ, cơ quan hay thời hạn nên chỉ giữ kèm, không dùng.",
          "Table {0}: the columns {1} are neither task, agency nor term; they are kept beside and not used."},
    Entry{"plan.columns_hidden",
          "Bảng thứ {0}: các cột bị ẩn {1} không được đọc. Nếu cần, hãy cho hiện các cột đó rồi lưu lại.",
          "Table {0}: the hidden columns {1} were not read. If they count, unhide them and save the file."},
    Entry{"plan.term_above",
          "Bảng thứ {0} không có cột thời hạn; đã lấy “{1}” ở dòng phía trên bảng cho mọi dòng.",
          "Table {0} has no column of terms; “{1}” from the line above it was taken for all rows."},
    Entry{"plan.lead_above",
          "Bảng thứ {0} không có cột cơ quan; đã lấy “{1}” ở dòng phía trên bảng cho mọi dòng.",
          "Table {0} has no column of agencies; “{1}” from the line above it was taken for all rows."},

    // What is taken back.
    Entry{"plan.rows_taken_back", "Bảng thứ {0}: {1} dòng {3} nên không lấy: dòng {2}.",
          "Table {0}: {1} rows {3} and were left out: lines {2}."},
    Entry{"plan.why_struck", "bị gạch ngang", "are struck through"},
    Entry{"plan.why_hidden", "bị ẩn", "are hidden"},
    Entry{"plan.why_deleted", "đã bị xóa (theo dõi thay đổi)", "are deleted by tracked changes"},
    Entry{"plan.cells_deleted", "Bảng thứ {0}: {1} ô đã bị xóa (theo dõi thay đổi) nên không lấy.",
          "Table {0}: {1} cells are deleted by tracked changes and were left out."},

    Entry{
        "plan.conditional_strike",
        "Bảng thứ {0}: định dạng có điều kiện gạch ngang hoặc ẩn một số ô trong vùng {1}; các ô đó vẫn được "
        "đọc. Hãy kiểm tra.",
        "Table {0}: a conditional format strikes through or hides cells in {1}; they were read all the "
        "same. Please check."},

    // What was not read.
    Entry{"plan.sheet_hidden",
          "Trang tính ẩn “{0}” không được đọc. Nếu có nhiệm vụ, hãy cho hiện trang rồi lưu lại.",
          "The hidden sheet “{0}” was not read. If it has tasks, unhide it and save the file."},
    Entry{"plan.sheet_other", "Trang “{0}” không phải trang tính có ô (biểu đồ, macro) nên không được đọc.",
          "“{0}” is no sheet of cells (a chart or a macro) and was not read."},
    Entry{
        "plan.repeated_table",
        "Bảng thứ {0} có {1} nhiệm vụ trùng tên với bảng thứ {2}, có thể là bản nháp hoặc bản cũ. Hãy chọn "
        "bảng "
        "đúng.",
        "Table {0} has {1} tasks of the same names as table {2}; one of them may be a draft or an older one. "
        "Choose which holds."},
    Entry{"plan.section_hidden",
          "Phần ẩn “{0}” của văn bản không được đọc. Nếu có nhiệm vụ, hãy cho hiện rồi lưu lại.",
          "The hidden section “{0}” of the text was not read. If it has tasks, unhide it and save the file."},
    Entry{"plan.left_below", "Bảng thứ {0}: phần ghi dưới bảng không được dùng: “{1}”. Hãy xem lại.",
          "Table {0}: what is written below it was not used: “{1}”. Look at it."},
    Entry{"plan.text_box", "Chữ trong khung (text box) “{0}” không thuộc bảng nào nên không dùng.",
          "The text in a text box, “{0}”, is of no table and was not used."},
    Entry{"plan.alt_chunk",
          "Tệp nhúng {0} phần nội dung từ tệp khác (altChunk), không được đọc. Hãy mở bằng Word rồi lưu lại.",
          "The file has {0} parts of other files in it (altChunk) that were not read. Open it in Word and "
          "save it."},
    Entry{"plan.embedded",
          "Tệp có {0} đối tượng nhúng (ví dụ bảng Excel) không được đọc. Hãy lưu riêng đối tượng đó.",
          "The file has {0} embedded objects (a workbook, for example) that were not read. Save them by "
          "themselves."},
    Entry{"plan.pictures",
          "Tệp có {0} hình ảnh lớn không được đọc. Nếu hình chứa bảng nhiệm vụ, hãy nhập bảng dưới dạng chữ.",
          "The file has {0} large pictures that were not read. If they show a table of tasks, enter it as "
          "text."},
    Entry{
        "plan.tables_in_page_heads",
        "Đầu trang hoặc chân trang có {0} bảng không được đọc. Nếu đó là bảng nhiệm vụ, hãy chuyển vào thân "
        "văn "
        "bản.",
        "The heads or feet of pages hold {0} tables that were not read. If they are of tasks, move them into "
        "the text."},
    Entry{"plan.comments", "Tệp có {0} nhận xét (comment) không được đọc. Hãy xem trong tệp gốc.",
          "The file has {0} comments that were not read. Look at them in the original."},
    Entry{"plan.footnotes", "Tệp có {0} chú thích cuối trang không được đọc. Hãy xem trong tệp gốc.",
          "The file has {0} footnotes that were not read. Look at them in the original."},
    Entry{
        "plan.card",
        "Bảng thứ {0} là phiếu ghi từng mục (“{1}”), không phải bảng nhiệm vụ, nên không được đọc. Hãy nhập "
        "nhiệm vụ này bằng tay.",
        "Table {0} is a card of labels and values (“{1}”) and no table of tasks; it was not read. Enter this "
        "task "
        "by hand."},
    Entry{"plan.image_pages",
          "{0} trang chỉ có ảnh quét, không có chữ, không được đọc: trang {1}. Hãy nhận dạng chữ (OCR) các "
          "trang đó.",
          "{0} pages are scanned pictures without text and were not read: pages {1}. Recognise their text "
          "(OCR)."},
    Entry{"plan.picture_unreadable",
          "Ảnh này hỏng hoặc không đọc được. Hãy quét lại, lưu PNG, JPEG, TIFF hoặc PDF.",
          "This picture is damaged or cannot be read. Scan again to PNG, JPEG, TIFF or PDF."},
    Entry{"plan.picture_large", "Ảnh {0} x {1} điểm lớn quá. Hãy quét ở 300 điểm một inch.",
          "A picture of {0} x {1} points is too large. Scan at 300 dots an inch."},
    Entry{"plan.scanned_pages",
          "{0} trang là ảnh quét, được đọc bằng máy nhận dạng chữ: trang {1}. Chữ có thể sai; hãy đối chiếu "
          "mọi dòng với "
          "bản giấy.",
          "{0} pages are scanned pictures whose text was recognised: pages {1}. It may be wrong; compare "
          "every row with "
          "the paper."},
    Entry{"row.from_scan", "Đọc từ ảnh quét (trang {0}): hãy đối chiếu với bản giấy.",
          "Read from a scanned picture (page {0}): compare it with the paper."},
    Entry{"row.scan_unsure", "Chữ quét không rõ: {0}.", "Hardly legible in the scan: {0}."},
    Entry{
        "row.close_columns",
        "Trang {0} không kẻ đường và chữ của dòng này sát nhau, có thể thuộc cột hoặc dòng khác. Hãy đối "
        "chiếu "
        "với bản gốc.",
        "Page {0} has no lines and the words of this row stand close; some may be of another column or row. "
        "Compare with the original."},
    Entry{"row.table_in_cell", "Một ô của dòng này chứa bảng nhỏ, được đọc như lời văn: “{0}”. Hãy kiểm tra.",
          "A cell of this row holds a small table, which was read as text: “{0}”. Please check."},
    Entry{"plan.picture_tables",
          "Trang {0} có bảng nằm trong ảnh, không được đọc. Hãy nhập bảng đó dưới dạng chữ.",
          "Page {0} has a table within a picture that was not read. Enter it as text."},
    Entry{"plan.sideways", "Trang {0} in xoay ngang; đã xoay lại để đọc. Hãy kiểm tra các dòng của trang đó.",
          "Page {0} is printed sideways; it was turned to be read. Check the rows of that page."},
    Entry{"plan.ocr_layer",
          "Chữ của tệp PDF là lớp nhận dạng ẩn (OCR) dưới ảnh quét, có thể sai. Hãy đối chiếu mọi dòng với "
          "bản gốc.",
          "The text of the PDF file is an invisible layer of recognised text (OCR) under scanned pictures "
          "and may be "
          "wrong. Compare every row with the original."},
    Entry{"plan.old_letters",
          "Trang {0} có chữ theo bảng mã cũ (TCVN3, VNI), đã đổi sang Unicode. Hãy kiểm tra.",
          "Page {0} has text in an encoding before Unicode (TCVN3, VNI), which was changed. Please check."},
    Entry{
        "plan.unseen_words",
        "Trang {0} có chữ không nhìn thấy được (màu trắng hoặc bị che), không được tính. Hãy kiểm tra.",
        "Page {0} has words that cannot be seen (white, or covered), which were not counted. Please check."},
    Entry{
        "plan.note_marks",
        "Trang {0} có dấu chú thích (chỉ số trên), không được tính là chữ hay số. Hãy xem các chú thích đó.",
        "Page {0} has note marks (superscript), which were not counted as text or figures. Look at those "
        "notes."},
    Entry{"plan.pdf_empty", "Tệp PDF không có trang nào.", "The PDF file has no page."},
    Entry{"plan.old_font", "Có chữ theo bảng mã cũ ({0}) đã được đổi sang Unicode. Hãy kiểm tra.",
          "Text in an old encoding ({0}) was changed to Unicode. Please check."},
    Entry{"plan.needs_libreoffice",
          "Đây là tệp kiểu cũ (.doc, .xls, .rtf, .xlsb). Hãy cài LibreOffice (gói libreoffice-writer, "
          "libreoffice-calc) "
          "rồi thử lại, hoặc lưu tệp dưới dạng .docx, .xlsx.",
          "This is a file of an older kind (.doc, .xls, .rtf, .xlsb). Install LibreOffice (packages "
          "libreoffice-writer, "
          "libreoffice-calc) and try again, or save it as .docx or .xlsx."},
    Entry{"plan.not_converted",
          "LibreOffice không chuyển được tệp này (tệp hỏng, có mật khẩu hoặc mất quá nhiều thời gian). Hãy "
          "mở tệp rồi lưu "
          "dưới dạng .docx hoặc .xlsx.",
          "LibreOffice could not convert this file (it is damaged, has a password, or takes too long). Open "
          "it and save "
          "it as .docx or .xlsx."},
    Entry{"plan.long_cell",
          "Dòng {0} có ô dài hơn {1} KiB; có thể thiếu dấu ngoặc kép đóng ô. Hãy sửa dòng đó.",
          "Line {0} has a cell of more than {1} KiB; perhaps the quote that closes it is missing. Mend that "
          "line."},
    Entry{"plan.open_quote",
          "Dòng {0} mở ngoặc kép mà không đóng; các ô từ đó có thể bị đọc sai. Hãy sửa dòng đó.",
          "Line {0} opens a quote that nothing closes; the cells from there on may be read wrongly. Mend "
          "that line."},
    Entry{"plan.reader_died",
          "Không đọc được tệp: tệp bị hỏng hoặc cần quá nhiều bộ nhớ, thời gian. Hãy tách riêng bảng nhiệm "
          "vụ rồi thử "
          "lại.",
          "The file cannot be read: it is damaged, or takes too much memory or time. Save the table of tasks "
          "by itself "
          "and try again."},
    Entry{"plan.strict_file",
          "Tệp có {0} điều chưa chắc hoặc chưa dùng đến (xem trên); không nhập gì vì đã yêu cầu --strict.",
          "The file has {0} things that are doubtful or were not used (see above); nothing was imported "
          "because of "
          "--strict."},
};

}  // namespace

std::span<const Entry> plan_file_entries() {
    return plan_file_sentences;
}

}  // namespace dondoc::text
