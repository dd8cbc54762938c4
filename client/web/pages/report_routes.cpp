// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "report/csv.h"
#include "report/pages.h"
#include "report/xlsx.h"
#include "web/pages/desk.h"
#include "web/pages/document_pages.h"
#include "web/pages/report_pages.h"
#include "web/pages/routes.h"
#include "web/pages/task_list.h"
#include "web/pages/work_forms.h"

namespace dondoc::web::pages {
namespace {

constexpr std::uint32_t rows_on_page = 50;    // so that a page stays below 100 kB
constexpr std::uint32_t rows_in_file = 5000;  // the daemon's most

v1::Report asked_report(Desk& desk, v1::ReportRequest wanted, std::uint32_t rows) {
    wanted.set_limit(rows);
    v1::Request request;
    *request.mutable_report() = std::move(wanted);
    return std::move(*desk.ask(std::move(request)).mutable_report());
}

// All rows of a report, part by part.
v1::Report whole_report(Desk& desk, const v1::ReportRequest& wanted) {
    auto report = asked_report(desk, wanted, rows_in_file);
    while (static_cast<std::uint64_t>(report.rows_size()) < report.rows_total() &&
           report.rows_size() < static_cast<int>(rows_of_workbook)) {
        auto next = wanted;
        next.set_offset(static_cast<std::uint64_t>(report.rows_size()));
        const auto part = asked_report(desk, std::move(next), rows_in_file);
        if (part.rows().empty()) break;
        report.mutable_rows()->MergeFrom(part.rows());
    }
    return report;
}

// "ranking", "ranking.xlsx", "ranking.csv".
Response show_report(Desk& desk) {
    const auto& part = desk.asked.parts["ten"];
    const auto dot = part.find('.');
    const auto name = part.substr(0, dot);
    const auto format = dot == std::string::npos ? std::string{} : part.substr(dot + 1);
    const auto wanted = report_request(desk.view, name, desk.asked.query);
    if (format.empty())
        return html(report_page(desk.view, desk.asked.query, asked_report(desk, wanted, rows_on_page)));
    const auto page = report::make_page(whole_report(desk, wanted), desk.view.lang);
    const auto file = "bao-cao-" + name + "-" + iso_day(desk.view.today) + "." + format;
    if (format == "xlsx") return download(report::to_xlsx(page), workbook_type, file);
    if (format == "csv") return download(report::to_csv(page), "text/csv; charset=utf-8", file);
    throw UserError("page.reports.unknown", {part});
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
    router.get("/bao-cao", page(context, [](Desk& desk) { return html(reports_page(desk.view)); }));
    router.get("/bao-cao/{ten}", page(context, show_report));
    router.get("/van-ban", page(context, show_documents));
    router.get("/van-ban.xlsx", page(context, [](Desk& desk) {
                   const auto documents = all_documents(desk);
                   desk.today();
                   return download(report::to_xlsx(workbook(
                                       desk.view, document_section(desk.view, documents.document_list()))),
                                   workbook_type, "van-ban.xlsx");
               }));
    router.get("/van-ban/xem", page(context, show_document));
}

}  // namespace dondoc::web::pages
