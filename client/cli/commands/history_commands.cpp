// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/history_commands.h"

#include <cstdint>
#include <string>

#include "cli/frame/command.h"
#include "cli/pages/life_text.h"

namespace dondoc::cli {
namespace {

struct HistoryOptions {
    std::uint64_t assignment = 0, task = 0, offset = 0;
    std::string agency, document, action, since, until;
    std::uint32_t limit = 0;
};

void show_history(Session& session, const HistoryOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_assignment_history();
    wanted.set_assignment(options.assignment);
    wanted.set_agency(options.agency);
    wanted.set_document(options.document);
    wanted.set_task(options.task);
    wanted.set_action(options.action);
    wanted.set_since(day_for_wire("--since", options.since));
    wanted.set_until(day_for_wire("--until", options.until));
    wanted.set_limit(options.limit);
    wanted.set_offset(options.offset);
    const auto reply = session.ask(std::move(request));
    const auto& history = reply.assignment_history();
    if (session.options.json) return session.print_json(history);
    if (history.entries().empty()) return session.line(session.say("cli.life.empty"));
    print_life(session, history.entries(), options.assignment == 0);
    if (history.more())
        session.line(session.say(
            "cli.life.more",
            {std::to_string(options.offset + static_cast<std::uint64_t>(history.entries_size()))}));
}

}  // namespace

void add_assignment_history(CLI::App& assignment_group, Session& session) {
    const auto options = make_options<HistoryOptions>();
    auto* history = add_command(assignment_group, session, "history", "cli.assignment.history_about",
                                "dondoc assignment history 34\n"
                                "dondoc assignment history --agency SNV --action report --since 01/10/2023");
    add_option(history, session, "ID", options->assignment, "", "cli.option.assignment_id");
    add_option(history, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(history, session, "--document", options->document, "NUMBER", "cli.option.document");
    add_option(history, session, "--task", options->task, "N", "cli.option.history_task");
    add_option(history, session, "--action", options->action, "ACTION", "cli.option.action");
    add_option(history, session, "--since", options->since, "DATE", "cli.option.since_day");
    add_option(history, session, "--until", options->until, "DATE", "cli.option.until_day");
    add_option(history, session, "--limit", options->limit, "N", "cli.option.limit");
    add_option(history, session, "--offset", options->offset, "N", "cli.option.offset");
    history->callback([&session, options] { show_history(session, *options); });
}

}  // namespace dondoc::cli
