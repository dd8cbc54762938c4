#include "cli/assignment_commands.h"

#include "cli/assignment_list.h"
#include "cli/command.h"
#include "cli/term_commands.h"
#include "cli/wording.h"

namespace dondoc::cli {
namespace {

struct ChangeOptions {
    std::uint64_t assignment = 0, task = 0;
    std::string agency, date, note;
};

// Finished work is said by how it ended, open work by its state and the days that are left.
std::string state_text(const Session& session, const v1::AssignmentRow& row) {
    auto how = standing(session.lang(), row);
    if (row.timeliness() >= v1::Timeliness::completed_on_time) return how;
    return word(session.lang(), row.state()) + ", " + how;
}

void change(Session& session, const ChangeOptions& options, v1::AssignmentChangeRequest::Action action) {
    v1::Request request;
    auto& wanted = *request.mutable_assignment_change();
    wanted.set_assignment(options.assignment);
    wanted.set_task(options.task);
    wanted.set_agency(options.agency);
    wanted.set_action(action);
    wanted.set_date(day_for_wire("--date", options.date));
    wanted.set_note(options.note);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.assignment_change());
    const auto& row = reply.assignment_change().assignment();
    session.line(
        session.say("cli.assignment.done", {std::to_string(row.assignment()), row.agency(), row.document(),
                                            row.task_number(), state_text(session, row)}));
}

struct Verb {
    const char* name;
    v1::AssignmentChangeRequest::Action action;
    const char* about;
    bool has_date;
};
constexpr Verb verbs[] = {
    {"start", v1::AssignmentChangeRequest::start, "cli.assignment.start_about", false},
    {"complete", v1::AssignmentChangeRequest::complete, "cli.assignment.complete_about", true},
    {"cancel", v1::AssignmentChangeRequest::cancel, "cli.assignment.cancel_about", false},
    {"reopen", v1::AssignmentChangeRequest::reopen, "cli.assignment.reopen_about", false}};

}  // namespace

void add_assignment_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "assignment", "cli.assignment.about");
    for (const auto& verb : verbs) {
        const auto options = make_options<ChangeOptions>();
        const std::string date_example = verb.has_date ? " --date 20/12/2023 --note \"BC 15/BC-SNV\"" : "";
        auto* command = add_command(*group, session, verb.name, verb.about,
                                    std::string("dondoc assignment ") + verb.name + " 34" + date_example);
        add_option(command, session, "ID", options->assignment, "", "cli.option.assignment_id")->required();
        if (verb.has_date)
            add_option(command, session, "--date", options->date, "DATE", "cli.option.result_date");
        add_option(command, session, "--note", options->note, "TEXT", "cli.option.note");
        command->callback([&session, options, action = verb.action] { change(session, *options, action); });
    }
    add_assignment_review(*group, session);
}

void add_task_complete(CLI::App& task_group, Session& session) {
    const auto options = make_options<ChangeOptions>();
    auto* command =
        add_command(task_group, session, "complete", "cli.task.complete_about",
                    "dondoc task complete 12 --agency SNV --date 20/12/2023 --note \"BC 15/BC-SNV\"");
    add_option(command, session, "ID", options->task, "", "cli.option.task_id")->required();
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.complete_agency")
        ->required();
    add_option(command, session, "--date", options->date, "DATE", "cli.option.result_date");
    add_option(command, session, "--note", options->note, "TEXT", "cli.option.note");
    command->callback(
        [&session, options] { change(session, *options, v1::AssignmentChangeRequest::complete); });
}

}  // namespace dondoc::cli
