// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/status_commands.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/metrics_commands.h"
#include "cli/commands/pressed_agencies.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/assignment_list.h"
#include "cli/pages/fields.h"
#include "cli/pages/report_text.h"
#include "cli/pages/wording.h"
#include "report/pages.h"

namespace dondoc::cli {
namespace {

struct StatusOptions {
    std::string agency, document, as_of;
    bool check = false;
};

struct OverdueOptions : ListOptions {
    std::string as_of;
};

struct DueOptions : ListOptions {
    std::string within = "7d";
};

void print_standing_counts(Session& session, const v1::Counts& counts) {
    using Timeliness = v1::Timeliness;
    Table table({{session.say("cli.column.standing")}, {session.say("cli.column.count"), Align::Right}});
    const auto add = [&](Timeliness::Class timeliness, std::uint64_t count) {
        table.add({{word(session.lang(), timeliness), count > 0 ? tone_of(timeliness) : Tone::Plain},
                   {number(count), count > 0 ? tone_of(timeliness) : Tone::Plain}});
    };
    add(Timeliness::overdue, counts.overdue());
    if (counts.waiting() > 0)
        table.add({session.say("cli.status.waiting_longest", {number(counts.longest_waiting())}),
                   {number(counts.waiting()), Tone::Warning}});
    else
        table.add({session.say("cli.status.waiting"), number(0)});
    add(Timeliness::due_today, counts.due_today());
    add(Timeliness::due_soon, counts.due_soon());
    add(Timeliness::in_time, counts.in_time());
    add(Timeliness::no_deadline, counts.no_deadline());
    add(Timeliness::completed_on_time, counts.completed_on_time());
    add(Timeliness::completed_late, counts.completed_late());
    add(Timeliness::completed_no_deadline, counts.completed_no_deadline());
    table.add({session.say("cli.status.total"), number(counts.total())});
    add(Timeliness::withdrawn, counts.withdrawn());
    session.print(table);
}

void print_pressed_agencies(Session& session, const v1::StatusReply& status) {
    if (status.agency_counts().empty()) return;
    print_heading(session, session.say("cli.status.agencies"));
    const auto shown = static_cast<std::size_t>(status.agency_counts().size());
    session.print(pressed_agencies(session, status, shown));
    if (status.pressed() > shown)
        session.line(session.say("cli.status.more_agencies", {number(status.pressed() - shown)}));
}

// Backups are made by the machine's clock, also where the daemon's is simulated.
std::string by_machine(const Session& session, bool simulated, const std::string& time) {
    return simulated ? session.say("cli.status.by_machine", {time}) : time;
}

void add_storage_fields(Session& session, const v1::StorageState& storage, bool simulated,
                        std::vector<std::pair<std::string, std::string>>& fields) {
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    fields.emplace_back(session.say("cli.status.free"),
                        session.say("cli.status.free_value", {number(storage.free_bytes() / mebibyte)}));
    const auto last = storage.has_last_backup()
                          ? by_machine(session, simulated, spoken_instant(storage.last_backup()))
                          : session.say("cli.status.never");
    fields.emplace_back(session.say("cli.status.last_backup"),
                        session.say("cli.status.backup_value", {last, storage.backup_folder()}));
    if (storage.has_next_backup())
        fields.emplace_back(session.say("cli.status.next_backup"),
                            by_machine(session, simulated, spoken_instant(storage.next_backup())));
}

// How everything stood at the end of a past day is read from the history, by a report.
v1::Report ask_then(Session& session, const std::string& as_of, const ListOptions& options) {
    if (!options.sort.empty() || !options.after.empty() || options.reverse || options.cooperating)
        throw UsageError("cli.usage.as_of_list");
    v1::Request request;
    auto& asked = *request.mutable_report();
    asked.set_kind(v1::ReportKind::overdue);
    asked.set_as_of(day_for_wire("--as-of", as_of));
    asked.set_agency(options.agency);
    asked.set_document(options.document);
    if (!options.level.empty()) asked.add_levels(options.level);
    asked.set_limit(options.limit);
    asked.set_offset(options.offset);
    return session.ask(std::move(request), true).report();
}

void show_status_then(Session& session, const StatusOptions& options) {
    ListOptions asked;
    asked.agency = options.agency;
    asked.document = options.document;
    asked.limit = 1;
    auto report = ask_then(session, options.as_of, asked);
    report.clear_rows();
    if (session.options.json) return session.print_json(report);
    const auto& counts = report.total().current();
    print_fields(session, {{session.say("cli.status.as_of"), spoken_iso_day(report.as_of())}});
    Table table({{session.say("cli.column.standing")}, {session.say("cli.column.count"), Align::Right}});
    const auto add = [&](const std::string& what, std::uint64_t count, Tone tone = Tone::Plain) {
        table.add({{what, count > 0 ? tone : Tone::Plain}, {number(count), count > 0 ? tone : Tone::Plain}});
    };
    const auto of = [&](v1::Timeliness::Class timeliness, std::uint64_t count) {
        add(word(session.lang(), timeliness), count, tone_of(timeliness));
    };
    of(v1::Timeliness::overdue, counts.overdue());
    add(session.say("cli.status.waiting"), counts.waiting(), Tone::Warning);
    of(v1::Timeliness::due_soon, counts.due_soon());
    of(v1::Timeliness::in_time, counts.in_time() - counts.due_soon());
    of(v1::Timeliness::no_deadline, counts.no_deadline() - counts.no_deadline_completed());
    of(v1::Timeliness::completed_on_time, counts.on_time());
    of(v1::Timeliness::completed_late, counts.late());
    of(v1::Timeliness::completed_no_deadline, counts.no_deadline_completed());
    add(session.say("cli.status.total"), counts.given() - counts.withdrawn());
    of(v1::Timeliness::withdrawn, counts.withdrawn());
    session.print(table);
}

void show_status(Session& session, const StatusOptions& options) {
    v1::Request request;
    request.mutable_status()->set_agency(options.agency);
    request.mutable_status()->set_document(options.document);
    const auto reply = session.ask(std::move(request));
    const auto& status = reply.status();
    if (session.options.json) return session.print_json(status);

    print_warnings(session, status.warnings());
    std::vector<std::pair<std::string, std::string>> fields{
        {session.say("cli.status.today"), spoken_iso_day(status.today())},
        {session.say("cli.status.clock"),
         session.say("cli.status.clock_value",
                     {spoken_instant(status.now()), clock_word(session.lang(), status.clock())})},
        {session.say("cli.status.documents"), number(status.documents())},
        {session.say("cli.status.known_agencies"), number(status.agencies())},
        {session.say("cli.status.version"), status.version()}};
    if (status.has_sessions()) {  // the key sees everything
        const auto next = status.has_next_alarm() ? spoken_instant(status.next_alarm())
                                                  : session.say("cli.status.no_alarm");
        fields.emplace_back(session.say("cli.status.next_alarm"), next);
        fields.emplace_back(session.say("cli.status.last_event"), number(status.last_event()));
        fields.emplace_back(session.say("cli.status.sessions"), number(status.sessions()));
        const auto& away = status.turned_away();
        fields.emplace_back(session.say("cli.status.connections"), number(away.open()));
        if (away.connections() + away.frames() + away.requests() > 0)
            fields.emplace_back(
                session.say("cli.status.turned_away"),
                session.say("cli.status.turned_away_value",
                            {number(away.connections()), number(away.frames()), number(away.requests())}));
    }
    if (status.has_storage())
        add_storage_fields(session, status.storage(), status.clock() == "simulated", fields);
    print_fields(session, fields);
    session.line("");
    if (status.counts().total() + status.counts().withdrawn() == 0) {
        session.line(session.say("cli.status.empty"));
    } else {
        print_standing_counts(session, status.counts());
    }
    print_pressed_agencies(session, status);
}

// Figures and lists go by days; what has to be done by an hour of today, which has passed, is named beside
// them.
void print_past_hour(Session& session, const ListOptions& options) {
    auto request = list_request(options);
    request.mutable_task_list()->add_timeliness(v1::Timeliness::due_today);
    std::vector<v1::AssignmentRow> late;
    const auto page = full_page(session, std::move(request));
    for (const auto& row : page.rows())
        if (row.hour_passed()) late.push_back(row);
    if (late.empty()) return;
    print_heading(session, session.say("cli.overdue.past_hour"));
    print_assignments(session, late);
}

void show_overdue(Session& session, const OverdueOptions& options) {
    if (!options.as_of.empty()) {
        const auto report = ask_then(session, options.as_of, options);
        if (session.options.json) return session.print_json(report);
        return print_page(session, report::make_page(report, session.lang()));
    }
    auto request = list_request(options);
    request.mutable_task_list()->add_timeliness(v1::Timeliness::overdue);
    show_assignments(session, options, std::move(request), "cli.overdue.empty");
    const bool is_first_page = options.after.empty() && options.offset == 0;
    if (is_first_page && !session.options.json) print_past_hour(session, options);
}

// Today is the daemon's: its clock may be simulated.
local_days daemon_today(Session& session) {
    v1::Request request;
    request.mutable_clock_show();
    const auto day = parse_iso_day(session.ask(std::move(request)).clock().today());
    if (!day) throw UserError("cli.reply.strange");
    return *day;
}

void show_due(Session& session, const DueOptions& options) {
    const auto span = parse_span(options.within);
    if (!span || *span % date::days{1} != std::chrono::seconds{0})
        throw UsageError("cli.usage.bad_days", {"--within", options.within});
    const auto first = daemon_today(session);
    auto request = list_request(options);
    auto& list = *request.mutable_task_list();
    for (const auto timeliness :
         {v1::Timeliness::in_time, v1::Timeliness::due_soon, v1::Timeliness::due_today})
        list.add_timeliness(timeliness);
    list.set_due_from(iso_day(first));
    list.set_due_to(iso_day(first + date::floor<date::days>(*span)));
    show_assignments(session, options, std::move(request), "cli.due.empty");
}

}  // namespace

void add_status_commands(CLI::App& app, Session& session) {
    const auto status_options = make_options<StatusOptions>();
    auto* status = add_command(app, session, "status", "cli.status.about",
                               "dondoc status\ndondoc status --agency SNV --json\ndondoc status --check");
    add_option(status, session, "--agency", status_options->agency, "CODE", "cli.option.agency");
    add_option(status, session, "--document", status_options->document, "NUMBER", "cli.option.document");
    add_option(status, session, "--as-of", status_options->as_of, "DATE", "cli.option.report_as_of");
    add_flag(status, session, "--check", status_options->check, "cli.option.status_check");
    status->callback([&session, status_options] {
        if (status_options->check) return check_status(session);
        if (!status_options->as_of.empty()) return show_status_then(session, *status_options);
        show_status(session, *status_options);
    });

    const auto overdue_options = make_options<OverdueOptions>();
    auto* overdue = add_command(app, session, "overdue", "cli.overdue.about",
                                "dondoc overdue\ndondoc overdue --document 122/KH-UBND --sort agency\n"
                                "dondoc overdue --as-of 30/9/2023");
    add_list_options(overdue, session, *overdue_options);
    add_option(overdue, session, "--as-of", overdue_options->as_of, "DATE", "cli.option.report_as_of");
    overdue->callback([&session, overdue_options] { show_overdue(session, *overdue_options); });

    const auto due_options = make_options<DueOptions>();
    auto* due = add_command(app, session, "due", "cli.due.about",
                            "dondoc due --within 7d\ndondoc due --within 2w --agency SNV");
    add_option(due, session, "--within", due_options->within, "7d|2w", "cli.option.within");
    add_list_options(due, session, *due_options);
    due->callback([&session, due_options] { show_due(session, *due_options); });
}

}  // namespace dondoc::cli
