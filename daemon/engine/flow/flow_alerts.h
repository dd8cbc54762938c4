// SPDX-License-Identifier: Apache-2.0
// The passing of time for dossiers: alarms that have gone off become digests in inboxes.
#pragma once

#include <memory>

#include "engine/due_batch.h"
#include "engine/work.h"

namespace dondoc::engine {

// Of their alarms that are due. Each is consumed, its steps go into the ledger and into digests, and the next
// alarm is set: all in the one transaction of `work`, which is not owned.
std::unique_ptr<DueBatch> begin_flow_alerts(Work& work);

}  // namespace dondoc::engine
