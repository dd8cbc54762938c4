// SPDX-License-Identifier: Apache-2.0
// What each part of the daemon is told of the configuration, in its own words.
#pragma once

#include "configuration.h"
#include "engine/rules.h"
#include "engine/upkeep.h"
#include "hub/transport/limits.h"
#include "hub/transport/sockets.h"

namespace dondoc {

// Throws UserError "daemon.descriptors" when the system lets too few files be open.
hub::SocketSettings sockets_of(const config::Settings& settings);
hub::Limits limits_of(const config::Limits& limits);
engine::Rules rules_of(Configuration configuration);
engine::UpkeepPlan upkeep_of(const config::Settings& settings);

}  // namespace dondoc
