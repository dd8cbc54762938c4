// SPDX-License-Identifier: GPL-3.0-or-later
// A form as a document for a word processor: the office's own template, filled in.
#pragma once

#include <string>
#include <vector>

#include "domain/civil.h"
#include "report/form_page.h"

namespace dondoc::cli {

// The shipped template. Throws UserError "cli.report.no_template" where it is not installed.
std::string shipped_form_template();

// Fields: tieu_de, nguon, can_cu, den_ngay, ngay_thang_nam, ghi_chu; of each line stt, chi_tieu, don_vi_tinh,
// ket_qua, cach_tinh. `today` is when it was produced. Throws what plan::fill_docx() throws.
std::string form_letter(const ReportForm& form, const std::vector<report::FilledItem>& items,
                        const report::Page& page, const report::FormFigures& figures, local_days today,
                        const std::string& document);

}  // namespace dondoc::cli
