// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/proposal_accept.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands/source_tasks.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/plan_difference.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

using State = v1::ImportedState;
using Row = v1::TaskImportReply::Row;

v1::ImportedTask proposed_task(const v1::Proposal& proposal, const AcceptOptions& options) {
    v1::ImportedTask task;
    task.set_id(proposal.document_id());
    auto& document = *task.mutable_document();
    document.set_number(proposal.number());
    document.set_issued(proposal.issued());
    document.set_issuer(proposal.organ_name());
    document.set_title(proposal.subject());
    document.set_level(options.level);
    auto& row = *task.mutable_row();
    row.set_title(options.title.empty() ? proposal.subject() : options.title);
    row.set_requirement(proposal.content());
    row.set_lead_text(options.lead);
    row.set_cooperating_text(options.cooperating);
    // What has no day keeps none.
    row.set_deadline_text(options.due.empty() ? spoken_iso_day(proposal.due()) : options.due);
    task.set_priority(proposal.priority() > 0 ? "urgent" : "normal");
    return task;
}

// What is here of the documents that it is about, as it stands, taken back.
std::vector<v1::ImportedTask> taken_back(Session& session, const v1::Proposal& proposal) {
    std::vector<v1::ImportedTask> tasks;
    const auto known = tasks_of_source(session, edxml_source);
    for (const auto& about : proposal.about()) {
        if (about == proposal.document_id() && proposal.kind() != v1::Proposal::recall) continue;
        const auto found = std::ranges::find(known, about, &SourceTask::id);
        if (found == known.end()) {
            session.err() << session.say("edxml.not_here", {about}) << '\n';
            continue;
        }
        v1::ImportedTask task;
        task.set_id(about);
        *task.mutable_document() = found->task.document();
        task.mutable_row()->set_title(found->task.row().title());
        task.mutable_row()->set_requirement(found->task.row().requirement());
        task.mutable_row()->set_deadline_text(found->task.row().deadline_text());
        task.mutable_row()->set_lead_text(found->task.row().lead_text());
        task.mutable_row()->set_cooperating_text(found->task.row().cooperating_text());
        task.set_priority(found->task.priority());
        task.set_state(State::withdrawn);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

void print_proposed_trial(Session& session, const std::vector<v1::ImportedTask>& tasks,
                          const v1::TaskImportReply& trial) {
    for (const auto& row : trial.rows()) {
        const auto& task = tasks.at(row.index());
        session.line(session.say("task_import.outcome." + Row::Outcome_Name(row.outcome())) + ": " +
                     task.row().title());
        for (const auto& field : row.fields())
            session.line("  " + imported_change_text(session.lang(), field));
        for (const auto& problem : row.row().problems()) session.line("  ? " + problem);
        if (row.has_error()) session.line("  " + row.error().message());
    }
}

// A task that nobody leads would be accepted and told to nobody. What else is in doubt a person may take on
// seeing it; that there is no term is how many documents are.
void require_understood(const std::vector<v1::ImportedTask>& tasks, const v1::TaskImportReply& trial,
                        bool unseen) {
    for (const auto& row : trial.rows()) {
        if (row.outcome() != Row::added) continue;
        const auto& wanted = tasks.at(row.index()).row();
        if (row.row().lead_agencies() == 0)
            throw UserError("row.leads_nobody", {wanted.lead_text()}, "--lead");
        const int of_no_term = wanted.deadline_text().empty() ? 1 : 0;
        if (unseen && row.row().problems_size() > of_no_term) throw UserError("edxml.doubtful", {}, "--yes");
    }
}

bool import_proposed(Session& session, const std::vector<v1::ImportedTask>& tasks, bool yes) {
    v1::Request request;
    auto& wanted = *request.mutable_task_import();
    wanted.set_source(edxml_source);
    wanted.mutable_tasks()->Assign(tasks.begin(), tasks.end());
    wanted.set_dry_run(true);
    wanted.set_new_document(true);
    const auto trial = session.ask(v1::Request{request}, true).task_import();
    print_proposed_trial(session, tasks, trial);
    if (trial.refused() > 0) return false;
    require_understood(tasks, trial, yes);
    if (!confirm(session, session.say("edxml.ask"), yes)) return false;
    wanted.set_dry_run(false);
    wanted.set_seen(trial.seen());
    session.ask(std::move(request), true);
    return true;
}

// The open part that the answer reports: of the agency that was named, or the only one.
std::optional<v1::AssignmentRow> reported_part(Session& session, const v1::Proposal& proposal,
                                               const std::string& agency) {
    std::vector<v1::AssignmentRow> open;
    for (const auto& known : tasks_of_source(session, edxml_source)) {
        const bool is_meant = std::ranges::any_of(proposal.about(), [&](const auto& about) {
            return about == known.id || about == known.task.document().number();
        });
        if (!is_meant) continue;
        for (const auto& row : known.task.assignments()) {
            const bool is_open = row.state() == v1::Workflow::assigned ||
                                 row.state() == v1::Workflow::received ||
                                 row.state() == v1::Workflow::in_progress;
            if (is_open && (agency.empty() || row.agency() == agency)) open.push_back(row);
        }
    }
    if (open.size() == 1) return open.front();
    if (open.empty()) {
        session.err() << session.say("edxml.nothing_open") << '\n';
        return std::nullopt;
    }
    std::string codes;
    for (const auto& row : open) codes += (codes.empty() ? "" : ", ") + row.agency();
    throw UserError("edxml.which_agency", {codes});
}

bool report_result(Session& session, const v1::Proposal& proposal, const AcceptOptions& options) {
    const auto part = reported_part(session, proposal, options.agency);
    if (!part) return false;
    session.line(session.say("edxml.would_report", {part->title(), part->agency(), proposal.number(),
                                                    spoken_iso_day(proposal.issued())}));
    if (!confirm(session, session.say("edxml.ask"), options.yes)) return false;
    v1::Request request;
    auto& change = *request.mutable_assignment_change();
    change.set_assignment(part->assignment());
    change.set_revision(part->revision());
    change.set_action(v1::AssignmentChangeRequest::report);
    change.set_date(proposal.issued());
    change.set_result_number(proposal.number());
    change.set_result_issuer(proposal.organ_name());
    change.set_note(proposal.subject());
    session.ask(std::move(request));
    return true;
}

}  // namespace

bool accept(Session& session, const v1::Proposal& proposal, const AcceptOptions& options) {
    if (proposal.state() != v1::Proposal::waiting)
        throw UserError("edxml.decided", {"@edxml.state." + v1::Proposal::State_Name(proposal.state())});
    if (proposal.kind() == v1::Proposal::report) return report_result(session, proposal, options);
    std::vector<v1::ImportedTask> tasks;
    if (proposal.kind() != v1::Proposal::document) tasks = taken_back(session, proposal);
    if (proposal.kind() != v1::Proposal::recall) {
        if (options.lead.empty()) throw UserError("edxml.no_lead");
        tasks.push_back(proposed_task(proposal, options));
    }
    // Nothing of it is here: it is settled all the same.
    return tasks.empty() || import_proposed(session, tasks, options.yes);
}

}  // namespace dondoc::cli
