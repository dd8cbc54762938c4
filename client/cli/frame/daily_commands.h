// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of every day, which need nothing but the daemon: docs/decisions/two-programs.md. Who writes
// them looks that no object of these commands needs a library for plans, workbooks or letters.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/frame/app.h"
#include "cli/frame/session.h"
#include "cli/terminal/terminal.h"

namespace dondoc::cli {

// The first word of a command, and what adds it (with its sisters, where they are one).
using DailyCommand = std::pair<std::string_view, void (*)(CLI::App&, Session&)>;
const std::vector<DailyCommand>& daily_commands();

// Nothing: the whole program has to be asked, and nothing was done. It is for all other commands, for help,
// and for what does not parse.
std::optional<Exit> run_daily(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                              const Terminal& terminal);

}  // namespace dondoc::cli
