// SPDX-License-Identifier: Apache-2.0
// Which occurrence of a recurring term is opened next and when: an alarm of the newest one of a task and
// agency.
#pragma once

#include <optional>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct Opening {
    AssignmentId after;  // the newest occurrence; the one that is opened follows it
    sys_seconds at;
};

class Openings {
  public:
    explicit Openings(Database& database);

    void set(AssignmentId after, sys_seconds at);
    void remove(AssignmentId after);
    bool has(AssignmentId after);
    std::optional<sys_seconds> next();
    std::vector<Opening> due(sys_seconds now, int limit);  // the earliest first
    std::vector<Opening> of_task(TaskId task);

  private:
    Statement set_, remove_, has_, next_, due_, of_task_;
};

}  // namespace dondoc::store
