#include "cli/plan_commands.h"

#include <filesystem>
#include <optional>

#include "cli/command.h"
#include "cli/dates.h"
#include "cli/fields.h"
#include "cli/wording.h"
#include "domain/document_level.h"
#include "domain/priority.h"
#include "language/readers.h"
#include "plan/preview.h"
#include "plan/reader.h"

namespace dondoc::cli {
namespace {

struct PlanOptions {
    std::string file, number, issued, level, title, issuer, register_file, priority;
    bool dry_run = false, strict = false;
};

void check_level(const std::string& level) {
    if (!is_document_level(level)) throw UsageError("cli.usage.bad_level", {level});
}

v1::Document document_of(const PlanOptions& options) {
    v1::Document document;
    document.set_number(options.number);
    document.set_issued(day_for_wire("--issued", options.issued));
    if (!options.level.empty()) check_level(options.level);
    document.set_level(options.level);
    document.set_title(options.title);
    document.set_issuer(options.issuer);
    return document;
}

// The installed sample, or the source tree's when dondoc runs from a build folder in it.
std::string default_register() {
    const std::filesystem::path installed = DONDOC_DATA_DIR "/agencies/sample.toml";
    std::error_code error;
    if (std::filesystem::exists(installed, error)) return installed;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int up = 0; up < 5 && folder.has_relative_path(); ++up, folder = folder.parent_path()) {
        const auto sample = folder / "config" / "agencies" / "sample.toml";
        if (std::filesystem::exists(sample, error)) return sample;
    }
    throw UserError("cli.plan.no_register");
}

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

std::string due_of(const v1::PlanRow& row) {
    std::string text;
    for (const auto& day : row.deadline().due()) text += (text.empty() ? "" : ", ") + spoken_iso_day(day);
    return text.empty() ? row.deadline_text() : text;
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
                   row.lead().empty() ? row.lead_text() : joined(row.lead())});
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

// What is wrong with a plan is said with the name of its file.
plan::PlanTableReading read_table(const std::string& file) {
    try {
        return plan::read_plan(read_input(file));
    } catch (const UserError& error) {
        throw UserError(error.message().key, error.message().args,
                        error.place().empty() ? file : file + ": " + error.place());
    }
}

plan::PlanTableReading read_plan(const PlanOptions& options) {
    auto reading = read_table(options.file);
    if (reading.rows.empty()) throw UserError("cli.plan.no_rows", {}, options.file);
    return reading;
}

void preview_plan(Session& session, const PlanOptions& options) {
    auto document = document_of(options);
    if (document.issued().empty()) {
        const auto today = civil_day(date::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        document.set_issued(iso_day(today));
        session.err() << session.say("cli.plan.no_issued", {spoken_day(today)}) << '\n';
    }
    const auto file = options.register_file.empty() ? default_register() : options.register_file;
    const language::AgencyReader agencies(language::parse_register(read_input(file), file));
    const auto preview = plan::preview(read_plan(options), document, agencies, nullptr, session.lang());
    if (session.options.json) return session.print_json(preview);
    print_rows(session, preview);
    std::uint64_t with_due = 0, with_problems = 0;
    for (const auto& row : preview.rows()) {
        with_due += row.deadline().due().empty() ? 0 : 1;
        with_problems += row.problems().empty() ? 0 : 1;
    }
    session.line(session.say("cli.plan.counts", {std::to_string(preview.rows_size()),
                                                 std::to_string(with_due), std::to_string(with_problems)}));
    print_problems(session, preview);
}

void import_plan(Session& session, const PlanOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_plan_import();
    *wanted.mutable_document() = document_of(options);
    auto reading = read_plan(options);
    for (auto& row : reading.rows) *wanted.add_rows() = std::move(row);
    wanted.set_dry_run(options.dry_run);
    wanted.set_strict(options.strict);
    if (!options.priority.empty() && !parse_priority(options.priority))
        throw UsageError("cli.usage.bad_priority", {options.priority});
    wanted.set_priority(options.priority);
    const auto reply = session.ask(std::move(request), true);
    auto done = reply.plan_import();
    // What was doubtful in the table as a whole is known here, not to the daemon.
    for (const auto& problem : reading.problems)
        done.mutable_reading()->add_problems(text::render(session.lang(), problem));
    if (session.options.json) return session.print_json(done);
    if (done.unchanged()) {
        session.line(session.say("cli.plan.unchanged", {options.number}));
    } else {
        session.line(
            session.say(options.dry_run ? "cli.plan.would_import" : "cli.plan.imported",
                        {options.number, std::to_string(done.tasks()), std::to_string(done.assignments()),
                         std::to_string(done.with_due()), std::to_string(done.problems())}));
    }
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
             row.document().title(),
             std::to_string(row.tasks()),
             std::to_string(row.counts().total()),
             {std::to_string(row.counts().overdue()), row.counts().overdue() > 0 ? Tone::Bad : Tone::Plain}});
    session.print(table);
}

void add_document_options(CLI::App* command, Session& session, PlanOptions& options, bool required) {
    add_option(command, session, "FILE", options.file, "", "cli.option.plan_file")->required();
    add_option(command, session, "--document", options.number, "NUMBER", "cli.option.plan_document")
        ->required(required);
    add_option(command, session, "--issued", options.issued, "DATE", "cli.option.issued")->required(required);
    add_option(command, session, "--level", options.level, "LEVEL", "cli.option.level")->required(required);
    add_option(command, session, "--title", options.title, "TEXT", "cli.option.title");
    add_option(command, session, "--issuer", options.issuer, "TEXT", "cli.option.issuer");
}

}  // namespace

void add_plan_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "plan", "cli.plan.about");
    const auto options = make_options<PlanOptions>();

    auto* preview = add_command(*group, session, "preview", "cli.plan.preview_about",
                                "dondoc plan preview kh-122.txt --issued 13/05/2023\n"
                                "dondoc plan preview kh-122.txt --register so-nganh.toml --json");
    add_document_options(preview, session, *options, false);
    add_option(preview, session, "--register", options->register_file, "FILE", "cli.option.register");
    preview->callback([&session, options] { preview_plan(session, *options); });

    auto* import = add_command(*group, session, "import", "cli.plan.import_about",
                               "dondoc plan import kh-122.txt --document 122/KH-UBND --issued 13/05/2023 "
                               "--level province --dry-run");
    add_document_options(import, session, *options, true);
    add_option(import, session, "--priority", options->priority, "PRIORITY", "cli.option.priority");
    add_flag(import, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(import, session, "--strict", options->strict, "cli.option.strict");
    import->callback([&session, options] { import_plan(session, *options);
});

auto* list = add_command(*group, session, "list", "cli.plan.list_about", "dondoc plan list");
list->callback([&session] { list_plans(session); });
}  // namespace dondoc::cli

}  // namespace dondoc::cli
