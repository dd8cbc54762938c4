// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "domain/message.h"
#include "web/pages/desk.h"
#include "web/pages/flow_pages.h"
#include "web/pages/page_file.h"
#include "web/pages/routes.h"
#include "web/pages/task_list.h"

namespace dondoc::web::pages {
namespace {

v1::FlowReport figures_of(Desk& desk, const FlowFilter& filter) {
    desk.today();  // a period begins with this year
    v1::Request request;
    *request.mutable_flow_report() = filter.figures(desk.view);
    return std::move(*desk.ask(std::move(request)).mutable_flow_report());
}

// One answer looks at a bounded number of dossiers, and may have few of them.
v1::FlowListReply dossiers_of(Desk& desk, const FlowFilter& filter, std::uint32_t most) {
    constexpr std::uint32_t at_once = 1000;
    v1::Request request;
    auto& wanted = *request.mutable_flow_list();
    wanted = filter.list(desk.view, most);
    v1::FlowListReply list;
    do {
        wanted.set_limit(std::min(most - static_cast<std::uint32_t>(list.rows_size()), at_once));
        const auto reply = desk.ask(v1::Request{request});
        list.mutable_rows()->MergeFrom(reply.flow_list().rows());
        list.set_next(reply.flow_list().next());
        wanted.set_after(list.next());
    } while (!list.next().empty() && static_cast<std::uint32_t>(list.rows_size()) < most);
    return list;
}

Response show_flow(Desk& desk) {
    const auto filter = FlowFilter::of(desk.asked.query);
    std::string error;
    try {
        const auto figures = figures_of(desk, filter);
        return html(flow_page(desk.view, filter, figures, dossiers_of(desk, filter, rows_of_page)));
    } catch (const Refused& refused) {
        error = refused.sentence();
    } catch (const UserError& wrong) {
        error = text::render(desk.view.lang, wrong.message());
    }
    return html(flow_page(desk.view, filter, {}, {}, error), 400);
}

Response flow_file(Desk& desk) {
    const auto filter = FlowFilter::of(desk.asked.query);
    const auto figures = figures_of(desk, filter);
    const auto page = flow_workbook(desk.view, figures, dossiers_of(desk, filter, rows_of_workbook));
    return page_file(page, "ho-so-" + iso_day(desk.view.today));
}

Response show_dossier(Desk& desk) {
    v1::Request request;
    request.mutable_flow_show()->set_id(desk.asked.query["ma"]);
    request.mutable_flow_show()->set_source(desk.asked.query["nguon"]);
    const auto reply = desk.ask(std::move(request));
    return html(dossier_page(desk.view, desk.asked.query["ma"], reply.flow_show()));
}

}  // namespace

void add_flow_routes(Router& router, Context& context) {
    router.get("/ho-so", page(context, show_flow));
    router.get("/ho-so.xlsx", page(context, flow_file));
    router.get("/ho-so/xem", page(context, show_dossier));
}

}  // namespace dondoc::web::pages
