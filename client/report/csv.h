// SPDX-License-Identifier: GPL-3.0-or-later
// A report as CSV: the facts, the warnings and every section one below the other.
#pragma once

#include <string>

#include "report/page.h"

namespace dondoc::report {

// Semicolons, a byte order mark and CRLF, which spreadsheets open as a table. Days are 2023-12-31,
// percentages have two decimals after a comma, as semicolons go with. A text that a spreadsheet would take
// for a formula has a ' before it.
std::string to_csv(const Page& page);

}  // namespace dondoc::report
