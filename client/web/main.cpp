// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-web: pages, API and feeds for persons who log in.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "domain/message.h"
#include "program/command_line.h"
#include "program/program.h"
#include "web/pages/pages.h"
#include "web/program.h"

namespace {

using dondoc::program::exit_no_restart;
using dondoc::program::say;

constexpr int exit_refused = 1;

void complain(const dondoc::UserError& error) {
    std::cerr << "dondoc-web: " << (error.place().empty() ? "" : error.place() + ": ")
              << say(error.message().key.c_str(), error.message().args) << '\n';
}

int check(const std::string& file) {
    const auto mistakes = dondoc::web::check_config(file);
    for (const auto& mistake : mistakes) complain(mistake);
    if (!mistakes.empty()) return exit_no_restart;
    std::cout << file << ": " << say("daemon.config_good") << '\n';
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    dondoc::program::Configuration configuration;
    CLI::App app{say("web.about"), "dondoc-web"};
    dondoc::program::add_help(app);
    dondoc::program::add_configuration(app, configuration);
    if (const auto code = dondoc::program::read_command_line(app, argc, argv)) return *code;
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    try {
        if (configuration.only_check) return check(configuration.file);
        dondoc::web::serve(dondoc::web::load_config(configuration.file), dondoc::web::pages::add_routes);
        return EXIT_SUCCESS;
    } catch (const dondoc::UserError& error) {
        complain(error);
        return error.message().key.starts_with("config.") ? exit_no_restart : exit_refused;
    } catch (const std::exception& error) {
        spdlog::critical("event=failed error=\"{}\"", error.what());
        return exit_refused;
    }
}
