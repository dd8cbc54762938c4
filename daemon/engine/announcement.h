// SPDX-License-Identifier: Apache-2.0
// Collects what each agency is given by a plan and tells it in digests.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/work.h"

namespace dondoc::engine {

class Announcement {
  public:
    // Both are not owned and outlive it.
    Announcement(Work& work, const store::Document& document) : work_(work), document_(document) {}

    // `role`: "lead" or "cooperating"; an agency that cooperates has no assignment of its own: {}.
    void add(AgencyId agency, const store::Task& task, AssignmentId assignment, std::optional<local_days> due,
             const char* role);
    void publish();  // writes all of it into the inboxes

  private:
    Work& work_;
    const store::Document& document_;
    std::map<AgencyId, std::vector<v1::AlertItem>> items_;
};

}  // namespace dondoc::engine
