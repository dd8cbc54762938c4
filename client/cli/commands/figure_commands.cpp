// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/figure_commands.h"

#include <string>

#include "cli/frame/command.h"
#include "cli/terminal/width.h"
#include "plan/meaning/figure_check.h"
#include "plan/reader.h"

namespace dondoc::cli {
namespace {

void verify(Session& session, const std::string& file) {
    const auto findings = plan::check_figures(plan::read_plan_grid(read_input(file)));
    for (const auto& finding : findings)
        session.line(printable(finding.where) + ": " + text::render(session.lang(), finding.what));
    if (findings.empty()) return session.line(session.say("figures.none"));
    session.end_as_refused();
}

}  // namespace

void add_figure_check(CLI::App& report_group, Session& session) {
    const auto file = make_options<std::string>();
    auto* command = add_command(report_group, session, "verify", "cli.report.verify_about",
                                "dondoc report verify bao-cao-quy.docx");
    add_option(command, session, "FILE", *file, "", "cli.option.verify_file")->required();
    command->callback([&session, file] { verify(session, *file); });
}

}  // namespace dondoc::cli
