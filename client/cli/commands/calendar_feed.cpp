// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/calendar_feed.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "report/calendar_feed.h"
#include "wire/time.h"

namespace dondoc::cli {
namespace {

constexpr std::uint32_t rows_of_an_answer = 1'000;

struct FeedOptions {
    std::string agency, responsible, output, url, site = "dondoc";
    bool force = false;
};

// Of the days around the daemon's, by term.
std::vector<v1::AssignmentRow> terms(Session& session, const FeedOptions& options, local_days today) {
    std::vector<v1::AssignmentRow> rows;
    v1::Request request;
    auto& list = *request.mutable_task_list();
    list.set_agency(options.agency);
    list.set_responsible(options.responsible);
    list.set_due_from(iso_day(today - date::days{report::days_back}));
    list.set_due_to(iso_day(today + date::days{report::days_ahead}));
    list.set_limit(rows_of_an_answer);
    do {
        auto page = session.ask(request, true).task_list();
        std::ranges::move(*page.mutable_rows(), std::back_inserter(rows));
        list.set_after(page.next());
    } while (!list.after().empty());
    return rows;
}

void write_feed(Session& session, const FeedOptions& options) {
    v1::Request clock;
    clock.mutable_clock_show();
    const auto shown = session.ask(std::move(clock)).clock();
    const auto rows = terms(session, options, parse_iso_day(shown.today()).value());
    report::FeedSettings settings;
    settings.lang = session.lang();
    settings.name = options.agency.empty() ? "dondoc" : "dondoc " + options.agency;
    settings.site = options.site;
    settings.url = options.url;
    settings.made = wire::to_instant(shown.now());
    const auto feed = report::calendar_feed(rows, settings);
    if (options.output.empty()) {
        session.out() << feed;
        return;
    }
    write_output(options.output, feed, options.force);
    session.line(session.say("cli.calendar.fed", {std::to_string(rows.size()), options.output}));
}

}  // namespace

void add_calendar_feed(CLI::App& group, Session& session) {
    const auto options = make_options<FeedOptions>();
    auto* command = add_command(group, session, "feed", "cli.calendar.feed_about",
                                "dondoc calendar feed --agency SNV -o snv.ics\n"
                                "dondoc calendar feed --responsible \"Nguyễn Văn An\" -o an.ics");
    add_option(command, session, "--agency", options->agency, "CODE", "cli.option.agency");
    add_option(command, session, "--responsible", options->responsible, "PERSON",
               "cli.option.feed_responsible");
    add_option(command, session, "-o,--output", options->output, "FILE", "cli.option.feed_output");
    add_option(command, session, "--url", options->url, "URL", "cli.option.feed_url");
    add_option(command, session, "--site", options->site, "NAME", "cli.option.feed_site");
    add_flag(command, session, "--force", options->force, "cli.option.force_output");
    command->callback([&session, options] { write_feed(session, *options); });
}

}  // namespace dondoc::cli
