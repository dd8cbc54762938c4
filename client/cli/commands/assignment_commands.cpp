// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/assignment_commands.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/assignment_batch.h"
#include "cli/commands/history_commands.h"
#include "cli/commands/responsible_command.h"
#include "cli/commands/term_commands.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/frame/work_reference.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

using Wanted = v1::AssignmentChangeRequest;

struct ChangeOptions {
    std::vector<std::string> work;
    std::uint64_t task = 0, revision = 0;
    BatchFilter filter;
    std::string agency, date, note, number, issuer, next, next_day, due, decision, to;
    std::vector<std::string> evidence;
    std::optional<std::uint32_t> percent;
    bool only_this = false, series = false, yes = false;
};

// Finished work is said by how it ended, open work by its state and the days that are left.
std::string state_text(const Session& session, const v1::AssignmentRow& row) {
    auto how = standing(session.lang(), row);
    if (row.timeliness() >= v1::Timeliness::completed_on_time) return how;
    return word(session.lang(), row.state()) + ", " + how;
}

Wanted wanted_change(const ChangeOptions& options, Wanted::Action action) {
    if (options.next.empty() != options.next_day.empty()) throw UsageError("cli.usage.milestone");
    Wanted wanted;
    wanted.set_action(action);
    wanted.set_revision(options.revision);
    wanted.set_date(day_for_wire("--date", options.date));
    wanted.set_note(options.note);
    wanted.set_result_number(options.number);
    wanted.set_result_issuer(options.issuer);
    for (const auto& reference : options.evidence) wanted.add_evidence(reference);
    if (options.percent) wanted.set_percent(*options.percent);
    if (!options.next.empty()) {
        wanted.mutable_next()->set_text(options.next);
        wanted.mutable_next()->set_day(day_for_wire("--next-day", options.next_day));
    }
    wanted.set_due(day_for_wire("--due", options.due));
    wanted.set_decision(options.decision);
    wanted.set_to(options.to);
    if (options.only_this) wanted.set_occurrences(Wanted::only_this);
    if (options.series) wanted.set_occurrences(Wanted::series);
    return wanted;
}

// What was done, before how it stands.
std::string done_text(Session& session, const v1::AssignmentChangeReply& done, const Wanted& wanted) {
    const auto& row = done.assignment();
    const auto due = row.due().empty() ? session.say("cli.alert.no_due") : spoken_iso_day(row.due());
    if (done.action() == "request_extension")
        return session.say("cli.did.request_extension", {spoken_iso_day(row.asked_due())});
    if (done.action() == "grant_extension" || done.action() == "extend")
        return session.say("cli.did.extend", {due});
    if (done.action() == "refuse_extension") return session.say("cli.did.refuse_extension", {due});
    if (done.action() == "rework")
        return session.say("cli.did.rework", {row.agency(), std::to_string(row.reworks())});
    if (done.action() == "comment") return session.say("cli.did.comment", {wanted.note()});
    return session.say("cli.did.other", {"@action." + done.action()});
}

void print_changed(Session& session, const v1::AssignmentChangeReply& done, const Wanted& wanted) {
    const auto& row = done.assignment();
    session.line(done_text(session, done, wanted));
    session.line(
        session.say("cli.assignment.done", {std::to_string(row.assignment()), row.agency(), row.document(),
                                            row.task_number(), state_text(session, row)}));
    if (done.has_transferred())
        session.line(
            session.say("cli.assignment.transferred",
                        {std::to_string(done.transferred().assignment()), done.transferred().agency()}));
    if (wanted.action() == Wanted::complete && done.action() == "report")
        session.line(session.say("cli.assignment.reported_instead"));
    if (!done.next_occurrence().empty())
        session.line(session.say("cli.assignment.goes_on", {spoken_iso_day(done.next_occurrence())}));
    if (wanted.occurrences() == Wanted::series) session.line(session.say("cli.assignment.series_ended"));
    if (!done.next_step().empty()) session.line(done.next_step());
}

void change_one(Session& session, const Wanted& wanted) {
    v1::Request request;
    *request.mutable_assignment_change() = wanted;
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.assignment_change());
    print_changed(session, reply.assignment_change(), wanted);
}

// A result without number, note or document says nothing to whoever has to confirm it.
void ask_for_empty_result(Session& session, const ChangeOptions& options, Wanted::Action action) {
    const auto& terminal = session.terminal();
    const bool empty = options.number.empty() && options.note.empty() && options.evidence.empty();
    if (action != Wanted::report || !empty || options.yes || !terminal.in_is_terminal) return;
    if (!confirm(session, session.say("cli.assignment.ask_empty_result"), false))
        throw UserError("cli.assignment.empty_result");
}

