// SPDX-License-Identifier: GPL-3.0-or-later
// A report of the daemon -> how it is laid out.
#pragma once

#include "dondoc/v1/report.pb.h"
#include "report/page.h"

namespace dondoc::report {

Page make_page(const v1::Report& report, text::Lang lang);

}  // namespace dondoc::report
