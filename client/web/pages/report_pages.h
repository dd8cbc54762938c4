// SPDX-License-Identifier: GPL-3.0-or-later
// "Báo cáo": every report of the daemon with its formula, as a page, a workbook, CSV and in print.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dondoc/v1/report.pb.h"
#include "report/page.h"
#include "web/http/fields.h"
#include "web/pages/html.h"
#include "web/pages/office_forms.h"
#include "web/pages/parts.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// An agency has no forms of the office: its `files` are empty.
std::string reports_page(const View& view, const OfficeFiles& files);
// The report that was asked for by this query.
std::string report_page(const View& view, const Fields& query, const v1::Report& report);
// What a page of one report says, without its frame: also of a document's page.
Html report_body(const View& view, const v1::Report& report);
// The rows of the last section lead to `links`.
Html report_body(const View& view, const report::Page& page, const std::optional<Links>& links = {});

// Throws UserError for a report that there is not, and a day that is none. An agency gets its own sheet.
v1::ReportRequest report_request(const View& view, const std::string& kind, const Fields& query);
Address report_address(const v1::ReportRequest& asked, std::string_view format);  // "", "xlsx", "csv"

}  // namespace dondoc::web::pages
