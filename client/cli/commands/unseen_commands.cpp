// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/unseen_commands.h"

#include <cstdint>
#include <string>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "wire/time.h"

namespace dondoc::cli {
namespace {

void list_unseen(Session& session) {
    v1::Request request;
    request.mutable_unseen_list();
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.unseen_list());
    const auto& rows = reply.unseen_list().rows();
    if (rows.empty()) return session.line(session.say("cli.unseen.empty"));
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Leave},
                 {session.say("cli.column.handed"), Align::Right},
                 {session.say("cli.column.handed_since")},
                 {session.say("cli.column.not_seen"), Align::Right},
                 {session.say("cli.column.not_seen_since")},
                 {session.say("cli.column.not_delivered"), Align::Right},
                 {session.say("cli.column.not_delivered_since")},
                 {session.say("cli.column.sent"), Align::Right}});
    std::uint64_t arrived = 0, waiting = 0;
    const auto since = [](bool known, const auto& time) {
        return known ? spoken_day(civil_day(wire::to_instant(time))) : std::string{};
    };
    for (const auto& row : rows) {
        arrived += row.handed() + row.delivered();
        waiting += row.waiting();
        table.add({row.agency(), row.name(), std::to_string(row.handed()),
                   since(row.has_handed_since(), row.handed_since()), std::to_string(row.delivered()),
                   since(row.has_delivered_since(), row.delivered_since()), std::to_string(row.waiting()),
                   since(row.has_waiting_since(), row.waiting_since()), std::to_string(row.sent())});
    }
    session.print(table);
    session.line(session.say(
        "cli.unseen.total", {std::to_string(rows.size()), std::to_string(arrived), std::to_string(waiting)}));
}

}  // namespace

void add_unseen_commands(CLI::App& app, Session& session) {
    auto* unseen = add_command(app, session, "unseen", "cli.unseen.about", "dondoc unseen");
    unseen->callback([&session] { list_unseen(session); });
}

}  // namespace dondoc::cli
