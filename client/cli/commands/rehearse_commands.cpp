// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/rehearse_commands.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/plan_source.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/fields.h"
#include "cli/pages/wording.h"

namespace dondoc::cli {
namespace {

constexpr std::size_t busiest_shown = 10;

struct RehearseOptions {
    std::string file, until, agency, absent;
    DocumentOptions document;
};

std::string dated(Session& session, const std::string& iso) {
    const auto day = parse_iso_day(iso);
    return day ? session.say(
                     "cli.rehearse.day",
                     {weekday_word(session.lang(), date::weekday{*day}.iso_encoding()), spoken_day(*day)})
               : iso;
}

bool more_alerts(const v1::RehearsedDay& left, const v1::RehearsedDay& right) {
    return left.alerts() > right.alerts();
}

void print_rehearsed_agencies(Session& session, const v1::Rehearsal& report) {
    print_heading(session, session.say("cli.rehearse.by_agency"));
    Table table({{session.say("cli.column.agency")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.rehearse.reminders"), Align::Right},
                 {session.say("cli.column.overdue"), Align::Right},
                 {session.say("cli.rehearse.escalations"), Align::Right},
                 {session.say("cli.rehearse.notices"), Align::Right},
                 {session.say("cli.rehearse.mornings"), Align::Right},
                 {session.say("cli.rehearse.busiest")}});
    for (const auto& agency : report.agencies()) {
        const auto busiest =
            std::ranges::max_element(agency.days(), std::ranges::less{}, &v1::RehearsedDay::alerts);
        table.add({agency.code(), agency.name(), number(agency.reminders()), number(agency.overdue()),
                   number(agency.escalations()), number(agency.notices()),
                   number(static_cast<std::uint64_t>(agency.days_size())),
                   session.say("cli.rehearse.busiest_day",
                               {spoken_iso_day(busiest->day()), number(busiest->alerts())})});
    }
    session.print(table);
}

void print_mornings(Session& session, const std::string& heading, const std::vector<v1::RehearsedDay>& days,
                    bool of_one_agency) {
    print_heading(session, heading);
    std::vector<Column> columns{{session.say("cli.rehearse.morning")},
                                {session.say("cli.rehearse.alerts"), Align::Right},
                                {session.say("cli.rehearse.notices"), Align::Right}};
    if (!of_one_agency) columns.push_back({session.say("cli.rehearse.agencies"), Align::Right});
    Table table(std::move(columns));
    for (const auto& day : days) {
        std::vector<Cell> cells{dated(session, day.day()), number(day.alerts()), number(day.notices())};
        if (!of_one_agency) cells.emplace_back(number(day.agencies()));
        table.add(std::move(cells));
    }
    session.print(table);
}

void print_days_off(Session& session, const v1::Rehearsal& report) {
    if (report.days_off().empty()) return;
    print_heading(session, session.say("cli.rehearse.days_off"));
    Table table({{session.say("cli.column.due")},
                 {session.say("cli.rehearse.why")},
                 {session.say("cli.rehearse.last_working_day")},
                 {session.say("cli.rehearse.assignments"), Align::Right},
                 {session.say("cli.rehearse.tasks"), Align::Left, Fit::Cut}});
    for (const auto& off : report.days_off()) {
        std::string tasks;
        for (const auto& task : off.tasks()) tasks += (tasks.empty() ? "" : ", ") + task;
        table.add({dated(session, off.due()),
                   off.holiday().empty() ? session.say("cli.rehearse.weekend") : off.holiday(),
                   dated(session, off.last_working_day()), number(off.assignments()), tasks});
    }
    session.print(table);
}

void print_report(Session& session, const v1::Rehearsal& report) {
    session.line(
        session.say("cli.rehearse.period",
                    {report.document().number(), spoken_iso_day(report.from()),
                     spoken_iso_day(report.until()), number(report.tasks()), number(report.assignments())}));
    const auto mention = [&](const char* key, std::uint64_t count) {
        if (count > 0) session.line(session.say_count(key, count));
    };
    mention("cli.rehearse.without_day", report.without_day());
    mention("cli.rehearse.already_past", report.already_past());
    mention("cli.rehearse.after", report.after());
    mention("cli.rehearse.problems", report.problems());
    for (const auto& row : report.doubts())
        for (const auto& problem : row.problems())
            session.line(session.say("cli.rehearse.doubt", {row.number(), problem}));
    if (report.alerts() == 0) {
        session.line(session.say("cli.rehearse.silence"));
    } else {
        session.line(
            session.say("cli.rehearse.totals", {number(report.alerts()), number(report.notices()),
                                                number(static_cast<std::uint64_t>(report.agencies_size()))}));
        print_rehearsed_agencies(session, report);
        std::vector<v1::RehearsedDay> busiest{report.days().begin(), report.days().end()};
        std::ranges::stable_sort(busiest, more_alerts);
        if (busiest.size() > busiest_shown) busiest.resize(busiest_shown);
        print_mornings(session, session.say("cli.rehearse.busiest_days"), busiest, false);
    }
    print_days_off(session, report);
}

void print_agency(Session& session, const v1::Rehearsal& report, const std::string& code) {
    const auto found = std::ranges::find(report.agencies(), code, &v1::RehearsedAgency::code);
    if (found == report.agencies().end())
        return session.line(session.say("cli.rehearse.agency_silence", {code}));
    print_mornings(session, session.say("cli.rehearse.mornings_of", {code, found->name()}),
                   {found->days().begin(), found->days().end()}, true);
}

void rehearse(Session& session, const RehearseOptions& options) {
    v1::Request request;
    auto& wanted = *request.mutable_rehearse();
    wanted.set_until(day_for_wire("--until", options.until));
    if (options.file.empty()) {
        *wanted.mutable_document() = document_of(options.document);
        if (wanted.document().number().empty()) throw UsageError("cli.rehearse.which");
    } else {
        auto source = read_plan_source(session, options.file, options.document);
        print_head(session, source);
        require_document(source.document);
        *wanted.mutable_document() = source.document;
        for (auto& row : source.reading.rows) *wanted.add_rows() = std::move(row);
    }
    wanted.set_absent(absent_choice(options.absent));
    const auto report = session.ask(std::move(request), true).rehearsal();
    if (session.options.json) return session.print_json(report);
    if (options.agency.empty()) return print_report(session, report);
    print_agency(session, report, options.agency);
}

}  // namespace

void add_rehearse_commands(CLI::App& app, Session& session) {
    const auto options = make_options<RehearseOptions>();
    auto* command =
        add_command(app, session, "rehearse", "cli.rehearse.about",
                    "dondoc rehearse --document 122/KH-UBND\n"
                    "dondoc rehearse kh-122.txt --document 122/KH-UBND --issued 13/05/2023 --level province\n"
                    "dondoc rehearse --document 122/KH-UBND --agency SNV --until 31/12/2023");
    add_plan_file(command, session, options->file);
    add_document_options(command, session, options->document);
    add_absent_option(command, session, options->absent);
    add_option(command, session, "--until", options->until, "DATE", "cli.option.rehearse_until");
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.rehearse_agency");
    command->callback([&session, options] { rehearse(session, *options); });
}

}  // namespace dondoc::cli
