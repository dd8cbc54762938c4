// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/page_file.h"

#include "report/csv.h"
#include "report/xlsx.h"

namespace dondoc::web::pages {

NamedFormat named_format(const std::string& part) {
    for (const std::string format : {"xlsx", "csv"})
        if (part.ends_with("." + format)) return {part.substr(0, part.size() - format.size() - 1), format};
    return {part, {}};
}

Response page_file(const report::Page& page, const std::string& name, std::string_view format) {
    const auto file = name + "." + std::string{format};
    if (format == "csv") return download(report::to_csv(page), "text/csv; charset=utf-8", file);
    return download(report::to_xlsx(page), workbook_type, file);
}

}  // namespace dondoc::web::pages
