// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/mute_commands.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/assignment_batch.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/assignment_list.h"

namespace dondoc::cli {
namespace {

struct MuteOptions {
    std::uint64_t assignment = 0, task = 0, mute = 0;
    std::vector<std::uint64_t> assignments;
    BatchFilter filter;
    std::string until, reason;
    bool all = false, yes = false;
    // Each of many assignments, and not one thing as a whole.
    bool is_of_many() const {
        return !assignments.empty() || filter.is_narrow() ||
               (!filter.document.empty() && !filter.agency.empty());
    }
};

std::string target_text(const Session& session, const v1::Mute& mute) {
    if (mute.assignment() != 0)
        return session.say("cli.mute.assignment", {std::to_string(mute.assignment())});
    if (mute.task() != 0) return session.say("cli.mute.task", {std::to_string(mute.task())});
    if (!mute.document().empty()) return session.say("cli.mute.document", {mute.document()});
    return session.say("cli.mute.agency", {mute.agency()});
}

// The assignments that are meant, after they were looked at; nothing: they are not to be muted.
std::vector<std::uint64_t> ask_for_many(Session& session, const MuteOptions& options) {
    if (options.assignment != 0 || options.task != 0) throw UserError("mute.one_target");
    auto ids = options.assignments;
    if (!options.filter.from_file.empty())
        for (const auto id : read_ids(options.filter.from_file)) ids.push_back(id);
    if (!ids.empty()) return ids;
    const auto rows = find_open(session, options.filter, false);
    if (rows.empty()) throw UserError("cli.batch.none");
    if (rows.size() > most_at_once)
        throw UserError("cli.batch.too_many", {std::to_string(rows.size()), std::to_string(most_at_once)});
    if (!session.options.json) print_assignments(session, rows);
    const auto question =
        session.say("cli.mute.ask_many",
                    {std::to_string(rows.size()), spoken_iso_day(day_for_wire("--until", options.until))});
    if (!confirm(session, question, options.yes)) return {};
    for (const auto& row : rows) ids.push_back(row.assignment());
    return ids;
}

void add_mute(Session& session, const MuteOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_mute_add();
    if (options.is_of_many()) {
        const auto ids = ask_for_many(session, options);
        if (ids.empty()) return session.line(session.say("cli.ask.declined"));
        wanted.mutable_assignments()->Add(ids.begin(), ids.end());
    } else {
        wanted.set_assignment(options.assignment);
        wanted.set_task(options.task);
        wanted.set_document(options.filter.document);
        wanted.set_agency(options.filter.agency);
    }
    wanted.set_until(day_for_wire("--until", options.until));
    wanted.set_reason(options.reason);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.mute());
    const auto& mute = reply.mute().mute();
    if (reply.mute().mutes() > 1)
        session.line(session.say("cli.mute.added_many", {std::to_string(reply.mute().mutes()),
                                                         spoken_iso_day(mute.until()), mute.reason()}));
    else
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
                            "dondoc mute add --agency SNV --until 20/01/2024 --reason \"sáp nhập\"\n"
                            "dondoc mute add --document 122/KH-UBND --agency SNV --due-to 31/12/2023 --until "
                            "31/12/2023 --reason \"chờ hướng dẫn\"");
    add_option(add, session, "ID", options->assignments, "", "cli.option.mute_assignments");
    add_option(add, session, "--assignment", options->assignment, "ID", "cli.option.mute_assignment");
    add_option(add, session, "--task", options->task, "ID", "cli.option.mute_task");
    add_option(add, session, "--document", options->filter.document, "NUMBER", "cli.option.document");
    add_option(add, session, "--agency", options->filter.agency, "CODE", "cli.option.agency");
    add_narrowing_options(add, session, options->filter);
    add_option(add, session, "--until", options->until, "DATE", "cli.option.mute_until")->required();
    add_option(add, session, "--reason", options->reason, "TEXT", "cli.option.reason")->required();
    add_flag(add, session, "--yes", options->yes, "cli.option.yes");
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
