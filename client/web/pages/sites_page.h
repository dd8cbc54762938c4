// SPDX-License-Identifier: GPL-3.0-or-later
// "Nhiều nơi": what dondoc-central has gathered from many sites, by the views of `dondoc central report`.
#pragma once

#include <string>

#include "dondoc/v1/site.pb.h"
#include "program/central.h"
#include "web/http/fields.h"
#include "web/pages/html.h"
#include "web/pages/view.h"

namespace dondoc::web::pages {

// What a query asks for. Throws UserError for a view that there is not, and a day that is none.
program::CentralQuestion sites_question(const Fields& query);

std::string sites_page(const View& view, const Fields& query, const v1::SitesReport& report);
// With a form to ask again, and why there is no report.
std::string sites_refusal(const View& view, const Fields& query, const std::string& sentence);

}  // namespace dondoc::web::pages
