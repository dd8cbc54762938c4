// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task complete; assignment receive, start, progress, report, ... (docs/lifecycle.md)
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_assignment_commands(CLI::App& app, Session& session);
void add_task_complete(CLI::App& task_group, Session& session);

}  // namespace dondoc::cli
