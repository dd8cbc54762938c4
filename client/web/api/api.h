// SPDX-License-Identifier: GPL-3.0-or-later
// The API: every request of the wire that a person may make, as JSON, with a token or a session.
#pragma once

#include "web/api/event_pump.h"
#include "web/context.h"

namespace dondoc::web::api {

// Both outlive the router.
void add_routes(Router& router, Context& context, EventPump& pump);

}  // namespace dondoc::web::api
