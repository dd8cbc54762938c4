// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/report_letter.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
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

constexpr std::size_t rows_on_page = 15;

plan::Fields letter_fields(const std::vector<std::pair<const char*, std::string>>& values) {
    plan::Fields fields;
    for (const auto& [name, value] : values) fields[plan::docx_field(name)] = value;
    return fields;
}

// What the letter has a row of: agencies that have to be pressed, those that were ranked, an agency's
// documents.
struct Listed {
    std::string heading, column, nobody;
    const char* more;  // a key: how many others there are
    std::string ratio = "on_time";
    std::vector<v1::ReportPart> parts = {};
    std::size_t most = rows_on_page;
};

// "98,63 %" stays on one line.
std::string unbroken(std::string text) {
    static constexpr std::string_view space_that_holds = "\xc2\xa0";
    if (const auto space = text.find(' '); space != std::string::npos)
        text.replace(space, 1, space_that_holds);
    return text;
}

plan::Fields part_fields(const v1::ReportPart& part, const std::string& nth, std::string ratio) {
    const auto& counts = part.figures().current();
    return letter_fields({{"stt", nth},
                          {"co_quan", part.name()},
                          {"ma_co_quan", part.code()},
                          {"duoc_giao", report::number(counts.given() - counts.withdrawn())},
                          {"xong_dung_han", report::number(counts.on_time())},
                          {"xong_qua_han", report::number(counts.late())},
                          {"dang_cho", report::number(counts.waiting())},
                          {"dang_qua_han", report::number(counts.overdue())},
                          {"dang_trong_han", report::number(counts.in_time())},
                          {"khong_han", report::number(counts.no_deadline())},
                          {"ty_le", std::move(ratio)}});
}

std::vector<v1::ReportPart> pressed(const v1::Report& report) {
    std::vector<v1::ReportPart> parts = {};
    for (const auto& part : report.agencies())
        if (part.figures().current().overdue() + part.figures().current().waiting() > 0)
            parts.push_back(part);
    std::ranges::stable_sort(parts, std::greater{}, [](const v1::ReportPart& part) {
        return std::tuple{part.figures().current().overdue(), part.figures().current().waiting()};
    });
    return parts;
}

Listed listed_parts(const report::Words& say, const v1::Report& report) {
    Listed list{say("cli.report.letter_pressed"), say("cli.column.agency"), say("cli.report.nobody_pressed"),
                "cli.report.more_agencies"};
    if (report.asked().kind() == v1::ReportKind::agency) {
        list.heading = say("cli.report.letter_documents");
        list.column = say("cli.column.document");
        list.more = "cli.report.more_documents";
        for (auto part : report.documents()) {
            part.set_name(part.name().empty() ? part.code() : part.code() + ": " + part.name());
            list.parts.push_back(std::move(part));
        }
    } else if (report.asked().kind() == v1::ReportKind::ranking) {
        list.ratio = report.asked().by();
        list.heading = say("cli.report.letter_ranking");
        list.parts.assign(report.agencies().begin(), report.agencies().end());
        list.most = list.parts.size();
    } else {
        list.parts = pressed(report);
    }
    return list;
}

void add_list(const report::Words& say, const v1::Report& report, plan::LetterContent& content) {
    const auto list = listed_parts(say, report);
    const auto shown = std::min(list.parts.size(), list.most);
    const auto left_out = list.parts.size() - shown;
    for (const auto& [name, value] : part_fields({}, "", "")) content.list_fields.push_back(name);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& part = list.parts[i];
        const auto rank = part.rank() == 0 ? std::string("–") : report::number(part.rank());
        const auto& ratio = report::ratio_of(part.figures().current(), list.ratio);
        content.list.push_back(
            part_fields(part, report.asked().kind() == v1::ReportKind::ranking ? rank : report::number(i + 1),
                        unbroken(report::shown(report::percent_cell(ratio).value, say.lang()))));
    }
    if (list.parts.empty()) {  // said, so that nobody looks for the rows
        plan::Fields nobody;
        for (const auto& name : content.list_fields) nobody[name] = {};
        nobody[plan::docx_field("co_quan")] = list.nobody;
        content.list.push_back(std::move(nobody));
    }
    content.fields.merge(letter_fields(
        {{"danh_sach", list.heading},
         {"cot_ten", list.column},
         {"cot_ty_le", say.ratio(list.ratio)},
         {"ghi_chu", left_out == 0 ? std::string{} : say(list.more, {report::number(left_out)})}}));
}

std::string as_of(const report::Words& say, const v1::Report& report) {
    const auto day = spoken_iso_day(report.as_of());
    const bool is_now = report.instant().seconds() == report.produced().seconds();
    if (!is_now) return say("cli.report.letter_end", {day});
    const auto hour =
        iso_instant(wire::to_instant(report.produced())).substr(11, 5);  // of 2023-12-31T07:30:00
    return say("cli.report.letter_now", {hour, day});
}

}  // namespace

std::string shipped_report_template() {
    const auto file = client::find_shipped("templates/bao-cao.docx");
    if (!file) throw UserError("cli.report.no_template");
    return read_input(file->string());
}

std::string report_letter(const v1::Report& report, const report::Page& page, const std::string& document) {
    const report::Words say{page.lang};
    const auto& counts = report.total().current();
    const auto ratio = [&](const char* name) {
        return unbroken(report::ratio_text(report::ratio_of(counts, name), page.lang));
    };
    plan::LetterContent content;
    content.fields = letter_fields(
        {{"tieu_de", page.title},
         {"nguon", report.daemon()},
         {"den_ngay", spoken_iso_day(report.as_of())},
         {"thoi_diem", as_of(say, report)},
         {"ngay_thang_nam", long_day(civil_day(wire::to_instant(report.produced())))},
         {"tong_so", report::number(counts.given() - counts.withdrawn())},
         {"so_nhiem_vu", report::number(report.tasks())},
         {"so_co_quan", report::number(static_cast<std::uint64_t>(report.agencies_size()))},
         {"tong_hoan_thanh",
          report::number(counts.on_time() + counts.late() + counts.no_deadline_completed())},
         {"tong_dung_han", report::number(counts.on_time())},
         {"tong_xong_muon", report::number(counts.late())},
         {"tong_cho", report::number(counts.waiting())},
         {"tong_qua_han", report::number(counts.overdue())},
         {"tong_trong_han", report::number(counts.in_time())},
         {"tong_khong_han", report::number(counts.no_deadline() - counts.no_deadline_completed())},
         {"ty_le_hoan_thanh", ratio("completion")},
         {"ty_le_dung_han", ratio("on_time")}});
    add_list(say, report, content);
    return plan::fill_docx(document, content);
}

}  // namespace dondoc::cli
