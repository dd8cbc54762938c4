// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that people see.
#pragma once

#include "web/context.h"

namespace dondoc::web::pages {

// The context outlives the router.
void add_routes(Router& router, Context& context);

}  // namespace dondoc::web::pages
