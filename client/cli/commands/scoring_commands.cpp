// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/scoring_commands.h"

#include <filesystem>
#include <string>

#include "cli/commands/named_file.h"
#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "language/files/scoring_file.h"
#include "report/plan_scoring.h"
#include "report/scoring_page.h"

namespace dondoc::cli {
namespace {

struct ScoringOptions {
    std::string table, document, issued, issuer, folder;
    PageFiles files;
};

ScoringTable find_scoring_table(const std::string& named) {
    const auto file = named_file("scoring", named);
    if (!file) throw UserError("scoring.unknown", {named});
    return language::parse_scoring_table(read_named(*file), file->string());
}

void make_scoring(Session& session, const ScoringOptions& options) {
    require_one_output(session, options.files);
    if (!options.folder.empty() && !std::filesystem::is_directory(options.folder))
        throw UserError("scoring.no_folder", {options.folder});
    const auto table = find_scoring_table(options.table);
    const report::PlanAsked plan{options.document, day_for_wire("--issued", options.issued), options.issuer};
    auto scoring = report::score_plan(table, plan, options.folder, asking(session), session.lang());
    if (options.folder.empty()) scoring.warnings.push_back(session.say("scoring.not_looked"));
    show_page(session, report::scoring_page(scoring, session.lang()), report::scoring_json(scoring),
              options.files);
}

}  // namespace

void add_scoring_report(CLI::App& report_group, Session& session) {
    const auto options = make_options<ScoringOptions>();
    auto* command = add_command(report_group, session, "scoring", "cli.report.about.scoring",
                                "dondoc report scoring vi-du --plan 77/KH-UBND\n"
                                "dondoc report scoring tu-cham-2025.toml --plan 77/KH-UBND --evidence "
                                "minh-chung --xlsx tu-cham.xlsx");
    add_option(command, session, "TABLE", options->table, "", "cli.option.scoring_table")->required();
    add_option(command, session, "--plan", options->document, "NUMBER", "cli.option.scoring_plan")
        ->required();
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options->issuer, "NAME", "cli.option.report_issuer");
    add_option(command, session, "--evidence", options->folder, "FOLDER", "cli.option.scoring_evidence");
    add_page_options(command, session, options->files);
    command->callback([&session, options] { make_scoring(session, *options); });
}

}  // namespace dondoc::cli
