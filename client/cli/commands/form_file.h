// SPDX-License-Identifier: GPL-3.0-or-later
// Where the items of a form are: config/reports.
#pragma once

#include <string>

#include "domain/report_form.h"

namespace dondoc::cli {

// A file, or the name of one of the office's own or of those that come with dondoc. Throws UserError
// "form.unknown", and what parse_report_form() throws.
ReportForm find_report_form(const std::string& named);

}  // namespace dondoc::cli
