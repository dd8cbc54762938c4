// SPDX-License-Identifier: Apache-2.0
// Alarms of dossiers that were put off until one moment.
#pragma once

#include <vector>

#include "store/flow_items.h"

namespace dondoc::store {

// Those of one agency that go off at this very moment, in the order of their ids.
std::vector<DueFlowAlarm> flow_alarms_at(Database& database, sys_seconds at, AgencyId agency);

}  // namespace dondoc::store
