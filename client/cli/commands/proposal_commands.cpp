// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/proposal_commands.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands/proposal_accept.h"
#include "cli/commands/source_tasks.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "edxml/message.h"
#include "edxml/proposals.h"

namespace dondoc::cli {
namespace {

using Proposal = v1::Proposal;

struct ProposalOptions : AcceptOptions {
    std::string out, organ;
    bool all = false;
};

sys_seconds machine_time() {
    return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string proposal_state_word(const Session& session, Proposal::State state) {
    return session.say("edxml.state." + Proposal::State_Name(state));
}
std::string proposal_kind_word(const Session& session, Proposal::Kind kind) {
    return session.say("edxml.kind." + Proposal::Kind_Name(kind));
}

// A missing day stays missing: what was written in its place is shown as it is.
std::string proposed_due(const Session& session, const Proposal& proposal) {
    if (!proposal.due().empty()) return spoken_iso_day(proposal.due());
    return proposal.due_text().empty() ? session.say("edxml.no_due")
                                       : session.say("edxml.odd_due", {proposal.due_text()});
}

// One that came before signatures were checked says only that it is signed.
std::string signature_text(const Session& session, const Proposal& proposal) {
    using Signature = Proposal::Signature;
    const auto& signature = proposal.signature();
    if (!proposal.is_signed()) return session.say("edxml.signature.none");
    const auto verdict =
        signature.verdict() == Signature::none ? Signature::not_checked : signature.verdict();
    auto text = session.say("edxml.signature." + Signature::Verdict_Name(verdict),
                            {signature.signer(), signature.issuer()});
    const bool says_all = verdict != Signature::valid || signature.revocation_looked_up();
    return says_all ? text : session.say("edxml.signature.not_looked_up", {text});
}

std::string others_text(const Session& session, const Proposal& proposal) {
    std::string times;
    for (const auto& other : proposal.others())
        if (const auto time = parse_instant(other))
            times += (times.empty() ? "" : ", ") + spoken_instant(*time);
    return times.empty() ? times : session.say("edxml.others_at", {times});
}

Proposal found(const edxml::Proposals& proposals, const std::string& id) {
    auto proposal = proposals.find(id);
    if (!proposal) throw UserError("edxml.unknown", {id});
    return std::move(*proposal);
}

void list_proposals(Session& session, const ProposalOptions& options) {
    const edxml::Proposals proposals{options.folder};
    Table table({{session.say("edxml.name")},
                 {session.say("edxml.kind")},
                 {session.say("cli.column.document")},
                 {session.say("edxml.from"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.title"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.state")}});
    for (const auto& proposal : proposals.list()) {
        if (!options.all && proposal.state() != Proposal::waiting) continue;
        if (session.options.json) {
            session.print_json(proposal);
            continue;
        }
        table.add({edxml::Proposals::name_of(proposal.document_id()),
                   proposal_kind_word(session, proposal.kind()), proposal.number(), proposal.organ_name(),
                   proposal.subject(), proposed_due(session, proposal),
                   proposal_state_word(session, proposal.state())});
    }
    if (session.options.json) return;
    if (table.empty()) return session.line(session.say("edxml.empty"));
    session.print(table);
}

void show_proposal(Session& session, const ProposalOptions& options) {
    const edxml::Proposals proposals{options.folder};
    const auto proposal = found(proposals, options.id);
    if (session.options.json) return session.print_json(proposal);
    std::string about;
    for (const auto& id : proposal.about()) about += (about.empty() ? "" : "; ") + id;
    print_fields(session, {{session.say("edxml.name"), edxml::Proposals::name_of(proposal.document_id())},
                           {session.say("edxml.kind"), proposal_kind_word(session, proposal.kind())},
                           {session.say("cli.column.state"), proposal_state_word(session, proposal.state())},
                           {session.say("edxml.document_id"), proposal.document_id()},
                           {session.say("cli.column.document"), proposal.number()},
                           {session.say("edxml.issued"), spoken_iso_day(proposal.issued())},
                           {session.say("edxml.from"), proposal.organ_name() + " " + proposal.organ()},
                           {session.say("cli.column.title"), proposal.subject()},
                           {session.say("edxml.content"), proposal.content()},
                           {session.say("edxml.priority"),
                            session.say("edxml.priority." + std::to_string(proposal.priority()))},
                           {session.say("cli.column.due"), proposed_due(session, proposal)},
                           {session.say("edxml.about_documents"), about},
                           {session.say("edxml.signature"), signature_text(session, proposal)},
                           {session.say("edxml.others"), others_text(session, proposal)},
                           {session.say("edxml.reason"), proposal.reason()},
                           {session.say("edxml.note"), proposal.decided_note()}});
    for (const auto& file : proposal.files())
        session.line(file.bytes() == 0
                         ? session.say("edxml.attached_nothing", {file.name()})
                         : session.say("edxml.attached",
                                       {file.name(), std::to_string(file.bytes()),
                                        (std::filesystem::path{options.folder} / file.file()).string()}));
}

void decide(Session& session, const edxml::Proposals& proposals, Proposal proposal, Proposal::State state,
            const std::string& note) {
    proposal.set_state(state);
    proposal.set_decided(iso_instant(machine_time()));
    proposal.set_decided_note(note);
    proposals.put(proposal);
    if (session.options.json) return session.print_json(proposal);
    session.line(session.say("edxml.now", {proposal.number(), proposal_state_word(session, state)}));
}

void accept_proposal(Session& session, const ProposalOptions& options) {
    const edxml::Proposals proposals{options.folder};
    const auto proposal = found(proposals, options.id);
    if (!accept(session, proposal, options)) return session.end_as_refused();
    decide(session, proposals, proposal, Proposal::accepted, options.reason);
}

void refuse_proposal(Session& session, const ProposalOptions& options) {
    const edxml::Proposals proposals{options.folder};
    const auto proposal = found(proposals, options.id);
    if (proposal.state() != Proposal::waiting)
        throw UserError("edxml.decided", {"@edxml.state." + Proposal::State_Name(proposal.state())});
    decide(session, proposals, proposal, Proposal::refused, options.reason);
}

// The status of the axis, which is of a document and not of a task: that of the task that it gave.
std::string edxml_status(const Proposal& proposal, const std::vector<SourceTask>& tasks) {
    if (proposal.state() == Proposal::refused) return "02";
    if (proposal.state() != Proposal::accepted) return "01";
    const auto task = std::ranges::find(tasks, proposal.document_id(), &SourceTask::id);
    if (task == tasks.end()) return "03";
    switch (standing_here(task->task)) {
        case v1::ImportedState::completed:
            return "06";
        case v1::ImportedState::in_progress:
            return "05";
        default:
            return "03";
    }
}

void write_status(Session& session, const ProposalOptions& options) {
    const edxml::Proposals proposals{options.folder};
    const auto tasks = tasks_of_source(session, edxml_source);
    std::filesystem::create_directories(options.out);
    std::size_t written = 0;
    for (auto proposal : proposals.list()) {
        const auto code = edxml_status(proposal, tasks);
        if (proposal.told() == code) continue;
        const auto name = edxml::Proposals::name_of(proposal.document_id()) + "-" + code + ".xml";
        const auto xml = edxml::status_message(
            {proposal.document_id(), proposal.organ(), proposal.number(), parse_iso_day(proposal.issued())},
            options.organ, code, session.say("edxml.status." + code), machine_time());
        write_output((std::filesystem::path{options.out} / name).string(), xml, true);
        proposal.set_told(code);  // after its file: killed in between, the same file is written again
        proposals.put(proposal);
        ++written;
    }
    session.line(session.say("edxml.written", {std::to_string(written), options.out}));
}

}  // namespace

void add_proposal_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "proposal", "edxml.cli.about");
    const auto options = make_options<ProposalOptions>();
    const auto add = [&](const char* name, const char* about, std::string examples) {
        auto* command = add_command(*group, session, name, about, std::move(examples));
        add_option(command, session, "--proposals", options->folder, "DIR", "edxml.option.proposals")
            ->required()
            ->envname("DONDOC_PROPOSALS");
        return command;
    };
    const auto add_id = [&](CLI::App* command) {
        add_option(command, session, "ID", options->id, "", "edxml.option.id")->required();
    };

