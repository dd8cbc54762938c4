// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/command_line.h"

#include <cstdlib>

#include "lib/shipped_files.h"
#include "program/program.h"

namespace dondoc::program {

void add_help(CLI::App& app) {
    app.set_help_flag("-h,--help", say("cli.option.help"));
    app.set_version_flag("--version", app.get_name() + " " DONDOC_VERSION, say("cli.option.version"));
}

void add_configuration(CLI::App& app, Configuration& configuration) {
    configuration.file = client::installed_config(app.get_name() + ".toml").string();
    app.add_option("--config", configuration.file, say("daemon.option.config"))->type_name("FILE");
    app.add_flag("--check-config", configuration.only_check, say("daemon.option.check"));
}

std::optional<int> read_command_line(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? EXIT_SUCCESS : exit_no_restart;
    }
}

}  // namespace dondoc::program
