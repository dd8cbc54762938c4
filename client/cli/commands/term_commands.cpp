// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/term_commands.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/frame/work_reference.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

struct TermOptions {
    std::vector<std::string> task;
    std::string happened, due, phrase, issued, document, reason;
    bool undo = false;
};

struct ReviewOptions {
    std::uint64_t assignment = 0;
    std::string note, agency;
    bool all = false;
    std::uint32_t limit = 0;
    std::uint64_t offset = 0;
};

void print_decided(Session& session, const v1::TaskTermReply& done) {
    const auto task = std::to_string(done.task());
    const auto changed = std::to_string(done.changed());
    const auto told = std::to_string(done.told());
    const auto& term = done.term();
    if (term.due().empty())
        session.line(session.say("cli.term.done_open", {task, changed, told}));
    else
        session.line(
            session.say("cli.term.done_due", {task, spoken_iso_day(term.due()), term.why(), changed, told}));
    for (const auto& problem : done.problems()) session.line("  " + problem);
    if (term.due().empty() && term.action() == "event")
        session.line(session.say("cli.term.how_to_set", {task, spoken_iso_day(term.happened())}));
}

void ask_term(Session& session, v1::Request request) {
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.task_term());
    print_decided(session, reply.task_term());
}

void record_event(Session& session, const TermOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_task_event();
    wanted.set_task(task_of(session, options.task));
    wanted.set_happened(day_for_wire("--on", options.happened));
    wanted.set_due(day_for_wire("--due", options.due));
    wanted.set_document(options.document);
    wanted.set_reason(options.reason);
    wanted.set_undo(options.undo);
    ask_term(session, std::move(request));
}

void set_term(Session& session, const TermOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_task_term();
    wanted.set_task(task_of(session, options.task));
    wanted.set_due(day_for_wire("--due", options.due));
    wanted.set_phrase(options.phrase);
    wanted.set_document(options.document);
    wanted.set_issued(day_for_wire("--issued", options.issued));
    wanted.set_reason(options.reason);
    wanted.set_undo(options.undo);
    ask_term(session, std::move(request));
}

void record_review(Session& session, const ReviewOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_assignment_review();
    wanted.set_assignment(options.assignment);
    wanted.set_note(options.note);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.assignment_review());
    const auto& review = reply.assignment_review().review();
    const auto id = std::to_string(review.assignment());
    session.line(review.due().empty()
                     ? session.say("cli.review.done_last", {id, review.agency()})
                     : session.say("cli.review.done", {id, review.agency(), spoken_iso_day(review.due())}));
}

void list_reviews(Session& session, const ReviewOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_review_list();
    wanted.set_agency(options.agency);
    wanted.set_all(options.all);
    wanted.set_limit(options.limit);
    wanted.set_offset(options.offset);
    const auto reply = session.ask(std::move(request));
    const auto& list = reply.review_list();
    if (session.options.json) return session.print_json(list);
    if (list.reviews().empty()) return session.line(session.say("cli.review.empty"));
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.document")},
                 {session.say("cli.column.number")},
                 {session.say("cli.column.title"), Align::Left, Fit::Cut},
                 {session.say("cli.column.agency")},
                 {session.say("cli.review.since")},
                 {session.say("cli.review.due")},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap}});
    for (const auto& review : list.reviews())
        table.add({std::to_string(review.assignment()), review.document(), review.task_number(),
                   review.title(), review.agency(), spoken_iso_day(review.since()),
                   spoken_iso_day(review.due()), days_left_text(session.lang(), review.days_left())});
    session.print(table);
    session.line(session.say_count("cli.list.total", list.total()));
}

}  // namespace

void add_task_terms(CLI::App& task_group, Session& session) {
    const auto options = make_options<TermOptions>();
    auto* event = add_command(task_group, session, "event", "cli.task.event_about",
                              "dondoc task event 12 --on 20/09/2023 --document \"15/HD-BNV\"\n"
                              "dondoc task event 12 --undo --reason \"ghi nhầm\"");
    add_task_reference(event, session, options->task)->required();
    add_option(event, session, "--on", options->happened, "DATE", "cli.option.event_day");
    add_option(event, session, "--due", options->due, "DATE", "cli.option.event_due");
    add_option(event, session, "--document", options->document, "NUMBER", "cli.option.term_document");
    add_option(event, session, "--reason", options->reason, "TEXT", "cli.option.term_reason");
    add_flag(event, session, "--undo", options->undo, "cli.option.event_undo");
    event->callback([&session, options] { record_event(session, *options); });

    auto* term =
        add_command(task_group, session, "term", "cli.task.term_about",
                    "dondoc task term 12 --due 15/12/2023 --document \"05/TB-UBND\" --reason \"...\"\n"
                    "dondoc task term 12 --phrase \"Quý IV/2023\" --document \"05/TB-UBND\" "
                    "--reason \"...\"");
    add_task_reference(term, session, options->task)->required();
    add_option(term, session, "--due", options->due, "DATE", "cli.option.term_due");
    add_option(term, session, "--phrase", options->phrase, "TEXT", "cli.option.term_phrase");
    add_option(term, session, "--document", options->document, "NUMBER", "cli.option.term_document");
    add_option(term, session, "--issued", options->issued, "DATE", "cli.option.term_issued");
    add_option(term, session, "--reason", options->reason, "TEXT", "cli.option.term_reason")->required();
    add_flag(term, session, "--undo", options->undo, "cli.option.term_undo");
    term->callback([&session, options] { set_term(session, *options); });
}

void add_assignment_review(CLI::App& assignment_group, Session& session) {
    const auto options = make_options<ReviewOptions>();
    auto* review = add_command(assignment_group, session, "review", "cli.review.record_about",
                               "dondoc assignment review 34 --note \"vẫn thực hiện đúng quy chế\"");
    add_option(review, session, "ID", options->assignment, "", "cli.option.assignment_id")->required();
    add_option(review, session, "--note", options->note, "TEXT", "cli.option.review_note")->required();
    review->callback([&session, options] { record_review(session, *options); });
}

void add_review_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "review", "cli.review.about");
    const auto options = make_options<ReviewOptions>();
    auto* list = add_command(*group, session, "list", "cli.review.list_about",
                             "dondoc review list\ndondoc review list --agency SNV --all");
    add_option(list, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_flag(list, session, "--all", options->all, "cli.option.review_all");
    add_option(list, session, "--limit", options->limit, "N", "cli.option.limit");
    add_option(list, session, "--offset", options->offset, "N", "cli.option.offset");
    list->callback([&session, options] { list_reviews(session, *options); });
}

}  // namespace dondoc::cli
