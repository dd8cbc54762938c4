// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-central: many sites in one database, and what is asked of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "central/central.h"
#include "central/report.h"
#include "central/settings.h"
#include "domain/message.h"
#include "jetstream/connection.h"
#include "lib/json.h"
#include "program/command_line.h"
#include "program/program.h"

namespace {

using dondoc::program::say;

// For somebody who waits: a service goes on trying.
std::unique_ptr<pqxx::connection> reach(const dondoc::central::Settings& settings) {
    try {
        return dondoc::central::connect(settings.database);
    } catch (const pqxx::broken_connection& error) {
        std::string reason = error.what();
        reason.resize(std::min(reason.find('\n'), reason.size()));
        throw dondoc::UserError("central.no_database", {reason});
    }
}

int report(const dondoc::central::Settings& settings, const dondoc::central::Question& question) {
    const auto database = reach(settings);
    dondoc::central::migrate(*database);
    pqxx::work transaction{*database};
    dondoc::central::begin_reading(transaction);
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto understood = dondoc::central::understand(transaction, question, settings.sites, now);
    const auto made = dondoc::central::make_report(transaction, understood, settings.name, now);
    std::cout << dondoc::client::to_json_line(made) << '\n';
    return EXIT_SUCCESS;
}

int prepare(const dondoc::central::Settings& settings) {
    dondoc::central::migrate(*reach(settings));
    dondoc::jetstream::Connection servers{settings.nats, "central"};
    servers.prepare();
    servers.keep_as_set();
    std::cout << say("nats.prepared", {dondoc::jetstream::stream_name}) << '\n';
    return EXIT_SUCCESS;
}

int serve(const dondoc::central::Settings& settings) {
    const auto stop = dondoc::program::begin_service("dondoc-central");
    dondoc::central::run(settings, stop.get());
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    dondoc::program::Configuration configuration;
    std::string view;
    bool only_prepare = false;
    dondoc::central::Question question;
    CLI::App app{say("central.about"), "dondoc-central"};
    dondoc::program::add_help(app);
    dondoc::program::add_configuration(app, configuration);
    app.add_flag("--prepare", only_prepare, say("central.option.prepare"));
    auto* asked = app.add_subcommand("report", say("central.report_about"));
    asked->add_option("VIEW", view, say("central.option.view"))
        ->required()
        ->check(CLI::IsMember({"government", "ranking", "ageing", "site", "overdue"}));
    asked->add_option("--as-of", question.as_of, say("cli.option.report_as_of"));
    asked->add_option("--site", question.sites, say("central.option.site"))->delimiter(',');
    asked->add_option("--level", question.levels, say("cli.option.report_level"))->delimiter(',');
    asked->add_flag("--all-levels", question.all_levels, say("cli.option.report_all_levels"));
    asked->add_option("--by", question.by, say("cli.option.report_by"));
    asked->add_option("--least", question.least, say("cli.option.report_least"));
    asked->add_option("--limit", question.limit, say("cli.option.report_limit"));
    if (const auto code = dondoc::program::read_command_line(app, argc, argv)) return *code;
    return dondoc::program::guarded("dondoc-central", [&] {
        const auto settings = dondoc::central::read_settings(configuration.file);
        if (configuration.only_check) {
            std::cout << say("central.config_good",
                             {configuration.file, std::to_string(settings.sites.size())})
                      << '\n';
            return EXIT_SUCCESS;
        }
        if (only_prepare) return prepare(settings);
        if (!*asked) return serve(settings);
        question.view = dondoc::central::view_named(view).value();
        return report(settings, question);
    });
}
