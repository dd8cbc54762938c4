// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/agency_edit.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/commands/agency_request.h"
#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/pages/fields.h"
#include "cli/terminal/width.h"
#include "language/files/register_text.h"
#include "words/person_text.h"

namespace dondoc::cli {
namespace {

struct EditOptions {
    std::string output, code, name, level, from, to;
    std::vector<std::string> aliases, members, add, remove;
    bool force = false, dry_run = false, yes = false;
};

v1::AgencyListReply ask_register(Session& session) {
    v1::Request request;
    request.mutable_agency_list();
    return session.ask(std::move(request)).agency_list();
}

void export_register(Session& session, const EditOptions& options) {
    const auto known = ask_register(session);
    const auto text = language::register_text(register_of(known));
    if (options.output.empty() || options.output == "-") {
        session.out() << text;
        return;
    }
    write_output(options.output, text, options.force);
    session.line(session.say("cli.agency.exported", {std::to_string(known.agencies_size()),
                                                     std::to_string(known.groups_size()), options.output}));
}

void edit_agency(Session& session, const EditOptions& options) {
    auto known = ask_register(session);
    const auto found = std::ranges::find(*known.mutable_agencies(), options.code, &v1::AgencyEntry::code);
    if (found == known.mutable_agencies()->end()) throw UserError("agency.unknown", {options.code});
    auto& entry = *found;
    if (!options.name.empty()) entry.set_name(options.name);
    if (!options.level.empty()) entry.set_level(options.level);
    if (!options.from.empty()) entry.set_valid_from(day_for_wire("--from", options.from));
    if (!options.to.empty()) entry.set_valid_to(day_for_wire("--to", options.to));
    for (const auto& alias : options.aliases)
        if (std::ranges::find(entry.aliases(), alias) == entry.aliases().end()) entry.add_aliases(alias);
    for (const auto& alias : options.remove) {
        auto& aliases = *entry.mutable_aliases();
        const auto at = std::ranges::find(aliases, alias);
        if (at == aliases.end()) throw UserError("cli.agency.no_alias", {options.code, alias});
        aliases.erase(at);
    }
    entry.clear_former();
    v1::AgencyImportRequest wanted;
    *wanted.add_agencies() = entry;
    send_register(session, std::move(wanted), options.dry_run, options.yes);
}

void edit_group(Session& session, const EditOptions& options) {
    const auto name = options.name.substr(options.name.starts_with('@') ? 1 : 0);
    auto known = ask_register(session);
    v1::GroupEntry entry;
    entry.set_name(name);
    if (const auto found = std::ranges::find(known.groups(), name, &v1::GroupEntry::name);
        found != known.groups().end())
        entry = *found;
    const auto put = [&](const std::string& code) {
        if (std::ranges::find(entry.members(), code) == entry.members().end()) entry.add_members(code);
    };
    if (!options.members.empty()) entry.clear_members();
    for (const auto& code : options.members) put(code);
    for (const auto& code : options.add) put(code);
    for (const auto& code : options.remove) {
        auto& members = *entry.mutable_members();
        const auto at = std::ranges::find(members, code);
        if (at == members.end()) throw UserError("cli.agency.no_member", {name, code});
        members.erase(at);
    }
    for (const auto& alias : options.aliases)
        if (std::ranges::find(entry.aliases(), alias) == entry.aliases().end()) entry.add_aliases(alias);
    v1::AgencyImportRequest wanted;
    *wanted.add_groups() = entry;
    send_register(session, std::move(wanted), options.dry_run, options.yes);
}

std::string difference_text(Session& session, const v1::AgencyImportReply::Difference& difference) {
    if (difference.added()) {
        const auto& fields = difference.fields();
        return session.say("cli.agency.is_new",
                           {difference.name(), fields.empty() ? "" : fields.at(0).new_()});
    }
    std::string text = difference.name() + ":";
    for (const auto& field : difference.fields())
        text += " " + session.say("cli.agency.changes_to", {session.say("cli.agency.field." + field.field()),
                                                            field.old(), field.new_()});
    return text;
}

// "agencies[3].name" of the wire is the entry that people wrote: "SNV".
std::string entry_at(const v1::AgencyImportRequest& wanted, const std::string& place) {
    constexpr std::string_view agencies = "agencies[", groups = "groups[";
    const bool is_group = place.starts_with(groups);
    if (!is_group && !place.starts_with(agencies)) return place;
    int index = 0;
    const auto* begin = place.data() + (is_group ? groups : agencies).size();
    const auto read = std::from_chars(begin, place.data() + place.size(), index);
    const auto size = is_group ? wanted.groups_size() : wanted.agencies_size();
    if (read.ec != std::errc{} || index < 0 || index >= size) return place;
    return is_group ? "@" + wanted.groups(index).name() : wanted.agencies(index).code();
}

// A new name for a known agency has a day and a deciding document, which an import has not.
bool renames(const v1::AgencyImportReply::Difference& difference) {
    return !difference.added() && std::ranges::any_of(difference.fields(), [](const auto& field) {
        return field.field() == "name";
    });
}

}  // namespace

void send_register(Session& session, v1::AgencyImportRequest wanted, bool dry_run, bool yes) {
    const auto ask = [&](bool trial) {
        v1::Request request;
        *request.mutable_agency_import() = wanted;
        request.mutable_agency_import()->set_dry_run(trial);
        try {
            return session.ask(std::move(request), true).agency_import();
        } catch (const client::Refused& refused) {
            auto error = refused.error();
            error.set_place(entry_at(wanted, error.place()));
            throw client::Refused(std::move(error));
        }
    };
    auto done = ask(true);
    if (!session.options.json)
        for (const auto& difference : done.differences())
            if (dry_run || !difference.added()) session.line(printable(difference_text(session, difference)));
    if (!dry_run) {
        if (std::ranges::any_of(done.differences(), renames) &&
            !confirm(session, session.say("cli.agency.ask_rename"), yes))
            return session.line(session.say("cli.ask.declined"));
        done = ask(false);
    }
    if (session.options.json) return session.print_json(done);
    session.line(session.say(dry_run ? "cli.agency.would_import" : "cli.agency.imported",
                             {std::to_string(done.added()), std::to_string(done.changed()),
                              std::to_string(done.unchanged()), std::to_string(done.groups())}));
    if (!done.has_persons()) return;
    const auto& persons = done.persons();
    session.line(session.say(dry_run ? "cli.person.would_import" : "cli.person.imported",
                             words::person_counts(persons)));
    print_warnings(session, persons.warnings());
}

void add_agency_edit(CLI::App& group, Session& session) {
    const auto exported = make_options<EditOptions>();
    auto* out = add_command(group, session, "export", "cli.agency.export_about",
                            "dondoc agency export -o danh-ba.toml");
    add_option(out, session, "-o,--output", exported->output, "FILE", "cli.option.register_output");
    add_flag(out, session, "--force", exported->force, "cli.option.force_output");
    out->callback([&session, exported] { export_register(session, *exported); });

    const auto edited = make_options<EditOptions>();
    auto* edit = add_command(group, session, "edit", "cli.agency.edit_about",
                             "dondoc agency edit SNV --alias \"Sở Nội vụ tỉnh\"\n"
                             "dondoc agency edit SNV --to 28/02/2025");
    add_option(edit, session, "CODE", edited->code, "", "cli.option.agency")->required();
    add_option(edit, session, "--name", edited->name, "TEXT", "cli.option.agency_name");
    add_option(edit, session, "--alias", edited->aliases, "TEXT", "cli.option.agency_alias")->take_all();
    add_option(edit, session, "--no-alias", edited->remove, "TEXT", "cli.option.agency_no_alias")->take_all();
    add_option(edit, session, "--level", edited->level, "LEVEL", "cli.option.agency_level");
    add_option(edit, session, "--from", edited->from, "DATE", "cli.option.agency_from");
    add_option(edit, session, "--to", edited->to, "DATE", "cli.option.agency_to");
    add_flag(edit, session, "--dry-run", edited->dry_run, "cli.option.dry_run");
    add_flag(edit, session, "--yes", edited->yes, "cli.option.yes");
    edit->callback([&session, edited] { edit_agency(session, *edited); });

    const auto grouped = make_options<EditOptions>();
    auto* change = add_command(group, session, "group", "cli.agency.group_about",
                               "dondoc agency group \"các sở\" --members SNV,STC,STP\n"
                               "dondoc agency group \"các sở\" --add SXD --remove STP");
    add_option(change, session, "NAME", grouped->name, "", "cli.option.group_name")->required();
    add_option(change, session, "--members", grouped->members, "CODE[,..]", "cli.option.group_members")
        ->delimiter(',');
    add_option(change, session, "--add", grouped->add, "CODE[,..]", "cli.option.group_add")->delimiter(',');
    add_option(change, session, "--remove", grouped->remove, "CODE[,..]", "cli.option.group_remove")
        ->delimiter(',');
    add_option(change, session, "--alias", grouped->aliases, "TEXT", "cli.option.agency_alias")->take_all();
    add_flag(change, session, "--dry-run", grouped->dry_run, "cli.option.dry_run");
    add_flag(change, session, "--yes", grouped->yes, "cli.option.yes");
    change->callback([&session, grouped] { edit_group(session, *grouped); });
}

}  // namespace dondoc::cli
