// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "report/ask.h"
#include "report/pages.h"
#include "web/pages/desk.h"
#include "web/pages/document_pages.h"
#include "web/pages/page_file.h"
#include "web/pages/report_pages.h"
#include "web/pages/routes.h"
#include "web/pages/task_list.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

constexpr std::uint32_t rows_on_page = 50;  // so that a page stays below 100 kB

v1::Report asked_report(Desk& desk, v1::ReportRequest wanted, std::uint32_t rows) {
    wanted.set_limit(rows);
    v1::Request request;
    *request.mutable_report() = std::move(wanted);
    return std::move(*desk.ask(std::move(request)).mutable_report());
}

// "ranking", "ranking.xlsx", "ranking.csv".
Response show_report(Desk& desk) {
    const auto [name, format] = named_format(desk.asked.parts["ten"]);
    const auto wanted = report_request(desk.view, name, desk.asked.query);
    if (format.empty())
        return html(report_page(desk.view, desk.asked.query, asked_report(desk, wanted, rows_on_page)));
    const auto page =
        report::make_page(report::ask_whole_report(desk.asking(), wanted, rows_of_workbook), desk.view.lang);
    return page_file(page, "bao-cao-" + name + "-" + iso_day(desk.view.today), format);
}

v1::Reply all_documents(Desk& desk) {
    v1::Request request;
    request.mutable_document_list();
    return desk.ask(std::move(request));
}

// An agency sees of a document what is its own.
Response show_document(Desk& desk) {
    const auto& query = desk.asked.query;
    if (desk.view.is_agency()) return redirect(Address("/nhiem-vu").with("van-ban", query["so"]).text());
    v1::ReportRequest wanted;
    wanted.set_kind(v1::ReportKind::plan);
    wanted.set_document(query["so"]);
    wanted.set_issued(day_of(query["ngay"]));
    wanted.set_issuer(query["noi"]);
    return html(document_page(desk.view, asked_report(desk, std::move(wanted), rows_on_page)));
}

Response show_documents(Desk& desk) {
    if (desk.view.is_agency()) return redirect("/bao-cao/agency");
    return html(documents_page(desk.view, all_documents(desk).document_list()));
}

}  // namespace

void add_report_routes(Router& router, Context& context) {
    router.get("/bao-cao/{ten}", page(context, show_report));
    router.get("/van-ban", page(context, show_documents));
    router.get("/van-ban.xlsx", page(context, [](Desk& desk) {
                   const auto documents = all_documents(desk);
                   desk.today();
                   return page_file(
                       workbook(desk.view, document_section(desk.view, documents.document_list())),
                       "van-ban");
               }));
    router.get("/van-ban/xem", page(context, show_document));
}

}  // namespace dondoc::web::pages
