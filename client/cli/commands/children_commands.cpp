// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/children_commands.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/work_reference.h"
#include "cli/pages/children_page.h"

namespace dondoc::cli {
namespace {

struct UnderOptions {
    std::vector<std::string> words;
    std::string reason;
    bool none = false, dry_run = false, yes = false;
};

// Which containers it completes or opens again, and for how many agencies.
void print_turned(Session& session, const v1::TaskUnderReply& done, const std::string& key) {
    for (const auto& turned : done.turned()) {
        const bool completes = turned.completed() > 0;
        session.line(
            session.say(key + (completes ? "completed" : "reopened"),
                        {std::to_string(turned.task()), turned.document(), turned.number(), turned.title(),
                         std::to_string(completes ? turned.completed() : turned.reopened())}));
    }
}

// A container that would be completed by it is work of many agencies: it is said and asked first.
bool ask_for_turned(Session& session, const UnderOptions& options, const v1::Request& request) {
    auto trial = request;
    trial.mutable_task_under()->set_dry_run(true);
    const auto seen = session.ask(std::move(trial)).task_under();
    if (!options.dry_run && seen.turned().empty()) return true;
    if (session.options.json && options.dry_run) session.print_json(seen);
    if (!session.options.json) print_turned(session, seen, "cli.children.would_turn.");
    if (!session.options.json && options.dry_run && seen.turned().empty())
        session.line(session.say("cli.children.would_turn.none"));
    if (options.dry_run) return false;
    return confirm(session, session.say("cli.children.ask"), options.yes);
}

void change_parent(Session& session, const UnderOptions& options) {
    const auto tasks = tasks_of(session, options.words);
    if (!options.none && tasks.size() < 2) throw UsageError("cli.usage.no_children");
    v1::Request request;
    auto& wanted = *request.mutable_task_under();
    const auto first_child = tasks.begin() + (options.none ? 0 : 1);
    if (!options.none) wanted.set_parent(tasks.front());
    wanted.mutable_children()->Add(first_child, tasks.end());
    wanted.set_reason(options.reason);
    if (!ask_for_turned(session, options, request)) {
        if (!options.dry_run) session.line(session.say("cli.ask.declined"));
        return;
    }
    const auto reply = session.ask(std::move(request));
    const auto& done = reply.task_under();
    if (session.options.json) return session.print_json(done);
    if (done.changed().empty()) return session.line(session.say("cli.children.unchanged"));
    std::string changed;
    for (const auto child : done.changed()) changed += (changed.empty() ? "" : ", ") + std::to_string(child);
    const auto told = std::to_string(done.told());
    if (options.none)
        session.line(session.say("cli.children.done_none", {changed, told}));
    else
        session.line(session.say(
            "cli.children.done",
            {changed, std::to_string(done.parent()), children_text(session.lang(), done.children()), told}));
    print_turned(session, done, "cli.children.turned.");
}

}  // namespace

void add_task_under(CLI::App& task_group, Session& session) {
    const auto options = make_options<UnderOptions>();
    auto* under = add_command(task_group, session, "under", "cli.task.under_about",
                              "dondoc task under 12 31 32 33\n"
                              "dondoc task under 122/KH-UBND 1.4 1.4.1 1.4.2\n"
                              "dondoc task under --none 33 --reason \"thuộc nhiệm vụ khác\"");
    add_option(under, session, "TASK", options->words, "", "cli.option.under_ids")->required();
    add_flag(under, session, "--none", options->none, "cli.option.under_none");
    add_option(under, session, "--reason", options->reason, "TEXT", "cli.option.under_reason");
    add_flag(under, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(under, session, "--yes", options->yes, "cli.option.yes");
    under->callback([&session, options] { change_parent(session, *options); });
}

}  // namespace dondoc::cli
