// SPDX-License-Identifier: Apache-2.0
// What is said of reports.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry report_sentences[] = {
    {"criterion.bad_level",
     "{0}: không có cấp “{1}”; dùng government, ministry, province, district, commune.",
     "{0}: there is no level “{1}”; use government, ministry, province, district, commune."},
    {"criterion.late_above_on_time",
     "{0}: hệ số của việc hoàn thành quá hạn không được lớn hơn của việc đúng hạn.",
     "{0}: late work must not weigh more than work on time."},
    {"criterion.years_backwards", "{0}: năm cuối đứng trước năm đầu.",
     "{0}: the last year comes before the first."},
    {"criterion.years_cross", "Tiêu chí “{0}” đã có một bảng cho cùng năm trong {1}.",
     "Criterion “{0}” has a table for the same year in {1} already."},

    {"report.bad_level",
     "Không có cấp “{0}”; dùng government (Chính phủ), ministry (bộ), province (tỉnh), district (huyện), "
     "commune (xã).",
     "There is no level “{0}”; use government, ministry, province, district, commune."},
    {"report.busy",
     "Báo cáo trước của khóa này chưa xong, hoặc đang có quá nhiều báo cáo chờ; hãy đợi rồi hỏi lại.",
     "This key's report before is not done yet, or too many reports wait; ask again in a while."},
    {"report.by", "Không xếp hạng được theo “{0}”; dùng on_time hoặc completion.",
     "There is no ranking by “{0}”; use on_time or completion."},
    {"report.days", "{0} ngày là quá dài; nhiều nhất {1} ngày.", "{0} days are too many; {1} at most."},
    {"report.restated_agency",
     "Báo cáo quy về cơ quan hiện nay là của tất cả cơ quan; hãy bỏ --agency hoặc --restated.",
     "A restated report is of all agencies; leave out --agency or --restated."},
    {"report.future", "Không có số liệu của ngày {0}: hôm nay mới là {1}.",
     "There are no figures of {0}: today is {1}."},
    {"report.kind", "Không rõ báo cáo nào; hãy nêu loại báo cáo.", "Name the kind of the report."},
    {"report.no_agency", "Hãy nêu mã cơ quan: dondoc report agency MÃ.",
     "Name the agency by its code: dondoc report agency CODE."},
    {"report.no_criteria",
     "Chưa có bảng chấm điểm nào; thêm tệp vào [criteria] files của dondocd, mẫu: "
     "share/dondoc/criteria/vi-du.toml.",
     "There is no scoring table; add a file to [criteria] files of dondocd, such as "
     "share/dondoc/criteria/vi-du.toml."},
    {"report.period", "Khoảng thời gian bắt đầu ({0}) sau khi kết thúc ({1}).",
     "The period begins ({0}) after its end ({1})."},
    {"report.unknown_criterion", "Không có bảng chấm điểm “{0}” cho năm {1}. Có: {2}.",
     "There is no scoring table “{0}” for {1}. There are: {2}."},
    {"report.which_criterion", "Hãy nêu bảng chấm điểm. Có: {0}.", "Name a scoring table. There are: {0}."},
};

}  // namespace

std::span<const Entry> report_entries() {
    return report_sentences;
}

}  // namespace dondoc::text
