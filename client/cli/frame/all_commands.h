// SPDX-License-Identifier: GPL-3.0-or-later
// Every command that there is, in the order of the help: the whole program.
#pragma once

#include <CLI/CLI.hpp>

#include <ostream>
#include <string>
#include <vector>

#include "cli/frame/app.h"
#include "cli/frame/session.h"
#include "cli/terminal/terminal.h"

namespace dondoc::cli {

void add_all_commands(CLI::App& app, Session& session);

// `arguments` without the name of the program.
Exit run_whole(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
               const Terminal& terminal);

}  // namespace dondoc::cli
