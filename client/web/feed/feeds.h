// SPDX-License-Identifier: GPL-3.0-or-later
// What programs fetch without a person at them: calendars, metrics, whether all is well.
#pragma once

#include <functional>

#include "web/context.h"

namespace dondoc::web {

// "/ics/TOKEN.ics": the terms of the token's person. With "?mine=1" only what the person is responsible for.
void add_calendar(Router& router, Context& context);

// "/metrics", for the addresses of the configuration; "/healthz": it serves; "/readyz": and the daemon
// answers. `counts` is asked on the server's threads.
void add_health(Router& router, Context& context, std::function<ServerCounts()> counts);

}  // namespace dondoc::web
