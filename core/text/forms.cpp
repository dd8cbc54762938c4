// SPDX-License-Identifier: Apache-2.0
// Forms that are filled in as far as dondoc knows: their files, their pages, and what is wrong in a filled-in
// one.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry form_sentences[] = {
    {"form.unknown", "Không có biểu mẫu “{0}”: ghi tên tệp, hoặc tên một tệp trong ~/.config/dondoc/reports.",
     "There is no form \"{0}\": name a file, or one in ~/.config/dondoc/reports."},
    {"form.too_many", "{0}: biểu có hơn {1} dòng.", "{0}: the form has more than {1} lines."},
    {"form.twice", "{0}: mục “{1}” có hai lần; dòng không có số riêng cần id riêng.",
     "{0}: the item \"{1}\" is there twice; give one of them an id of its own."},
    {"form.of_tasks", "{0} chỉ dùng cho số đếm phần việc.", "{0} goes with counts of assignments only."},
    {"form.unknown_item", "{0}: không có mục khác tên “{1}” trong biểu.",
     "{0}: the form has no other item \"{1}\"."},

    {"cli.report.about.form", "điền một biểu mẫu với những số dondoc biết; số không biết để trống và nói rõ",
     "fills in a form with what dondoc knows; what it cannot know stays empty, and is said"},
    {"cli.option.form", "biểu mẫu: tệp, hoặc tên (mặc định: bieu-mau-1)",
     "the form: a file, or a name (default: bieu-mau-1)"},
    {"cli.option.form_plan", "số văn bản của kế hoạch, cho các mục về kế hoạch",
     "number of the plan's document, for the items that are of the plan"},
    {"cli.option.form_from", "ngày đầu của kỳ, cho các mục về hồ sơ",
     "first day of the period, for the items that are of dossiers"},
    {"cli.option.verify_form", "đối chiếu từng mục với biểu mẫu này: tỷ lệ, tổng, mục còn trống",
     "checks item by item against this form: percentages, totals, items that are empty"},

    {"form.sheet", "Biểu mẫu", "Form"},
    {"form.items", "Số liệu của biểu", "The form"},
    {"form.item", "Chỉ tiêu thống kê", "Item"},
    {"form.unit", "Đơn vị tính", "Unit"},
    {"form.value", "Kết quả", "Result"},
    {"form.how", "Cách tính", "How"},
    {"form.source", "Mẫu biểu theo", "The form is from"},
    {"form.item_source", "theo {0}", "by {0}"},
    {"form.of", "{0}, {1}", "{0}, {1}"},
    {"form.percent_of", "{0} / {1}", "{0} / {1}"},
    {"form.no_plan", "để trống: chưa nêu kế hoạch nào", "empty: no plan was named"},
    {"form.no_period", "để trống: chưa nêu kỳ nào", "empty: no period was named"},
    {"cli.report.name_plan", "Các mục về một kế hoạch còn trống: ghi --plan SỐ_VĂN_BẢN.",
     "Items of a plan are empty: name it with --plan NUMBER."},
    {"cli.report.name_period", "Các mục về hồ sơ còn trống: ghi kỳ bằng --from NGÀY --to NGÀY.",
     "Items of dossiers are empty: name a period with --from DATE --to DATE."},
    {"form.left_empty", "dondoc không tính được nên để trống: {0}.",
     "Left empty, as dondoc does not know: {0}."},
    {"form.rest",
     "“{0}” hơn tổng của “{1}” là {2}: việc còn trong hạn, chờ xác nhận hoặc không có thời hạn, biểu không "
     "có "
     "dòng.",
     "“{0}” is {2} more than “{1}”: work that is in time, waits or has no term, for which the form has no "
     "line."},
    {"form.how.by_hand", "tự điền", "filled in by hand"},
    {"form.how.assigned", "phần việc được giao", "assignments"},
    {"form.how.completed", "phần việc đã hoàn thành", "assignments completed"},
    {"form.how.on_time", "phần việc hoàn thành đúng hạn", "assignments completed on time"},
    {"form.how.late", "phần việc hoàn thành quá hạn", "assignments completed late"},
    {"form.how.overdue", "phần việc quá hạn chưa hoàn thành", "assignments overdue"},
    {"form.how.in_time", "phần việc còn trong hạn", "assignments in time"},
    {"form.how.waiting", "phần việc chờ xác nhận", "assignments that wait to be confirmed"},
    {"form.how.no_deadline", "phần việc không có thời hạn", "assignments without a term"},
    {"form.how.percent", "tỷ lệ", "percentage"},
    {"form.how.dossiers_received", "hồ sơ tiếp nhận trong kỳ", "dossiers received"},
    {"form.how.dossiers_on_time", "hồ sơ giải quyết đúng hạn", "dossiers done on time"},
    {"form.how.dossiers_late", "hồ sơ giải quyết quá hạn", "dossiers done late"},
    {"form.how.dossiers_done", "hồ sơ đã giải quyết", "dossiers done"},
    {"form.how.dossiers_refused", "hồ sơ từ chối giải quyết", "dossiers refused"},
    {"form.how.dossiers_overdue", "hồ sơ đang giải quyết đã quá hạn", "open dossiers that are overdue"},

    {"figures.form.no_items",
     "không thấy mục nào của biểu trong tệp: cần một bảng có cột “Kết quả” (hoặc “Số liệu”) và số mục ở cột "
     "đầu.",
     "no item of the form is in the file: a table with a column \"Kết quả\" (or \"Số liệu\") and the items' "
     "numbers in its first column is needed."},
    {"figures.form.missing", "không thấy mục này trong tệp.", "this item is not in the file."},
    {"figures.form.empty", "chưa có số liệu.", "has no figure yet."},
    {"figures.form.not_number", "“{0}” không phải là một số.", "\"{0}\" is no number."},
    {"figures.form.more_than_whole", "{0} nhiều hơn {1}, nên không phải là một phần của nó.",
     "{0} is more than {1}, so it is no part of it."},
    {"figures.form.nothing_to_divide", "tỷ lệ của 0 thì không có; hãy để trống.",
     "there is no percentage of 0; leave it empty."},
    {"figures.form.sum", "ghi {0}, nhưng {1} = {2}.", "says {0}, but {1} = {2}."},
    {"figures.form.less_than_parts", "ghi {0}, ít hơn {1} = {2}.", "says {0}, less than {1} = {2}."},
};

}  // namespace

std::span<const Entry> form_entries() {
    return form_sentences;
}

}  // namespace dondoc::text
