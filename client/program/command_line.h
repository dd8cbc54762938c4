// SPDX-License-Identifier: GPL-3.0-or-later
// The options that dondoc's programs beside the client have alike.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace dondoc::program {

// --help and --version, under the name that `app` has.
void add_help(CLI::App& app);

struct Configuration {
    std::string file;
    bool only_check = false;  // the program checks the file and ends
};

// --config and --check-config. Without --config the file is the one that is installed with this program, by
// the name of `app`. `configuration` must live until the command line is read.
void add_configuration(CLI::App& app, Configuration& configuration);

// Reads the command line. A value: the exit code with which the program ends now, because help or version
// were asked for and are printed (EXIT_SUCCESS), or because of a mistake, which is then said on stderr
// (exit_no_restart).
std::optional<int> read_command_line(CLI::App& app, int argc, char** argv);

}  // namespace dondoc::program
