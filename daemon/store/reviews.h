// SPDX-License-Identifier: Apache-2.0
// Reviews of standing duties: when each was looked at last, and when somebody is reminded next.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "store/assignments.h"
#include "store/database.h"

namespace dondoc::store {

struct PlannedReview {
    AssignmentId assignment;
    local_days since;  // of the last review, or of the beginning
    local_days due;    // the first review after it
    sys_seconds at;    // the next reminder
};

class Reviews {
  public:
    explicit Reviews(Database& database);

    void set(const PlannedReview& review);
    // Of new assignments, of all the same; `review` names none.
    void add_all(const AssignmentSpan& given, const PlannedReview& review);
    void remove(AssignmentId assignment);
    std::optional<PlannedReview> of(AssignmentId assignment);
    // Those at or before `now`, by moment, agency and assignment; about `limit`, as Alarms::due() takes them.
    std::vector<PlannedReview> reminders(sys_seconds now, int limit, int digest_limit);

    // Of one agency or all; `until`: only those due by then. The longest due first.
    std::vector<PlannedReview> list(std::optional<AgencyId> agency, std::optional<local_days> until,
                                    int limit, std::int64_t offset);
    std::int64_t count(std::optional<AgencyId> agency, std::optional<local_days> until);
    std::vector<PlannedReview> of_task(TaskId task);

  private:
    Statement set_, insert_, remove_, of_, reminders_, list_, count_, of_task_;
};

}  // namespace dondoc::store
