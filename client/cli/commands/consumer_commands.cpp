// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/consumer_commands.h"

#include <string>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"

namespace dondoc::cli {
namespace {

struct ConsumerOptions {
    std::string agency, name;
    bool stream = false;
};

void list_consumers(Session& session, const ConsumerOptions& options) {
    v1::Request request;
    request.mutable_consumer_list()->set_agency(options.agency);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.consumer_list());
    const auto& consumers = reply.consumer_list().consumers();
    if (consumers.empty()) return session.line(session.say("cli.consumer.empty"));
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.consumer"), Align::Left, Fit::Cut},
                 {session.say("cli.column.acknowledged"), Align::Right},
                 {session.say("cli.column.head"), Align::Right},
                 {session.say("cli.column.last_acknowledged")}});
    for (const auto& consumer : consumers)
        table.add({consumer.agency().empty() ? session.say("cli.consumer.of_stream") : consumer.agency(),
                   consumer.name(), std::to_string(consumer.acknowledged()), std::to_string(consumer.head()),
                   spoken_instant(consumer.time())});
    session.print(table);
}

void forget_consumer(Session& session, const ConsumerOptions& options) {
    if (options.stream == !options.agency.empty()) throw UsageError("cli.usage.consumer_of");
    v1::Request request;
    request.mutable_consumer_forget()->set_agency(options.agency);
    request.mutable_consumer_forget()->set_name(options.name);
    request.mutable_consumer_forget()->set_stream(options.stream);
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.consumer_forget());
    const auto& was = reply.consumer_forget().consumer();
    session.line(session.say("cli.consumer.forgotten",
                             {was.agency().empty() ? session.say("cli.consumer.of_stream") : was.agency(),
                              was.name(), std::to_string(was.acknowledged())}));
}

}  // namespace

void add_consumer_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "consumer", "cli.consumer.about");
    const auto options = make_options<ConsumerOptions>();

    auto* list = add_command(*group, session, "list", "cli.consumer.list_about",
                             "dondoc consumer list\ndondoc consumer list --agency SNV");
    add_option(list, session, "--agency", options->agency, "CODE", "cli.option.agency");
    list->callback([&session, options] { list_consumers(session, *options); });

    auto* forget = add_command(*group, session, "forget", "cli.consumer.forget_about",
                               "dondoc consumer forget pc-cu --agency SNV\n"
                               "dondoc consumer forget kho --stream");
    add_option(forget, session, "NAME", options->name, "", "cli.option.consumer_name")->required();
    add_option(forget, session, "--agency", options->agency, "CODE", "cli.option.consumer_agency");
    add_flag(forget, session, "--stream", options->stream, "cli.option.consumer_stream");
    forget->callback([&session, options] { forget_consumer(session, *options); });
}

}  // namespace dondoc::cli
