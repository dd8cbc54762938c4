// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-bridge: from a site's daemon to the servers where many sites come together.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "bridge/bridge.h"
#include "bridge/settings.h"
#include "jetstream/connection.h"
#include "jetstream/subjects.h"
#include "program/command_line.h"
#include "program/program.h"

namespace {

using dondoc::program::say;

int carry_out(const dondoc::program::Configuration& configuration, bool prepare) {
    const auto settings = dondoc::bridge::read_settings(configuration.file);
    if (configuration.only_check) {
        std::cout << say("bridge.config_good", {configuration.file, settings.site}) << '\n';
        return EXIT_SUCCESS;
    }
    if (prepare) {
        dondoc::jetstream::Connection{settings.nats, dondoc::jetstream::token_of(settings.site)}.prepare();
        std::cout << say("nats.prepared", {dondoc::jetstream::stream_name}) << '\n';
        return EXIT_SUCCESS;
    }
    const auto stop = dondoc::program::begin_service("dondoc-bridge");
    dondoc::bridge::run(settings, stop.get());
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    dondoc::program::Configuration configuration;
    bool prepare = false;
    CLI::App app{say("bridge.about"), "dondoc-bridge"};
    dondoc::program::add_help(app);
    dondoc::program::add_configuration(app, configuration);
    app.add_flag("--prepare", prepare, say("nats.option.prepare"));
    if (const auto code = dondoc::program::read_command_line(app, argc, argv)) return *code;
    return dondoc::program::guarded("dondoc-bridge", [&] { return carry_out(configuration, prepare); });
}
