// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/outbox_commands.h"

#include <cstdint>
#include <string>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "words/delivery_text.h"

namespace dondoc::cli {
namespace {

struct OutboxOptions {
    std::string agency, person, channel;
    std::uint64_t event = 0, offset = 0;
    std::uint32_t limit = 0;
    bool all = false, sent = false;
};

void list_outbox(Session& session, const OutboxOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_delivery_list();
    wanted.set_agency(options.agency);
    wanted.set_person(options.person);
    wanted.set_channel(options.channel);
    wanted.set_limit(options.limit);
    wanted.set_offset(options.offset);
    if (options.sent)
        for (const auto state :
             {v1::Delivery::waiting, v1::Delivery::sent, v1::Delivery::refused, v1::Delivery::dropped})
            wanted.add_states(state);
    const auto reply = session.ask(std::move(request));
    const auto& list = reply.delivery_list();
    if (session.options.json) return session.print_json(list);
    if (list.deliveries().empty()) return session.line(session.say("cli.outbox.empty"));
    Table table({{session.say("cli.column.event"), Align::Right},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.channel")},
                 {session.say("cli.column.state"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.time")},
                 {session.say("cli.column.tries"), Align::Right},
                 {session.say("cli.column.next_try")},
                 {session.say("cli.column.reason"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.wish")}});
    for (const auto& one : list.deliveries())
        table.add({std::to_string(one.event()), one.agency(), recipient_text(session.lang(), one),
                   one.channel(), state_word(session.lang(), one.state()), spoken_instant(one.time()),
                   std::to_string(one.tries()),
                   one.has_next_try() ? spoken_instant(one.next_try()) : std::string{}, one.reason(),
                   one.wish().empty() ? std::string{} : session.say("cli.outbox." + one.wish())});
    session.print(table);
    if (list.more()) session.line(session.say("cli.outbox.more"));
}

void change_outbox(Session& session, const OutboxOptions& options, const std::string& wish) {
    v1::Request request;
    auto& wanted = *request.mutable_delivery_change();
    wanted.set_event(options.event);
    wanted.set_person(options.person);
    wanted.set_channel(options.channel);
    wanted.set_all(options.all);
    wanted.set_wish(wish);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.delivery_change());
    session.line(session.say("cli.outbox.asked", {std::to_string(reply.delivery_change().changed())}));
}

void add_change(CLI::App& group, Session& session, const std::string& wish, const std::string& example) {
    const auto options = make_options<OutboxOptions>();
    auto* command = add_command(group, session, wish, "cli.outbox." + wish + "_about", example);
    add_option(command, session, "EVENT", options->event, "", "cli.option.outbox_event");
    add_option(command, session, "--person", options->person, "PERSON", "cli.option.outbox_person");
    add_option(command, session, "--channel", options->channel, "NAME", "cli.option.outbox_channel");
    add_flag(command, session, "--all", options->all, "cli.option.outbox_all");
    command->callback([&session, options, wish] { change_outbox(session, *options, wish); });
}

}  // namespace

void add_outbox_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "outbox", "cli.outbox.about");
    const auto options = make_options<OutboxOptions>();
    auto* list = add_command(*group, session, "list", "cli.outbox.list_about",
                             "dondoc outbox list\ndondoc outbox list --agency SNV --sent");
    add_option(list, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(list, session, "--person", options->person, "PERSON", "cli.option.outbox_person");
    add_option(list, session, "--channel", options->channel, "NAME", "cli.option.outbox_channel");
    add_flag(list, session, "--sent", options->sent, "cli.option.outbox_sent");
    add_option(list, session, "--limit", options->limit, "N", "cli.option.limit");
    add_option(list, session, "--offset", options->offset, "N", "cli.option.offset");
    list->callback([&session, options] { list_outbox(session, *options); });
    add_change(*group, session, "retry",
               "dondoc outbox retry 1042 --person 12\ndondoc outbox retry --channel mail");
    add_change(*group, session, "drop", "dondoc outbox drop 1042\ndondoc outbox drop --person 12");
}

}  // namespace dondoc::cli
