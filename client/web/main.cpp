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
#include "text/catalogue.h"
#include "web/pages/pages.h"
#include "web/program.h"

namespace {

constexpr int exit_refused = 1;
constexpr int exit_no_restart = 2;

dondoc::text::Lang lang() {
    const char* wanted = std::getenv("DONDOC_LANG");
    return dondoc::text::parse_lang(wanted == nullptr ? "" : wanted);
}

void complain(const dondoc::UserError& error) {
    std::cerr << "dondoc-web: " << (error.place().empty() ? "" : error.place() + ": ")
              << dondoc::text::render(lang(), error.message()) << '\n';
}

int check(const std::string& file) {
    const auto mistakes = dondoc::web::check_config(file);
    for (const auto& mistake : mistakes) complain(mistake);
    if (!mistakes.empty()) return exit_no_restart;
    std::cout << file << ": " << dondoc::text::render(lang(), "daemon.config_good") << '\n';
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    const auto say = [](const char* key) { return dondoc::text::render(lang(), key); };
    std::string file = "/etc/dondoc/dondoc-web.toml";
    bool only_check = false;
    CLI::App app{say("web.about"), "dondoc-web"};
    app.set_help_flag("-h,--help", say("cli.option.help"));
    app.set_version_flag("--version", "dondoc-web " DONDOC_VERSION, say("cli.option.version"));
    app.add_option("--config", file, say("daemon.option.config"))->type_name("FILE");
    app.add_flag("--check-config", only_check, say("daemon.option.check"));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? EXIT_SUCCESS : exit_no_restart;
    }
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    try {
        if (only_check) return check(file);
        dondoc::web::serve(dondoc::web::load_config(file), dondoc::web::pages::add_routes);
        return EXIT_SUCCESS;
    } catch (const dondoc::UserError& error) {
        complain(error);
        return error.message().key.starts_with("config.") ? exit_no_restart : exit_refused;
    } catch (const std::exception& error) {
        spdlog::critical("event=failed error=\"{}\"", error.what());
        return exit_refused;
    }
}
