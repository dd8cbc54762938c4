#include "cli/agency_commands.h"

#include "cli/command.h"
#include "cli/dates.h"
#include "cli/fields.h"
#include "cli/wording.h"
#include "language/readers.h"

namespace dondoc::cli {
namespace {

struct AgencyOptions {
    std::string file, text, code;
    bool dry_run = false;
};

v1::AgencyImportRequest to_request(const Register& agencies) {
    v1::AgencyImportRequest request;
    for (const auto& agency : agencies.agencies) {
        auto& entry = *request.add_agencies();
        entry.set_code(agency.code);
        entry.set_name(agency.name);
        for (const auto& alias : agency.aliases) entry.add_aliases(alias);
        entry.set_level(agency.level);
        if (agency.valid_from) entry.set_valid_from(iso_day(*agency.valid_from));
        if (agency.valid_to) entry.set_valid_to(iso_day(*agency.valid_to));
    }
    for (const auto& group : agencies.groups) {
        auto& entry = *request.add_groups();
        entry.set_name(group.name);
        for (const auto& alias : group.aliases) entry.add_aliases(alias);
        for (const auto& member : group.members) entry.add_members(member);
    }
    return request;
}

void import_agencies(Session& session, const AgencyOptions& options) {
    v1::Request request;
    *request.mutable_agency_import() =
        to_request(language::parse_register(read_input(options.file), options.file));
    request.mutable_agency_import()->set_dry_run(options.dry_run);
    const auto reply = session.ask(std::move(request), true);
    const auto& done = reply.agency_import();
    if (session.options.json) return session.print_json(done);
    session.line(session.say(options.dry_run ? "cli.agency.would_import" : "cli.agency.imported",
                             {std::to_string(done.added()), std::to_string(done.changed()),
                              std::to_string(done.unchanged()), std::to_string(done.groups())}));
}

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

v1::AgencyListReply ask_list(Session& session, const std::string& text) {
    v1::Request request;
    request.mutable_agency_list()->set_text(text);
    return session.ask(std::move(request)).agency_list();
}

void list_agencies(Session& session, const AgencyOptions& options) {
    const auto reply = ask_list(session, options.text);
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
    const auto reply = ask_list(session, "");
    for (const auto& agency : reply.agencies()) {
        if (agency.code() != options.code) continue;
        if (session.options.json) return session.print_json(agency);
        std::string groups;
        for (const auto& group : reply.groups())
            for (const auto& member : group.members())
                if (member == agency.code()) groups += (groups.empty() ? "@" : ", @") + group.name();
        print_fields(session, {{session.say("cli.column.agency"), agency.code()},
                               {session.say("cli.column.name"), agency.name()},
                               {session.say("cli.column.aliases"), joined(agency.aliases())},
                               {session.say("cli.column.level"), level_word(session.lang(), agency.level())},
                               {session.say("cli.agency.valid_from"), spoken_iso_day(agency.valid_from())},
                               {session.say("cli.agency.valid_to"), spoken_iso_day(agency.valid_to())},
                               {session.say("cli.agency.groups"), groups}});
        return;
    }
    throw UserError("cli.agency.unknown", {options.code});
}

}  // namespace

void add_agency_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "agency", "cli.agency.about");
    const auto options = make_options<AgencyOptions>();

    auto* import = add_command(*group, session, "import", "cli.agency.import_about",
                               "dondoc agency import config/agencies/sample.toml --dry-run\n"
                               "dondoc agency import config/agencies/sample.toml");
    add_option(import, session, "FILE", options->file, "", "cli.option.register_file")->required();
    add_flag(import, session, "--dry-run", options->dry_run, "cli.option.dry_run");
    import->callback([&session, options] { import_agencies(session, *options);
});

auto* list = add_command(*group, session, "list", "cli.agency.list_about",
                         "dondoc agency list\ndondoc agency list \"tài chính\"");
add_option(list, session, "TEXT", options->text, "", "cli.option.agency_text");
list->callback([&session, options] { list_agencies(session, *options); });

auto* show = add_command(*group, session, "show", "cli.agency.show_about", "dondoc agency show SNV");
add_option(show, session, "CODE", options->code, "", "cli.option.agency")->required();
show->callback([&session, options] { show_agency(session, *options); });
}  // namespace dondoc::cli

}  // namespace dondoc::cli
