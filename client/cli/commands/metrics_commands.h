// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc metrics and dondoc status --check: for programs that watch over the daemon.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_metrics_commands(CLI::App& app, Session& session);

// One line, and whether all is well: dondoc status --check.
void check_status(Session& session);
bool show_check(Session& session);  // the line alone; false: something has to be looked at

}  // namespace dondoc::cli
