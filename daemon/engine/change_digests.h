// SPDX-License-Identifier: Apache-2.0
// What one command changes in many tasks of an agency is told in one event, not in one for each.
#pragma once

#include "engine/work.h"

namespace dondoc::engine {

// While it lives, what task_notice.h tells is gathered; finish() writes it: for each agency one event of
// every action, cut so that none outgrows a message. Nothing is told without finish(): the work is given up.
class ChangeDigests {
  public:
    explicit ChangeDigests(Work& work);  // outlives it
    ~ChangeDigests();
    ChangeDigests(const ChangeDigests&) = delete;
    ChangeDigests& operator=(const ChangeDigests&) = delete;

    void finish();

  private:
    Work& work_;
    GatheredChanges gathered_;
    GatheredChanges* outer_;  // one within another: the outer one tells
};

}  // namespace dondoc::engine
