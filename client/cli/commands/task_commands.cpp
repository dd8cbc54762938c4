// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/task_commands.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/commands/assignment_commands.h"
#include "cli/commands/children_commands.h"
#include "cli/commands/row_commands.h"
#include "cli/commands/term_commands.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/frame/work_reference.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/children_page.h"
#include "cli/pages/fields.h"
#include "cli/pages/life_text.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/term_page.h"
#include "cli/pages/wording.h"
#include "domain/priority.h"
#include "words/delivery_text.h"
#include "words/task_states.h"

namespace dondoc::cli {
namespace {

struct TaskListOptions : ListOptions {
    std::string text, due_from, due_to, responsible, source;
    std::vector<std::string> states;
    std::uint64_t under = 0;
    bool unassigned = false, waiting = false;
};

struct TaskOptions {
    std::vector<std::string> task;
    std::string reason;
};

void list_tasks(Session& session, const TaskListOptions& options) {
    auto request = list_request(options);
    auto& list = *request.mutable_task_list();
    list.set_text(options.text);
    list.set_due_from(day_for_wire("--due-from", options.due_from));
    list.set_due_to(day_for_wire("--due-to", options.due_to));
    list.set_unassigned(options.unassigned);
    list.set_waiting(options.waiting);
    list.set_responsible(options.responsible);
    list.set_source(options.source);
    list.set_under(options.under);
    if (const auto bad = words::add_states(list, options.states))
        throw UsageError("cli.usage.bad_state", {*bad});
    show_assignments(session, options, std::move(request), "cli.task.empty");
}

// What was decided on the term later, and holds; nullptr: it is as the document says.
const v1::TermEntry* decision_in_force(const v1::TaskShowReply& shown) {
    if (shown.terms().empty()) return nullptr;
    const auto& newest = *shown.terms().rbegin();
    return newest.action() == "event" || newest.action() == "term" ? &newest : nullptr;
}

// The phrase as it was issued, and the term that holds.
void print_term(Session& session, const v1::TaskShowReply& shown) {
    const auto& row = shown.row();
    const auto& deadline = row.deadline();
    if (const auto* decided = decision_in_force(shown))
        return print_fields(
            session,
            {{session.say("cli.task.phrase"), row.deadline_text()},
             {session.say("cli.task.term_decided"),
              session.say("cli.task.term_decided_value", {session.say("action." + decided->action()),
                                                          spoken_instant(decided->time()), decided->by()})},
             {session.say("cli.task.due"), decided->due().empty()
                                               ? session.say("cli.term.none")
                                               : spoken_due(decided->due(), decided->hour())},
             {session.say("cli.task.reason"), why_text(*decided)}});
    print_fields(session, {{session.say("cli.task.phrase"), row.deadline_text()},
                           {session.say("cli.task.kind"), word(session.lang(), deadline.kind())},
                           {session.say("cli.task.start"), spoken_iso_day(deadline.start())},
                           {session.say("cli.task.due"), days_text(deadline.due())},
                           {session.say("cli.task.hour"), deadline.hour()},
                           {session.say("cli.task.reason"), deadline.reason()},
                           {session.say("cli.task.decided"), decided_text(session.lang(), row.decided())}});
}

std::string sources_text(const v1::TaskShowReply& shown) {
    std::string text;
    for (const auto& source : shown.sources())
        text += (text.empty() ? "" : "; ") + source.source() + ": " + source.id();
    return text;
}

std::string document_text(Session& session, const v1::Document& document) {
    const auto* sentence =
        document.title().empty() ? "cli.task.document_untitled" : "cli.task.document_value";
    const auto text = session.say(sentence, {document.number(), spoken_iso_day(document.issued()),
                                             level_word(session.lang(), document.level()), document.title()});
    return document.secret() ? text + " (" + session.say("cli.alert.secret") + ")" : text;
}

void print_document(Session& session, const v1::TaskShowReply& shown) {
    const auto& row = shown.row();
    print_fields(
        session,
        {{session.say("cli.task.task"),
          session.say("cli.task.id_and_number", {std::to_string(shown.task()), row.number()})},
         {session.say("cli.task.title"), row.title()},
         {session.say("cli.task.dropped"),
          shown.dropped().empty() ? std::string{}
                                  : session.say("cli.task.dropped_since", {spoken_iso_day(shown.dropped())})},
         {session.say("cli.life.task_standing"),
          shown.completed() ? session.say("cli.life.task_completed") : std::string{}},
         {session.say("cli.children.parent"), parent_text(session, shown)},
         {session.say("cli.task.section"), row.section()},
         {session.say("cli.task.document"), document_text(session, shown.document())},
         {session.say("cli.task.sources"), sources_text(shown)},
         {session.say("cli.task.priority"),
          session.say("priority." + (shown.priority().empty() ? "normal" : shown.priority()))},
         {session.say("cli.task.requirement"), row.requirement()},
         {session.say("cli.task.solution"), row.solution()}});
}

void print_page_assignments(Session& session, const v1::TaskShowReply& shown) {
    print_heading(session, session.say("cli.task.assignments"));
    if (shown.assignments().empty()) return session.line(session.say("cli.task.no_assignments"));
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.revision"), Align::Right, Fit::Leave},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Leave},
                 {session.say("cli.column.state")},
                 {session.say("cli.column.due"), Align::Left, Fit::Cut},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.completed_on")},
                 {session.say("cli.column.note"), Align::Left, Fit::Cut}});
    for (const auto& row : shown.assignments())
        table.add({std::to_string(row.assignment()),
                   std::to_string(row.revision()),
                   row.agency(),
                   row.agency_name(),
                   word(session.lang(), row.state()),
                   due_text(session.lang(), row),
                   {standing_in_full(session.lang(), row), tone_of(row.timeliness())},
                   spoken_iso_day(row.completed_on()),
                   row.note()});
    session.print(table);
}

