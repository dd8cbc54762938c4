// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-relay: tells persons.
#include <curl/curl.h>
#include <sodium.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <string>

#include "program/program.h"
#include "relay/relay.h"
#include "relay/settings.h"

namespace {

using dondoc::program::say;

std::string joined_names(const dondoc::relay::Settings& settings) {
    std::string names;
    for (const auto& channel : dondoc::relay::make_channels(settings))
        names += (names.empty() ? "" : ", ") + channel->name();
    return names;
}

int serve(const std::string& file, const std::string& presets, bool only_check) {
    const auto settings = dondoc::relay::read_settings(file, presets);
    if (only_check) {
        std::cout << say("relay.config_good", {file, joined_names(settings)}) << '\n';
        return EXIT_SUCCESS;
    }
    const auto stop = dondoc::program::begin_service("dondoc-relay");
    dondoc::relay::run(settings, stop.get());
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    std::string file = DONDOC_RELAY_CONFIG, presets = DONDOC_DATA_DIR "/relay";
    bool only_check = false;
    CLI::App app{say("relay.about"), "dondoc-relay"};
    app.set_help_flag("-h,--help", say("cli.option.help"));
    app.set_version_flag("--version", "dondoc-relay " DONDOC_VERSION, say("cli.option.version"));
    app.add_option("--config", file, say("daemon.option.config"))->type_name("FILE");
    app.add_option("--presets", presets, say("relay.option.presets"))->type_name("DIR");
    app.add_flag("--check-config", only_check, say("relay.option.check"));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? EXIT_SUCCESS : dondoc::program::exit_no_restart;
    }
    return dondoc::program::guarded("dondoc-relay", [&] {
        if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0) return EXIT_FAILURE;
        return serve(file, presets, only_check);
    });
}
