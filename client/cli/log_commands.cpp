#include "cli/log_commands.h"

#include "cli/alert_text.h"
#include "cli/command.h"
#include "cli/dates.h"
#include "cli/wording.h"

namespace dondoc::cli {
namespace {

struct LogOptions {
    std::string agency, kind;
    std::uint64_t after = 0;
    std::uint32_t limit = 0;
};

void show_log(Session& session, const LogOptions& options) {
    v1::Request request;
    auto& log = *request.mutable_log();
    log.set_agency(options.agency);
    log.set_after(options.after);
    log.set_limit(options.limit);
    if (!options.kind.empty()) {
        v1::EventKind::Kind kind{};
        if (!v1::EventKind::Kind_Parse(options.kind, &kind) || kind == v1::EventKind::unspecified)
            throw UsageError("cli.usage.bad_kind", {options.kind});
        log.set_kind(kind);
    }
    const auto reply = session.ask(std::move(request));
    if (session.options.json) return session.print_json(reply.log());
    const auto& events = reply.log().events();
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
    if (reply.log().more())
        session.line(session.say("cli.log.more", {std::to_string(events.rbegin()->id())}));
}

}  // namespace

void add_log_commands(CLI::App& app, Session& session) {
    const auto options = make_options<LogOptions>();
    auto* log = add_command(app, session, "log", "cli.log.about",
                            "dondoc log\ndondoc log --agency SNV --kind overdue --limit 20");
    add_option(log, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(log, session, "--kind", options->kind, "KIND", "cli.option.kind");
    add_option(log, session, "--after", options->after, "N", "cli.option.after");
    add_option(log, session, "--limit", options->limit, "N", "cli.option.limit");
    log->callback([&session, options] { show_log(session, *options); });
}

}  // namespace dondoc::cli
