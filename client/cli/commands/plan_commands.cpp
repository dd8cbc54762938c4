// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_commands.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "cli/commands/plan_export.h"
#include "cli/commands/plan_preview.h"
#include "cli/commands/plan_progress.h"
#include "cli/commands/plan_source.h"
#include "cli/commands/plan_withdraw.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/children_page.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/plan_page.h"
#include "cli/pages/wording.h"
#include "domain/document_number.h"
#include "domain/priority.h"
#include "lib/errors.h"

namespace dondoc::cli {
namespace {

struct PlanOptions {
    std::string file, reason, priority, absent;
    DocumentOptions document;
    bool dry_run = false, strict = false, new_document = false, yes = false, with_progress = false;
};

v1::Reply ask_plan_import(Session& session, const PlanSource& source, const v1::Request& request) {
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
    const auto seen = ask_plan_import(session, source, request).plan_import();
    const bool shown_as_data = session.options.json;
    if (!shown_as_data) print_difference(session, seen);
    if (shown_as_data && !options.yes) session.print_json(seen);
    if (!confirm(session, session.say("cli.plan.ask_amend"), options.yes)) return std::nullopt;
    wanted.set_dry_run(false);
    wanted.mutable_amend()->set_seen(seen.difference().seen());
    wanted.mutable_amend()->set_reason(options.reason);
    return ask_plan_import(session, source, request).plan_import();
}

// A group has members that did not exist on the day of issue: they are assigned when somebody says so.
void take_absent(Session& session, const client::Refused& refused, v1::PlanImportRequest& wanted) {
    const auto& terminal = session.terminal();
    if (session.options.json || !terminal.in_is_terminal || !terminal.err_is_terminal) throw refused;
    session.err() << refused.error().message() << '\n';
    const bool assign =
        confirm(session, session.say("cli.plan.ask_absent", {refused.error().args(2)}), false);
    if (!assign) throw UserError("cli.plan.absent_undecided");
    wanted.set_absent(v1::AbsentMembers::assign);
}

std::optional<v1::PlanImportReply> ask_for_import(Session& session, const PlanOptions& options,
                                                  const PlanSource& source, v1::Request request) {
    try {
        return ask_plan_import(session, source, request).plan_import();
    } catch (const client::Refused& refused) {
        if (refused.error().code() == "plan.differs") return amend_plan(session, options, source, request);
        if (refused.error().code() != "plan.absent_members") throw;
        take_absent(session, refused, *request.mutable_plan_import());
    }
    return ask_plan_import(session, source, request).plan_import();
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

// What is doubtful about the file as a whole the daemon never sees.
void refuse_doubtful_file(Session& session, const PlanOptions& options, const PlanSource& source) {
    const auto& problems = source.reading.problems;
    if (!options.strict || problems.empty()) return;
    for (const auto& problem : problems)
        session.err() << options.file << ": " << text::render(session.lang(), problem) << '\n';
    throw UserError("plan.strict_file", {std::to_string(problems.size())}, options.file);
}

void import_plan(Session& session, const PlanOptions& options) {
    auto source = read_plan_source(session, options.file, options.document);
    if (options.with_progress)  // it is taken over, and what is not is said row by row
        std::erase_if(source.reading.problems,
                      [](const Message& problem) { return problem.key == "plan.progress_beside"; });
    print_head(session, source);
    require_document(source.document);
    refuse_doubtful_file(session, options, source);
    v1::Request request;
    auto& wanted = *request.mutable_plan_import();
    *wanted.mutable_document() = source.document;
    for (const auto& row : source.reading.rows) {
        auto& sent = *wanted.add_rows() = row;
        sent.clear_beside();
        sent.clear_origins();
    }
    wanted.set_dry_run(options.dry_run);
    wanted.set_strict(options.strict);
    if (!options.priority.empty() && !parse_priority(options.priority))
        throw UsageError("cli.usage.bad_priority", {options.priority});
    wanted.set_priority(options.priority);
    wanted.set_new_document(options.new_document);
    wanted.set_absent(absent_choice(options.absent));
    auto reply = ask_for_import(session, options, source, request);
    if (!reply) return session.line(session.say("cli.ask.declined"));
    auto& done = *reply;
    // What was doubtful in the table as a whole is known here, not to the daemon.
    for (const auto& problem : source.reading.problems)
        done.mutable_reading()->add_problems(text::render(session.lang(), problem));
    if (session.options.json) {
        if (options.with_progress && !options.dry_run) take_progress(session, source, false);
        return session.print_json(done);
    }
    print_import(session, options, done);
    if (options.with_progress)
        take_progress(session, source, options.dry_run);
    else
        say_progress_is_unused(session, source);
    if (done.unchanged()) return;  // what was doubtful has been decided
    print_groups(session, done.reading());
    print_problems(session, done.reading(), [&](int row) { return source.place_of(row); });
}

// An older daemon took one document in again when its number was spelt otherwise.
void warn_of_doubles(Session& session, const v1::DocumentListReply& list) {
    std::map<std::tuple<std::string, std::string, std::string>, std::string> spellings;
    for (const auto& row : list.documents()) {
        const auto& document = row.document();
        if (!document.withdrawn().empty()) continue;
        auto& known = spellings[{number_key(document.number()), document.issuer(), document.issued()}];
        if (!known.empty())
            session.line(session.say("cli.plan.double",
                                     {known, document.number(), spoken_iso_day(document.issued())}));
        known = document.number();
    }
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
    warn_of_doubles(session, reply.document_list());
}

}  // namespace

void add_plan_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "plan", "cli.plan.about");
    const auto options = make_options<PlanOptions>();

    add_plan_preview(*group, session);

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
    add_absent_option(take_in, session, options->absent);
    add_option(take_in, session, "--reason", options->reason, "TEXT", "cli.option.amend_reason");
    add_flag(take_in, session, "--with-progress", options->with_progress, "cli.option.with_progress");
    add_flag(take_in, session, "--new-document", options->new_document, "cli.option.new_document");
    take_in->callback([&session, options] { import_plan(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.plan.list_about", "dondoc plan list");
    list->callback([&session] { list_plans(session); });

    add_plan_export(*group, session);
    add_plan_withdraw(*group, session);
}

}  // namespace dondoc::cli