void change(Session& session, const ChangeOptions& options, Wanted::Action action) {
    auto wanted = wanted_change(options, action);
    auto filter = options.filter;
    if (options.work.empty() && options.task == 0) {
        filter.agency = options.agency;
        if (filter.is_empty()) throw UsageError("cli.usage.which_assignment");
        return change_many(session, find_targets(session, filter, action == Wanted::confirm), wanted,
                           options.yes);
    }
    const bool by_ids = are_ids(options.work);
    if (!options.work.empty() &&
        (options.task != 0 || !filter.is_empty() || (by_ids && !options.agency.empty())))
        throw UsageError("cli.usage.one_assignment");
    ask_for_empty_result(session, options, action);
    if (options.task != 0) {
        wanted.set_task(options.task);
        wanted.set_agency(options.agency);
        return change_one(session, wanted);
    }
    const auto ids = assignments_of(session, options.work, options.agency);
    if (ids.size() == 1) {
        wanted.set_assignment(ids.front());
        return change_one(session, wanted);
    }
    std::vector<BatchTarget> targets;
    for (const auto id : ids) targets.push_back({id, 0});
    change_many(session, targets, wanted, options.yes);
}

// One command that changes an assignment; its own options are added by the caller.
class ChangeCommand {
  public:
    ChangeCommand(CLI::App& group, Session& session, const char* name, Wanted::Action action,
                  const char* about, const std::string& example)
        : options(make_options<ChangeOptions>()),
          command(add_command(group, session, name, about, example)),
          session_(session) {
        add_work_reference(command, session, options->work);
        add("--task", options->task, "N", "cli.option.of_task");
        add("--agency", options->agency, "CODE", "cli.option.of_agency");
        add("--revision", options->revision, "N", "cli.option.revision");
        add_flag(command, session, "--yes", options->yes, "cli.option.yes");
        add_batch_options(command, session, options->filter);
        command->callback([this_command = command, &session, shared = options, action] {
            if (this_command->get_subcommands().empty()) change(session, *shared, action);
        });
    }

    template <typename Value>
    CLI::Option* add(const char* name, Value& value, const char* what, const char* about) {
        return add_option(command, session_, name, value, what, about);
    }
    ChangeCommand& note() {
        add("--note", options->note, "TEXT", "cli.option.note");
        return *this;
    }
    ChangeCommand& reason() {
        add("--reason,--note", options->note, "TEXT", "cli.option.why")->required();
        return *this;
    }
    ChangeCommand& result() {
        add("--date", options->date, "DATE", "cli.option.result_date");
        add("--number", options->number, "NUMBER", "cli.option.result_number");
        add("--issuer", options->issuer, "NAME", "cli.option.result_issuer");
        add("--evidence", options->evidence, "TEXT", "cli.option.evidence")->take_all();
        return note();
    }

    const std::shared_ptr<ChangeOptions> options;
    CLI::App* const command;

  private:
    Session& session_;
};

void add_progress(CLI::App& group, Session& session) {
    ChangeCommand progress{group,
                           session,
                           "progress",
                           Wanted::progress,
                           "cli.assignment.progress_about",
                           "dondoc assignment progress 34 --percent 60 --note \"đã lấy ý kiến\"\n"
                           "dondoc assignment progress 34 --next \"trình dự thảo\" --next-day 15/11/2023"};
    progress.add("--percent", progress.options->percent, "N", "cli.option.percent")
        ->check(CLI::Range(0, 100));
    progress.add("--next", progress.options->next, "TEXT", "cli.option.next");
    progress.add("--next-day", progress.options->next_day, "DATE", "cli.option.next_day");
    progress.note();
}

void add_cancel(CLI::App& group, Session& session) {
    ChangeCommand cancel{group,
                         session,
                         "cancel",
                         Wanted::cancel,
                         "cli.assignment.cancel_about",
                         "dondoc assignment cancel 34 --reason \"CV 12/UBND-TH\"\n"
                         "dondoc assignment cancel 34 --only-this --reason \"CV 12/UBND-TH\""};
    cancel.reason();
    auto* only =
        add_flag(cancel.command, session, "--only-this", cancel.options->only_this, "cli.option.only_this");
    add_flag(cancel.command, session, "--series", cancel.options->series, "cli.option.series")
        ->excludes(only);
}

