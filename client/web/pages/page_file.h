// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of figures as files to be kept, which an address asks for by its ending.
#pragma once

#include <string>
#include <string_view>

#include "report/page.h"
#include "web/http/response.h"

namespace dondoc::web::pages {

// "bieu-mau-1", "bieu-mau-1.xlsx", "bieu-mau-1.csv": the name may have dots of its own.
struct NamedFormat {
    std::string name, format;  // format: empty: the page itself
};
NamedFormat named_format(const std::string& part);

// `format`: "xlsx" or "csv", which the name of the file ends in.
Response page_file(const report::Page& page, const std::string& name, std::string_view format = "xlsx");

}  // namespace dondoc::web::pages
