// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "report/calendar_feed.h"
#include "web/feed/feeds.h"

namespace dondoc::web {
namespace {

constexpr std::size_t most_events = 2'000;  // of the nearest terms: what a phone still takes
constexpr std::uint32_t rows_of_an_answer = 1'000;

// By the daemon, whose day it is that terms are counted from.
local_days today_of(Context& context) {
    v1::Request request;
    request.mutable_clock_show();
    const auto reply = context.daemon.ask_itself(std::move(request));
    return parse_iso_day(reply.clock().today()).value_or(civil_day(context.now()));
}

// What is refused is an empty list: a feed has no place to say it.
std::vector<v1::AssignmentRow> terms_of(Context& context, const Visitor& visitor, bool only_mine) {
    const auto today = today_of(context);
    std::vector<v1::AssignmentRow> rows;
    v1::Request request;
    auto& list = *request.mutable_task_list();
    list.set_agency(visitor.agency);
    list.set_due_from(iso_day(today - date::days{report::days_back}));
    list.set_due_to(iso_day(today + date::days{report::days_ahead}));
    list.set_limit(rows_of_an_answer);
    if (only_mine) list.set_responsible(std::to_string(visitor.person));
    while (rows.size() < most_events) {
        auto reply = context.daemon.ask(visitor, request);
        if (reply.has_error()) break;
        auto& page = *reply.mutable_task_list();
        std::ranges::move(*page.mutable_rows(), std::back_inserter(rows));
        if (page.next().empty()) break;
        list.set_after(page.next());
    }
    return rows;
}

std::string host_of(const std::string& url) {
    const auto begin = url.find("//") + 2;
    return url.substr(begin, url.find(':', begin) - begin);
}

Response calendar(Context& context, const Request& request) {
    auto name = request.parts["file"];
    if (!name.ends_with(".ics")) return plain("404\n", 404);
    name.resize(name.size() - 4);
    const auto token = context.accounts.tokens.find(name, Token::Kind::Calendar);
    if (!token) return plain("404\n", 404);
    try {
        const auto visitor = context.visitor_of(token->person);
        const bool only_mine = request.query["mine"] == "1";
        report::FeedSettings settings;
        settings.lang = visitor.lang;
        settings.name = "dondoc " + (only_mine || visitor.agency.empty() ? visitor.name : visitor.agency);
        settings.site = host_of(context.config.url);
        settings.url = context.config.url;
        settings.made = context.now();
        Response response{
            200, report::calendar_feed(terms_of(context, visitor, only_mine), settings), {}, {}};
        response.set("Content-Type", "text/calendar; charset=utf-8");
        return response;
    } catch (const SignedOut&) {
        context.accounts.forget(token->person);
        return plain("404\n", 404);
    } catch (const DaemonAway&) {
        return plain("503\n", 503).set("Retry-After", "60");
    }
}

}  // namespace

void add_calendar(Router& router, Context& context) {
    router.get("/ics/{file}", [&context](const Request& request) { return calendar(context, request); });
}

}  // namespace dondoc::web
