// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/figure_commands.h"

#include <optional>
#include <string>

#include "cli/commands/form_file.h"
#include "cli/frame/command.h"
#include "cli/terminal/width.h"
#include "plan/meaning/figure_check.h"
#include "plan/meaning/form_check.h"
#include "plan/reader.h"

namespace dondoc::cli {
namespace {

struct VerifyOptions {
    std::string file, form;
};

void verify(Session& session, const VerifyOptions& options) {
    const auto grid = plan::read_plan_grid(read_input(options.file));
    std::optional<ReportForm> form;
    if (!options.form.empty()) form = find_report_form(options.form);
    const auto findings = plan::check_report(grid, form ? &*form : nullptr);
    for (const auto& finding : findings)
        session.line(printable(finding.where) + ": " + text::render(session.lang(), finding.what));
    if (findings.empty()) {
        const bool was_checked = form || plan::has_percentages(grid);
        return session.line(session.say(was_checked ? "figures.none" : "figures.nothing"));
    }
    session.end_as_refused();
}

}  // namespace

void add_figure_check(CLI::App& report_group, Session& session) {
    const auto options = make_options<VerifyOptions>();
    auto* command = add_command(report_group, session, "verify", "cli.report.verify_about",
                                "dondoc report verify bao-cao-quy.docx\n"
                                "dondoc report verify bieu-mau-1.xlsx --form bieu-mau-1");
    add_option(command, session, "FILE", options->file, "", "cli.option.verify_file")->required();
    add_option(command, session, "--form", options->form, "FORM", "cli.option.verify_form");
    command->callback([&session, options] { verify(session, *options); });
}

}  // namespace dondoc::cli
