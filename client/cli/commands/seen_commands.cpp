// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/seen_commands.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/frame/command.h"

namespace dondoc::cli {
namespace {

struct SeenOptions {
    std::vector<std::uint64_t> events;
    std::uint64_t up_to = 0;
    std::string agency, person;
};

void see(Session& session, const SeenOptions& options) {
    if (options.events.empty() && options.up_to == 0) throw UsageError("cli.usage.seen_what");
    v1::Request request;
    auto& wanted = *request.mutable_event_seen();
    for (const auto event : options.events) wanted.add_events(event);
    wanted.set_number(options.up_to);
    wanted.set_agency(options.agency);
    wanted.set_person(options.person);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.event_seen());
    session.line(session.say("cli.seen.done", {std::to_string(reply.event_seen().seen())}));
}

}  // namespace

void add_seen_commands(CLI::App& app, Session& session) {
    const auto options = make_options<SeenOptions>();
    auto* seen = add_command(app, session, "seen", "cli.seen.about",
                             "dondoc seen 1042 --person \"Nguyễn Văn An\"\ndondoc seen --up-to 57");
    add_option(seen, session, "EVENT", options->events, "", "cli.option.seen_events");
    add_option(seen, session, "--up-to", options->up_to, "N", "cli.option.seen_up_to");
    add_option(seen, session, "--agency", options->agency, "CODE", "cli.option.seen_agency");
    add_option(seen, session, "--person", options->person, "PERSON", "cli.option.seen_person");
    seen->callback([&session, options] { see(session, *options); });
}

}  // namespace dondoc::cli
