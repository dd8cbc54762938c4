// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a workbook: a sheet of its own for each section, with the facts on every one of them.
#pragma once

#include <string>

#include "report/page.h"

namespace dondoc::report {

// Figures are numbers, days are dates, headers are frozen and repeated in print. Throws UserError
// "sheet.unwritten", "sheet.too_long".
std::string to_xlsx(const Page& page);

}  // namespace dondoc::report
