// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc status, overdue, due
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_status_commands(CLI::App& app, Session& session);

}  // namespace dondoc::cli
