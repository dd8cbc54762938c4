// SPDX-License-Identifier: Apache-2.0
// Which task is whose child: as it is now in the task, as it was in an append-only row of each change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/children.h"
#include "store/database.h"

namespace dondoc::store {

struct ParentEntry {
    sys_seconds at;
    std::optional<TaskId> parent;  // nullopt: nobody's from then on
    std::string by;                // name of the key; empty: the numbers of a plan's rows say so
    std::string reason;
};

// A child with what a list shows of its task. What is below it is not filled in.
struct ListedChild {
    TaskId task;
    std::string document;
    std::string number;
    std::string title;
    Child child;
};

class Parents {
  public:
    explicit Parents(Database& database);

    void set(TaskId child, const ParentEntry& entry);
    std::optional<TaskId> of(TaskId child);
    std::vector<ParentEntry> history(TaskId child);  // oldest first

    std::int64_t count(TaskId parent);               // children, also those dropped
    std::vector<TaskId> children_of(TaskId parent);  // likewise
    // As they were at that instant, in the order of their documents. What a document says is known only as it
    // is now.
    std::vector<ListedChild> list(TaskId parent, sys_seconds as_of = sys_seconds::max());

  private:
    Statement insert_, update_, of_, history_, count_, children_of_, list_;
};

}  // namespace dondoc::store
