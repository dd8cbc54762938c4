// SPDX-License-Identifier: GPL-3.0-or-later
// The figures are dondoc-central's, which knows the database; how they are shown is the same as for the
// reports of one daemon.
#include "cli/commands/central_commands.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "program/central.h"
#include "report/pages.h"

namespace dondoc::cli {
namespace {

struct CentralOptions {
    std::string config, as_of, by;
    std::vector<std::string> sites, levels;
    std::uint32_t least = 0, limit = 0;
    bool all_levels = false;
    PageFiles files;
};

constexpr std::chrono::minutes longest{10};
constexpr std::uint32_t all_rows = 1'000'000;  // of a table that programs read

program::CentralQuestion question_of(const std::string& view, const CentralOptions& options) {
    program::CentralQuestion question{.view = view,
                                      .config = options.config,
                                      .as_of = day_for_wire("--as-of", options.as_of),
                                      .sites = options.sites,
                                      .levels = options.levels,
                                      .by = options.by,
                                      .least = options.least,
                                      .limit = options.limit,
                                      .all_levels = options.all_levels};
    if (options.limit == 0 && (!options.files.csv.empty() || !options.files.xlsx.empty()))
        question.limit = all_rows;
    return question;
}

void show_central_report(Session& session, const std::string& view, const CentralOptions& options) {
    require_one_output(session, options.files);
    const auto report = program::ask_central(question_of(view, options), session.lang(), longest);
    show_page(session, report::make_page(report, session.lang()), report, options.files);
}

}  // namespace

void add_central_commands(CLI::App& app, Session& session) {
    auto* central = add_group(app, session, "central", "cli.central.about");
    auto* group = add_group(*central, session, "report", "cli.central.about");
    const auto options = make_options<CentralOptions>();
    for (const std::string view : {"government", "ranking", "ageing", "site", "overdue"}) {
        const auto command_line = "dondoc central report " + view;
        auto* command =
            add_command(*group, session, view, "cli.central.about." + view,
                        command_line + (view == "site" ? " --site 19" : "") + "\n" + command_line +
                            " --as-of 30/9/2025 --site 19" + " --xlsx bao-cao.xlsx");
        add_option(command, session, "--config", options->config, "FILE", "cli.central.option.config");
        add_option(command, session, "--as-of", options->as_of, "DATE", "cli.option.report_as_of");
        add_option(command, session, "--site", options->sites, "SITE", "central.option.site")->delimiter(',');
        add_option(command, session, "--level", options->levels, "LEVEL", "cli.option.report_level")
            ->delimiter(',');
        add_page_options(command, session, options->files);
        if (view == "government")
            add_flag(command, session, "--all-levels", options->all_levels, "cli.option.report_all_levels");
        if (view == "ranking") {
            add_option(command, session, "--by", options->by, "RANKING", "cli.option.report_by")
                ->check(CLI::IsMember(values_of("RANKING")));
            add_option(command, session, "--least", options->least, "N", "cli.option.report_least")
                ->check(CLI::PositiveNumber);
        }
        if (view == "overdue")
            add_option(command, session, "--limit", options->limit, "N", "cli.option.report_limit");
        command->callback([&session, options, view] { show_central_report(session, view, *options); });
    }
}

}  // namespace dondoc::cli
