// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/pages/pages.h"

namespace dondoc::web::pages {

void add_routes(Router& router, Context& context) {
    router.get("/", context.page([&context](const Request&, const Visitor& visitor) {
        return html(
            context.frame({visitor.lang, "dondoc", "<p>" + escaped(visitor.name) + "</p>", &visitor}));
    }));
}

}  // namespace dondoc::web::pages
