// SPDX-License-Identifier: GPL-3.0-or-later
// A report of the daemon -> how it is laid out.
#pragma once

#include "dondoc/v1/report.pb.h"
#include "dondoc/v1/site.pb.h"
#include "report/page.h"

namespace dondoc::report {

Page make_page(const v1::Report& report, text::Lang lang);
// Of many sites: with where each has its figures from.
Page make_page(const v1::SitesReport& view, text::Lang lang);

}  // namespace dondoc::report
