// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/contact_commands.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "words/delivery_text.h"

namespace dondoc::cli {
namespace {

constexpr std::chrono::milliseconds between_looks{500};

struct ContactOptions {
    std::string person, channel;
    std::uint32_t wait_s = 30;
};

bool is_decided(const v1::Delivery& test) {
    return test.state() == v1::Delivery::sent || test.state() == v1::Delivery::refused ||
           test.state() == v1::Delivery::dropped;
}

bool are_decided(const v1::ContactTestReply& reply) {
    return std::ranges::all_of(reply.tests(), is_decided);
}

v1::ContactTestReply test_states(Session& session, const v1::ContactTestReply& asked) {
    v1::Request request;
    for (const auto& test : asked.tests()) request.mutable_contact_test_show()->add_tests(test.test());
    return session.ask(std::move(request)).contact_test();
}

void print_tests(Session& session, const v1::ContactTestReply& reply) {
    Table table({{session.say("cli.column.name"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.channel")},
                 {session.say("cli.column.state"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.time")},
                 {session.say("cli.column.reason"), Align::Left, Fit::Wrap}});
    for (const auto& test : reply.tests())
        table.add({recipient_text(session.lang(), test), test.channel(),
                   state_word(session.lang(), test.state()), spoken_instant(test.time()), test.reason()});
    session.print(table);
}

void test_contact(Session& session, const ContactOptions& options) {
    v1::Request request;
    request.mutable_contact_test()->set_person(options.person);
    request.mutable_contact_test()->set_channel(options.channel);
    auto reply = session.ask(std::move(request)).contact_test();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{options.wait_s};
    while (!are_decided(reply) && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(between_looks);
        reply = test_states(session, reply);
    }
    const auto is_sent = [](const auto& test) { return test.state() == v1::Delivery::sent; };
    if (!std::ranges::all_of(reply.tests(), is_sent)) session.end_as_refused();
    if (session.options.json) return session.print_json(reply);
    print_tests(session, reply);
    if (are_decided(reply)) return;
    const auto is_new = [](const auto& test) { return test.state() == v1::Delivery::unspecified; };
    session.line(session.say(
        std::ranges::all_of(reply.tests(), is_new) ? "cli.contact.nobody_sends" : "cli.contact.not_yet",
        {std::to_string(options.wait_s)}));
}

}  // namespace

void add_contact_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "contact", "cli.contact.about");
    const auto options = make_options<ContactOptions>();
    auto* test = add_command(*group, session, "test", "cli.contact.test_about",
                             "dondoc contact test 12\ndondoc contact test \"Nguyễn Văn An\" --channel mail");
    add_option(test, session, "PERSON", options->person, "", "cli.option.person")->required();
    add_option(test, session, "--channel", options->channel, "NAME", "cli.option.contact_channel");
    add_option(test, session, "--wait", options->wait_s, "N", "cli.option.contact_wait");
    test->callback([&session, options] { test_contact(session, *options); });
}

}  // namespace dondoc::cli
