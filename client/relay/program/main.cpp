// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-relay: tells persons.
#include <curl/curl.h>
#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "lib/errors.h"
#include "lib/files.h"
#include "relay/relay.h"
#include "relay/settings.h"
#include "text/catalogue.h"

namespace {

constexpr int exit_no_restart = 2;  // what is refused stays refused

dondoc::text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return dondoc::text::parse_lang(wanted == nullptr ? "" : wanted);
}

std::string say(const char* key, const std::vector<std::string>& args = {}) {
    return dondoc::text::render(lang(), key, args);
}

void complain(const dondoc::UserError& error) {
    std::cerr << "dondoc-relay: " << (error.place().empty() ? "" : error.place() + ": ")
              << dondoc::text::render(lang(), error.message()) << '\n';
}

// Readable from the first SIGINT or SIGTERM on. Before any thread is there.
dondoc::client::Descriptor stop_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    return dondoc::client::Descriptor{::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK)};
}

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
    spdlog::set_default_logger(spdlog::stderr_logger_mt("dondoc-relay"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z level=%l %v");
    spdlog::flush_on(spdlog::level::info);
    const auto stop = stop_signals();
    dondoc::relay::run(settings, stop.get());
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    ::prctl(PR_SET_DUMPABLE, 0);  // its memory holds keys and passwords
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
        return app.exit(error) == 0 ? EXIT_SUCCESS : exit_no_restart;
    }
    try {
        if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0) return EXIT_FAILURE;
        return serve(file, presets, only_check);
    } catch (const dondoc::UserError& error) {
        complain(error);
        return exit_no_restart;
    } catch (const dondoc::client::Refused& error) {
        std::cerr << "dondoc-relay: " << error.error().code() << ": " << error.error().message() << '\n';
    } catch (const dondoc::client::Unreachable& error) {
        std::cerr << "dondoc-relay: " << dondoc::text::render(lang(), error.message()) << '\n';
    } catch (const std::exception& error) {
        std::cerr << "dondoc-relay: " << error.what() << '\n';
    }
    return EXIT_FAILURE;
}
