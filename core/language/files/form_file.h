// SPDX-License-Identifier: Apache-2.0
// The items of a form as a file: config/reports/bieu-mau-1.toml documents the format.
#pragma once

#include <string>
#include <string_view>

#include "domain/report_form.h"

namespace dondoc::language {

// Throws UserError "config.*" or "form.*" whose place is "file:line", the one that stands first.
ReportForm parse_report_form(std::string_view text, const std::string& file_name);

}  // namespace dondoc::language
