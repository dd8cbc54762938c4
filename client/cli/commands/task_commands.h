// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc task list, show, explain
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_task_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
