// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one self-contained HTML page: for a screen, a phone and A4. No script, nothing from elsewhere.
#pragma once

#include <string>

#include "report/page.h"

namespace dondoc::report {

// Also well-formed XML.
std::string to_html(const Page& page);

}  // namespace dondoc::report