void print_page_life(Session& session, const v1::TaskShowReply& shown) {
    print_heading(session, session.say("cli.life.heading"));
    if (shown.life().empty()) return session.line(session.say("cli.life.none"));
    print_life(session, shown.life(), false);
}

void print_row_problems(Session& session, const v1::PlanRow& row) {
    if (row.problems().empty()) return;
    print_heading(session, session.say("cli.task.problems"));
    for (const auto& problem : row.problems()) session.line("  " + problem);
}

// What was decided by hand on the row, beside the document's words.
void print_row_decisions(Session& session, const v1::TaskShowReply& shown) {
    if (shown.decisions().empty()) return;
    print_heading(session, session.say("cli.row.decisions"));
    Table table({{session.say("cli.column.time")},
                 {session.say("cli.column.by"), Align::Left, Fit::Cut},
                 {session.say("cli.column.what"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.reason"), Align::Left, Fit::Wrap}});
    for (const auto& decision : shown.decisions()) {
        v1::FieldChange change;
        change.set_field(decision.field());
        change.set_old(decision.old());
        change.set_new_(decision.new_());
        table.add({spoken_instant(decision.time()), decision.by(), field_change_text(session.lang(), change),
                   decision.document().empty() || decision.reason().empty()
                       ? decision.document() + decision.reason()
                       : decision.document() + ": " + decision.reason()});
    }
    session.print(table);
}

void print_told(Session& session, const v1::TaskShowReply& shown) {
    print_heading(session, session.say("cli.task.told"));
    if (shown.alerts().empty()) return session.line(session.say("cli.task.nobody_told"));
    Table table({{session.say("cli.column.time")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.step"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.told")},
                 {session.say("cli.column.inbox_number"), Align::Right},
                 {session.say("cli.column.seen"), Align::Left, Fit::Wrap}});
    for (const auto& alert : shown.alerts()) {
        const auto what = !alert.step().empty()     ? step_text(session.lang(), alert.step())
                          : !alert.action().empty() ? action_word(session.lang(), alert.action())
                                                    : word(session.lang(), alert.kind());
        const auto seen = alert.has_withheld()
                              ? session.say("cli.mute.withheld", {std::to_string(alert.withheld().id()),
                                                                  alert.withheld().reason()})
                          : alert.skipped() ? session.say("cli.task.skipped")
                                            : reached_text(session.lang(), alert);
        table.add({spoken_instant(alert.time()), alert.agency(), what, spoken_iso_day(alert.due()),
                   alert.told(), alert.number() == 0 ? std::string{} : std::to_string(alert.number()), seen});
    }
    session.print(table);
}

void print_planned(Session& session, const v1::TaskShowReply& shown) {
    print_heading(session, session.say("cli.task.planned"));
    if (shown.planned().empty()) return session.line(session.say("cli.task.nothing_planned"));
    Table table({{session.say("cli.column.time")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.step"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.told")},
                 {session.say("cli.column.rule")},
                 {session.say("cli.column.note")}});
    for (const auto& alert : shown.planned())
        table.add({spoken_instant(alert.time()), alert.agency(), step_text(session.lang(), alert.step()),
                   joined(alert.told()), alert.rule(),
                   alert.held() ? session.say("cli.mute.held") : std::string{}});
    session.print(table);
}

v1::TaskShowReply ask_task(Session& session, const TaskOptions& options) {
    v1::Request request;
    request.mutable_task_show()->set_task(task_of(session, options.task));
    return session.ask(std::move(request)).task_show();
}

void show_task(Session& session, const TaskOptions& options) {
    const auto shown = ask_task(session, options);
    if (session.options.json) return session.print_json(shown);
    print_document(session, shown);
    print_term(session, shown);
    print_fields(session, {{session.say("cli.task.lead"), joined(shown.row().lead())},
                           {session.say("cli.task.cooperating"), joined(shown.row().cooperating())},
                           {session.say("cli.task.role_notes"), joined(shown.row().role_notes())}});
    print_children(session, shown);
    print_page_assignments(session, shown);
    print_row_decisions(session, shown);
    print_page_life(session, shown);
    print_row_problems(session, shown.row());
}

void explain_task(Session& session, const TaskOptions& options) {
    const auto shown = ask_task(session, options);
    if (session.options.json) return session.print_json(shown);
    print_document(session, shown);
    print_heading(session, session.say("cli.task.term"));
    print_term(session, shown);
    print_term_page(session, shown);
    print_children(session, shown);
    print_parents(session, shown);
    print_row_decisions(session, shown);
    print_page_assignments(session, shown);
    print_page_life(session, shown);
    print_told(session, shown);
    print_planned(session, shown);
    print_row_problems(session, shown.row());
}

void change_priority(Session& session, const TaskOptions& options) {
    const auto words = std::span{options.task}.first(options.task.size() - 1);
    const auto priority = value_for_wire("PRIORITY", options.task.back());
    if (words.empty()) throw UsageError("cli.usage.required", {"PRIORITY"});
    if (!parse_priority(priority)) throw UsageError("cli.usage.bad_priority", {priority});
    v1::Request request;
    auto& wanted = *request.mutable_task_priority();
    wanted.set_task(task_of(session, {words.begin(), words.end()}));
    wanted.set_priority(priority);
    wanted.set_reason(options.reason);
    const auto reply = session.ask(std::move(request));
    const auto& done = reply.task_priority();
    if (session.options.json) return session.print_json(done);
    session.line(session.say(
        "cli.task.priority_done",
        {std::to_string(done.task()), "@priority." + done.priority(), std::to_string(done.told())}));
}

}  // namespace

void add_task_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "task", "cli.task.about");

    const auto filters = make_options<TaskListOptions>();
    auto* list = add_command(*group, session, "list", "cli.task.list_about",
                             "dondoc task list --agency SNV\n"
                             "dondoc task list --state overdue --state due_today --text \"cải cách\"\n"
                             "dondoc task list --document 122/KH-UBND --sort -updated --limit 20\n"
                             "dondoc task list --waiting\n"
                             "dondoc task list --under 12");
    add_list_options(list, session, *filters);
    add_option(list, session, "--text", filters->text, "TEXT", "cli.option.text");
    add_option(list, session, "--state", filters->states, "STATE", "cli.option.state")->take_all();
    add_option(list, session, "--due-from", filters->due_from, "DATE", "cli.option.due_from");
    add_option(list, session, "--due-to", filters->due_to, "DATE", "cli.option.due_to");
    add_flag(list, session, "--unassigned", filters->unassigned, "cli.option.unassigned");
    add_flag(list, session, "--waiting", filters->waiting, "cli.option.waiting");
    add_option(list, session, "--responsible", filters->responsible, "PERSON", "cli.option.of_responsible");
    add_option(list, session, "--source", filters->source, "NAME", "cli.option.list_source");
    add_option(list, session, "--under", filters->under, "ID", "cli.option.under");
    list->callback([&session, filters] { list_tasks(session, *filters); });

    const auto task = make_options<TaskOptions>();
    auto* show = add_command(*group, session, "show", "cli.task.show_about", "dondoc task show 12");
    add_task_reference(show, session, task->task)->required();
    show->callback([&session, task] { show_task(session, *task); });

    auto* explain =
        add_command(*group, session, "explain", "cli.task.explain_about", "dondoc task explain 12");
    add_task_reference(explain, session, task->task)->required();
    explain->callback([&session, task] { explain_task(session, *task); });

    add_row_commands(*group, session);
    add_task_complete(*group, session);
    add_task_terms(*group, session);
    add_task_under(*group, session);

    auto* priority = add_command(*group, session, "priority", "cli.task.priority_about",
                                 "dondoc task priority 12 urgent --reason \"CĐ 05/CĐ-UBND\"");
    priority->add_option("TASK", task->task, session.say("cli.option.task_and_priority"))
        ->type_name("")
        ->expected(2, 3)
        ->required();
    add_option(priority, session, "--reason", task->reason, "TEXT", "cli.option.reason")->required();
    priority->callback([&session, task] { change_priority(session, *task); });
}

}  // namespace dondoc::cli
