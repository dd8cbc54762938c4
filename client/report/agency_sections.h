// SPDX-License-Identifier: GPL-3.0-or-later
// What the reports that compare agencies say of each of them.
#pragma once

#include "report/wording.h"

namespace dondoc::report {

Section ranking_section(const Words& say, const v1::Report& report);
Section stale_section(const Words& say, const v1::Report& report);
Section update_section(const Words& say, const v1::Report& report);

// The rule with where it comes from, and the points of all and of each agency by it.
Section rule_section(const Words& say, const v1::Report& report);
Section score_section(const Words& say, const v1::Report& report);

}  // namespace dondoc::report
