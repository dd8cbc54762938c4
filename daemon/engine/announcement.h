// SPDX-License-Identifier: Apache-2.0
// Collects what each agency is given by a plan and tells it in digests.
#pragma once

#include <optional>

#include "engine/work.h"

namespace dondoc::engine {

class Announcement {
  public:
    // Both are not owned and outlive it.
    Announcement(Work& work, const store::Document& document) : work_(work), document_(document) {}

    // `role`: "lead" or "cooperating"; an agency that cooperates has no assignment of its own: {}.
    void add(AgencyId agency, const store::Task& task, AssignmentId assignment, std::optional<local_days> due,
             const char* role);
    void publish();  // writes all of it into the inboxes, or adds it to Work::announcing

  private:
    Work& work_;
    const store::Document& document_;
    GatheredItems items_;
};

// Tells each agency what it is given, in digests.
void tell_given(Work& work, GatheredItems&& items);

}  // namespace dondoc::engine
