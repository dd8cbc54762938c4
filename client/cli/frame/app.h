// SPDX-License-Identifier: GPL-3.0-or-later
// The dondoc program: reads a command line, does it, says what came of it.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/terminal/terminal.h"

namespace dondoc::cli {

enum class Exit {
    Done = 0,
    Refused = 1,     // by the daemon; or a file, a plan, a register could not be taken
    WrongUsage = 2,  // of the command line, or a profile that cannot be used
    Unreachable = 3
};

// `arguments` without the name of the program.
Exit run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
         const Terminal& terminal);

}  // namespace dondoc::cli
