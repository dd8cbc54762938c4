// SPDX-License-Identifier: GPL-3.0-or-later
// A form that somebody has filled in, item by item against what its file says of them: percentages against
// their counts, totals against their parts, and items that are missing or empty.
#pragma once

#include <vector>

#include "domain/report_form.h"
#include "plan/formats/grid.h"
#include "plan/meaning/figure_check.h"

namespace dondoc::plan {

// Items are found by their number in the first cell, those without one by their name, in tables that have a
// column of results ("Kết quả", "Số liệu" ...). In the order of the form.
std::vector<FigureFinding> check_filled_form(const Grid& grid, const ReportForm& form);

// All that is wrong with a report that somebody has filled in: its figures against each other, and against
// the form where there is one.
std::vector<FigureFinding> check_report(const Grid& grid, const ReportForm* form);

}  // namespace dondoc::plan
