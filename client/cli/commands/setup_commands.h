// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc setup: from installed packages to a daemon that serves a province.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/frame/session.h"

namespace dondoc::cli {

void add_setup_command(CLI::App& app, Session& session);

}  // namespace dondoc::cli
