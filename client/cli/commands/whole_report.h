// SPDX-License-Identifier: GPL-3.0-or-later
// A report with all its rows, however many: one answer of the daemon has a bounded number of them.
#pragma once

#include "cli/frame/session.h"

namespace dondoc::cli {

// `request` has a report, whose limit and offset are set here.
v1::Report ask_whole_report(Session& session, v1::Request request);

}  // namespace dondoc::cli
