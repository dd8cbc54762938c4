// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of client/report as a part of a page.
#pragma once

#include "report/page.h"
#include "web/pages/html.h"

namespace dondoc::web::pages {

// With its title and what its colours mean; the bars' numbers are words, too.
Html chart_figure(const report::Chart& chart);

}  // namespace dondoc::web::pages
