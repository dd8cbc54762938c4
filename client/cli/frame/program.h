// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs of the client have in common: arguments, output, terminal, exit code.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/frame/app.h"
#include "cli/terminal/terminal.h"

namespace dondoc::cli {

// The body of main().
int run_program(int argc, char** argv,
                const std::function<Exit(const std::vector<std::string>& arguments, std::ostream& out,
                                         std::ostream& err, const Terminal& terminal)>& run);

}  // namespace dondoc::cli
