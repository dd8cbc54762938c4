// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mute_commands.h"

#include <cstdint>
#include <string>

#include "cli/command.h"
#include "cli/dates.h"

namespace dondoc::cli {
namespace {

struct MuteOptions {
    std::uint64_t assignment = 0, task = 0, mute = 0;
    std::string document, agency, until, reason;
    bool all = false;
};

std::string target_text(const Session& session, const v1::Mute& mute) {
    if (mute.assignment() != 0)
        return session.say("cli.mute.assignment", {std::to_string(mute.assignment())});
    if (mute.task() != 0) return session.say("cli.mute.task", {std::to_string(mute.task())});
    if (!mute.document().empty()) return session.say("cli.mute.document", {mute.document()});
    return session.say("cli.mute.agency", {mute.agency()});
}

void add_mute(Session& session, const MuteOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_mute_add();
    wanted.set_assignment(options.assignment);
    wanted.set_task(options.task);
    wanted.set_document(options.document);
    wanted.set_agency(options.agency);
    wanted.set_until(day_for_wire("--until", options.until));
    wanted.set_reason(options.reason);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.mute());
    const auto& mute = reply.mute().mute();
    session.line(session.say("cli.mute.added", {std::to_string(mute.id()), target_text(session, mute),
                                                spoken_iso_day(mute.until()), mute.reason()}));
    if (reply.mute().unreminded().empty()) return;
    const auto total = reply.mute().unreminded_total();
    session.line(
        coloured(session.say_count("cli.mute.unreminded", total), Tone::Warning, session.terminal().colours));
    for (const auto& row : reply.mute().unreminded())
        session.line(session.say("cli.mute.unreminded_row",
                                 {std::to_string(row.assignment()), row.agency(), row.document(),
                                  row.task_number(), spoken_iso_day(row.due())}));
    if (const auto shown = static_cast<std::uint64_t>(reply.mute().unreminded_size()); shown < total)
        session.line(session.say("cli.mute.unreminded_more", {std::to_string(total - shown)}));
}

void end_mute(Session& session, const MuteOptions& options) {
    v1::Request request;
    request.mutable_mute_end()->set_mute(options.mute);
    request.mutable_mute_end()->set_reason(options.reason);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.mute());
    const auto& mute = reply.mute().mute();
    session.line(session.say("cli.mute.ended", {std::to_string(mute.id()), std::to_string(mute.withheld())}));
}

std::string standing_of(const Session& session, const v1::Mute& mute) {
    if (mute.holds()) return session.say("cli.mute.holds");
    if (!mute.has_ended()) return session.say("cli.mute.over");
    return session.say("cli.mute.ended_early", {spoken_instant(mute.ended())});
}

void list_mutes(Session& session, const MuteOptions& options) {
    v1::Request request;
    request.mutable_mute_list()->set_all(options.all);
    const auto reply = session.ask(std::move(request));
    const auto& mutes = reply.mute_list().mutes();
    if (session.options.json) return session.print_json(reply.mute_list());
    if (mutes.empty()) return session.line(session.say("cli.mute.empty"));
    Table table({{session.say("cli.column.mute"), Align::Right},
                 {session.say("cli.column.target"), Align::Left, Fit::Cut},
                 {session.say("cli.column.until")},
                 {session.say("cli.column.standing"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.withheld"), Align::Right},
                 {session.say("cli.column.by"), Align::Left, Fit::Cut},
                 {session.say("cli.column.reason"), Align::Left, Fit::Wrap}});
    for (const auto& mute : mutes)
        table.add({std::to_string(mute.id()), target_text(session, mute), spoken_iso_day(mute.until()),
                   standing_of(session, mute), std::to_string(mute.withheld()), mute.by(), mute.reason()});
    session.print(table);
}

}  // namespace

void add_mute_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "mute", "cli.mute.about");
    const auto options = make_options<MuteOptions>();

    auto* add = add_command(*group, session, "add", "cli.mute.add_about",
                            "dondoc mute add --task 12 --until 31/12/2023 --reason \"chờ hướng dẫn\"\n"
                            "dondoc mute add --agency SNV --until 20/01/2024 --reason \"sáp nhập\"");
    add_option(add, session, "--assignment", options->assignment, "ID", "cli.option.mute_assignment");
    add_option(add, session, "--task", options->task, "ID", "cli.option.mute_task");
    add_option(add, session, "--document", options->document, "NUMBER", "cli.option.document");
    add_option(add, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(add, session, "--until", options->until, "DATE", "cli.option.mute_until")->required();
    add_option(add, session, "--reason", options->reason, "TEXT", "cli.option.reason")->required();
    add->callback([&session, options] { add_mute(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.mute.list_about", "dondoc mute list --all");
    add_flag(list, session, "--all", options->all, "cli.option.mute_all");
    list->callback([&session, options] { list_mutes(session, *options); });

    auto* end = add_command(*group, session, "end", "cli.mute.end_about",
                            "dondoc mute end 3 --reason \"đã có hướng dẫn\"");
    add_option(end, session, "ID", options->mute, "", "cli.option.mute_id")->required();
    add_option(end, session, "--reason", options->reason, "TEXT", "cli.option.reason");
    end->callback([&session, options] { end_mute(session, *options); });
}

}  // namespace dondoc::cli
