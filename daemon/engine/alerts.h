// SPDX-License-Identifier: Apache-2.0
// The passing of time: alarms that have gone off become alerts in inboxes.
#pragma once

#include <memory>
#include <unordered_map>

#include "engine/digest.h"
#include "engine/due_batch.h"
#include "engine/work.h"

namespace dondoc::engine {

// What is remembered of tasks, so that a morning does not read each task for each agency.
class TaskBriefs {
  public:
    ToldTask& of(store::Store& store, TaskId task);  // holds until forget()
    // What is remembered has been changed.
    void forget() { briefs_.clear(); }
    void forget_if_many();

  private:
    std::unordered_map<TaskId, ToldTask> briefs_;
};

// Of the alarms that are due. Each is consumed, its steps are written into the ledger and, in digests, into
// inboxes, and the next alarm is set: all in the one transaction of `work`. Nothing is owned.
std::unique_ptr<DueBatch> begin_alerts(Work& work, TaskBriefs& briefs);

}  // namespace dondoc::engine
