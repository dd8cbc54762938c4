#include "cli/plan_commands.h"

#include <optional>
#include <system_error>

#include "cli/calendar_source.h"
#include "cli/children_page.h"
#include "cli/command.h"
#include "cli/confirm.h"
#include "cli/dates.h"
#include "cli/fields.h"
#include "cli/plan_difference.h"
#include "cli/plan_source.h"
#include "cli/plan_withdraw.h"
#include "cli/register_source.h"
#include "cli/shipped_files.h"
#include "cli/wording.h"
#include "domain/priority.h"
#include "domain/reasons.h"
#include "language/readers.h"
#include "lib/errors.h"
#include "lib/files.h"
#include "plan/preview.h"
#include "plan/sheet_writer.h"

namespace dondoc::cli {
namespace {

struct PlanOptions {
    std::string file, register_file, calendar, output, reason, priority;
    DocumentOptions document;
    bool dry_run = false, strict = false, force = false, new_document = false, yes = false;
};

std::string default_register() {
    if (const auto sample = find_shipped("agencies/sample.toml")) return *sample;
    throw UserError("cli.plan.no_register");
}

std::string due_of(const v1::PlanRow& row) {
    const auto days = days_text(row.deadline().due());
    return days.empty() ? row.deadline_text() : days;
}

void print_rows(Session& session, const v1::PlanPreview& plan) {
    Table table({{session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.lead"), Align::Left, Fit::Cut}});
    for (const auto& row : plan.rows()) {
        const auto tone = row.problems().empty() ? Tone::Plain : Tone::Warning;
        table.add({{row.number(), tone},
                   row.title(),
                   due_of(row),
                   row.lead().empty() ? row.lead_text() : joined(row.lead(), "; ")});
    }
    session.print(table);
}

std::string place_of(const v1::Source& source) {
    return source.line() == 0 ? std::string{} : std::to_string(source.line());
}

void print_problems(Session& session, const v1::PlanPreview& plan) {
    Table table({{session.say("cli.column.row"), Align::Right},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.problem"), Align::Left, Fit::Wrap}});
    for (const auto& problem : plan.problems()) table.add({"", session.say("cli.plan.whole"), problem});
    for (const auto& row : plan.rows())
        for (const auto& problem : row.problems()) table.add({place_of(row.source()), row.number(), problem});
    if (table.empty()) return;
    print_heading(session, session.say("cli.plan.problems"));
    session.print(table);
}

enum class Output { Csv, Xlsx };

// By the end of the file's name.
Output output_format(const std::string& file) {
    const auto name = language::fold(file);
    if (name.ends_with(".csv")) return Output::Csv;
    if (name.ends_with(".xlsx")) return Output::Xlsx;
    throw UsageError("cli.plan.bad_output", {file});
}

void write_sheet(Session& session, const PlanOptions& options, const v1::PlanPreview& preview) {
    const auto sheet = plan::make_sheet(preview, session.lang());
    const auto content =
        output_format(options.output) == Output::Csv ? plan::to_csv(sheet) : plan::to_xlsx(sheet);
    try {
        client::write_file(options.output, content,
                           options.force ? client::Replace::Yes : client::Replace::No);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::file_exists) throw UserError("cli.file.exists", {}, options.output);
        throw UserError("client.file.unwritable", {system_reason(error.code())}, options.output);
    }
}

void preview_plan(Session& session, const PlanOptions& options) {
    if (!options.output.empty()) output_format(options.output);
    auto source = read_plan_source(session, options.file, options.document);
    const auto issued = source.document.issued();
    if (issued.empty()) {
        const auto today = civil_day(date::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        source.document.set_issued(iso_day(today));
        session.err() << session.say("cli.plan.no_issued", {spoken_day(today)}) << '\n';
    }
    const auto file = options.register_file.empty() ? default_register() : options.register_file;
    const auto read_by = parse_iso_day(source.document.issued()).value_or(local_days{});
    const auto content = read_register(file);
    const language::AgencyReader agencies(content, read_by,
                                          language::home_province(content, source.document.issuer()));
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
        write_sheet(session, options, written);
    }
    if (session.options.json) return session.print_json(preview);
    print_rows(session, preview);
    std::uint64_t with_due = 0, with_problems = 0;
    for (const auto& row : preview.rows()) {
        with_due += row.deadline().due().empty() ? 0 : 1;
        with_problems += row.problems().empty() ? 0 : 1;
    }
    session.line(session.say("cli.plan.counts", {std::to_string(preview.rows_size()),
                                                 std::to_string(with_due), std::to_string(with_problems)}));
    print_nesting(session, preview);
    print_problems(session, preview);
    if (!options.output.empty())
        session.line(session.say("cli.plan.written", {std::to_string(preview.rows_size()), options.output}));
}

v1::Reply ask_import(Session& session, const PlanSource& source, const v1::Request& request) {
    try {
        return session.ask(request, true);
    } catch (const client::Refused& refused) {
        throw client::Refused(source.in_file(session, refused.error()));
    }
}

// The document is there with other rows: shows what differs, asks, and has exactly that carried out. Nothing:
// it was not wanted.
std::optional<v1::PlanImportReply> amend_plan(Session& session, const PlanOptions& options,
                                              const PlanSource& source, v1::Request request) {
    auto& wanted = *request.mutable_plan_import();
    wanted.set_dry_run(true);
    const auto seen = ask_import(session, source, request).plan_import();
    const bool shown_as_data = session.options.json;
    if (!shown_as_data) print_difference(session, seen);
    if (shown_as_data && !options.yes) session.print_json(seen);
    if (!confirm(session, session.say("cli.plan.ask_amend"), options.yes)) return std::nullopt;
    wanted.set_dry_run(false);
    wanted.mutable_amend()->set_seen(seen.difference().seen());
    wanted.mutable_amend()->set_reason(options.reason);
    return ask_import(session, source, request).plan_import();
}

std::optional<v1::PlanImportReply> ask_for_import(Session& session, const PlanOptions& options,
                                                  const PlanSource& source, const v1::Request& request) {
    try {
        return ask_import(session, source, request).plan_import();
    } catch (const client::Refused& refused) {
        if (refused.error().code() != "plan.differs") throw;
        return amend_plan(session, options, source, request);
    }
}

void print_import(Session& session, const PlanOptions& options, const v1::PlanImportReply& done) {
    const auto& number = done.reading().document().number();
    if (done.unchanged()) return session.line(session.say("cli.plan.unchanged", {number}));
    if (!done.has_difference()) {
        session.line(session.say(options.dry_run ? "cli.plan.would_import" : "cli.plan.imported",
                                 {number, std::to_string(done.tasks()), std::to_string(done.assignments()),
                                  std::to_string(done.with_due()), std::to_string(done.problems())}));
        return print_nesting(session, done.reading());
    }
    if (!options.dry_run) return session.line(session.say("cli.plan.amended", {number}));
    print_difference(session, done);
    session.line(session.say("cli.plan.would_amend"));
}

void import_plan(Session& session, const PlanOptions& options) {
    const auto source = read_plan_source(session, options.file, options.document);
    require_document(source.document);
    v1::Request request;
    auto& wanted = *request.mutable_plan_import();
    *wanted.mutable_document() = source.document;
    for (const auto& row : source.reading.rows) *wanted.add_rows() = row;
    wanted.set_dry_run(options.dry_run);
    wanted.set_strict(options.strict);
    if (!options.priority.empty() && !parse_priority(options.priority))
        throw UsageError("cli.usage.bad_priority", {options.priority});
    wanted.set_priority(options.priority);
    wanted.set_new_document(options.new_document);
    auto reply = ask_for_import(session, options, source, request);
    if (!reply) return session.line(session.say("cli.ask.declined"));
    auto& done = *reply;
    // What was doubtful in the table as a whole is known here, not to the daemon.
    for (const auto& problem : source.reading.problems)
        done.mutable_reading()->add_problems(text::render(session.lang(), problem));
    if (session.options.json) return session.print_json(done);
    print_import(session, options, done);
    print_problems(session, done.reading());
}

void list_plans(Session& session) {
    v1::Request request;
    request.mutable_document_list();
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.document_list());
    if (reply.document_list().documents().empty()) return session.line(session.say("cli.plan.empty"));
    Table table({{session.say("cli.column.document")},
                 {session.say("cli.column.issued")},
                 {session.say("cli.column.level")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.tasks"), Align::Right},
                 {session.say("cli.column.total"), Align::Right},
                 {session.say("cli.column.overdue"), Align::Right}});
    for (const auto& row : reply.document_list().documents())
        table.add(
            {row.document().number(),
             spoken_iso_day(row.document().issued()),
             level_word(session.lang(), row.document().level()),
             row.document().withdrawn().empty()
                 ? row.document().title()
                 : session.say("cli.plan.withdrawn_title",
                               {spoken_iso_day(row.document().withdrawn()), row.document().title()}),
             std::to_string(row.tasks()),
             std::to_string(row.counts().total()),
             {std::to_string(row.counts().overdue()), row.counts().overdue() > 0 ? Tone::Bad : Tone::Plain}});
    session.print(table);
}

}  // namespace

void add_plan_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "plan", "cli.plan.about");
    const auto options = make_options<PlanOptions>();

    auto* preview = add_command(*group, session, "preview", "cli.plan.preview_about",
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
    preview->callback([&session, options] { preview_plan(session, *options); });

    auto* take_in = add_command(*group, session, "import", "cli.plan.import_about",
                                "dondoc plan import kh-122.txt --document 122/KH-UBND --issued 13/05/2023 "
                                "--level province --dry-run\n"
                                "dondoc plan import kh-122-sua.xlsx");
    add_plan_file(take_in, session, options->file)->required();
    add_document_options(take_in, session, options->document);
    add_option(take_in, session, "--priority", options->priority, "PRIORITY", "cli.option.priority");
    add_flag(take_in, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(take_in, session, "--strict", options->strict, "cli.option.strict");
    add_flag(take_in, session, "--yes", options->yes, "cli.option.yes");
    add_option(take_in, session, "--reason", options->reason, "TEXT", "cli.option.amend_reason");
    add_flag(take_in, session, "--new-document", options->new_document, "cli.option.new_document");
    take_in->callback([&session, options] { import_plan(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.plan.list_about", "dondoc plan list");
    list->callback([&session] { list_plans(session); });

    add_plan_withdraw(*group, session);
}

}  // namespace dondoc::cli
