// SPDX-License-Identifier: GPL-3.0-or-later
// A report of one page with the office's heading and a place to sign: the office's own template, filled in.
#pragma once

#include <string>

#include "dondoc/v1/report.pb.h"
#include "report/page.h"

namespace dondoc::cli {

// The shipped template. Throws UserError "cli.report.no_template" where it is not installed.
std::string shipped_report_template();

// docs/reports.md lists the fields. Listed are the agencies with overdue work or results that wait, the most
// overdue first, 15 at most; of one agency's sheet its documents; of a ranking all agencies. Throws what
// plan::fill_docx() throws.
std::string report_letter(const v1::Report& report, const report::Page& page, const std::string& document);

}  // namespace dondoc::cli
