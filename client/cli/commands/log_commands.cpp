// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/log_commands.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/alert_text.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

struct LogOptions {
    std::string agency, kind, document, since, until;
    std::uint64_t after = 0;
    std::optional<std::uint64_t> task, assignment;
    std::uint32_t limit = 0;
    bool newest_first = false;
};

// A day is meant from its beginning to its end.
void set_span(v1::LogRequest& log, const LogOptions& options) {
    const auto instant = [](const std::string& option, const std::string& typed, date::days after_a_day) {
        if (const auto day = parse_day(typed)) return to_instant(local_seconds{*day + after_a_day});
        if (const auto moment = parse_moment(typed)) return *moment;
        throw UsageError("cli.usage.bad_moment", {option, typed});
    };
    if (!options.since.empty())
        log.mutable_since()->set_seconds(
            instant("--since", options.since, date::days{0}).time_since_epoch().count());
    if (!options.until.empty())
        log.mutable_until()->set_seconds(
            instant("--until", options.until, date::days{1}).time_since_epoch().count());
}

constexpr int usual_events = 100, most_events = 1000;  // of the wire

// An answer may end before the page is full: the daemon looks at so many events at a time.
v1::LogReply full_log_page(Session& session, v1::Request request) {
    auto& wanted = *request.mutable_log();
    const int limit = wanted.limit() == 0
                          ? usual_events
                          : static_cast<int>(std::min<std::uint32_t>(wanted.limit(), most_events));
    auto page = session.ask(v1::Request{request}).log();
    while (page.more() && page.events_size() < limit) {
        wanted.set_after(page.next());
        wanted.set_limit(static_cast<std::uint32_t>(limit - page.events_size()));
        const auto further = session.ask(v1::Request{request}).log();
        page.mutable_events()->MergeFrom(further.events());
        page.set_more(further.more());
        page.set_next(further.next());
    }
    return page;
}

void show_log(Session& session, const LogOptions& options) {
    v1::Request request;
    auto& log = *request.mutable_log();
    log.set_agency(options.agency);
    log.set_after(options.after);
    log.set_limit(options.limit);
    log.set_document(options.document);
    for (const auto& id : {options.task, options.assignment})
        if (id == 0) throw UsageError("cli.usage.no_id", {std::to_string(*id)});
    log.set_task(options.task.value_or(0));
    log.set_assignment(options.assignment.value_or(0));
    log.set_newest_first(options.newest_first);
    set_span(log, options);
    if (!options.kind.empty()) {
        v1::EventKind::Kind kind{};
        if (!v1::EventKind::Kind_Parse(options.kind, &kind) || kind == v1::EventKind::unspecified)
            throw UsageError("cli.usage.bad_kind", {options.kind});
        log.set_kind(kind);
    }
    const auto page = full_log_page(session, std::move(request));
    if (session.options.json) return session.print_json(page);
    const auto& events = page.events();
    if (events.empty()) return session.line(session.say("cli.log.empty"));
    Table table({{session.say("cli.column.event"), Align::Right},
                 {session.say("cli.column.time")},
                 {session.say("cli.column.agency")},
                 {session.say("cli.column.inbox_number"), Align::Right},
                 {session.say("cli.column.what"), Align::Left, Fit::Cut}});
    for (const auto& event : events)
        table.add({std::to_string(event.id()), spoken_instant(event.time()), event.agency(),
                   std::to_string(event.number()), event_summary(session.lang(), event)});
    session.print(table);
    if (page.more()) session.line(session.say("cli.log.more", {std::to_string(page.next())}));
}

}  // namespace

void add_log_commands(CLI::App& app, Session& session) {
    const auto options = make_options<LogOptions>();
    auto* log = add_command(app, session, "log", "cli.log.about",
                            "dondoc log\ndondoc log --agency SNV --kind overdue --newest-first --limit 20\n"
                            "dondoc log --document 122/KH-UBND --since 01/12/2023 --until 31/12/2023");
    add_option(log, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(log, session, "--kind", options->kind, "KIND", "cli.option.kind");
    add_option(log, session, "--document", options->document, "NUMBER", "cli.option.document");
    add_option(log, session, "--task", options->task, "ID", "cli.option.task_id");
    add_option(log, session, "--assignment", options->assignment, "ID", "cli.option.assignment_id");
    add_option(log, session, "--since", options->since, "TIME", "cli.option.log_since");
    add_option(log, session, "--until", options->until, "TIME", "cli.option.log_until");
    add_flag(log, session, "--newest-first", options->newest_first, "cli.option.newest_first");
    add_option(log, session, "--after", options->after, "N", "cli.option.after");
    add_option(log, session, "--limit", options->limit, "N", "cli.option.limit");
    log->callback([&session, options] { show_log(session, *options); });
}

}  // namespace dondoc::cli
