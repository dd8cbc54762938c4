// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-relay: tells persons.
#include <curl/curl.h>
#include <sodium.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <string>

#include "lib/shipped_files.h"
#include "program/command_line.h"
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

int carry_out(const dondoc::program::Configuration& configuration, const std::string& presets) {
    const auto settings = dondoc::relay::read_settings(configuration.file, presets);
    if (configuration.only_check) {
        std::cout << say("relay.config_good", {configuration.file, joined_names(settings)}) << '\n';
        return EXIT_SUCCESS;
    }
    const auto stop = dondoc::program::begin_service("dondoc-relay");
    dondoc::relay::run(settings, stop.get());
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    dondoc::program::Configuration configuration;
    auto presets = dondoc::client::find_shipped("relay").value_or(DONDOC_DATA_DIR "/relay").string();
    CLI::App app{say("relay.about"), "dondoc-relay"};
    dondoc::program::add_help(app);
    dondoc::program::add_configuration(app, configuration);
    app.add_option("--presets", presets, say("relay.option.presets"))->type_name("DIR");
    if (const auto code = dondoc::program::read_command_line(app, argc, argv)) return *code;
    return dondoc::program::guarded("dondoc-relay", [&] {
        if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0) return EXIT_FAILURE;
        return carry_out(configuration, presets);
    });
}
