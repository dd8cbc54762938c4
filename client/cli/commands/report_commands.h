// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc report government, plan, agency, ranking, stale, updates, criterion
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_report_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
