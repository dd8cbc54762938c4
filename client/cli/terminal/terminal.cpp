// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace dondoc::cli {
namespace {

constexpr std::size_t default_width = 80, narrowest = 40;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::size_t width_of_terminal() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col < narrowest ? narrowest : size.ws_col;
    return default_width;
}

}  // namespace

Terminal look_at_terminal() {
    Terminal terminal;
    terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    terminal.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    terminal.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
    terminal.colours =
        terminal.out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    if (terminal.out_is_terminal) terminal.width = width_of_terminal();
    // A script that wants a width says so.
    const std::string wanted{environment("COLUMNS")};
    const auto columns = std::strtoul(wanted.c_str(), nullptr, 10);
    if (columns >= narrowest && columns <= 10'000) terminal.width = columns;
    return terminal;
}

}  // namespace dondoc::cli
