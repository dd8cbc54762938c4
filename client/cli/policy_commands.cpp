// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/policy_commands.h"

#include <string>

#include "cli/command.h"
#include "cli/dates.h"
#include "cli/fields.h"
#include "cli/policy_text.h"
#include "cli/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t longest_config = 1 << 20;  // bytes, as the daemon takes them

void show_policy(Session& session) {
    v1::Request request;
    request.mutable_policy_show();
    const auto reply = session.ask(std::move(request));
    const auto& shown = reply.policy_show();
    if (session.options.json) return session.print_json(shown);
    session.line(shown.office().empty() ? session.say("cli.policy.no_office")
                                        : session.say("cli.policy.office", {shown.office()}));
    session.line(session.say("cli.policy.first_holds"));
    for (const auto& policy : shown.policies()) {
        session.line("");
        print_fields(session, policy_words(session, policy));
    }
}

std::string month_text(const std::string& month) {  // "2023-12" -> "12/2023"
    const auto dash = month.find('-');
    return dash == std::string::npos ? month : month.substr(dash + 1) + "/" + month.substr(0, dash);
}

void print_rows(Session& session, const v1::PolicyDiffReply& diff) {
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.month")},
                 {session.say("cli.column.added"), Align::Right},
                 {session.say("cli.column.dropped"), Align::Right},
                 {session.say("cli.column.moved"), Align::Right}});
    for (const auto& row : diff.rows())
        table.add({row.agency(), month_text(row.month()), std::to_string(row.counts().added()),
                   std::to_string(row.counts().dropped()), std::to_string(row.counts().moved())});
    session.print(table);
}

void print_examples(Session& session, const v1::PolicyDiffReply& diff) {
    print_heading(session, session.say("cli.policy.examples"));
    Table table({{session.say("cli.column.assignment"), Align::Right},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.step"), Align::Left, Fit::Wrap},
                 {session.say("cli.column.due")},
                 {session.say("cli.column.before")},
                 {session.say("cli.column.after")},
                 {session.say("cli.column.rule"), Align::Left, Fit::Cut}});
    for (const auto& example : diff.examples())
        table.add({std::to_string(example.assignment()), example.agency(),
                   step_text(session.lang(), example.step()), spoken_iso_day(example.due()),
                   example.has_before() ? spoken_instant(example.before()) : session.say("cli.policy.added"),
                   example.has_after() ? spoken_instant(example.after()) : session.say("cli.policy.dropped"),
                   example.rule_before() == example.rule_after()
                       ? example.rule_after()
                       : example.rule_before() + " -> " + example.rule_after()});
    session.print(table);
}

void diff_policy(Session& session, const std::string& file) {
    v1::Request request;
    request.mutable_policy_diff()->set_name(file);
    request.mutable_policy_diff()->set_config(read_input(file, longest_config));
    const auto reply = session.ask(std::move(request), true);
    const auto& diff = reply.policy_diff();
    if (session.options.json) return session.print_json(diff);
    const auto assignments = std::to_string(diff.assignments());
    if (diff.rows().empty())
        return session.line(session.say("cli.policy.diff_none", {assignments, spoken_iso_day(diff.until())}));
    session.line(
        session.say("cli.policy.diff_total",
                    {std::to_string(diff.total().added()), std::to_string(diff.total().dropped()),
                     std::to_string(diff.total().moved()), assignments, spoken_iso_day(diff.until())}));
    print_rows(session, diff);
    print_examples(session, diff);
}

}  // namespace

void add_policy_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "policy", "cli.policy.about");
    auto* show = add_command(*group, session, "show", "cli.policy.show_about", "dondoc policy show");
    show->callback([&session] { show_policy(session); });

    const auto file = make_options<std::string>();
    auto* diff =
        add_command(*group, session, "diff", "cli.policy.diff_about", "dondoc policy diff dondocd.toml");
    add_option(diff, session, "FILE", *file, "", "cli.option.candidate")->required();
    diff->callback([&session, file] { diff_policy(session, *file); });
}

}  // namespace dondoc::cli
