// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_preview.h"

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/commands/calendar_source.h"
#include "cli/commands/plan_export.h"
#include "cli/commands/plan_progress.h"
#include "cli/commands/plan_register.h"
#include "cli/commands/plan_source.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/children_page.h"
#include "cli/pages/plan_explain.h"
#include "cli/pages/plan_page.h"
#include "language/readers.h"
#include "plan/preview.h"

namespace dondoc::cli {
namespace {

struct PreviewOptions {
    std::string file, register_file, calendar, output;
    DocumentOptions document;
    bool force = false, explain = false;
};

void preview_plan(Session& session, const PreviewOptions& options) {
    if (!options.output.empty()) require_sheet_name(options.output);
    auto source = read_plan_source(session, options.file, options.document);
    print_head(session, source);
    const auto issued = source.document.issued();
    if (issued.empty()) {
        const auto today = civil_day(date::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        source.document.set_issued(iso_day(today));
        session.err() << session.say("cli.plan.no_issued", {spoken_day(today)}) << '\n';
    }
    const auto known = find_register(session, options.register_file);
    const auto read_by = parse_iso_day(source.document.issued()).value_or(local_days{});
    const language::AgencyReader agencies(known.content, read_by,
                                          language::home_province(known.content, source.document.issuer()));
    const auto calendar = read_calendar(options.calendar);
    v1::PlanPreview preview;
    try {
        preview = plan::preview(source.reading, source.document, agencies, &calendar, session.lang());
    } catch (const UserError& error) {
        source.refuse(session, error);
    }
    if (!options.output.empty()) {
        auto written = preview;
        written.mutable_document()->set_issued(issued);  // a day that was only assumed is not written down
        write_sheet(session, written, options.output, options.force);
    }
    if (session.options.json) return session.print_json(preview);
    session.line(session.say("cli.plan.read_with", {known.name}));
    if (options.explain)
        print_explanation(session, preview);
    else
        print_rows(session, preview);
    print_said_progress(session, source);
    say_progress_is_unused(session, source);
    std::uint64_t with_due = 0, with_problems = 0;
    for (const auto& row : preview.rows()) {
        with_due += row.deadline().due().empty() ? 0 : 1;
        with_problems += row.problems().empty() ? 0 : 1;
    }
    session.line(session.say("cli.plan.counts", {std::to_string(preview.rows_size()),
                                                 std::to_string(with_due), std::to_string(with_problems)}));
    print_nesting(session, preview);
    print_problems(session, preview, [&](int row) { return source.place_of(row); });
    if (!options.output.empty())
        session.line(session.say("cli.plan.written", {std::to_string(preview.rows_size()), options.output}));
}

}  // namespace

void add_plan_preview(CLI::App& group, Session& session) {
    const auto options = make_options<PreviewOptions>();
    auto* preview = add_command(group, session, "preview", "cli.plan.preview_about",
                                "dondoc plan preview kh-122.txt --issued 13/05/2023\n"
                                "dondoc plan preview kh-122.txt --register so-nganh.toml --json\n"
                                "dondoc plan preview kh-122.docx --document 122/KH-UBND --issued 13/05/2023 "
                                "--level province -o kh-122-sua.xlsx");
    add_plan_file(preview, session, options->file)->required();
    add_document_options(preview, session, options->document);
    add_option(preview, session, "--register", options->register_file, "FILE", "cli.option.register");
    add_option(preview, session, "--calendar", options->calendar, "PATH", "cli.option.calendar");
    add_option(preview, session, "-o,--output", options->output, "FILE", "cli.option.output");
    add_flag(preview, session, "--force", options->force, "cli.option.force_output");
    add_flag(preview, session, "--explain", options->explain, "cli.option.explain_rows");
    preview->callback([&session, options] { preview_plan(session, *options); });
}

}  // namespace dondoc::cli
