// SPDX-License-Identifier: GPL-3.0-or-later
// dondoc-central as it runs: a thread for each site. Several of these programs may work on one database: who
// holds the lock of a site takes it in, and when that one dies another does.
#pragma once

#include "central/settings.h"

namespace dondoc::central {

// Runs until `stop_fd` is readable. Throws UserError "central.newer", jetstream::NatsError where no server
// lets us in, pqxx::broken_connection where there is no database when it begins.
void run(const Settings& settings, int stop_fd);

}  // namespace dondoc::central
