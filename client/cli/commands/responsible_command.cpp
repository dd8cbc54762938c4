// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/responsible_command.h"

#include <cstdint>
#include <string>
#include <utility>

#include "cli/frame/command.h"
#include "cli/terminal/width.h"

namespace dondoc::cli {
namespace {

struct ResponsibleOptions {
    std::uint64_t assignment = 0, revision = 0;
    std::string person, note;
    bool nobody = false;
};

void name_responsible(Session& session, const ResponsibleOptions& options) {
    if (options.nobody == !options.person.empty()) throw UsageError("cli.person.one_responsible");
    v1::Request request;
    auto& wanted = *request.mutable_assignment_responsible();
    wanted.set_assignment(options.assignment);
    wanted.set_person(options.person);
    wanted.set_note(options.note);
    wanted.set_revision(options.revision);
    const auto done = session.ask(std::move(request)).assignment_responsible();
    if (session.options.json) return session.print_json(done);
    const auto& row = done.assignment();
    session.line(printable(session.say(
        "cli.person.responsible",
        {std::to_string(row.assignment()), row.agency(),
         row.responsible_name().empty() ? session.say("person.nobody") : row.responsible_name()})));
}

}  // namespace

void add_assignment_responsible(CLI::App& assignment_group, Session& session) {
    const auto options = make_options<ResponsibleOptions>();
    auto* command = add_command(assignment_group, session, "responsible", "cli.assignment.responsible_about",
                                "dondoc assignment responsible 34 --person \"Nguyễn Văn An\"\n"
                                "dondoc assignment responsible 34 --nobody");
    add_option(command, session, "ID", options->assignment, "", "cli.option.assignment_id")->required();
    add_option(command, session, "--person", options->person, "PERSON", "cli.option.responsible");
    add_flag(command, session, "--nobody", options->nobody, "cli.option.nobody");
    add_option(command, session, "--note", options->note, "TEXT", "cli.option.note");
    add_option(command, session, "--revision", options->revision, "N", "cli.option.revision");
    command->callback([&session, options] { name_responsible(session, *options); });
}

}  // namespace dondoc::cli
