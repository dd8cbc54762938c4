// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-bridge as it runs: one thread follows the daemon's stream and publishes its events; one tells how
// the site stands, answers what a centre asks, and keeps the position of both.
#pragma once

#include "bridge/settings.h"

namespace dondoc::bridge {

// Runs until `stop_fd` is readable. Throws UserError for a profile that cannot be used, client::Refused where
// the daemon does not take the key, jetstream::NatsError where no server lets us in or the stream is not
// there.
void run(const Settings& settings, int stop_fd);

}  // namespace dondoc::bridge
