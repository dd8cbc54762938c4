// SPDX-License-Identifier: Apache-2.0
// Collects what each agency is given by a plan and tells it in digests.
#pragma once

#include <list>
#include <map>
#include <optional>
#include <vector>

#include "engine/digest.h"
#include "engine/work.h"

namespace dondoc::engine {

// What agencies are given, in the order in which it came. A plan may have a million parts: of each only what
// is its own is kept, and what an agency is told of it is made when it is told.
struct GatheredItems {
    struct Task {
        TaskId id;
        ToldTask told;
    };
    struct Item {
        Task* task;               // one of `tasks`
        AssignmentId assignment;  // {}: the agency cooperates
        std::optional<local_days> due;
    };

    void add(GatheredItems&& more);

    std::list<Task> tasks;  // a list: items point into it, also after it was added to another one
    std::map<AgencyId, std::vector<Item>> of_agencies;
};

class Announcement {
  public:
    // Both are not owned and outlive it.
    Announcement(Work& work, const store::Document& document) : work_(work), document_(document) {}

    // An agency that cooperates has no assignment of its own: {}.
    void add(AgencyId agency, const store::Task& task, AssignmentId assignment,
             std::optional<local_days> due);
    void publish();  // writes all of it into the inboxes, or adds it to Work::announcing

  private:
    Work& work_;
    const store::Document& document_;
    GatheredItems given_;
};

// Tells each agency what it is given, in digests.
void tell_given(Work& work, GatheredItems&& given);

}  // namespace dondoc::engine
