// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of the pages, by what they are about.
#pragma once

#include "web/context.h"
#include "web/http/router.h"

namespace dondoc::web::pages {

void add_work_routes(Router& router, Context& context);  // Của tôi, Nhiệm vụ, a task, what is done to it
void add_office_routes(Router& router, Context& context);  // Tổng quan, Chờ xử lý
void add_report_routes(Router& router, Context& context);  // each report, Văn bản
void add_office_form_routes(Router& router,
                            Context& context);             // the list of reports, forms, self-scorings
void add_flow_routes(Router& router, Context& context);    // Hồ sơ
void add_sites_routes(Router& router, Context& context);   // Nhiều nơi, where dondoc-central is
void add_intake_routes(Router& router, Context& context);  // Nhập văn bản
void add_sheet_routes(Router& router, Context& context);   // lists of persons and progress sheets from files
void add_register_routes(Router& router, Context& context);  // Cơ quan và người dùng
void add_system_routes(Router& router,
                       Context& context);  // Lịch, Nhật ký, Tình trạng hệ thống, Giao một việc

}  // namespace dondoc::web::pages
