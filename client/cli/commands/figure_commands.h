// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of a report that somebody has filled in.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

// dondoc report verify
void add_figure_check(CLI::App& report_group, Session& session);

}  // namespace dondoc::cli
