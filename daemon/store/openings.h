// SPDX-License-Identifier: Apache-2.0
// Which occurrence of a recurring term is opened next and when: an alarm of the newest one of a task and
// agency.
#pragma once

#include <optional>
#include <vector>

#include "store/assignments.h"
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
    void add_all(const AssignmentSpan& given, sys_seconds at);  // of new assignments, of all the same
    void remove(AssignmentId after);
    bool has(AssignmentId after);
    std::vector<Opening> due(sys_seconds now, int limit);  // the earliest first
    std::vector<Opening> of_task(TaskId task);

  private:
    Statement set_, insert_, remove_, has_, due_, of_task_;
};

}  // namespace dondoc::store