void add_extend(CLI::App& group, Session& session) {
    ChangeCommand extend{
        group,
        session,
        "extend",
        Wanted::extend,
        "cli.assignment.extend_about",
        "dondoc assignment extend 34 --due 31/01/2024 --decision 512/UBND-TH --reason \"chờ trung ương\"\n"
        "dondoc assignment extend request 34 --due 31/01/2024 --reason \"chờ trung ương\"\n"
        "dondoc assignment extend grant 34 --decision 512/UBND-TH"};
    // Not required of its subcommands, so the daemon says what is missing.
    extend.add("--due", extend.options->due, "DATE", "cli.option.new_due");
    extend.add("--decision", extend.options->decision, "NUMBER", "cli.option.decision");
    extend.add("--reason,--note", extend.options->note, "TEXT", "cli.option.why");

    ChangeCommand request{*extend.command,
                          session,
                          "request",
                          Wanted::request_extension,
                          "cli.assignment.extend_request_about",
                          "dondoc assignment extend request 34 --due 31/01/2024 --reason \"chờ trung ương\""};
    request.reason().add("--due", request.options->due, "DATE", "cli.option.new_due")->required();

    ChangeCommand grant{*extend.command,
                        session,
                        "grant",
                        Wanted::grant_extension,
                        "cli.assignment.extend_grant_about",
                        "dondoc assignment extend grant 34 --decision 512/UBND-TH"};
    grant.note().add("--decision", grant.options->decision, "NUMBER", "cli.option.decision")->required();
    grant.add("--due", grant.options->due, "DATE", "cli.option.granted_due");

    ChangeCommand refuse{*extend.command,
                         session,
                         "refuse",
                         Wanted::refuse_extension,
                         "cli.assignment.extend_refuse_about",
                         "dondoc assignment extend refuse 34 --reason \"không có lý do khách quan\""};
    refuse.reason().add("--decision", refuse.options->decision, "NUMBER", "cli.option.decision");
}

}  // namespace

void add_assignment_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "assignment", "cli.assignment.about");
    const auto verb = [&](const char* name, Wanted::Action action, const char* about,
                          const std::string& arguments = " 34") {
        return ChangeCommand{*group, session, name,
                             action, about,   "dondoc assignment " + std::string{name} + arguments};
    };
    const std::string result = " 34 --date 20/12/2023 --number 15/BC-SNV --issuer \"Sở Nội vụ\"";
    verb("receive", Wanted::receive, "cli.assignment.receive_about").note();
    verb("start", Wanted::start, "cli.assignment.start_about").note();
    add_progress(*group, session);
    verb("report", Wanted::report, "cli.assignment.report_about", result).result();
    verb("recall", Wanted::recall, "cli.assignment.recall_about", " 34 --note \"gửi nhầm tệp\"").note();
    verb("confirm", Wanted::confirm, "cli.assignment.confirm_about",
         " 34\ndondoc assignment confirm 12/KH-UBND 1.2 --agency SNV\ndondoc assignment confirm --waiting "
         "--document 12/KH-UBND")
        .note();
    verb("rework", Wanted::rework, "cli.assignment.rework_about", " 34 --reason \"thiếu phụ lục\"").reason();
    verb("complete", Wanted::complete, "cli.assignment.complete_about",
         " 34 --date 20/12/2023 --note \"BC 15/BC-SNV\"")
        .result();
    verb("return", Wanted::return_, "cli.assignment.return_about", " 34 --reason \"thuộc Sở Tài chính\"")
        .reason();
    auto transfer = verb("transfer", Wanted::transfer, "cli.assignment.transfer_about",
                         " 34 --to STC --reason \"đúng chức năng\"");
    transfer.reason().add("--to", transfer.options->to, "CODE", "cli.option.transfer_to")->required();
    add_cancel(*group, session);
    verb("reopen", Wanted::reopen, "cli.assignment.reopen_about", " 34 --reason \"ghi nhầm\"").reason();
    auto comment = verb("comment", Wanted::comment, "cli.assignment.comment_about",
                        " 34 --text \"xin gửi trước 20/12\"");
    comment.add("--text,--note", comment.options->note, "TEXT", "cli.option.comment")->required();
    add_extend(*group, session);
    add_assignment_history(*group, session);
    add_assignment_review(*group, session);
    add_assignment_responsible(*group, session);
}

void add_task_complete(CLI::App& task_group, Session& session) {
    const auto options = make_options<ChangeOptions>();
    const auto words = make_options<std::vector<std::string>>();
    auto* command =
        add_command(task_group, session, "complete", "cli.task.complete_about",
                    "dondoc task complete 12 --agency SNV --date 20/12/2023 --note \"BC 15/BC-SNV\"");
    add_task_reference(command, session, *words)->required();
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.complete_agency")
        ->required();
    add_option(command, session, "--date", options->date, "DATE", "cli.option.result_date");
    add_option(command, session, "--note", options->note, "TEXT", "cli.option.note");
    command->callback([&session, options, words] {
        options->task = task_of(session, *words);
        change(session, *options, Wanted::complete);
    });
}

}  // namespace dondoc::cli
