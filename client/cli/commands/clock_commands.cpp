// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/clock_commands.h"

#include <string>

#include "cli/frame/command.h"
#include "cli/frame/confirm.h"
#include "cli/frame/dates.h"
#include "cli/pages/wording.h"
#include "wire/time.h"

namespace dondoc::cli {
namespace {

struct AdvanceOptions {
    std::string to, by;
};

v1::ClockReply ask_clock(Session& session) {
    v1::Request request;
    request.mutable_clock_show();
    return session.ask(std::move(request)).clock();
}

void show_clock(Session& session) {
    const auto clock = ask_clock(session);
    if (session.options.json) return session.print_json(clock);
    session.line(session.say("cli.clock.now",
                             {spoken_instant(clock.now()), clock_word(session.lang(), clock.mode())}));
    if (clock.held()) session.line(session.say("cli.clock.held", {spoken_instant(clock.expected())}));
}

void confirm_clock(Session& session, bool yes) {
    const auto clock = ask_clock(session);
    if (!clock.held()) {
        if (session.options.json) return session.print_json(clock);
        return session.line(session.say("cli.clock.not_doubted", {spoken_instant(clock.now())}));
    }
    if (!confirm(
            session,
            session.say("cli.clock.ask", {spoken_instant(clock.now()), spoken_instant(clock.expected())}),
            yes))
        return session.line(session.say("cli.clock.not_confirmed"));
    v1::Request request;
    *request.mutable_clock_confirm()->mutable_now() = clock.now();
    const auto confirmed = session.ask(std::move(request)).clock();
    if (session.options.json) return session.print_json(confirmed);
    session.line(session.say("cli.clock.confirmed", {spoken_instant(confirmed.now())}));
}

// --by becomes an absolute instant, so that a request that is sent twice does not advance twice.
sys_seconds target(Session& session, const AdvanceOptions& options) {
    if (!options.to.empty()) {
        const auto to = parse_moment(options.to);
        if (!to) throw UsageError("cli.usage.bad_moment", {"--to", options.to});
        return *to;
    }
    const auto span = parse_span(options.by);
    if (!span) throw UsageError("cli.usage.bad_span", {"--by", options.by});
    return wire::to_instant(ask_clock(session).now()) + *span;
}

void advance_clock(Session& session, const AdvanceOptions& options) {
    if (options.to.empty() == options.by.empty()) throw UsageError("cli.usage.to_or_by");
    v1::Request request;
    request.mutable_clock_advance()->mutable_to()->set_seconds(
        target(session, options).time_since_epoch().count());
    const auto clock = session.ask(std::move(request), true).clock();
    if (session.options.json) return session.print_json(clock);
    session.line(session.say_count("cli.clock.advanced", clock.events(), {spoken_instant(clock.now())}));
}

}  // namespace

void add_clock_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "clock", "cli.clock.about");
    auto* show = add_command(*group, session, "show", "cli.clock.show_about", "dondoc clock show");
    show->callback([&session] { show_clock(session); });

    const auto sure = make_options<bool>();
    auto* confirm =
        add_command(*group, session, "confirm", "cli.clock.confirm_about", "dondoc clock confirm --yes");
    add_flag(confirm, session, "--yes", *sure, "cli.option.yes");
    confirm->callback([&session, sure] { confirm_clock(session, *sure); });

    const auto options = make_options<AdvanceOptions>();
    auto* advance =
        add_command(*group, session, "advance", "cli.clock.advance_about",
                    "dondoc clock advance --to 2023-12-31\n"
                    "dondoc clock advance --to \"31/12/2023 07:30\"\ndondoc clock advance --by 30d");
    add_option(advance, session, "--to", options->to, "TIME", "cli.option.to");
    add_option(advance, session, "--by", options->by, "30d|12h", "cli.option.by");
    advance->callback([&session, options] { advance_clock(session, *options); });
}

}  // namespace dondoc::cli
