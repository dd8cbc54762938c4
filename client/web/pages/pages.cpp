// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/pages.h"

#include <string>
#include <utility>

#include "web/pages/assets.h"
#include "web/pages/desk.h"
#include "web/pages/frame.h"
#include "web/pages/routes.h"

namespace dondoc::web::pages {
namespace {

// The small pages of signing in and of errors: their bodies come as HTML whose values were escaped.
std::string frame_of(const Context& context, const Frame& page) {
    View view;
    view.lang = page.lang;
    view.site = context.config.office;
    if (page.visitor != nullptr) view = view_of(context, *page.visitor);
    const auto narrow = el("div", {{"class", page.visitor == nullptr ? "panel small" : "panel"}},
                           Html::made_elsewhere(page.body));
    return framed(view, {.place = Place::Settings, .title = page.title, .body = narrow});
}

// The first page of each: an agency's own work, the office's overview.
Response home(Desk& desk) {
    return redirect(desk.view.is_agency() ? "/cua-toi" : "/tong-quan");
}

Response asset(const Request& request) {
    const auto* found = find_asset(request.parts["ten"]);
    if (found == nullptr) return plain("404\n", 404);
    Response response;
    response.body = found->content;
    response.set("Content-Type", found->type);
    // The address changes when the content does.
    return response.set("Cache-Control", "public, max-age=31536000, immutable");
}

}  // namespace

void add_routes(Router& router, Context& context) {
    context.frame = [&context](const Frame& page) { return frame_of(context, page); };
    router.get("/", page(context, home));
    router.get("/tep/{ten}", asset);
    add_work_routes(router, context);
    add_office_routes(router, context);
    add_report_routes(router, context);
    add_office_form_routes(router, context);
    add_flow_routes(router, context);
    add_sites_routes(router, context);
    add_intake_routes(router, context);
    add_sheet_routes(router, context);
    add_register_routes(router, context);
    add_system_routes(router, context);
}

}  // namespace dondoc::web::pages
