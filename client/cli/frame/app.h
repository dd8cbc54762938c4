// SPDX-License-Identifier: GPL-3.0-or-later
// The dondoc program: reads a command line, does it, says what came of it.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/frame/session.h"
#include "cli/terminal/terminal.h"

namespace dondoc::cli {

enum class Exit {
    Done = 0,
    Refused = 1,     // by the daemon; or a file, a plan, a register could not be taken
    WrongUsage = 2,  // of the command line, or a profile that cannot be used
    Unreachable = 3
};

// The commands that a program has.
struct Commands {
    std::function<void(CLI::App&, Session&)> add;
    bool are_all = true;  // false: what does not parse, and help, are for the program that has all
};

// `arguments` without the name of the program. Throws CLI::ParseError, before any command began, where
// `commands` are not all and the arguments ask for something else.
Exit run(const std::vector<std::string>& arguments, const Commands& commands, std::ostream& out,
         std::ostream& err, const Terminal& terminal);

// "vi" or "en". The help is written before the command line is parsed, so its language has to be looked for.
std::string language_of(const std::vector<std::string>& arguments);

// Where the command stands among the arguments, after options of dondoc itself; the end: there is none.
std::vector<std::string>::const_iterator command_word(const std::vector<std::string>& arguments);

}  // namespace dondoc::cli
