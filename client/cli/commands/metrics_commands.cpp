// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/metrics_commands.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands/metrics.h"
#include "cli/frame/command.h"
#include "cli/pages/wording.h"
#include "cli/terminal/width.h"
#include "figures/families.h"

namespace dondoc::cli {
namespace {

v1::StatusReply daemon_status(Session& session) {
    v1::Request request;
    request.mutable_status();
    return session.ask(std::move(request)).status();
}

void write_metrics(Session& session, const std::string& file) {
    Answers answers{daemon_status(session)};
    v1::Request consumers, unseen, clock;
    consumers.mutable_consumer_list();
    answers.consumers = session.ask(std::move(consumers)).consumer_list();
    clock.mutable_clock_show();
    answers.clock = session.ask(std::move(clock)).clock();
    if (answers.status.has_sessions()) {  // the key sees everything
        unseen.mutable_unseen_list();
        answers.unseen = session.ask(std::move(unseen)).unseen_list();
    }
    const auto text = metrics_text(answers);
    if (file.empty()) {
        session.out() << text;
        return;
    }
    try {
        figures::write_for_collector(file, text);
    } catch (const std::filesystem::filesystem_error&) {
        throw UserError("cli.metrics.not_written", {file});
    }
}

// What a person has to look at; empty: nothing.
std::vector<std::string> troubles(const Session& session, const v1::StatusReply& status) {
    constexpr std::int64_t most_late_s = 300;  // a burst of a million is worked off in seconds
    std::vector<std::string> found(status.warnings().begin(), status.warnings().end());
    if (!status.storage().trouble().empty() && found.empty())
        found.push_back(session.say(status.storage().trouble()));
    const auto late = status.now().seconds() - status.next_alarm().seconds();
    if (status.has_next_alarm() && late > most_late_s)
        found.push_back(
            session.say("cli.check.alarms_late", {number(static_cast<std::uint64_t>(late / 60))}));
    return found;
}

}  // namespace

bool show_check(Session& session) {
    const auto status = daemon_status(session);
    const auto found = troubles(session, status);
    const auto& counts = status.counts();
    const std::vector<std::string> figures{
        number(counts.overdue()), number(counts.due_today() + counts.due_soon()), number(status.sessions())};
    std::string line = session.say(found.empty() ? "cli.check.well" : "cli.check.not_well", figures);
    for (const auto& trouble : found) line += " " + printable(trouble);
    session.line(line);
    return found.empty();
}

void check_status(Session& session) {
    if (!show_check(session)) session.end_as_refused();
}

void add_metrics_commands(CLI::App& app, Session& session) {
    const auto file = make_options<std::string>();
    auto* metrics = add_command(app, session, "metrics", "cli.metrics.about",
                                "dondoc metrics\n"
                                "dondoc metrics --out /var/lib/prometheus/node-exporter/dondoc.prom");
    add_option(metrics, session, "--out", *file, "FILE", "cli.option.metrics_out");
    metrics->callback([&session, file] { write_metrics(session, *file); });
}

}  // namespace dondoc::cli
