// SPDX-License-Identifier: Apache-2.0
// The passing of time: alarms that have gone off become alerts in inboxes.
#pragma once

#include <unordered_map>

#include "engine/work.h"

namespace dondoc::engine {

class AlertRun {
  public:
    // Carries out one batch of alarms that are due; returns how many: `at_once`, and what more it takes not
    // to part a digest. Each alarm is consumed, its steps are written into the ledger and, in digests, into
    // inboxes, and the next alarm is set: all in the one transaction of `work`.
    int carry_out(Work& work, int at_once);

    // What it remembers of tasks has been changed.
    void forget_tasks() { briefs_.clear(); }

  private:
    const store::Plans::Brief& brief(Work& work, TaskId task);

    // So that a morning does not read each task per agency.
    std::unordered_map<TaskId, store::Plans::Brief> briefs_;
};

}  // namespace dondoc::engine
