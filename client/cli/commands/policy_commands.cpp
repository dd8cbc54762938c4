// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/policy_commands.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/policy_text.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t longest_config = 1 << 20;  // bytes, as the daemon takes them
constexpr std::size_t agencies_shown = 20;

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

struct DiffOptions {
    std::string file;
    bool rows = false;
};

using Counts = v1::PolicyDiffReply::Counts;

void add_to(Counts& sum, const Counts& counts) {
    sum.set_added(sum.added() + counts.added());
    sum.set_dropped(sum.dropped() + counts.dropped());
    sum.set_moved(sum.moved() + counts.moved());
}

std::uint64_t size_of(const Counts& counts) {
    return counts.added() + counts.dropped() + counts.moved();
}

Table counts_table(const Session& session, std::vector<Column> first) {
    for (const auto* title : {"cli.column.added", "cli.column.dropped", "cli.column.moved"})
        first.push_back({session.say(title), Align::Right});
    return Table{std::move(first)};
}

void add_policy_counts(Table& table, std::vector<Cell> first, const Counts& counts) {
    for (const auto count : {counts.added(), counts.dropped(), counts.moved()})
        first.emplace_back(std::to_string(count));
    table.add(std::move(first));
}

void print_policy_rows(Session& session, const v1::PolicyDiffReply& diff) {
    auto table =
        counts_table(session, {{session.say("cli.column.agency")}, {session.say("cli.column.month")}});
    for (const auto& row : diff.rows())
        add_policy_counts(table, {row.agency(), month_text(row.month())}, row.counts());
    session.print(table);
}

// By month, and by agency, those with the most changes first.
void print_totals(Session& session, const v1::PolicyDiffReply& diff) {
    std::map<std::string, Counts> months, agencies;
    for (const auto& row : diff.rows()) {
        add_to(months[row.month()], row.counts());
        add_to(agencies[row.agency()], row.counts());
    }
    auto by_month = counts_table(session, {{session.say("cli.column.month")}});
    for (const auto& [month, counts] : months) add_policy_counts(by_month, {month_text(month)}, counts);
    session.print(by_month);
    std::vector<std::pair<std::string, Counts>> most{agencies.begin(), agencies.end()};
    std::ranges::stable_sort(most, std::greater{}, [](const auto& entry) { return size_of(entry.second); });
    auto by_agency = counts_table(session, {{session.say("cli.column.agency")}});
    for (std::size_t i = 0; i < std::min(most.size(), agencies_shown); ++i)
        add_policy_counts(by_agency, {most[i].first}, most[i].second);
    session.print(by_agency);
    if (most.size() > agencies_shown)
        session.line(session.say("cli.policy.more_agencies", {std::to_string(most.size() - agencies_shown)}));
    session.line(session.say("cli.policy.diff_rows"));
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

void diff_policy(Session& session, const DiffOptions& options) {
    v1::Request request;
    request.mutable_policy_diff()->set_name(options.file);
    request.mutable_policy_diff()->set_config(read_input(options.file, longest_config));
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
    if (options.rows)
        print_policy_rows(session, diff);
    else
        print_totals(session, diff);
    print_examples(session, diff);
}

}  // namespace

void add_policy_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "policy", "cli.policy.about");
    auto* show = add_command(*group, session, "show", "cli.policy.show_about", "dondoc policy show");
    show->callback([&session] { show_policy(session); });

    const auto options = make_options<DiffOptions>();
    auto* diff =
        add_command(*group, session, "diff", "cli.policy.diff_about", "dondoc policy diff dondocd.toml");
    add_option(diff, session, "FILE", options->file, "", "cli.option.candidate")->required();
    add_flag(diff, session, "--rows", options->rows, "cli.option.diff_rows");
    diff->callback([&session, options] { diff_policy(session, *options); });
}

}  // namespace dondoc::cli