    auto* list =
        add("list", "edxml.cli.list_about", "dondoc proposal list --proposals /var/lib/dondoc-edxml");
    add_flag(list, session, "--all", options->all, "edxml.option.all");
    list->callback([&session, options] { list_proposals(session, *options); });

    auto* show = add("show", "edxml.cli.show_about", "dondoc proposal show 3f0c9a1e5b7d2c44");
    add_id(show);
    show->callback([&session, options] { show_proposal(session, *options); });

    auto* take = add("accept", "edxml.cli.accept_about",
                     "dondoc proposal accept 3f0c9a1e5b7d2c44 --lead SNV\n"
                     "dondoc proposal accept 3f0c9a1e5b7d2c44 --lead \"Các sở, ban, ngành\" --due \"trước "
                     "ngày 30/9/2025\"");
    add_id(take);
    add_option(take, session, "--lead", options->lead, "TEXT", "edxml.option.lead");
    add_option(take, session, "--cooperating", options->cooperating, "TEXT", "edxml.option.cooperating");
    add_option(take, session, "--due", options->due, "PHRASE", "edxml.option.due");
    add_option(take, session, "--title", options->title, "TEXT", "edxml.option.title");
    add_option(take, session, "--level", options->level, "LEVEL", "cli.option.import_level");
    add_option(take, session, "--agency", options->agency, "CODE", "edxml.option.agency");
    add_flag(take, session, "--yes", options->yes, "cli.option.yes");
    take->callback([&session, options] { accept_proposal(session, *options); });

    auto* refuse = add("refuse", "edxml.cli.refuse_about",
                       "dondoc proposal refuse 3f0c9a1e5b7d2c44 --reason \"không thuộc thẩm quyền\"");
    add_id(refuse);
    add_option(refuse, session, "--reason", options->reason, "TEXT", "cli.option.reason")->required();
    refuse->callback([&session, options] { refuse_proposal(session, *options); });

    auto* status = add("status", "edxml.cli.status_about",
                       "dondoc proposal status --out /var/spool/dondoc-edxml/out --organ H56.02");
    add_option(status, session, "--out", options->out, "DIR", "edxml.option.out")->required();
    add_option(status, session, "--organ", options->organ, "CODE", "edxml.option.organ")->required();
    status->callback([&session, options] { write_status(session, *options); });
}

}  // namespace dondoc::cli
