// SPDX-License-Identifier: GPL-3.0-or-later
// A report on a terminal.
#pragma once

#include "cli/frame/session.h"
#include "report/page.h"

namespace dondoc::cli {

// Columns of detail are left out; they are in the files.
void print_page(Session& session, const report::Page& page);

}  // namespace dondoc::cli
