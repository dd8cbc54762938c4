// SPDX-License-Identifier: Apache-2.0
// The passing of time for dossiers: alarms that have gone off become digests in inboxes.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// Carries out one batch of their alarms that are due; returns how many: `at_once`, and what more it takes not
// to part a digest. Each alarm is consumed, its steps go into the ledger and into digests, and the next alarm
// is set: all in the one transaction of `work`.
int carry_out_flow(Work& work, int at_once);

}  // namespace dondoc::engine
