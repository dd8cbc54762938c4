// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "domain/message.h"
#include "report/pages.h"
#include "web/pages/desk.h"
#include "web/pages/page_file.h"
#include "web/pages/routes.h"
#include "web/pages/sites_page.h"
#include "web/pages/task_list.h"

namespace dondoc::web::pages {
namespace {

constexpr std::chrono::seconds longest{60};  // a person waits for it
constexpr std::uint32_t rows_on_screen = 200;

// Not an agency's: the sites' own agencies see themselves there.
void require_office(const Desk& desk) {
    if (!desk.view.sees_all()) throw UserError("page.sites.not_for_agencies");
}

v1::SitesReport answer(Desk& desk, const Context& context, std::uint32_t rows) {
    require_office(desk);
    auto question = sites_question(desk.asked.query);
    question.config = context.config.central;
    question.limit = rows;
    try {
        return program::ask_central(question, desk.view.lang, longest);
    } catch (const UserError& error) {
        // "The line above" is in our log, which who looks at a page does not see.
        if (error.message().key == "cli.central.failed") throw UserError("page.sites.failed");
        throw;
    }
}

Response show(Desk& desk, const Context& context) {
    try {
        return html(sites_page(desk.view, desk.asked.query, answer(desk, context, rows_on_screen)));
    } catch (const UserError& error) {
        return html(
            sites_refusal(desk.view, desk.asked.query, text::render(desk.view.lang, error.message())));
    }
}

report::Page whole(Desk& desk, const Context& context) {
    return report::make_page(answer(desk, context, rows_of_workbook), desk.view.lang);
}

}  // namespace

void add_sites_routes(Router& router, Context& context) {
    if (context.config.central.empty()) return;
    router.get("/nhieu-noi", page(context, [&context](Desk& desk) { return show(desk, context); }));
    for (const std::string format : {"xlsx", "csv"})
        router.get("/nhieu-noi." + format, page(context, [&context, format](Desk& desk) {
                       return page_file(whole(desk, context), "nhieu-noi", format);
                   }));
}

}  // namespace dondoc::web::pages
