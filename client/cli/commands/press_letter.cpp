// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/press_letter.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "cli/frame/dates.h"
#include "cli/pages/wording.h"
#include "plan/formats/docx_template.h"

namespace dondoc::cli {
namespace {

constexpr std::string_view agency_mark = "@agency";

using Rows = std::vector<v1::AssignmentRow>;

std::string days_overdue(const v1::AssignmentRow& row) {
    return row.days_left() < 0 ? std::to_string(-row.days_left()) : std::string{};
}

plan::Fields pressed_fields(const v1::AssignmentRow& row, std::size_t nth, text::Lang lang) {
    const auto due = row.due().empty() ? row.deadline_text() : spoken_due(row.due(), row.hour());
    return {{plan::docx_field("stt"), std::to_string(nth)},
            {plan::docx_field("van_ban"), row.document()},
            {plan::docx_field("so_nhiem_vu"), row.task_number()},
            {plan::docx_field("noi_dung"), row.title()},
            {plan::docx_field("chu_tri"), row.agency_name()},
            {plan::docx_field("ma_chu_tri"), row.agency()},
            {plan::docx_field("thoi_han"), due},
            {plan::docx_field("so_ngay_qua_han"), days_overdue(row)},
            {plan::docx_field("so_lan_don_doc"), std::to_string(row.pressed())},
            {plan::docx_field("trang_thai"), word(lang, row.state())},
            {plan::docx_field("tien_do"),
             row.has_progress() ? std::to_string(row.progress()) + "%" : std::string{}}};
}

plan::LetterContent press_letter_content(const Rows& rows, const PressLetter& letter) {
    plan::LetterContent content;
    std::map<std::string, std::string> agencies;
    for (const auto& row : rows) agencies[row.agency()] = row.agency_name();
    std::string names, codes;
    for (const auto& [code, name] : agencies) {
        names += (names.empty() ? "" : "; ") + name;
        codes += (codes.empty() ? "" : ", ") + code;
    }
    content.fields = {{plan::docx_field("so"), letter.number},
                      {plan::docx_field("ngay"), spoken_day(letter.day)},
                      {plan::docx_field("ngay_thang_nam"), long_day(letter.day)},
                      {plan::docx_field("co_quan"), names},
                      {plan::docx_field("ma_co_quan"), codes},
                      {plan::docx_field("so_viec"), std::to_string(rows.size())},
                      {plan::docx_field("so_co_quan"), std::to_string(agencies.size())},
                      {plan::docx_field("loi_nhan"), letter.note}};
    for (const auto& [name, value] : pressed_fields({}, 1, letter.lang)) content.list_fields.push_back(name);
    for (std::size_t i = 0; i < rows.size(); ++i)
        content.list.push_back(pressed_fields(rows[i], i + 1, letter.lang));
    return content;
}

}  // namespace

std::vector<std::pair<std::filesystem::path, std::string>> press_letters(const Rows& rows,
                                                                         const PressLetter& letter,
                                                                         const std::string& document,
                                                                         const std::string& file) {
    const auto mark = file.find(agency_mark);
    if (mark == std::string::npos)
        return {{file, plan::fill_docx(document, press_letter_content(rows, letter))}};
    std::map<std::string, Rows> by_agency;
    for (const auto& row : rows) by_agency[row.agency()].push_back(row);
    std::vector<std::pair<std::filesystem::path, std::string>> letters;
    for (const auto& [agency, own] : by_agency) {
        auto name = file;
        letters.emplace_back(name.replace(mark, agency_mark.size(), agency),
                             plan::fill_docx(document, press_letter_content(own, letter)));
    }
    return letters;
}

}  // namespace dondoc::cli
