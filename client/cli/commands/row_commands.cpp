// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/row_commands.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/document_options.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/frame/work_reference.h"
#include "cli/pages/fields.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "domain/priority.h"

namespace dondoc::cli {
namespace {

struct RowOptions {
    std::vector<std::string> task;
    std::string document, issued, level, issuer, document_title;
    std::string number, title, requirement, lead, cooperating, due, priority, absent, reason, decided_by;
    bool dry_run = false, yes = false;
};

void print_reading(Session& session, const v1::RowEditReply& seen) {
    const auto& row = seen.row();
    const auto days = days_text(row.deadline().due());
    print_fields(session,
                 {{session.say("cli.task.document"),
                   session.say("cli.row.document", {seen.document().number(),
                                                    spoken_iso_day(seen.document().issued()), row.number()})},
                  {session.say("cli.task.title"), row.title()},
                  {session.say("cli.task.requirement"), row.requirement()},
                  {session.say("cli.task.lead"), joined(row.lead(), "; ")},
                  {session.say("cli.task.cooperating"), joined(row.cooperating(), "; ")},
                  {session.say("cli.task.kind"), word(session.lang(), row.deadline().kind())},
                  {session.say("cli.task.due"), days},
                  {session.say("cli.task.reason"), row.deadline().reason()}});
    for (const auto& change : seen.changed())
        session.line("  " + printable(field_change_text(session.lang(), change)));
    for (const auto& problem : row.problems())
        session.line(session.say("cli.row.doubt", {printable(problem)}));
}

std::string ids_text(const v1::RowEditReply& done) {
    std::string ids;
    for (const auto id : done.given()) ids += (ids.empty() ? "" : ", ") + std::to_string(id);
    return ids.empty() ? "—" : ids;
}

void print_outcome(Session& session, const v1::RowEditReply& done, bool added) {
    const auto count = [](std::uint64_t number) { return std::to_string(number); };
    const auto task = count(done.task());
    if (done.unchanged())
        return session.line(session.say(
            "cli.row.unchanged", {task, done.document().number(), done.row().number(), ids_text(done)}));
    if (added) {
        if (done.new_document())
            session.line(session.say("cli.row.new_document",
                                     {done.document().number(), spoken_iso_day(done.document().issued())}));
        return session.line(session.say("cli.row.added", {task, done.document().number(), done.row().number(),
                                                          count(done.assignments()), ids_text(done)}));
    }
    session.line(session.say("cli.row.mended",
                             {task, done.document().number(), done.row().number(), count(done.assignments()),
                              count(done.revoked()), count(done.replanned()), ids_text(done)}));
}

// Read first, then done: what is doubtful is looked at, and a change of what is there asked for. Where nobody
// looks, work is not given to nobody: nobody would be told of it.
void edit_row(Session& session, const RowOptions& options, v1::Request request) {
    auto& wanted = *request.mutable_row_edit();
    const bool adds = wanted.task() == 0;
    wanted.set_absent(absent_choice(options.absent));
    wanted.set_dry_run(true);
    const auto seen = session.ask(v1::Request{request}).row_edit();
    const bool json = session.options.json;
    if (options.dry_run) {
        if (json) return session.print_json(seen);
        print_reading(session, seen);
        return session.line(session.say("cli.row.dry_run"));
    }
    const bool doubtful = !seen.row().problems().empty();
    if (options.yes && !options.lead.empty() && seen.row().lead_agencies() == 0)
        throw UserError("row.leads_nobody", {options.lead}, "--lead");
    if (!seen.unchanged() && !json) print_reading(session, seen);
    if (!seen.unchanged() && (doubtful || !adds)) {
        const auto* question = doubtful ? "cli.row.ask_doubts" : "cli.row.ask_change";
        if (!confirm(session, session.say(question, {std::to_string(seen.row().problems_size())}),
                     options.yes))
            return session.line(session.say("cli.ask.declined"));
    }
    wanted.set_dry_run(false);
    wanted.set_doubts(doubtful);
    const auto done = session.ask(std::move(request)).row_edit();
    if (json) return session.print_json(done);
    print_outcome(session, done, adds);
}

void add_row(Session& session, const RowOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_row_edit();
    DocumentOptions document;
    document.number = options.document;
    document.issued = options.issued;
    document.level = options.level;
    document.issuer = options.issuer;
    document.title = options.document_title;
    *wanted.mutable_document() = document_of(document);
    auto& row = *wanted.mutable_row();
    row.set_number(options.number);
    row.set_title(options.title);
    row.set_requirement(options.requirement);
    row.set_deadline_text(options.due);
    row.set_lead_text(options.lead);
    row.set_cooperating_text(options.cooperating);
    if (!options.priority.empty() && !parse_priority(options.priority))
        throw UsageError("cli.usage.bad_priority", {options.priority});
    wanted.set_priority(options.priority);
    edit_row(session, options, std::move(request));
}

void mend_row(Session& session, const RowOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_row_edit();
    wanted.set_task(task_of(session, options.task));
    if (!options.due.empty()) wanted.set_deadline_text(options.due);
    if (!options.lead.empty()) wanted.set_lead_text(options.lead);
    if (!options.cooperating.empty()) wanted.set_cooperating_text(options.cooperating);
    if (!options.title.empty()) wanted.set_title(options.title);
    if (!options.requirement.empty()) wanted.set_requirement(options.requirement);
    wanted.set_reason(options.reason);
    wanted.set_decided_by(options.decided_by);
    edit_row(session, options, std::move(request));
}

void add_common(CLI::App* command, Session& session, RowOptions& options) {
    add_absent_option(command, session, options.absent);
    add_flag(command, session, "--dry-run", options.dry_run, "cli.option.dry_run");
    add_flag(command, session, "--yes", options.yes, "cli.option.yes");
}

void add_why(CLI::App* command, Session& session, RowOptions& options) {
    add_option(command, session, "--reason", options.reason, "TEXT", "cli.option.row_reason");
    add_option(command, session, "--document", options.decided_by, "NUMBER", "cli.option.row_decided_by");
    add_common(command, session, options);
}

}  // namespace

void add_row_commands(CLI::App& task_group, Session& session) {
    const auto added = make_options<RowOptions>();
    auto* add =
        add_command(task_group, session, "add", "cli.task.add_about",
                    "dondoc task add --document 05/CĐ-UBND --issued 02/07/2025 --level province "
                    "--title \"Sơ tán dân vùng trũng\" --lead SXD,SNNMT --due \"trước ngày 05/7/2025\" "
                    "--priority urgent\n"
                    "dondoc task add --document 05/CĐ-UBND --title \"Báo cáo thiệt hại\" --lead "
                    "\"UBND các xã, phường\" --due \"hằng ngày\"");
    add_option(add, session, "--document", added->document, "NUMBER", "cli.option.row_document")->required();
    add_option(add, session, "--title", added->title, "TEXT", "cli.option.row_title")->required();
    add_option(add, session, "--lead", added->lead, "AGENCY[,..]", "cli.option.row_lead")->required();
    add_option(add, session, "--due", added->due, "PHRASE", "cli.option.row_due")->required();
    add_option(add, session, "--cooperating", added->cooperating, "AGENCY[,..]",
               "cli.option.row_cooperating");
    add_option(add, session, "--requirement", added->requirement, "TEXT", "cli.option.row_requirement");
    add_option(add, session, "--number", added->number, "N", "cli.option.row_number");
    add_option(add, session, "--priority", added->priority, "PRIORITY", "cli.option.priority");
    add_option(add, session, "--issued", added->issued, "DATE", "cli.option.issued");
    add_option(add, session, "--level", added->level, "LEVEL", "cli.option.level");
    add_option(add, session, "--issuer", added->issuer, "TEXT", "cli.option.issuer");
    add_option(add, session, "--document-title", added->document_title, "TEXT", "cli.option.title");
    add_common(add, session, *added);
    add->callback([&session, added] { add_row(session, *added); });

    const auto assigned = make_options<RowOptions>();
    auto* assign = add_command(task_group, session, "assign", "cli.task.assign_about",
                               "dondoc task assign 22 --to STP --reason \"ý kiến của Chánh Văn phòng\"\n"
                               "dondoc task assign 122/KH-UBND 3.2 --to \"STP, SNV\" --document 15/TB-UBND");
    add_task_reference(assign, session, assigned->task)->required();
    add_option(assign, session, "--to,--lead", assigned->lead, "AGENCY[,..]", "cli.option.row_lead")
        ->required();
    add_option(assign, session, "--cooperating", assigned->cooperating, "AGENCY[,..]",
               "cli.option.row_cooperating");
    add_why(assign, session, *assigned);
    assign->callback([&session, assigned] { mend_row(session, *assigned); });

    const auto mended = make_options<RowOptions>();
    auto* edit =
        add_command(task_group, session, "edit", "cli.task.edit_about",
                    "dondoc task edit 22 --due \"trước ngày 30/9/2025\" --document 15/TB-UBND\n"
                    "dondoc task edit 122/KH-UBND 3.2 --title \"Rà soát thủ tục\" --reason \"gõ sai\"");
    add_task_reference(edit, session, mended->task)->required();
    add_option(edit, session, "--title", mended->title, "TEXT", "cli.option.row_title");
    add_option(edit, session, "--requirement", mended->requirement, "TEXT", "cli.option.row_requirement");
    add_option(edit, session, "--due", mended->due, "PHRASE", "cli.option.row_due");
    add_option(edit, session, "--lead", mended->lead, "AGENCY[,..]", "cli.option.row_lead");
    add_option(edit, session, "--cooperating", mended->cooperating, "AGENCY[,..]",
               "cli.option.row_cooperating");
    add_why(edit, session, *mended);
    edit->callback([&session, mended] { mend_row(session, *mended); });
}

}  // namespace dondoc::cli
