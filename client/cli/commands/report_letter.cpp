// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/report_letter.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "lib/shipped_files.h"
#include "plan/formats/docx_template.h"
#include "report/wording.h"
#include "wire/time.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t agencies_on_page = 15;

plan::Fields named(const std::vector<std::pair<const char*, std::string>>& values) {
    plan::Fields fields;
    for (const auto& [name, value] : values) fields[plan::docx_field(name)] = value;
    return fields;
}

plan::Fields fields_of(const v1::ReportPart& part, std::size_t nth) {
    const auto& counts = part.figures().current();
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    return named({{"stt", number(nth)},
                  {"co_quan", part.name()},
                  {"ma_co_quan", part.code()},
                  {"duoc_giao", number(counts.given() - counts.withdrawn())},
                  {"xong_dung_han", number(counts.on_time())},
                  {"xong_qua_han", number(counts.late())},
                  {"dang_cho", number(counts.waiting())},
                  {"dang_qua_han", number(counts.overdue())},
                  {"dang_trong_han", number(counts.in_time())},
                  {"khong_han", number(counts.no_deadline())}});
}

std::vector<v1::ReportPart> pressed(const v1::Report& report) {
    std::vector<v1::ReportPart> parts;
    for (const auto& part : report.agencies())
        if (part.figures().current().overdue() + part.figures().current().waiting() > 0)
            parts.push_back(part);
    std::ranges::stable_sort(parts, std::greater{}, [](const v1::ReportPart& part) {
        return std::tuple{part.figures().current().overdue(), part.figures().current().waiting()};
    });
    return parts;
}

}  // namespace

std::string shipped_report_template() {
    const auto file = client::find_shipped("templates/bao-cao.docx");
    if (!file) throw UserError("cli.report.no_template");
    return read_input(file->string());
}

std::string report_letter(const v1::Report& report, const report::Page& page, const std::string& document) {
    const auto& counts = report.total().current();
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    const auto ratio = [&](const char* name) {
        return report::ratio_text(report::ratio_of(counts, name), page.lang);
    };
    const auto parts = pressed(report);
    const auto shown = std::min(parts.size(), agencies_on_page);
    const auto left_out = parts.size() - shown;
    plan::LetterContent content;
    content.fields =
        named({{"tieu_de", page.title},
               {"nguon", report.daemon()},
               {"den_ngay", spoken_iso_day(report.as_of())},
               {"ngay_thang_nam", long_day(civil_day(wire::to_instant(report.produced())))},
               {"tong_so", number(counts.given() - counts.withdrawn())},
               {"so_nhiem_vu", number(report.tasks())},
               {"so_co_quan", number(static_cast<std::uint64_t>(report.agencies_size()))},
               {"tong_hoan_thanh", number(counts.on_time() + counts.late() + counts.no_deadline_completed())},
               {"tong_dung_han", number(counts.on_time())},
               {"tong_xong_muon", number(counts.late())},
               {"tong_cho", number(counts.waiting())},
               {"tong_qua_han", number(counts.overdue())},
               {"tong_trong_han", number(counts.in_time())},
               {"tong_khong_han", number(counts.no_deadline() - counts.no_deadline_completed())},
               {"ty_le_hoan_thanh", ratio("completion")},
               {"ty_le_dung_han", ratio("on_time")},
               {"ghi_chu", left_out == 0 ? std::string{}
                                         : text::render(page.lang, "cli.report.more_agencies",
                                                        std::vector{std::to_string(left_out)})}});
    for (const auto& [name, value] : fields_of({}, 1)) content.list_fields.push_back(name);
    for (std::size_t i = 0; i < shown; ++i) content.list.push_back(fields_of(parts[i], i + 1));
    if (parts.empty()) {  // said, so that nobody looks for the rows
        plan::Fields nobody;
        for (const auto& name : content.list_fields) nobody[name] = {};
        nobody[plan::docx_field("co_quan")] = text::render(page.lang, "cli.report.nobody_pressed");
        content.list.push_back(std::move(nobody));
    }
    return plan::fill_docx(document, content);
}

}  // namespace dondoc::cli
