// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <ostream>
#include <string>
#include <vector>

#include "cli/frame/app.h"
#include "cli/frame/output.h"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is seen when writing
    dondoc::cli::FdBuffer buffer(STDOUT_FILENO);
    std::ostream out(&buffer);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return static_cast<int>(dondoc::cli::run(arguments, out, std::cerr, dondoc::cli::look_at_terminal()));
}
