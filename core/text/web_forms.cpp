// SPDX-License-Identifier: Apache-2.0
// The pages of forms and of self-scorings.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry entries[] = {
    {"page.forms.title", "Biểu mẫu", "Forms"},
    {"page.forms.about",
     "Biểu mẫu báo cáo được điền với những số dondoc tính được; số không biết để trống. Biểu đã điền có thể "
     "gửi lên "
     "để kiểm tra số học.",
     "Report forms, filled in with what dondoc knows; what it cannot know stays empty. One that is filled in "
     "can be "
     "sent to have its arithmetic checked."},
    {"page.forms.scorings", "Tự chấm điểm", "Self-scoring"},
    {"page.forms.scorings_about",
     "Điểm từng tiêu chí, cơ quan nào còn thiếu gì, minh chứng có hay không, theo bảng của đơn vị.",
     "Points of each criterion, what is missing of whom, and whether the evidence is there, by the office's "
     "table."},
    {"page.forms.none", "Chưa có tệp nào.", "There is none yet."},
    {"page.forms.unknown", "Không có biểu mẫu “{0}”; hãy chọn trong trang Báo cáo.",
     "There is no form \"{0}\"; choose one on the page of reports."},
    {"page.forms.unknown_scoring", "Không có bảng tự chấm điểm “{0}”; hãy chọn trong trang Báo cáo.",
     "There is no scoring table \"{0}\"; choose one on the page of reports."},
    {"page.forms.unreadable", "Không đọc được tệp “{0}”, hoặc tệp lớn hơn 256 KiB.",
     "The file \"{0}\" cannot be read, or is larger than 256 KiB."},
    {"page.forms.plan", "Số văn bản của kế hoạch", "Number of the plan's document"},
    {"page.forms.plan_hint", "Như 58/KH-UBND.", "As 58/KH-UBND."},
    {"page.forms.issued", "Ngày ban hành kế hoạch", "Day of issue of the plan"},
    {"page.forms.issued_hint", "Chỉ cần khi có hai văn bản trùng số.",
     "Needed only where two documents have the number."},
    {"page.forms.from", "Kỳ hồ sơ từ ngày", "Period of dossiers from"},
    {"page.forms.from_hint", "Để trống: các mục về hồ sơ để trống.", "Empty: items of dossiers stay empty."},
    {"page.forms.fill", "Tính biểu", "Fill in"},
    {"page.forms.score", "Chấm điểm", "Score"},
    {"page.forms.check_title", "Kiểm tra biểu đã điền", "Check a form that is filled in"},
    {"page.forms.check_of", "Kiểm tra {0}: {1}", "Check of {0}: {1}"},
    {"page.forms.filled_file", "Tệp biểu đã điền", "The form that is filled in"},
    {"page.forms.filled_hint",
     "Excel, Word, ODS, ODT, CSV, PDF hoặc HTML. Tỷ lệ được so với số đếm, tổng với các phần; tệp không được "
     "giữ lại.",
     "Excel, Word, ODS, ODT, CSV, PDF or HTML. Percentages are held against counts, totals against parts; "
     "the file "
     "is not kept."},
    {"page.forms.check", "Kiểm tra", "Check"},
    {"page.forms.found", "Những chỗ cần xem lại", "What to look at again"},
    {"page.forms.where", "Mục", "Item"},
    {"page.forms.wrong", "Vấn đề", "What is wrong"},
    {"page.forms.back", "Trở lại biểu", "Back to the form"},
    {"page.forms.not_looked",
     "Chưa xem tệp minh chứng có hay không: dondoc-web chưa được cấu hình thư mục minh chứng ([forms] "
     "evidence).",
     "Files of evidence were not looked for: dondoc-web has no folder of evidence configured ([forms] "
     "evidence)."},
};

}  // namespace

std::span<const Entry> web_form_entries() {
    return entries;
}

}  // namespace dondoc::text
