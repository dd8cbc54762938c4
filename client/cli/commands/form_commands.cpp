// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/form_commands.h"

#include <algorithm>
#include <string>
#include <utility>

#include "cli/commands/form_file.h"
#include "cli/commands/form_letter.h"
#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "report/form_page.h"

namespace dondoc::cli {
namespace {

struct FormOptions {
    std::string form = "bieu-mau-1";
    std::string as_of, document, issued, issuer, from, to, docx, docx_template;
    PageFiles files;
};

local_days today_there(Session& session) {
    v1::Request clock;
    clock.mutable_clock_show();
    return parse_iso_day(session.ask(std::move(clock)).clock().today()).value();
}

v1::Report ask_scope(Session& session, FormItem::Scope scope, const FormOptions& options) {
    v1::Request request;
    auto& asked = *request.mutable_report();
    const bool of_plan = scope == FormItem::Scope::Plan;
    asked.set_kind(of_plan ? v1::ReportKind::plan : v1::ReportKind::government);
    asked.set_as_of(day_for_wire("--as-of", options.as_of));
    asked.set_limit(1);  // of rows, which no form has
    asked.set_all_levels(scope == FormItem::Scope::AllLevels);
    if (of_plan) {
        asked.set_document(options.document);
        asked.set_issued(day_for_wire("--issued", options.issued));
        asked.set_issuer(options.issuer);
    }
    return session.ask(std::move(request), true).report();
}

v1::FlowReport ask_dossiers(Session& session, const FormOptions& options) {
    v1::Request request;
    request.mutable_flow_report()->set_from(day_for_wire("--from", options.from));
    request.mutable_flow_report()->set_to(day_for_wire("--to", options.to));
    return session.ask(std::move(request), true).flow_report();
}

// Only what the form has items of, and what can be asked for.
report::FormFigures ask_figures(Session& session, const ReportForm& form, const FormOptions& options) {
    using Scope = FormItem::Scope;
    report::FormFigures figures;
    for (const auto scope : {Scope::Government, Scope::AllLevels, Scope::Plan}) {
        const bool is_wanted = std::ranges::any_of(form.items, [&](const FormItem& item) {
            return is_of_tasks(item.quantity) && item.scope == scope;
        });
        if (is_wanted && (scope != Scope::Plan || !options.document.empty()))
            figures.reports[scope] = ask_scope(session, scope, options);
    }
    const bool has_dossiers =
        std::ranges::any_of(form.items, [](const FormItem& item) { return is_of_dossiers(item.quantity); });
    if (has_dossiers && !options.from.empty()) figures.dossiers = ask_dossiers(session, options);
    return figures;
}

void make_form(Session& session, const FormOptions& options) {
    require_one_output(session, options.files, options.docx);
    const auto form = find_report_form(options.form);
    const auto figures = ask_figures(session, form, options);
    const auto items = report::fill_form(form, figures, session.lang());
    const auto page = report::form_page(form, items, figures, session.lang());
    const auto as_letter = [&](const report::Page& shown) {
        const auto document =
            options.docx_template.empty() ? shipped_form_template() : read_input(options.docx_template);
        return form_letter(form, items, shown, figures, today_there(session), document);
    };
    show_page(session, page, report::form_json(form, items), options.files, {{options.docx, as_letter}});
}

}  // namespace

void add_form_report(CLI::App& report_group, Session& session) {
    const auto options = make_options<FormOptions>();
    auto* command =
        add_command(report_group, session, "form", "cli.report.about.form",
                    "dondoc report form\n"
                    "dondoc report form bieu-mau-1 --plan 58/KH-UBND --as-of 14/12/2025 --xlsx bm1.xlsx\n"
                    "dondoc report form bieu-cua-so.toml --from 15/12/2024 --to 14/3/2025 --docx bm.docx");
    add_option(command, session, "FORM", options->form, "", "cli.option.form");
    add_option(command, session, "--as-of", options->as_of, "DATE", "cli.option.report_as_of");
    add_option(command, session, "--plan", options->document, "NUMBER", "cli.option.form_plan");
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options->issuer, "NAME", "cli.option.report_issuer");
    add_option(command, session, "--from", options->from, "DATE", "cli.option.form_from");
    add_option(command, session, "--to", options->to, "DATE", "cli.option.flow_to");
    add_page_options(command, session, options->files);
    add_option(command, session, "--docx", options->docx, "FILE", "cli.option.report_docx");
    add_option(command, session, "--template", options->docx_template, "FILE", "cli.option.report_template");
    command->callback([&session, options] { make_form(session, *options); });
}

}  // namespace dondoc::cli
