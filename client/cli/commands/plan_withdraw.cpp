// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_withdraw.h"

#include <string>

#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"

namespace dondoc::cli {
namespace {

struct WithdrawOptions {
    std::string number, issued, issuer, reason;
    bool dry_run = false, yes = false;
};

void withdraw_plan(Session& session, const WithdrawOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_plan_withdraw();
    wanted.set_document(options.number);
    wanted.set_issued(day_for_wire("--issued", options.issued));
    wanted.set_issuer(options.issuer);
    wanted.set_reason(options.reason);
    wanted.set_dry_run(true);
    const auto seen = session.ask(request, true).plan_withdraw();
    if (!options.yes || options.dry_run) {
        if (session.options.json)
            session.print_json(seen);
        else
            session.line(session.say(
                "cli.plan.would_withdraw",
                {seen.document().number(), spoken_iso_day(seen.document().issued()),
                 std::to_string(seen.tasks()), std::to_string(seen.revoked()), std::to_string(seen.kept())}));
    }
    if (options.dry_run) {
        if (!session.options.json) session.line(session.say("cli.plan.would_amend"));
        return;
    }
    if (!confirm(session, session.say("cli.plan.ask_withdraw"), options.yes))
        return session.line(session.say("cli.ask.declined"));

    wanted.set_issued(seen.document().issued());
    wanted.set_issuer(seen.document().issuer());
    wanted.set_dry_run(false);
    wanted.set_seen(seen.seen());
    const auto done = session.ask(std::move(request), true).plan_withdraw();
    if (session.options.json) return session.print_json(done);
    session.line(
        session.say("cli.plan.withdrawn", {done.document().number(), std::to_string(done.tasks()),
                                           std::to_string(done.revoked()), std::to_string(done.kept())}));
}

}  // namespace

void add_plan_withdraw(CLI::App& group, Session& session) {
    const auto options = make_options<WithdrawOptions>();
    auto* command =
        add_command(group, session, "withdraw", "cli.plan.withdraw_about",
                    "dondoc plan withdraw --document 122/KH-UBND --reason \"nhập nhầm\" --dry-run");
    add_option(command, session, "--document", options->number, "NUMBER", "cli.option.withdraw_document")
        ->required();
    add_option(command, session, "--reason", options->reason, "TEXT", "cli.option.withdraw_reason")
        ->required();
    add_option(command, session, "--issued", options->issued, "DATE", "cli.option.issued");
    add_option(command, session, "--issuer", options->issuer, "TEXT", "cli.option.issuer");
    add_flag(command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(command, session, "--yes", options->yes, "cli.option.yes");
    command->callback([&session, options] { withdraw_plan(session, *options); });
}

}  // namespace dondoc::cli
