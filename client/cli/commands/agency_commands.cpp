// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/agency_commands.h"

#include <cstdint>
#include <string>

#include "cli/commands/agency_edit.h"
#include "cli/commands/agency_request.h"
#include "cli/commands/agency_succeed.h"
#include "cli/commands/register_source.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "language/readers.h"
#include "words/succession_text.h"

namespace dondoc::cli {
namespace {

struct AgencyOptions {
    std::string file, text, code, as_of;
    bool dry_run = false, yes = false;
};

void import_agencies(Session& session, const AgencyOptions& options) {
    const auto content = read_register(options.file);
    if (!content.successions.empty())
        throw UserError("register.has_successions", {options.file}, options.file);
    send_register(session, to_request(content), options.dry_run, options.yes);
}

void list_agencies(Session& session, const AgencyOptions& options) {
    v1::Request request;
    request.mutable_agency_list()->set_text(options.text);
    request.mutable_agency_list()->set_as_of(day_for_wire("--as-of", options.as_of));
    const auto reply = session.ask(std::move(request)).agency_list();
    if (session.options.json) return session.print_json(reply);
    if (reply.agencies().empty() && reply.groups().empty())
        return session.line(session.say("cli.agency.empty"));
    Table agencies({{session.say("cli.column.agency")},
                    {session.say("cli.column.name"), Align::Left, Fit::Wrap},
                    {session.say("cli.column.level")},
                    {session.say("cli.column.aliases"), Align::Left, Fit::Cut}});
    for (const auto& agency : reply.agencies())
        agencies.add({agency.code(), agency.name(), level_word(session.lang(), agency.level()),
                      joined(agency.aliases())});
    if (!agencies.empty()) session.print(agencies);
    if (reply.groups().empty()) return;
    print_heading(session, session.say("cli.agency.groups"));
    Table groups({{session.say("cli.column.group"), Align::Left, Fit::Wrap},
                  {session.say("cli.column.members"), Align::Left, Fit::Wrap}});
    for (const auto& group : reply.groups()) groups.add({"@" + group.name(), joined(group.members())});
    session.print(groups);
}

void show_agency(Session& session, const AgencyOptions& options) {
    v1::Request request;
    request.mutable_agency_show()->set_code(options.code);
    const auto shown = session.ask(std::move(request)).agency_show();
    if (session.options.json) return session.print_json(shown);
    const auto& agency = shown.agency();
    std::string groups;
    for (const auto& group : shown.groups()) groups += (groups.empty() ? "@" : ", @") + group;
    const auto count = [](std::uint64_t number) {
        return number == 0 ? std::string{} : std::to_string(number);
    };
    print_fields(session, {{session.say("cli.column.agency"), agency.code()},
                           {session.say("cli.column.name"), agency.name()},
                           {session.say("cli.column.aliases"), joined(agency.aliases())},
                           {session.say("cli.column.level"), level_word(session.lang(), agency.level())},
                           {session.say("cli.agency.valid_from"), spoken_iso_day(agency.valid_from())},
                           {session.say("cli.agency.valid_to"), spoken_iso_day(agency.valid_to())},
                           {session.say("cli.agency.groups"), groups},
                           {session.say("cli.agency.open"), count(shown.open())},
                           {session.say("cli.agency.cooperations"), count(shown.cooperations())},
                           {session.say("cli.agency.keys"), count(shown.keys())}});
    if (!agency.former().empty()) print_heading(session, session.say("cli.agency.former"));
    for (const auto& former : agency.former())
        session.line(printable(session.say("cli.agency.former_name",
                                           {former.name(), former.code(), spoken_iso_day(former.until())})));
    if (!shown.successions().empty()) print_heading(session, session.say("cli.agency.successions"));
    for (const auto& succession : shown.successions())
        session.line(printable(words::succession_text(session.lang(), succession)));
}

}  // namespace

void add_agency_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "agency", "cli.agency.about");
    const auto options = make_options<AgencyOptions>();

    auto* take_in = add_command(*group, session, "import", "cli.agency.import_about",
                                "dondoc agency import config/agencies/sample.toml --dry-run\n"
                                "dondoc agency import config/agencies/sample.toml\n"
                                "dondoc agency import config/agencies/nation/19-thai-nguyen.toml");
    add_option(take_in, session, "FILE", options->file, "", "cli.option.register_file")->required();
    add_flag(take_in, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    add_flag(take_in, session, "--yes", options->yes, "cli.option.yes");
    take_in->callback([&session, options] { import_agencies(session, *options); });

    auto* list = add_command(*group, session, "list", "cli.agency.list_about",
                             "dondoc agency list\ndondoc agency list \"tài chính\"\n"
                             "dondoc agency list --as-of 31/12/2023");
    add_option(list, session, "TEXT", options->text, "", "cli.option.agency_text");
    add_option(list, session, "--as-of", options->as_of, "DATE", "cli.option.as_of");
    list->callback([&session, options] { list_agencies(session, *options); });

    auto* show = add_command(*group, session, "show", "cli.agency.show_about", "dondoc agency show SNV");
    add_option(show, session, "CODE", options->code, "", "cli.option.agency")->required();
    show->callback([&session, options] { show_agency(session, *options); });

    add_agency_edit(*group, session);
    add_agency_succeed(*group, session);
}

}  // namespace dondoc::cli
