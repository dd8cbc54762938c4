// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/form_commands.h"

#include <string>
#include <utility>

#include "cli/commands/form_file.h"
#include "cli/commands/form_letter.h"
#include "cli/commands/page_files.h"
#include "cli/frame/command.h"
#include "report/form_figures.h"
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

report::FormAsked asked_of(const FormOptions& options) {
    return {day_for_wire("--as-of", options.as_of),   options.document,
            day_for_wire("--issued", options.issued), options.issuer,
            day_for_wire("--from", options.from),     day_for_wire("--to", options.to)};
}

// What would fill in the items that are empty: for who asks, not for who reads the form.
void tell_what_is_missing(Session& session, const ReportForm& form, const FormOptions& options) {
    if (report::has_items_of_a_plan(form) && options.document.empty())
        session.err() << session.say("cli.report.name_plan") << '\n';
    if (report::has_items_of_dossiers(form) && options.from.empty())
        session.err() << session.say("cli.report.name_period") << '\n';
}

void make_form(Session& session, const FormOptions& options) {
    require_one_output(session, options.files, options.docx);
    const auto form = find_report_form(options.form);
    const auto figures = report::ask_form_figures(form, asked_of(options), asking(session));
    const auto items = report::fill_form(form, figures, session.lang());
    const auto page = report::form_page(form, items, figures, session.lang());
    const auto as_letter = [&](const report::Page& shown) {
        const auto document =
            options.docx_template.empty() ? shipped_form_template() : read_input(options.docx_template);
        return form_letter(form, items, shown, figures, today_there(session), document);
    };
    show_page(session, page, report::form_json(form, items), options.files, {{options.docx, as_letter}});
    tell_what_is_missing(session, form, options);
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
