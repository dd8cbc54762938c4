// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/calendar_commands.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/calendar_check.h"
#include "cli/commands/calendar_feed.h"
#include "cli/commands/calendar_source.h"
#include "cli/frame/command.h"
#include "cli/frame/dates.h"
#include "cli/pages/wording.h"
#include "dondoc/v1/calendar.pb.h"

namespace dondoc::cli {
namespace {

constexpr int most_working_days = 10'000;  // some forty years; what is asked for is weeks

struct CalendarOptions {
    std::string calendar, from;
    int year = 0, count = 0;
    std::vector<std::string> files;
};

unsigned iso_weekday(local_days day) {
    return date::weekday{day}.iso_encoding();
}

local_days machine_today() {
    return civil_day(date::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

v1::CalendarYear describe(const Calendar& calendar, date::year year, const CalendarYear& data) {
    v1::CalendarYear described;
    described.set_year(int{year});
    described.set_official(data.official);
    described.set_document(data.document);
    for (const auto& [day, special] : data.days) {
        auto& row = *described.add_days();
        row.set_date(iso_day(day));
        row.set_weekday(iso_weekday(day));
        row.set_kind(std::string{name_of(special.kind)});
        row.set_name(special.name);
        row.set_document(special.document.empty() ? data.document : special.document);
    }
    std::uint32_t total = 0;
    for (unsigned month = 1; month <= 12; ++month) {
        const auto first = year / date::month{month} / 1;
        const auto last = year / date::month{month} / date::last;
        const auto count =
            static_cast<std::uint32_t>(calendar.working_days(local_days{first}, local_days{last}));
        described.add_month_working_days(count);
        total += count;
    }
    described.set_working_days(total);
    return described;
}

void print_calendar_days(Session& session, const v1::CalendarYear& year) {
    Table table({{session.say("cli.calendar.column.day")},
                 {session.say("cli.calendar.column.weekday")},
                 {session.say("cli.calendar.column.kind")},
                 {session.say("cli.column.name"), Align::Left, Fit::Cut},
                 {session.say("cli.column.document"), Align::Left, Fit::Cut}});
    for (const auto& day : year.days())
        table.add({spoken_iso_day(day.date()),
                   weekday_word(session.lang(), day.weekday()),
                   {session.say("cli.calendar.kind." + day.kind()),
                    day.kind() == "made_up" ? Tone::Warning : Tone::Plain},
                   day.name(),
                   day.document() == year.document() ? "" : day.document()});
    session.print(table);
}

void print_months(Session& session, const v1::CalendarYear& year) {
    std::vector<Column> columns{{""}};
    std::vector<Cell> row{session.say("cli.calendar.working_days")};
    for (int month = 0; month < year.month_working_days_size(); ++month) {
        columns.push_back({session.say("cli.calendar.month", {std::to_string(month + 1)}), Align::Right});
        row.emplace_back(std::to_string(year.month_working_days(month)));
    }
    columns.push_back({session.say("cli.calendar.whole_year"), Align::Right});
    row.emplace_back(std::to_string(year.working_days()));
    Table table(std::move(columns));
    table.add(std::move(row));
    session.print(table);
}

void show_year(Session& session, const CalendarOptions& options) {
    const auto year =
        options.year != 0 ? date::year{options.year} : date::year_month_day{machine_today()}.year();
    const auto calendar = read_calendar(options.calendar);
    const auto* data = calendar.find(year);
    if (!data)
        throw UserError("cli.calendar.no_year",
                        {std::to_string(int{year}), std::to_string(int{calendar.years().begin()->first}),
                         std::to_string(int{calendar.years().rbegin()->first})});
    const auto described = describe(calendar, year, *data);
    if (session.options.json) return session.print_json(described);
    session.line(session.say(described.official() ? "cli.calendar.official" : "cli.calendar.provisional",
                             {std::to_string(described.year())}));
    session.line(session.say("cli.calendar.document", {described.document()}));
    session.line("");
    print_calendar_days(session, described);
    session.line("");
    print_months(session, described);
}

void count_days(Session& session, const CalendarOptions& options) {
    const auto from = parse_day(options.from);
    if (!from) throw UsageError("cli.usage.bad_day", {"FROM", options.from});
    const auto calendar = read_calendar(options.calendar);
    const auto day = calendar.add_working_days(*from, options.count);
    v1::CalendarCount count;
    count.set_from(iso_day(*from));
    count.set_count(static_cast<std::uint32_t>(options.count));
    count.set_day(iso_day(day));
    count.set_weekday(iso_weekday(day));
    for (auto year = date::year_month_day{*from}.year(); year <= date::year_month_day{day}.year(); ++year)
        if (!calendar.is_declared(year)) count.add_provisional(int{year});
    if (session.options.json) return session.print_json(count);
    session.line(session.say("cli.calendar.counted",
                             {std::to_string(options.count), spoken_day(*from),
                              weekday_word(session.lang(), count.weekday()), spoken_day(day)}));
    for (const auto year : count.provisional())
        session.err() << session.say(calendar.find(date::year{year}) ? "cli.calendar.count_provisional"
                                                                     : "cli.calendar.count_undeclared",
                                     {std::to_string(year)})
                      << '\n';
}

}  // namespace

void add_calendar_commands(CLI::App& app, Session& session) {
    auto* group = add_group(app, session, "calendar", "cli.calendar.about");
    const auto options = make_options<CalendarOptions>();

    auto* show = add_command(*group, session, "show", "cli.calendar.show_about",
                             "dondoc calendar show\ndondoc calendar show 2026 --json");
    add_option(show, session, "YEAR", options->year, "", "cli.option.calendar_year")
        ->check(CLI::Range(1900, 2200));
    add_option(show, session, "--calendar", options->calendar, "PATH", "cli.option.calendar");
    show->callback([&session, options] { show_year(session, *options); });

    auto* check = add_command(*group, session, "check", "cli.calendar.check_about",
                              "dondoc calendar check\ndondoc calendar check 2026.toml 2027.toml");
    add_option(check, session, "FILES", options->files, "", "cli.option.calendar_files");
    check->callback([&session, options] { check_calendars(session, options->files); });

    auto* count = add_command(*group, session, "count", "cli.calendar.count_about",
                              "dondoc calendar count 26/4/2024 5");
    add_option(count, session, "FROM", options->from, "", "cli.option.count_from")->required();
    add_option(count, session, "N", options->count, "", "cli.option.count_days")
        ->required()
        ->check(CLI::Range(1, most_working_days));
    add_option(count, session, "--calendar", options->calendar, "PATH", "cli.option.calendar");
    count->callback([&session, options] { count_days(session, *options); });

    add_calendar_feed(*group, session);
}

}  // namespace dondoc::cli
