// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "web/pages/calendar_page.h"
#include "web/pages/desk.h"
#include "web/pages/log_page.h"
#include "web/pages/new_task.h"
#include "web/pages/page_file.h"
#include "web/pages/routes.h"
#include "web/pages/system_page.h"
#include "web/pages/task_list.h"

namespace dondoc::web::pages {
namespace {

// One answer looks at a bounded number of events, and may have few of them.
v1::LogReply events_of(Desk& desk, const LogFilter& filter, int most) {
    constexpr int most_answers = 20;
    v1::LogReply whole;
    auto wanted = filter.request(desk.view);
    for (int answers = 0; answers < most_answers && whole.events_size() < most; ++answers) {
        wanted.set_limit(static_cast<std::uint32_t>(std::min(most - whole.events_size(), 1000)));
        v1::Request request;
        *request.mutable_log() = wanted;
        const auto reply = desk.ask(std::move(request));
        whole.mutable_events()->MergeFrom(reply.log().events());
        whole.set_more(reply.log().more());
        whole.set_next(reply.log().next());
        if (!whole.more()) break;
        wanted.set_after(whole.next());
    }
    return whole;
}

Response show_log(Desk& desk) {
    constexpr int shown = 100;
    const auto filter = LogFilter::of(desk.asked.query);
    try {
        return html(log_page(desk.view, filter, events_of(desk, filter, shown)));
    } catch (const Refused& refused) {
        return html(log_page(desk.view, filter, {}, refused.sentence()), 400);
    }
}

Response log_workbook(Desk& desk) {
    constexpr int most = 5000;
    const auto events = events_of(desk, LogFilter::of(desk.asked.query), most);
    desk.today();
    return page_file(workbook(desk.view, log_section(desk.view, events.events())), "nhat-ky");
}

v1::Reply consumers_of(Desk& desk) {
    v1::Request request;
    request.mutable_consumer_list();
    return desk.ask(std::move(request));
}

Response show_system(Desk& desk) {
    v1::Request status, clock;
    status.mutable_status();
    clock.mutable_clock_show();
    const auto counts = desk.ask(std::move(status));
    const auto time = desk.ask(std::move(clock));
    const auto consumers = consumers_of(desk);
    v1::Request unsent;
    unsent.mutable_delivery_list();
    const auto outbox = desk.ask(std::move(unsent));
    return html(system_page(
        desk.view, {counts.status(), time.clock(), consumers.consumer_list(), outbox.delivery_list()}));
}

Response show_calendar(Desk& desk) {
    const auto period = Period::of(desk.asked.query, desk.today());
    const auto due = desk.list(period_request(desk.view, period), most_in_period);
    return html(calendar_page(desk.view, period, due, working_calendar()));
}

Response show_new_task(Desk& desk, const v1::RowEditReply* seen, const std::string& error) {
    return html(new_task_page(desk.view, {desk.asked.form, seen, error, desk.agencies()}),
                error.empty() ? 200 : 409);
}

// Read first; what is read without a doubt is assigned at once.
Response add_task(Desk& desk) {
    std::string error;
    try {
        v1::Request request;
        auto& wanted = *request.mutable_row_edit();
        wanted = row_edit_of(desk.asked.form);
        wanted.set_dry_run(true);
        const auto seen = desk.ask(v1::Request{request});
        const bool is_doubtful = !seen.row_edit().row().problems().empty();
        if (is_doubtful && desk.asked.form["doubts"] != "1") return show_new_task(desk, &seen.row_edit(), {});
        wanted.set_dry_run(false);
        wanted.set_doubts(is_doubtful);
        const auto done = desk.command(std::move(request));
        return desk.back(task_address(done.row_edit().task()), "assigned");
    } catch (const Refused& refused) {
        error = refused.sentence();
    } catch (const UserError& wrong) {
        error = text::render(desk.view.lang, wrong.message());
    }
    return show_new_task(desk, nullptr, error);
}

}  // namespace

void add_system_routes(Router& router, Context& context) {
    router.get("/nhat-ky", page(context, show_log));
    router.get("/nhat-ky.xlsx", page(context, log_workbook));
    router.get("/he-thong", page(context, show_system));
    router.get("/he-thong.xlsx", page(context, [](Desk& desk) {
                   return page_file(
                       workbook(desk.view, consumer_section(desk.view, consumers_of(desk).consumer_list())),
                       "noi-nhan");
               }));
    router.get("/lich", page(context, show_calendar));
    router.get("/nhiem-vu/moi", page(context, [](Desk& desk) { return show_new_task(desk, nullptr, {}); }));
    router.post("/nhiem-vu/moi", command(context, add_task));
}

}  // namespace dondoc::web::pages
