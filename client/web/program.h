// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-web as a whole: everything put together and served until it is told to end.
#pragma once

#include <functional>

#include "web/config.h"
#include "web/context.h"

namespace dondoc::web {

// Serves until SIGTERM or SIGINT. `pages` adds the routes of the pages. Throws UserError, std::runtime_error
// when it cannot begin.
void serve(const Config& config, const std::function<void(Router&, Context&)>& pages);

}  // namespace dondoc::web
