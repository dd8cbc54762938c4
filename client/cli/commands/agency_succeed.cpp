// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/agency_succeed.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/commands/agency_request.h"
#include "cli/commands/succession_choices.h"
#include "cli/frame/confirm.h"
#include "cli/pages/fields.h"
#include "cli/terminal/width.h"
#include "domain/reasons.h"
#include "language/readers.h"
#include "lib/errors.h"
#include "lib/files.h"
#include "words/succession_text.h"

namespace dondoc::cli {
namespace {

struct SucceedOptions {
    std::string file, kind, day, document, name, choose;
    std::vector<std::string> from, to;
    bool leave = false, dry_run = false, yes = false;
};

v1::Succession::Kind wire_kind(SuccessionKind kind) {
    return static_cast<v1::Succession::Kind>(static_cast<int>(kind) + 1);
}

void take_file(const std::string& file, v1::AgencySucceedRequest& wanted) {
    const auto content = language::parse_register(read_input(file), file);
    const auto described = to_request(content);
    *wanted.mutable_agencies() = described.agencies();
    *wanted.mutable_groups() = described.groups();
    for (const auto& succession : content.successions) {
        auto& entry = *wanted.add_successions();
        entry.set_kind(wire_kind(succession.kind));
        entry.set_day(iso_day(succession.day));
        entry.set_document(succession.document);
        for (const auto& code : succession.from) entry.add_from(code);
        for (const auto& code : succession.to) entry.add_to(code);
    }
}

void take_options(const SucceedOptions& options, v1::AgencySucceedRequest& wanted) {
    const auto kind = succession_kind(options.kind);
    if (!kind || options.day.empty() || options.from.empty()) throw UsageError("cli.usage.file_or_options");
    auto& entry = *wanted.add_successions();
    entry.set_kind(wire_kind(*kind));
    entry.set_day(day_for_wire("--day", options.day));
    entry.set_document(options.document);
    for (const auto& code : options.from) entry.add_from(code);
    for (const auto& code : options.to) entry.add_to(code);
    if (options.name.empty()) return;
    if (*kind != SuccessionKind::Rename) throw UsageError("cli.usage.file_or_options");
    auto& renamed = *wanted.add_agencies();
    renamed.set_code(options.to.empty() ? options.from.front() : options.to.front());
    renamed.set_name(language::normalize(options.name));
}

void print_shares(Session& session, const v1::AgencySucceedReply& shown) {
    const auto count = [](std::uint64_t number) {
        return number == 0 ? std::string{} : std::to_string(number);
    };
    Table table({{session.say("cli.succession.from")},
                 {session.say("cli.succession.to")},
                 {session.say("cli.succession.open"), Align::Right},
                 {session.say("cli.succession.with_due"), Align::Right},
                 {session.say("cli.succession.joined"), Align::Right},
                 {session.say("cli.succession.cooperations"), Align::Right}});
    for (const auto& share : shown.shares()) {
        const auto to = share.unchosen() > 0 ? session.say("cli.succession.to_choose")
                        : share.to().empty() ? session.say("cli.succession.nobody")
                                             : share.to();
        table.add({share.from(),
                   {to, share.to().empty() ? Tone::Warning : Tone::Plain},
                   count(share.assignments()),
                   count(share.with_due()),
                   count(share.joined()),
                   count(share.cooperations())});
    }
    if (table.empty()) return session.line(session.say("cli.succession.no_work"));
    session.print(table);
}

// Where a result is not undone by joining two parts.
void print_unjoined(Session& session, const v1::AgencySucceedReply& shown) {
    using Unjoined = v1::AgencySucceedReply::Unjoined;
    if (shown.unjoined().empty()) return;
    print_heading(session, session.say("cli.succession.unjoined"));
    for (const auto& part : shown.unjoined()) {
        const auto* sentence =
            part.outcome() == Unjoined::kept ? "cli.succession.kept" : "cli.succession.returned";
        session.line("- " + printable(session.say(
                                sentence, {std::to_string(part.assignment()), part.from(), part.document(),
                                           part.task_number(), part.to(), "@state." + part.other_state()})));
    }
}

void print_succeeded(Session& session, const v1::AgencySucceedReply& done) {
    std::uint64_t assignments = 0, cooperations = 0, returned = 0, ended = 0;
    for (const auto& share : done.shares()) {
        if (share.to().empty()) {
            returned += share.assignments();
            ended += share.cooperations();
        } else if (share.to() != share.from()) {
            assignments += share.assignments() - share.kept() - share.returned();
            cooperations += share.cooperations();
            returned += share.returned();
        }
    }
    session.line(
        session.say("cli.succession.done", {std::to_string(assignments), std::to_string(cooperations)}));
    if (ended > 0) session.line(session.say("cli.succession.done_ended", {std::to_string(ended)}));
    if (returned > 0) session.line(session.say("cli.succession.done_returned", {std::to_string(returned)}));
}

// Of what was typed as options the daemon's complaint names the option, not the field of the request.
v1::Error in_options(v1::Error error) {
    constexpr std::string_view only = "successions[0].";
    if (!error.place().starts_with(only)) return error;
    error.set_message("--" + error.place().substr(only.size()) + ": " + error.message());
    error.clear_place();
    return error;
}

void print_succession(Session& session, const v1::AgencySucceedReply& shown) {
    if (session.options.json) return session.print_json(shown);
    for (const auto& succession : shown.successions())
        session.line(printable(words::succession_text(session.lang(), succession)) +
                     (succession.has_time() ? session.say("cli.succession.entered_before") : ""));
    if (shown.agencies_added() + shown.agencies_changed() > 0)
        session.line(session.say("cli.succession.agencies", {std::to_string(shown.agencies_added()),
                                                             std::to_string(shown.agencies_changed())}));
    print_shares(session, shown);
    print_unjoined(session, shown);
    if (shown.remarks().empty()) return;
    print_heading(session, session.say("cli.succession.remarks"));
    for (const auto& remark : shown.remarks()) session.line("- " + printable(remark.text()));
}

void write_choices(Session& session, const v1::AgencySucceedReply& shown, const std::string& file) {
    try {
        client::write_file(file, choice_table(session, shown), client::Replace::No);
    } catch (const std::system_error& error) {
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file);
    }
    session.err() << session.say("cli.succession.written", {std::to_string(shown.pieces_size()), file,
                                                            session.say("cli.succession.column_to")})
                  << '\n';
}

void succeed(Session& session, const SucceedOptions& options) {
    if (options.file.empty() == options.kind.empty()) throw UsageError("cli.usage.file_or_options");
    v1::Request request;
    auto& wanted = *request.mutable_agency_succeed();
    if (options.file.empty())
        take_options(options, wanted);
    else
        take_file(options.file, wanted);
    // The dry run writes the table that it is run again with; "-" is read.
    const bool to_be_written = options.dry_run && !options.choose.empty() && options.choose != "-" &&
                               !std::filesystem::exists(options.choose);
    SuccessionChoices choices;
    if (!options.choose.empty() && !to_be_written)
        choices = read_choices(session, read_input(options.choose), options.choose);
    for (const auto& choice : choices.choices) *wanted.add_choices() = choice;
    wanted.set_leave(options.leave);
    const auto ask = [&](const v1::Request& asked) {
        try {
            return session.ask(asked, true).agency_succeed();
        } catch (const client::Refused& refusal) {
            const auto error = in_table(session, choices, options.choose, refusal.error());
            throw client::Refused(options.file.empty() ? in_options(error) : error);
        }
    };
    wanted.set_dry_run(true);
    const auto shown = ask(request);
    if (!options.yes || options.dry_run) print_succession(session, shown);
    if (options.dry_run) {
        if (to_be_written && !shown.pieces().empty()) write_choices(session, shown, options.choose);
        if (!session.options.json) session.line(session.say("cli.plan.would_amend"));
        return;
    }
    if (!confirm(session, session.say("cli.succession.ask"), options.yes))
        return session.line(session.say("cli.ask.declined"));
    wanted.set_dry_run(false);
    wanted.set_seen(shown.seen());
    const auto done = ask(request);
    if (session.options.json) return session.print_json(done);
    print_succeeded(session, done);
}

}  // namespace

