// SPDX-License-Identifier: GPL-3.0-or-later
// Assignments one by one.
#pragma once

#include "report/wording.h"

namespace dondoc::report {

Section row_section(const Words& say, const v1::Report& report);

}  // namespace dondoc::report
