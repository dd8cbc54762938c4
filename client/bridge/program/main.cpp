// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-bridge: from a site's daemon to the servers where many sites come together.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <string>

#include "bridge/bridge.h"
#include "bridge/settings.h"
#include "jetstream/connection.h"
#include "jetstream/subjects.h"
#include "program/program.h"

namespace {

using dondoc::program::say;

int serve(const std::string& file, bool only_check, bool prepare) {
    const auto settings = dondoc::bridge::read_settings(file);
    if (only_check) {
        std::cout << say("bridge.config_good", {file, settings.site}) << '\n';
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
    std::string file = DONDOC_BRIDGE_CONFIG;
    bool only_check = false, prepare = false;
    CLI::App app{say("bridge.about"), "dondoc-bridge"};
    app.set_help_flag("-h,--help", say("cli.option.help"));
    app.set_version_flag("--version", "dondoc-bridge " DONDOC_VERSION, say("cli.option.version"));
    app.add_option("--config", file, say("daemon.option.config"))->type_name("FILE");
    app.add_flag("--check-config", only_check, say("relay.option.check"));
    app.add_flag("--prepare", prepare, say("nats.option.prepare"));
    CLI11_PARSE(app, argc, argv);
    return dondoc::program::guarded("dondoc-bridge", [&] { return serve(file, only_check, prepare); });
}