void add_agency_succeed(CLI::App& group, Session& session) {
    const auto options = make_options<SucceedOptions>();
    auto* command =
        add_command(group, session, "succeed", "cli.succession.about",
                    "dondoc agency succeed sap-xep.toml --dry-run --choose chon.csv\n"
                    "dondoc agency succeed sap-xep.toml --choose chon.csv\n"
                    "dondoc agency succeed --kind merge --day 01/03/2025 --document \"15/NQ-HĐND\" "
                    "--from SKHDT --from STC --to STC");
    add_option(command, session, "FILE", options->file, "", "cli.option.succession_file");
    add_option(command, session, "--kind", options->kind, "SUCCESSION", "cli.option.succession_kind")
        ->check(CLI::IsMember(values_of("SUCCESSION")));
    add_option(command, session, "--day", options->day, "DATE", "cli.option.succession_day");
    add_option(command, session, "--document", options->document, "TEXT", "cli.option.succession_document");
    add_option(command, session, "--from", options->from, "CODE", "cli.option.succession_from");
    add_option(command, session, "--to", options->to, "CODE", "cli.option.succession_to");
    add_option(command, session, "--name", options->name, "TEXT", "cli.option.succession_name");
    add_option(command, session, "--choose", options->choose, "FILE", "cli.option.choose");
    add_flag(command, session, "--leave", options->leave, "cli.option.leave");
    add_flag(command, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(command, session, "--yes", options->yes, "cli.option.yes");
    command->callback([&session, options] { succeed(session, *options); });
}

}  // namespace dondoc::cli
