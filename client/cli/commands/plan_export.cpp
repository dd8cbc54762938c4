// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_export.h"

#include "cli/frame/command.h"
#include "language/readers.h"
#include "plan/sheet/sheet_writer.h"

namespace dondoc::cli {
namespace {

enum class Output { Csv, Xlsx };

// By the end of the file's name.
Output output_format(const std::string& file) {
    const auto name = language::fold(file);
    if (name.ends_with(".csv")) return Output::Csv;
    if (name.ends_with(".xlsx")) return Output::Xlsx;
    throw UsageError("cli.plan.bad_output", {file});
}

struct ExportOptions {
    std::string document, issued, issuer, output;
    bool force = false;
};

void export_plan(Session& session, const ExportOptions& options) {
    require_sheet_name(options.output);
    v1::Request request;
    auto& wanted = *request.mutable_document_show();
    wanted.set_document(options.document);
    wanted.set_issued(day_for_wire("--issued", options.issued));
    wanted.set_issuer(options.issuer);
    const auto shown = session.ask(std::move(request), true).document_show();
    v1::PlanPreview plan;
    *plan.mutable_document() = shown.document();
    plan.mutable_document()->clear_id();
    *plan.mutable_rows() = shown.rows();
    write_sheet(session, plan, options.output, options.force);
    if (session.options.json) return session.print_json(shown);
    session.line(session.say("cli.plan.exported",
                             {shown.document().number(), std::to_string(shown.rows_size()), options.output}));
}

}  // namespace

void require_sheet_name(const std::string& file) {
    output_format(file);
}

void write_sheet(Session& session, const v1::PlanPreview& plan, const std::string& file, bool replace) {
    const auto sheet = plan::make_sheet(plan, session.lang());
    const auto content = output_format(file) == Output::Csv ? plan::to_csv(sheet) : plan::to_xlsx(sheet);
    write_output(file, content, replace);
}

void add_plan_export(CLI::App& group, Session& session) {
    const auto options = make_options<ExportOptions>();
    auto* command = add_command(group, session, "export", "cli.plan.export_about",
                                "dondoc plan export 122/KH-UBND -o kh-122.xlsx\n"
                                "dondoc plan import kh-122.xlsx");
    add_option(command, session, "DOCUMENT", options->document, "", "cli.option.document")->required();
    add_option(command, session, "-o,--output", options->output, "FILE", "cli.option.output")->required();
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options->issuer, "TEXT", "cli.option.issuer");
    add_flag(command, session, "--force", options->force, "cli.option.force_output");
    command->callback([&session, options] { export_plan(session, *options); });
}

}  // namespace dondoc::cli
