// SPDX-License-Identifier: Apache-2.0
// Which events told of a task without carrying out a step: that it was assigned, that it was changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace dondoc::store {

struct NoticeRecord {
    std::string told;  // code of the agency in whose inbox it is
    int kind;          // dondoc.v1.EventKind
    sys_seconds at;
    EventId event;
    InboxSeq number;
    bool acknowledged;
};

class Notices {
  public:
    explicit Notices(Database& database);

    void add(TaskId task, EventId event);
    void add_all(const std::vector<TaskId>& tasks, EventId event);
    // The newest `limit`, oldest first; with an agency only those in its inbox.
    std::vector<NoticeRecord> history(TaskId task, std::optional<AgencyId> agency, int limit);

  private:
    Statement insert_, insert_all_, history_;
};

}  // namespace dondoc::store
