// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-relay as it runs: one thread follows the stream into the outbox, one sends for each channel, one
// speaks with the daemon. They share the outbox's file, the persons and the clock, and nothing else.
#pragma once

#include "relay/settings.h"

namespace dondoc::relay {

// Runs until `stop_fd` is readable. Throws UserError for a profile or an outbox that cannot be used, and
// client::Refused where the daemon does not take the key.
void run(const Settings& settings, int stop_fd);

}  // namespace dondoc::relay
