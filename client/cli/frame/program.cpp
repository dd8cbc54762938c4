// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/frame/program.h"

#include <unistd.h>

#include <csignal>
#include <iostream>

#include "cli/frame/output.h"

namespace dondoc::cli {

int run_program(int argc, char** argv,
                const std::function<Exit(const std::vector<std::string>& arguments, std::ostream& out,
                                         std::ostream& err, const Terminal& terminal)>& run) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is seen when writing
    FdBuffer buffer(STDOUT_FILENO);
    std::ostream out(&buffer);
    return static_cast<int>(run({argv + 1, argv + argc}, out, std::cerr, look_at_terminal()));
}

}  // namespace dondoc::cli
