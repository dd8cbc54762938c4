// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/storage_commands.h"

#include <cstdint>
#include <string>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"

namespace dondoc::cli {
namespace {

std::string mebibytes(std::uint64_t bytes) {
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    return std::to_string((bytes + mebibyte - 1) / mebibyte);
}

void back_up(Session& session, const std::string& name) {
    v1::Request request;
    request.mutable_backup()->set_name(name);
    const auto backup = session.ask(std::move(request), true).backup();
    if (session.options.json) return session.print_json(backup);
    session.line(session.say(
        "cli.backup.done", {backup.file(), mebibytes(backup.bytes()), std::to_string(backup.last_event())}));
}

void check(Session& session) {
    v1::Request request;
    request.mutable_check();
    const auto result = session.ask(std::move(request), true).check();
    if (session.options.json) {
        session.print_json(result);
    } else {
        Table table({{session.say("cli.column.table")}, {session.say("cli.column.count"), Align::Right}});
        for (const auto& count : result.counts())
            table.add({session.say("cli.check.table." + count.table()), std::to_string(count.rows())});
        session.print(table);
        for (const auto& note : result.notes()) session.line(note.message());
        for (const auto& finding : result.findings()) session.line(finding.message());
        if (result.findings().empty())
            session.line(session.say("cli.check.good", {mebibytes(result.bytes())}));
    }
    session.out().flush();
    if (!result.findings().empty())
        throw UserError("cli.check.bad", {std::to_string(result.findings_size())});
}

}  // namespace

void add_storage_commands(CLI::App& app, Session& session) {
    const auto name = make_options<std::string>();
    auto* backup = add_command(app, session, "backup", "cli.backup.about",
                               "dondoc backup\ndondoc backup before-the-new-plan");
    add_option(backup, session, "NAME", *name, "", "cli.option.backup_name");
    backup->callback([&session, name] { back_up(session, *name); });

    auto* command = add_command(app, session, "check", "cli.check.about", "dondoc check");
    command->callback([&session] { check(session); });
}

}  // namespace dondoc::cli
