// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/form_letter.h"

#include <cstdint>
#include <utility>
#include <variant>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "lib/shipped_files.h"
#include "plan/formats/docx_template.h"

namespace dondoc::cli {
namespace {

std::string value_text(const report::FilledItem& filled, text::Lang lang) {
    if (const auto* count = std::get_if<std::int64_t>(&filled.value)) return std::to_string(*count);
    const auto* percent = std::get_if<report::Percent>(&filled.value);
    if (percent == nullptr) return {};
    // The unit says per cent already.
    auto text = report::shown(*percent, lang);
    return text.substr(0, text.find_first_of(" %"));
}

plan::Fields fields_of_item(const report::FilledItem& filled, text::Lang lang) {
    const auto& item = *filled.item;
    return {{plan::docx_field("stt"), item.number},
            {plan::docx_field("chi_tieu"), item.name},
            {plan::docx_field("don_vi_tinh"), item.unit},
            {plan::docx_field("ket_qua"), value_text(filled, lang)},
            {plan::docx_field("cach_tinh"), filled.how}};
}

}  // namespace

std::string shipped_form_template() {
    const auto file = client::find_shipped("templates/bieu-mau.docx");
    if (!file) throw UserError("cli.report.no_template");
    return read_input(file->string());
}

std::string form_letter(const ReportForm& form, const std::vector<report::FilledItem>& items,
                        const report::Page& page, const report::FormFigures& figures, local_days today,
                        const std::string& document) {
    std::string daemon, as_of, notes;
    for (const auto& [scope, report] : figures.reports) {
        daemon = report.daemon();
        as_of = spoken_iso_day(report.as_of());
    }
    for (const auto& warning : page.warnings) notes += (notes.empty() ? "" : "\n") + warning;
    plan::LetterContent content;
    content.fields = {{plan::docx_field("tieu_de"), form.title},
                      {plan::docx_field("nguon"), daemon},
                      {plan::docx_field("can_cu"), form.source},
                      {plan::docx_field("den_ngay"), as_of},
                      {plan::docx_field("ngay_thang_nam"), long_day(today)},
                      {plan::docx_field("ghi_chu"), notes}};
    static const FormItem none;
    for (const auto& [name, value] : fields_of_item({&none, {}, {}}, page.lang))
        content.list_fields.push_back(name);
    for (const auto& filled : items) content.list.push_back(fields_of_item(filled, page.lang));
    return plan::fill_docx(document, content);
}

}  // namespace dondoc::cli
